/** Redmine: the issue list. It has no date of resolution, and keeps its date of closing when an issue is reopened. */
import type { Tool } from '../tool.ts';

export const redmine: Tool = {
  id: 'redmine',
  name: 'Redmine',
  signatures: [['#', 'Tracker']],
  columns: {
    key: { any: ['#'] },
    status: { fr: ['Statut'], en: ['Status'] },
    priority: { fr: ['Priorité'], en: ['Priority'] },
    kind: { any: ['Tracker'] },
    application: { fr: ['Catégorie'], en: ['Category'] },
    group: { fr: ['Niveau'], en: ['Level'] },
    created: { fr: ['Créé'], en: ['Created'] },
    closed: { fr: ['Fermé'], en: ['Closed'] },
    updated: { fr: ['Mis-à-jour'], en: ['Updated'] },
    due: { fr: ['Echéance'], en: ['Due date'] },
    effort: { fr: ['Temps passé'], en: ['Spent time'] },
  },
  dates: { fr: 'day-first', en: 'month-first' },
  zone: 'stated',
  stale: ['resolved', 'closed'],
  statuses: {
    new: ['Nouveau', 'New'],
    active: ['En cours', 'In Progress', 'Assigné', 'Réouvert', 'Reopened'],
    'waiting-client': ['Commentaire', 'Feedback', 'En attente', 'En attente client'],
    resolved: ['Résolu', 'Resolved'],
    closed: ['Fermé', 'Closed'],
    rejected: ['Rejeté', 'Rejected'],
  },
  kinds: { corrective: ['Anomalie', 'Bug'], evolutive: ['Evolution', 'Feature'], question: ['Assistance', 'Support'] },
  limits: [500],
};
