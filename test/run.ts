/** Runs the command line as a person does, in a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run jauge -- …`; with `interruptAfterMs`, sends it SIGINT then. */
export function runJauge(
  args: readonly string[],
  options: { env?: Record<string, string>; interruptAfterMs?: number } = {},
): Promise<Run> {
  return new Promise((resolve) => {
    // What the test runner puts into its workers is not part of a person's environment.
    const inherited = Object.entries(process.env).filter(
      ([name]) => !['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'TZ', 'GITHUB_ACTIONS'].includes(name),
    );
    const child = spawn(process.execPath, [join(root, 'src/node/cli.ts'), ...args], {
      cwd: root,
      env: { ...Object.fromEntries(inherited), TZ: 'America/New_York', NO_COLOR: '1', ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const timer =
      options.interruptAfterMs === undefined
        ? undefined
        : setTimeout(() => child.kill('SIGINT'), options.interruptAfterMs);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, stdout, stderr });
    });
  });
}
