/** One indicator: months that are typed or pasted, their results, their trend. */
import {
  computed,
  INDICATOR_IDS,
  indicatorOf,
  inputsOf,
  limitsOf,
  weightOf,
  type InputId,
  type Outcome,
  type Reading,
} from '../model/indicators.ts';
import {
  emptySheet,
  groupsThousands,
  labelOf,
  MOST_ROWS,
  pastedCells,
  pastedColumn,
  type Row,
  type Sheet,
  type Sheets,
} from '../model/sheet.ts';
import type { Lang } from '../../../contract/contract.ts';
import { calculatorTexts } from '../texts/index.ts';
import { NBSP } from '../../../texts/typography.ts';
import { directionText, outcomeText, plotted, sureness, unitText } from '../texts/indicator-text.ts';
import { typedNumber } from '../../../domain/typed.ts';
import { colour, LazyChart, type Plot } from '../../../browser/chart.ts';
import { h } from '../../../browser/dom.ts';
import { speaker } from '../../../browser/speaking.ts';
import { copyLink, savePicture, saveCsv, saveWorkbook } from '../../../browser/taking.ts';
import { carry, readSheets, wireKeeper, writeSheets } from './state.ts';

const lang: Lang = document.documentElement.lang === 'fr' ? 'fr' : 'en';
const t = calculatorTexts(lang);
const assets = new URL('./', (document.currentScript as HTMLScriptElement).src).href;
const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-${name}]`)!;
const id = INDICATOR_IDS.find((one) => one === part('indicator').dataset['indicator'])!;
const of = indicatorOf(id);
const texts = t.indicator[id];
const [place, result, status, taken] = [part('sheet'), part('result'), part('status'), part('taken')] as const;

const COLON = lang === 'fr' ? `${NBSP}:` : ':';
const say = speaker(status);
let sheets: Sheets = readSheets();
let sheet: Sheet = sheets.get(id) ?? emptySheet(id);
/** For each row its cells: label, values, result. */
let cells: { label: HTMLInputElement; values: HTMLInputElement[]; result: HTMLElement }[] = [];
const chart = new LazyChart(assets, 'canvas[data-trend]', trendChart);
const plain = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
  maximumFractionDigits: 6,
  useGrouping: false,
});

/** The name of an input; what satisfied means the scale says. */
function nameOf(input: InputId): string {
  const scale = id === 'csat' && input === 'satisfied' ? t.satisfied[sheet.choices['scale'] as 'five'] : null;
  return scale === null ? t.input[input] : `${t.input[input]} (${scale})`;
}

function shown(value: number | null, unit: string): string {
  return value === null || Number.isNaN(value) ? '' : plain.format(unit === 'percent' ? value * 100 : value);
}

function read(text: string, unit: string, as: Lang = lang): number | null {
  if (text.trim() === '') return null;
  const value = typedNumber(text.replace(/(%|h|j|d|uo|usd)\s*$/i, ''), as);
  return unit === 'percent' ? value / 100 : value;
}

/** Builds the table of the months; typing does not rebuild it, so that the cursor stays. */
function build(): void {
  const inputs = inputsOf(of, sheet.choices);
  cells = [];
  const rows = sheet.rows.map((row, r) => {
    const field = (value: string, name: string, at: number): HTMLInputElement => {
      const input = h('input', {
        type: 'text',
        inputmode: at < 0 ? 'text' : 'decimal',
        autocomplete: 'off',
        'aria-label': `${name}, ${t.page.rowName(r + 1)}`,
      });
      input.value = value;
      input.addEventListener('paste', (event) => paste(event, r, at));
      return input;
    };
    const label = field(row.label, t.page.month, -1);
    const values = inputs.map((input, i) => field(shown(row.values[i] ?? null, input.unit), t.input[input.id], i));
    const out = h('td', { class: 'n' });
    cells.push({ label, values, result: out });
    const remove = h('button', { type: 'button', 'aria-label': t.page.remove(t.page.rowName(r + 1)) }, '×');
    remove.addEventListener('click', () => {
      sheet = { ...sheet, rows: sheet.rows.filter((_, i) => i !== r) };
      if (!sheet.rows.length) sheet = { ...sheet, rows: emptySheet(id).rows };
      rebuild(Math.max(0, r - 1));
    });
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, label),
      ...values.map((input) => h('td', {}, input)),
      out,
      h('td', { class: 'screen-only' }, remove),
    );
  });
  const add = h('button', { type: 'button' }, t.page.add);
  add.disabled = sheet.rows.length >= MOST_ROWS;
  add.addEventListener('click', () => {
    sheet = { ...sheet, rows: [...sheet.rows, { label: following(sheet.rows.at(-1)!.label), values: [] }] };
    rebuild(sheet.rows.length - 1);
  });
  place.replaceChildren(
    ...of.choices.map((choice) => {
      const select = h(
        'select',
        {},
        ...choice.options.map((option) => h('option', { value: option }, t.option[option])),
      );
      select.value = sheet.choices[choice.id]!;
      select.addEventListener('change', () => {
        sheet = { ...sheet, choices: { ...sheet.choices, [choice.id]: select.value } };
        rebuild(0);
      });
      return h('p', { class: 'controls' }, h('label', {}, `${t.choice[choice.id]} `, select));
    }),
    h(
      'div',
      { class: 'frame', role: 'region', 'aria-label': texts.name, tabindex: '0' },
      h(
        'table',
        { class: 'typed' },
        h('caption', {}, texts.name),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, t.page.month),
            ...inputs.map((input) => h('th', { scope: 'col', class: 'n' }, nameOf(input.id))),
            h('th', { scope: 'col', class: 'n' }, t.page.result),
            h('td', { class: 'screen-only' }),
          ),
        ),
        h('tbody', {}, ...rows),
      ),
    ),
    h('p', { class: 'tabs screen-only' }, add),
  );
}

function rebuild(focus: number): void {
  build();
  settle();
  (cells[focus]?.values[0] ?? cells[0]?.values[0])?.focus();
}

/** The month after one that is written `2026-09`. */
function following(label: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(label) ?? [];
  if (year === undefined || month === undefined) return '';
  const next = Number(month) % 12;
  return `${next === 0 ? Number(year) + 1 : year}-${String(next + 1).padStart(2, '0')}`;
}

/** Rows of a spreadsheet spread over the cells, from the one they are pasted into. */
function paste(event: ClipboardEvent, row: number, column: number): void {
  const text = event.clipboardData?.getData('text') ?? '';
  if (!/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const inputs = inputsOf(of, sheet.choices);
  const rows: Row[] = [...sheet.rows];
  const pasted = pastedCells(text);
  const first = pastedColumn(pasted, column, inputs.length);
  const langOf = inputs.map((input, i) =>
    groupsThousands(
      pasted.map((line) => line[i - first] ?? ''),
      input.whole === true,
    )
      ? 'en'
      : lang,
  );
  taken.textContent = row + pasted.length > MOST_ROWS ? t.page.tooMany(String(MOST_ROWS)) : '';
  pasted.forEach((line, l) => {
    const at = row + l;
    if (at >= MOST_ROWS) return;
    const before = rows[at] ?? { label: '', values: [] };
    let { label } = before;
    const values = inputs.map((_, i) => before.values[i] ?? null);
    line.forEach((cell, c) => {
      const to = first + c;
      if (to === -1) label = labelOf(cell);
      else if (to >= 0 && to < inputs.length) values[to] = read(cell, inputs[to]!.unit, langOf[to]);
    });
    rows[at] = { label, values };
  });
  sheet = { ...sheet, rows };
  rebuild(row);
}

/** Takes what is typed. */
function take(): void {
  const inputs = inputsOf(of, sheet.choices);
  sheet = {
    ...sheet,
    rows: cells.map(({ label, values }) => ({
      label: labelOf(label.value),
      values: values.map((input, i) => read(input.value, inputs[i]!.unit)),
    })),
  };
  settle();
}

/** Keeps and shows what the sheet says. */
function settle(): void {
  sheets = new Map([...sheets, [id, sheet]]);
  writeSheets(sheets);
  show();
}

function readings(): Reading[] {
  return sheet.rows.map(({ values }) => computed(of, values, sheet.choices));
}

interface Point {
  readonly label: string;
  readonly outcome: Outcome;
}

function points(): Point[] {
  return readings().flatMap((reading, i) =>
    reading.state === 'read' ? [{ label: sheet.rows[i]!.label || String(i + 1), outcome: reading.outcome }] : [],
  );
}

function faultText(reading: Extract<Reading, { state: 'fault' }>): string {
  return t.fault[reading.fault](reading.input === null ? '' : t.input[reading.input]);
}

function show(): void {
  const inputs = inputsOf(of, sheet.choices);
  readings().forEach((reading, r) => {
    const row = cells[r]!;
    row.result.textContent = reading.state === 'read' ? outcomeText(reading.outcome, lang) : faultText(reading);
    row.result.classList.toggle('fault', reading.state === 'fault' && reading.fault !== 'empty');
    row.values.forEach((input, i) => {
      const isWrong = reading.state === 'fault' && reading.input === inputs[i]!.id && reading.fault !== 'missing';
      if (isWrong) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    });
  });
  const all = points();
  const last = all.at(-1);
  if (!last) {
    result.replaceChildren(h('p', { class: 'note' }, t.page.empty));
    return;
  }
  const { unit } = last.outcome;
  const limits = limitsOf(
    of,
    all.map(({ outcome }) => outcome),
    sheet.choices,
  );
  const outside = (limits?.outside ?? []).map((i) => all[i]!);
  const direction = directionText(of, sheet.choices, lang);
  const text = (value: number): string => unitText(value, unit, lang);
  result.replaceChildren(
    h('p', { class: 'lead' }, `${texts.name}${COLON} ${outcomeText(last.outcome, lang)}`),
    ...sureness(last.outcome, weightOf(last.outcome), lang).map((line) => h('p', {}, line)),
    ...(unit === 'percent' && last.outcome.interval === null && last.outcome.value > 1
      ? [h('p', { class: 'badge' }, t.page.overWhole)]
      : []),
    ...(direction === null ? [] : [h('p', { class: 'note' }, direction)]),
    ...(all.length > 1
      ? [
          h('h3', {}, t.page.trend),
          h(
            'div',
            { class: 'canvas' },
            h('canvas', { 'data-trend': '', role: 'img', 'aria-label': `${t.page.trend}${COLON} ${texts.name}` }),
          ),
        ]
      : []),
    ...(limits
      ? [
          h('p', {}, t.page.limits(text(limits.mean), text(limits.low), text(limits.high))),
          h('p', {}, outside.length ? t.page.outside(outside.map(({ label }) => label).join(', ')) : t.page.inside),
          h('p', { class: 'note' }, t.page.limitsWhy),
        ]
      : all.length > 1
        ? [h('p', { class: 'note' }, of.gathers ? t.page.gathers : t.page.fewMonths)]
        : []),
  );
  chart.refresh();
  say(`${texts.name} ${outcomeText(last.outcome, lang)}`);
}

function trendChart(): Plot | null {
  const all = points();
  if (all.length < 2) return null;
  const limits = limitsOf(
    of,
    all.map(({ outcome }) => outcome),
    sheet.choices,
  );
  const { unit } = all[0]!.outcome;
  const scale = unit === 'percent' ? 100 : 1;
  return {
    labels: all.map(({ label }) => label),
    series: [
      { name: texts.name, values: all.map(({ outcome }) => plotted(outcome)), colour: '--series', shape: 'line' },
      ...(limits ? [limits.mean, limits.low, limits.high] : []).map((limit) => ({
        name: '–',
        values: all.map(() => limit * scale),
        colour: '--ink-2',
        shape: 'rule' as const,
        dashed: true,
      })),
    ],
    text: (value) => unitText(value / scale, unit, lang),
    legend: false,
  };
}

function tableRows(): (string | number)[][] {
  const inputs = inputsOf(of, sheet.choices);
  return [
    [t.page.month, ...inputs.map((input) => t.input[input.id]), texts.name],
    ...sheet.rows.map((row, r) => {
      const reading = readings()[r]!;
      return [
        row.label,
        ...inputs.map((input, i) => {
          const value = row.values[i] ?? null;
          return value === null || Number.isNaN(value) ? '' : input.unit === 'percent' ? value * 100 : value;
        }),
        reading.state === 'read' ? Math.round(plotted(reading.outcome) * 10_000) / 10_000 : '',
      ];
    }),
  ];
}

const file = `${t.take.file}-${id}`;
const ACTIONS: Readonly<Record<string, () => void>> = {
  link: () => copyLink(taken, t.take.linkCopied, t.take.linkByHand),
  csv: () => saveCsv(file, tableRows(), lang),
  xlsx: () => saveWorkbook(file, tableRows(), assets),
  picture: () => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-trend]');
    if (!canvas) taken.textContent = t.page.noPicture;
    else savePicture(file, canvas, texts.name, colour('--paper'), colour('--ink'));
  },
  print: () => window.print(),
};
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-action]'))
  button.addEventListener('click', () => ACTIONS[button.dataset['action'] ?? '']?.());
wireKeeper(part('keep') as HTMLInputElement, taken, t.take, () => sheets);
window.addEventListener('hashchange', () => {
  sheets = readSheets();
  sheet = sheets.get(id) ?? emptySheet(id);
  build();
  show();
});
for (const element of document.querySelectorAll<HTMLElement>('[data-scripted]')) element.hidden = false;
place.addEventListener('input', take);
build();
carry();
show();
