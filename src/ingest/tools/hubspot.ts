/** HubSpot Service Hub: tickets. */
import type { Tool } from '../tool.ts';

export const hubspot: Tool = {
  id: 'hubspot',
  name: 'HubSpot',
  signatures: [
    ['Ticket ID', 'Ticket name', 'Create date'],
    ['ID du ticket', 'Nom du ticket', 'Date de création'],
  ],
  columns: {
    key: { en: ['Ticket ID'], fr: ['ID du ticket'] },
    status: { en: ['Ticket status'], fr: ['Statut du ticket'] },
    priority: { en: ['Priority'], fr: ['Priorité'] },
    kind: { en: ['Category'], fr: ['Catégorie'] },
    application: { en: ['Subcategory', 'Pipeline'] },
    created: { en: ['Create date'], fr: ['Date de création'] },
    acknowledged: {
      en: ['First agent email response date'],
      fr: ["Date de la première réponse de l'agent par e-mail"],
    },
    closed: { en: ['Close date'], fr: ['Date de fermeture'] },
    updated: { en: ['Last activity date'], fr: ['Date de la dernière activité'] },
    title: { en: ['Ticket name'], fr: ['Nom du ticket'] },
    assignee: { en: ['Ticket owner'], fr: ['Propriétaire du ticket'] },
  },
  zone: 'stated',
  statuses: {
    new: ['New', 'New (Support Pipeline)', 'Nouveau'],
    active: ['Waiting on us', 'Waiting on us (Support Pipeline)', 'En attente de notre réponse'],
    'waiting-client': ['Waiting on contact', 'Waiting on contact (Support Pipeline)', 'En attente du contact'],
    closed: ['Closed', 'Closed (Support Pipeline)', 'Fermé'],
  },
  kinds: { corrective: ['Product issue', 'Bug'], evolutive: ['Feature request'], question: ['General inquiry'] },
};
