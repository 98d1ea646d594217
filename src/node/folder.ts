/** The data folder: finds contracts and drops, and hands their bytes to the ingest. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Contract, Text } from '../contract/contract.ts';
import { readCorrections } from '../contract/corrections.ts';
import { readContract } from '../contract/read.ts';
import type { ContractFile } from '../contract/schema.ts';
import { sourceOf } from '../contract/sources.ts';
import { error, hasErrors, warning, type Problem } from '../domain/problem.ts';
import { readExports, type ExportFile, type Read } from '../ingest/read.ts';
import type { Rejected } from '../ingest/rows.ts';
import { TOOLS } from '../ingest/tools/index.ts';
import { commentOf } from '../report/comment.ts';
import { contractDoubts } from '../report/doubts.ts';
import type { Remarks } from '../report/publication.ts';
import { sealSchema, type Seal } from '../report/seal.ts';
import { RESERVED_IDS } from '../site.ts';
import { bytesOf } from './bytes.ts';
import { readLogo } from './logo.ts';

/** A contract folder that is understood whole. */
export interface ReadFolder {
  readonly state: 'read';
  /** Its name, as problems give it. */
  readonly folder: string;
  readonly contract: Contract;
  /** What the contract file says, as it stands. */
  readonly file: ContractFile;
  readonly reading: Read;
  readonly remarks: Remarks;
  /** The bytes of the logo; `null` where the contract names none. */
  readonly logo: Uint8Array | null;
  /** Warnings; rejected rows are among them. */
  readonly problems: readonly Problem[];
}

/** A contract folder that nothing can be published of. */
export interface UnreadFolder {
  readonly state: 'unread';
  readonly folder: string;
  /** `null` where its file has errors. */
  readonly contract: Contract | null;
  readonly problems: readonly Problem[];
}

export type ContractFolder = ReadFolder | UnreadFolder;

export interface DataFolder {
  readonly contracts: readonly ContractFolder[];
  readonly problems: readonly Problem[];
}

const CONTRACT_FILE = 'contract.yaml';
const CORRECTIONS_FILE = 'corrections.yaml';
/** Where the figures are kept as they were presented. */
export const SEALS_FOLDER = 'published';
/** Where drops lie; what a file is, its headings say. */
const DROP_FOLDERS = ['tickets', 'history', 'worklog'] as const;
const DROP = /\.(csv|tsv|txt)(\.gz)?$/i;

/** Reads all contract folders of a data folder, or the one named. */
export async function readData(folder: string, only?: string): Promise<DataFolder> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return { contracts: [], problems: [error('data-folder-missing', { folder })] };
  }
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && statSync(join(folder, entry.name)).isDirectory())
    .map((entry) => entry.name)
    .sort();
  const withContract = folders.filter((name) => existsSync(join(folder, name, CONTRACT_FILE)));
  const problems: Problem[] = folders
    .filter((name) => !withContract.includes(name))
    .map((name) => error('contract-file-missing', { folder: name }, { file: name }));
  if (!folders.length) problems.push(error('data-folder-empty', { folder }));
  const contracts: ContractFolder[] = [];
  for (const name of withContract) contracts.push(await readContractFolder(join(folder, name), name, only));
  const seen = new Map<string, string>();
  for (const { contract, folder: name } of contracts) {
    if (!contract) continue;
    const file = `${name}/${CONTRACT_FILE}`;
    if (RESERVED_IDS.includes(contract.id)) {
      const params = { id: contract.id, reserved: RESERVED_IDS };
      problems.push(error('contract-id-reserved', params, { file, ...lineOfId(join(folder, name)) }));
    }
    const other = seen.get(contract.id);
    if (other)
      problems.push(
        error('contract-id-duplicate', { id: contract.id, other }, { file, ...lineOfId(join(folder, name)) }),
      );
    else seen.set(contract.id, file);
  }
  if (only !== undefined && !seen.has(only))
    problems.push(error('contract-not-found', { id: only, known: [...seen.keys()] }));
  return {
    contracts: only === undefined ? contracts : contracts.filter(({ contract }) => contract?.id === only),
    problems: [...problems, ...contracts.flatMap((contract) => contract.problems)],
  };
}

/**
 * Reads one contract folder.
 * @param name how problems name it
 * @param only where given, the drops of a contract with another id are left alone
 */
