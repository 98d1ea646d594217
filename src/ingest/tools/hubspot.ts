/** HubSpot Service Hub: tickets. */
import type { Tool } from '../tool.ts';

export const hubspot: Tool = {
  id: 'hubspot',
  name: 'HubSpot',
  signatures: [
    ['Ticket ID', 'Ticket name', 'Create date'],
    ['ID du ticket', 'Nom du ticket', 'Date de création'],
    ['Record ID', 'Ticket name', 'Create date'],
  ],
  columns: {
    key: { en: ['Ticket ID', 'Record ID'], fr: ['ID du ticket'] },
    status: { en: ['Ticket status'], fr: ['Statut du ticket'] },
    priority: { en: ['Priority'], fr: ['Priorité'] },
    kind: { en: ['Category'], fr: ['Catégorie'] },
    application: { en: ['Subcategory', 'Pipeline'] },
    created: { en: ['Create date'], fr: ['Date de création'] },
    acknowledged: {
      en: ['First agent email response date'],
      fr: ["Date de la première réponse de l'agent par e-mail"],
    },
    // When the stage was last entered; it stays when the ticket leaves it again.
    resolved: { any: ['Date entered "Closed (Support Pipeline)"', 'Date entered "Closed"'] },
    closed: { en: ['Close date'], fr: ['Date de fermeture'] },
    updated: { en: ['Last activity date'], fr: ['Date de la dernière activité'] },
    title: { en: ['Ticket name'], fr: ['Nom du ticket'] },
    assignee: { en: ['Ticket owner'], fr: ['Propriétaire du ticket'] },
  },
  // The history of one property; its columns are stated where an account heads them otherwise.
  history: [
    {
      signatures: [
        ['Record ID', 'Property', 'Value', 'Timestamp'],
        ['Object ID', 'Property', 'Value', 'Timestamp'],
        ['ticket_id', 'property', 'value', 'timestamp'],
      ],
      columns: {
        key: { any: ['Record ID', 'Object ID', 'ticket_id'] },
        at: { any: ['timestamp'] },
        change: { any: ['property'] },
        to: { any: ['value'] },
      },
      changes: {
        status: ['hs_pipeline_stage', 'Ticket status', 'Statut du ticket'],
        priority: ['hs_ticket_priority', 'Priority', 'Priorité'],
        group: [],
      },
    },
  ],
  zone: 'stated',
  stale: ['resolved'],
  statuses: {
    new: ['1', 'New', 'New (Support Pipeline)', 'Nouveau'],
    active: ['3', 'Waiting on us', 'Waiting on us (Support Pipeline)', 'En attente de notre réponse'],
    'waiting-client': ['2', 'Waiting on contact', 'Waiting on contact (Support Pipeline)', 'En attente du contact'],
    closed: ['4', 'Closed', 'Closed (Support Pipeline)', 'Fermé'],
  },
  kinds: { corrective: ['Product issue', 'Bug'], evolutive: ['Feature request'], question: ['General inquiry'] },
};
