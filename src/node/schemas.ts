/** The JSON Schemas that are published: of the contract file for editors, of what stands beside the pages for programs. */
import { z } from 'zod';
import { correctionsSchema } from '../contract/corrections.ts';
import { contractSchema } from '../contract/schema.ts';
import { accountSchema, statementSchema } from '../report/account-schema.ts';
import { chaptersSchema } from '../report/chapters.ts';
import { overviewSchema } from '../report/overview.ts';
import { yearSchema } from '../report/yearly.ts';
import { ticketSchema } from '../report/tickets.ts';
import { sealSchema } from '../report/seal.ts';
import { reportSchema } from '../report/schema.ts';

const BY_NAME = {
  contract: contractSchema,
  corrections: correctionsSchema,
  report: reportSchema,
  year: yearSchema,
  seal: sealSchema,
  'contract-overview': overviewSchema,
  ticket: ticketSchema,
  account: accountSchema,
  statement: statementSchema,
  chapters: chaptersSchema,
} as const;

export type SchemaName = keyof typeof BY_NAME;
export const SCHEMAS = Object.keys(BY_NAME) as SchemaName[];

/** The text of a schema file. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(z.toJSONSchema(BY_NAME[name], { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
}
