/**
 * Data folder → site. Everything is made in a folder of its own and takes the place of the previous output in one
 * step at the end: a build that fails or is interrupted leaves what was there.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildPages } from 'astro';
import type { Contract } from '../contract/contract.ts';
import { error, hasErrors, type Problem } from '../domain/problem.ts';
import { measuredMonths } from '../report/monthly.ts';
import { brandSheet } from '../report/brand.ts';
import { explorerSeries } from '../report/explorer.ts';
import { overviewOf } from '../report/overview.ts';
import { Slugs, ticketProofs, withCauses } from '../report/tickets.ts';
import { accountOf } from '../report/account.ts';
import { restatementOf } from '../report/seal.ts';
import { yearlyReports } from '../report/yearly.ts';
import { topicsOf } from '../report/topics.ts';
import { chaptersReport } from '../report/chapters.ts';
import { replayData } from '../replay/data.ts';
import { BRAND_FILE, folderOf, REPLAY_FILE, rootFrom } from '../site.ts';
import { writeScripts } from './scripts.ts';
import { writeMonth, writeStatement } from './exports.ts';
import type { Rejected } from '../ingest/rows.ts';
import { readData } from './data.ts';
import {
  ACCOUNT_FILE,
  CHAPTERS_FILE,
  OVERVIEW_FILE,
  REPORT_FILE,
  SERIES_FILE,
  STAGE_VARIABLE,
  STATEMENT_FILE,
  TICKET_FILE,
  TICKETS_SUFFIX,
  YEAR_FILE,
} from './stage.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Says that a folder is an output of ours, which the next build may replace. */
const MARK = '.jauge';
/** What the test runner puts into the environment, and Astro would bake into the pages. */
const RUNNER_VARIABLES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR'];

export interface BuildResult {
  /** Whether the output was replaced; where it was not, it is as it was. */
  readonly published: boolean;
  readonly problems: readonly Problem[];
  readonly pages: number;
  readonly reports: number;
}

