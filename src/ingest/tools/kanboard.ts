/** Kanboard: the tasks of a project and their moves; its list of sub-tasks has no dates. Quotes after a backslash are not doubled. */
import type { Tool } from '../tool.ts';

export const kanboard: Tool = {
  id: 'kanboard',
  name: 'Kanboard',
  signatures: [
    ['Identifiant de la tâche', 'Colonne'],
    ['Task Id', 'Column'],
  ],
  columns: {
    key: { fr: ['Identifiant de la tâche'], en: ['Task Id'] },
    status: { fr: ['Colonne'], en: ['Column'] },
    priority: { fr: ['Priorité'], en: ['Priority'] },
    kind: { fr: ['Catégorie'], en: ['Category'] },
    created: { fr: ['Date de création'], en: ['Creation date'] },
    acknowledged: { fr: ['Date de début'], en: ['Start date', 'Started'] },
    closed: { fr: ['Date de complétion'], en: ['Completion date'] },
    updated: { fr: ['Date de modification'], en: ['Modification date', 'Date modified'] },
    due: { fr: ["Date d'échéance"], en: ['Due date'] },
    effort: { fr: ['Temps passé'], en: ['Time spent'] },
    title: { fr: ['Titre'], en: ['Title'] },
    assignee: { fr: ['Personne assignée', 'Nom de la personne assignée'], en: ['Assignee', 'Assignee name'] },
  },
  history: [
    {
      signatures: [
        ["Colonne d'origine", 'Colonne de destination'],
        ['Source column', 'Destination column'],
      ],
      columns: {
        key: { any: ['Id.', 'Id'] },
        at: { any: ['Date'] },
        from: { fr: ["Colonne d'origine"], en: ['Source column'] },
        to: { fr: ['Colonne de destination'], en: ['Destination column'] },
      },
    },
  ],
  unusable: [
    {
      signatures: [
        ['Identifiant de la sous-tâche', 'Temps passé'],
        ['Subtask Id', 'Time spent'],
      ],
      why: 'undated',
    },
  ],
  quoting: 'backslash',
  zone: 'stated',
  statuses: {
    new: ['Nouveau', 'Backlog', 'En attente de traitement', 'Ready', 'Prêt'],
    active: ['En cours', 'Work in progress', 'Réouvert'],
    'waiting-client': ['En attente', 'En attente "client"', 'En attente client', 'Waiting'],
    resolved: ['Résolu', 'Resolved'],
    closed: ['Fermé', 'Clos', 'Terminé', 'Done'],
    rejected: ['Rejeté'],
  },
  kinds: { corrective: ['Anomalie', 'Incident'], evolutive: ['Évolution'], question: ['Assistance', 'Question'] },
};
