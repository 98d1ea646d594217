/** Jira Software and Jira Service Management, Cloud and Data Center: the issue navigator's CSV, a changelog with a row for each change, and Tempo's worklogs. */
import type { Tool } from '../tool.ts';

export const jira: Tool = {
  id: 'jira',
  name: 'Jira',
  signatures: [['Issue key'], ['Clé de ticket'], ['Clé de demande']],
  columns: {
    key: { en: ['Issue key'], fr: ['Clé de ticket', 'Clé de demande'] },
    status: { en: ['Status'], fr: ['État', 'Statut'] },
    priority: { en: ['Priority'], fr: ['Priorité'] },
    kind: { en: ['Issue Type'], fr: ['Type de ticket', 'Type de demande'] },
    application: { en: ['Components', 'Component/s'], fr: ['Composants', 'Composant(s)'] },
    group: { en: ['Labels'], fr: ['Étiquettes'] },
    created: { en: ['Created'], fr: ['Création', 'Créée', 'Créé'] },
    acknowledged: {
      en: ['Custom field ([CHART] Date of First Response)'],
      fr: ['Champs personnalisés ([CHART] Date of First Response)'],
    },
    resolved: { en: ['Resolved'], fr: ['Résolu', 'Résolue', 'Résolu(e)'] },
    updated: { en: ['Updated'], fr: ['Mise à jour', 'Mis à jour'] },
    due: { en: ['Due date'], fr: ["Date d'échéance"] },
    effort: { en: ['Time Spent'], fr: ['Temps consacré'] },
    title: { fr: ['Résumé'], en: ['Summary'] },
    assignee: { fr: ['Personne assignée', 'Responsable'], en: ['Assignee'] },
  },
  logWork: ['Log Work', 'Journal de travail'],
  history: [
    {
      signatures: [
        ['Issue key', 'Field', 'From', 'To'],
        ['Issue key', 'Field', 'fromString', 'toString'],
        ['key', 'created', 'field', 'fromString', 'toString'],
      ],
      columns: {
        key: { any: ['Issue key', 'key'] },
        at: { any: ['Created', 'Date', 'Changed'] },
        change: { any: ['Field'] },
        from: { any: ['fromString', 'From'] },
        to: { any: ['toString', 'To'] },
      },
      changes: {
        status: ['status', 'État', 'Statut'],
        priority: ['priority', 'Priorité'],
        group: ['labels', 'Étiquettes'],
      },
    },
  ],
  worklog: [
    {
      signatures: [['Issue Key', 'Work date', 'Hours']],
      columns: {
        ticket: { any: ['Issue Key'] },
        date: { any: ['Work date'] },
        activity: { any: ['Activity Name', 'Work Type'] },
        hours: { any: ['Hours'] },
        person: { any: ['Username', 'Full name'] },
      },
    },
  ],
  zone: 'stated',
  effort: 'seconds',
  statuses: {
    new: ['Open', 'To Do', 'Ouvert', 'À faire', 'Waiting for support'],
    active: ['In Progress', 'En cours', 'Work in progress', 'Reopened', 'Escalated', 'Rouvert'],
    'waiting-client': ['Waiting for customer', 'En attente du client'],
    'waiting-third-party': ['Pending', 'En attente'],
    resolved: ['Resolved', 'Résolu', 'Done', 'Terminé'],
    closed: ['Closed', 'Fermé'],
    cancelled: ['Canceled', 'Cancelled', 'Annulé'],
  },
  kinds: {
    corrective: ['[System] Incident', 'Incident', 'Bug', 'Bogue'],
    evolutive: ['[System] Change', 'Story', 'Improvement', 'New Feature', 'Change'],
    question: ['[System] Service request', 'Service request', 'Question'],
  },
  limits: [1000],
};
