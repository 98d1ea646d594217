/** Which of the sources of a contract a drop belongs to. */
import type { Contract, Source } from './contract.ts';

/** What a source says where the contract says nothing. */
export const PLAIN_SOURCE: Source = {
  files: null,
  tool: null,
  zone: null,
  dates: null,
  dateFormat: null,
  unit: null,
  yes: [],
  no: [],
  labels: new Map(),
  rows: null,
  missing: [],
  columns: new Map(),
  attribution: null,
};

/**
 * The first source whose pattern matches.
 * @param path below the folder of the contract
 */
export function sourceOf(contract: Pick<Contract, 'sources'>, path: string): Source | null {
  return contract.sources.find(({ files }) => files === null || matches(files, path)) ?? null;
}

/** The same for a file whose folder nobody knows: the last part of each pattern counts. */
export function sourceOfFile(contract: Pick<Contract, 'sources'>, name: string): Source | null {
  return contract.sources.find(({ files }) => files === null || matches(files.split('/').at(-1)!, name)) ?? null;
}

/** Whether a path matches a name with `*`, which stands for anything but a slash. */
function matches(pattern: string, path: string): boolean {
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('[^/]*')}$`).test(path);
}
