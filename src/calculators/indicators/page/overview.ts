/** The dashboard of the indicators, and the export that fills them. */
import { computed, INDICATOR_IDS, indicatorOf, limitsOf, weightOf, type IndicatorId } from '../model/indicators.ts';
import { emptySheet, encodeSheets, type Sheets } from '../model/sheet.ts';
import type { Lang } from '../../../contract/contract.ts';
import { calculatorTexts } from '../texts/index.ts';
import { outcomeText, plotted, shortSureness } from '../texts/indicator-text.ts';
import { WorkerClient } from '../../../browser/worker-client.ts';
import { h } from '../../../browser/dom.ts';
import { copyLink, saveCsv, saveWorkbook } from '../../../browser/taking.ts';
import type { FillReply, FillRequest } from './protocol.ts';
import { sparkline } from './sparkline.ts';
import { carry, readSheets, wireKeeper, writeSheets } from './state.ts';

const lang: Lang = document.documentElement.lang === 'fr' ? 'fr' : 'en';
const t = calculatorTexts(lang);
const assets = new URL('./', (document.currentScript as HTMLScriptElement).src).href;
const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-${name}]`)!;
const [board, taken, out, status] = [part('board'), part('taken'), part('read'), part('status')] as const;
let sheets: Sheets = readSheets();
let reader: WorkerClient<FillRequest, FillReply> | null = null;

/** The page of an indicator, from the list that the page has. */
function pageOf(id: IndicatorId): string {
  const link = document.querySelector<HTMLAnchorElement>(`a[data-carry][data-to="${id}"]`)!;
  return link.getAttribute('href')!.replace(/#.*$/, '');
}

function show(): void {
  const cards = [...sheets].flatMap(([id, { rows, choices }]) => {
    const of = indicatorOf(id);
    const read = rows.flatMap(({ label, values }) => {
      const reading = computed(of, values, choices);
      return reading.state === 'read' ? [{ label, outcome: reading.outcome }] : [];
    });
    const last = read.at(-1);
    if (!last) return [];
    const limits = limitsOf(
      of,
      read.map(({ outcome }) => outcome),
      choices,
    );
    const { name } = t.indicator[id];
    const isOutside = limits?.outside.includes(read.length - 1) ?? false;
    const remove = h('button', { type: 'button', class: 'screen-only', 'aria-label': t.board.remove(name) }, '×');
    remove.addEventListener('click', () => {
      sheets = new Map([...sheets].filter(([other]) => other !== id));
      writeSheets(sheets);
      show();
      part('board').focus();
    });
    return [
      h(
        'li',
        {},
        h('p', { class: 'name' }, h('a', { href: `${pageOf(id)}#${encodeSheets(sheets)}` }, name), ' ', remove),
        h('p', { class: 'number' }, outcomeText(last.outcome, lang)),
        h(
          'p',
          { class: 'detail' },
          [t.board.last(last.label), ...shortSureness(last.outcome, weightOf(last.outcome), lang)].join(' · '),
        ),
        read.length > 2 &&
          sparkline(
            read.map(({ outcome }) => plotted(outcome)),
            name,
          ),
        isOutside && weightOf(last.outcome) !== 'none' && h('p', { class: 'detail' }, t.page.outside(last.label)),
      ),
    ];
  });
  board.replaceChildren(
    cards.length ? h('ul', { class: 'figures board' }, ...cards) : h('p', { class: 'note' }, t.board.none),
  );
  carry();
}

function tableRows(): (string | number)[][] {
  return [
    [t.title, t.page.month, t.page.result],
    ...[...sheets].flatMap(([id, { rows, choices }]) =>
      rows.flatMap(({ label, values }) => {
        const reading = computed(indicatorOf(id), values, choices);
        return reading.state === 'read'
          ? [[t.indicator[id].name, label, Math.round(plotted(reading.outcome) * 10_000) / 10_000]]
          : [];
      }),
    ),
  ];
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  link: () => copyLink(taken, t.take.linkCopied, t.take.linkByHand),
  csv: () => saveCsv(t.take.file, tableRows(), lang),
  xlsx: () => saveWorkbook(t.take.file, tableRows(), assets),
  print: () => window.print(),
};
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-action]'))
  button.addEventListener('click', () => ACTIONS[button.dataset['action'] ?? '']?.());

/** Reads an export, which stays on this computer, and fills what it can. */
function readExport(file: File): void {
  const line = h('p', {}, t.drop.reading('0'));
  out.replaceChildren(line);
  reader ??= new WorkerClient<FillRequest, FillReply>(`${assets}indicators-worker.js`, 'jaugeIndicators');
  reader.ask({ kind: 'fill', file, lang }, (reply) => {
    const number = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 });
    if (reply.kind === 'progress') {
      line.textContent = t.drop.reading(number.format(reply.bytes / 1e6));
      return;
    }
    if (reply.kind === 'failed') {
      out.replaceChildren(h('p', { class: 'badge' }, t.drop.failed));
      status.textContent = t.drop.failed;
      return;
    }
    if (reply.tickets === 0) {
      out.replaceChildren(
        h('p', { class: 'badge' }, t.drop.refused),
        h('ul', { class: 'note' }, ...reply.problems.map((problem) => h('li', {}, problem))),
      );
      status.textContent = t.drop.refused;
      return;
    }
    const filled = new Map(reply.filled);
    const lacking = new Map(reply.lacking);
    sheets = new Map([
      ...sheets,
      ...reply.filled.map(([id, rows]) => [id, { ...(sheets.get(id) ?? emptySheet(id)), rows }] as const),
    ]);
    writeSheets(sheets);
    show();
    const text = t.drop.read(reply.file, number.format(reply.tickets), number.format(filled.size));
    out.replaceChildren(
      h('p', {}, text),
      h(
        'ul',
        { class: 'note' },
        ...[...filled.keys()].flatMap((id) => {
          const how = t.drop.how[id];
          return how === undefined
            ? []
            : [h('li', {}, `${t.indicator[id].name}${lang === 'fr' ? '\u00a0:' : ':'} ${how}`)];
        }),
      ),
      h('h3', {}, t.drop.missing),
      h(
        'ul',
        { class: 'note' },
        ...INDICATOR_IDS.filter((id) => !filled.has(id)).map((id) => {
          const { name } = t.indicator[id];
          const fields = lacking.get(id);
          if (id === 'escalation') return h('li', {}, t.drop.levels);
          if (fields === undefined) return h('li', {}, t.drop.notInTickets(name));
          return h('li', {}, id === 'sla' ? t.drop.slaElsewhere : t.drop.lacks(name, fields));
        }),
        ...reply.problems.map((problem) => h('li', {}, problem)),
      ),
    );
    status.textContent = text;
  });
}

const chooser = part('file') as HTMLInputElement;
chooser.addEventListener('change', () => {
  const [file] = chooser.files ?? [];
  if (file) readExport(file);
});
// A file dropped beside the zone would take the place of the page.
window.addEventListener('dragover', (event) => event.preventDefault());
window.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file) readExport(file);
});
wireKeeper(part('keep') as HTMLInputElement, taken, t.take, () => sheets);
window.addEventListener('hashchange', () => {
  sheets = readSheets();
  show();
});
for (const element of document.querySelectorAll<HTMLElement>('[data-scripted]')) element.hidden = false;
show();
