/** The data folder: finds contracts and drops, hands their bytes to the ingest, gathers what was wrong. */
import { createReadStream, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { createGunzip } from 'node:zlib';
import { classesOf, CommitmentReader } from '../clocks/commitments.ts';
import type { Contract, Source, Text } from '../contract/contract.ts';
import { readCorrections, type Correction } from '../contract/corrections.ts';
import { readContract } from '../contract/read.ts';
import type { ContractFile } from '../contract/schema.ts';
import { sourceOf } from '../contract/sources.ts';
import { asWarning, error, hasErrors, warning, type Problem, type ProblemParams } from '../domain/problem.ts';
import { KEEP_NOTHING, type TicketTable } from '../domain/ticket.ts';
import { readDrop, type Rejected, type Rows } from '../ingest/rows.ts';
import { knownUpTo, ticketsUpTo } from '../ingest/as-of.ts';
import { correct } from '../ingest/correct.ts';
import { ticketsBeforeTerms, unclassifiedWords } from '../ingest/classify.ts';
import { doubts, implausible } from '../ingest/plausibility.ts';
import { accountDoubts } from '../report/account.ts';
import { commentOf } from '../report/comment.ts';
import { sealSchema, type Seal } from '../report/seal.ts';
import { RESERVED_IDS } from '../site.ts';
import { TOOLS } from '../ingest/tools/index.ts';
import { ticketsOf, type Accounting } from '../ingest/tickets.ts';

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
  if (!drops.some((file) => relative(path, file).startsWith('tickets'))) {
    problems.push(error('drops-missing', { folder: `${name}/tickets` }, { file: `${name}/tickets` }));
    return nothing;
  }
  const logo = contract.logo === null ? null : logoOf(path, name, contract.logo, problems);
  const seals = sealsOf(path, name, contract.id, problems);
  const rows: Rows[] = [];
  const rejected: Rejected[] = [];
  for (const drop of drops) {
    const file = `${name}/${relative(path, drop).split(sep).join('/')}`;
    const read = await readFile(
      drop,
      file,
      sourceOf(contract, relative(path, drop).split(sep).join('/')),
      contract.zone.name,
      contract.keep,
    );
    problems.push(...read.problems);
    if (!read.rows) continue;
    rows.push(read.rows);
    for (const reject of read.rows.rejected) rejected.push(reject);
    // More unreadable rows than the contract tolerates stop the build; so many are told and counted.
    const tolerated = read.rows.rejected.length <= contract.toleratedRows;
    for (const { problem } of read.rows.rejected) problems.push(tolerated ? asWarning(problem) : problem);
  }
  if (hasErrors(problems)) return { ...nothing, rejected };
  const corrections = correctionsOf(path, name, contract);
  problems.push(...corrections.problems);
  const folded = ticketsOf(rows, contract.statusOf, (table) =>
    correct(
      table,
      corrections.corrections ?? [],
      contract.zone,
      rows.map(({ layout }) => layout.vocabulary),
    ),
  );
  rejected.push(...folded.rejected);
  problems.push(...folded.problems, ...implausible(folded.table, { file: `${name}/tickets` }));
  if (folded.table.count === 0) problems.push(error('rows-missing', { rows: 'tickets' }, { file: `${name}/tickets` }));
  if (hasErrors(problems)) return { ...nothing, rejected };
  const last = knownUpTo(folded.table);
  if (contract.cutoff !== null && contract.cutoff < last) {
    const iso = (instant: number): string => new Date(instant).toISOString();
    problems.push(
      warning(
        'cutoff-before-data',
        { cutoff: iso(contract.cutoff), last: iso(last) },
        { file: `${name}/${CONTRACT_FILE}` },
      ),
    );
  }
  // What happens at the cut-off is not known yet: a month that is cut off at its end does not begin the next.
  const asOf = contract.cutoff === null ? last : contract.cutoff - 1;
  const table = ticketsUpTo(folded.table, asOf);
  problems.push(...doubts(table, contract.zone, asOf, { file: `${name}/tickets` }));
  problems.push(...unclassifiedWords(table, contract, `${name}/${CONTRACT_FILE}`));
  problems.push(...ticketsBeforeTerms(table, contract, `${name}/${CONTRACT_FILE}`));
  problems.push(...accountDoubts(contract, table, asOf, { file: `${name}/${CONTRACT_FILE}` }));
  const clocks = new CommitmentReader(contract, table, classesOf(table, contract), asOf);
  for (const clock of clocks.clocks) {
    const missing = clocks.missingFor(clock);
    if (missing.length)
      problems.push(warning('clock-not-computable', { clock, missing }, { file: `${name}/${CONTRACT_FILE}` }));
  }
  return {
    folder: name,
    contract,
    file,
    table,
    asOf,
    accounting: folded.accounting,
    corrections: corrections.corrections ?? [],
    logo,
    rejected,
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
class TooDense extends Error {}

/** Reads a drop from a file, compressed or not. `name` is how problems name it. */
export async function readFile(
  path: string,
  name: string,
  source: Source | null,
  contractZone: string,
  keep = KEEP_NOTHING,
): Promise<{ rows: Rows | null; problems: readonly Problem[] }> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const compressed = /\.gz$/i.test(path);
  const stream = compressed ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file;
  if (compressed) file.on('error', (cause) => stream.destroy(cause));
  let bytes = 0;
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (compressed && bytes > DENSE_FROM && bytes > DENSEST * size) throw new TooDense();
      yield chunk;
    }
  }
  try {
    return await readDrop(name, counted(), source, contractZone, keep);
  } catch (cause) {
    if (cause instanceof TooDense)
      return { rows: null, problems: [error('gzip-too-dense', { bytes, size }, { file: name })] };
    const { code, message } = cause as NodeJS.ErrnoException;
    const problem =
      code === 'Z_BUF_ERROR'
        ? error('gzip-truncated', { bytes }, { file: name })
        : code?.startsWith('Z_')
          ? error('gzip-invalid', { reason: message }, { file: name })
          : error('file-unreadable', { reason: message }, { file: name });
    return { rows: null, problems: [problem] };
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
