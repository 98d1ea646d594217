import { enAccount } from './en-account.ts';
import type { EffortUnit } from '../domain/ticket.ts';
import { formatOf } from './format.ts';
import type { Messages } from './messages.ts';
import { ONE } from '../domain/quantity.ts';
import { HOUR_MS } from '../domain/zone.ts';

const { number, list, plural } = formatOf('en');
const quoted = (text: string): string => `“${text}”`;
const quotedList = (texts: readonly string[]): string => texts.map(quoted).join(', ');
const tickets = (count: number): string => `${number(count)} ${plural(count, 'ticket', 'tickets')}`;
const ORDERS: Record<string, string> = {
  'day-first': 'day/month/year',
  'month-first': 'month/day/year',
  any: 'year-month-day or day/month/year',
};

/** In what efforts are counted. */
const EFFORT_WORDS: Readonly<Record<EffortUnit, string>> = {
  hours: 'hours',
  minutes: 'minutes',
  seconds: 'seconds',
  days: 'days of 24 h',
  words: 'words',
  'words-or-minutes': 'minutes',
};
/** Words that are not quoted, after those that are. */
const unshown = (hidden: number, shown: number): string =>
  hidden === 0
    ? ''
    : `${shown ? ', and ' : ' ('}${number(hidden)} that ${plural(hidden, 'is', 'are')} not shown, seen once or like a name: jauge inspect lists them${shown ? '' : ')'}`;

const expectationText = (expected: string): string =>
  (en.expectation as Readonly<Record<string, string>>)[expected] ?? expected;

