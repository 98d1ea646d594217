/** The data folder: finds contracts and drops, hands their bytes to the ingest, gathers what was wrong. */
import { createReadStream, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Contract, Text } from '../contract/contract.ts';
import { readCorrections, type Correction } from '../contract/corrections.ts';
import { readContract } from '../contract/read.ts';
import type { ContractFile } from '../contract/schema.ts';
import { sourceOf } from '../contract/sources.ts';
import { error, hasErrors, warning, type Problem, type ProblemParams } from '../domain/problem.ts';
import type { TicketTable } from '../domain/ticket.ts';
import { readExports, Unreadable, type ExportFile } from '../ingest/read.ts';
import type { Rejected } from '../ingest/rows.ts';
import { TOOLS } from '../ingest/tools/index.ts';
import type { Accounting } from '../ingest/tickets.ts';
import { commentOf } from '../report/comment.ts';
import { contractDoubts } from '../report/doubts.ts';
import { sealSchema, type Seal } from '../report/seal.ts';
import { RESERVED_IDS } from '../site.ts';

/** A contract folder, read. */
export interface ContractData {
  readonly folder: string;
  /** `null` where its file has errors. */
  readonly contract: Contract | null;
  /** What the contract file says, as it stands; `null` with the contract. */
  readonly file: ContractFile | null;
  /** `null` where a drop has errors, or there is none. */
  readonly table: TicketTable | null;
  /** What is known, up to this instant. */
  readonly asOf: number | null;
  readonly accounting: readonly Accounting[];
  readonly corrections: readonly Correction[];
  /** The bytes of the logo; `null` where the contract names none. */
  readonly logo: Uint8Array | null;
  readonly rejected: readonly Rejected[];
  /** Month → the manager's own words, as HTML. */
  readonly comments: ReadonlyMap<string, Text>;
  /** Month → the figures as they were presented. */
  readonly seals: ReadonlyMap<string, Seal>;
  /** Errors and warnings; rejected rows are among them. */
  readonly problems: readonly Problem[];
}

