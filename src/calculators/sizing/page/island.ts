/** The sizing calculator: reads the form, asks the worker, shows the answer, and keeps all of it in the address. */
import { sizingTexts } from '../texts/index.ts';
import type { Answer, Rest } from '../model/answer.ts';
import { draftContract } from '../model/draft.ts';
import {
  decode,
  encode,
  FIELD_IDS,
  fieldOf,
  MOST_SCENARIOS,
  RIVALS,
  situationFault,
  USUAL,
  valueFault,
  type FieldId,
  type Situation,
} from '../model/situation.ts';
import type { Form } from '../model/costs.ts';
import { Amounts, type Lang } from './amounts.ts';
import { WorkerClient } from '../../../browser/worker-client.ts';
import { LazyChart, type Plot } from '../../../browser/chart.ts';
import { h } from '../../../browser/dom.ts';
import { speaker } from '../../../browser/speaking.ts';
import { copyLink, save, saveCsv, saveWorkbook } from '../../../browser/taking.ts';
import type { HistoryReply, Reply, Request } from './protocol.ts';
import { Results } from './results.ts';

const lang: Lang = document.documentElement.lang === 'fr' ? 'fr' : 'en';
const t = sizingTexts(lang);
const amounts = new Amounts(lang);
const results = new Results(t, amounts);
const assets = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, '');
const worker = new WorkerClient<Request, Reply>(`${assets}sizing-worker.js`, 'jaugeSizing');
/** Comes with the first file. */
let historyWorker: WorkerClient<Request, Reply> | null = null;

const REST_AFTER_MS = 250;

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-${name}]`)!;
const form = part('form') as HTMLFormElement;
const [quick, late, status, tabs, beside, historyOut] = [
  part('quick'),
  part('late'),
  part('status'),
  part('tabs'),
  part('beside'),
  part('history'),
] as const;

const say = speaker(status);
const chart = new LazyChart(assets, 'canvas[data-months]', monthsChart);

let scenarios: Situation[] = decode(location.hash) ?? [USUAL];
let current = 0;
let answers: (Answer | null)[] = [];
let answer: Answer | null = null;
let asked = 0;
let restTimer = 0;

const inputOf = (id: FieldId): HTMLInputElement | HTMLSelectElement =>
  form.elements.namedItem(id) as HTMLInputElement | HTMLSelectElement;

/** Puts a situation into the form. */
function fill(): void {
  for (const id of FIELD_IDS) {
    inputOf(id).value = shown(id, scenarios[current]!);
    fault(id, null);
  }
  markSources();
  quick.classList.remove('stale');
}

/** Says of each field whether its value is the usual one, with where that comes from, or the reader's own. */
function markSources(): void {
  for (const id of FIELD_IDS) {
    const out = document.getElementById(`${id}-source`);
    if (!out) continue;
    out.dataset['usual'] ??= out.textContent;
    const isUsual = String(scenarios[current]![id]) === String(USUAL[id]);
    out.textContent = isUsual ? (out.dataset['usual'] ?? '') : t.own;
  }
}

/** What stands in a field. */
function shown(id: FieldId, of: Situation): string {
  return fieldOf(id).type === 'choice' ? String(of[id]) : amounts.written(id, of[id], t, of);
}

function fault(id: FieldId, text: string | null): void {
  const input = inputOf(id);
  const out = document.getElementById(`${id}-fault`);
  if (!out) return;
  out.textContent = text ?? '';
  if (text === null) input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
}

/** Takes the form. A field that cannot be read says so and keeps its value; the others count. */
function take(): void {
  const before = scenarios[current]!;
  const values: Record<string, unknown> = {};
  let wrong = false;
  for (const id of FIELD_IDS) {
    const text = inputOf(id).value;
    // What nobody touched stays exactly as it is: a field shows six decimals at most.
    const value = text === shown(id, before) ? before[id] : amounts.read(id, text, before);
    const found = valueFault(id, value);
    if (found) {
      const field = fieldOf(id);
      fault(
        id,
        found === 'range' && field.type === 'number'
          ? t.fault.range(amounts.written(id, field.least, t, before), amounts.written(id, field.most, t, before))
          : found === 'range'
            ? t.fault.number
            : t.fault[found],
      );
      wrong = true;
      values[id] = before[id];
    } else {
      fault(id, null);
      values[id] = value;
    }
  }
  // Fields that contradict each other keep their values until they agree; what is typed in them stays to be put right.
  const cross = situationFault(values as unknown as Situation);
  for (const id of cross ? RIVALS[cross] : []) {
    fault(id, cross === 'daysPerYear' ? t.fault.days : t.fault.shares);
    values[id] = before[id];
  }
  const situation = values as unknown as Situation;
  quick.classList.toggle('stale', wrong || cross !== null);
  if (wrong || cross) say(t.kept);
  scenarios[current] = situation;
  answers[current] = null;
  markSources();
  remember(false);
  ask();
  // Another unit: every field of work is written in it.
  if (situation.unit !== before.unit) for (const id of FIELD_IDS) inputOf(id).value = shown(id, situation);
}

function remember(asNew: boolean): void {
  const hash = `#${encode(scenarios)}`;
  if (asNew) history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
  linkOther();
}