export const en: Messages = {
  lang: 'English',
  otherLanguage: 'Français',
  site: {
    name: 'Jauge',
    tagline: 'Application-maintenance reports',
    skip: 'Skip to content',
    home: 'Home',
    method: 'Method',
    sizing: 'Size a contract',
    whatIf: 'What if…',
    indicators: 'Indicators',
    glossary: 'Glossary',
    accessibility: 'Accessibility: checked by tests, not audited',
    menu: 'Main navigation',
    contracts: 'Contracts',
    contractsLead:
      'Month by month, the service delivered beside what was promised. Every figure leads to its definition, every commitment missed to its proof.',
    madeWith: 'Made with Jauge from the exports of the ticketing tool.',
  },
  kpi: {
    compliance: {
      name: 'SLA compliance',
      definition:
        'Share of commitments met among those whose deadline falls in the month. This is the contract’s figure.',
      formula: 'commitments met ÷ commitments whose deadline is in the month',
      caution:
        'A ticket still open past its deadline is not met. A ticket resolved early counts in the month of its deadline.',
    },
    'compliance-opened': {
      name: 'SLA compliance, by month of opening',
      definition:
        'Share of commitments met among the clocks that started in the month and are decided: met, or past due.',
      formula: 'commitments met ÷ (met + missed), clocks started in the month',
      caution: 'A recent month is not decided yet; clocks that run within their target are not in it.',
    },
    headroom: {
      name: 'Headroom',
      definition: 'Part of the target that was left at the stop, of the commitments met that stopped in the month.',
      formula: '1 − time counted ÷ target',
      caution: 'A shrinking headroom announces breaches before they come.',
    },
    'clock-time-calendar': {
      name: 'Calendar time of the clocks',
      definition: 'All time from the start of each clock to its stop, less its pauses, nights and week-ends included.',
      formula: 'stop − start − pauses',
      caution: 'To be read beside the time counted: it is what the user lived through.',
    },
    'time-split': {
      name: 'Time split',
      definition:
        'Whose the time of the tickets resolved in the month was: the provider’s in working hours, the client’s, a third party’s, between resolution and reopening, outside hours.',
      formula: 'parts of (opening → resolution), whose sum is checked',
      caution: 'Waiting counts nights and week-ends, since the ticket was in other hands then.',
    },
    'resolution-time-with-open': {
      name: 'Resolution time, open tickets included',
      definition:
        'After how long half of the tickets opened in the month are resolved, with those that are not yet resolved taken into account.',
      formula: 'Kaplan–Meier median of (resolution − opening), unresolved tickets counting for the time elapsed so far',
      caution:
        'Without it a month looks the better the more of its long tickets are still open. “—” where less than half are resolved.',
    },
    'closed-unresolved': {
      name: 'Closed without resolution',
      definition: 'Tickets closed in the month without a resolution date.',
      formula: 'number of tickets closed in the month without a resolution',
      caution: 'They leave the backlog and are in no resolution time.',
    },
    clearance: {
      name: 'Clearance',
      definition: 'Tickets resolved over tickets opened in the month.',
      formula: 'tickets resolved ÷ tickets opened',
      caution: 'Above 100% the backlog falls.',
    },
    ageing: {
      name: 'Ageing of the backlog',
      definition: 'Tickets open at month end, by the number of working days since their opening.',
      formula: 'working days begun after the day of opening',
      caution: 'Counted in the first calendar of the contract.',
    },
    'open-age': {
      name: 'Age of open tickets',
      definition: 'How long the tickets open at month end have been open.',
      formula: 'end of month − opening',
      caution: 'All time, nights and week-ends included; the maximum is the oldest.',
    },
    'reopened-within': {
      name: 'Reopened within the contract’s days',
      definition:
        'Share of the tickets first resolved in the month that were reopened within the number of days of the contract.',
      formula: 'tickets reopened in time ÷ tickets first resolved',
      caution: 'Final only once that number of days has passed.',
    },
    rejected: {
      name: 'Rejection rate',
      definition:
        'Share of the tickets opened in the month that the provider rejected: out of scope, not reproducible, duplicates.',
      formula: 'tickets rejected or merged ÷ tickets opened',
      caution: 'By today’s state; a disputed rejection is a matter for the committee.',
    },
    'first-contact': {
      name: 'Resolved without reassignment',
      definition: 'Share of the tickets resolved in the month without being handed on or reopened.',
      formula: 'tickets without reassignment or reopening ÷ tickets resolved',
      caution: 'The nearest thing to first-contact resolution where the export does not count replies.',
    },
    escalation: {
      name: 'Escalation rate',
      definition: 'Share of the stays at a technical level that ended with a move to the level above.',
      formula: 'stays that ended with a move up ÷ stays begun in the month',
      caution: 'A return to a lower level is not an escalation.',
    },
    questions: {
      name: 'Functional questions',
      definition: 'Share of requests for help among the tickets opened in the month whose kind is known.',
      formula: 'questions ÷ tickets of known kind',
      caution: 'Often outside the contract, or billed when too frequent.',
    },
    mix: {
      name: 'Kinds of work',
      definition:
        'Share of corrective, evolutive, preventive work and questions among the tickets opened in the month.',
      formula: 'tickets of each kind ÷ tickets of known kind',
      caution: 'By count; the share of effort may be quite another.',
    },
    effort: {
      name: 'Effort',
      definition: 'Effort spent on the tickets resolved in the month, by kind.',
      formula: 'sum of the effort of tickets',
      caution: 'Takes an export that carries the effort of tickets.',
    },
    work: {
      name: 'Work booked',
      definition: 'Time booked, by the day of the work and the kind of ticket; time on no ticket stands apart.',
      formula: 'sum of the time entries of the month',
      caution: 'A late entry goes into the month of the work, whose report changes then.',
    },
    'work-by-person': {
      name: 'Work booked by person',
      definition: 'Time booked in the month by each person, under a pseudonym.',
      formula: 'sum of the time entries of each person',
      caution: 'Shows on how many people the contract rests; it is not for comparing them.',
    },
    'compliance-at-stop': {
      name: 'SLA compliance, at stop',
      definition:
        'Share of commitments met among those whose clock stopped in the month. This is what most tools print.',
      formula: 'commitments met ÷ clocks stopped in the month',
      caution: 'It does not see tickets still open past their deadline: it rises when one stops working on them.',
    },
    'open-past-due': {
      name: 'Open past due',
      definition: 'Tickets whose clock still runs past its deadline at the end of the month.',
      formula: 'number of tickets with deadline ≤ end of month < stop',
      caution: 'A ticket paused before its deadline is not past due: it waits for the client or a third party.',
    },
    overrun: {
      name: 'Overrun',
      definition: 'Time counted beyond the target, for the commitments missed whose deadline is in the month.',
      formula: 'time counted − target',
      caution: 'For a ticket still open, it is the overrun at the data cut-off.',
    },
    coverage: {
      name: 'SLA coverage',
      definition: 'Share of the tickets opened in the month for which the contract promises a target.',
      formula: 'tickets with a target ÷ tickets opened',
      caution: 'A compliance of 100% over half of the tickets is not a good month.',
    },
    'tool-verdict': {
      name: 'The tool’s verdict',
      definition: 'Share of tickets that the tool itself flags as within its SLA, from the last row of each ticket.',
      formula: 'tickets flagged as met ÷ tickets flagged',
      caution:
        'The tool has its own hours, targets and pauses, which its export does not give: the two figures do not measure the same promise.',
    },
    'clock-time': {
      name: 'Time counted',
      definition:
        'Time that the clock counted, in the hours of the contract and without the pauses, of tickets stopped in the month.',
      formula: 'length of (opening → stop) ∩ working hours − pauses ∩ working hours',
      caution: 'A pause at night or over a week-end takes nothing away: the clock was not running.',
    },
    'resolution-time': {
      name: 'Resolution time, calendar',
      definition:
        'All time from the opening to the resolution of the tickets resolved in the month, nights and waiting included.',
      formula: 'resolution − opening',
      caution: 'Tickets still open are not in it; the mean is pulled by a few very long tickets, so read the median.',
    },
    'resolution-time-opened': {
      name: 'Resolution time, by month of opening',
      definition: 'The same time, of the tickets opened in the month and resolved since.',
      formula: 'resolution − opening',
      caution: 'Final only once all tickets of the month are resolved: the longest are still missing.',
    },
    'resolution-time-without-waiting': {
      name: 'Resolution time without waiting',
      definition: 'The calendar resolution time less the time spent waiting for the client or a third party.',
      formula: 'resolution − opening − waiting between the two',
      caution: 'Takes the history of states, which not every export carries.',
    },
    'closing-time': {
      name: 'Closing time, calendar',
      definition: 'All time from the opening to the closing of the tickets closed in the month.',
      formula: 'closing − opening',
      caution: 'Closing is an administrative act, often automatic some days after the resolution.',
    },
    'first-touch-time': {
      name: 'Time to first touch',
      definition: 'Time from the opening to the first event in which the ticket is no longer new.',
      formula: 'first event outside the state new − opening',
      caution: 'An event before the opening is left out and counted as an exclusion.',
    },
    'waiting-time': {
      name: 'Waiting time',
      definition: 'Time spent waiting for the client or a third party, of the tickets that waited.',
      formula: 'sum of the stays in a waiting state',
      caution: 'Counted in the month of the last event of the ticket.',
    },
    'time-in-status': {
      name: 'Time in each state',
      definition: 'Length of each stay in a state, counted in the month in which it begins.',
      formula: 'next event − entry into the state',
      caution: 'The last state of a ticket lasts until its last event: the log says nothing of what follows.',
    },
    inflow: {
      name: 'Tickets opened',
      definition: 'Tickets opened in the month.',
      formula: 'number of tickets opened in the month',
      caution: 'A reopening is not an opening.',
    },
    outflow: {
      name: 'Tickets resolved',
      definition: 'Tickets resolved in the month.',
      formula: 'number of tickets resolved in the month',
      caution: 'By the tool’s resolution date, which is that of the last resolution.',
    },
    closed: {
      name: 'Tickets closed',
      definition: 'Tickets closed in the month.',
      formula: 'number of tickets closed in the month',
      caution: 'Closing follows the resolution, sometimes in the next month.',
    },
    backlog: {
      name: 'Backlog at month end',
      definition:
        'Tickets opened and not yet resolved at the end of the month; one closed without a resolution date leaves it at its closing.',
      formula: 'number of tickets with opening < end of month ≤ resolution (failing that, closing)',
      caution: 'Rebuilt from dates, not from today’s state: it does not change when a ticket is resolved later.',
    },
    'not-closed': {
      name: 'Tickets not closed at month end',
      definition:
        'Tickets opened and not yet closed at the end of the month: the backlog, with what awaits its confirmation.',
      formula: 'number of tickets with opening < end of month ≤ closing',
      caution: 'This is often what the tool calls “open”.',
    },
    reopened: {
      name: 'Reopen rate',
      definition: 'Share of the tickets resolved in the month that the tool counts at least one reopening of.',
      formula: 'tickets reopened ÷ tickets resolved',
      caution: 'A recent month has not had the time to be reopened yet.',
    },
    reopenings: {
      name: 'Reopenings',
      definition: 'Moves from a resolved or closed state to another, in the month of the move.',
      formula: 'number of changes of state (resolved or closed → other)',
      caution: 'Counted from the history: it may differ from the tool’s counter.',
    },
    'reopens-reported': {
      name: 'Reopenings counted by the tool',
      definition: 'Sum of the tool’s counter of reopenings, in the month of the closing.',
      formula: 'sum of the counter',
      caution: 'The counter does not say when the ticket was reopened.',
    },
  },
  clock: {
    acknowledge: { name: 'Acknowledge', definition: 'From the opening to the first human act.' },
    workaround: { name: 'Workaround', definition: 'From the opening to the workaround.' },
    restore: { name: 'Restore', definition: 'From the opening until service is back, by workaround or fix.' },
    resolve: { name: 'Resolve', definition: 'From the opening to the definitive fix.' },
    estimate: { name: 'Estimate', definition: 'From the complete request to the quotation.' },
    deliver: { name: 'Deliver', definition: 'From the order to the delivery.' },
  },
  policy: {
    priorityChange: {
      name: 'A target that changes on the way (priority, amendment)',
      choice: {
        forward: 'the part that was used of the old target is used of the new one',
        retroactive: 'the new target holds from the opening',
        reset: 'the new target begins in full at the change',
      },
    },
    reopened: {
      name: 'A ticket that is reopened',
      choice: {
        total: 'all working cycles count, and the gap between resolution and reopening does not',
        first: 'the first resolution stops the clock',
      },
    },
    resolvedWhilePaused: {
      name: 'A ticket resolved while waiting, without a resume',
      choice: {
        credited: 'the wait is taken off up to the resolution',
        counted: 'that wait is not taken off: its time counts',
      },
    },
    acknowledgedAfterResolved: {
      name: 'An acknowledgement entered after the resolution',
      choice: {
        resolution: 'the resolution is the acknowledgement',
        acknowledgement: 'the acknowledgement counts on its own date',
      },
    },
    withdrawal: {
      name: 'A ticket that is cancelled, rejected or merged',
      choice: {
        'excluded-unless-late': 'left out, unless it was late already',
        excluded: 'always left out',
        counted: 'counted like any other',
      },
    },
    workaround: {
      name: 'A workaround before the resolution',
      choice: {
        none: 'the resolution goes on running',
        'stops-resolve': 'the workaround stops the resolution',
      },
    },
  },
  workPart: { unclassified: 'Tickets of unknown kind', 'no-ticket': 'On no ticket' },
  field: {
    key: 'number',
    status: 'state',
    priority: 'priority',
    kind: 'type',
    application: 'application',
    group: 'group',
    complexity: 'complexity',
    created: 'opened',
    acknowledged: 'acknowledged',
    workaround: 'workaround',
    resolved: 'resolved',
    closed: 'closed',
    updated: 'last update',
    due: 'due',
    reopens: 'reopens',
    reassignments: 'reassignments',
    toolVerdict: 'the tool’s verdict',
    effort: 'effort',
    history: 'history of states',
    title: 'title',
    assignee: 'assignee',
    person: 'person',
    people: 'people',
    'group-history': 'history of groups',
    work: 'time entries',
    at: 'instant',
    change: 'value that changed',
    from: 'value before',
    to: 'value after',
    ticket: 'ticket',
    date: 'day of the work',
    booked: 'date of entry',
    activity: 'activity',
    hours: 'time spent',
    substatus: 'sub-state',
    labels: 'labels',
    acknowledgedAfter: 'time to acknowledge',
  },
  statusClass: {
    new: 'new',
    active: 'in progress',
    'waiting-client': 'waiting for the client',
    'waiting-third-party': 'waiting for a third party',
    resolved: 'resolved',
    closed: 'closed',
    rejected: 'rejected',
    cancelled: 'cancelled',
    merged: 'merged into another',
  },
  holidays: {
    FR: 'public holidays of metropolitan France',
    'FR-ALSACE-MOSELLE': 'public holidays of Alsace-Moselle',
    'FR-GUADELOUPE': 'public holidays of Guadeloupe',
    'FR-GUYANE': 'public holidays of French Guiana',
    'FR-MARTINIQUE': 'public holidays of Martinique',
    'FR-MAYOTTE': 'public holidays of Mayotte',
    'FR-REUNION': 'public holidays of Réunion',
    none: 'no public holidays',
    listed: 'days listed in the contract',
  },
  colon: ': ',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  verdict: {
    met: 'Met',
    missed: 'Missed',
    'small-sample': 'Small n',
    'nothing-due': 'Nothing due',
    'not-known': 'Not computable',
  },
  counted: {
    tickets: { heading: 'Tickets', of: (n, shown) => `${shown} ticket${n === 1 ? '' : 's'}` },
    deadlines: { heading: 'Deadlines', of: (n, shown) => `${shown} deadline${n === 1 ? '' : 's'}` },
    stops: { heading: 'Stops', of: (n, shown) => `${shown} stop${n === 1 ? '' : 's'}` },
    stays: { heading: 'Stays', of: (n, shown) => `${shown} stay${n === 1 ? '' : 's'}` },
    entries: { heading: 'Entries', of: (n, shown) => `${shown} ${n === 1 ? 'entry' : 'entries'}` },
  },
  exclusion: {
    'negative-duration': 'negative duration',
    cancelled: 'cancelled before the deadline',
    rejected: 'rejected before the deadline',
    merged: 'merged into another',
    'stop-unknown': 'done without a stop date',
    'not-computable': 'incomplete export',
  },
  kind: { corrective: 'corrective', evolutive: 'evolutive', preventive: 'preventive', question: 'question' },
  timePart: {
    provider: 'provider',
    client: 'client',
    'third-party': 'third party',
    done: 'resolved, then reopened',
    'outside-hours': 'outside hours',
  },
  problem: {
    'data-folder-missing': ({ folder }) => ({
      what: `The data folder ${quoted(folder)} does not exist.`,
      todo: 'Create it with a folder for each contract (contract.yaml and tickets/), or name yours with --data or JAUGE_DATA.',
    }),
    'data-folder-empty': ({ folder }) => ({
      what: `The data folder ${quoted(folder)} holds no contract.`,
      todo: 'Create a folder for each contract, with contract.yaml and an export in tickets/. The example contract uci-servicenow can serve as a model.',
    }),
    'contract-file-missing': ({ folder }) => ({
      what: `The folder ${quoted(folder)} has no contract.yaml.`,
      todo: 'Add the contract file, or move the folder out of the data folder.',
    }),
    'contract-id-duplicate': ({ id, other }) => ({
      what: `The contract id ${quoted(id)} is already taken by ${other}.`,
      todo: 'Give one of the two another id: it makes the address of its reports.',
    }),
    'contract-id-reserved': ({ id, reserved }) => ({
      what: `A contract cannot be called ${quoted(id)}: the site has a page at that address.`,
      todo: `Choose another id than ${list(reserved)}.`,
    }),
    'contract-not-found': ({ id, known }) => ({
      what: `No contract has the id ${quoted(id)}.`,
      todo: known.length ? `Known contracts: ${list(known)}.` : 'No contract could be read.',
    }),
    'drops-missing': ({ folder }) => ({
      what: 'There is no export to read.',
      todo: `Drop the export of your tool in ${folder}/ as it is: .csv, .tsv or .csv.gz.`,
    }),
    'months-missing': ({ months }) => ({
      what: `No ticket was opened or resolved in ${list(months)}.`,
      todo: 'Check that no export is missing; if the month really was empty there is nothing to do: its report says so.',
    }),
    'output-not-ours': ({ folder }) => ({
      what: `The output folder ${quoted(folder)} holds files that Jauge did not make.`,
      todo: 'Name an empty or new folder with --out or JAUGE_OUT: a build replaces the whole folder.',
    }),
    'file-not-read': ({ name }) => ({
      what: `${quoted(name)} is not read by this version.`,
      todo: 'Only .csv, .tsv and .txt files of tickets/ are, compressed (.gz) or not; save a workbook as CSV UTF-8.',
    }),
    'file-unreadable': ({ reason }) => ({
      what: `The file cannot be read: ${reason}.`,
      todo: 'Check that it exists and that you may read it.',
    }),
    'yaml-invalid': ({ reason }) => ({
      what: `This is not valid YAML: ${reason}.`,
      todo: 'Check the indentation (spaces, no tabs), the colons and the quotes there.',
    }),
    'contract-key-unknown': ({ key }) => ({
      what: `${quoted(key)} does not exist in a contract.`,
      todo: 'Correct the name or remove the line; an editor proposes the known names if the first line names the schema.',
    }),
    'contract-key-missing': ({ path, key }) => ({
      what: `${quoted(key)} is missing (${path}).`,
      todo: 'Add this line.',
    }),
    'contract-value-invalid': ({ path, found, expected, options }) => ({
      what: `${path || 'The file'} is ${quoted(found)}.`,
      todo: `Expected: ${options.length ? `one of ${list(options)}` : expectationText(expected)}.`,
    }),
    'contract-reference-unknown': ({ path, found, known }) => ({
      what: `${path} names ${quoted(found)}, which is not defined.`,
      todo: known.length ? `Names defined: ${list(known)}.` : 'Nothing is defined under that name.',
    }),
    'contract-clock-twice': ({ clock }) => ({
      what: `The clock ${quoted(clock)} has two commitments under the same terms.`,
      todo: 'Make them one, with a list of targets: where each row has its calendar and its goal: { priority: P1, target: 4 h, calendar: always, goal: 95 % }.',
    }),
    'contract-goals-differ': ({ clock, priority, goals }) => ({
      what: `The clock ${quoted(clock)} has two goals for the priority ${priority}: ${list(goals)}.`,
      todo: 'A goal is per clock and priority. For a goal by kind, level or application define a second clock under clocks:, with its stops:, and give it targets: of its own.',
    }),
    'clock-not-computable': ({ clock, missing }) => ({
      what: `The clock ${quoted(clock)} cannot be computed: the export lacks ${quotedList(missing.map((name) => en.field[name]))}.`,
      todo: missing.includes('resolved')
        ? 'What would tell the resolution: a column of the tool, the history of states in history/, or, where the closing stands for it, resolution: closed in the contract.'
        : missing.includes('history')
          ? `Export the history of states; or, if the export has the instant itself, remove ${clock} from clocks: of the contract: the clock then reads the column.`
          : `Add the column to the export, or say under which heading it is: sources: [{ columns: { … } }]. Another instant is another promise: do not put one in its place.`,
    }),
    'contract-word-twice': ({ word, other }) => ({
      what: `The word ${quoted(word)} already stands under ${quoted(other)}.`,
      todo: 'A word of the tool has one meaning in a contract: remove it from one of the two.',
    }),
    'contract-term-twice': ({ date }) => ({
      what: `Two terms begin on ${date}.`,
      todo: 'Make them one, or change the date of one.',
    }),
    'contract-without-calendar': ({ path }) => ({
      what:
        path === 'calendars'
          ? 'The contract defines no calendar.'
          : `The commitment ${path} counts working time and names no calendar.`,
      todo: 'Define the working hours under calendars and name them in the commitment (calendar: …). There are no default hours.',
    }),
    'contract-id-twice': ({ id }) => ({
      what: `The id ${quoted(id)} is given twice.`,
      todo: 'Give each its own: figures refer to it.',
    }),
    'coverage-changes-form': ({ id, before, after }) => ({
      what: `The coverage ${quoted(id)} changes its form or unit from one amendment to the next (${before}, then ${after}): its balance would mean nothing.`,
      todo: 'Give the new coverage another id.',
    }),
    'smoothing-too-short': ({ smoothing, per }) => ({
      what: `Smoothing (${smoothing}) is shorter than the period of the volume (${per}).`,
      todo: 'Smooth over a period at least as long, or write smoothing: none.',
    }),
    'lot-expires-early': ({ lot, bought, expires }) => ({
      what: `The lot ${quoted(lot)} expires (${expires}) before it is bought (${bought}).`,
      todo: 'Correct one of the two dates.',
    }),
    'lot-outside': ({ lot, from, to }) => ({
      what: `The lot ${quoted(lot)} can never be used: the coverage runs from ${from}${to === null ? '' : ` to ${to}`}.`,
      todo: 'Correct its dates, or remove it.',
    }),
    'adjustment-outside': ({ coverage, date }) => ({
      what: `An adjustment of ${quoted(coverage)} is dated ${date}, when that coverage is not in force.`,
      todo: 'Date it on a day when it is: the last one, for a final settlement.',
    }),
    'activities-of-tickets': ({ unit }) => ({
      what: `This coverage counts tickets (${unit}) and is limited to activities: a ticket has none.`,
      todo: 'Limit it by kinds or applications, or count hours.',
    }),
    'lot-priced-twice': ({ lot }) => ({
      what: `The lot ${quoted(lot)} has two prices: price (the whole lot) and unitPrice (one unit).`,
      todo: 'Keep one of them.',
    }),
    'penalty-base-unnamed': ({ id }) => ({
      what: `The penalty ${quoted(id)} has base: month, which is read as worth: the month’s share of the fees, its reserved days and the units worked in it.`,
      todo: 'Name the base: worth to keep this reckoning, invoiced where the contract means what the month is invoiced, amount for a sum.',
    }),
    'penalty-coverage-unnamed': ({ id, known }) => ({
      what: `The penalty ${quoted(id)} is settled in units, and does not say of which coverage: they are not credited.`,
      todo: `Add coverage: to the penalty${known.length ? `, one of ${list(known)}` : ''}.`,
    }),
    'statement-differs': ({ book, on, stated, found, since }) => ({
      what: `On ${on} the signed balance of ${quoted(book)} is ${number(stated / ONE, 4)}, the account has ${number(found / ONE, 4)}: a difference of ${number((found - stated) / ONE, 4)}.`,
      todo: `Compare the statements ${since === null ? 'from the beginning' : `from ${since}, the last signed balance that the account agrees with,`} to that date; then correct the source, or add what was agreed under adjustments:.`,
    }),
    'abacus-missing': ({ unit, key }) => ({
      what: `Nothing says how work becomes units (${unit}).`,
      todo:
        key === 'hoursPerDay'
          ? 'Add abacus: { hoursPerDay: 7 } (the hours of a contractual day).'
          : 'Add abacus: { hoursPerUo: … }, or the table abacus: { uo: [...] }.',
    }),
    'comment-name-unknown': ({ name }) => ({
      what: `${quoted(name)} is not the comment of a month: it is not read.`,
      todo: 'Name it like 2026-10.md (or 2026-10.en.md for the English site).',
    }),
    'seal-month-not-complete': ({ month, complete }) => ({
      what: `${quoted(month)} is not a complete month of this contract.`,
      todo: complete.length ? `Complete months: ${complete[0]!} to ${complete.at(-1)!}.` : 'No month is complete yet.',
    }),
    'page-not-built': ({ site, page }) => ({
      what: `The page ${quoted(page)} is not in ${site}.`,
      todo: 'Build the site (npm run build), and check the contract and the month.',
    }),
    'seal-exists': ({ month }) => ({
      what: `${month} is already sealed.`,
      todo: 'To replace the seal by the figures of today add --again; say why in the comment of the month.',
    }),
    'survey-impossible': ({ month, asked, answered, satisfied }) => ({
      what: `The survey of ${month} cannot be right: ${number(asked)} people asked, ${number(answered)} answers, ${number(satisfied)} satisfied.`,
      todo: 'There are at most as many answers as people asked, and at most as many satisfied as answers.',
    }),
    'logo-unusable': ({ logo, why }) => ({
      what: {
        missing: `The logo ${quoted(logo)} is not in the folder of the contract.`,
        outside: `The logo ${quoted(logo)} is outside the folder of the contract.`,
        format: `The logo ${quoted(logo)} is neither an SVG nor a PNG.`,
        script: `The logo ${quoted(logo)} holds code, which would run at the readers’.`,
        size: `The logo ${quoted(logo)} is larger than 200 kB.`,
      }[why],
      todo: 'Put an SVG without scripts or a PNG of at most 200 kB beside contract.yaml, and name it in brand: logo:.',
    }),
    'seal-unreadable': ({ reason }) => ({
      what: `This seal cannot be read (${reason}): whether the month has changed since it was presented is not known.`,
      todo: 'Take the file from the history of your repository; do not edit it by hand.',
    }),
    'consumption-not-known': ({ coverage, missing }) => ({
      what: `What is used of ${quoted(coverage)} is not known: the export lacks ${quotedList(missing.map((name) => en.field[name]))}.`,
      todo: 'Add the column to the export, or the time entries to worklog/; or say in effort: where the effort comes from.',
    }),
    'work-without-units': ({ entries, example }) => ({
      what: `${number(entries)} ${plural(entries, 'piece', 'pieces')} of work ${entries > 1 ? 'have' : 'has'} no equivalent in units in the abacus${example ? ` (for example ticket ${example})` : ''}: nothing is deducted for ${entries > 1 ? 'them' : 'it'}.`,
      todo: 'Add a row for this kind and complexity to abacus.uo, or abacus: { hoursPerUo: … }.',
    }),
    'index-value-missing': ({ index, month }) => ({
      what: `The index ${quoted(index)} has no value for ${month}.`,
      todo: `Add it to indices.${index}.values, as published.`,
    }),
    'gzip-truncated': ({ bytes }) => ({
      what: `The compressed file is cut: it stops after ${number(bytes)} bytes of content, without its end.`,
      todo: 'Copy or download it again; nothing of this file was read.',
    }),
    'gzip-invalid': ({ reason }) => ({
      what: `The file is named .gz but cannot be decompressed (${reason}).`,
      todo: 'If it is not compressed, take .gz off its name; else make it again.',
    }),
    'file-empty': () => ({
      what: 'The file is empty.',
      todo: 'Export again: it must start with a line of headings.',
    }),
    'file-not-text': ({ format }) => ({
      what: `This is not a text file: its content is ${format}.`,
      todo: format.includes('XLS')
        ? 'Open it in your spreadsheet and save it as CSV UTF-8.'
        : 'Export the tickets as CSV from the tool.',
    }),
    'quote-unclosed': ({ opened }) => ({
      what: `A quote opened on line ${number(opened)} is never closed: what follows cannot be cut into rows.`,
      todo: 'The export is cut or was edited by hand; make it again, or close the quote on that line.',
    }),
    'record-too-long': ({ bytes }) => ({
      what: `A row is longer than ${number(bytes)} bytes: this is not a table of tickets, or a quote in it is never closed.`,
      todo: 'Export again.',
    }),
    'encoding-repaired': ({ sequences }) => ({
      what: `${number(sequences)} accented ${plural(sequences, 'character is', 'characters are')} damaged in this UTF-8 file and ${plural(sequences, 'was', 'were')} replaced.`,
      todo: 'No figure depends on it where they are titles, which GLPI 9 and 10 cut like that; check if a state or a priority looks damaged.',
    }),
    'export-unusable': ({ tool, why }) =>
      why === 'totals'
        ? {
            what: `This file of ${tool} is a table of totals: the day and the ticket of each entry are no longer in it.`,
            todo: 'Export the time entries in detail (one row an entry) instead of this table, and remove it.',
          }
        : {
            what: `This list of ${tool} gives times without their day: no consumption by month can be made of it.`,
            todo: 'Remove it; the effort that the list of tickets carries is used. Or provide a list with the columns key, date, hours.',
          },
    'events-without-ticket': ({ events, example }) => ({
      what: `${number(events)} ${events > 1 ? 'events are about tickets' : 'event is about a ticket'} that no list has (for example ${example}): ${events > 1 ? 'they are rejected' : 'it is rejected'}.`,
      todo: 'If these tickets belong to the contract, add the export of the list that has them.',
    }),
    'work-without-ticket': ({ entries, tickets, example }) => ({
      what: `${number(entries)} time ${entries > 1 ? 'entries are' : 'entry is'} on ${number(tickets)} ${tickets > 1 ? 'tickets' : 'ticket'} that no list has (for example ${example}).`,
      todo: 'These times count as “on no ticket”. Add the export of the list that has these tickets to have them classified.',
    }),
    'file-not-in-tickets': ({ name }) => ({
      what: `${quoted(name)} lies beside contract.yaml and is not read.`,
      todo: 'Move it into tickets/ (histories may go into history/, time entries into worklog/).',
    }),
    'correction-twice': ({ ticket, field }) => ({
      what: `Ticket ${ticket} has two corrections of ${en.field[field]}.`,
      todo: 'Keep the one that is right.',
    }),
    'correction-without-ticket': ({ ticket }) => ({
      what: `This correction is about ticket ${ticket}, which no list has.`,
      todo: 'Correct its key, or remove the correction.',
    }),
    'correction-not-expected': ({ ticket, field, expected, found }) => ({
      what: `Ticket ${ticket}, ${en.field[field]}: the correction expects ${expected ? quoted(expected) : 'nothing'}, the exports say ${found ? quoted(found) : 'nothing'}.`,
      todo: 'The source may have been corrected meanwhile: remove the correction, or bring it up to date.',
    }),
    'gzip-too-dense': ({ bytes, size }) => ({
      what: `The compressed file of ${number(size)} bytes already gives more than ${number(bytes)}: no export compresses that well.`,
      todo: 'If it is yours, drop it uncompressed; otherwise delete it.',
    }),
    'columns-too-many': ({ count, limit }) => ({
      what: `The line of headings has ${number(count)} columns, more than the ${number(limit)} of a spreadsheet: this is no list of tickets.`,
      todo: 'Check the file and its delimiter, then export again.',
    }),
    'log-work-unreadable': ({ cells }) => ({
      what: `${number(cells)} time ${cells > 1 ? 'entries are' : 'entry is'} unreadable in the columns of logged work (expected: comment;date;author;seconds).`,
      todo: 'The time of these cells is missing from the figures: rather give the entries in detail in worklog/.',
    }),
    'header-unknown': ({ found, tools }) => ({
      what: found.length
        ? `No known tool writes these headings: ${quotedList(found.slice(0, 12))}${found.length > 12 ? '…' : ''}.`
        : 'The first line looks like data, not like headings: the file probably has none.',
      todo: `Tools recognised: ${list(tools)}. For another one, name its columns in the contract: sources: [{ tool: generic, columns: { key: …, created: … } }].`,
    }),
    'tool-other': ({ stated, found }) => ({
      what: `The contract says that this is an export of ${stated}, and its headings are those of ${found}.`,
      todo: 'Remove tool: (and its columns:) from sources: in the contract, or drop the export of the right tool.',
    }),
    'column-unknown': ({ field, column, found }) => ({
      what: `The contract reads the field ${quoted(field)} from the column ${quoted(column)}, which the file does not have.`,
      todo: found.length
        ? `Columns of the file: ${quotedList(found.slice(0, 40))}.`
        : 'Its first line looks like data: add the line of headings to the export.',
    }),
    'column-missing': ({ field, names, found }) => ({
      what: `The column ${en.field[field as keyof typeof en.field]} is missing (${names.length ? list(names) : field}).`,
      todo: `Add it to the export, or say in the contract what it is called: sources: [{ columns: { ${field}: … } }].${found.length ? ` Columns of the file: ${quotedList(found.slice(0, 40))}.` : ''}`,
    }),
    'rows-missing': ({ rows }) => ({
      what: 'The file has headings but no row.',
      todo: `Check the filter of the export; if there really was no ${rows === 'worklog' ? 'time entry' : rows === 'history' ? 'event' : 'ticket'}, remove the file.`,
    }),
    'dates-relative': ({ column }) => ({
      what: `The column ${quoted(column)} gives ages, not dates: nothing can be computed from it.`,
      todo: 'In the tool, choose an absolute date for this column and export again.',
    }),
    'export-cut': ({ rows, tool }) => ({
      what: `The file has exactly ${number(rows)} rows, the limit of an export of ${tool}: it was probably cut.`,
      todo: 'Export shorter periods, or have the limit raised; files may overlap.',
    }),
    'date-order-undecided': ({ column, example, other }) => ({
      what: `In the column ${quoted(column)} nothing says whether ${quoted(example)} is day/month or month/day (${quoted(other)}).`,
      todo: 'Say it in the contract: sources: [{ dates: day-first }] or month-first.',
    }),
    'date-order-mixed': ({ column, dayFirst, dayFirstLine, monthFirst, monthFirstLine }) => ({
      what: `The column ${quoted(column)} mixes two orders: ${quoted(dayFirst)} (line ${number(dayFirstLine)}) exists as day/month only, ${quoted(monthFirst)} (line ${number(monthFirstLine)}) as month/day only.`,
      todo: 'A spreadsheet has probably converted some of the dates: export again without opening the file.',
    }),
    'local-times-ambiguous': ({ column, zone, repeated, missing }) => ({
      what: `Column ${quoted(column)}: ${number(repeated)} ${plural(repeated, 'time', 'times')} shown twice when the clocks went back (the first is taken) and ${number(missing)} that did not exist when they went forward (moved on by as much), zone ${zone}.`,
      todo: 'These rows may be off by an hour.',
    }),
    'cells-unexpected': ({ found, expected }) => ({
      what: `The row has ${number(found)} ${plural(found, 'cell', 'cells')}, the headings announce ${number(expected)}.`,
      todo: 'The row is cut, or holds a delimiter outside quotes: correct it in the tool or export again.',
    }),
    'quote-misplaced': () => ({
      what: 'A closing quote is followed by something else than a delimiter: the row cannot be cut into cells.',
      todo: 'Double the quotes inside cells, or export again without editing by hand.',
    }),
    'key-missing': ({ column }) => ({
      what: `The cell ${quoted(column)} is empty: the ticket has no number.`,
      todo: 'Remove the row (a total?) or fill in the number.',
    }),
    'date-unreadable': ({ column, found, expected }) => ({
      what: `Unreadable date in ${quoted(column)}, of the shape ${quoted(found)}.`,
      todo: `Expected: a date that exists, as ${ORDERS[expected] ?? expected}, with its time. Correct it in the tool and export again.`,
    }),
    'date-missing': ({ column, field }) => ({
      what: `The cell ${quoted(column)} is empty: the ${field === 'created' ? 'ticket has no opening date' : field === 'date' ? 'time entry has no date' : field === 'hours' ? 'time entry has no duration' : 'event has no date'}.`,
      todo: 'Fill it in in the tool, then export again.',
    }),
    'number-unreadable': ({ column, found, effort }) => ({
      what: effort
        ? `The cell of ${quoted(column)}, of the shape ${quoted(found)}, is not a duration that a ticket can take.`
        : `The cell of ${quoted(column)}, of the shape ${quoted(found)}, is not a number.`,
      todo: effort
        ? 'Expected: hours, 1.5 or 1:30, without a minus sign, 100,000 h at most.'
        : 'Expected: a whole number.',
    }),
    'key-in-conflict': ({ key, column, found, other, otherFile, otherLine }) => ({
      what:
        found === other
          ? `Ticket ${key} is described twice, differently: ${quoted(column)} is not the same here and at ${otherFile}:${String(otherLine)}.`
          : `Ticket ${key} is described twice, differently: ${quoted(column)} is ${quoted(found)} here and ${quoted(other)} at ${otherFile}:${String(otherLine)}.`,
      todo: 'The last one read is taken. If it is the wrong one, remove one of the two exports.',
    }),
    'history-incomplete': ({ tickets: count, key }) => ({
      what: `${number(count)} ${count > 1 ? 'tickets are' : 'ticket is'} in a state that no event of the history leads to (for example ${key}): since when is not known, and nothing is paused for ${count > 1 ? 'them' : 'it'}.`,
      todo: 'Export the history up to the same date as the list, and for all its tickets.',
    }),
    'key-implausible': ({ column }) => ({
      what: `The cell ${quoted(column)} is not the number of a ticket: it holds an address or several words.`,
      todo: 'The row is probably shifted by a delimiter outside quotes: correct it in the tool or export again.',
    }),
    'open-tickets-untold': ({ tickets: count, keys, since }) => ({
      what: `${tickets(count)} still open in an older export ${plural(count, 'is', 'are')} not in the newest one, which only goes back to ${since}: ${list(keys)}${count > keys.length ? '…' : ''}. ${plural(count, 'It goes on counting', 'They go on counting')} as open.`,
      todo: 'The export is probably filtered by the date of opening: export the tickets that are still open too. Otherwise say in the contract untold: left-out, and they leave the backlog and the times, their end unknown; or untold: open if they are open.',
    }),
    'opening-is-first-event': ({ tickets: count }) => ({
      what: `No column tells the opening of ${tickets(count)}: the first event stands for it.`,
      todo: 'If the log begins after the opening, add the export of the list of tickets.',
    }),
    'openings-differ': ({ tickets: count, key }) => ({
      what: `The rows of ${tickets(count)} do not all give the same date of opening (for example ${key}): the newest reading is kept.`,
      todo: 'Check that the column is that of the opening, and not that of the event.',
    }),
    'resolution-not-known': ({ closed, history }) => ({
      what: 'Nothing tells when tickets were resolved: resolved, backlog, age, resolution times and reopenings are not known.',
      todo: history
        ? 'The history leads to no resolved state: put the states under statuses: in the contract.'
        : `The history of states, in history/, would tell${closed ? '; or, where the closing stands for it between the parties, write resolution: closed in the contract' : ''}.`,
    }),
    'resolution-is-closing': ({ tickets: count }) => ({
      what: `The closing stands for the resolution of ${tickets(count)}, as the contract says (resolution: closed): every figure that rests on it says so.`,
      todo: 'The history of states, in history/, would give the resolution itself.',
    }),
    'resolution-untold': ({ tickets: count, key }) => ({
      what: `${tickets(count)} ${plural(count, 'has', 'have')} ended and nothing tells when (for example ${key}): ${plural(count, 'it counts', 'they count')} neither as resolved nor in the backlog.`,
      todo: 'Export the history of all tickets of the list.',
    }),
    'effort-implausible': ({ tickets: beyond, efforts, median, unit, assumed }) => ({
      what: `Efforts are ${assumed ? 'assumed' : 'read'} in ${EFFORT_WORDS[unit]}; their median is ${number(Math.round(median / HOUR_MS))} h, and ${number(beyond)} of ${number(efforts)} ${plural(beyond, 'is', 'are')} longer than the time between the opening and the closing of the ticket.`,
      todo: 'If the unit is another one, say so: sources: [{ unit: minutes }] (hours, minutes, seconds, days).',
    }),
    'zone-assumed': ({ zone, column, shown, read }) => ({
      what: `Nothing in this file tells its zone: its times are read as those of ${zone}. ${quoted(column)}: ${shown} is read as ${read}.`,
      todo: 'If the export is in another zone: sources: [{ zone: … }]. Stating it where it is right silences this note.',
    }),
    'work-unconfirmed': ({ entries, example, later }) => ({
      what: `${number(entries)} ${entries > 1 ? 'time entries of this file are' : 'time entry of this file is'} no longer in ${later}, which covers the days${example ? ` (for example on ${example})` : ''}: ${entries > 1 ? 'they count' : 'it counts'}, even if changed since.`,
      todo: `If ${later} is complete, remove this file.`,
    }),
    'change-column-unknown': ({ headings }) => ({
      what: `This log does not say which value changes, or says it in an unknown column (${quotedList(headings)}).`,
      todo: 'In sources, name it (columns: { change: … }); if all rows are states, write rows: history for this file.',
    }),
    'terms-after-tickets': ({ tickets: count, from, first }) => ({
      what: `${number(count)} ${count > 1 ? 'tickets were' : 'ticket was'} opened before the first terms of the contract (${from}; the oldest on ${first}): nothing is promised about them.`,
      todo: 'If the commitments held already, move from: in the first of the terms; otherwise ignore this message.',
    }),
    'status-unknown': ({ words, hidden }) => ({
      what: `${plural(words.length + hidden, 'A state of the export has', `${number(words.length + hidden)} states of the export have`)} no meaning in the contract${words.length ? `: ${quotedList(words)}` : ''}${unshown(hidden, words.length)}.`,
      todo: 'Put them in the contract under statuses: (new, active, waiting-client, waiting-third-party, resolved, closed, rejected, cancelled, merged). Until then they pause no clock and count neither as new nor as resolved.',
    }),
    'priority-missing': () => ({
      what: 'The contract promises times by priority, and no export carries a priority.',
      todo: 'Add this column to the export, or say what it is called: sources: [{ columns: { priority: … } }]. Until then no ticket has a commitment.',
    }),
    'priority-unknown': ({ words, hidden, empty, tickets: count }) => ({
      what:
        empty === count
          ? `${tickets(count)} ${plural(count, 'is', 'are')} without a priority.`
          : `${tickets(count)} ${plural(count, 'has', 'have')} a priority that the contract does not know${words.length ? `: ${quotedList(words)}` : ''}${unshown(hidden, words.length)}${empty ? `; ${number(empty)} ${plural(empty, 'is', 'are')} without a priority` : ''}.`,
      todo:
        empty === count
          ? 'Fill it in in the tool. Until then these tickets have no commitment and count as not covered.'
          : 'Add these words to priorities: in the contract. Until then these tickets have no commitment and count as not covered.',
    }),
    'instant-implausible': ({ tickets: count, key, instant, usual }) => ({
      what: `${tickets(count)} ${plural(count, 'has', 'have')} a date far from the others, which go to about ${usual}: ${key}, on ${instant}.`,
      todo: 'One wrong date moves the cut-off and adds empty months: correct it in the tool and export again. If it is true, say so in the contract: plausible: { to: … }, or cutoff: to end the data before it.',
    }),
    'status-too-many': ({ count }) => ({
      what: `The column of states holds ${number(count)} different words: it is probably not that of the states.`,
      todo: 'Name the right one in the contract: sources: [{ columns: { status: … } }].',
    }),
    'instants-out-of-order': ({ tickets: count, key, created, stopped }) => ({
      what: `${tickets(count)} ${plural(count, 'ends', 'end')} before it began, for example ${key}: opened ${created}, stopped ${stopped}.`,
      todo: 'These durations are left out of the times and counted; correct the dates in the tool.',
    }),
    'cutoff-before-data': ({ cutoff, last }) => ({
      what: `The contract cuts the data off at ${cutoff}, the export goes to ${last}.`,
      todo: 'What comes after the cut-off is ignored. Move cutoff: in the contract to take it in.',
    }),
  },
  expectation: {
    id: 'lower-case letters, digits and hyphens',
    text: 'a text, or { fr: …, en: … }',
    date: 'a date that exists, YYYY-MM-DD',
    moment: 'a date YYYY-MM-DD, with a time where needed: YYYY-MM-DDTHH:MM',
    zone: 'an IANA time zone, such as Europe/Paris',
    month: 'a month, YYYY-MM',
    factor: 'a positive decimal in quotes, such as "0.97975"',
    lot: 'letters, digits, dots and hyphens',
    ceiling: 'an amount, or a share such as "10 %"',
    percentage: 'a percentage, 95 or "95 %"',
    quantity: 'a positive number, four decimals at most',
    money: 'an amount without VAT, two decimals at most',
    target:
      'a target: "30 min", "4 h", "1 h 30", "2 d same-time", "2 d end-of-day" or "2 d opening-hours"; or "due", the due date that the ticket carries',
    opening: 'opening hours, "09:00-12:30"',
    holidays: 'none, FR, FR-ALSACE-MOSELLE, another known set or a list of dates',
    colour: 'a colour, #0a6463',
    currency: 'a currency code, EUR',
    event: '{ column: … }, { enters: … } or { leaves: … }',
    statuses: 'a class of states (waiting-client…) or a list of words',
    correction: 'a word, a local time (YYYY-MM-DDTHH:MM), a number, or null, as the field is',
    words: 'a list of words, as the tool writes them',
    weekly: '"24x7" or the openings of mon, tue, wed, thu, fri, sat, sun',
    calendar: 'weekly: and holidays:, or a list of versions:',
    exception: 'closed, 24h or a list of openings',
    clock: 'a known clock or one of your own',
    targets: 'priority: target, or a list of { priority, target, … }',
    coverage: 'a form: forfait, carnet or regie',
    penalty: 'a rule: ccag-tic, steps, per-hour or points',
    string: 'a text',
    number: 'a number',
    'positive-integer': 'a positive whole number',
    'date-format': 'day-first, month-first, or a format such as yyyyMMdd HHmm, epoch-s or epoch-ms',
    resolution: 'closed',
    list: 'a list that is not empty',
    mapping: 'lines of key: value',
    boolean: 'true or false',
  },
  report: {
    title: (month) => month,
    pageTitle: (month, contract) => `Report of ${month} – ${contract}`,
    subtitle: (asOf, opened, resolved) =>
      `Monthly report · data as of ${asOf} · tickets opened: ${opened}, resolved: ${resolved}`,
    incomplete: (asOf) => `Incomplete month: the data end on ${asOf}.`,
    headline: ({ promised, met, missed, missedPriorities, small, notKnown, budget, backlogChange, openPastDue }) => {
      const judged = met.length + missed.length;
      const all = judged + small.length + notKnown.length;
      const issues = budget.map((issue) => {
        switch (issue.kind) {
          case 'beyond':
            return `${issue.share} of the volume used (${issue.book})`;
          case 'owed':
            return `${issue.quantity} over (${issue.book})`;
          case 'penalties':
            return `${issue.amount} of ${issue.agreed ? '' : 'provisional '}penalties`;
        }
      });
      const sentences: { text: string; strong?: boolean }[] = [];
      if (!promised) sentences.push({ text: 'The contract promises no deadlines in this month. ' });
      else if (judged === 0 && (small.length || !notKnown.length)) {
        sentences.push({ text: 'Too few deadlines this month to judge the service. ' });
      } else if (judged === 0) sentences.push({ text: 'The service cannot be judged. ', strong: true });
      else if (missed.length === 0 && (judged < all || issues.length)) {
        sentences.push({
          text: `${number(met.length)} of ${number(all)} ${plural(all, 'commitment', 'commitments')} met${issues.length ? ', but ' : '. '}`,
        });
        if (issues.length) sentences.push({ text: list(issues), strong: true }, { text: '. ' });
      } else if (missed.length === 0) {
        sentences.push(
          { text: 'The service is ' },
          { text: judged === 1 ? 'on target' : `on target on all ${number(judged)} commitments`, strong: true },
          { text: '. ' },
        );
      } else {
        sentences.push(
          { text: 'The service is ' },
          {
            text: met.length
              ? `on target on ${number(met.length)} of ${number(judged)} commitments`
              : `below target on ${judged === 1 ? 'its commitment' : `all ${number(judged)} commitments`}`,
            strong: true,
          },
          {
            text: `; below it: ${list(missed.map(({ clock, share, goal }) => `${clock.toLowerCase()} (${share} for ${goal})`))}. `,
          },
        );
      }
      if (issues.length && (judged === 0 || missed.length > 0))
        sentences.push({ text: 'Budget: ' }, { text: list(issues), strong: true }, { text: '. ' });
      if (missedPriorities.length)
        sentences.push({
          text: `Below the goal by priority: ${list(missedPriorities.map(({ priority, clock, share, goal }) => `${priority}, ${clock.toLowerCase()} (${share} for ${goal})`))}. `,
        });
      if (judged > 0 && small.length)
        sentences.push({
          text: `No verdict on ${list(small.map((clock) => clock.toLowerCase()))}: too few deadlines to conclude. `,
        });
      for (const { clock, missing } of notKnown) {
        sentences.push({ text: `${clock}: not computable, the export lacks: ${missing}. ` });
      }
      if (backlogChange !== null) {
        sentences.push({
          text:
            backlogChange === 0
              ? 'The backlog is unchanged'
              : `The backlog ${backlogChange > 0 ? 'grows' : 'falls'} by ${tickets(Math.abs(backlogChange))}`,
        });
        sentences.push({
          text:
            openPastDue === null
              ? '.'
              : openPastDue
                ? `; ${number(openPastDue)} ${plural(openPastDue, 'remains', 'remain')} open past due.`
                : ', and none is open past due.',
        });
      }
      return sentences;
    },
    previous: 'Previous month',
    next: 'Next month',
    commitments: 'Service commitments',
    commitmentsCaption: (month) => `Met on the deadlines of ${month}, by priority`,
    commitment: 'Commitment',
    target: 'Target',
    met: 'Met',
    goal: 'Goal',
    goalIs: (goal) => `goal ${goal}`,
    state: 'State',
    atStop: 'At stop',
    twoCounts:
      'Two counts, hence two numbers: the first table takes the tickets whose deadline falls in the month, finished or not; this one takes those whose clock stopped in the month, whenever they were due.',
    openPastDue: 'Open past due',
    allPriorities: 'all priorities',
    priority: 'Priority',
    kind: 'Kind',
    level: 'Level',
    cube: 'By priority, kind and level',
    cubeCaption: (month) => `Met on the deadlines of ${month}, by priority, kind and level`,
    interval: (low, high) => `between ${low} and ${high}`,
    noCommitments: 'The contract promises no times in this month.',
    calendarLine: (calendars, zone) => `Working time: ${calendars}; zone ${zone}.`,
    calendarTime: 'calendar time',
    howCounted: 'How it is counted',
    times: 'Times',
    timesChartTitle: (late, total) =>
      late === 0
        ? `All ${number(total)} tickets stopped met their target`
        : `${number(late)} of ${tickets(total)} ${plural(late, 'exceeds its', 'exceed their')} target`,
    timesChartNote: (clock) =>
      `${clock}, time counted of the tickets stopped in the month. Solid line: median; dashes: 90%; triangle: target.`,
    timesCaption: (month) => `Times of ${month}, counted and calendar`,
    timeOf: { 'clock-time': 'time counted', 'clock-time-calendar': 'calendar time' },
    measure: 'Measure',
    median: 'Median',
    p90: '90%',
    mean: 'Mean',
    max: 'Maximum',
    flow: 'Flow and backlog',
    flowChartTitle: (change, usual) =>
      change === null
        ? 'What the exports tell of the flow: the backlog is not known'
        : change === 0
          ? 'The backlog is stable'
          : change > 0
            ? `The backlog grows by ${number(change)}${usual ? ', as it usually may' : ''}`
            : `The backlog falls by ${number(-change)}${usual ? ', as it usually may' : ''}`,
    flowChartNote: 'Tickets opened and resolved by month, backlog at month end.',
    unresolvedNote: 'Light, above those resolved: closed unresolved.',
    flowCaption: 'Flow by month',
    month: 'Month',
    opened: 'Opened',
    resolved: 'Resolved',
    backlogEnd: 'Backlog',
    complianceChartTitle: (clock, met, judged) =>
      judged === 0
        ? `${clock}: too few deadlines to judge`
        : met === judged
          ? `${clock}: goal met every month`
          : `${clock}: goal met in ${number(met)} of ${number(judged)} months`,
    complianceChartNote: (goal, minimum) =>
      `Commitments met by month of deadline; line: goal ${goal}. Months with fewer than ${number(minimum)} deadlines are hollow.`,
    waiting: 'Where the time goes',
    waitingCaption: (month) => `Stays begun in ${month}, by state of the tool`,
    status: 'State',
    meaning: 'Meaning in the contract',
    stays: 'Stays',
    total: 'Total',
    entries: 'Entries',
    workByPersonCaption: (month) => `Time booked by person in ${month}, under pseudonyms`,
    workCaption: (month) => `Time booked in ${month}`,
    totalTime: 'Total',
    tool: 'What the tool says',
    toolCompare: (tool, theirs, ours, n) =>
      `The tool (${tool}) flags ${theirs} of the tickets resolved (n = ${n}) as met; the commitments of the contract give ${ours} on the same resolutions.`,
    toolWhy:
      'The two figures do not measure the same promise. The tool applies its own targets, hours and pauses, which its export does not hold, and keeps its flag down once it fell; Jauge counts the hours of the calendar above, takes the waiting out, and judges each priority by the target of the contract.',
    breaches: 'Commitments missed',
    breachesCaption: (count, month) =>
      `${number(count)} ${plural(count, 'commitment', 'commitments')} missed with a deadline in ${month}, the longest overrun first`,
    breachesNone: 'No commitment was missed this month.',
    breachesShown: (shown, count) => `The first ${number(shown)} of ${number(count)}; all are in report.json.`,
    ticket: 'Ticket',
    openedAt: 'Opened',
    due: 'Due',
    stopped: 'Stopped',
    stillOpen: 'still open',
    counted: 'Time counted',
    over: 'Overrun',
    allFigures: 'All figures',
    allFiguresCaption: 'Each figure of the month, and the month before',
    figure: 'Figure',
    value: 'Value',
    before: 'Month before',
    versusBefore: (before) => `${before} the month before`,
    data: 'Where these figures come from',
    rows: (read, accepted, merged, rejected) =>
      `Rows read: ${read} = ${accepted} accepted + ${merged} merged + ${rejected} rejected`,
    rowsMeaning:
      'A merged row repeats another row or is an older version of one; a rejected row could not be read, and the data check says where and why.',
    dropsCaption: 'Files read',
    file: 'File',
    read: 'Read',
    accepted: 'Accepted',
    merged: 'Merged',
    rejected: 'Rejected',
    zone: 'Zone',
    notKnownFields: (fields) => `Absent from the exports, and so not computable: ${fields}.`,
    unclassifiedStatuses: (words) =>
      `States without a meaning in the contract: ${words}. They pause no clock and count neither as new nor as resolved.`,
    unclassifiedPriorities: (words) =>
      `Priorities unknown to the contract: ${words}. These tickets have no commitment.`,
    closedWithoutResolution: (count, many) =>
      `${count} ${many ? 'tickets' : 'ticket'} closed without a resolution date: absent from the resolution times, out of the backlog at closing.`,
    byClosing: 'closing counts as resolution',
    resolvedBy: 'Resolution',
    number: 'Number',
    numberOf: 'Counted in',
    resolutionIsClosing: (closing, many) =>
      `Closing counts as resolution for ${closing} ${many ? 'tickets' : 'ticket'}: the tool says no more, and the contract accepts it.`,
    resolutionFrom: ({ column, history, closing, unknown }) =>
      `Resolution dates of finished tickets: ${[
        column && `${number(column)} read from the export`,
        history && `${number(history)} taken from the history`,
        closing && `${number(closing)} at closing`,
        unknown && `${number(unknown)} unknown`,
      ]
        .filter(Boolean)
        .join(', ')}.`,
    resolutionUnknown:
      'The export does not say when tickets were resolved: backlog, times and resolution targets cannot be computed from it. The history of status changes would tell; failing that, “resolution: closed” in the contract takes the closing date.',
    cutoff: 'Data as of',
    json: 'This report as JSON',
    table: 'Show the table',
    notApplicable: 'nothing to measure this month',
    notKnown: (fields) => `not computable: ${fields} missing`,
    dash: '—',
    quality: 'Quality and backlog',
    qualityCaption: (month) => `Quality in ${month}`,
    ageingCaption: (month) => `Backlog at the end of ${month}, by working days open`,
    age: 'Working days',
    tickets: 'Tickets',
    timeSplitCaption: (month) => `Whose the time of the tickets resolved in ${month} was`,
    part: 'Part',
    exclusions: (text) => `Left out of the commitments, of the tickets opened in the month: ${text}.`,
    pausesUnknown:
      'Pauses not taken off: the export does not say when tickets waited. The times counted are upper bounds; export the history of states to have them taken off.',
    clockNotKnown: (clock, fields) =>
      `${clock}: not computable, the export lacks: ${fields}. Complete the export, or say in the contract (clocks:) which column stops this clock.`,
    breachesNotKnown: 'Not computable: see the commitments.',
    excluded: (count, reason) => `${count} excluded: ${reason}`,
    openOf: (open, n) => `${open} of ${n} not resolved`,
    closedUnresolved: 'Closed unresolved',
    cause: 'Cause',
    causes: {
      open: 'still not stopped',
      reopened: 'reopened: the cycles add up',
      raised: 'priority raised on the way',
      'late-start': 'acknowledged late',
      work: 'long work after the acknowledgement',
    },
    newTerms: 'New terms',
    fewDays: (days) => `only ${number(days)} working days`,
    thirteenMonths: (count) => `${number(count)} ${plural(count, 'month', 'months')}`,
    pastDueOf: (count) => `of which ${count} open past due`,
    flowOf: (resolved) => `resolved: ${resolved}`,
    ninety: (duration) => `90% in less than ${duration}`,
  },
  contract: {
    between: (client, provider) => `${client} · ${provider}`,
    months: 'The reports, month by month',
    monthsCaption: 'Commitments met by month of deadline, flow and backlog',
    latest: (month) => `Last complete month: ${month}`,
    terms: 'What is promised',
    termFrom: (date) => `since ${date}`,
    clocks: 'How the clocks count',
    startsWith: 'Starts',
    stopsWith: 'Stops',
    standsStill: 'Pauses',
    never: 'never',
    eventColumn: (field) => `date in the column ${field}`,
    eventEnters: (status) => `entry into the state ${status}`,
    eventLeaves: (status) => `leaving the state ${status}`,
    calendars: 'The working hours',
    running: 'incomplete',
    policies: 'Particular cases',
    policyCase: 'Case',
    policyChoice: 'What the contract says',
    usualChoice: 'default',
    reopenWithin: 'A late reopening',
    reopenWithinDays: (days) =>
      `more than ${number(days)} ${plural(days, 'day', 'days')} after the resolution it is another matter`,
    minimumSample: 'Few deadlines in the month',
    minimumSampleText: (count) => `no verdict below ${number(count)}`,
    roundTheClock: '24 hours a day, 7 days a week',
    closedOn: (holidays) => `closed: ${holidays}`,
    exceptions: (count) => `${number(count)} ${plural(count, 'date', 'dates')} with hours of their own`,
    since: (date) => `since ${date}`,
    noMonths: 'No complete month yet.',
  },
  proof: {
    title: (key) => `Ticket ${key}`,
    zone: (zone) => `zone ${zone}`,
    contested: (reason) => `Contested: ${reason}`,
    running: 'Running',
    paused: 'Paused',
    sentence: (elapsed, allowed, over) =>
      over === null
        ? `${elapsed} counted, ${allowed} promised.`
        : `${elapsed} counted for ${allowed} promised: ${over} too long.`,
    chartTitle: 'The hours counted, paused and closed',
    chartNote:
      'Full band: time counted (red after the due date); thin line: pause; empty: outside hours. The vertical line is the due date.',
    stagesCaption: (clock) => `${clock}: the targets in force`,
    duesCaption: (clock) => `${clock}: the due date as it was known`,
    intervalsCaption: (clock) => `${clock}: every interval`,
    more: (count) => `… ${number(count)} more intervals, all in ticket.json …`,
    intervals: (count) => `${number(count)} ${plural(count, 'interval', 'intervals')}, from start to stop`,
    since: 'Since',
    because: 'Because of',
    knownAt: 'Known at',
    cause: {
      opened: 'opening',
      priority: 'change of priority',
      term: 'amendment',
      paused: 'pause',
      resumed: 'resumption',
    },
    suspended: 'none while paused',
    from: 'From',
    to: 'To',
    what: 'What',
    counted: 'counted',
    pausedIn: (status, word) => `paused: ${status} (${word})`,
    closed: {
      'outside-hours': 'closed: outside hours',
      weekend: 'closed: week-end',
      'closed-weekday': 'closed: a day without opening',
      exception: 'closed: an exception of the calendar',
    },
    holiday: (name) => `closed: ${name}`,
    json: 'This proof as JSON',
  },
  holidayName: {
    'new-year': 'New Year’s Day',
    'good-friday': 'Good Friday',
    'easter-monday': 'Easter Monday',
    'labour-day': '1 May',
    'victory-1945': '8 May',
    ascension: 'Ascension Day',
    'whit-monday': 'Whit Monday',
    'abolition-of-slavery': 'abolition of slavery',
    'bastille-day': '14 July',
    assumption: 'Assumption Day',
    'all-saints': 'All Saints’ Day',
    'armistice-1918': '11 November',
    christmas: 'Christmas Day',
    'second-christmas-day': '26 December',
    listed: 'a day listed in the contract',
  },
  method: {
    title: 'Method',
    lead: 'How each figure is defined and computed. The same rules hold for all contracts; what depends on a contract (hours, targets, pauses) is on its page.',
    rules: 'Common rules',
    ruleList: [
      {
        title: 'Every row is accounted for',
        text: 'Rows read = accepted + merged + rejected, for each file, on each report.',
      },
      {
        title: 'Nothing is assumed',
        text: 'A date that the tool does not export is “not computable”; it is never replaced by another one. A rate over no ticket is “—”, never 0% or 100%.',
      },
      {
        title: 'Working time is an intersection',
        text: 'What counts is the instants that are in the working hours, between start and stop, and outside the pauses. A pause over a week-end takes nothing away. Equal to the target is met.',
      },
      {
        title: 'The zone is the contract’s',
        text: 'Months begin at midnight in the zone of the contract. When the clocks go back a day has 25 hours, and they count.',
      },
      {
        title: 'The median and the 90% mark',
        text: 'Type-7 quantiles (linear interpolation, as PERCENTILE.INC in Excel) of whole durations. A mean never stands alone.',
      },
      {
        title: 'Small numbers',
        text: 'Below the minimum of the contract (ten by default) a rate is shown with n and its 95% Wilson interval, without a verdict.',
      },
      {
        title: 'Rounded once',
        text: 'Everything is computed on whole numbers and exact fractions; rounding happens at display only, and never up to 100% or onto a goal that is missed.',
      },
    ],
    definition: 'Definition',
    formula: 'Formula',
    caution: 'Mind',
    needs: 'Columns needed',
    figures: 'The figures',
  },
  terminal: {
    error: 'error',
    warning: 'warning',
    note: 'note',
    summary: (errors, warnings) =>
      `${number(errors)} ${plural(errors, 'error', 'errors')}, ${number(warnings)} ${plural(warnings, 'warning', 'warnings')}.`,
    fine: (contracts, count, rows) =>
      `${number(contracts)} ${plural(contracts, 'contract', 'contracts')}, ${count} tickets, ${rows} rows read: nothing to correct.`,
    built: (pages, reports, folder) =>
      `${number(pages)} pages, ${number(reports)} of them monthly reports, in ${folder}`,
    sealed: (file) => `Seal written: ${file}. Add it to your repository.`,
    untouched: (folder) => `${folder} was not changed.`,
    serving: (address) => `${address} (Ctrl-C ends it)`,
    more: (count, kind) => `… and ${number(count)} more of the same kind (${kind}).`,
  },
  data: {
    title: 'Data quality',
    more: 'Data quality, row by row',
    json: 'This contract as JSON',
    files: 'What was read',
    rows: 'A row is',
    rowKind: {
      tickets: 'a ticket',
      'audit-log': 'a state of a ticket',
      history: 'a change',
      worklog: 'a time entry',
    },
    rejections: 'Rejected rows',
    noRejections: 'None: all rows that were read are in the figures.',
    rejectionsCaption: 'Rows that are not in the figures',
    firstOf: (shown, all) => `The first ${shown} of ${all}.`,
    line: 'Line',
    column: 'Column',
    reason: 'Reason',
    cell: 'Cell',
    corrections: 'Corrections',
    noCorrections: 'None: the exports are read as they are.',
    correctionsCaption: 'What is read otherwise than the exports say',
    correctionsUsed: (count) =>
      count > 1 ? `${count} corrections of the exports are applied.` : 'One correction of the exports is applied.',
    ticket: 'Ticket',
    field: 'Field',
    found: 'In the export',
    corrected: 'Taken',
    warnings: 'Warnings',
    noWarnings: 'None.',
    todo: 'What to do',
    missing: 'What the exports do not say',
    missingCaption: 'Data that no export of this contract has',
    remedy: {
      history: 'Add the export of the changes of state (columns key, at, from, to, or the tool’s own) to history/.',
      work: 'Add the time entries in detail (columns key, date, hours, or the tool’s own) to worklog/.',
      column: 'Add the column to the export, or say in the contract (sources, columns) what it is called there.',
    },
  },
  account: enAccount,
  search: {
    title: 'Tickets and months',
    lead: (count) => `The ${number(count)} tickets that have a page: those that a report or a statement names.`,
    months: 'Months',
    tickets: 'Tickets',
    words: 'Search',
    all: 'all',
    state: { missed: 'missed', met: 'met', running: 'running' },
    count: (count) => `${number(count)} ${plural(count, 'ticket', 'tickets')}.`,
    some: (all) => `% of ${number(all)}.`,
    caption: 'Tickets; columns can be sorted',
  },
  explorer: {
    title: 'Explorer',
    lead: 'All figures, all months: choose a figure, a priority, and two periods to compare.',
    choose: 'Choose',
    from: 'From',
    to: 'to',
    from2: 'Compared with',
    to2: 'up to',
    none: 'nothing',
    allKinds: 'all kinds',
    noScript: 'This page needs JavaScript; the report of each month has all figures without it.',
    canvas: 'Curve of the figure chosen; its numbers are in the table below',
    caption: 'The figure chosen, month by month',
    words: {
      first: 'Period',
      second: 'Compared',
      month: 'Month',
      value: 'Value',
      mean: 'Mean of the months',
      difference: 'Difference',
    },
  },
  paper: {
    summary: 'One-page summary',
    deck: 'Slides for the committee',
    summaryTitle: (month) => `Summary, ${month}`,
    deckTitle: (month) => `Slides, ${month}`,
    back: 'The whole report',
    decisions: 'To decide',
    noComment: 'No decision was written for this month.',
    slide: (n, all) => `${number(n)} / ${number(all)}`,
    worst: (count) => `The ${number(count)} largest overruns`,
  },
  applications: {
    title: 'By application',
    caption: (first, from, to) => `${first} has the most tickets; opened from ${from} to ${to}, one scale for all`,
    application: 'Application',
    byMonth: (months, most) => `${number(months)} months, up to ${most} tickets`,
    before: 'Month before',
    missed: 'Missed commitments',
    others: 'The others',
  },
  contractMethod: {
    lead: (month) => `How each figure of this contract is counted, with ${month} as the example.`,
    general: 'The rules common to all contracts',
    clause: 'In the contract',
    example: (month) => `Example, ${month}`,
    durations: (n, median, p90) => `${n} durations; median ${median}, 90% within ${p90}`,
    nothing: 'Nothing to measure in that month.',
    proof: (key) => `The count, hour by hour, of ticket ${key}`,
    excluded: 'Left out',
  },
  takeaways: {
    table: {
      commitments: 'Commitments',
      times: 'Times',
      flow: 'Flow and backlog',
      applications: 'By application',
      breaches: 'Missed commitments',
      'past-due': 'Open past due',
      figures: 'All figures',
    },
    card: 'Card to embed (SVG)',
    permalink: 'Permanent link',
  },
  portfolio: {
    caption: 'All contracts, at their last complete month',
    contract: 'Contract',
    month: 'Month',
    topics: 'To discuss',
    topicsOf: (count) => `${number(count)} ${plural(count, 'topic', 'topics')}`,
    remaining: 'Left',
    summary: (contracts, below) =>
      `${number(contracts)} ${plural(contracts, 'contract', 'contracts')}; ${below === 0 ? 'none is below a goal' : `${number(below)} below one goal or more`}.`,
  },
  glossary: {
    title: 'Glossary',
    lead: 'The words of maintenance contracts, as this site uses them.',
    terms: {
      amendment: { name: 'Amendment', text: 'A dated change of the terms. It changes nothing of the months before.' },
      backlog: { name: 'Backlog', text: 'Tickets that are open and not yet resolved at an instant.' },
      'burn-rate': {
        name: 'Burn rate',
        text: 'Units used a month. Three readings are given: the last three months, by working day, and the same month a year before.',
      },
      carnet: {
        name: 'Prepaid tickets (carnet)',
        text: 'Lots of units that are paid in advance and from which work is deducted; a lot may expire.',
      },
      'carry-over': {
        name: 'Carry-over',
        text: 'Units not used that go on to the next period, up to a cap and for a time.',
      },
      acknowledge: {
        name: 'Acknowledge',
        text: 'From the opening of the ticket to the first human act of the provider.',
      },
      'closed-hours': {
        name: 'Closed hours',
        text: 'Nights, week-ends, public holidays: the clock does not count them unless the contract says so.',
      },
      committee: {
        name: 'Steering committee',
        text: 'The regular meeting of client and provider to which the report of the month is presented.',
      },
      'control-limits': {
        name: 'Usual band',
        text: 'What the months before let one expect of a figure: their mean, plus or minus 2.66 times the mean change between two months (XmR control chart).',
      },
      deadline: {
        name: 'Deadline',
        text: 'The instant at which the promised time is used up; a ticket counts in the month of its deadline.',
      },
      forfait: {
        name: 'Fixed price (forfait)',
        text: 'A volume of units bought a period at a fixed price, with an obligation of result.',
      },
      franchise: { name: 'Franchise', text: 'Units above the volume that the provider bears.' },
      'iso-production': {
        name: 'Iso-production',
        text: 'Said of an environment that has the same traits as production.',
      },
      median: { name: 'Median', text: 'Half of the tickets took less time, half took more.' },
      p90: { name: '90%', text: 'Nine tickets in ten took less time.' },
      pause: {
        name: 'Pause',
        text: 'Time spent waiting for the client or a third party, which the contract does not count.',
      },
      priority: { name: 'Priority', text: 'How urgent a ticket is, on which the promised time depends.' },
      regie: {
        name: 'Reserved capacity (régie forfaitaire)',
        text: 'Days reserved a month by profile; what is not used is lost or carried over.',
      },
      resolve: { name: 'Resolve', text: 'From the opening to the definitive fix that is delivered.' },
      restore: { name: 'Restore', text: 'From the opening to the return of the service, by a workaround or a fix.' },
      reversibility: {
        name: 'Reversibility',
        text: 'Hand-over of the contract to the client or another provider: documents returned, incidents treated, overlap.',
      },
      seal: { name: 'Seal', text: 'The figures of a month kept as they were presented: every later change is told.' },
      smoothing: {
        name: 'Smoothing',
        text: 'Calm periods make up for busy ones within a window of a quarter, a half-year or a year.',
      },
      tma: { name: 'TMA', text: 'Application maintenance by a third party (tierce maintenance applicative).' },
      'work-unit': {
        name: 'Work unit (UO)',
        text: 'A piece of work of a given complexity at a fixed price; an abacus says how many units a ticket is.',
      },
      workaround: { name: 'Workaround', text: 'The service is rendered in another way until it is fixed.' },
      'working-time': { name: 'Working time', text: 'Time counted in the hours of the contract only.' },
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'This site aims at WCAG 2.2 AA and RGAA 4.1. It has not been audited by a third party: this is what was checked.',
    sections: [
      {
        title: 'Checked by tests in each version',
        items: [
          'Each kind of page, in both languages, light and dark, on a desktop and at 390 pixels, with axe: no violation of the rules of WCAG 2.0 to 2.2, A and AA.',
          'Valid HTML, a title and a language for each page, links that lead somewhere, no console message.',
          'No horizontal scrolling of the page at 390 pixels; wide tables scroll in their frame, which the keyboard reaches.',
          'First stop of the keyboard: the link to the content.',
          'Print on A4: the text is there, pages are numbered, explanations are open.',
        ],
      },
      {
        title: 'How charts are accessible',
        items: [
          'The title of each chart is what it shows, and beside it is a table with its numbers; the drawing itself is ignored by screen readers.',
          'Colour is never alone: a shape and a word tell the state.',
        ],
      },
      {
        title: 'Not checked',
        items: [
          'Nobody who depends on a screen reader has tried this site.',
          'Titles of tickets, where kept, come from the exports, in a language that the site does not know.',
          'PDF files printed from the pages are tagged, but do not follow PDF/UA: the page is their accessible version.',
        ],
      },
      {
        title: 'To report a fault',
        items: ['Write to the person who publishes this site: the name is on the report, or in the contract.'],
      },
    ],
  },
  year: {
    incomplete: (months) => `Incomplete year: ${number(months)} ${plural(months, 'month', 'months')}`,
    headline: ({ months, met, missed, below, opened, resolved }) => {
      const over = months === 12 ? 'the year' : months === 1 ? 'one month' : `${number(months)} months`;
      return `${
        missed.length === 0
          ? met.length
            ? `Over ${over} the service is on target${below.length ? `, but not for ${list(below)}` : ''}.`
            : `Over ${over} nothing lets one judge the service.`
          : `Over ${over} the service is below target: ${list(missed.map(({ clock, share, goal }) => `${clock.toLowerCase()} (${share} against ${goal})`))}.`
      } ${opened} tickets opened${resolved === null ? '' : `, ${resolved} resolved`}.`;
    },
    commitmentsCaption: (year) => `Commitments met in ${year}, over the year and month by month`,
    legend:
      '● met, ▲ missed, ○ too few deadlines for a verdict. The goal of the year is that of its months, by their deadlines.',
    flowTitle: (opened, resolved) =>
      resolved === null ? `${opened} tickets opened` : `${opened} tickets opened, ${resolved} resolved`,
    flowCaption: (year) => `Flow, backlog and times counted in ${year}`,
    consumptionCaption: (year) => `What was bought and used in ${year}`,
    money: (total, penalties, bonus) =>
      `Total of the year: ${total} without VAT${penalties ? `; net penalties ${penalties}` : ''}${bonus ? `; bonus ${bonus}` : ''}.`,
    worstCaption: (shown, all) =>
      all > shown
        ? `The ${number(shown)} largest overruns, of ${number(all)}`
        : 'Overruns, from the largest to the smallest',
    years: 'Years',
  },
  committee: {
    topics: 'To discuss',
    noTopics: 'Nothing in the figures asks for a decision this month.',
    notJudged: 'The service cannot be judged this month: to decide, how to make it measurable.',
    restated: (count) =>
      `${number(count)} ${plural(count, 'figure', 'figures')} of this month ${plural(count, 'has', 'have')} changed since it was presented.`,
    missed: (clock, priority, share, n, goal) =>
      `${clock}${priority ? `, ${priority}` : ''}: ${share} met (${n}) against a goal of ${goal}.`,
    unusual: (figure, value, above, low, high) =>
      `${figure}: ${value}, ${above ? 'above' : 'below'} what is usual (${low} to ${high}).`,
    pastDue: (count, oldest, since) =>
      `${number(count)} ${plural(count, 'ticket is', 'tickets are')} still open past due; the oldest, ${oldest}, since ${since}.`,
    aboveVolume: (book, quantity) => `${book}: ${quantity} above the volume.`,
    unitsLost: (book, quantity) => `${book}: ${quantity} lost for not having been used in time.`,
    threshold: (book, share, day) => `${book}: the threshold of ${share} was reached on ${day}.`,
    owed: (book, quantity) => `${book}: ${quantity} short; a purchase is to be decided.`,
    exhaustion: (book, from, to) =>
      to === null || to === from
        ? `${book}: exhaustion ${to === null ? 'possible from' : 'expected on'} ${from}.`
        : `${book}: exhaustion expected between ${from} and ${to}.`,
    lotExpires: (book, lot, day, quantity) => `${book}: lot ${lot} expires on ${day}; ${quantity} would be lost.`,
    penalty: (amount, agreed) => `Penalties: ${amount}${agreed ? '' : ', provisional'}.`,
    contested: (count) => `${number(count)} missed ${plural(count, 'commitment is', 'commitments are')} contested.`,
    decisionLate: (decision, due) => `A decision is late since ${due}: ${decision}.`,
    riskHigh: (risk) => `High risk: ${risk}.`,
    moreTopics: (count) => `And ${number(count)} more, in the report.`,
    rowsRejected: (count) => `${number(count)} ${plural(count, 'row', 'rows')} of the export could not be read.`,
    stable: (low, high) => `stable (usual: ${low} to ${high})`,
    within: (low, high) => `within the usual (${low} to ${high}), and below the goal`,
    falseAlarm: (rate) => `false alarm: ${rate} of months`,
    outside: (low, high, above) => `${above ? '▲ above' : '▼ below'} the usual (${low} to ${high})`,
    limits:
      'The usual is what the months before, twelve at most and six at least, let one expect. For a share: the number of deadlines met that so many deadlines lead one to expect, at the past rate and as far as it is known (beta-binomial law, Jeffreys prior). For a number or a time: Student’s prediction interval, on the square root of the number or the logarithm of the time, with its own dispersion. The false alarm is the share of months that nothing sets apart and that would lie outside all the same. A figure that stays in this band announces nothing, even if it rises or falls; where it would be too wide to say anything there is none.',
    limitsTitle: 'What “stable” means',
    comment: 'In the manager’s words',
    restatedTitle: 'What has changed since it was presented',
    restatedLead: (date, before, now) =>
      `These figures were presented with the data of ${date} (${before} rows read, ${now} today). Figures that follow tickets beyond the month move by nature and are not compared.`,
    restatedNone: (date) => `No figure has changed since it was presented, with the data of ${date}.`,
    restatedCaption: 'Figures as presented, and of today',
    presented: 'Presented',
    today: 'Today',
    satisfaction: 'Satisfaction',
    noAnswers: (asked) => `No answers (${number(asked)} people asked): nothing can be said of it.`,
    satisfied: (satisfied, answered, asked, share, interval) =>
      share === null
        ? `${satisfied} satisfied of ${answered} answers (${asked} people asked): too few for a share${interval ? `; it would be between ${interval[0]} and ${interval[1]}` : ''}.`
        : `${share} satisfied: ${satisfied} of ${answered} answers, ${asked} people asked${interval ? `; the share is between ${interval[0]} and ${interval[1]}` : ''}.`,
    satisfiedBefore: (share, month, n) => `Survey before, ${month}: ${share} (${n} answers).`,
    risks: 'Risks',
    risksCaption: 'Risks that last in this month, the gravest first',
    risk: 'Risk',
    level: 'Level',
    levels: { high: 'high', medium: 'medium', low: 'low' },
    since: 'Since',
    owner: 'Owner',
    action: 'Action',
    decisions: 'Decisions',
    decisionsCaption: 'Decisions taken in this month, and those still to be done',
    decision: 'Decision',
    on: 'Taken on',
    states: { new: 'taken', open: 'to do', late: 'late', done: 'done' },
    pastDueTitle: 'Still open, past due',
    pastDueCaption: (month) => `Tickets open past due at the end of ${month}, the oldest deadline first`,
    pastDueNone: 'No ticket is open past due.',
    lateBy: 'Since the deadline',
    contestedBadge: 'contested',
  },
  inspect: {
    language: {
      fr: 'French',
      en: 'English',
      de: 'German',
      es: 'Spanish',
      it: 'Italian',
      pt: 'Portuguese',
      nl: 'Dutch',
    },
    kind: {
      tickets: 'a row is a ticket',
      'audit-log': 'a row is the state of a ticket at an instant',
      history: 'a row is a change of a ticket',
      worklog: 'a row is a time entry',
    },
    delimiter: { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'vertical bar' },
    tool: (tool, language) => `Tool: ${tool}${language ? `, headings in ${language}` : ''}.`,
    bytes: (encoding, delimiter) => `Encoding: ${encoding}; delimiter: ${delimiter}.`,
    rows: (read, accepted, merged, rejected) =>
      `Rows read: ${read}. Accepted: ${accepted}; merged: ${merged}; rejected: ${rejected}.`,
    tickets: (count) => `Tickets: ${count}.`,
    columns: 'Columns read:',
    order: { 'day-first': 'day, then month', 'month-first': 'month, then day' },
    because: {
      cells: (cell, line) => `${quoted(cell)} (line ${line}) reads in no other way`,
      file: () => 'another column of the file shows it',
      contract: () => 'the contract says so',
      tool: () => 'what the tool does in this language',
      plain: () => 'unambiguous dates',
    },
    dates: (zone, order, because) => `${order ? `${order}: ${because}` : because}; local times read in ${zone}`,
    conversion: (cell, read, line) => `${quoted(cell)}${read === cell ? '' : ` → ${read}`} (line ${line})`,
    personal: (headings) => `Columns about people, of which nothing is read: ${quotedList(headings)}.`,
    ignored: (headings) => `Columns of which nothing is read: ${quotedList(headings)}.`,
    unknownStatuses: (words) =>
      `Statuses whose meaning is not known: ${quotedList(words)}. Put them into statuses: of the contract.`,
    draft: 'No known tool writes these headings. A draft for the contract, to be corrected:',
  },
};
