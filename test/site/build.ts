/** Builds the site of the project's own data once for all tests that look at it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runJauge } from '../run.ts';

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'jauge-site-'));
  const site = join(folder, 'dist');
  const { status, stderr } = await runJauge(['build', '--data', 'data', '--out', site]);
  if (status !== 0) throw new Error(`The site does not build:\n${stderr}`);
  project.provide('site', site);
  return () => rmSync(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly site: string;
  }
}
