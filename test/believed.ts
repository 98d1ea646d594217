/** Readings that a test goes on with; one that is not believed says why. */
import { join } from 'node:path';
import type { Read, Reading } from '../src/ingest/read.ts';
import { readContractFolder, type ReadFolder } from '../src/node/folder.ts';

/** @throws Error with the codes of the errors, where the exports are not believed */
export function believed(reading: Reading): Read {
  if (reading.state === 'read') return reading;
  throw new Error(reading.problems.map(({ code }) => code).join(', '));
}

/** One of the contracts of `data/`, read. */
export async function exampleFolder(name: string, data = join(import.meta.dirname, '../data')): Promise<ReadFolder> {
  const folder = await readContractFolder(join(data, name), name);
  if (folder.state === 'read') return folder;
  throw new Error(folder.problems.map(({ code }) => code).join(', '));
}
