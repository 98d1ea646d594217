/** osTicket: a queue. Resolved and closed share one date; zero counts are empty; quotes after a backslash are not doubled. */
import type { Tool } from '../tool.ts';

export const osticket: Tool = {
  id: 'osticket',
  name: 'osTicket',
  signatures: [
    ['Ticket Number', 'Help Topic'],
    ['Ticket Number', 'Date Created'],
  ],
  columns: {
    key: { en: ['Ticket Number'] },
    status: { en: ['Current Status', 'Status'] },
    priority: { en: ['Priority'] },
    kind: { en: ['Help Topic'] },
    application: { en: ['Department'] },
    group: { en: ['Team Assigned'] },
    created: { en: ['Date Created'] },
    closed: { en: ['Closed Date'] },
    updated: { en: ['Last Updated'] },
    due: { en: ['SLA Due Date'] },
    reopens: { en: ['Reopen Count'] },
    title: { en: ['Subject'] },
    assignee: { en: ['Agent Assigned'] },
  },
  // The log names events, not states: what is closed in it is closed or resolved, as the list says.
  history: [
    {
      signatures: [['ticket', 'timestamp', 'event']],
      columns: {
        key: { any: ['ticket'] },
        at: { any: ['timestamp'] },
        change: { any: ['event'] },
        to: { any: ['event'] },
      },
      changes: { status: ['created', 'closed', 'reopened'], priority: [], group: [] },
    },
  ],
  quoting: 'backslash',
  zone: 'stated',
  statuses: {
    active: ['Open', 'created', 'reopened'],
    resolved: ['Resolved'],
    closed: ['Closed', 'Archived'],
    cancelled: ['Deleted'],
  },
  kinds: { corrective: ['Incident'], question: ['Question', 'Feedback'] },
};
