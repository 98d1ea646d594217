/** Every text of the calculator of indicators, in one interface that both languages implement. */
import type { ChoiceOption, Fault, IndicatorId, InputId, Indicator } from '../model/indicators.ts';

export interface IndicatorTexts {
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  /** What goes in, and what must not. */
  readonly counts: string;
  /** How the result is read. */
  readonly reading: string;
  /** What is known of usual values, or that nothing is. */
  readonly benchmark: string;
}

export interface IndicatorMessages {
  readonly title: string;
  readonly lead: string;
  readonly promise: string;
  readonly noScript: string;
  readonly list: string;
  readonly group: Readonly<Record<Indicator['group'], string>>;
  readonly indicator: Readonly<Record<IndicatorId, IndicatorTexts>>;
  readonly input: Readonly<Record<InputId, string>>;
  /** What counts as satisfied, by scale. */
  readonly satisfied: Readonly<Record<'five' | 'seven' | 'ten' | 'yes', string>>;
  readonly choice: Readonly<Record<'scale' | 'direction', string>>;
  readonly option: Readonly<Record<ChoiceOption, string>>;
  readonly fault: Readonly<Record<Fault, (input: string) => string>>;
  readonly page: {
    readonly definition: string;
    readonly formula: string;
    readonly counts: string;
    readonly example: string;
    readonly exampleOf: (values: string, result: string) => string;
    readonly reading: string;
    readonly benchmark: string;
    readonly compute: string;
    readonly computeLead: string;
    readonly month: string;
    readonly result: string;
    readonly add: string;
    readonly remove: (row: string) => string;
    readonly rowName: (n: number) => string;
    readonly all: string;
    readonly trend: string;
    readonly limits: (mean: string, low: string, high: string) => string;
    readonly limitsWhy: string;
    readonly fewMonths: string;
    readonly gathers: string;
    readonly overWhole: string;
    readonly tooMany: (rows: string) => string;
    readonly noPicture: string;
    readonly outside: (months: string) => string;
    readonly inside: string;
    readonly interval: (low: string, high: string, n: string) => string;
    readonly sample: (n: string) => string;
    readonly weight: Readonly<Record<'none' | 'little', string>>;
    readonly empty: string;
    readonly up: string;
    readonly down: string;
    readonly months: (value: string) => string;
    readonly effortIsLow: string;
    readonly easeIsHigh: string;
  };
  readonly board: {
    readonly title: string;
    readonly lead: string;
    readonly none: string;
    readonly open: string;
    readonly remove: (name: string) => string;
    readonly last: (month: string) => string;
  };
  readonly drop: {
    readonly title: string;
    readonly lead: string;
    readonly choose: string;
    readonly reading: (megabytes: string) => string;
    readonly read: (file: string, tickets: string, filled: string) => string;
    readonly missing: string;
    readonly lacks: (name: string, fields: string) => string;
    readonly notInTickets: (name: string) => string;
    readonly slaElsewhere: string;
    readonly levels: string;
    readonly how: Readonly<Partial<Record<IndicatorId, string>>>;
    readonly refused: string;
    readonly failed: string;
  };
  readonly take: {
    readonly link: string;
    readonly linkCopied: string;
    readonly linkByHand: string;
    readonly csv: string;
    readonly xlsx: string;
    readonly picture: string;
    readonly print: string;
    readonly keep: string;
    readonly kept: string;
    readonly forgotten: string;
    readonly file: string;
  };
}
