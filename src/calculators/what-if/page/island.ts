/** "What if": reads the form of the terms, asks the worker, shows what they would have changed, keeps the terms in the address. */
import type { Lang } from '../../../contract/contract.ts';
import { decodeAsked, encodeAsked } from '../model/address.ts';
import { amendmentOf, nextMonth } from '../model/amendment.ts';
import { changesOf, type Changes } from '../model/change.ts';
import type { AccountSum, Comparison } from '../model/compare.ts';
import type { WhatIfData } from '../model/data.ts';
import { lastTwelve, type Period } from '../model/replay.ts';
import { WorkerClient } from '../../../browser/worker-client.ts';
import { LazyChart, type Plot } from '../../../browser/chart.ts';
import { h } from '../../../browser/dom.ts';
import { speaker } from '../../../browser/speaking.ts';
import { copyLink, save, saveCsv, saveWorkbook, withScript } from '../../../browser/taking.ts';
import { TermsForm } from './form.ts';
import type { DropReply, DropRequest, Pairs, Reply, Request } from './protocol.ts';
import { WhatIfResults } from './results.ts';
import { Words } from './words.ts';

const lang: Lang = document.documentElement.lang === 'fr' ? 'fr' : 'en';
const words = new Words(lang);
const { t, format } = words;
const assets = new URL('./', (document.currentScript as HTMLScriptElement).src).href;
const worker = new WorkerClient<Request, Reply>(`${assets}whatif-worker.js`, 'jaugeWhatIf');
let reader: WorkerClient<DropRequest, DropReply> | null = null;

const ACCOUNT_AFTER_MS = 200;

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-${name}]`)!;
const [formPlace, quick, late, status, tabs, monthsPlace, taken] = [
  part('form') as HTMLFormElement,
  part('quick'),
  part('late'),
  part('status'),
  part('tabs'),
  part('period'),
  part('taken'),
] as const;
const say = speaker(status);
/** Tickets of the reader's own, without a contract that is in force: both sides can be set. */
const dropZone = document.querySelector<HTMLElement>('[data-drop]');

interface Loaded {
  readonly data: WhatIfData;
  readonly form: TermsForm;
  readonly results: WhatIfResults;
  readonly months: readonly string[];
  readonly complete: readonly boolean[];
}
let loaded: Loaded | null = null;
const asked = decodeAsked(location.hash);
let today: Changes = asked.today;
let other: Changes = asked.other;
let period: Period | null = asked.period;
let side: 'today' | 'other' = 'other';
let comparison: Comparison | null = null;
let sums: readonly [AccountSum | null, AccountSum | null] | null = null;
let latest = 0;
let accountTimer = 0;
const chart = new LazyChart(assets, 'canvas[data-months]', monthsChart);

/** Takes tickets and terms, and shows the form for them. */
function load(data: WhatIfData, isAssumed: boolean): void {
  worker.ask({ kind: 'load', data }, (reply) => {
    if (reply.kind === 'failed') {
      quick.replaceChildren(h('p', { class: 'badge' }, t.drop.refused));
      return;
    }
    if (reply.kind !== 'loaded') return;
    const form = new TermsForm(data.file, words, isAssumed);
    const results = new WhatIfResults(words, data.file, (key) => {
      const slug = data.pages[key];
      const base = formPlace.dataset['pages'];
      return slug === undefined || base === undefined ? null : `${base}${slug}/index.html`;
    });
    loaded = { data, form, results, months: reply.months, complete: reply.complete };
    formPlace.replaceChildren(...form.build().filter((child) => child !== null && child !== false));
    formPlace.hidden = false;
    for (const element of document.querySelectorAll<HTMLElement>('[data-scripted]')) element.hidden = false;
    adopt();
    show();
  });
}

/** Keeps of what the address says what there is: fields, values, months; today is the contract's where there is one. */
function adopt(): void {
  if (!loaded) return;
  const { form, months, complete } = loaded;
  const known = (of: Changes): Changes => changesOf(form.fields, of, lang).changes;
  [today, other] = [dropZone ? known(today) : new Map(), known(other)];
  if (period && !(months.includes(period.from) && months.includes(period.to))) period = null;
  showPeriod(months, complete);
}

/** The form of the side at hand, and what it comes to. */
function show(): void {
  if (!loaded) return;
  const values = side === 'today' ? today : other;
  loaded.form.fill(values);
  loaded.form.mark(new Map(), values);
  for (const part_ of [quick, late]) part_.classList.remove('stale');
  showTabs();
  linkOther();
  ask();
}

function showTabs(): void {
  if (!dropZone) return;
  const hadFocus = tabs.contains(document.activeElement);
  tabs.replaceChildren(
    ...(['today', 'other'] as const).map((one) => {
      const button = h('button', { type: 'button', 'aria-pressed': String(one === side) }, t.sides[one]);
      button.addEventListener('click', () => {
        side = one;
        show();
      });
      return button;
    }),
  );
  if (hadFocus) tabs.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
}

/** Takes the form; a field that cannot be read says so, the others count. */
function take(): void {
  if (!loaded) return;
  const { form } = loaded;
  const { changes, faults } = changesOf(form.fields, form.typed(side === 'today' ? today : other), lang);
  form.mark(faults, changes);
  for (const part_ of [quick, late]) part_.classList.toggle('stale', faults.size > 0);
  if (faults.size) say(t.kept);
  // A field that cannot be read keeps what it was.
  const kept = side === 'today' ? today : other;
  const taken_ = new Map([...changes, ...[...kept].filter(([id]) => faults.has(id))]);
  if (side === 'other') other = taken_;
  else {
    // What was the same on both sides stays so.
    const next = new Map(other);
    for (const { id, value } of form.fields) {
      if ((other.get(id) ?? value) !== (today.get(id) ?? value)) continue;
      const now = taken_.get(id);
      if (now === undefined) next.delete(id);
      else next.set(id, now);
    }
    [today, other] = [taken_, next];
  }
  remember(false);
  ask();
}

function remember(asNew: boolean): void {
  const hash = encodeAsked({ today, other, period });
  const url = hash === '' ? location.pathname + location.search : `#${hash}`;
  if (asNew) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  linkOther();
}

