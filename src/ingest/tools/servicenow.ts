/** ServiceNow: a list of incidents, with field names or labels, or the audit log of a table. */
import type { Tool } from '../tool.ts';

export const servicenow: Tool = {
  id: 'servicenow',
  name: 'ServiceNow',
  signatures: [
    ['number', 'opened at'],
    ['number', 'opened'],
    ['number', 'sys updated at'],
    ['number', 'sys updated on'],
  ],
  auditLog: [['number', 'incident state', 'sys mod count', 'sys updated at']],
  columns: {
    key: ['number'],
    status: ['incident state', 'state'],
    priority: ['priority'],
    kind: ['sys class name', 'task type'],
    application: ['cmdb ci', 'configuration item', 'business service', 'category'],
    group: ['assignment group'],
    created: ['opened at', 'opened', 'sys created on', 'created'],
    resolved: ['resolved at', 'resolved'],
    closed: ['closed at', 'closed'],
    updated: ['sys updated on', 'sys updated at', 'updated'],
    reopens: ['reopen count'],
    reassignments: ['reassignment count'],
    toolVerdict: ['made sla'],
  },
  missing: ['?'],
  zone: 'stated',
  statuses: {
    new: ['New'],
    active: ['Active', 'In Progress', 'Work in Progress'],
    'waiting-client': ['Awaiting User Info', 'Awaiting Caller', 'On Hold'],
    'waiting-third-party': ['Awaiting Vendor', 'Awaiting Problem', 'Awaiting Evidence', 'Awaiting Change'],
    resolved: ['Resolved'],
    closed: ['Closed'],
    cancelled: ['Canceled', 'Cancelled'],
  },
  kinds: { corrective: ['Incident'], evolutive: ['Change Request'], question: ['Request'] },
  yes: ['true', 'yes', '1'],
  no: ['false', 'no', '0'],
};
