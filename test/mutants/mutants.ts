/** Bugs as they are made by hand, one at a time: `find` stands once in the file, and `replace` is the bug. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The twelve that a review of the first version planted and no test caught. */
const REVIEW: readonly Mutant[] = [
  {
    name: 'a percentage may flatter onto a hundred',
    file: 'texts/format.ts',
    find: '(rounded >= 100 && met < total) ||',
    replace: '',
  },
  {
    name: 'the English words for met and missed are swapped',
    file: 'texts/en.ts',
    find: "met: 'Met',\n    missed: 'Missed',\n    'small-sample'",
    replace: "met: 'Missed',\n    missed: 'Met',\n    'small-sample'",
  },
  {
    name: 'an exoneration does not spare the sum that equals it',
    file: 'account/caps.ts',
    find: 'this.#orderIn <= order.exoneration',
    replace: 'this.#orderIn < order.exoneration',
  },
  {
    name: 'a reopening after exactly so many days does not count',
    file: 'kpi/reopened-within.ts',
    find: '- doneAt <= within',
    replace: '- doneAt < within',
  },
  {
    name: 'the stale date of a reopened ticket is kept',
    file: 'ingest/tickets.ts',
    find: '      instants[i] = NaN;\n      const key',
    replace: '      const key',
  },
  {
    name: 'what is usual of a share is said of any sample',
    file: 'report/monthly.ts',
    find: '!now || now.total < this.#input.contract.policies.minimumSample || past',
    replace: '!now || past',
  },
  {
    name: 'a sample that equals the minimum is small',
    file: 'report/monthly.ts',
    find: 'if (share.total < minimumSample)',
    replace: 'if (share.total <= minimumSample)',
  },
  {
    name: 'Zendesk: resolved when last updated',
    file: 'ingest/tools/zendesk.ts',
    find: "resolved: { en: ['Solved at'] }",
    replace: "resolved: { en: ['Updated at'] }",
  },
  {
    name: 'Freshdesk: created when due',
    file: 'ingest/tools/freshdesk.ts',
    find: "created: { en: ['Created time'] }",
    replace: "created: { en: ['Due by Time'] }",
  },
  {
    name: 'text of a drawing is not escaped',
    file: 'charts/svg.ts',
    find: 'return text.replace(/[&<>"\']/g, (character) => `&#${character.charCodeAt(0)};`);',
    replace: 'return text;',
  },
  {
    name: 'sizing: the low and the high effort are swapped',
    file: 'calculators/sizing/page/results.ts',
    find: 'const [low, high] = [a.money(cost.p10), a.money(cost.p90)];',
    replace: 'const [high, low] = [a.money(cost.p10), a.money(cost.p90)];',
  },
  {
    name: 'a deadline at the end of the month is past due in it',
    file: 'report/monthly.ts',
    find: 'due < end && (stopped === null',
    replace: 'due <= end && (stopped === null',
  },
];

/** Twenty more, in the parts where those were: words, drawings, mappings, thresholds, small samples, the page of the sizing. */
const MORE: readonly Mutant[] = [
  {
    name: 'a percentage may be rounded onto the goal that it misses',
    file: 'texts/format.ts',
    find: 'met / total < goal && rounded >= goal * 100',
    replace: 'met / total < goal && rounded > goal * 100',
  },
  {
    name: 'the first of a month is no ordinal',
    file: 'texts/format.ts',
    find: "text.replace(/^1 /, '1er ')",
    replace: 'text',
  },
  {
    name: 'minutes of an hour lose their zero',
    file: 'texts/format.ts',
    find: "NNBSP + String(minutes).padStart(2, '0') : ''",
    replace: "NNBSP + String(minutes) : ''",
  },
  {
    name: 'a whole number keeps its hyphen',
    file: 'texts/format.ts',
    find: 'minus(numbers[digits]!.format(value))',
    replace: 'numbers[digits]!.format(value)',
  },
  { name: 'days from one day on', file: 'texts/format.ts', find: 'if (ms < 2 * DAY_MS)', replace: 'if (ms < DAY_MS)' },
  {
    name: 'the French words of the list of tickets are swapped',
    file: 'texts/fr.ts',
    find: "state: { missed: 'manqué', met: 'tenu'",
    replace: "state: { missed: 'tenu', met: 'manqué'",
  },
  {
    name: 'a gauge marks its goal at its share',
    file: 'charts/gauge.ts',
    find: 'x1: goal * width, x2: goal * width',
    replace: 'x1: share * width, x2: share * width',
  },
  {
    name: 'what is late is drawn as in time',
    file: 'charts/timeline.ts',
    find: 'cut[i]! >= data.due.at',
    replace: 'cut[i]! > data.due.at',
  },
  {
    name: 'the flow forgets what was closed unresolved',
    file: 'charts/flow.ts',
    find: 'count + (data.unresolved?.[i] ?? 0)',
    replace: 'count',
  },
  {
    name: 'bins of the times are as tall as they are, not as their roots',
    file: 'charts/times.ts',
    find: 'Math.sqrt(count / tall)',
    replace: '(count / tall)',
  },
  {
    name: 'an attribute of a drawing is not escaped',
    file: 'charts/svg.ts',
    find: 'px(value) : escape(value!)',
    replace: 'px(value) : value!',
  },
  {
    name: 'a clock that stands at its target is breached',
    file: 'clocks/clock.ts',
    find: 'elapsed > target ?',
    replace: 'elapsed >= target ?',
  },
  {
    name: 'a ticket that stops as the month ends was not past due',
    file: 'report/monthly.ts',
    find: 'stopped >= end)',
    replace: 'stopped > end)',
  },
  {
    name: 'a time is said to be usual of any sample',
    file: 'report/monthly.ts',
    find: "figure.state === 'duration' && figure.n >= minimumSample",
    replace: "figure.state === 'duration'",
  },
  {
    name: 'GLPI: closed when resolved',
    file: 'ingest/tools/glpi.ts',
    find: "fr: ['Date de clôture']",
    replace: "fr: ['Date de résolution']",
  },
  {
    name: 'HubSpot: a reopened ticket stays resolved',
    file: 'ingest/tools/hubspot.ts',
    find: "  stale: ['resolved'],\n",
    replace: '',
  },
  {
    name: 'Azure DevOps: what is resolved is at work',
    file: 'ingest/tools/azure-devops.ts',
    find: 'resolved: [',
    replace: 'resolved: [], active: [',
  },
  {
    name: 'the terms of a month are those of its first instant',
    file: 'contract/terms.ts',
    find: 'term.from < to &&',
    replace: 'term.from <= from &&',
  },
  {
    name: 'sizing: what moves the need says more before less',
    file: 'calculators/sizing/page/results.ts',
    find: 'a.work(low, of), a.work(high, of)]),',
    replace: 'a.work(high, of), a.work(low, of)]),',
  },
  {
    name: 'a request whose script cannot be had is never answered',
    file: 'browser/worker-client.ts',
    find: '        reject(new Error(this.#script));\n',
    replace: '',
  },
];

export const MUTANTS: readonly Mutant[] = [...REVIEW, ...MORE];
