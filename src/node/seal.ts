/** Writes the seal of a month: its figures as they were presented. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { error, hasErrors, type Problem } from '../domain/problem.ts';
import { publicationOf } from '../report/publication.ts';
import { sealOf } from '../report/seal.ts';
import { readData, SEALS_FOLDER } from './folder.ts';

/**
 * Seals a month of a contract; gives the file, or `null` and the reason among the problems: the data have errors, the
 * month is not there or not over, or it has a seal that is not to be replaced.
 */
export async function sealMonth(
  data: string,
  contract: string,
  month: string,
  again: boolean,
): Promise<{ problems: readonly Problem[]; sealed: string | null }> {
  const { contracts, problems } = await readData(data, contract);
  const [read] = contracts;
  if (hasErrors(problems) || read?.state !== 'read') return { problems, sealed: null };
  const refused = (problem: Problem) => ({ problems: [...problems, problem], sealed: null });
  const { folder } = read;
  const { months } = publicationOf(read.contract, read.reading);
  const report = months.find((one) => one.month === month);
  const complete = months.filter((one) => one.complete).map((one) => one.month);
  if (!report?.complete) return refused(error('seal-month-not-complete', { month, complete }, { file: folder }));
  const file = join(data, folder, SEALS_FOLDER, `${month}.json`);
  const name = `${folder}/${SEALS_FOLDER}/${month}.json`;
  if (existsSync(file) && !again) return refused(error('seal-exists', { month }, { file: name }));
  mkdirSync(join(data, folder, SEALS_FOLDER), { recursive: true });
  // Whole or not at all.
  writeFileSync(`${file}.new`, `${JSON.stringify(sealOf(report), null, 1)}\n`);
  renameSync(`${file}.new`, file);
  return { problems, sealed: name };
}
