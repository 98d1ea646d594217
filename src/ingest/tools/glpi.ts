/** GLPI 9, 10 and 11: the ticket list, in French or English. */
import type { Tool } from '../tool.ts';

export const glpi: Tool = {
  id: 'glpi',
  name: 'GLPI',
  signatures: [
    ['id', "date d'ouverture", 'statut'],
    ['id', 'opening date', 'status'],
  ],
  columns: {
    key: ['id'],
    status: ['statut', 'status'],
    priority: ['priorite', 'priority'],
    kind: ['type'],
    application: ['categorie', 'category'],
    group: ['attribue a - groupe de techniciens', 'assigned to - technician group'],
    created: ["date d'ouverture", 'opening date'],
    resolved: ['date de resolution', 'resolution date'],
    closed: ['date de cloture', 'closing date'],
    updated: ['derniere modification', 'last update'],
    due: ['ttr', 'time to resolve'],
  },
  missing: [],
  zone: 'stated',
  statuses: {
    new: ['Nouveau', 'New'],
    active: ['En cours (Attribué)', 'En cours (Planifié)', 'Processing (assigned)', 'Processing (planned)'],
    'waiting-client': ['En attente', 'Pending'],
    resolved: ['Résolu', 'Solved'],
    closed: ['Clos', 'Closed'],
  },
  kinds: { corrective: ['Incident'], evolutive: ['Demande', 'Request'] },
  yes: ['oui', 'yes'],
  no: ['non', 'no'],
};