/** The page in the other language is about the same scenarios. */
function linkOther(): void {
  const other = document.querySelector<HTMLAnchorElement>('a[hreflang]');
  if (other) other.hash = location.hash;
}

function ask(): void {
  const situation = scenarios[current]!;
  const index = current;
  asked = worker.ask({ kind: 'answer', situation }, (reply) => {
    if (reply.id !== asked) return;
    if (reply.kind === 'answer') showAnswer(situation, index, reply.answer, reply.id);
    else if (reply.kind === 'failed') {
      quick.classList.add('stale');
      say(t.failed);
      quick.prepend(h('p', { class: 'badge' }, t.failed));
    }
  });
  const mine = asked;
  clearTimeout(restTimer);
  restTimer = window.setTimeout(() => {
    worker.ask({ kind: 'rest', situation }, (reply) => {
      if (mine !== asked || reply.kind !== 'rest') return;
      showLate(situation, reply.rest);
    });
  }, REST_AFTER_MS);
}

function showAnswer(situation: Situation, index: number, of: Answer, id: number): void {
  answer = of;
  answers[index] = of;
  quick.replaceChildren(...results.quick(situation, of).filter((child) => child !== null && child !== false));
  document.documentElement.dataset['answered'] = String(id);
  showBeside();
  chart.refresh();
  say(results.status(of));
}

function showLate(situation: Situation, rest: Rest): void {
  if (!answer || answer.empty) late.replaceChildren();
  else
    late.replaceChildren(...results.late(situation, rest, answer).filter((child) => child !== null && child !== false));
  document.documentElement.dataset['whole'] = String(asked);
}

function showBeside(): void {
  if (scenarios.length < 2) {
    beside.replaceChildren();
    return;
  }
  scenarios.forEach((situation, i) => {
    if (answers[i]) return;
    worker.ask({ kind: 'answer', situation }, (reply) => {
      if (reply.kind !== 'answer') return;
      answers[i] = reply.answer;
      beside.replaceChildren(results.compare(scenarios, answers) as Node);
    });
  });
  beside.replaceChildren(results.compare(scenarios, answers) as Node);
}

function showTabs(): void {
  const hadFocus = tabs.contains(document.activeElement);
  tabs.replaceChildren(
    ...(scenarios.length > 1
      ? scenarios.map((_, i) => {
          const button = h('button', { type: 'button', 'aria-pressed': String(i === current) }, t.scenario.name(i + 1));
          button.addEventListener('click', () => {
            current = i;
            show();
          });
          return button;
        })
      : []),
    ...(scenarios.length < MOST_SCENARIOS ? [action(t.scenario.add, addScenario)] : []),
    ...(scenarios.length > 1 ? [action(t.scenario.remove, removeScenario)] : []),
  );
  // The buttons are new ones: the keyboard stays where it was.
  if (hadFocus) (tabs.querySelector<HTMLElement>('[aria-pressed=true]') ?? tabs.querySelector('button'))?.focus();
}

