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
    ['Número', 'Estado', 'Grupo de asignación'],
    ['Número', 'Aberto', 'Grupo de atribuição'],
  ],
  auditLog: [['number', 'incident_state', 'sys_mod_count', 'sys_updated_at']],
  columns: {
    key: { any: ['number'], es: ['Número'], pt: ['Número'] },
    status: { any: ['incident_state', 'state'], es: ['Estado'], pt: ['Estado'] },
    priority: { any: ['priority'], es: ['Prioridad'], pt: ['Prioridade'] },
    kind: { any: ['sys_class_name'], en: ['Task type'] },
    application: {
      any: ['cmdb_ci', 'business_service', 'category'],
      en: ['Configuration item', 'Business service'],
      es: ['Elemento de configuración'],
      pt: ['Item de configuração'],
    },
    group: { any: ['assignment_group'], es: ['Grupo de asignación'], pt: ['Grupo de atribuição'] },
    created: {
      any: ['opened_at', 'sys_created_on'],
      en: ['Opened', 'Created'],
      es: ['Creado', 'Creados'],
      pt: ['Aberto', 'Aberto(a)'],
    },
    resolved: { any: ['resolved_at'], en: ['Resolved'], pt: ['Resolvido'] },
    closed: { any: ['closed_at'], en: ['Closed'], es: ['Cerrado'], pt: ['Encerrado'] },
    updated: {
      any: ['sys_updated_on', 'sys_updated_at'],
      en: ['Updated'],
      es: ['Actualizado', 'Actualizados'],
      pt: ['Atualizado em'],
    },
    reopens: { any: ['reopen_count'] },
    reassignments: { any: ['reassignment_count'] },
    toolVerdict: { any: ['made_sla'] },
    title: {
      any: ['short_description'],
      en: ['Short description'],
      es: ['Breve descripción'],
      pt: ['Descrição resumida'],
    },
    assignee: { any: ['assigned_to'], en: ['Assigned to'], es: ['Asignado a'], pt: ['Atribuído a'] },
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
    new: ['New', 'Novo'],
    active: ['Active', 'In Progress', 'Work in Progress', 'Em andamento'],
    'waiting-client': ['Awaiting User Info', 'Awaiting Caller', 'On Hold', 'Em espera'],
    'waiting-third-party': ['Awaiting Vendor', 'Awaiting Problem', 'Awaiting Evidence', 'Awaiting Change'],
    resolved: ['Resolved', 'Resolvido'],
    closed: ['Closed', 'Fechado'],
    cancelled: ['Canceled', 'Cancelled', 'Cancelado'],
  },
  kinds: { corrective: ['Incident'], evolutive: ['Change Request'], question: ['Request', 'Requested Item'] },
  limits: [10_000],
};
