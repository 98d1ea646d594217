/** GitLab issues: in UTC; type, priority and waiting are labels in one cell. */
import type { Tool } from '../tool.ts';

export const gitlab: Tool = {
  id: 'gitlab',
  name: 'GitLab',
  signatures: [['Created At (UTC)', 'State']],
  columns: {
    key: { en: ['Issue ID', 'IID'] },
    status: { en: ['State'] },
    kind: { en: ['Type'] },
    created: { en: ['Created At (UTC)'] },
    closed: { en: ['Closed At (UTC)'] },
    updated: { en: ['Updated At (UTC)'] },
    due: { en: ['Due Date'] },
    effort: { en: ['Time Spent'] },
    title: { en: ['Title'] },
    assignee: { en: ['Assignee Username', 'Assignee'] },
  },
  history: [
    {
      signatures: [
        ['issue_iid', 'state', 'created_at'],
        ['iid', 'state', 'created_at', 'resource_type'],
      ],
      columns: { key: { any: ['issue_iid', 'iid'] }, at: { any: ['created_at'] }, to: { any: ['state'] } },
    },
  ],
  zone: 'UTC',
  effort: 'seconds',
  statuses: { active: ['Open', 'opened', 'reopened'], closed: ['Closed'] },
  kinds: {},
};