/** The page in the other language is about the same terms. */
function linkOther(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[hreflang]');
  if (link) link.hash = location.hash;
}

function ask(): void {
  // Sums of other terms are not those of these.
  sums = null;
  const pairs = { today: [...today] as Pairs, other: [...other] as Pairs, period };
  latest = worker.ask({ kind: 'compare', ...pairs }, (reply) => {
    if (reply.id !== latest) return;
    if (reply.kind === 'compared') showComparison(reply.comparison, reply.id);
    else if (reply.kind === 'contradiction' || reply.kind === 'failed') {
      refuse();
      document.documentElement.dataset['answered'] = String(reply.id);
    }
  });
  const mine = latest;
  clearTimeout(accountTimer);
  accountTimer = window.setTimeout(() => {
    worker.ask({ kind: 'account', ...pairs }, (reply) => {
      if (mine !== latest) return;
      if (reply.kind === 'accounted' && loaded) {
        sums = reply.sums;
        late.replaceChildren(...loaded.results.late(sums).filter((child) => child !== null && child !== false));
      } else if (reply.kind === 'failed') refuse();
      document.documentElement.dataset['whole'] = String(mine);
    });
  }, ACCOUNT_AFTER_MS);
}

/** Terms that cannot be computed: what stands is the answer before. */
function refuse(): void {
  for (const part_ of [quick, late]) part_.classList.add('stale');
  taken.textContent = t.contradiction;
  say(t.contradiction);
}

function showComparison(of: Comparison, id: number): void {
  if (!loaded) return;
  comparison = of;
  taken.textContent = '';
  quick.replaceChildren(...loaded.results.quick(of, told()).filter((child) => child !== null && child !== false));
  document.documentElement.dataset['answered'] = String(id);
  chart.refresh();
  say(loaded.results.status(of));
}

/** What differs between the two sides, in words. */
function told(): ReturnType<TermsForm['told']> {
  const differing = [...other].filter(([id, value]) => today.get(id) !== value);
  const back = [...today].filter(([id]) => !other.has(id)).map(([id]) => [id, valueOf(id)] as const);
  return loaded?.form.told(new Map([...differing, ...back]), today) ?? [];
}

function valueOf(id: string): string {
  return loaded?.form.fields.find((field) => field.id === id)?.value ?? '';
}

/** Which months are compared. */
function showPeriod(months: readonly string[], complete: readonly boolean[]): void {
  const usual = lastTwelve({ months, complete });
  const of = period ?? usual;
  const choose = (name: 'from' | 'to'): HTMLSelectElement => {
    const select = h(
      'select',
      { 'aria-label': t.period[name] },
      ...months.map((month) => h('option', { value: month }, format.month(month))),
    );
    select.value = of[name];
    return select;
  };
  const [from, to] = [choose('from'), choose('to')];
  const change = (): void => {
    period = from.value <= to.value ? { from: from.value, to: to.value } : { from: to.value, to: from.value };
    if (period.from === usual.from && period.to === usual.to) period = null;
    remember(false);
    ask();
  };
  for (const select of [from, to]) select.addEventListener('change', change);
  monthsPlace.replaceChildren(
    h('span', { class: 'name' }, t.period.title),
    h('label', {}, `${t.period.from} `, from),
    h('label', {}, `${t.period.to} `, to),
  );
}

