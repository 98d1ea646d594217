/**
 * The built site as a sceptical accountant reads it: nothing but what is printed. Every product, balance, percentage and
 * sum is made again from its own page, what stands on two pages is held side by side, and the two languages and the
 * files say the same.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, inject, test } from 'vitest';
import type { MonthlyReport } from '../../src/report/schema.ts';
import { pagesOf } from './pages.ts';

const site = inject('site');
const read = (path: string): string => readFileSync(join(site, path), 'utf8');
const isTicket = (path: string): boolean => /\/tickets\/./.test(path) && !path.endsWith('/tickets/index.html');
const pages = pagesOf(site).filter((path, i) => !isTicket(path) || i % 100 === 0);

interface Printed {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#38': '&',
  nbsp: ' ',
};
/** What is read of a piece of a page: its text, with one kind of space; drawings say the same in another way. */
function textOf(html: string): string {
  return html
    .replace(/<(svg|script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/gu, ' ')
    .trim();
}

function mainOf(path: string): string {
  const html = read(path);
  return html.slice(Math.max(0, html.indexOf('<main')), html.lastIndexOf('</main>'));
}

function tablesOf(html: string): Printed[] {
  return [...html.matchAll(/<table\b.*?<\/table>/gs)].map(([table]) => {
    const rows = [...table.matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<(t[hd])\b.*?<\/\1>/gs)].map(([cell]) => textOf(cell)),
    );
    const caption = /<caption\b.*?<\/caption>/s.exec(table)?.[0] ?? '';
    return { caption: textOf(caption), head: rows[0] ?? [], rows: rows.slice(1) };
  });
}

const isEnglish = (path: string): boolean => path.startsWith('en/');
/** A number as the language prints it; `NaN` for none, 0 for the dash that stands for nothing. */
function numberIn(text: string | undefined, english: boolean): number {
  if (text === undefined) return NaN;
  if (/^[—–-]?$/.test(text)) return 0;
  const found = /([+−-]?)[€$£]?\s*(\d[\d  ]*(?:[.,]\d+)*)/u.exec(text);
  if (!found) return NaN;
  const digits = found[2]!.replace(/[  ]/g, '');
  const value = Number(english ? digits.replaceAll(',', '') : digits.replace(',', '.'));
  const owed = /de trop|too many|over\b/.test(text) ? -1 : 1;
  return (found[1] === '' || found[1] === '+' ? 1 : -1) * owed * value;
}

