/**
 * Starts a browser with npm packages alone: an installed Chrome or Chromium where there is one, else the one that
 * `@sparticuz/chromium` carries with its shared libraries, unpacked once below node_modules.
 */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

interface Chrome {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Launches the browser; whoever asks closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = installed() ?? (await packaged());
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env }, timeout: 60_000 });
}

function installed(): Chrome | null {
  const wanted = process.env['CHROME_PATH'];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'].filter(Boolean);
  const candidates = wanted ? [wanted] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = candidates.find(canRun);
  if (wanted && !executablePath) throw new Error(`CHROME_PATH names ${wanted}, which cannot be run.`);
  return executablePath ? { executablePath, env: {} } : null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function packaged(): Promise<Chrome> {
  // The package exports its code only; its archives lie two folders above that.
  const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const cache = join(import.meta.dirname, '../../node_modules/.cache');
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) await unpack(root, cache, home);
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

/** Unpacks beside and renames, so that two processes at once end with one whole copy. */
async function unpack(root: string, cache: string, home: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, 'chromium-part-'));
  const before = process.env['TMPDIR'];
  // inflate() writes into the folder for temporary files, which it asks for at once.
  process.env['TMPDIR'] = part;
  const work = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((archive) => inflate(join(root, 'bin', archive)));
  if (before === undefined) Reflect.deleteProperty(process.env, 'TMPDIR');
  else process.env['TMPDIR'] = before;
  await Promise.all(work);
  // The configuration in the package names /tmp; without a folder of fonts no text is drawn at all.
  writeFileSync(
    join(part, 'fonts/fonts.conf'),
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
      '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' +
      '<dir prefix="relative">fonts</dir><cachedir prefix="relative">cache</cachedir></fontconfig>\n',
  );
  try {
    renameSync(part, home);
  } catch (cause) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(home)) throw cause;
  }
}
