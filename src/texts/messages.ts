/**
 * Every text of the product. Both languages implement this interface, so a text that is missing in one of them does not
 * compile. Keys are ids, never sentences; a text with a variable is a function.
 */
import type { AccountMessages } from './account-messages.ts';
import type { RiskLevel } from '../contract/committee.ts';
import type { BuiltInClock } from '../contract/clocks.ts';
import type { PolicyChoices, PolicyId } from '../contract/policies.ts';
import type { Expectation } from '../contract/schema.ts';
import type { ProblemCode, ProblemParams } from '../domain/problem.ts';
import type { HolidayId, HolidaySet } from '../domain/holidays.ts';
import type { FileLang, Kind, Need, RowField, RowKind, StatusClass } from '../domain/ticket.ts';
import type { WorkPart } from '../kpi/work.ts';
import type { KpiId } from '../kpi/index.ts';
import type { Counted, ExclusionReason } from '../kpi/kpi.ts';
import type { TimePart } from '../kpi/time-split.ts';
import type { MonthTable } from '../report/month-tables.ts';
import type { Term } from '../report/glossary.ts';
import type { BreachCause, Verdict } from '../report/schema.ts';

export interface KpiText {
  readonly name: string;
  /** What the figure is, in one or two sentences. */
  readonly definition: string;
  /** How it is computed, in words and signs. */
  readonly formula: string;
  /** What to mind when one reads it. */
  readonly caution: string;
}

