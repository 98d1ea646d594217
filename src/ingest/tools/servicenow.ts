/** ServiceNow: a list of incidents, with field names or labels, the audit log of a table, or the field changes in sys_audit. */
import type { Tool } from '../tool.ts';

export const servicenow: Tool = {
  id: 'servicenow',
  name: 'ServiceNow',
  signatures: [
    ['number', 'opened_at'],
    ['number', 'sys_updated_on'],
    ['number', 'sys_updated_at'],
    ['Number', 'Opened', 'Assignment group'],
    ['Number', 'Opened', 'State'],
  ],
  auditLog: [['number', 'incident_state', 'sys_mod_count', 'sys_updated_at']],
  columns: {
    key: { any: ['number'] },
    status: { any: ['incident_state', 'state'] },
    priority: { any: ['priority'] },
    kind: { any: ['sys_class_name'], en: ['Task type'] },
    application: { any: ['cmdb_ci', 'business_service', 'category'], en: ['Configuration item', 'Business service'] },
    group: { any: ['assignment_group'] },
    created: { any: ['opened_at', 'sys_created_on'], en: ['Opened', 'Created'] },
    resolved: { any: ['resolved_at'], en: ['Resolved'] },
    closed: { any: ['closed_at'], en: ['Closed'] },
    updated: { any: ['sys_updated_on', 'sys_updated_at'], en: ['Updated'] },
    reopens: { any: ['reopen_count'] },
    reassignments: { any: ['reassignment_count'] },
    toolVerdict: { any: ['made_sla'] },
    title: { any: ['short_description'], en: ['Short description'] },
    assignee: { any: ['assigned_to'], en: ['Assigned to'] },
  },
  history: [
    {
      signatures: [
        ['documentkey', 'fieldname', 'newvalue'],
        ['Document key', 'Field name', 'New value'],
      ],
      columns: {
        key: { any: ['number', 'documentkey', 'Document key'] },
        at: { any: ['sys_created_on', 'Created'] },
        change: { any: ['fieldname', 'Field name'] },
        from: { any: ['oldvalue', 'Old value'] },
        to: { any: ['newvalue', 'New value'] },
      },
      changes: {
        status: ['state', 'incident_state', 'Incident state'],
        priority: ['priority'],
        group: ['assignment_group', 'Assignment group'],
      },
    },
  ],
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
  kinds: { corrective: ['Incident'], evolutive: ['Change Request'], question: ['Request', 'Requested Item'] },
  limits: [10_000],
};
