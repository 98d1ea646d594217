/** iTop: user requests and incidents, with labels or codes. */
import type { Tool } from '../tool.ts';

export const itop: Tool = {
  id: 'itop',
  name: 'iTop',
  signatures: [
    ['Référence', 'Type de Requête'],
    ['Référence', 'Date de début', "Date d'assignation"],
    ['Ref', 'Request Type'],
    ['Ref', 'Start date', 'Assignment date'],
    ['ref', 'request_type'],
    ['ref', 'start_date'],
  ],
  columns: {
    key: { any: ['ref'], fr: ['Référence'] },
    status: { any: ['status'], fr: ['Etat', 'Statut'] },
    priority: { any: ['priority'], fr: ['Priorité'] },
    kind: { any: ['request_type'], fr: ['Type de Requête'] },
    application: { any: ['service_name'], fr: ['Nom du service'] },
    group: {
      any: ['team_id->friendlyname', 'team_name'],
      fr: ['Equipe->Nom complet', 'Equipe'],
      en: ['Team->Full name', 'Team'],
    },
    created: { any: ['start_date'], fr: ['Date de début'] },
    acknowledged: { any: ['assignment_date'], fr: ["Date d'assignation"] },
    resolved: { any: ['resolution_date'], fr: ['Date de résolution'] },
    closed: { any: ['close_date'], fr: ['Date de fermeture'] },
    updated: { any: ['last_update'], fr: ['Dernière mise à jour'] },
    due: { any: ['ttr_escalation_deadline'], fr: ['Echéance TTR'], en: ['TTR Deadline'] },
    title: { any: ['title'], fr: ['Titre'] },
    assignee: {
      any: ['agent_id->friendlyname', 'agent_name'],
      fr: ['Agent->Nom complet', 'Agent'],
      en: ['Agent->Full name'],
    },
  },
  // Changes name a ticket by the number of its record, which the list has as its column `id`.
  history: [
    {
      signatures: [
        ['objkey', 'attcode', 'newvalue'],
        ['ref', 'date', 'attcode', 'newvalue'],
        ['Clé', 'Champ', 'Nouvelle valeur'],
        ['object id', 'Attribute', 'New value'],
      ],
      columns: {
        key: { any: ['ref', 'objkey'], fr: ['Clé'], en: ['object id'] },
        at: { any: ['date'] },
        change: { any: ['attcode'], fr: ['Champ'], en: ['Attribute'] },
        from: { any: ['oldvalue'], fr: ['Ancienne valeur'], en: ['Previous value'] },
        to: { any: ['newvalue'], fr: ['Nouvelle valeur'], en: ['New value'] },
      },
      changes: { status: ['status'], priority: [], group: [] },
    },
  ],
  zone: 'stated',
  statuses: {
    new: ['Nouveau', 'New', 'Approuvée', 'Approved'],
    active: [
      'Assignée',
      'Assigné',
      'Assigned',
      'Escalade tto',
      'Escalate ttr',
      'Escalated TTO',
      'Escalated TTR',
      'escalated_tto',
      'escalated_ttr',
    ],
    'waiting-client': [
      'En attente',
      'Pending',
      "En attente d'approbation",
      'Waiting for approval',
      'waiting_for_approval',
    ],
    resolved: ['Résolue', 'Résolu', 'Resolved'],
    closed: ['Fermée', 'Fermé', 'Closed'],
    rejected: ['Rejetée', 'Rejected'],
  },
  kinds: { corrective: ['incident'], evolutive: ['demande de service', 'Service request'] },
};