export async function readContractFolder(path: string, name: string, only?: string): Promise<ContractFolder> {
  const place = { file: `${name}/${CONTRACT_FILE}` };
  const {
    contract,
    file,
    problems: found,
  } = readContract(
    readFileSync(join(path, CONTRACT_FILE), 'utf8'),
    place.file,
    TOOLS.map(({ id }) => id),
  );
  const problems: Problem[] = [...found];
  const unread: UnreadFolder = { state: 'unread', folder: name, contract, problems };
  if (!contract || !file || (only !== undefined && contract.id !== only)) return unread;
  const drops = dropsOf(path, name, problems);
  // Where there is no list, a history alone makes the tickets.
  if (!drops.some((below) => /^(tickets|history)/.test(below))) {
    problems.push(error('drops-missing', { folder: `${name}/tickets` }, { file: `${name}/tickets` }));
    return unread;
  }
  const logo = contract.logo === null ? null : readLogo(path, contract.logo, place);
  if (logo && 'code' in logo) problems.push(logo);
  const seals = sealsOf(path, name, contract.id, problems);
  const corrections = correctionsOf(path, name, contract);
  problems.push(...corrections.problems);
  const exports = drops.map((below): ExportFile => {
    const drop = `${name}/${below}`;
    return { name: drop, source: sourceOf(contract, below), chunks: () => bytesOf(join(path, below), drop) };
  });
  const places = { tickets: { file: `${name}/tickets` }, contract: place };
  const reading = await readExports(exports, contract, corrections.corrections ?? [], places);
  // Not as arguments: a call takes only so many.
  for (const problem of reading.problems) problems.push(problem);
  if (reading.state === 'unread' || hasErrors(problems)) return unread;
  for (const problem of contractDoubts(contract, reading.table, reading.asOf, place)) problems.push(problem);
  const comments = commentsOf(path, name, problems);
  return {
    state: 'read',
    folder: name,
    contract,
    file,
    reading,
    remarks: { comments, seals, warnings: besidesRejections(problems, reading.rejected) },
    logo: logo && 'code' in logo ? null : logo,
    problems,
  };
}

/** The drops of a contract, below its folder and in the order of their names; what is not read is told. */
function dropsOf(path: string, name: string, problems: Problem[]): string[] {
  const files = DROP_FOLDERS.flatMap((folder) => filesBelow(join(path, folder))).map((file) =>
    relative(path, file).split(sep).join('/'),
  );
  for (const file of files.filter((other) => !DROP.test(other)))
    problems.push(warning('file-not-read', { name: basename(file) }, { file: `${name}/${file}` }));
  if (existsSync(join(path, 'corrections.yml')))
    problems.push(warning('file-not-read', { name: 'corrections.yml' }, { file: `${name}/corrections.yml` }));
  // An export that was put beside the contract file is not read, and not passed over in silence.
  for (const file of readdirSync(path).filter((other) => DROP.test(other)))
    problems.push(warning('file-not-in-tickets', { name: file }, { file: `${name}/${file}` }));
  return files.filter((file) => DROP.test(file));
}

/** What was found, without the rejected rows, which the reports list. */
function besidesRejections(problems: readonly Problem[], rejected: readonly Rejected[]): Problem[] {
  const rows = new Set(rejected.map(({ problem }) => `${problem.file}:${problem.line}:${problem.code}`));
  return problems.filter(({ file, line, code, params }) =>
    code === 'events-without-ticket' ? 'events' in params : !rows.has(`${file}:${line}:${code}`),
  );
}

const COMMENT = /^(\d{4}-(?:0[1-9]|1[0-2]))(\.en)?\.md$/;

/** `comments/2026-10.md` in French, `2026-10.en.md` in English. */
function commentsOf(path: string, name: string, problems: Problem[]): ReadonlyMap<string, Text> {
  const texts = new Map<string, { fr: string | null; en: string | null }>();
  for (const file of filesBelow(join(path, 'comments'))) {
    const [, month, english] = COMMENT.exec(basename(file)) ?? [];
    if (month === undefined) {
      problems.push(
        warning('comment-name-unknown', { name: basename(file) }, { file: `${name}/comments/${basename(file)}` }),
      );
      continue;
    }
    const of = texts.get(month) ?? { fr: null, en: null };
    of[english === undefined ? 'fr' : 'en'] = readFileSync(file, 'utf8');
    texts.set(month, of);
  }
  return new Map(
    [...texts].flatMap(([month, of]) => {
      const comment = commentOf(of);
      return comment ? [[month, comment]] : [];
    }),
  );
}

/** The seals of `published/`; one that cannot be read is an error, or a month could be restated in silence. */
function sealsOf(path: string, name: string, contract: string, problems: Problem[]): ReadonlyMap<string, Seal> {
  const seals = new Map<string, Seal>();
  for (const file of filesBelow(join(path, SEALS_FOLDER))) {
    const place = { file: `${name}/${SEALS_FOLDER}/${basename(file)}` };
    try {
      const seal = sealSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      if (seal.contract !== contract || basename(file) !== `${seal.month}.json`)
        throw new Error('another contract or month');
      seals.set(seal.month, seal);
    } catch (cause) {
      problems.push(
        error('seal-unreadable', { reason: (cause as Error).message.split('\n')[0]!.slice(0, 120) }, place),
      );
    }
  }
  return seals;
}

function correctionsOf(path: string, name: string, { zone }: Contract): ReturnType<typeof readCorrections> {
  const file = join(path, CORRECTIONS_FILE);
  return existsSync(file)
    ? readCorrections(readFileSync(file, 'utf8'), `${name}/${CORRECTIONS_FILE}`, zone)
    : { corrections: [], problems: [] };
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.name.startsWith('.') && statSync(join(entry.parentPath, entry.name)).isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function lineOfId(folder: string): { line: number; column: number } {
  const lines = readFileSync(join(folder, CONTRACT_FILE), 'utf8').split('\n');
  return { line: lines.findIndex((line) => /^id\s*:/.test(line)) + 1, column: 1 };
}
