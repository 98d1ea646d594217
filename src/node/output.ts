/** Where a build works and what it leaves: the whole site, or what was there before. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Says that a folder is an output of ours, which the next build may replace. */
const MARK = '.jauge';

/** Whether a build may put its site there: nothing is there yet, or an earlier site of ours. */
export function isOurs(out: string): boolean {
  if (!existsSync(out)) return true;
  return statSync(out).isDirectory() && (readdirSync(out).length === 0 || existsSync(join(out, MARK)));
}

/** Runs a build in a folder of its own below `workshop`, which is gone afterwards, whatever happens. */
export async function inWorkshop<Result>(
  workshop: string,
  build: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = workFolder(workshop);
  const stop = cleanUpOnSignal(folder);
  try {
    return await build(folder);
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new folder of this process below `workshop`, without what killed ones left there. */
export function workFolder(workshop: string): string {
  mkdirSync(workshop, { recursive: true });
  sweep(workshop);
  return mkdtempSync(join(workshop, `site-${process.pid}-`));
}

/** Removes what builds that were killed left behind. */
function sweep(workshop: string): void {
  for (const name of readdirSync(workshop)) {
    const pid = Number(/^site-(\d+)-/.exec(name)?.[1]);
    // What builds did not make is not theirs to remove.
    if (Number.isNaN(pid) || isAlive(pid)) continue;
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

/** Puts `site` where `out` was. Both are on one file system at the moment of the exchange. */
export function replace(site: string, out: string): void {
  writeFileSync(join(site, MARK), '');
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

/** Removes a folder when the process is told to end; gives what takes that back. */
export function cleanUpOnSignal(folder: string): () => void {
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
