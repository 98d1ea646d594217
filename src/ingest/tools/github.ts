/** GitHub issues: `gh issue list --json … --jq '… | @csv'` with the field names as headings, or a project's view. */
import type { Tool } from '../tool.ts';

export const github: Tool = {
  id: 'github',
  name: 'GitHub',
  signatures: [
    ['number', 'createdAt'],
    ['number', 'state', 'closedAt'],
  ],
  columns: {
    key: { en: ['number'] },
    status: { en: ['state'] },
    created: { en: ['createdAt'] },
    closed: { en: ['closedAt'] },
    updated: { en: ['updatedAt'] },
    title: { en: ['title'] },
    assignee: { en: ['assignees'] },
  },
  history: [
    {
      signatures: [
        ['number', 'event', 'created_at'],
        ['issue.number', 'event', 'created_at'],
      ],
      columns: {
        key: { any: ['number', 'issue.number'] },
        at: { any: ['created_at'] },
        change: { any: ['event'] },
        to: { any: ['event'] },
      },
      changes: { status: ['closed', 'reopened'], priority: [], group: [] },
    },
  ],
  zone: 'UTC',
  statuses: { active: ['OPEN', 'reopened'], closed: ['CLOSED'] },
  kinds: {},
};
