/** YAML files, checked against a schema: every error with its line, its column and what should stand there. */
import { LineCounter, parseDocument, type Document, type Node, type Scalar } from 'yaml';
import type { z } from 'zod';
import { error, type Problem } from '../domain/problem.ts';
import { EXPECTATIONS } from './schema.ts';

export type Path = readonly (string | number)[];

type YamlReading<Value> =
  { readonly data: Value; readonly locate: Locator } | { readonly data: null; readonly problems: readonly Problem[] };

/** Reads a file; `file` is how its problems name it. */
export function readYaml<Value>(source: string, file: string, schema: z.ZodType<Value>): YamlReading<Value> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, merge: true });
  if (document.errors.length) {
    return {
      data: null,
      problems: document.errors.map((issue) => {
        const { line, col } = lines.linePos(issue.pos[0]);
        return error('yaml-invalid', { reason: issue.message }, { file, line, column: col });
      }),
    };
  }
  const locate = new Locator(document, lines, file);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const reason = (cause as Error).message;
    return { data: null, problems: [error('yaml-invalid', { reason }, { file, line: 1, column: 1 })] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data, locate };
  return {
    data: null,
    problems: inOrder(parsed.error.issues.flatMap((issue) => problemsOf(issue, [], locate, document))),
  };
}

/** Finds the place in the file of a path into its value. */
export class Locator {
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;
  readonly #file: string;

  constructor(document: Document.Parsed, lines: LineCounter, file: string) {
    this.#document = document;
    this.#lines = lines;
    this.#file = file;
  }

  /** The value at a path, or the nearest thing around it that is in the file. */
  value(path: Path): { file: string; line: number; column: number } {
    for (let length = path.length; length >= 0; length--) {
      const node = (
        length ? this.#document.getIn(path.slice(0, length), true) : this.#document.contents
      ) as Node | null;
      if (node?.range) return this.#at(node.range[0]);
    }
    return { file: this.#file, line: 1, column: 1 };
  }

  /** The key itself of a pair. */
  key(path: Path, key: string): { file: string; line: number; column: number } {
    const parent = (path.length ? this.#document.getIn(path, true) : this.#document.contents) as
      { items?: { key: Scalar | null }[] } | null | undefined;
    for (const pair of parent?.items ?? []) {
      const node = pair.key;
      if (node?.range && String(node.value) === key) return this.#at(node.range[0]);
    }
    return this.value(path);
  }

  #at(offset: number): { file: string; line: number; column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line, column: col };
  }
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, base: Path, locate: Locator, document: Document.Parsed): Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const at = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      error('contract-key-unknown', { key: [...path, key].join('.'), known: [] }, locate.key(path, key)),
    );
  }
  const found: unknown = path.length ? document.getIn(path) : document.toJS();
  if (found === undefined) {
    const key = String(path.at(-1));
    const owner = path.slice(0, -1);
    return at === 'calendars'
      ? [error('contract-without-calendar', { path: 'calendars' }, locate.value(owner))]
      : [error('contract-key-missing', { path: at, key }, locate.value(owner))];
  }
  if (issue.code === 'invalid_union' && issue.errors.length) {
    // The branch that got furthest is the one that was meant.
    const depth = (branch: readonly Issue[]): number => Math.max(...branch.map((inner) => inner.path.length));
    const branches = issue.errors.filter((branch) => branch.length);
    const meant = branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
    const structural = meant?.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys');
    if (meant && structural && typeof found === 'object') {
      return meant.flatMap((inner) => problemsOf(inner, path, locate, document));
    }
  }
  if (issue.code === 'invalid_key') {
    return [
      invalid(
        at,
        String(path.at(-1)),
        issue.issues[0]?.message ?? 'string',
        [],
        locate.key(path.slice(0, -1), String(path.at(-1))),
      ),
    ];
  }
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  return [invalid(at, show(found), expectation(issue), options, locate.value(path))];
}

export function invalid(
  path: string,
  found: string,
  expected: string,
  options: readonly string[],
  place: object,
): Problem {
  return error('contract-value-invalid', { path, found, expected, options }, place);
}

function expectation(issue: Issue): string {
  if ((EXPECTATIONS as readonly string[]).includes(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') {
    const kinds: Record<string, string> = {
      object: 'mapping',
      record: 'mapping',
      array: 'list',
      number: 'number',
      boolean: 'boolean',
    };
    return kinds[issue.expected] ?? 'string';
  }
  return issue.code === 'invalid_value' ? 'one-of' : 'string';
}

function show(value: unknown): string {
  if (value !== null && typeof value === 'object') {
    const plain = 'toJSON' in value ? (value as { toJSON: () => unknown }).toJSON() : value;
    return JSON.stringify(plain).slice(0, 80);
  }
  return String(value).slice(0, 80);
}

export function inOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const key = JSON.stringify(problem);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