function action(text: string, run: () => void): HTMLButtonElement {
  const button = h('button', { type: 'button' }, text);
  button.addEventListener('click', run);
  return button;
}

function addScenario(): void {
  scenarios = [...scenarios, scenarios[current]!];
  current = scenarios.length - 1;
  remember(true);
  show();
}

function removeScenario(): void {
  scenarios = scenarios.filter((_, i) => i !== current);
  answers = answers.filter((_, i) => i !== current);
  current = Math.max(0, current - 1);
  remember(true);
  show();
}

function show(): void {
  linkOther();
  fill();
  showTabs();
  ask();
}

/** The months of the answer, as a chart. */
function monthsChart(): Plot | null {
  if (!answer) return null;
  const { months, volume } = answer;
  const of = scenarios[current]!;
  const unit = of.unit === 'days' ? of.hoursPerDay : of.unit === 'uo' ? of.hoursPerUo : 1;
  const scaled = (hours: number): number => hours / unit;
  return {
    labels: t.monthNames,
    series: [
      { name: t.answer.volume, values: months.map(() => scaled(volume)), colour: '--ink', shape: 'rule', dashed: true },
      { name: t.answer.p50, values: months.map(({ p50 }) => scaled(p50)), colour: '--ink', shape: 'points' },
      {
        name: `${t.answer.p10} – ${t.answer.p90}`,
        values: months.map(({ p10, p90 }) => [scaled(p10), scaled(p90)] as const),
        colour: '--series',
        shape: 'bars',
      },
    ],
    text: (value) => amounts.number(value),
    legend: true,
    fromZero: true,
  };
}

function seriesRows(): (string | number)[][] {
  const of = answer!;
  const situation = scenarios[current]!;
  const { unit } = situation;
  const worth = unit === 'days' ? situation.hoursPerDay : unit === 'uo' ? situation.hoursPerUo : 1;
  const rounded = (hours: number): number => Math.round((hours / worth) * 100) / 100;
  return [
    [t.choice[unit]!, t.answer.mean, t.answer.p10, t.answer.p50, t.answer.p90, t.answer.volume],
    ...of.months.map((band, i) => [
      t.monthNames[i]!,
      ...[band.mean, band.p10, band.p50, band.p90, of.volume].map(rounded),
    ]),
    [t.answer.yearRow, ...[of.year.mean, of.year.p10, of.year.p50, of.year.p90, 12 * of.volume].map(rounded)],
  ];
}

function chosenForm({ recommendation }: Answer): Form {
  const { value } = part('form-of-draft') as HTMLSelectElement;
  return value === '' ? recommendation.form : (value as Form);
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  link: () => {
    copyLink(part('taken'), t.take.linkCopied, t.take.linkByHand);
  },
  csv: () => {
    if (answer) saveCsv(t.take.file, seriesRows(), lang);
  },
  xlsx: () => {
    if (answer) saveWorkbook(t.take.file, seriesRows(), assets);
  },
  contract: () => {
    if (answer) save('contract.yaml', 'text/yaml', draftContract(scenarios[current]!, answer, chosenForm(answer)));
  },
  print: () => window.print(),
};
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-action]'))
  button.addEventListener('click', () => ACTIONS[button.dataset['action'] ?? '']?.());

/** A history of tickets, which stays on this computer. */
function readHistory(file: File): void {
  const bar = h('progress', { max: String(file.size || 1), value: '0', 'aria-label': file.name });
  const line = h('p', {}, t.history.reading('0'));
  historyOut.replaceChildren(line, bar);
  historyWorker ??= new WorkerClient(`${assets}history-worker.js`, 'jaugeHistory');
  const target = current;
  historyWorker.ask({ kind: 'history', file, lang }, (reply) => {
    if (reply.kind === 'progress') {
      bar.value = reply.bytes;
      line.textContent = t.history.reading(amounts.number(reply.bytes / 1e6));
    } else if (reply.kind === 'history') showHistory(reply.history, Math.min(target, scenarios.length - 1));
    else if (reply.kind === 'failed') {
      historyOut.replaceChildren(h('p', { class: 'badge' }, t.history.damaged));
      say(t.history.damaged);
    }
  });
}