const MONTHS = [
  ['janvier', 'january'],
  ['février', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['août', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['décembre', 'december'],
] as const;
/** The month that a text names in words, as `2026-10`; empty for none. */
function isoMonth(text: string): string {
  const [, name, year] = /(\p{L}+) (\d{4})/u.exec(text) ?? [];
  const at = MONTHS.findIndex((names) => (names as readonly string[]).includes(name?.toLowerCase() ?? ''));
  return at < 0 ? '' : `${year}-${String(at + 1).padStart(2, '0')}`;
}
/** The month so many months on. */
function shifted(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

const column = (head: readonly string[], ...names: readonly string[]): number =>
  head.findIndex((name) => names.includes(name));
/** How far two numbers may lie apart that were rounded to two decimals each. */
const CENT = 0.005 + 1e-9;

/** Runs a check over all pages, and tells how many things it looked at, so that it cannot pass by looking at none. */
function everywhere(check: (path: string, seen: () => void, fail: (what: string) => void) => void): {
  seen: number;
  wrong: string[];
} {
  let seen = 0;
  const wrong: string[] = [];
  for (const path of pages)
    check(
      path,
      () => seen++,
      (what) => wrong.push(`${path}: ${what}`),
    );
  return { seen, wrong };
}

describe('what is printed', () => {
  test('every product is its factors multiplied, to the cent', () => {
    const { seen, wrong } = everywhere((path, look, fail) => {
      const english = isEnglish(path);
      const NUMBER = '[€$£]?\\d[\\d  ]*(?:[.,]\\d+)*';
      const product = new RegExp(`(${NUMBER}) ?(%|\\p{L}[\\p{L}’' .]*?)? ?× ?(${NUMBER}) ?€? ?= ?(${NUMBER})`, 'gu');
      for (const [whole, first, unit, second, result] of textOf(mainOf(path)).matchAll(product)) {
        look();
        const factor = numberIn(first, english) / (unit === '%' ? 100 : 1);
        const wanted = factor * numberIn(second, english);
        if (Math.abs(wanted - numberIn(result, english)) > CENT) fail(whole);
      }
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(10);
  });

  test('every share in per cent is the numbers that stand beside it', () => {
    const { seen, wrong } = everywhere((path, look, fail) => {
      const english = isEnglish(path);
      const text = textOf(mainOf(path));
      const check = (whole: string, met: string, total: string, share: string): void => {
        look();
        const decimals = /[.,](\d+)$/.exec(share)?.[1]?.length ?? 0;
        const wanted = (100 * numberIn(met, english)) / numberIn(total, english);
        if (Math.abs(wanted - numberIn(share, english)) > 0.5 * 10 ** -decimals + 1e-9) fail(whole);
      };
      for (const [whole, share, met, total] of text.matchAll(
        /(?<![\d\p{L}])(\d{1,3}(?:[  ,]?\d{3})*(?:[.,]\d+)?) ?% \((\d{1,3}(?:[ ,]?\d{3})*) ?\/ ?(\d{1,3}(?:[ ,]?\d{3})*)(?!\d)[^()]*\)/gu,
      ))
        check(whole, met!, total!, share!);
      for (const [whole, met, total, share] of text.matchAll(/(\d+) ?\/ ?(\d+) = (\d+(?:[.,]\d+)?) ?%/gu))
        check(whole, met!, total!, share!);
      // Beside an n, a share is a whole number of it.
      for (const { head, rows } of tablesOf(mainOf(path))) {
        const [share, n] = [
          column(head, 'Tenus', 'Met', 'À l’arrêt', 'At stop', 'Part', 'Share'),
          column(head, 'Échéances', 'Deadlines', 'Arrêts', 'Stops'),
        ];
        if (share < 0 || n < 0) continue;
        for (const row of rows) {
          const [value, total] = [numberIn(row[share], english), numberIn(row[n], english)];
          if (!/%/.test(row[share] ?? '') || !(total > 0)) continue;
          look();
          if (Math.abs((100 * Math.round((value * total) / 100)) / total - value) > 0.05 + 1e-9) fail(row.join(' | '));
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(500);
  });

  test('every balance closes: opening + credited − consumed − lost ± adjusted + taken beyond = closing', () => {
    const SIGNS: readonly (readonly [number, readonly string[]])[] = [
      [1, ['Ouverture', 'Opening']],
      [1, ['Crédité', 'Credited']],
      [-1, ['Consommé', 'Consumed', 'Used']],
      [-1, ['Perdu', 'Lost']],
      [1, ['Ajusté', 'Adjusted', 'Régularisé']],
      [1, ['Hors volume', 'Above volume']],
    ];
    const { seen, wrong } = everywhere((path, look, fail) => {
      const english = isEnglish(path);
      for (const { head, rows } of tablesOf(mainOf(path))) {
        const closing = column(head, 'Clôture', 'Closing');
        if (closing < 0 || column(head, 'Ouverture', 'Opening') < 0) continue;
        // A column of what is in another one already has no sign.
        const unknown = head.filter(
          (name, i) =>
            i > 0 &&
            i !== closing &&
            !/^(dont|entered after)/.test(name) &&
            !SIGNS.some(([, names]) => names.includes(name)),
        );
        if (unknown.length) fail(`columns that no sign is known of: ${unknown.join(', ')}`);
        for (const row of rows) {
          look();
          const sum = SIGNS.reduce((total, [sign, names]) => {
            const at = column(head, ...names);
            return at < 0 ? total : total + sign * numberIn(row[at], english);
          }, 0);
          if (Math.abs(sum - numberIn(row[closing], english)) > CENT) fail(row.join(' | '));
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(150);
  });

  test('every lot is used, lost and left; every running balance goes on from the one above', () => {
    const { seen, wrong } = everywhere((path, look, fail) => {
      const english = isEnglish(path);
      for (const { head, rows } of tablesOf(mainOf(path))) {
        const at = {
          quantity: column(head, 'Quantité', 'Quantity'),
          used: column(head, 'Consommé', 'Consumed', 'Used'),
          lost: column(head, 'Perdu', 'Lost'),
          left: column(head, 'Reste', 'Left', 'Remaining'),
          balance: column(head, 'Solde', 'Balance'),
        };
        if (at.quantity >= 0 && at.left >= 0 && at.used >= 0)
          for (const row of rows) {
            look();
            const of = (index: number): number => (index < 0 ? 0 : numberIn(row[index], english));
            if (Math.abs(of(at.quantity) - of(at.used) - of(at.lost) - of(at.left)) > CENT) fail(row.join(' | '));
          }
        if (at.balance !== head.length - 1 || at.balance < 2) continue;
        let before = NaN;
        for (const row of rows) {
          const balance = numberIn(row.at(-1), english);
          const moved = row.length === head.length ? numberIn(row.at(-2), english) : 0;
          if (!Number.isNaN(before)) {
            look();
            if (Math.abs(before + moved - balance) > CENT) fail(`${before}: ${row.join(' | ')}`);
          }
          before = balance;
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(1000);
  });

  test('every invoice adds up: with tax, less penalties, is what is to pay', () => {
    const { seen, wrong } = everywhere((path, look, fail) => {
      const english = isEnglish(path);
      for (const { head, rows } of tablesOf(mainOf(path))) {
        const find = (pattern: RegExp): number => head.findIndex((name) => pattern.test(name));
        const [net, tax, gross, pay] = [
          /^Total (HT|without VAT)$/,
          /^(TVA|VAT)/,
          /^Total (TTC|with VAT)$/,
          /^(Net à payer|Net to pay)$/,
        ].map(find) as [number, number, number, number];
        const [bonus, penalties] = [/^Bonus/, /^(Pénalités déduites|Penalties deducted)$/].map(find) as [
          number,
          number,
        ];
        if (net < 0 || gross < 0) continue;
        for (const row of rows) {
          look();
          const of = (index: number): number => (index < 0 ? 0 : numberIn(row[index], english));
          if (Math.abs(of(net) + of(bonus) + of(tax) - of(gross)) > CENT) fail(row.join(' | '));
          if (pay >= 0 && Math.abs(of(gross) - of(penalties) - of(pay)) > CENT) fail(row.join(' | '));
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(60);
  });
});

/** What the files say of a figure: its value (of times the median, in hours) and how many it is of. */
function valueAndNumber(value: MonthlyReport['figures'][number]['value']): [number | null, number | null] {
  const hours = (ms: number | null): number | null => (ms === null ? null : ms / 3_600_000);
  switch (value.state) {
    case 'count':
      return [value.value, null];
    case 'share':
      return [value.total ? value.met / value.total : null, value.total];
    case 'duration':
      return [hours(value.median), value.n];
    case 'survival':
      return [hours(value.median), value.n];
    default:
      return [null, null];
  }
}

describe('the same everywhere', () => {
  test('the two languages print the same numbers in the same places', () => {
    let seen = 0;
    const wrong: string[] = [];
    for (const path of pages.filter((page) => !isEnglish(page))) {
      const other = /hreflang="en" href="([^"]+)"/.exec(read(path))?.[1];
      if (!other) continue;
      const twin = join(dirname(path), other);
      if (!existsSync(join(site, twin))) continue;
      const [french, english] = [tablesOf(mainOf(path)), tablesOf(mainOf(twin))];
      const cells = (tables: readonly Printed[], inEnglish: boolean): (number | string)[] =>
        tables.flatMap(({ rows }) =>
          rows.flatMap((row) =>
            row
              .filter(
                (cell) =>
                  /^[+−-]?[€]?\s?\d[\d\s.,]*\s?(%|€|h|j|d|UO|work units?|min)?$/u.test(cell) && !/\/|:/.test(cell),
              )
              .map((cell) => numberIn(cell, inEnglish)),
          ),
        );
      const [one, two] = [cells(french, false), cells(english, true)];
      seen += one.length;
      if (JSON.stringify(one) !== JSON.stringify(two)) {
        const at = one.findIndex((value, i) => value !== two[i]);
        wrong.push(`${path}: number ${at} of ${one.length}/${two.length}: ${one[at]} and ${two[at]}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(5000);
  });

  test('a figure that stands on several pages is the same on all of them', () => {
    const stated = new Map<string, { path: string; value: string }>();
    const kinds = new Map<string, number>();
    const wrong: string[] = [];
    const state = (path: string, kind: string, name: string, value: string | undefined): void => {
      if (value === undefined || value === '' || value === '—') return;
      const key = `${kind} · ${name}`;
      const before = stated.get(key);
      if (!before) stated.set(key, { path, value });
      else if (before.path !== path) {
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (before.value !== value) wrong.push(`${key}: ${before.value} (${before.path}), ${value} (${path})`);
      }
    };
    for (const path of pages) {
      const parts = path.split('/');
      const english = isEnglish(path);
      const contract = parts[english ? 1 : 0]!;
      const scope = `${english ? 'en' : 'fr'} ${contract}`;
      const period = parts.find((part) => /^\d{4}(-\d{2})?$/.test(part)) ?? '';
      const isMonth = period.length === 7;
      const main = mainOf(path);
      const monthOf = (cell: string | undefined): string => isoMonth(cell ?? '');
      const number = (cell: string | undefined): string => {
        const value = numberIn(cell, english);
        return Number.isNaN(value) ? '' : String(value);
      };
      for (const { caption, head, rows } of tablesOf(main)) {
        const at = (...names: readonly string[]): number => column(head, ...names);
        const [month, book, met, deadlines] = [
          at('Mois', 'Month'),
          at('Couverture', 'Coverage', 'Ledger'),
          at('Tenus', 'Met'),
          at('Échéances', 'Deadlines'),
        ];
        // The flow, month by month: on the months that look back, on the year, on the contract.
        if (month === 0)
          for (const row of rows)
            for (const [name, ...headings] of [
              ['opened', 'Ouverts', 'Opened'],
              ['resolved', 'Résolus', 'Resolved'],
              ['stock', 'Stock', 'Backlog'],
            ] as const)
              if (monthOf(row[0]) && at(...headings) > 0)
                state(path, 'flow', `${scope} ${monthOf(row[0])} ${name}`, number(row[at(...headings)]));
        // Commitments: the month, and in the overview of the contract a share with its number in one cell.
        if (isMonth && at('Engagement', 'Commitment') === 0 && met > 0 && deadlines > 0 && at('Objectif', 'Goal') > 0) {
          let clock = '';
          for (const row of rows) {
            if (!/^\S+ · /.test(row[0]!)) clock = row[0]!;
            state(path, 'commitment', `${scope} ${period} ${clock}, ${row[0]!.split(' · ')[0]}`, row[met]);
            state(path, 'deadlines', `${scope} ${period} ${clock}, ${row[0]!.split(' · ')[0]}`, row[deadlines]);
          }
        }
        if (month === 0 && !isMonth)
          for (const row of rows)
            head.forEach((clock, i) => {
              const cell = /^(\d\S* ?%) (\d[\d  ]*) (?:échéances?|deadlines?)/u.exec(row[i] ?? '');
              if (!cell) return;
              state(path, 'commitment', `${scope} ${monthOf(row[0])} ${clock}, ${clock}`, cell[1]);
              state(path, 'deadlines', `${scope} ${monthOf(row[0])} ${clock}, ${clock}`, cell[2]);
            });
        // Every figure beside the month before, which has a page of its own.
        const [value, earlier] = [at('Valeur', 'Value'), at('Mois précédent', 'Month before')];
        if (isMonth && value === 1 && earlier === 2)
          for (const row of rows) {
            state(
              path,
              'figure',
              `${scope} ${period} ${row[0]}`,
              row[1]!.replace(/ (?:hors du compte|\d[\d,]* excluded).*$/, ''),
            );
            state(path, 'figure', `${scope} ${shifted(period, -1)} ${row[0]}`, row[2]);
          }
        // The account: the months of a ledger, the month's own page, the statement.
        const closing = at('Clôture', 'Closing');
        if (book === 0 && isMonth && closing > 0)
          for (const row of rows)
            state(
              path,
              'closing',
              `${scope} ${period} ${row[0]!.split(/ (?:Il reste|There)/)[0]}`,
              number(row[closing]),
            );
        // The amounts: what is to pay, and the invoice line by line.
        const total = at('Total HT', 'Total without VAT');
        if (month === 0 && total > 0)
          for (const row of rows) state(path, 'total', `${scope} ${monthOf(row[0])}`, number(row[total]));
        for (const row of rows)
          if (/^(Total HT|Total without VAT)$/.test(row[0]!) && caption)
            state(`${path}#${caption}`, 'total', `${scope} ${monthOf(caption)}`, number(row.at(-1)));
        // By how much a commitment was missed: the month, the slides, the year.
        const over = at('Dépassement', 'Over', 'Over by', 'Overrun');
        if (over > 0 && at('Ticket') === 0)
          for (const row of rows)
            state(
              path,
              'overrun',
              `${scope} ${row[0]!.split(' ')[0]} ${row[at('Engagement', 'Commitment')]}`,
              row[over]?.split(' contest')[0],
            );
      }
    }
    expect(wrong).toEqual([]);
    for (const [kind, least] of [
      ['flow', 1000],
      ['commitment', 100],
      ['deadlines', 100],
      ['figure', 1000],
      ['total', 20],
      ['closing', 20],
      ['overrun', 50],
    ] as const)
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(least);
  });

  test('a month says of its invoice what the page of the amounts says', () => {
    let seen = 0;
    const wrong: string[] = [];
    for (const path of pages.filter((page) => /^[^/]+\/montants\/index\.html$/.test(page))) {
      const contract = dirname(dirname(path));
      const file = join(contract, 'consommation/account.json');
      const account = JSON.parse(read(file)) as {
        months: { month: string; total: number | null; penalties: number | null }[];
      };
      const [overview] = tablesOf(mainOf(path));
      const totals = overview!.rows.map((row) =>
        Math.round(numberIn(row[column(overview!.head, 'Total HT')], false) * 100),
      );
      const known = account.months.map(({ total }) => total).filter((total) => total !== null);
      seen += totals.length;
      if (JSON.stringify([...totals].sort()) !== JSON.stringify([...known].sort())) wrong.push(path);
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(20);
  });

  test('page, JSON, CSV and workbook give the same shares', () => {
    let seen = 0;
    const wrong: string[] = [];
    for (const path of pages.filter(
      (page) => /\d{4}-\d{2}\/index\.html$/.test(page) && existsSync(join(site, dirname(page), 'report.json')),
    )) {
      const folder = dirname(path);
      const report = JSON.parse(read(join(folder, 'report.json'))) as MonthlyReport;
      const files = readdirSync(join(site, folder));
      const csv = files.find((name) => /-commitments\.csv$/.test(name))!;
      const { data } = Papa.parse<string[]>(read(join(folder, csv)).replace(/^\ufeff/, ''), {
        delimiter: ';',
        skipEmptyLines: true,
      });
      const book = files.find((name) => name.endsWith('.xlsx'))!;
      const sheets = unzipSync(readFileSync(join(site, folder, book)));
      const workbook = Object.entries(sheets)
        .filter(([name]) => /sheet\d+\.xml$/.test(name))
        .map(([, bytes]) => strFromU8(bytes))
        .join('');
      const page = textOf(mainOf(path));
      // Every figure of the month, in the order of the table.
      const { data: figures } = Papa.parse<string[]>(
        read(
          join(
            folder,
            files.find((name) => /-figures\.csv$/.test(name))!,
          ),
        ).replace(/^\ufeff/, ''),
        { delimiter: ';', skipEmptyLines: true },
      );
      report.figures
        .filter(({ value }) => value.state !== 'not-applicable')
        .forEach(({ kpi, slice, value }, i) => {
          const [shown, n] = valueAndNumber(value);
          const row = figures[i + 1]!;
          seen++;
          const cell = (text: string | undefined): number | null =>
            text === '' || text === undefined ? null : Number(text.replace(',', '.'));
          if (cell(row[3]) !== shown || cell(row[4]) !== n)
            wrong.push(`${path}: ${kpi} ${slice ?? ''}: ${row.join(' | ')}`);
          if (shown !== null && !workbook.includes(`<v>${shown}</v>`)) wrong.push(`${path}: workbook, ${kpi} ${shown}`);
        });
      report.commitments.forEach(({ byDeadline }, i) => {
        if (!byDeadline) return;
        seen++;
        const share = byDeadline.met / byDeadline.total;
        const row = data[i + 1]!;
        if (Number(row[3]!.replace(',', '.')) !== share || Number(row[4]) !== byDeadline.total)
          wrong.push(`${path}: CSV, line ${i + 2}`);
        if (!workbook.includes(`<v>${share}</v>`)) wrong.push(`${path}: workbook, ${share}`);
        if (!page.includes(`${(Math.round(share * 1000) / 10).toFixed(1).replace('.', ',')} %`))
          wrong.push(`${path}: page, ${share}`);
      });
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(100);
  });
});
