/** OTRS, Znuny and OTOBO: the ticket search's CSV, in UTC. Its date of closing is the last one, kept when a ticket is reopened. */
import type { Tool } from '../tool.ts';

export const otrs: Tool = {
  id: 'otrs',
  name: 'OTRS / Znuny / OTOBO',
  signatures: [
    ['Numéro de ticket', 'File', 'Créé'],
    ['Ticket Number', 'Queue', 'Created'],
    ['TicketNumber', 'Queue', 'Created'],
    ['FirstResponseInMin', 'Created'],
  ],
  columns: {
    key: { fr: ['Numéro de ticket'], en: ['Ticket Number', 'TicketNumber'] },
    status: { fr: ['État'], en: ['State'] },
    priority: { fr: ['Priorité'], en: ['Priority'] },
    kind: { any: ['Type'] },
    application: { any: ['Service'], fr: ['File'], en: ['Queue'] },
    group: { fr: ['File'], en: ['Queue'] },
    created: { fr: ['Créé'], en: ['Created'] },
    acknowledged: { any: ['FirstResponse'] },
    closed: { fr: ['Fermés', 'Fermé'], en: ['Closed'] },
    title: { fr: ['Sujet', 'Titre'], en: ['Subject', 'Title'] },
    assignee: { fr: ['Propriétaire'], en: ['Agent/Owner', 'Owner'] },
  },
  zone: 'UTC',
  stale: ['closed'],
  statuses: {
    new: ['nouveau', 'new'],
    active: ['ouvert', 'open'],
    'waiting-client': [
      'Attente de rappel',
      'en attente de rappel',
      'pending reminder',
      'en attente de fermeture automatique (+)',
      'en attente de fermeture automatique (-)',
      'pending auto close+',
      'pending auto close-',
    ],
    closed: ['clos (résolu)', 'closed successful'],
    rejected: ['clos (non résolu)', 'closed unsuccessful'],
    merged: ['fusionné', 'merged'],
    cancelled: ['supprimé', 'removed'],
  },
  kinds: { corrective: ['Incident', 'Problem'], evolutive: ['RFC', 'Change'], question: ['Unclassified'] },
  limits: [2000],
};
