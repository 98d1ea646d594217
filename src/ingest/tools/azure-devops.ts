/** Azure DevOps: the work items of a query. */
import type { Tool } from '../tool.ts';

export const azureDevops: Tool = {
  id: 'azure-devops',
  name: 'Azure DevOps',
  signatures: [['ID', 'Work Item Type']],
  columns: {
    key: { en: ['ID'] },
    status: { en: ['State'] },
    priority: { en: ['Priority'] },
    kind: { en: ['Work Item Type'] },
    application: { en: ['Area Path'] },
    created: { en: ['Created Date'] },
    acknowledged: { en: ['Activated Date'] },
    resolved: { en: ['Resolved Date'] },
    closed: { en: ['Closed Date'] },
    updated: { en: ['Changed Date'] },
    due: { en: ['Due Date'] },
    effort: { en: ['Completed Work'] },
    title: { en: ['Title'] },
    assignee: { en: ['Assigned To'] },
  },
  // Each revision is the whole item: where its state is that of the revision before, nothing changed.
  history: [
    {
      signatures: [
        ['WorkItemId', 'ChangedDate', 'State'],
        ['Work Item Id', 'Changed Date', 'State'],
      ],
      columns: {
        key: { any: ['WorkItemId', 'Work Item Id'] },
        at: { any: ['ChangedDate', 'Changed Date'] },
        to: { any: ['State'] },
      },
    },
  ],
  zone: 'stated',
  statuses: {
    new: ['New', 'Proposed', 'To Do', 'Approved'],
    active: ['Active', 'Committed', 'In Progress', 'Doing'],
    resolved: ['Resolved'],
    closed: ['Closed', 'Done'],
    cancelled: ['Removed'],
  },
  kinds: { corrective: ['Bug', 'Issue'], evolutive: ['User Story', 'Feature', 'Product Backlog Item'] },
  limits: [1000, 10_000],
};
