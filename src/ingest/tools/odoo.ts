/** Odoo, OCA helpdesk: in UTC. */
import type { Tool } from '../tool.ts';

export const odoo: Tool = {
  id: 'odoo',
  name: 'Odoo (OCA helpdesk)',
  signatures: [
    ['Numéro de ticket', 'Étape'],
    ['Ticket number', 'Stage'],
  ],
  columns: {
    key: { fr: ['Numéro de ticket'], en: ['Ticket number'] },
    status: { fr: ['Étape'], en: ['Stage'] },
    priority: { fr: ['Priorité'], en: ['Priority'] },
    kind: { any: ['Type'] },
    application: { fr: ['Catégorie'], en: ['Category'] },
    group: { fr: ['Équipe'], en: ['Team'] },
    created: { fr: ['Créé le'], en: ['Created on'] },
    acknowledged: { fr: ["Date d'assignation"], en: ['Assigned Date'] },
    closed: { fr: ['Date de clôture'], en: ['Closed Date'] },
    updated: { fr: ['Mis à jour le'], en: ['Last Updated on'] },
    effort: { fr: ["Total d'heures"], en: ['Total Hours'] },
    title: { fr: ['Intitulé'], en: ['Title'] },
    assignee: { fr: ['Utilisateur assigné'], en: ['Assigned user'] },
  },
  zone: 'UTC',
  statuses: {
    new: ['Nouveau', 'New'],
    active: ['En cours', 'In Progress'],
    'waiting-client': ['En attente', 'Awaiting'],
    closed: ['Terminé', 'Done'],
    cancelled: ['Annulé', 'Cancelled'],
    rejected: ['Rejeté', 'Rejected'],
  },
  kinds: {},
};
