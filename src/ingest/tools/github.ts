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
  zone: 'UTC',
  statuses: { active: ['OPEN'], closed: ['CLOSED'] },
  kinds: {},
};
