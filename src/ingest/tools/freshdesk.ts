/** Freshdesk and Freshservice. */
import type { Tool } from '../tool.ts';

export const freshdesk: Tool = {
  id: 'freshdesk',
  name: 'Freshdesk / Freshservice',
  signatures: [
    ['Ticket ID', 'Created time', 'Due by Time'],
    ['Ticket ID', 'Created time', 'Resolved time'],
  ],
  columns: {
    key: { en: ['Ticket ID'] },
    status: { en: ['Status'] },
    priority: { en: ['Priority'] },
    kind: { en: ['Type'] },
    application: { en: ['Category', 'Product'] },
    group: { en: ['Group'] },
    created: { en: ['Created time'] },
    acknowledged: { en: ['Initial response time'] },
    resolved: { en: ['Resolved time'] },
    closed: { en: ['Closed time'] },
    updated: { en: ['Last updated time', 'Last update time'] },
    due: { en: ['Due by Time'] },
    effort: { en: ['Time tracked'] },
    toolVerdict: { en: ['Resolution status'] },
    title: { en: ['Subject'] },
    assignee: { en: ['Agent'] },
  },
  // The activities of tickets, flattened: a row tells what became of a field, not what it was.
  history: [
    {
      signatures: [
        ['ticket_id', 'performed_at', 'activity.status'],
        ['ticket_id', 'performed_at', 'activity_status'],
      ],
      columns: {
        key: { any: ['ticket_id'] },
        at: { any: ['performed_at'] },
        to: { any: ['activity.status', 'activity_status'] },
      },
    },
  ],
  zone: 'stated',
  effort: 'words',
  statuses: {
    active: ['Open'],
    'waiting-client': ['Pending', 'Waiting on Customer', 'Waiting for Customer'],
    'waiting-third-party': ['Waiting on Third Party', 'Waiting for Third Party'],
    resolved: ['Resolved'],
    closed: ['Closed'],
  },
  kinds: {
    corrective: ['Incident', 'Problem', 'Bug'],
    evolutive: ['Feature Request', 'Service Request'],
    question: ['Question'],
  },
  yes: ['Within SLA'],
  no: ['SLA Violated'],
};
