/** The sizing calculator: reads the form, asks the worker, shows the answer, and keeps all of it in the address. */
import { sizingTexts } from '../i18n/sizing.ts';
import type { Answer, Rest } from '../sizing/answer.ts';
import { draftContract } from '../sizing/draft.ts';
import {
  decode,
  encode,
  FIELD_IDS,
  fieldOf,
  MOST_SCENARIOS,
  situationFault,
  USUAL,
  valueFault,
  type FieldId,
  type Situation,
} from '../sizing/situation.ts';
import { Amounts, type Lang } from './sizing/amounts.ts';
import { Brain } from './sizing/brain.ts';
import { h } from './sizing/dom.ts';
import type { HistoryReply } from './sizing/protocol.ts';
import { Results } from './sizing/results.ts';

const lang: Lang = document.documentElement.lang === 'fr' ? 'fr' : 'en';
const t = sizingTexts(lang);
const amounts = new Amounts(lang);
const results = new Results(t, amounts);
const assets = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, '');
const brain = new Brain(`${assets}sizing-worker.js`, 'jaugeSizing');
/** Comes with the first file. */
let librarian: Brain | null = null;

const REST_AFTER_MS = 250;
const SPEAK_AFTER_MS = 900;

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-${name}]`)!;
const form = part('form') as HTMLFormElement;
const [quick, late, status, tabs, beside, dropZone, historyOut] = [
  part('quick'),
  part('late'),
  part('status'),
  part('tabs'),
  part('beside'),
  part('drop'),
  part('history'),
] as const;

let scenarios: Situation[] = decode(location.hash) ?? [USUAL];
let current = 0;
let answers: (Answer | null)[] = [];
let answer: Answer | null = null;
let asked = 0;
let restTimer = 0;
let speakTimer = 0;

const inputOf = (id: FieldId): HTMLInputElement | HTMLSelectElement =>
  form.elements.namedItem(id) as HTMLInputElement | HTMLSelectElement;

/** Puts a situation into the form. */
function fill(): void {
  const of = scenarios[current]!;
  for (const id of FIELD_IDS) {
    const input = inputOf(id);
    input.value = fieldOf(id).type === 'choice' ? String(of[id]) : amounts.written(id, of[id], t);
    fault(id, null);
  }
}

function fault(id: FieldId, text: string | null): void {
  const input = inputOf(id);
  const out = document.getElementById(`${id}-fault`);
  if (!out) return;
  out.textContent = text ?? '';
  if (text === null) input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
}

/** Takes the form; where something in it cannot be, says so and keeps the last answer. */
function take(): void {
  const before = scenarios[current]!;
  const values: Record<string, unknown> = {};
  let wrong = false;
  for (const id of FIELD_IDS) {
    const value = amounts.read(id, inputOf(id).value, before);
    const found = valueFault(id, value);
    if (found) {
      const field = fieldOf(id);
      fault(
        id,
        found === 'range' && field.type === 'number'
          ? t.fault.range(amounts.written(id, field.least, t), amounts.written(id, field.most, t))
          : found === 'range'
            ? t.fault.number
            : t.fault[found],
      );
      wrong = true;
    } else fault(id, null);
    values[id] = value;
  }
  const situation = values as unknown as Situation;
  const cross = wrong ? null : situationFault(situation);
  if (cross) fault(cross, cross === 'daysPerYear' ? t.fault.days : t.fault.shares);
  quick.classList.toggle('stale', wrong || cross !== null);
  if (wrong || cross) {
    say(t.kept);
    return;
  }
  scenarios[current] = situation;
  remember(false);
  ask();
}

function remember(asNew: boolean): void {
  const hash = `#${encode(scenarios)}`;
  if (asNew) history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
  const other = document.querySelector<HTMLAnchorElement>('a[hreflang]');
  if (other) other.hash = hash;
}

function say(text: string): void {
  clearTimeout(speakTimer);
  speakTimer = window.setTimeout(() => {
    if (status.textContent !== text) status.textContent = text;
  }, SPEAK_AFTER_MS);
}