/** Builds the site of a data folder (or of one of its contracts) into `out`. */
export async function buildSite(options: { data: string; out: string; only?: string }): Promise<BuildResult> {
  const out = resolve(options.out);
  const failed = (problems: readonly Problem[]): BuildResult => ({ published: false, problems, pages: 0, reports: 0 });
  if (existsSync(out) && (!statSync(out).isDirectory() || (readdirSync(out).length && !existsSync(join(out, MARK))))) {
    return failed([error('output-not-ours', { folder: options.out })]);
  }
  const { contracts, problems } = await readData(options.data, options.only);
  if (hasErrors(problems)) return failed(problems);
  const workshop = join(ROOT, '.build');
  mkdirSync(workshop, { recursive: true });
  sweep(workshop);
  const work = mkdtempSync(join(workshop, `site-${process.pid}-`));
  const stop = cleanUpOnSignal(work);
  try {
    const stage = join(work, 'stage');
    const site = join(work, 'site');
    let reportCount = 0;
    /** What is published besides the pages. */
    const publish: (() => void)[] = [];
    const exports: (() => Promise<void>)[] = [];
    for (const {
      contract,
      file,
      table,
      asOf,
      accounting,
      rejected,
      corrections,
      logo,
      comments,
      seals,
      problems: found,
    } of contracts) {
      const slugs = new Slugs();
      const { reports: measured, measures } = measuredMonths(
        { contract: contract!, table: table!, asOf: asOf!, accounting, rejected, corrections },
        slugs,
      );
      reportCount += measured.length;
      publish.push(() => publishBrand(contract!, logo, site));
      const folder = join(stage, contract!.id);
      const { id } = contract!;
      const account = accountOf(contract!, table!, asOf!, measured, slugs);
      const reports = measured.map((report) => {
        const told = {
          ...report,
          comment: comments.get(report.month) ?? null,
          restated: restatementOf(report, seals.get(report.month)),
        };
        return { ...told, topics: topicsOf(told, account?.account ?? null) };
      });
      writeJson(join(folder, SERIES_FILE), explorerSeries(measures));
      const named = new Set(account?.tickets);
      const chapters = chaptersReport(contract!, table!, asOf!, (key) => {
        named.add(key);
        return slugs.of(key);
      });
      if (chapters) writeJson(join(stage, folderOf('fr', { page: 'chapters', contract: id }), CHAPTERS_FILE), chapters);
      if (account) {
        writeJson(join(stage, folderOf('fr', { page: 'consumption', contract: id }), ACCOUNT_FILE), account.account);
        for (const statement of account.statements) {
          const route = { page: 'statement', contract: id, month: statement.month } as const;
          writeJson(join(stage, folderOf('fr', route), STATEMENT_FILE), statement);
          exports.push(() => writeStatement(site, account.account, statement));
        }
      }
      const proofs = ticketProofs(contract!, table!, asOf!, reports, slugs, account, named);
      writeJson(`${folder}${TICKETS_SUFFIX}`, proofs);
      const byKey = new Map(proofs.map((proof) => [proof.key, proof]));
      const whole = reports.map((report) => withCauses(report, byKey));
      for (const report of whole) {
        writeJson(join(folder, report.month, REPORT_FILE), report);
        exports.push(() => writeMonth(site, report));
      }
      for (const year of yearlyReports(whole, account?.account ?? null, contract!.policies.minimumSample))
        writeJson(join(folder, year.year, YEAR_FILE), year);
      publish.push(() => {
        cpSync(folder, join(site, contract!.id), { recursive: true });
        for (const proof of proofs) writeJson(join(site, contract!.id, 'tickets', proof.slug, TICKET_FILE), proof);
      });
      const pages = Object.fromEntries(proofs.map(({ key, slug }) => [key, slug]));
      publish.push(() => {
        // A script, since a page that is opened from a disk may not read a file.
        const data = replayData(file!, contract!, table!, asOf!, pages);
        writeFile(join(site, id, REPLAY_FILE), `jaugeReplay=${JSON.stringify(data)};\n`);
      });
      writeJson(join(folder, OVERVIEW_FILE), overviewOf(contract!, asOf!, reports, warningsOf(found, rejected)));
    }
    await render(stage, site);
    writeScripts(join(site, 'assets'));
    for (const step of publish) step();
    for (const write of exports) await write();
    relativise(site, site);
    writeFileSync(join(site, MARK), '');
    const pages = filesOf(site).filter((file) => file.endsWith('.html')).length;
    replace(site, out);
    return { published: true, problems, pages, reports: reportCount };
  } finally {
    stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/** The style sheet of a contract in both languages, and its logo beside the French one. */
function publishBrand(contract: Contract, logo: Uint8Array | null, site: string): void {
  const { id, name, client, accent, confidentiality } = contract;
  const file = logo && contract.logo ? `logo${extname(contract.logo).toLowerCase()}` : null;
  if (logo && file) writeFileSync(join(site, folderOf('fr', { page: 'contract', contract: id }), file), logo);
  for (const lang of ['fr', 'en'] as const) {
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

/** What was found, without the rejected rows, which the reports list. */
function warningsOf(problems: readonly Problem[], rejected: readonly Rejected[]): Problem[] {
  const rows = new Set(rejected.map(({ problem }) => `${problem.file}:${problem.line}:${problem.code}`));
  return problems.filter(({ file, line, code, params }) =>
    code === 'events-without-ticket' ? 'events' in params : !rows.has(`${file}:${line}:${code}`),
  );
}

/** Removes what builds that were killed left behind. */
function sweep(workshop: string): void {
  for (const name of readdirSync(workshop)) {
    const pid = Number(/^site-(\d+)-/.exec(name)?.[1]);
    if (!Number.isNaN(pid) && isAlive(pid)) continue;
    rmSync(join(workshop, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Runs Astro over the staged data. It needs an output folder below the project and the project as working folder. */
async function render(stage: string, site: string): Promise<void> {
  for (const name of RUNNER_VARIABLES) Reflect.deleteProperty(process.env, name);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env[STAGE_VARIABLE] = stage;
  const before = process.cwd();
  process.chdir(ROOT);
  try {
    await buildPages({ root: ROOT, outDir: site, logLevel: 'error' });
  } finally {
    process.chdir(before);
  }
}

/** Makes the links to the style sheet and the fonts relative, as all other links are. */
function relativise(folder: string, site: string): void {
  for (const file of filesOf(folder)) {
    const isPage = file.endsWith('.html');
    if (!isPage && !file.endsWith('.css')) continue;
    const root = rootFrom(
      relative(site, file)
        .split('\\')
        .join('/')
        .replace(/[^/]*$/, ''),
    );
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      isPage ? text.replaceAll('="/assets/', `="${root}assets/`) : text.replaceAll('url(/assets/', 'url('),
    );
  }
}

/** Puts `site` where `out` was. Both are on one file system at the moment of the exchange. */
function replace(site: string, out: string): void {
  mkdirSync(dirname(out), { recursive: true });
  const fresh = join(dirname(out), `.${basename(out)}.new-${process.pid}`);
  const old = join(dirname(out), `.${basename(out)}.old-${process.pid}`);
  try {
    try {
      renameSync(site, fresh);
    } catch {
      cpSync(site, fresh, { recursive: true });
    }
    if (existsSync(out)) renameSync(out, old);
    try {
      renameSync(fresh, out);
    } catch (cause) {
      if (existsSync(old)) renameSync(old, out);
      throw cause;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

function cleanUpOnSignal(folder: string): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  const handlers = Object.entries(signals).map(([signal, status]) => {
    const handler = (): never => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(status);
    };
    process.once(signal, handler);
    return () => process.removeListener(signal, handler);
  });
  return () => handlers.forEach((remove) => remove());
}

function writeJson(path: string, value: unknown): void {
  writeFile(path, `${JSON.stringify(value)}\n`);
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
