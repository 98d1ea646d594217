/** MantisBT: the issue list. Its dates are days; it has no date of resolution or closing. */
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
  },
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