function ask(): void {
  const situation = scenarios[current]!;
  const index = current;
  asked = brain.ask({ kind: 'answer', situation }, (reply) => {
    if (reply.id === asked && reply.kind === 'answer') showAnswer(situation, index, reply.answer, reply.id);
  });
  const mine = asked;
  clearTimeout(restTimer);
  restTimer = window.setTimeout(() => {
    brain.ask({ kind: 'rest', situation }, (reply) => {
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
  watchChart();
  say(results.status(of));
}

function showLate(situation: Situation, rest: Rest): void {
  if (!answer || answer.empty) late.replaceChildren();
  else late.replaceChildren(...results.late(situation, rest).filter((child) => child !== null && child !== false));
  document.documentElement.dataset['whole'] = String(asked);
}

function showBeside(): void {
  if (scenarios.length < 2) {
    beside.replaceChildren();
    return;
  }
  scenarios.forEach((situation, i) => {
    if (answers[i]) return;
    brain.ask({ kind: 'answer', situation }, (reply) => {
      if (reply.kind !== 'answer') return;
      answers[i] = reply.answer;
      beside.replaceChildren(results.compare(scenarios, answers) as Node);
    });
  });
  beside.replaceChildren(results.compare(scenarios, answers) as Node);
}

function showTabs(): void {
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
  fill();
  showTabs();
  ask();
}

/** The chart library comes when its place is seen, and not before. */
interface ChartLike {
  destroy: () => void;
}
let chart: ChartLike | null = null;
let library: Promise<new (canvas: HTMLCanvasElement, config: object) => ChartLike> | null = null;
let seen = false;
const observer = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  seen = true;
  void draw();
});

function watchChart(): void {
  const canvas = document.querySelector('canvas[data-months]');
  observer.disconnect();
  if (!canvas) return;
  if (seen) void draw();
  else observer.observe(canvas);
}

async function draw(): Promise<void> {
  library ??= new Promise((resolve) => {
    const script = h('script', { src: `${assets}chart.js` });
    script.addEventListener('load', () =>
      resolve((globalThis as unknown as { Chart: new (canvas: HTMLCanvasElement, config: object) => ChartLike }).Chart),
    );
    script.addEventListener('error', () => {
      // Without the drawing the table says it all; the next answer tries again.
      library = null;
    });
    document.head.append(script);
  });
  const Chart = await library;
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-months]');
  if (!canvas || !answer) return;
  const of = scenarios[current]!;
  const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const unit = of.unit === 'days' ? of.hoursPerDay : of.unit === 'uo' ? of.hoursPerUo : 1;
  const scaled = (hours: number): number => hours / unit;
  chart?.destroy();
  chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: t.monthNames,
      datasets: [
        {
          type: 'line',
          label: t.answer.volume,
          data: answer.months.map(() => scaled(answer!.volume)),
          borderColor: colour('--ink'),
          borderDash: [5, 4],
          borderWidth: 1.5,
          pointRadius: 0,
        },
        {
          type: 'line',
          label: t.answer.p50,
          data: answer.months.map(({ p50 }) => scaled(p50)),
          borderColor: colour('--ink'),
          backgroundColor: colour('--ink'),
          showLine: false,
          pointStyle: 'rectRot',
          pointRadius: 4,
        },
        {
          label: `${t.answer.p10} – ${t.answer.p90}`,
          data: answer.months.map(({ p10, p90 }) => [scaled(p10), scaled(p90)]),
          backgroundColor: colour('--series'),
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      scales: {
        x: { ticks: { color: colour('--ink-2') }, grid: { display: false } },
        y: {
          beginAtZero: true,
          ticks: { color: colour('--ink-2'), callback: (value: number) => amounts.number(value) },
          grid: { color: colour('--rule') },
        },
      },
      plugins: { legend: { labels: { color: colour('--ink') } } },
    },
  });
}