export interface DataReading {
  readonly contracts: readonly ContractData[];
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
export async function readData(folder: string, only?: string): Promise<DataReading> {
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
  const contracts: ContractData[] = [];
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
 * Reads one contract folder. `name` is how problems name it.
 * With `only`, the drops of a contract with another id are left alone.
 */
export async function readContractFolder(path: string, name: string, only?: string): Promise<ContractData> {
  const reading = readContract(
    readFileSync(join(path, CONTRACT_FILE), 'utf8'),
    `${name}/${CONTRACT_FILE}`,
    TOOLS.map(({ id }) => id),
  );
  const problems: Problem[] = [...reading.problems];
  const { contract, file } = reading;
  const nothing = {
    folder: name,
    contract,
    file,
    table: null,
    asOf: null,
    accounting: [],
    corrections: [],
    logo: null,
    rejected: [],
    comments: new Map<string, Text>(),
    seals: new Map<string, Seal>(),
    problems,
  };
  if (!contract || (only !== undefined && contract.id !== only)) return nothing;
  const files = DROP_FOLDERS.flatMap((folder) => filesBelow(join(path, folder)));
  const drops = files.filter((file) => DROP.test(file));
  for (const file of files.filter((other) => !DROP.test(other))) {
    const place = `${name}/${relative(path, file).split(sep).join('/')}`;
    problems.push(warning('file-not-read', { name: basename(file) }, { file: place }));
  }
  if (existsSync(join(path, 'corrections.yml')))
    problems.push(warning('file-not-read', { name: 'corrections.yml' }, { file: `${name}/corrections.yml` }));
  // An export that was put beside the contract file is not read, and not passed over in silence.
  for (const file of readdirSync(path).filter((other) => DROP.test(other)))
    problems.push(warning('file-not-in-tickets', { name: file }, { file: `${name}/${file}` }));
  // Where there is no list, a history alone makes the tickets.
  if (!drops.some((file) => /^(tickets|history)/.test(relative(path, file)))) {
    problems.push(error('drops-missing', { folder: `${name}/tickets` }, { file: `${name}/tickets` }));
    return nothing;
  }
  const logo = contract.logo === null ? null : logoOf(path, name, contract.logo, problems);
  const seals = sealsOf(path, name, contract.id, problems);
  const corrections = correctionsOf(path, name, contract);
  problems.push(...corrections.problems);
  const places = { tickets: { file: `${name}/tickets` }, contract: { file: `${name}/${CONTRACT_FILE}` } };
  const exports = drops.map((drop): ExportFile => {
    const below = relative(path, drop).split(sep).join('/');
    return {
      name: `${name}/${below}`,
      source: sourceOf(contract, below),
      chunks: () => bytesOf(drop, `${name}/${below}`),
    };
  });
  const read = await readExports(exports, contract, corrections.corrections ?? [], places);
  for (const problem of read.problems) problems.push(problem);
  if (!read.table || read.asOf === null || hasErrors(problems)) return { ...nothing, rejected: read.rejected };
  for (const problem of contractDoubts(contract, read.table, read.asOf, places.contract)) problems.push(problem);
  return {
    folder: name,
    contract,
    file,
    table: read.table,
    asOf: read.asOf,
    accounting: read.accounting,
    corrections: corrections.corrections ?? [],
    logo,
    rejected: read.rejected,
    comments: commentsOf(path, name, problems),
    seals,
    problems,
  };
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

/** A picture that large is no logo. */
const LARGEST_LOGO = 200_000;
const PNG = [0x89, 0x50, 0x4e, 0x47];
/** What a drawing is made of; whatever else there is could run, or ask another host. */
const SVG_ELEMENTS =
  /^(?:svg|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|title|desc|defs|linearGradient|radialGradient|stop|clipPath)$/;
const SVG_ATTRIBUTES =
  /^(?:xmlns|viewBox|width|height|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|points|fill|fill-[a-z]+|stroke|stroke-[a-z]+|transform|opacity|font-[a-z]+|text-anchor|dominant-baseline|offset|stop-[a-z]+|gradientUnits|gradientTransform|clip-path|clip-rule|id|role|aria-label|version|preserveAspectRatio)$/;

/** The logo of a contract, from its own folder. */
function logoOf(path: string, name: string, logo: string, problems: Problem[]): Uint8Array | null {
  const refuse = (why: ProblemParams['logo-unusable']['why']): null => {
    problems.push(error('logo-unusable', { logo, why }, { file: `${name}/${CONTRACT_FILE}` }));
    return null;
  };
  const file = join(path, logo);
  if (relative(path, file).startsWith('..')) return refuse('outside');
  if (!existsSync(file) || !statSync(file).isFile()) return refuse('missing');
  if (relative(realpathSync(path), realpathSync(file)).startsWith('..')) return refuse('outside');
  if (statSync(file).size > LARGEST_LOGO) return refuse('size');
  const bytes = readFileSync(file);
  if (/\.png$/i.test(logo)) return PNG.every((byte, i) => bytes[i] === byte) ? bytes : refuse('format');
  if (!/\.svg$/i.test(logo) || !/<svg[\s>]/.test(bytes.toString('utf8'))) return refuse('format');
  return isDrawing(bytes.toString('utf8')) ? bytes : refuse('script');
}

/** Whether a text is nothing but shapes and words: plain elements with plain attributes, and no way out. */
function isDrawing(text: string): boolean {
  const body = text
    .replace(/^\ufeff/, '')
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  if (/<[!?]|&(?!amp;|lt;|gt;|quot;|apos;)/.test(body)) return false;
  return [...body.matchAll(/<([^>]*)(>?)/g)].every(([, tag = '', end]) => {
    const [, name = '', rest = ''] = /^\/?([^\s/]*)([\s\S]*)$/.exec(tag) ?? [];
    if (end === '' || !SVG_ELEMENTS.test(name)) return false;
    const attributes = [...rest.matchAll(/\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g)];
    const left = attributes.reduce((text_, [whole]) => text_.replace(whole, ''), rest);
    return (
      /^\s*\/?$/.test(left) &&
      attributes.every(
        ([, attribute = '', a, b]) =>
          SVG_ATTRIBUTES.test(attribute) &&
          (attribute === 'xmlns' || /^(?!.*(?:url\s*\((?!#)|script|@|\\))/is.test(a ?? b ?? '')),
      )
    );
  });
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

/** Exports become 10 to 40 times smaller; what becomes more than this and is large was made to fill the memory. */
const DENSEST = 200;
const DENSE_FROM = 64 * 1024 * 1024;

/**
 * The bytes of a drop, decompressed where it is compressed.
 * @param name how problems name it
 * @throws Unreadable where the file cannot be read
 */
export async function* bytesOf(path: string, name: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const compressed = /\.gz$/i.test(path);
  const stream = compressed ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file;
  if (compressed) file.on('error', (cause) => stream.destroy(cause));
  let bytes = 0;
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (compressed && bytes > DENSE_FROM && bytes > DENSEST * size)
        throw new Unreadable(error('gzip-too-dense', { bytes, size }, { file: name }));
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new Unreadable(error('gzip-truncated', { bytes }, { file: name }));
    if (code?.startsWith('Z_')) throw new Unreadable(error('gzip-invalid', { reason: message }, { file: name }));
    throw new Unreadable(error('file-unreadable', { reason: message }, { file: name }));
  } finally {
    file.destroy();
    stream.destroy();
  }
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
