/**
 * Data folder → site. Everything is made in a folder of its own and takes the place of the previous output in one
 * step at the end: a build that fails or is interrupted leaves what was there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildPages } from 'astro';
import { error, hasErrors, type Problem } from '../domain/problem.ts';
import { publicationOf } from '../report/publication.ts';
import { rootFrom } from '../site.ts';
import { readData } from './folder.ts';
import { inWorkshop, isOurs, replace } from './output.ts';
import { publishFiles, publishTables, stage } from './publish.ts';
import { writeScripts } from './scripts.ts';
import { STAGE_VARIABLE } from './stage.ts';

/** The project: pages are made by its Astro, below it. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
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
  if (!isOurs(out)) return failed([error('output-not-ours', { folder: options.out })]);
  const { contracts, problems } = await readData(options.data, options.only);
  const folders = contracts.filter((folder) => folder.state === 'read');
  if (hasErrors(problems) || folders.length < contracts.length) return failed(problems);
  return inWorkshop(join(ROOT, '.build'), async (work) => {
    const [staged, site] = [join(work, 'stage'), join(work, 'site')];
    const publications = folders.map(({ contract, reading, remarks }) => publicationOf(contract, reading, remarks));
    for (const publication of publications) stage(staged, publication);
    await render(staged, site);
    writeScripts(join(site, 'assets'));
    for (const [i, folder] of folders.entries()) {
      publishFiles(folder, publications[i]!, staged, site);
      await publishTables(publications[i]!, site);
    }
    relativise(site, site);
    const pages = filesOf(site).filter((file) => file.endsWith('.html')).length;
    replace(site, out);
    const reports = publications.reduce((sum, { months }) => sum + months.length, 0);
    return { published: true, problems, pages, reports };
  });
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

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
