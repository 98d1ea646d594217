/**
 * `corrections.yaml`: errors of the source that are known, and what is right instead. Each has a reason, which the reports
 * print, and says what it expects to find: once the source says something else, the correction has had its day.
 */
import { z } from 'zod';
import { parseIsoDate } from '../domain/date.ts';
import { error, hasErrors, type Problem } from '../domain/problem.ts';
import {
  INSTANT_FIELDS,
  NUMBER_FIELDS,
  WORD_FIELDS,
  type InstantField,
  type NumberField,
  type WordField,
} from '../domain/ticket.ts';
import { HOUR_MS, type Zone } from '../domain/zone.ts';
import type { Text } from './contract.ts';
import { momentIn } from './build.ts';
import { nonEmpty, text } from './schema.ts';
import { invalid, readYaml } from './yaml.ts';

export type CorrectedField = WordField | InstantField | NumberField;

/** Who works on a ticket is known by a pseudonym only, and not corrected. */
const CORRECTED_FIELDS: readonly CorrectedField[] = [
  ...WORD_FIELDS.filter((field) => field !== 'assignee'),
  ...INSTANT_FIELDS,
  ...NUMBER_FIELDS,
];

export interface Correction {
  readonly ticket: string;
  readonly field: CorrectedField;
  /** A word, UTC epoch milliseconds, a count, or milliseconds of effort; `null` for nothing. */
  readonly expect: string | number | null;
  readonly value: string | number | null;
  /** Both as the file writes them. */
  readonly wording: { readonly expect: string | null; readonly value: string | null };
  readonly reason: Text;
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}

const value = z
  .union([z.string(), z.number(), z.null()], { error: 'correction' })
  .describe('A word, a local time (YYYY-MM-DDTHH:MM), a count, hours of effort; null for nothing.');

export const correctionsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    corrections: z.array(
      z.strictObject({
        ticket: z.union([nonEmpty, z.number()], { error: 'string' }).describe('The key of the ticket.'),
        field: z.enum(CORRECTED_FIELDS as [CorrectedField, ...CorrectedField[]]),
        expect: value.describe('What the exports say: a correction of something else is an error.'),
        value,
        reason: text.describe('Printed on the data page of the contract.'),
      }),
    ),
  })
  .describe('Corrections of what the exports say.');

/** Reads a file of corrections; `null` where it has errors. */
export function readCorrections(
  source: string,
  file: string,
  zone: Zone,
): { corrections: readonly Correction[] | null; problems: readonly Problem[] } {
  const yaml = readYaml(source, file, correctionsSchema);
  if (!yaml.data) return { corrections: null, problems: yaml.problems };
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const corrections = yaml.data.corrections.map(({ ticket, field, expect, value: right, reason }, i): Correction => {
    const place = yaml.locate.value(['corrections', i]);
    const key = `${ticket}\u0000${field}`;
    if (seen.has(key)) problems.push(error('correction-twice', { ticket: String(ticket), field }, place));
    seen.add(key);
    const read = (name: 'expect' | 'value', written: string | number | null): string | number | null => {
      const known = readValue(field, written, zone);
      if (known !== undefined) return known;
      const path = ['corrections', i, name] as const;
      problems.push(invalid(path.join('.'), String(written), 'correction', [], yaml.locate.value([...path])));
      return null;
    };
    return {
      ticket: String(ticket),
      field,
      expect: read('expect', expect),
      value: read('value', right),
      wording: { expect: expect === null ? null : String(expect), value: right === null ? null : String(right) },
      reason: typeof reason === 'string' ? { fr: reason, en: reason } : reason,
      place,
    };
  });
  return { corrections: hasErrors(problems) ? null : corrections, problems };
}

/** What is written of a field, as the tables hold it; `undefined` where it is none. */
function readValue(
  field: CorrectedField,
  written: string | number | null,
  zone: Zone,
): string | number | null | undefined {
  // A ticket without an opening is none.
  if (written === null || written === '') return field === 'created' ? undefined : null;
  const isOneOf = (fields: readonly string[]): boolean => fields.includes(field);
  if (isOneOf(WORD_FIELDS)) return String(written);
  if (isOneOf(NUMBER_FIELDS)) {
    if (typeof written !== 'number' || written < 0) return undefined;
    return field === 'effort' ? Math.round(written * HOUR_MS) : Number.isInteger(written) ? written : undefined;
  }
  return typeof written === 'string' &&
    /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/.test(written) &&
    parseIsoDate(written.slice(0, 10)) !== null
    ? momentIn(zone, written)
    : undefined;
}