function showHistory(
  { file, tool, rows, problems, problemCount, reading, guessed, filled }: HistoryReply,
  target: number,
): void {
  const plain = (value: number): string => new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB').format(value);
  const list = problems.map((text) => h('li', {}, text));
  if (problemCount > problems.length) list.push(h('li', {}, `+ ${plain(problemCount - problems.length)}`));
  if (!reading) {
    historyOut.replaceChildren(h('p', { class: 'badge' }, t.history.refused), h('ul', { class: 'note' }, ...list));
    say(t.history.refused);
    return;
  }
  const { total, kinds, months } = reading;
  const situation: Situation = { ...scenarios[target]!, ...filled };
  const effort = kinds.incidents.effort;
  historyOut.replaceChildren(
    h(
      'p',
      {},
      t.history.read(
        file,
        tool ?? '–',
        ...([rows.read, rows.accepted, rows.merged, rows.rejected].map(plain) as [string, string, string, string]),
      ),
    ),
    h('p', {}, t.history.tickets(plain(reading.tickets), months[0]!, months.at(-1)!)),
    h(
      'dl',
      { class: 'facts' },
      ...(['incidents', 'evolutions', 'questions'] as const).flatMap((kind) => {
        const { fit, tickets } = kinds[kind];
        return tickets === 0 || reading.tooShort
          ? []
          : [
              h('dt', {}, t.history.kinds[kind]),
              h('dd', {}, t.history.fit(amounts.number(fit.mean), amounts.number(fit.low), amounts.number(fit.high))),
            ];
      }),
    ),
    h(
      'ul',
      { class: 'note' },
      h(
        'li',
        {},
        effort.mean === null
          ? t.history.noEffort
          : t.history.effort(amounts.work(effort.mean, situation), plain(effort.n), plain(effort.dropped)),
      ),
      ...(total.seasonUsed ? [h('li', {}, t.history.season)] : []),
      ...(total.trendFactor !== 1
        ? [
            h(
              'li',
              {},
              t.history.trend(
                amounts.written('risk', Math.round(Math.expm1(12 * total.trendPerMonth) * 1000) / 1000, t, situation),
              ),
            ),
          ]
        : []),
      ...(reading.tooShort ? [h('li', {}, t.history.tooShort)] : []),
      ...(guessed.length ? [h('li', {}, t.history.guessed(guessed.join(', ')))] : []),
      ...total.warnings.map((warning) => h('li', {}, t.history.warning[warning])),
      ...(total.dominant === null ? [] : [h('li', {}, t.history.dominant(months[total.dominant]!))]),
      h('li', {}, t.history.zone),
      ...list,
    ),
  );
  scenarios[target] = situation;
  answers[target] = null;
  remember(true);
  if (target === current) show();
  else showBeside();
}

form.addEventListener('input', take);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('focusout', ({ target }) => {
  const id = (target as HTMLInputElement).name as FieldId;
  if (FIELD_IDS.includes(id) && fieldOf(id).type !== 'choice' && !(target as HTMLElement).hasAttribute('aria-invalid'))
    inputOf(id).value = shown(id, scenarios[current]!);
});
const chooser = part('file') as HTMLInputElement;
chooser.addEventListener('change', () => {
  const [file] = chooser.files ?? [];
  if (file) readHistory(file);
});
// A file dropped beside the zone would take the place of the page.
window.addEventListener('dragover', (event) => event.preventDefault());
window.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file) readHistory(file);
});
window.addEventListener('popstate', () => {
  scenarios = decode(location.hash) ?? [USUAL];
  answers = [];
  current = Math.min(current, scenarios.length - 1);
  show();
});
form.hidden = false;
for (const element of document.querySelectorAll<HTMLElement>('[data-scripted]')) element.hidden = false;
// What stands in the form at first is answered already.
const usual = document.getElementById('usual-answer');
if (usual && encode(scenarios) === encode([USUAL])) showAnswer(USUAL, 0, JSON.parse(usual.textContent) as Answer, 0);
show();
