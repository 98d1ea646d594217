/** Problems, as a person at a terminal, GitHub and GitLab read them. */
import { createHash } from 'node:crypto';
import { styleText } from 'node:util';
import type { Lang } from '../contract/contract.ts';
import type { Problem, Severity } from '../domain/problem.ts';
import { problemText } from '../presenters/words.ts';
import { speak } from '../texts/index.ts';
import type { ProblemText } from '../texts/messages.ts';

/** So many problems of one kind in one file are told one by one. */
const SHOWN_OF_A_KIND = 20;
const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<Severity, string>;
const GITLAB = { error: 'blocker', warning: 'minor', note: 'info' } as const satisfies Record<Severity, string>;
/** GitHub drops what is more than this in one step. */
const GITHUB_LIMIT = 10;

/** A problem in words. */
export function wordsOf(problem: Problem, lang: Lang): ProblemText {
  const { what, todo } = problemText(problem.code, problem.params, lang);
  return { what: printable(what), todo: printable(todo) };
}

/** Where it is, as `file:line:column`. */
export function placeOf(problem: Problem, dataFolder: string): string {
  const { file, line, column } = problem;
  if (file === undefined) return '';
  // A column without a line would be read as a line.
  const at = line === undefined ? [] : column === undefined ? [line] : [line, column];
  return printable([`${dataFolder}/${file}`, ...at].join(':'));
}

/** All problems as text: the place first, what was found, what to do; then how many there are. */
export function renderProblems(problems: readonly Problem[], dataFolder: string, lang: Lang, colours: boolean): string {
  const { t } = speak(lang);
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  const lines: string[] = [];
  const told = new Map<string, number>();
  for (const problem of problems) {
    const kind = kindOf(problem);
    told.set(kind, (told.get(kind) ?? 0) + 1);
    if (told.get(kind)! > SHOWN_OF_A_KIND) continue;
    const { what, todo } = wordsOf(problem, lang);
    const place = placeOf(problem, dataFolder);
    const label = paint(COLOURS[problem.severity], t.terminal[problem.severity]);
    lines.push(`${place ? `${paint('bold', place)}  ` : ''}${label}  ${what}`, `    ${todo}`);
  }
  for (const [kind, count] of told) {
    if (count > SHOWN_OF_A_KIND) lines.push(t.terminal.more(count - SHOWN_OF_A_KIND, kind));
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (problems.length) lines.push('', t.terminal.summary(errors, warnings));
  return lines.join('\n');
}

/** GitHub workflow commands that annotate the files. */
export function renderGithub(problems: readonly Problem[], dataFolder: string, lang: Lang): string {
  const property = (value: string | number): string =>
    escapeCommand(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const line = (problem: Problem): string => {
    const { what, todo } = wordsOf(problem, lang);
    const properties = [
      problem.file === undefined ? [] : [`file=${property(`${dataFolder}/${problem.file}`)}`],
      problem.line === undefined ? [] : [`line=${property(problem.line)}`],
      problem.column === undefined ? [] : [`col=${property(problem.column)}`],
      [`title=${property(problem.code)}`],
    ].flat();
    return `::${problem.severity === 'note' ? 'notice' : problem.severity} ${properties.join(',')}::${escapeCommand(`${what} ${todo}`)}`;
  };
  return (['error', 'warning', 'note'] as const)
    .flatMap((severity) =>
      problems
        .filter((problem) => problem.severity === severity)
        .slice(0, GITHUB_LIMIT)
        .map(line),
    )
    .join('\n');
}

/** A GitLab code quality report. */
export function renderGitlab(problems: readonly Problem[], dataFolder: string, lang: Lang): string {
  const findings = problems.map((problem) => {
    const { what, todo } = wordsOf(problem, lang);
    const path = problem.file === undefined ? dataFolder : `${dataFolder}/${problem.file}`;
    return {
      description: `${what} ${todo}`,
      check_name: problem.code,
      fingerprint: createHash('sha256').update(JSON.stringify(problem)).digest('hex'),
      severity: GITLAB[problem.severity],
      location: { path, lines: { begin: problem.line ?? 1 } },
    };
  });
  return `${JSON.stringify(findings, null, 2)}\n`;
}

/** Problems of one kind in one file. */
function kindOf({ code, file }: Problem): string {
  return file === undefined ? code : `${file}: ${code}`;
}

/** Text of a file is data: it neither moves the cursor nor ends a line. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? ' ' : `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}

function escapeCommand(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
