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
  history: [
    {
      signatures: [
        ['bug_id', 'changed_at', 'field_name', 'new_value'],
        ['bug_id', 'date_modified', 'field_name', 'new_value'],
      ],
      columns: {
        key: { any: ['bug_id'] },
        at: { any: ['changed_at', 'date_modified'] },
        change: { any: ['field_name'] },
        from: { any: ['old_value'] },
        to: { any: ['new_value'] },
      },
      changes: { status: ['status'], priority: [], group: [] },
    },
  ],
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
    new: ['10', 'nouveau', 'new'],
    active: ['30', '40', '50', 'accepté', 'acknowledged', 'confirmé', 'confirmed', 'affecté', 'assigned'],
    'waiting-client': ['20', "retour d'informations", 'feedback'],
    resolved: ['80', 'traité', 'resolved'],
    closed: ['90', 'fermé', 'closed'],
  },
  kinds: {},
};