/** A file of the reader's own making, from this page. */
function save(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = h('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function seriesRows(): (string | number)[][] {
  const rounded = (hours: number): number => Math.round(hours * 100) / 100;
  const of = answer!;
  return [
    ['', t.answer.mean, t.answer.p10, t.answer.p50, t.answer.p90, t.answer.volume],
    ...of.months.map((band, i) => [
      t.monthNames[i]!,
      ...[band.mean, band.p10, band.p50, band.p90, of.volume].map(rounded),
    ]),
    [t.answer.yearRow, ...[of.year.mean, of.year.p10, of.year.p50, of.year.p90, 12 * of.volume].map(rounded)],
  ];
}

function saveCsv(): void {
  if (!answer) return;
  const [separator, decimal] = lang === 'fr' ? [';', ','] : [',', '.'];
  const text = seriesRows()
    .map((row) =>
      row
        .map((cell) =>
          typeof cell === 'number' ? String(cell).replace('.', decimal) : `"${cell.replaceAll('"', '""')}"`,
        )
        .join(separator),
    )
    .join('\r\n');
  save(`${t.take.file}.csv`, 'text/csv', `\ufeff${text}\r\n`);
}

function saveWorkbook(): void {
  if (!answer) return;
  const write = (): void => {
    const make = (globalThis as unknown as { jaugeWorkbook: (rows: (string | number)[][]) => Promise<Blob> })
      .jaugeWorkbook;
    void make(seriesRows()).then((blob) => save(`${t.take.file}.xlsx`, blob.type, blob));
  };
  if ('jaugeWorkbook' in globalThis) write();
  else {
    const script = h('script', { src: `${assets}workbook.js` });
    script.addEventListener('load', write);
    document.head.append(script);
  }
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  link: () => {
    void navigator.clipboard.writeText(location.href).then(() => {
      status.textContent = t.take.linkCopied;
    });
  },
  csv: saveCsv,
  xlsx: saveWorkbook,
  contract: () => {
    if (answer)
      save('contract.yaml', 'text/yaml', draftContract(scenarios[current]!, answer, answer.recommendation.form));
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
  librarian ??= new Brain(`${assets}history-worker.js`, 'jaugeHistory');
  librarian.ask({ kind: 'history', file, situation: scenarios[current]!, lang }, (reply) => {
    if (reply.kind === 'progress') {
      bar.value = reply.bytes;
      line.textContent = t.history.reading(amounts.number(reply.bytes / 1e6));
    } else if (reply.kind === 'history') showHistory(reply.history);
    else if (reply.kind === 'failed') historyOut.replaceChildren(h('p', { class: 'badge' }, t.history.refused));
  });
}

function showHistory({ file, tool, rows, problems, problemCount, reading, situation }: HistoryReply): void {
  const plain = (value: number): string => new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB').format(value);
  const list = problems.map((text) => h('li', {}, text));
  if (problemCount > problems.length) list.push(h('li', {}, `+ ${plain(problemCount - problems.length)}`));
  if (!reading) {
    historyOut.replaceChildren(h('p', { class: 'badge' }, t.history.refused), h('ul', { class: 'note' }, ...list));
    say(t.history.refused);
    return;
  }
  const { total, kinds, months } = reading;
  const effort = kinds.incidents.effort;
  historyOut.replaceChildren(
    h(
      'p',
      {},
      t.history.read(
        file,
        tool ?? '',
        ...([rows.read, rows.accepted, rows.merged, rows.rejected].map(plain) as [string, string, string, string]),
      ),
    ),
    h('p', {}, t.history.tickets(plain(reading.tickets), months[0]!, months.at(-1)!)),
    h(
      'dl',
      { class: 'facts' },
      ...(['incidents', 'evolutions', 'questions'] as const).flatMap((kind) => {
        const { fit, tickets } = kinds[kind];
        return tickets === 0
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
                amounts.written('risk', Math.round(Math.expm1(12 * total.trendPerMonth) * 1000) / 1000, t),
              ),
            ),
          ]
        : []),
      ...total.warnings.map((warning) => h('li', {}, t.history.warning[warning])),
      ...(total.dominant === null ? [] : [h('li', {}, t.history.dominant(months[total.dominant]!))]),
      h('li', {}, t.history.zone),
      ...list,
    ),
  );
  scenarios[current] = situation;
  remember(true);
  show();
}

form.addEventListener('input', take);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('focusout', ({ target }) => {
  const id = (target as HTMLInputElement).name as FieldId;
  if (FIELD_IDS.includes(id) && fieldOf(id).type !== 'choice' && !(target as HTMLElement).hasAttribute('aria-invalid'))
    inputOf(id).value = amounts.written(id, scenarios[current]![id], t);
});
const chooser = part('file') as HTMLInputElement;
chooser.addEventListener('change', () => {
  const [file] = chooser.files ?? [];
  if (file) readHistory(file);
});
dropZone.addEventListener('dragover', (event) => event.preventDefault());
dropZone.addEventListener('drop', (event) => {
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
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void (seen && draw()));
form.hidden = false;
// What stands in the form at first is answered already.
const usual = document.getElementById('usual-answer');
if (usual && encode(scenarios) === encode([USUAL])) showAnswer(USUAL, 0, JSON.parse(usual.textContent) as Answer, 0);
show();
