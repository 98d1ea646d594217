/** What a verb of the command line is given, and what it gives back. */
import type { Lang } from '../texts/index.ts';
import { renderGithub, renderProblems } from './terminal.ts';

/** Exit statuses: 0 fine, 1 the data have errors or the build failed, 2 the command was not understood. */
export const FAILED = 1;
export const MISUSED = 2;

export const OPTIONS = {
  data: { type: 'string' },
  out: { type: 'string' },
  contract: { type: 'string' },
  lang: { type: 'string' },
  github: { type: 'boolean' },
  gitlab: { type: 'string' },
  json: { type: 'boolean' },
  month: { type: 'string' },
  again: { type: 'boolean' },
  zone: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface Settings {
  readonly data: string;
  readonly out: string;
  readonly only: string | undefined;
  readonly lang: Lang;
  readonly github: boolean;
  readonly gitlab: string | undefined;
  readonly file: string;
  readonly json: boolean;
  readonly month: string | undefined;
  readonly again: boolean;
  readonly zone: string;
}

export interface Verb {
  readonly options: readonly (keyof typeof OPTIONS)[];
  /** Whether it is about one file, which is named. */
  readonly takesFile?: true;
  /** Where it writes unless told otherwise; left out for where the site goes. */
  readonly out?: string;
  /** @returns the exit status */
  readonly run: (settings: Settings) => Promise<number>;
}

/** Prints what was found, for the reader of the terminal and, asked to, for the forge. */
export function printProblems(problems: Parameters<typeof renderProblems>[0], { data, lang, github }: Settings): void {
  if (!problems.length) return;
  console.error(renderProblems(problems, data, lang, process.stderr.isTTY && process.stderr.hasColors()));
  if (github) console.log(renderGithub(problems, data, lang));
}
