/** Writes what is published: to the pages, in a folder that they read, and beside them. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { whatIfData } from '../calculators/what-if/model/data.ts';
import { LANGS, type Contract } from '../contract/contract.ts';
import { brandSheet } from '../report/brand.ts';
import type { Publication } from '../report/publication.ts';
import { BRAND_FILE, folderOf, REPLAY_FILE, rootFrom } from '../site.ts';
import { writeMonth, writeStatement } from './exports.ts';
import type { ReadFolder } from './folder.ts';
import {
  ACCOUNT_FILE,
  CHAPTERS_FILE,
  OVERVIEW_FILE,
  REPORT_FILE,
  SERIES_FILE,
  STATEMENT_FILE,
  TICKET_FILE,
  TICKETS_SUFFIX,
  YEAR_FILE,
} from './stage.ts';

/** Writes a publication where the pages read it. */
export function stage(
  folder: string,
  { overview, months, years, account, statements, proofs, chapters, series }: Publication,
): void {
  const { id } = overview;
  const own = join(folder, id);
  writeJson(join(own, OVERVIEW_FILE), overview);
  writeJson(join(own, SERIES_FILE), series);
  for (const report of months) writeJson(join(own, report.month, REPORT_FILE), report);
  for (const year of years) writeJson(join(own, year.year, YEAR_FILE), year);
  if (account) writeJson(join(folder, folderOf('fr', { page: 'consumption', contract: id }), ACCOUNT_FILE), account);
  for (const statement of statements) {
    const route = { page: 'statement', contract: id, month: statement.month } as const;
    writeJson(join(folder, folderOf('fr', route), STATEMENT_FILE), statement);
  }
  if (chapters) writeJson(join(folder, folderOf('fr', { page: 'chapters', contract: id }), CHAPTERS_FILE), chapters);
  writeJson(`${own}${TICKETS_SUFFIX}`, proofs);
}

/**
 * Writes what the pages of a contract ask for: its JSON, its brand, and the data of "what if".
 * @param staged where {@link stage} wrote it
 * @param site the folder of the site
 */
export function publishFiles(
  { contract, file, reading, logo }: ReadFolder,
  { proofs }: Publication,
  staged: string,
  site: string,
): void {
  const own = join(site, contract.id);
  mkdirSync(own, { recursive: true });
  publishBrand(contract, logo, site);
  cpSync(join(staged, contract.id), own, { recursive: true });
  for (const proof of proofs) writeJson(join(own, 'tickets', proof.slug, TICKET_FILE), proof);
  const pages = Object.fromEntries(proofs.map(({ key, slug }) => [key, slug]));
  // A script, since a page that is opened from a disk may not read a file.
  const data = whatIfData(file, contract, reading.table, reading.asOf, pages);
  writeFile(join(own, REPLAY_FILE), `jaugeReplay=${JSON.stringify(data)};\n`);
}

/** Writes the tables of a contract for spreadsheets. */
export async function publishTables({ months, account, statements }: Publication, site: string): Promise<void> {
  if (account) for (const statement of statements) await writeStatement(site, account, statement);
  for (const report of months) await writeMonth(site, report);
}

/** The style sheet of a contract in both languages, and its logo beside the French one. */
function publishBrand(contract: Contract, logo: Uint8Array | null, site: string): void {
  const { id, name, client, accent, confidentiality } = contract;
  const file = logo && contract.logo ? `logo${extname(contract.logo).toLowerCase()}` : null;
  if (logo && file) writeFileSync(join(site, folderOf('fr', { page: 'contract', contract: id }), file), logo);
  for (const lang of LANGS) {
    const folder = folderOf(lang, { page: 'contract', contract: id });
    const sheet = brandSheet({
      accent,
      logo:
        file &&
        (lang === 'fr' ? file : `${rootFrom(folder)}${folderOf('fr', { page: 'contract', contract: id })}${file}`),
      running: `${name[lang]} – ${client}`,
      foot: confidentiality?.[lang] ?? null,
    });
    writeFile(join(site, folder, BRAND_FILE), sheet);
  }
}

function writeJson(path: string, value: unknown): void {
  writeFile(path, `${JSON.stringify(value)}\n`);
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