export interface ProblemText {
  /** What was found, where and why it cannot be. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/** What a budget has passed, or owes; figures are already written. */
export type BudgetIssue =
  | { readonly kind: 'beyond'; readonly book: string; readonly share: string }
  | { readonly kind: 'owed'; readonly book: string; readonly quantity: string }
  | { readonly kind: 'penalties'; readonly amount: string; readonly agreed: boolean };

/** A figure that a sentence of the report speaks of; numbers are already written. */
export interface HeadlineParts {
  /** Whether the contract promises anything in the month. */
  readonly promised: boolean;
  /** Clocks whose goal is met, missed, or cannot be judged on so few. */
  readonly met: readonly string[];
  readonly missed: readonly { readonly clock: string; readonly share: string; readonly goal: string }[];
  /** Priorities below the goal of a clock that meets it on the whole. */
  readonly missedPriorities: readonly {
    readonly priority: string;
    readonly clock: string;
    readonly share: string;
    readonly goal: string;
  }[];
  readonly small: readonly string[];
  /** What is wrong with the budget: volumes passed, lots used up, penalties. */
  readonly budget: readonly BudgetIssue[];
  /** Clocks that the exports do not let one read, and the fields that are missing. */
  readonly notKnown: readonly { readonly clock: string; readonly missing: string }[];
  /** Change of the backlog over the month; `null` where it is not known. */
  readonly backlogChange: number | null;
  /** `null` where it is not known. */
  readonly openPastDue: number | null;
}

export interface Messages {
  readonly lang: string;
  readonly otherLanguage: string;
  readonly site: {
    readonly name: string;
    readonly tagline: string;
    readonly skip: string;
    readonly home: string;
    readonly method: string;
    readonly glossary: string;
    readonly sizing: string;
    readonly whatIf: string;
    readonly indicators: string;
    readonly accessibility: string;
    readonly menu: string;
    readonly contracts: string;
    readonly contractsLead: string;
    readonly madeWith: string;
  };
  readonly kpi: Readonly<Record<KpiId, KpiText>>;
  readonly clock: Readonly<Record<BuiltInClock, { readonly name: string; readonly definition: string }>>;
  readonly workPart: Readonly<Record<Exclude<WorkPart, Kind>, string>>;
  readonly field: Readonly<Record<RowField | Need, string>>;
  readonly statusClass: Readonly<Record<StatusClass, string>>;
  /** The cases that tools decide in silence, and what each choice does. */
  readonly policy: {
    readonly [Id in PolicyId]: { readonly name: string; readonly choice: Readonly<Record<PolicyChoices[Id], string>> };
  };
  readonly holidays: Readonly<Record<HolidaySet | 'none' | 'listed', string>>;
  readonly weekdays: readonly string[];
  /** What stands between a name and what is said of it. */
  readonly colon: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly timePart: Readonly<Record<TimePart, string>>;
  /** What the number beside a figure counts: as a heading, and behind a number. */
  readonly counted: Readonly<
    Record<Counted, { readonly heading: string; readonly of: (n: number, shown: string) => string }>
  >;
  readonly exclusion: Readonly<Record<ExclusionReason, string>>;
  readonly problem: { readonly [Code in ProblemCode]: (params: ProblemParams[Code]) => ProblemText };
  readonly expectation: Readonly<Record<Expectation, string>>;
  readonly report: {
    readonly title: (month: string) => string;
    readonly pageTitle: (month: string, contract: string) => string;
    readonly subtitle: (asOf: string, opened: string, resolved: string) => string;
    readonly incomplete: (asOf: string) => string;
    readonly headline: (parts: HeadlineParts) => readonly { readonly text: string; readonly strong?: boolean }[];
    readonly previous: string;
    readonly next: string;
    readonly commitments: string;
    readonly commitmentsCaption: (month: string) => string;
    readonly commitment: string;
    readonly target: string;
    readonly met: string;
    readonly goal: string;
    readonly goalIs: (goal: string) => string;
    readonly state: string;
    readonly atStop: string;
    /** What the shares of commitments count: deadlines of the month, and tickets whose clock stopped in it. */
    readonly twoCounts: string;
    readonly openPastDue: string;
    readonly allPriorities: string;
    readonly priority: string;
    readonly kind: string;
    readonly level: string;
    readonly cube: string;
    readonly cubeCaption: (month: string) => string;
    readonly interval: (low: string, high: string) => string;
    readonly noCommitments: string;
    readonly calendarLine: (calendars: string, zone: string) => string;
    readonly calendarTime: string;
    readonly howCounted: string;
    readonly times: string;
    readonly timesChartTitle: (late: number, total: number) => string;
    readonly timesChartNote: (clock: string) => string;
    readonly timesCaption: (month: string) => string;
    readonly timeOf: Readonly<Record<'clock-time' | 'clock-time-calendar', string>>;
    readonly measure: string;
    readonly median: string;
    readonly p90: string;
    readonly mean: string;
    readonly max: string;
    readonly flow: string;
    /** `usual`: within what the months before let expect. */
    readonly flowChartTitle: (change: number | null, usual: boolean) => string;
    readonly flowChartNote: string;
    readonly unresolvedNote: string;
    readonly flowCaption: string;
    readonly month: string;
    readonly opened: string;
    readonly resolved: string;
    readonly backlogEnd: string;
    /** In how many of the months that can be judged the goal was met. */
    readonly complianceChartTitle: (clock: string, met: number, judged: number) => string;
    readonly complianceChartNote: (goal: string, minimum: number) => string;
    readonly waiting: string;
    readonly waitingCaption: (month: string) => string;
    readonly status: string;
    readonly meaning: string;
    readonly stays: string;
    readonly totalTime: string;
    readonly total: string;
    readonly entries: string;
    readonly workCaption: (month: string) => string;
    readonly workByPersonCaption: (month: string) => string;
    readonly tool: string;
    readonly toolCompare: (tool: string, theirs: string, ours: string, n: string) => string;
    readonly toolWhy: string;
    readonly breaches: string;
    readonly breachesCaption: (count: number, month: string) => string;
    readonly breachesNone: string;
    readonly breachesShown: (shown: number, count: number) => string;
    readonly ticket: string;
    readonly openedAt: string;
    readonly due: string;
    readonly stopped: string;
    readonly stillOpen: string;
    readonly counted: string;
    readonly over: string;
    readonly allFigures: string;
    readonly allFiguresCaption: string;
    readonly figure: string;
    readonly value: string;
    readonly before: string;
    readonly versusBefore: (before: string) => string;
    readonly data: string;
    readonly rows: (read: string, accepted: string, merged: string, rejected: string) => string;
    readonly rowsMeaning: string;
    readonly dropsCaption: string;
    readonly file: string;
    readonly read: string;
    readonly accepted: string;
    readonly merged: string;
    readonly rejected: string;
    readonly zone: string;
    readonly notKnownFields: (fields: string) => string;
    readonly unclassifiedStatuses: (words: string) => string;
    readonly unclassifiedPriorities: (words: string) => string;
    readonly closedWithoutResolution: (count: string, plural: boolean) => string;
    /** Beside each figure that a resolution enters into which is a closing. */
    readonly byClosing: string;
    readonly resolvedBy: string;
    readonly number: string;
    readonly numberOf: string;
    readonly resolutionIsClosing: (closing: string, plural: boolean) => string;
    readonly resolutionFrom: (origins: {
      readonly column: number;
      readonly history: number;
      readonly closing: number;
      readonly unknown: number;
    }) => string;
    readonly resolutionUnknown: string;
    readonly cutoff: string;
    readonly json: string;
    readonly table: string;
    readonly notApplicable: string;
    readonly notKnown: (fields: string) => string;
    readonly dash: string;
    readonly quality: string;
    readonly qualityCaption: (month: string) => string;
    readonly ageingCaption: (month: string) => string;
    readonly age: string;
    readonly tickets: string;
    readonly timeSplitCaption: (month: string) => string;
    readonly part: string;
    readonly exclusions: (list: string) => string;
    readonly pausesUnknown: string;
    readonly clockNotKnown: (clock: string, fields: string) => string;
    readonly breachesNotKnown: string;
    readonly excluded: (count: string, reason: string) => string;
    readonly openOf: (open: string, n: string) => string;
    readonly closedUnresolved: string;
    readonly cause: string;
    readonly causes: Readonly<Record<BreachCause, string>>;
    readonly newTerms: string;
    readonly fewDays: (days: number) => string;
    readonly thirteenMonths: (count: number) => string;
    readonly pastDueOf: (count: string, plural: boolean) => string;
    readonly flowOf: (resolved: string) => string;
    readonly ninety: (duration: string) => string;
  };
  readonly contract: {
    readonly between: (client: string, provider: string) => string;
    readonly months: string;
    readonly monthsCaption: string;
    readonly latest: (month: string) => string;
    readonly terms: string;
    readonly termFrom: (date: string) => string;
    readonly clocks: string;
    readonly startsWith: string;
    readonly stopsWith: string;
    readonly standsStill: string;
    readonly never: string;
    readonly eventColumn: (field: string) => string;
    readonly eventEnters: (status: string) => string;
    readonly eventLeaves: (status: string) => string;
    readonly calendars: string;
    readonly policies: string;
    /** Of a month that the data do not reach the end of. */
    readonly running: string;
    readonly policyCase: string;
    readonly policyChoice: string;
    readonly usualChoice: string;
    readonly reopenWithin: string;
    readonly reopenWithinDays: (days: number) => string;
    readonly minimumSample: string;
    readonly minimumSampleText: (count: number) => string;
    readonly roundTheClock: string;
    readonly closedOn: (holidays: string) => string;
    readonly exceptions: (count: number) => string;
    readonly since: (date: string) => string;
    readonly noMonths: string;
  };
  readonly proof: {
    readonly title: (key: string) => string;
    readonly zone: (zone: string) => string;
    readonly contested: (reason: string) => string;
    readonly running: string;
    readonly paused: string;
    readonly sentence: (elapsed: string, allowed: string, over: string | null) => string;
    readonly chartTitle: string;
    readonly chartNote: string;
    readonly stagesCaption: (clock: string) => string;
    readonly duesCaption: (clock: string) => string;
    readonly intervalsCaption: (clock: string) => string;
    readonly intervals: (count: number) => string;
    readonly more: (count: number) => string;
    readonly since: string;
    readonly because: string;
    readonly knownAt: string;
    readonly cause: Readonly<Record<'opened' | 'priority' | 'term' | 'paused' | 'resumed', string>>;
    readonly suspended: string;
    readonly from: string;
    readonly to: string;
    readonly what: string;
    readonly counted: string;
    readonly pausedIn: (status: string, word: string) => string;
    readonly closed: Readonly<Record<'outside-hours' | 'weekend' | 'closed-weekday' | 'exception', string>>;
    readonly holiday: (name: string) => string;
    readonly json: string;
  };
  readonly holidayName: Readonly<Record<HolidayId | 'listed', string>>;
  readonly method: {
    readonly title: string;
    readonly lead: string;
    readonly rules: string;
    readonly ruleList: readonly { readonly title: string; readonly text: string }[];
    readonly definition: string;
    readonly formula: string;
    readonly caution: string;
    readonly needs: string;
    readonly figures: string;
  };
  readonly terminal: {
    readonly error: string;
    readonly warning: string;
    readonly note: string;
    readonly summary: (errors: number, warnings: number) => string;
    readonly fine: (contracts: number, tickets: string, rows: string) => string;
    readonly built: (pages: number, reports: number, folder: string) => string;
    readonly sealed: (file: string) => string;
    readonly untouched: (folder: string) => string;
    readonly serving: (address: string) => string;
    readonly more: (count: number, kind: string) => string;
  };
  /** What is understood of one export. Counts come formatted. */
  readonly data: {
    readonly title: string;
    readonly more: string;
    readonly json: string;
    readonly files: string;
    readonly rows: string;
    readonly rowKind: Readonly<Record<RowKind, string>>;
    readonly rejections: string;
    readonly noRejections: string;
    readonly rejectionsCaption: string;
    readonly firstOf: (shown: string, all: string) => string;
    readonly line: string;
    readonly column: string;
    readonly reason: string;
    readonly cell: string;
    readonly corrections: string;
    readonly noCorrections: string;
    readonly correctionsCaption: string;
    readonly correctionsUsed: (count: number) => string;
    readonly ticket: string;
    readonly field: string;
    readonly found: string;
    readonly corrected: string;
    readonly warnings: string;
    readonly noWarnings: string;
    readonly todo: string;
    readonly missing: string;
    readonly missingCaption: string;
    readonly remedy: Readonly<Record<'history' | 'work' | 'column', string>>;
  };
  readonly account: AccountMessages;
  readonly search: {
    readonly title: string;
    readonly lead: (count: number) => string;
    readonly months: string;
    readonly tickets: string;
    readonly words: string;
    readonly all: string;
    readonly state: Readonly<Record<'missed' | 'met' | 'running', string>>;
    readonly count: (count: number) => string;
    /** `%` stands for how many are shown. */
    readonly some: (all: number) => string;
    readonly caption: string;
  };
  readonly explorer: {
    readonly title: string;
    readonly lead: string;
    readonly choose: string;
    readonly from: string;
    readonly to: string;
    readonly from2: string;
    readonly to2: string;
    readonly none: string;
    readonly allKinds: string;
    readonly noScript: string;
    readonly canvas: string;
    readonly caption: string;
    readonly words: Readonly<Record<'first' | 'second' | 'month' | 'value' | 'mean' | 'difference', string>>;
  };
  readonly paper: {
    readonly summary: string;
    readonly deck: string;
    readonly summaryTitle: (month: string) => string;
    readonly deckTitle: (month: string) => string;
    readonly back: string;
    readonly decisions: string;
    readonly noComment: string;
    readonly slide: (n: number, all: number) => string;
    readonly worst: (count: number) => string;
  };
  readonly applications: {
    readonly title: string;
    readonly caption: (first: string, from: string, to: string) => string;
    readonly application: string;
    readonly byMonth: (months: number, most: string) => string;
    readonly before: string;
    readonly missed: string;
    readonly others: string;
  };
  readonly contractMethod: {
    readonly lead: (month: string) => string;
    readonly general: string;
    readonly clause: string;
    readonly example: (month: string) => string;
    readonly durations: (n: string, median: string, p90: string) => string;
    readonly nothing: string;
    readonly proof: (key: string) => string;
    readonly excluded: string;
  };
  readonly takeaways: {
    readonly table: Readonly<Record<MonthTable, string>>;
    readonly card: string;
    readonly permalink: string;
  };
  readonly portfolio: {
    readonly caption: string;
    readonly contract: string;
    readonly month: string;
    readonly topics: string;
    readonly topicsOf: (count: number) => string;
    readonly remaining: string;
    readonly summary: (contracts: number, below: number) => string;
  };
  readonly glossary: {
    readonly title: string;
    readonly lead: string;
    readonly terms: Readonly<Record<Term, { readonly name: string; readonly text: string }>>;
  };
  readonly accessibility: {
    readonly title: string;
    readonly lead: string;
    readonly sections: readonly { readonly title: string; readonly items: readonly string[] }[];
  };
  readonly year: {
    readonly incomplete: (months: number) => string;
    readonly headline: (parts: {
      readonly months: number;
      readonly met: readonly string[];
      readonly missed: readonly { readonly clock: string; readonly share: string; readonly goal: string }[];
      /** Priorities below the goal of a clock that meets it on the whole. */
      readonly below: readonly string[];
      readonly opened: string;
      readonly resolved: string | null;
    }) => string;
    readonly commitmentsCaption: (year: string) => string;
    readonly legend: string;
    readonly flowTitle: (opened: string, resolved: string | null) => string;
    readonly flowCaption: (year: string) => string;
    readonly consumptionCaption: (year: string) => string;
    readonly money: (total: string, penalties: string | null, bonus: string | null) => string;
    readonly worstCaption: (shown: number, all: number) => string;
    readonly years: string;
  };
  /** What stands around the figures of a month. Values come formatted. */
  readonly committee: {
    readonly topics: string;
    readonly noTopics: string;
    readonly notJudged: string;
    readonly restated: (count: number) => string;
    readonly missed: (clock: string, priority: string | null, share: string, n: string, goal: string) => string;
    readonly unusual: (figure: string, value: string, high: boolean, low: string, high_: string) => string;
    readonly pastDue: (count: number, oldest: string, since: string) => string;
    readonly aboveVolume: (book: string, quantity: string) => string;
    readonly unitsLost: (book: string, quantity: string, feminine: boolean) => string;
    readonly threshold: (book: string, share: string, day: string) => string;
    readonly owed: (book: string, quantity: string) => string;
    readonly exhaustion: (book: string, from: string, to: string | null) => string;
    readonly lotExpires: (book: string, lot: string, day: string, quantity: string, feminine: boolean) => string;
    readonly penalty: (amount: string, agreed: boolean) => string;
    readonly contested: (count: number) => string;
    readonly rowsRejected: (count: number) => string;
    readonly decisionLate: (decision: string, due: string) => string;
    readonly riskHigh: (risk: string) => string;
    readonly moreTopics: (count: number) => string;
    readonly stable: (low: string, high: string) => string;
    readonly falseAlarm: (rate: string) => string;
    readonly within: (low: string, high: string) => string;
    readonly outside: (low: string, high: string, above: boolean) => string;
    readonly limits: string;
    readonly limitsTitle: string;
    readonly comment: string;
    readonly restatedTitle: string;
    readonly restatedLead: (date: string, before: string, now: string) => string;
    readonly restatedNone: (date: string) => string;
    readonly restatedCaption: string;
    readonly presented: string;
    readonly today: string;
    readonly satisfaction: string;
    readonly noAnswers: (asked: number) => string;
    readonly satisfied: (
      satisfied: string,
      answered: string,
      asked: string,
      /** `null` where they are too few for a share. */
      share: string | null,
      interval: readonly [string, string] | null,
    ) => string;
    readonly satisfiedBefore: (share: string, month: string, n: string) => string;
    readonly risks: string;
    readonly risksCaption: string;
    readonly risk: string;
    readonly level: string;
    readonly levels: Readonly<Record<RiskLevel, string>>;
    readonly since: string;
    readonly owner: string;
    readonly action: string;
    readonly decisions: string;
    readonly decisionsCaption: string;
    readonly decision: string;
    readonly on: string;
    readonly states: Readonly<Record<'new' | 'open' | 'late' | 'done', string>>;
    readonly pastDueTitle: string;
    readonly pastDueCaption: (month: string) => string;
    readonly pastDueNone: string;
    readonly lateBy: string;
    readonly contestedBadge: string;
  };
  readonly inspect: {
    readonly language: Readonly<Record<FileLang, string>>;
    readonly kind: Readonly<Record<RowKind, string>>;
    readonly delimiter: Readonly<Record<string, string>>;
    readonly tool: (tool: string, language: string | null) => string;
    readonly bytes: (encoding: string, delimiter: string) => string;
    readonly rows: (read: string, accepted: string, merged: string, rejected: string) => string;
    readonly tickets: (count: string) => string;
    readonly columns: string;
    readonly order: Readonly<Record<'day-first' | 'month-first', string>>;
    readonly because: Readonly<
      Record<'cells' | 'file' | 'contract' | 'tool' | 'plain', (cell: string, line: number) => string>
    >;
    readonly dates: (zone: string, order: string | null, because: string) => string;
    readonly conversion: (cell: string, read: string, line: number) => string;
    readonly personal: (headings: readonly string[]) => string;
    readonly ignored: (headings: readonly string[]) => string;
    readonly unknownStatuses: (words: readonly string[]) => string;
    readonly draft: string;
  };
}
