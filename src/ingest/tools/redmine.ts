/** Redmine: the issue list, the time entries, and the journals as a query of its database gives them. The list has no date of resolution, and keeps its date of closing when an issue is reopened. */
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
    title: { fr: ['Sujet'], en: ['Subject'] },
    assignee: { fr: ['Assigné à'], en: ['Assignee'] },
  },
  history: [
    {
      signatures: [['issue_id', 'created_on', 'prop_key', 'value']],
      columns: {
        key: { any: ['issue_id'] },
        at: { any: ['created_on'] },
        change: { any: ['prop_key'] },
        from: { any: ['old_value'] },
        to: { any: ['value'] },
      },
      changes: { status: ['status_id'], priority: ['priority_id'], group: [] },
    },
  ],
  worklog: [
    {
      signatures: [
        ['Demande', 'Date', 'Heures'],
        ['Issue', 'Date', 'Hours'],
      ],
      columns: {
        ticket: { fr: ['Demande'], en: ['Issue'] },
        date: { any: ['Date'] },
        booked: { fr: ['Créé'], en: ['Created'] },
        activity: { fr: ['Activité'], en: ['Activity'] },
        hours: { fr: ['Heures'], en: ['Hours'] },
        person: { fr: ['Utilisateur'], en: ['User'] },
      },
      ticketIn: /(?:#|^\s*)(\d+)(?=\s*:|\s*$)/,
    },
  ],
  unusable: [
    {
      signatures: [
        ['Demande', 'Temps total'],
        ['Issue', 'Total time'],
        ['Utilisateur', 'Temps total'],
        ['User', 'Total time'],
        ['Projet', 'Temps total'],
        ['Project', 'Total time'],
      ],
      why: 'totals',
    },
  ],
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
