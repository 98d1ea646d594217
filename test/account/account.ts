/** Accounts of contracts and exports that are written in a test. */
import { expect } from 'vitest';
import { readContract } from '../../src/contract/read.ts';
import type { Contract } from '../../src/contract/contract.ts';
import { readDrop, type Rows } from '../../src/ingest/rows.ts';
import { ticketsUpTo } from '../../src/ingest/as-of.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';
import { accountOf, type AccountReading } from '../../src/report/account.ts';
import { measuredMonths } from '../../src/report/monthly.ts';
import { Slugs } from '../../src/report/slugs.ts';
import { accountSchema, statementSchema } from '../../src/report/account-schema.ts';

/** The contract of a text without a mistake. */
export function contractOf(text: string): Contract {
  const { contract, problems } = readContract(text, 'contract.yaml', ['redmine', 'jira', 'glpi']);
  expect(problems.filter(({ code }) => code !== 'penalty-coverage-unnamed')).toEqual([]);
  return contract!;
}

export const LIST =
  "ID;Statut;Priorité;Type;Date d'ouverture;Date de résolution\n1;Clos;Haute;Incident;2026-01-01 09:00;2026-01-02 09:00\n";

export async function rowsOf(file: string, text: string, contract: Contract): Promise<Rows> {
  const { rows, problems } = await readDrop(
    file,
    [new TextEncoder().encode(text)],
    contract.sources[0] ?? null,
    contract.zone.name,
    contract.keep,
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return rows!;
}

/** The account of some exports, as known at the end of a day. */
export async function accountAt(
  contract: Contract,
  exports: Readonly<Record<string, string>>,
  day: string,
): Promise<AccountReading> {
  const rows = await Promise.all(Object.entries(exports).map(([file, text]) => rowsOf(file, text, contract)));
  const folded = ticketsOf(rows, contract.statusOf);
  const asOf = contract.zone.startOf(Date.parse(`${day}T00:00:00Z`) + 86_400_000) - 1;
  const table = ticketsUpTo(folded.table, asOf);
  const slugs = new Slugs();
  const { service } = measuredMonths({ contract, table, asOf, accounting: folded.accounting }, slugs);
  const reading = accountOf(contract, table, asOf, service, slugs)!;
  accountSchema.parse(reading.account);
  for (const statement of reading.statements) statementSchema.parse(statement);
  return reading;
}
