/** GLPI 9, 10 and 11: the ticket list, in French or English. */
import type { Tool } from '../tool.ts';

export const glpi: Tool = {
  id: 'glpi',
  name: 'GLPI',
  signatures: [
    ['ID', "Date d'ouverture", 'Statut'],
    ['ID', 'Opening date', 'Status'],
  ],
  columns: {
    key: { any: ['ID'] },
    status: { fr: ['Statut'], en: ['Status'] },
    priority: { fr: ['Priorité'], en: ['Priority'] },
    kind: { any: ['Type'] },
    application: { fr: ['Catégorie'], en: ['Category'] },
    group: { fr: ['Attribué à - Groupe de techniciens'], en: ['Assigned to - Technician group'] },
    created: { fr: ["Date d'ouverture"], en: ['Opening date'] },
    resolved: { fr: ['Date de résolution'], en: ['Resolution date'] },
    closed: { fr: ['Date de clôture'], en: ['Closing date'] },
    updated: { fr: ['Dernière modification'], en: ['Last update'] },
    due: { fr: ['TTR'], en: ['Time to resolve'] },
    effort: { fr: ['Durée totale'], en: ['Total duration'] },
    toolVerdict: { fr: ['Temps de résolution dépassé'], en: ['Time to resolve exceeded'] },
    title: { fr: ['Titre'], en: ['Title'] },
    assignee: { fr: ['Attribué à - Technicien'], en: ['Assigned to - Technician'] },
  },
  zone: 'stated',
  effort: 'words',
  statuses: {
    new: ['Nouveau', 'New'],
    active: ['En cours (Attribué)', 'En cours (Planifié)', 'Processing (assigned)', 'Processing (planned)'],
    'waiting-client': ['En attente', 'Pending'],
    resolved: ['Résolu', 'Solved'],
    closed: ['Clos', 'Closed'],
  },
  // The column says whether the time is exceeded, and the verdict whether it is kept.
  yes: ['Non', 'No'],
  no: ['Oui', 'Yes'],
  kinds: { corrective: ['Incident'], evolutive: ['Demande', 'Request'] },
};
