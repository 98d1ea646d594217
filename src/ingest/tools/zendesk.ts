/** Zendesk: the full export or a view. */
import type { Tool } from '../tool.ts';

export const zendesk: Tool = {
  id: 'zendesk',
  name: 'Zendesk',
  signatures: [['Summation column'], ['Id', 'Requester', 'Solved at'], ['Id', 'Created at', 'Assignee', 'Ticket type']],
  columns: {
    key: { en: ['Id'] },
    status: { en: ['Status'] },
    priority: { en: ['Priority'] },
    kind: { en: ['Ticket type', 'Type'] },
    group: { en: ['Group'] },
    created: { en: ['Created at'] },
    acknowledged: { en: ['Assigned at'] },
    resolved: { en: ['Solved at'] },
    updated: { en: ['Updated at'] },
    due: { en: ['Due date'] },
    reopens: { en: ['Reopens'] },
    title: { en: ['Subject'] },
    assignee: { en: ['Assignee'] },
  },
  // Explore's history of updates; groups and assignees are numbers in it.
  history: [
    {
      signatures: [
        ['Ticket ID', 'Changes - Field name', 'Changes - New value'],
        ['Update ticket ID', 'Changes - Field name', 'Changes - New value'],
      ],
      columns: {
        key: { any: ['Ticket ID', 'Update ticket ID'] },
        at: { any: ['Update - Timestamp'] },
        change: { any: ['Changes - Field name'] },
        from: { any: ['Changes - Previous value'] },
        to: { any: ['Changes - New value'] },
      },
      changes: { status: ['status'], priority: ['priority'], group: [] },
    },
  ],
  zone: 'stated',
  statuses: {
    new: ['new', 'nouveau'],
    active: ['open', 'ouvert'],
    'waiting-client': ['pending', 'en attente'],
    'waiting-third-party': ['on-hold', 'hold', 'en pause'],
    resolved: ['solved', 'résolu'],
    closed: ['closed', 'clos'],
  },
  kinds: { corrective: ['Incident', 'Problem'], evolutive: ['Task'], question: ['Question'] },
};