/** The clocks as wholes, month by month: today and otherwise. */
function monthsChart(): Plot | null {
  if (!comparison) return null;
  const { byMonth, clocks } = comparison;
  const months = [...new Set(byMonth.map(({ month }) => month))];
  const tones = ['--series', '--series-2', '--ink', '--ink-2'];
  return {
    labels: months.map((month) => format.month(month)),
    series: clocks
      .filter(({ priority }) => priority === null)
      .flatMap(({ clock, label }, c) =>
        ([0, 1] as const).map((at) => ({
          name: `${words.clock(clock, label)}, ${(at === 0 ? t.answer.inForce : t.answer.other).toLowerCase()}`,
          values: months.map((month) => {
            const share = byMonth.find((one) => one.month === month && one.clock === clock)?.shares[at];
            return share && share.total > 0 ? share.met / share.total : null;
          }),
          colour: tones[c % tones.length]!,
          shape: 'line' as const,
          dashed: at === 0,
        })),
      ),
    text: (value) => format.goal(value),
    legend: true,
    most: 1,
  };
}

function saveAmendment(): void {
  if (!loaded) return;
  const { data, months } = loaded;
  const amendment = amendmentOf(data.file, other, nextMonth(months.at(-1)!));
  const [term] = amendment.terms;
  // A term of nothing but a date and a name changes nothing.
  if (Object.keys(term!).length <= 2 && !amendment.clocks) {
    taken.textContent = t.answer.changedNone;
    return;
  }
  withScript(`${assets}yaml.js`, 'jaugeYaml', () => {
    const write = (globalThis as unknown as { jaugeYaml: (value: unknown) => string }).jaugeYaml;
    const hasLots = amendment.terms[0]!.coverage?.some(({ form }) => form === 'carnet') ?? false;
    const notes = [
      t.take.draftNote,
      ...(hasLots ? [t.take.lotsNote] : []),
      ...(term!.coverage ? [t.take.windowNote(term!.from)] : []),
      ...(amendment.clocks ? [t.take.clocksNote] : []),
    ];
    save('avenant.yaml', 'text/yaml', `${notes.map((note) => `# ${note}\n`).join('')}${write(amendment)}`);
  });
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  link: () => copyLink(taken, t.take.linkCopied, t.take.linkByHand),
  csv: () => {
    if (loaded && comparison) saveCsv(t.take.file, loaded.results.rows(comparison, sums, told()), lang);
  },
  xlsx: () => {
    if (loaded && comparison) saveWorkbook(t.take.file, loaded.results.rows(comparison, sums, told()), assets);
  },
  amendment: saveAmendment,
  reset: () => {
    if (side === 'today') today = new Map();
    else other = new Map(today);
    remember(true);
    show();
  },
  print: () => window.print(),
};
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-action]'))
  button.addEventListener('click', () => ACTIONS[button.dataset['action'] ?? '']?.());

/** Reads files of the reader's own, which stay on this computer. */
function readFiles(files: readonly File[]): void {
  const out = part('read');
  const line = h('p', {}, t.drop.reading('0'));
  out.replaceChildren(line);
  reader ??= new WorkerClient<DropRequest, DropReply>(`${assets}whatif-drop-worker.js`, 'jaugeWhatIfDrop');
  reader.ask({ kind: 'drop', files, lang }, (reply) => {
    if (reply.kind === 'progress') line.textContent = t.drop.reading(format.number(reply.bytes / 1e6));
    else if (reply.kind === 'failed') {
      out.replaceChildren(h('p', { class: 'badge' }, t.drop.failed));
      say(t.drop.failed);
    } else {
      const { rows, tickets, data, problems, problemCount, contract } = reply;
      const text =
        contract === 'refused'
          ? t.drop.ownRefused
          : data === null
            ? t.drop.refused
            : contract === 'own'
              ? t.drop.own
              : t.drop.usual;
      out.replaceChildren(
        h(
          'p',
          {},
          t.drop.read(
            ...([tickets, rows.read, rows.accepted, rows.merged, rows.rejected].map((n) => format.number(n)) as [
              string,
              string,
              string,
              string,
              string,
            ]),
          ),
        ),
        h('p', data === null ? { class: 'badge' } : {}, text),
        ...(problems.length
          ? [
              h(
                'ul',
                { class: 'note' },
                ...problems.map((problem) => h('li', {}, problem)),
                problemCount > problems.length && h('li', {}, `+ ${format.number(problemCount - problems.length)}`),
              ),
            ]
          : []),
      );
      say(text);
      if (data) load(data, contract === 'none');
    }
  });
}

formPlace.addEventListener('input', take);
formPlace.addEventListener('submit', (event) => event.preventDefault());
window.addEventListener('popstate', () => {
  ({ today, other, period } = decodeAsked(location.hash));
  adopt();
  show();
});
if (dropZone) {
  const chooser = part('files') as HTMLInputElement;
  dropZone.hidden = false;
  chooser.addEventListener('change', () => {
    if (chooser.files?.length) readFiles([...chooser.files]);
  });
  // A file dropped beside the zone would take the place of the page.
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length) readFiles(files);
  });
}
const given = (globalThis as unknown as { jaugeReplay?: WhatIfData }).jaugeReplay;
if (given) load(given, false);
