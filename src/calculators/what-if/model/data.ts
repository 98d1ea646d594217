/** What the page of a contract replays: the terms without what they do not need, the tickets without what they do not need. */
import type { Contract } from '../../../contract/contract.ts';
import type { ContractFile } from '../../../contract/schema.ts';
import type { TicketTable } from '../../../domain/ticket.ts';
import { reducedTable, type ReducedTable } from './table.ts';

export interface WhatIfData {
  readonly format: 'jauge-replay/1';
  readonly file: ContractFile;
  readonly table: ReducedTable;
  /** Key of a ticket that has a page → the folder of the page. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Chapters of a contract file that no figure of a replay is made of. */
const LEFT_OUT = [
  '$schema',
  'note',
  'brand',
  'sources',
  'tolerate',
  'keep',
  'support',
  'environments',
  'reversibility',
  'confidentiality',
  'events',
  'surveys',
  'risks',
  'decisions',
] as const satisfies readonly (keyof ContractFile)[];

/** The data of a replay, to be published beside the pages of a contract. */
export function whatIfData(
  file: ContractFile,
  contract: Contract,
  table: TicketTable,
  asOf: number,
  pages: Readonly<Record<string, string>>,
): WhatIfData {
  const terms = Object.fromEntries(
    Object.entries(file).filter(([key]) => !(LEFT_OUT as readonly string[]).includes(key)),
  ) as ContractFile;
  // Who the parties are and why something is contested or adjusted, no figure asks.
  const bare: ContractFile = {
    ...terms,
    client: '–',
    provider: '–',
    ...(terms.contested && { contested: terms.contested.map((one) => ({ ...one, reason: '–' })) }),
    ...(terms.adjustments && { adjustments: terms.adjustments.map((one) => ({ ...one, reason: '–' })) }),
  };
  return { format: 'jauge-replay/1', file: bare, table: reducedTable(table, contract, asOf), pages };
}
