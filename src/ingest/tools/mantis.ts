/** MantisBT: the issue list and the billing. The dates of the list are days; it has no date of resolution or closing. */
import type { Tool } from '../tool.ts';

export const mantis: Tool = {
  id: 'mantisbt',
  name: 'MantisBT',
  signatures: [
    ['Identifiant', 'Reproductibilité'],
    ['Identifiant', 'Date de soumission'],
    ['Id', 'Reproducibility'],
    ['Id', 'Date Submitted'],
  ],
  columns: {
    key: { fr: ['Identifiant'], en: ['Id'] },
    status: { fr: ['État', 'Statut'], en: ['Status'] },
    priority: { fr: ['Priorité'], en: ['Priority'] },
    application: { fr: ['Catégorie'], en: ['Category'] },
    created: { fr: ['Date de soumission'], en: ['Date Submitted'] },
    updated: { fr: ['Mis à jour'], en: ['Updated'] },
    title: { fr: ['Résumé'], en: ['Summary'] },
    assignee: { fr: ['Affecté à'], en: ['Assigned To'] },
  },
  worklog: [
    {
      signatures: [
        ['Anomalie nº', 'Horodatage', 'minutes'],
        ['Issue #', 'Timestamp', 'minutes'],
      ],
      columns: {
        ticket: { fr: ['Anomalie nº'], en: ['Issue #'] },
        date: { fr: ['Horodatage'], en: ['Timestamp'] },
        hours: { any: ['minutes'] },
        person: { fr: ['Nom d’utilisateur'], en: ['Username'] },
      },
      unit: 'minutes',
    },
  ],
  headingsUnescaped: true,
  zone: 'stated',
  statuses: {
    new: ['nouveau', 'new'],
    active: ['accepté', 'acknowledged', 'confirmé', 'confirmed', 'affecté', 'assigned'],
    'waiting-client': ["retour d'informations", 'feedback'],
    resolved: ['traité', 'resolved'],
    closed: ['fermé', 'closed'],
  },
  kinds: {},
};
