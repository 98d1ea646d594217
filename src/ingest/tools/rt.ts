/** Request Tracker: the spreadsheet of a search of tickets or of transactions. Nothing is quoted; the date of resolution is that of the last inactive status. */
import type { Tool } from '../tool.ts';

export const rt: Tool = {
  id: 'rt',
  name: 'Request Tracker',
  signatures: [
    ['n°', 'Intervenant'],
    ['n°', 'Demandeurs'],
    ['n°', 'Statut', 'Créé'],
    ['id', 'Requestors'],
    ['id', 'Status', 'Queue', 'Created'],
    ['n°', 'CrééDepuis'],
    ['id', 'CreatedRelative'],
  ],
  columns: {
    key: { fr: ['n°'], en: ['id'] },
    status: { fr: ['Statut'], en: ['Status'] },
    priority: { fr: ['Priorité'], en: ['Priority'] },
    application: { any: ['Application', 'CF.{Application}'], fr: ['File', 'NomFile'], en: ['Queue', 'QueueName'] },
    kind: { any: ['CF.{Type de demande}', 'CF.{Type}'] },
    group: { any: ['CF.{Niveau}', 'CF.{Level}'] },
    created: { fr: ['Créé', 'CrééDepuis'], en: ['Created', 'CreatedRelative'] },
    acknowledged: { fr: ['Ouvert le', 'Démarré'], en: ['Started'] },
    resolved: { fr: ['Résolu'], en: ['Resolved'] },
    updated: { fr: ['Date dernière MAJ', 'DateDernièreMAJ', 'DernièreMAJ'], en: ['Last Updated', 'LastUpdated'] },
    due: { fr: ['Échéance'], en: ['Due'] },
    effort: { fr: ['Temps passé', 'TempsPassé'], en: ['Time Worked', 'TimeWorked'] },
    title: { fr: ['Sujet'], en: ['Subject'] },
    assignee: { fr: ['Intervenant'], en: ['Owner'] },
  },
  history: [
    {
      signatures: [
        ['Ancienne valeur', 'Nouvelle valeur'],
        ['Old Value', 'New Value'],
        ['OldValue', 'NewValue'],
      ],
      columns: {
        key: { any: ['ObjectId', 'Ticket', 'Object Id'] },
        at: { fr: ['Créé', 'CrééDepuis'], en: ['Created', 'CreatedRelative'] },
        change: { any: ['Field', 'Champ', 'Type'] },
        from: { fr: ['Ancienne valeur'], en: ['Old Value', 'OldValue'] },
        to: { fr: ['Nouvelle valeur'], en: ['New Value', 'NewValue'] },
        hours: { any: ['TimeTaken', 'Time Taken'], fr: ['Temps pris'] },
        person: { fr: ['Créateur', 'Créé par'], en: ['Creator', 'Created By'] },
      },
      unit: 'words-or-minutes',
      changes: { status: ['Status'], priority: ['Priority'], group: ['Queue'] },
    },
  ],
  worklog: [
    {
      signatures: [
        ['Ticket', 'TimeTaken', 'Created'],
        ['ObjectId', 'TimeTaken', 'Created'],
        ['Ticket', 'Temps pris', 'Créé'],
      ],
      columns: {
        ticket: { any: ['ObjectId', 'Ticket', 'Object Id'] },
        date: { fr: ['Créé'], en: ['Created'] },
        hours: { any: ['TimeTaken', 'Time Taken'], fr: ['Temps pris'] },
        person: { fr: ['Créateur', 'Créé par'], en: ['Creator', 'Created By'] },
      },
      unit: 'words-or-minutes',
    },
  ],
  quoting: 'none',
  missing: ['Non renseigné', 'Not set'],
  zone: 'stated',
  effort: 'words-or-minutes',
  rewritten: true,
  stale: ['resolved', 'closed'],
  statuses: {
    new: ['nouveau', 'new'],
    active: ['ouvert', 'open', 'reopened'],
    'waiting-client': ['stagnant', 'stalled'],
    resolved: ['résolu', 'resolved'],
    closed: ['closed', 'fermé'],
    rejected: ['rejeté', 'rejected'],
    cancelled: ['effacé', 'deleted'],
  },
  kinds: { corrective: ['Anomalie', 'Incident'], evolutive: ['Évolution'], question: ['Assistance', 'Question'] },
};
