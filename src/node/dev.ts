/** The site while one works on it: a change of a view, a text, a contract or a drop is on the screen without a build. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { dev } from 'astro';
import { hasErrors, type Problem } from '../domain/problem.ts';
import { publicationOf } from '../report/publication.ts';
import { ROOT } from './build.ts';
import { readContractFolder, readData, type ReadFolder } from './folder.ts';
import { cleanUpOnSignal, workFolder } from './output.ts';
import { publishFiles, stage } from './publish.ts';
import { writeScripts } from './scripts.ts';
import { GENERATION_VARIABLE, STAGE_VARIABLE, TICKETS_SUFFIX } from './stage.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
/** Editors write a file in several steps. */
const SETTLE_MS = 150;
const SOURCES = join(ROOT, 'src');
const PAGES = join(SOURCES, 'pages/[...path].astro');

/**
 * Serves the site of a data folder until the process ends. Tables for spreadsheets are made by builds only.
 * @param tell is given what is wrong with the data each time they are read; what is shown stays as it was where they have errors
 */
export async function serve(options: {
  readonly data: string;
  readonly only?: string;
  readonly tell: (problems: readonly Problem[]) => void;
}): Promise<{ readonly address: string }> {
  const work = workFolder(join(ROOT, '.build'));
  cleanUpOnSignal(work);
  /** Folder → the id of its contract. */
  const shown = new Map<string, string>();
  const [staged, files] = [join(work, 'stage'), join(work, 'files')];
  process.env[STAGE_VARIABLE] = staged;
  let generation = 0;
  const show = (folder: ReadFolder): void => {
    const { id } = folder.contract;
    for (const old of [join(staged, id), `${join(staged, id)}${TICKETS_SUFFIX}`])
      rmSync(old, { recursive: true, force: true });
    const publication = publicationOf(folder.contract, folder.reading, folder.remarks);
    stage(staged, publication);
    publishFiles(folder, publication, staged, files);
    process.env[GENERATION_VARIABLE] = String(++generation);
  };
  const all = async (): Promise<boolean> => {
    const { contracts, problems } = await readData(options.data, options.only);
    options.tell(problems);
    const folders = contracts.filter((folder) => folder.state === 'read');
    if (hasErrors(problems) || folders.length < contracts.length) return false;
    for (const folder of folders) {
      shown.set(folder.folder, folder.contract.id);
      show(folder);
    }
    return true;
  };
  /** Only the contract that changed is read again, unless there is a new one, or it has another id. */
  const refresh = async (file: string): Promise<boolean> => {
    const [name = ''] = file.split('/');
    if (!shown.has(name) || !existsSync(join(options.data, name, 'contract.yaml'))) return all();
    const folder = await readContractFolder(join(options.data, name), name);
    options.tell(folder.problems);
    if (folder.state === 'unread') return false;
    if (folder.contract.id !== shown.get(name)) return all();
    show(folder);
    return true;
  };
  mkdirSync(staged, { recursive: true });
  await all();
  writeScripts(join(files, 'assets'));
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  /** Makes the browser ask again; after a change of the data, pages too. */
  let reload: (what: 'data' | 'scripts') => void = () => undefined;
  const server = await dev({
    root: ROOT,
    logLevel: 'warn',
    vite: {
      server: { watch: { ignored: [join(ROOT, '.build', '**'), join(ROOT, 'dist', '**')] } },
      plugins: [
        {
          name: 'jauge',
          configureServer(vite) {
            vite.middlewares.use(fromFolder(files));
            reload = (what) => {
              for (const [name, environment] of Object.entries(vite.environments)) {
                const page = environment.moduleGraph.getModulesByFile(PAGES);
                if (what === 'data') for (const module of page ?? []) environment.moduleGraph.invalidateModule(module);
                if (what === 'data' || name === 'client') environment.hot.send({ type: 'full-reload' });
              }
            };
          },
        },
      ],
    },
  });
  // One after the other; a file that goes while it is read is told, and the next change tries again.
  let last: Promise<unknown> = Promise.resolve();
  whenChanged(options.data, (file) => {
    last = last.then(() => refresh(file)).then((isRead) => isRead && reload('data'), console.error);
  });
  whenChanged(SOURCES, (file) => {
    // Views and what they import Astro watches by itself; the scripts of the browser are bundled apart.
    if (!file.endsWith('.ts') || file.startsWith('node/')) return;
    try {
      writeScripts(join(files, 'assets'));
      reload('scripts');
    } catch (cause) {
      // Half-typed code: the bundler says where.
      console.error((cause as Error).message);
    }
  });
  const { port } = server.address;
  return { address: `http://localhost:${port}/` };
}

/** Serves what a build would write beside the pages; `…/index.html`, which links name, is its folder here. */
function fromFolder(folder: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    const file = join(folder, path);
    if (file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile()) {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
      return;
    }
    request.url = request.url?.replace(/\/index\.html(?=$|[?#])/, '/');
    next();
  };
}

/** Calls back once the changes below a folder have settled, with the last file of them, below it. */
function whenChanged(folder: string, changed: (file: string) => void): void {
  let timer: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, (_, file) => {
    clearTimeout(timer);
    timer = setTimeout(() => changed((file ?? '').split(sep).join('/')), SETTLE_MS);
  });
}
