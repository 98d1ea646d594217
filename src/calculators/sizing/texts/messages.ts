/** Every text of the sizing calculator, in one interface that both languages implement. */
import type { Form, Gate } from '../model/costs.ts';
import type { HistoryWarning } from '../model/calibration.ts';
import type { Sensitive } from '../model/answer.ts';
import type { FieldId, Group, Source } from '../model/situation.ts';

export interface SizingMessages {
  readonly title: string;
  readonly lead: string;
  readonly promise: string;
  readonly noScript: string;
  readonly field: Readonly<Record<FieldId, string>>;
  readonly group: Readonly<Record<Group, { readonly title: string; readonly lead: string }>>;
  readonly source: Readonly<Record<Source, string>>;
  readonly choice: Readonly<Record<string, string>>;
  readonly monthNames: readonly string[];
  readonly usualIs: (value: string) => string;
  readonly fault: {
    readonly number: string;
    readonly range: (least: string, most: string) => string;
    readonly season: string;
    readonly choice: string;
    readonly shares: string;
    readonly days: string;
  };
  readonly own: string;
  readonly kept: string;
  readonly failed: string;
  readonly history: {
    readonly title: string;
    readonly lead: string;
    readonly choose: string;
    readonly zone: string;
    readonly reading: (megabytes: string) => string;
    readonly read: (
      file: string,
      tool: string,
      read: string,
      accepted: string,
      merged: string,
      rejected: string,
    ) => string;
    readonly tickets: (tickets: string, from: string, to: string) => string;
    readonly fit: (rate: string, low: string, high: string) => string;
    readonly noEffort: string;
    readonly effort: (hours: string, n: string, dropped: string) => string;
    readonly season: string;
    readonly trend: (yearly: string) => string;
    readonly refused: string;
    readonly damaged: string;
    readonly tooShort: string;
    readonly guessed: (headings: string) => string;
    readonly warning: Readonly<Record<HistoryWarning, string>>;
    readonly dominant: (month: string) => string;
    readonly kinds: { readonly incidents: string; readonly evolutions: string; readonly questions: string };
  };
  readonly form: Readonly<Record<Form, string>>;
  readonly gate: Readonly<Record<Gate, string>>;
  readonly sensitive: Readonly<Record<Sensitive, string>>;
  readonly answer: {
    readonly title: string;
    readonly empty: string;
    readonly headline: (form: string, volume: string, low: string, high: string) => string;
    readonly headlineCarnet: (book: string, low: string, high: string) => string;
    readonly status: (form: string, cost: string) => string;
    readonly need: string;
    readonly needOf: (mean: string, p10: string, p90: string) => string;
    readonly volume: string;
    readonly volumeOf: (risk: string, window: string) => string;
    readonly cost: string;
    readonly costOf: (p10: string, p90: string, service: string) => string;
    readonly team: string;
    readonly teamOf: (posts: string, headcount: string) => string;
    readonly cannot: string;
    readonly perWindow: {
      readonly none: string;
      readonly carry: string;
      readonly quarter: string;
      readonly year: string;
    };
    readonly monthsTitle: string;
    readonly monthsTitleOf: (calm: string, busy: string) => string;
    readonly yearRow: string;
    readonly monthColumn: string;
    readonly urgencyColumn: string;
    readonly partColumn: string;
    readonly mean: string;
    readonly p10: string;
    readonly p50: string;
    readonly p90: string;
    readonly nothing: (share: string) => string;
    readonly formsTitle: string;
    readonly reasons: (form: string, score: string) => string;
    readonly equivalent: (forms: string) => string;
    readonly gated: (form: string, why: string) => string;
    readonly relaxed: string;
    readonly formColumn: string;
    readonly unused: string;
    readonly overrun: string;
    readonly worst: string;
    readonly worstMonth: string;
    readonly fewPosts: string;
    readonly delayFree: string;
    readonly pOverrun: (share: string) => string;
    readonly waits: (most: string, end: string) => string;
    readonly spent: (cost: string) => string;
    readonly turnsNone: string;
    readonly turn: (a: string, b: string, percent: string) => string;
    readonly smoothingTitle: string;
    readonly smoothingFinding: (share: string) => string;
    readonly smoothingNone: string;
    readonly smoothing: string;
    readonly monthly: string;
    readonly yearlyFee: string;
    readonly cheapest: (monthly: string) => string;
    readonly cheapestMore: (monthly: string) => string;
    readonly serviceTitle: string;
    readonly windowColumn: string;
    readonly within: (hours: string) => string;
    readonly teamTitle: string;
    readonly urgency: readonly [string, string, string];
    readonly target: string;
    readonly pWithin: string;
    readonly missed: (share: string, penalties: string) => string;
    readonly load: (share: string) => string;
    readonly stackTitle: string;
    readonly stack: Readonly<Record<'work' | 'surcharge' | 'presence' | 'oncall' | 'oneOff' | 'total', string>>;
    readonly carnetTitle: string;
    readonly exhaustion: (book: string, p10: string, p50: string, p90: string) => string;
    readonly exhaustionNever: (book: string, validity: string) => string;
    readonly exhaustionSeldom: (book: string, p10: string, validity: string) => string;
    readonly exhaustionOften: (book: string, p50: string, p10: string, validity: string) => string;
    readonly month: (n: string) => string;
    readonly lost: (hours: string) => string;
    readonly marginTitle: string;
    readonly marginColumn: string;
    readonly sensitivityTitle: string;
    readonly sensitivityLead: string;
    readonly input: string;
    readonly low: string;
    readonly high: string;
    readonly how: string;
    readonly explain: Readonly<
      Record<
        'need' | 'forms' | 'smoothing' | 'service' | 'team' | 'stack' | 'carnet' | 'margin' | 'sensitivity',
        string
      >
    >;
    readonly inputsUsed: string;
    readonly clamp: string;
    readonly later: string;
    readonly chart: string;
  };
  readonly scenario: {
    readonly name: (n: number) => string;
    readonly add: string;
    readonly remove: string;
    readonly compare: string;
    readonly list: string;
  };
  readonly take: {
    readonly link: string;
    readonly linkCopied: string;
    readonly linkByHand: string;
    readonly formOfDraft: string;
    readonly recommended: string;
    readonly csv: string;
    readonly xlsx: string;
    readonly contract: string;
    readonly print: string;
    readonly file: string;
  };
}
