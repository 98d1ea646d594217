/** The tables of a month, by the name of their file. */
export const MONTH_TABLES = [
  'commitments',
  'times',
  'flow',
  'applications',
  'breaches',
  'past-due',
  'figures',
] as const;
export type MonthTable = (typeof MONTH_TABLES)[number];
