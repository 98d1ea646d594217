/** The built site in a real browser: every page, both languages, light and dark, phone and paper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { INDICATOR_IDS, INDICATORS } from '../../src/calculators/indicators/model/indicators.ts';
import { emptySheet, encodeSheets } from '../../src/calculators/indicators/model/sheet.ts';
import { folderOf } from '../../src/site.ts';
import { reportSchema, type MonthlyReport } from '../../src/report/schema.ts';
import { readContract } from '../../src/contract/read.ts';
import { accountSchema, statementSchema } from '../../src/report/account-schema.ts';
import { overviewSchema } from '../../src/report/overview.ts';
import { ticketSchema } from '../../src/report/tickets.ts';
import { launchBrowser } from '../../src/node/chromium.ts';
import { runJauge } from '../run.ts';
import { pagesOf, serve, watch, type Served } from './pages.ts';

const site = inject('site');
const all = pagesOf(site);
const isTicket = (path: string): boolean => /\/tickets\/./.test(path) && !path.endsWith('/tickets/index.html');
/** Every page, and of the tickets, which are thousands alike, each 400th; of the examples the last months. */
const pages = all.filter((path, i) =>
  isTicket(path)
    ? i % 400 === 0
    : !/20\d\d-\d\d/.test(path) || /2016-05|2026-(03|10)/.test(path) || /uci-servicenow\/\d{4}-\d{2}\/index/.test(path),
);
/** Pages of a kind that axe reads elsewhere, with other data: loaded, and not read by axe. A list of 2,000 tickets is one. */
const isAlike = (path: string): boolean =>
  /2026-03/.test(path) ||
  (/^(en\/)?(ateliers-lumen|ville-de-kerlann)\//.test(path) &&
    !/2026-10\/index|(consommation|consumption|montants|amounts|chapitres|chapters)\/index/.test(path)) ||
  (/uci-servicenow\/\d{4}-\d{2}\/index/.test(path) && !path.includes('2016-05')) ||
  /uci-servicenow\/tickets\//.test(path) ||
  (/(^|\/)indicat(eur|or)s\//.test(path) &&
    !/indicat(eur|or)s\/(index|nps|sla|burn-rate|rythme-de-consommation)/.test(path));
const scriptsOf = (path: string): string[] => {
  if (path.endsWith('/tickets/index.html')) return ['table'];
  if (/^(dimensionnement|en\/sizing)\//.test(path)) return ['sizing'];
  if (/(^|\/)(et-si|what-if)\//.test(path)) return ['whatif'];
  if (/^(indicateurs|en\/indicators)\/index/.test(path)) return ['indicators'];
  if (/^(indicateurs|en\/indicators)\//.test(path)) return ['indicator'];
  return /\/explor(ateur|er)\//.test(path) ? ['explorer'] : [];
};
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MONTH = 'uci-servicenow/2016-05/index.html';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  // Below a path, where a link that starts with a slash would leave the site.
  [browser, served] = await Promise.all([launchBrowser(), serve(site, '/reports/maintenance/')]);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
});

const read = (path: string): string => readFileSync(join(site, path), 'utf8');
const report = (path: string): MonthlyReport => reportSchema.parse(JSON.parse(read(path)));

/** Text as a person reads it: one kind of space. */
const plain = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim();

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const result = await tool.run(document, { runOnly: tags, resultTypes: ['violations'], preload: false });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

describe('every page', () => {
  test('there is a page for each month, contract and method, in both languages', () => {
    const whole = all.filter((path) => !isTicket(path));
    const french = whole.filter((path) => !path.startsWith('en/'));
    const english = whole.filter((path) => path.startsWith('en/')).map((path) => path.slice(3));
    const inEnglish = {
      methode: 'method',
      donnees: 'data',
      consommation: 'consumption',
      montants: 'amounts',
      chapitres: 'chapters',
      glossaire: 'glossary',
      accessibilite: 'accessibility',
      synthese: 'summary',
      presentation: 'deck',
      explorateur: 'explorer',
      dimensionnement: 'sizing',
      'et-si': 'what-if',
    };
    const byIndicator = new Map(
      INDICATOR_IDS.map((id) => [
        `${folderOf('fr', { page: 'indicator', indicator: id })}index.html`,
        `indicators/${id}/index.html`,
      ]),
    );
    const translated = french.map(
      (path) =>
        byIndicator.get(path) ??
        Object.entries(inEnglish)
          .reduce((name, [from, to]) => name.replace(from, to), path)
          .replace(/^indicateurs/, 'indicators'),
    );
    expect(english).toEqual(translated.sort());
    expect(french).toContain(MONTH);
    // Home, method, glossary, accessibility, sizing, what if and the indicators; of each contract its page, data, tickets, method, explorer and what if, and each month
    // with its summary and slides; of those with an account consumption, amounts and a statement for each month; the
    // other chapters of two; two years of each.
    expect(french).toHaveLength(7 + INDICATOR_IDS.length + 4 * 6 + 3 * (13 + 3 * 14) + 3 * (2 + 14) + 2 + 4 * 2);
    const tickets = all.filter((path) => isTicket(path) && !path.startsWith('en/'));
    expect(tickets.length).toBeGreaterThan(1000);
    expect(all.filter((path) => isTicket(path) && path.startsWith('en/'))).toEqual(tickets.map((path) => `en/${path}`));
  });

  test('is accessible by axe, quiet in the console, and asks no other host: light', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
    const seen = watch(page, new URL(served.url).origin);
    for (const path of pages) {
      await page.goto(served.url + path);
      // The two languages are one structure and one style: axe reads one of them in the light, and the other in the dark.
      if (!path.startsWith('en/') && !isAlike(path)) expect(await violations(page), path).toEqual([]);
    }
    expect(seen).toEqual([]);
    await page.close();
  });

  test('is accessible by axe on a phone in the dark, and nothing is wider than the screen', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    const seen = watch(page, new URL(served.url).origin);
    for (const path of pages) {
      await page.goto(served.url + path);
      if (path.startsWith('en/') && !isAlike(path)) expect(await violations(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    }
    expect(seen).toEqual([]);
    await page.close();
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'doctype-style': 'off',
        'attribute-boolean-style': 'off',
        'no-inline-style': 'error',
      },
    });
    for (const path of pages) {
      const { results } = await validator.validateString(read(path));
      expect(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
        ),
      ).toEqual([]);
    }
  });

  test('links only to what is there, relatively', () => {
    for (const path of pages) {
      for (const [, target = ''] of read(path).matchAll(/(?:href|src)="([^"]*)"/g)) {
        expect(target, path).not.toMatch(/^\/|^https?:/);
        const [file = '', anchor] = decodeURIComponent(target.replaceAll('&#38;', '&')).split('#');
        const resolved = join(path, '..', file);
        const content = file === '' ? read(path) : read(resolved);
        if (anchor) expect(content, `${path} → ${target}`).toContain(`id="${anchor}"`);
      }
    }
  });

  test('ships no script but where one sorts and draws, and no report is heavier than 100 kB compressed with its style', () => {
    const css = pages
      .flatMap((path) =>
        [...read(path).matchAll(/href="(?:\.\.\/|\.\/)*(assets\/[^"]*\.css)"/g)].map(([, file = '']) => file),
      )
      .at(0)!;
    const style = gzipSync(read(css)).length;
    for (const path of pages) {
      const scripts = [...read(path).matchAll(/<script src="(?:\.\.\/)+assets\/(\w+)\.js" defer><\/script>/g)].map(
        ([, name]) => name,
      );
      expect(read(path).split('<script'), path).toHaveLength(
        1 +
          scripts.length +
          // Their data: within the page, or beside it.
          (scripts.some((name) => name === 'explorer' || name === 'sizing') ||
          /.\/(et-si|what-if)\//.test(path.replace(/^en\//, ''))
            ? 1
            : 0),
      );
      expect(scripts, path).toEqual(scriptsOf(path));
      if (scripts.length) continue;
      expect(gzipSync(read(path)).length + style, path).toBeLessThan(100_000);
    }
  });
});

describe('a month', () => {
  test('shows the figures of its JSON, in French and in English', async () => {
    const data = report('uci-servicenow/2016-05/report.json');
    const resolve = data.commitments.find(({ clock, priority }) => clock === 'resolve' && priority === null)!;
    expect(data.summary.opened).toBe(7508);
    const share = (resolve.byDeadline!.met / resolve.byDeadline!.total) * 100;
    const page = await browser.newPage();
    for (const [path, percent, thousand] of [
      [MONTH, `${share.toFixed(1).replace('.', ',')} %`, '7 508'],
      [`en/${MONTH}`, `${share.toFixed(1)}%`, '7,508'],
    ] as const) {
      await page.goto(served.url + path);
      const text = plain(await page.textContent('main'));
      expect(text).toContain(percent);
      expect(text).toContain(thousand);
    }
    await page.close();
  });

  test('leads from a figure to its definition, to the next month, and to the other language', async () => {
    const page = await browser.newPage();
    const seen = watch(page, new URL(served.url).origin);
    await page.goto(served.url + MONTH);
    expect(plain(await page.textContent('h1'))).toBe('Mai 2016');
    await page.click('nav a[rel=next]');
    expect(plain(await page.textContent('h1'))).toBe('Juin 2016');
    await page.click('nav a[hreflang=en]');
    expect(plain(await page.textContent('h1'))).toBe('June 2016');
    await page.click('.figures a >> nth=0');
    expect(page.url()).toMatch(/en\/uci-servicenow\/method\/index\.html#compliance$/);
    await page.click('.brand');
    await page.click('tbody th a:has-text("UCI")');
    expect(plain(await page.textContent('h1'))).toBe('Incident management (UCI data set)');
    expect(seen).toEqual([]);
    await page.close();
  });

  test('accounts for every row, names its sources, its calendar and its zone', async () => {
    const page = await browser.newPage();
    await page.goto(served.url + MONTH);
    const text = plain(await page.textContent('body'));
    const { read: rows, accepted, merged, rejected } = report('uci-servicenow/2016-05/report.json').data;
    expect(rows).toBe(accepted + merged + rejected);
    expect(text).toContain('Lignes lues : 141 712 = ');
    expect(text).toContain('doi:10.24432/C57S4H');
    expect(text).toContain('du lundi au vendredi, 8 h – 18 h ; fuseau UTC');
    expect(text).toContain('données arrêtées au 18 février 2017 à 15 h');
    await page.close();
  });

  test('can be walked with the keyboard: the first stop skips to the content', async () => {
    const page = await browser.newPage();
    await page.goto(served.url + MONTH);
    await page.keyboard.press('Tab');
    expect(plain(await page.evaluate(() => document.activeElement?.textContent ?? null))).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    await page.close();
  });

  test('opens from a disk with its style and fonts', async () => {
    const page = await browser.newPage();
    const seen: string[] = [];
    page.on('console', (message) => seen.push(message.text()));
    await page.goto(pathToFileURL(join(site, MONTH)).href);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.fonts.check('16px "Source Serif 4"'))).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(251, 250, 246)');
    expect(seen).toEqual([]);
    await page.close();
  });

  test('prints on A4, page by page numbered, with its explanations open', async () => {
    const page = await browser.newPage();
    await page.goto(served.url + MONTH);
    const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    const document_ = await getDocumentProxy(new Uint8Array(pdf));
    const { totalPages, text } = await extractText(document_, { mergePages: false });
    expect(totalPages).toBeGreaterThan(3);
    expect(totalPages).toBeLessThan(12);
    text.forEach((content, index) => expect(plain(content)).toContain(`${index + 1} / ${totalPages}`));
    const all = plain(text.join(' '));
    expect(all).toContain('Chaque chiffre du mois, et le mois précédent');
    expect(all).toContain('Lignes lues : 141 712');
    const [, , width, height] = (await document_.getPage(1)).view;
    expect([Math.round(width!), Math.round(height!)]).toEqual([595, 842]);
    await page.close();
  });
});

describe('a ticket', () => {
  const month = report('uci-servicenow/2016-05/report.json');
  const breach = month.breaches.find(({ clock, stopped }) => clock === 'resolve' && stopped !== null)!;

  test('is reached from the month that names it, and shows the hours counted, paused and closed', async () => {
    const page = await browser.newPage();
    const seen = watch(page, new URL(served.url).origin);
    await page.goto(served.url + MONTH);
    await page.click(`a:text-is("${month.breaches[0]!.key}")`);
    expect(plain(await page.textContent('h1'))).toBe(`Ticket ${month.breaches[0]!.key}`);
    await page.goto(`${served.url}uci-servicenow/tickets/${breach.slug}/index.html`);
    const text = plain(await page.textContent('main'));
    expect(text).toContain('fermé : week-end');
    expect(text).toContain('fermé : hors des heures');
    await page.click('nav a[hreflang=en]');
    expect(plain(await page.textContent('main'))).toContain('closed: week-end');
    expect(seen).toEqual([]);
    await page.close();
  });

  test('has a proof whose intervals are without holes and add up to the figure of the report, for every breach', () => {
    for (const { key, slug, clock, elapsed, target, due, stopped, cause } of month.breaches) {
      const proof = ticketSchema.parse(JSON.parse(read(`uci-servicenow/tickets/${slug}/ticket.json`)));
      expect(proof.key).toBe(key);
      const proven = proof.clocks.find((candidate) => candidate.clock === clock)!;
      expect({ elapsed: proven.elapsed, target: proven.allowed, due: proven.due, stopped: proven.stopped }).toEqual({
        elapsed,
        target,
        due,
        stopped,
      });
      let counted = 0;
      let at = proven.start;
      for (const interval of proven.intervals) {
        expect(interval.from).toBe(at);
        at = interval.to;
        if (interval.kind === 'counted') counted += Date.parse(interval.to) - Date.parse(interval.from);
      }
      expect(at).toBe(proven.stopped ?? proof.asOf);
      expect(counted).toBe(elapsed);
      expect(proven.dues.at(-1)!.due).toBe(due);
      expect(proven.cause).toBe(cause);
      expect(cause === 'open').toBe(stopped === null);
    }
  });
});

describe('what a manager takes away', () => {
  const october = report('mutuelle-estuaire/2026-10/report.json');

  test('each table of a month, as French and English CSV and as a workbook', () => {
    const folder = 'mutuelle-estuaire/2026-10/';
    const french = read(`${folder}rapport-2026-10-commitments.csv`);
    const english = read(`en/${folder}report-2026-10-commitments.csv`);
    const line = october.commitments.find(({ clock, priority }) => clock === 'resolve' && priority === null)!;
    const share = line.byDeadline!.met / line.byDeadline!.total;
    expect(french.startsWith('\ufeff')).toBe(true);
    expect(french).toContain(`;${String(share).replace('.', ',')};${line.byDeadline!.total};0,9;`);
    expect(english).toContain(`,${share},${line.byDeadline!.total},0.9,`);
    const book = unzipSync(new Uint8Array(readFileSync(join(site, `${folder}rapport-2026-10.xlsx`))));
    const sheets = Object.keys(book).filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThanOrEqual(6);
    expect(strFromU8(book['xl/worksheets/sheet1.xml']!)).toContain(`<v>${share}</v>`);
  });

  test('a card of each clock, which is well-formed, says what it shows, and holds no code', async () => {
    const page = await browser.newPage();
    for (const path of [
      'mutuelle-estuaire/2026-10/carte-resolve.svg',
      'en/mutuelle-estuaire/2026-10/card-resolve.svg',
    ]) {
      await page.goto(served.url + path);
      const label = await page.evaluate(() => document.documentElement.getAttribute('aria-label'));
      expect(plain(label)).toMatch(/78[,.]4 ?%/);
      expect(read(path)).not.toMatch(/<script|href=|on\w+=/);
    }
    await page.close();
  });

  test('PDFs of a month and a year in both languages, tagged, with the name of the contract on each page', async () => {
    const args = ['pdf', '--contract', 'mutuelle-estuaire', '--out', site, '--lang', 'en'];
    expect(await runJauge([...args, '--month', '2026-10'])).toMatchObject({ status: 0, stderr: '' });
    expect(await runJauge([...args, '--month', '2026'])).toMatchObject({ status: 0, stderr: '' });
    expect(await runJauge([...args, '--month', '1999-01'])).toMatchObject({ status: 1 });
    for (const [path, pages, words] of [
      ['mutuelle-estuaire/2026-10/rapport-2026-10.pdf', [6, 12], 'Portail des adhérents – Mutuelle de l’Estuaire'],
      ['en/mutuelle-estuaire/2026-10/report-2026-10.pdf', [6, 12], 'Members’ portal – Mutuelle de l’Estuaire'],
      ['mutuelle-estuaire/2026-10/synthese/synthese-2026-10.pdf', [1, 1], 'À discuter'],
      ['en/mutuelle-estuaire/2026-10/summary/summary-2026-10.pdf', [1, 1], 'To discuss'],
      ['mutuelle-estuaire/2026-10/presentation/presentation-2026-10.pdf', [5, 14], 'Diffusion restreinte'],
      ['mutuelle-estuaire/2026/rapport-2026.pdf', [1, 12], 'Diffusion restreinte'],
    ] as const) {
      const bytes = readFileSync(join(site, path));
      expect(bytes.includes('/StructTreeRoot'), path).toBe(true);
      const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
        mergePages: false,
      });
      expect(totalPages, path).toBeGreaterThanOrEqual(pages[0]);
      expect(totalPages, path).toBeLessThanOrEqual(pages[1]);
      for (const content of text) expect(plain(content), path).toContain(words);
    }
  });
});

describe('the sizing calculator', () => {
  /** Opens the page and waits for the whole answer; `seen` holds what it should not do, `asked` all that it loads. */
  async function open(path: string): Promise<{ page: Page; seen: string[]; asked: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const seen = watch(page, new URL(served.url).origin);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await page.goto(served.url + path);
    await whole(page);
    return { page, seen, asked };
  }
  const whole = (page: Page, after = 0): Promise<unknown> =>
    page.waitForFunction((least) => Number(document.documentElement.dataset['whole'] ?? 0) > least, after);
  const answered = (page: Page): Promise<number> =>
    page.evaluate(() => Number(document.documentElement.dataset['whole'] ?? 0));
  const numberIn = async (page: Page, name: string): Promise<number> => {
    const text = await page.textContent(`.figures li:has(.name:text-is("${name}")) .number`);
    return Number((text ?? '').replace(/[^\d,.]/g, '').replace(',', '.'));
  };

  test.each([
    ['dimensionnement/index.html', 'Volume à acheter par mois', '1 h 30', '40', 'Entre 0 et 100'],
    ['en/sizing/index.html', 'Volume to buy per month', '1.5 h', '40', 'Between 0 and 100'],
  ])(
    'answers %s as one types, says what cannot be, and keeps all of it in the address',
    async (path, volume, hours, many, range) => {
      const { page, seen, asked } = await open(path);
      const before = await numberIn(page, volume);
      let n = await answered(page);
      await page.fill('#incidents', many);
      await whole(page, n);
      const more = await numberIn(page, volume);
      expect(more).toBeGreaterThan(before);
      n = await answered(page);
      await page.fill('#incidentHours', hours);
      await whole(page, n);
      expect(await numberIn(page, volume)).toBeLessThan(more);
      const settled = await numberIn(page, volume);
      await page.fill('#questions', '-4');
      expect(plain(await page.textContent('#questions-fault'))).toContain(range);
      expect(await page.getAttribute('#questions', 'aria-invalid')).toBe('true');
      expect(await numberIn(page, volume)).toBe(settled);
      expect(page.url()).toContain(`#1/i=${many}&ih=1.5`);
      n = await answered(page);
      await page.fill('#questions', '8');
      await whole(page, n);
      await page.reload();
      await whole(page);
      expect(await page.inputValue('#incidents')).toBe(many);
      expect(await numberIn(page, volume)).toBe(settled);
      // Another scenario stands beside the first; Back takes it away.
      await page.click('[data-tabs] button');
      await page.waitForSelector('[data-beside] table');
      expect(await page.locator('[data-beside] thead th').count()).toBe(3);
      await page.goBack();
      await page.waitForFunction(() => !document.querySelector('[data-beside] table'));
      await page.waitForFunction(
        () => document.documentElement.dataset['whole'] === document.documentElement.dataset['answered'],
      );
      // Every explanation opens, and lists its inputs.
      for (const summary of await page.$$('.answered summary')) await summary.click();
      expect(await page.locator('.answered details[open] dl').count()).toBeGreaterThanOrEqual(9);
      expect(await page.textContent('.answered')).not.toMatch(/NaN|undefined|Infinity/);
      expect(await violations(page)).toEqual([]);
      expect(seen).toEqual([]);
      expect(asked.filter((line) => !line.startsWith('GET ') || /\?|#/.test(line.replace(/#.*$/, '')))).toEqual([]);
      await page.close();
    },
  );

  test.each(['dimensionnement/index.html', 'en/sizing/index.html'])(
    'reads a history that is dropped into %s, and not one byte leaves the page',
    async (path) => {
      const { page, seen, asked } = await open(path);
      const before = asked.length;
      const n = await answered(page);
      await page.setInputFiles(
        '[data-file]',
        join(import.meta.dirname, '../../data/uci-servicenow/tickets/incident_event_log.csv.gz'),
      );
      await page.waitForSelector('[data-history] dl', { timeout: 30_000 });
      await whole(page, n);
      expect(plain(await page.textContent('[data-history]'))).toMatch(/141.712/);
      expect(plain(await page.textContent('[data-history]'))).toMatch(/24.918 tickets/);
      expect(Number((await page.inputValue('#incidents')).replace(/[^\d]/g, ''))).toBeGreaterThan(1000);
      const later = asked
        .slice(before)
        .filter((line) => !line.endsWith('/assets/history-worker.js') && !line.includes('/assets/chart.js'));
      expect(later).toEqual([]);
      expect(page.url()).not.toMatch(/INC|csv/);
      expect(seen).toEqual([]);
      await page.close();
    },
    60_000,
  );

  test('keeps what is typed: in English, beside a fault, between scenarios, in the other language', async () => {
    const { page, seen } = await open('en/sizing/index.html');
    await page.fill('#dayRate', '1200');
    await page.press('#dayRate', 'Tab');
    let n = await answered(page);
    await page.fill('#incidents', '1,300.5');
    await whole(page, n);
    expect(page.url()).toContain('i=1300.5');
    expect(page.url()).toContain('d=1200');
    // A field that cannot be read keeps its value, and the others count.
    await page.fill('#incidents', 'abc');
    n = await answered(page);
    await page.fill('#evolutions', '9');
    await page.press('#evolutions', 'Tab');
    await whole(page, n);
    expect(page.url()).toContain('i=1300.5&e=9');
    expect(await page.inputValue('#evolutions')).toBe('9');
    expect(await page.locator('[data-quick].stale').count()).toBe(1);
    // Shares that contradict each other wait until they agree, and keep nothing else back.
    await page.click('.asked summary >> nth=1');
    await page.fill('#urgentShare', '80');
    await page.press('#urgentShare', 'Tab');
    expect(await page.getAttribute('#urgentShare', 'aria-invalid')).toBe('true');
    n = await answered(page);
    await page.fill('#questions', '33');
    await whole(page, n);
    expect(page.url()).toContain('q=33');
    n = await answered(page);
    await page.fill('#normalShare', '10');
    await whole(page, n);
    expect(page.url()).toContain('us=0.8&ns=0.1');
    // Another scenario has no fault; the keyboard stays on the tabs.
    await page.locator('[data-tabs] button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-beside] table');
    expect(await page.locator('[data-quick].stale').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true');
    // An answer that was asked for another scenario is not lost.
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#incidents')!;
      field.value = '20';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector<HTMLButtonElement>('[data-tabs] button')!.click();
    });
    await page.waitForFunction(() => {
      const [first = 0, second = 0] = [...document.querySelectorAll('[data-beside] tbody tr:nth-child(2) td')].map(
        (cell) => Number(cell.textContent.replace(/[^\d.]/g, '')),
      );
      return second > 0 && second < first / 5;
    });
    const href = await page.getAttribute('a[hreflang]', 'href');
    expect(href).toContain('i=1300.5');
    await page.goto('about:blank');
    await page.goto(`${served.url}en/sizing/index.html#1/i=77`);
    await whole(page);
    expect(await page.getAttribute('a[hreflang]', 'href')).toContain('#1/i=77');
    expect(seen).toEqual([]);
    await page.close();
  });

  test('reads a list of no known tool by its headings, and says which it took', async () => {
    const { page, seen } = await open('dimensionnement/index.html');
    const rows = Array.from(
      { length: 40 },
      (_, i) =>
        `${i + 1};2026-${String(1 + Math.floor(i / 5)).padStart(2, '0')}-${String(2 + (i % 5) * 5).padStart(2, '0')} 09:00;Ouvert`,
    );
    await page.setInputFiles('[data-file]', {
      name: 'liste.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Référence;Date de création;État\n${rows.join('\n')}\n`),
    });
    await page.waitForSelector('[data-history] dl');
    expect(plain(await page.textContent('[data-history]'))).toContain('Date de création');
    await page.setInputFiles('[data-file]', {
      name: 'un.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from("ID;Statut;Date d'ouverture\n1;Clos;2026-01-05 09:00\n"),
    });
    await page.waitForFunction(() =>
      /Moins d’un mois/.test(document.querySelector('[data-history]')?.textContent ?? ''),
    );
    expect(page.url()).not.toContain('NaN');
    await page.setInputFiles('[data-file]', {
      name: 'a.csv.gz',
      mimeType: 'application/gzip',
      buffer: Buffer.from('not packed at all'),
    });
    await page.waitForSelector('[data-history] .badge');
    expect(seen).toEqual([]);
    await page.close();
  });

  test('refuses what is no export, in words, and keeps the answer', async () => {
    const { page, seen } = await open('dimensionnement/index.html');
    await page.setInputFiles('[data-file]', {
      name: 'a.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('<img src=x onerror=alert(1)>;b\n1;2\n'),
    });
    await page.waitForSelector('[data-history] .badge');
    expect(await page.locator('[data-history] img').count()).toBe(0);
    expect(await page.locator('.figures').count()).toBe(1);
    expect(seen).toEqual([]);
    await page.close();
  });

  test('works with the network off, and gives its files', async () => {
    const { page, seen } = await open('dimensionnement/index.html');
    // Listened for before the click: a file can be there before one begins to wait.
    await Promise.all([page.waitForEvent('download'), page.click('[data-action=xlsx]')]);
    await page.locator('canvas[data-months]').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => 'jaugeChart' in globalThis);
    await page.context().setOffline(true);
    const n = await answered(page);
    await page.fill('#incidents', '33');
    await whole(page, n);
    const take = async (action: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-action=${action}]`)]);
      return readFileSync(await download.path(), 'latin1');
    };
    expect(await take('csv')).toContain(';');
    const contract = Buffer.from(await take('contract'), 'latin1').toString('utf8');
    expect(readContract(contract, 'contract.yaml', []).problems).toEqual([]);
    expect(
      strFromU8(unzipSync(new Uint8Array(Buffer.from(await take('xlsx'), 'latin1')))['xl/worksheets/sheet1.xml']!),
    ).toContain('<v>');
    expect(seen).toEqual([]);
    await page.close();
  });

  test('opened from a disk works without a worker', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(site, 'dimensionnement/index.html')).href);
    await whole(page);
    expect(await page.locator('.figures li').count()).toBe(4);
    await page.close();
  });

  test('is under 120 kB of JavaScript before charts and files, and prints on one page', async () => {
    const size = ['sizing', 'sizing-worker'].reduce((sum, name) => sum + gzipSync(read(`assets/${name}.js`)).length, 0);
    expect(size).toBeLessThan(120_000);
    const { page } = await open('dimensionnement/index.html#1/i=20&w=6x10');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const { totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    expect(totalPages).toBe(1);
    await page.close();
  });
});

describe('what if', () => {
  const state = (page: Page, of: 'answered' | 'whole'): Promise<number> =>
    page.evaluate((name) => Number(document.documentElement.dataset[name] ?? 0), of);
  /** Waits until all of the answer to the newest question is there. */
  const settled = async (page: Page, after = 0): Promise<number> => {
    await page.waitForFunction(
      (least) =>
        Number(document.documentElement.dataset['whole'] ?? 0) > least &&
        Number(document.documentElement.dataset['whole'] ?? 0) >=
          Number(document.documentElement.dataset['answered'] ?? 0),
      after,
    );
    return state(page, 'whole');
  };
  const rowsOf = (page: Page, block: string): Promise<string[]> =>
    page.$$eval(`[data-block=${block}] tbody tr`, (rows) =>
      rows.map((row) => row.textContent.replace(/\s+/gu, ' ').trim()),
    );

  test.each([
    ['mutuelle-estuaire/et-si/index.html', 'Comme', 'resolve'],
    ['en/mutuelle-estuaire/what-if/index.html', 'As', 'resolve'],
  ])(
    '%s shows what is in force, what others would have changed, and keeps it in the address',
    async (path) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const seen = watch(page, new URL(served.url).origin);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(served.url + path);
      const first = await settled(page);
      // The months of the reports, added up.
      const months = [
        '2025-11',
        '2025-12',
        ...Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
      ];
      const sums = months
        .map(
          (month) =>
            report(`mutuelle-estuaire/${month}/report.json`).commitments.find(
              ({ clock, priority }) => clock === 'resolve' && priority === null,
            )!.byDeadline,
        )
        .reduce<{ met: number; total: number }>(
          (sum, share) => ({ met: sum.met + (share?.met ?? 0), total: sum.total + (share?.total ?? 0) }),
          {
            met: 0,
            total: 0,
          },
        );
      expect((await rowsOf(page, 'compliance')).some((row) => row.includes(`(${sums.met}/${sums.total})`))).toBe(true);
      expect(await page.locator('[data-block=gained] table').count()).toBe(0);
      const account = accountSchema.parse(JSON.parse(read('mutuelle-estuaire/consommation/account.json')));
      const invoiced = account.months
        .filter(({ month }) => months.includes(month))
        .reduce((sum, { total }) => sum + total, 0);
      const money = plain(await page.textContent('[data-block=money]')).replace(/[\s,. ]/g, '');
      expect(money).toContain(String(invoiced));
      // A shorter target.
      await page.fill('#f-commitments-resolve-target-P3', '9 h');
      const second = await settled(page, first);
      const gained = await rowsOf(page, 'gained');
      expect(gained.length).toBeGreaterThan(3);
      expect(page.url()).toMatch(/#1\/commitments\.resolve\.target\.P3=9\+h$/);
      // What cannot be read is said, and the others count.
      await page.fill('#f-commitments-resolve-goal', 'x');
      expect(await page.textContent('#f-commitments-resolve-goal-fault')).not.toBe('');
      expect(await page.getAttribute('#f-commitments-resolve-goal', 'aria-invalid')).toBe('true');
      await page.fill('#f-commitments-resolve-goal', '90');
      await settled(page, second);
      for (const summary of await page.$$('.asked summary')) await summary.click();
      await page.selectOption('#f-hours-days', '24x7');
      await page.selectOption('#f-coverage-maintenance-form', 'regie');
      await page.waitForFunction(() =>
        /jours|days/.test(document.querySelector('[data-block=money]')?.textContent ?? ''),
      );
      expect(await page.textContent('.answered')).not.toMatch(/NaN|undefined|Infinity/);
      expect(await violations(page)).toEqual([]);
      await page.reload();
      await settled(page);
      expect(await page.inputValue('#f-hours-days')).toBe('24x7');
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=amendment]')]);
      const draft = readFileSync(await download.path(), 'utf8');
      expect(draft).toContain('terms:');
      expect(draft).toContain('24x7');
      // A ticket that has a page leads to its proof.
      const link = page.locator('[data-block=gained] a').first();
      if (await link.count()) {
        await link.click();
        await page.waitForSelector('h1');
        expect(page.url()).toContain('/tickets/');
      }
      expect(seen).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([]);
      await page.close();
    },
    60_000,
  );

  test('reads tickets of one’s own, with usual terms to be put right', async () => {
    const page = await browser.newPage();
    const seen = watch(page, new URL(served.url).origin);
    await page.goto(`${served.url}et-si/index.html`);
    const folder = join(import.meta.dirname, '../../data/mutuelle-estuaire');
    const exports = ['2026-06', '2026-10'].map((month) => join(folder, `tickets/glpi-${month}.csv`));
    await page.setInputFiles('[data-files]', exports);
    await settled(page);
    expect(await page.locator('[data-tabs] button').count()).toBe(2);
    expect((await rowsOf(page, 'compliance')).length).toBeGreaterThan(4);
    expect(await page.textContent('body')).not.toMatch(/Peña-Duval|Nguyen/);
    expect(await violations(page)).toEqual([]);
    // With the contract beside them the figures are those of the site.
    await page.setInputFiles('[data-files]', [...exports, join(folder, 'contract.yaml')]);
    const october = report('mutuelle-estuaire/2026-10/report.json').commitments.find(
      ({ clock, priority }) => clock === 'acknowledge' && priority === null,
    )!.byDeadline!;
    await page.waitForSelector('#f-coverage-maintenance-volume', { state: 'attached' });
    await page.waitForFunction(
      (text) => document.querySelector('[data-block=months]')?.textContent.replace(/\s/gu, '').includes(text),
      ((october.met / october.total) * 100).toFixed(1).replace('.', ','),
    );
    await page.setInputFiles('[data-files]', {
      name: 'b.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('<img src=x onerror=alert(1)>;b\n1;2\n'),
    });
    await page.waitForSelector('[data-read] .badge');
    expect(await page.locator('[data-read] img').count()).toBe(0);
    expect(seen).toEqual([]);
    await page.close();
  });

  test('opened from a disk works without a worker', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(site, 'ville-de-kerlann/et-si/index.html')).href);
    await settled(page);
    expect((await rowsOf(page, 'compliance')).length).toBeGreaterThan(4);
    await page.close();
  });
});

describe('the indicators', () => {
  test.each([
    ['indicateurs/csat/index.html', 'indicateurs/index.html', '90,0 %', '1 234,5'],
    ['en/indicators/csat/index.html', 'en/indicators/index.html', '90.0%', '1,234.5'],
  ])('%s computes as one types and pastes, and the dashboard shows it', async (path, boardPath, result, number) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const seen = watch(page, new URL(served.url).origin);
    await page.goto(served.url + path);
    const cell = (row: number, column: number) =>
      page.locator(`table.typed tbody tr >> nth=${row} >> input >> nth=${column}`);
    await cell(0, 0).fill('2026-01');
    await cell(0, 1).fill('45');
    await cell(0, 2).fill('50');
    expect(plain(await page.textContent('[data-result] .lead'))).toContain(result.replace(' ', ' '));
    await cell(0, 1).fill(number);
    expect(await cell(0, 1).getAttribute('aria-invalid')).toBe('true');
    await cell(0, 1).fill('45');
    await page.click('[data-sheet] .tabs button');
    expect(await cell(1, 0).inputValue()).toBe('2026-02');
    await cell(1, 0).evaluate((input) => {
      const data = new DataTransfer();
      data.setData(
        'text',
        '2026-02\t40\t50\r\n2026-03\t41\t50\r\n2026-04\t44\t50\n2026-05\t43\t50\n2026-06\t42\t50\n2026-07\t10\t50\n',
      );
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    expect(await page.locator('table.typed tbody tr').count()).toBe(7);
    expect(plain(await page.textContent('[data-result]'))).toContain('2026-07');
    expect(page.url()).toContain('#1/csat=five;2026-01_45_50;2026-02_40_50');
    await page.locator('canvas[data-trend]').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => 'jaugeChart' in globalThis);
    expect(await violations(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=csv]')]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('2026-07');
    const [picture] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=picture]')]);
    expect(
      readFileSync(await picture.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    // Nothing is stored unless one asks.
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.click('a[data-carry]');
    await page.waitForSelector('.board li');
    expect(page.url()).toContain(boardPath);
    expect(plain(await page.textContent('.board'))).toMatch(/20[.,]0 ?%/);
    expect(await violations(page)).toEqual([]);
    await page.check('[data-keep]');
    await page.goto('about:blank');
    await page.goto(served.url + boardPath);
    expect(await page.locator('.board li').count()).toBe(1);
    await page.uncheck('[data-keep]');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(seen).toEqual([]);
    await context.close();
  });

  test('an export fills those that it can, on one page of paper, and nothing leaves the page', async () => {
    const page = await browser.newPage();
    const seen = watch(page, new URL(served.url).origin);
    const asked: string[] = [];
    await page.goto(`${served.url}indicateurs/index.html`);
    page.on('request', (request) => asked.push(request.url()));
    await page.setInputFiles(
      '[data-file]',
      join(import.meta.dirname, '../../data/mutuelle-estuaire/tickets/glpi-2026-10.csv'),
    );
    await page.waitForSelector('.board li');
    expect(await page.locator('.board li').count()).toBe(2);
    expect(plain(await page.textContent('[data-read]'))).toContain('NPS');
    expect(page.url()).not.toMatch(/Pe%C3%B1a|Nguyen|csv/);
    expect(asked.filter((url) => !url.endsWith('/assets/indicators-worker.js'))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const { totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    expect(totalPages).toBe(1);
    // All of them, a year each, are one page too.
    const full = encodeSheets(
      new Map(
        INDICATORS.map((of) => [
          of.id,
          {
            ...emptySheet(of.id),
            rows: Array.from({ length: 12 }, (_, i) => ({
              label: `2026-${String(i + 1).padStart(2, '0')}`,
              values: of.inputs.map(({ example }) => example),
            })),
          },
        ]),
      ),
    );
    await page.goto('about:blank');
    await page.goto(`${served.url}indicateurs/index.html#${full}`);
    await page.waitForSelector('.board li');
    expect(await page.locator('.board li').count()).toBe(INDICATORS.length);
    const whole = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect((await getDocumentProxy(new Uint8Array(whole))).numPages).toBe(1);
    expect(seen).toEqual([]);
    await page.close();
  });
});

describe('the tickets and the explorer', () => {
  test('are sorted and filtered as the reader asks, and stay whole without a script', async () => {
    const page = await browser.newPage();
    const seen = watch(page, new URL(served.url).origin);
    await page.goto(`${served.url}mutuelle-estuaire/tickets/index.html`);
    const shown = (): Promise<string[]> =>
      page.$$eval('table[data-explore] tbody tr:not([hidden]) a', (links) => links.map((link) => link.textContent));
    const whole = await shown();
    const late = Number(plain(await page.textContent('[data-count]')).match(/\d+/)?.[0]);
    expect(late).toBe(whole.length);
    await page.fill('input[name=words]', 'éditique');
    const some = await shown();
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(whole.length);
    expect(plain(await page.textContent('[data-count]'))).toContain(String(some.length));
    // An accent less is no ticket less.
    await page.fill('input[name=words]', 'EDITIQUE');
    expect(await shown()).toEqual(some);
    await page.fill('input[name=words]', '');
    const head = page.locator('table[data-explore] thead button >> nth=0');
    await head.click();
    await head.click();
    expect(await shown()).toEqual(whole.toReversed());
    expect(await page.getAttribute('table[data-explore] thead th >> nth=0', 'aria-sort')).toBe('descending');
    expect(seen).toEqual([]);
    const still = await browser.newPage({ javaScriptEnabled: false });
    await still.goto(`${served.url}mutuelle-estuaire/tickets/index.html`);
    expect(await still.locator('table[data-explore] tbody tr').count()).toBe(whole.length);
    expect(await still.locator('form:visible').count()).toBe(0);
    await Promise.all([page.close(), still.close()]);
  });

  test('draw the months of the reports, and compare two periods', async () => {
    const page = await browser.newPage();
    const seen = watch(page, new URL(served.url).origin);
    await page.goto(`${served.url}mutuelle-estuaire/explorateur/index.html`);
    const rows = (): Promise<string[]> =>
      page.$$eval('table[data-explorer] tbody tr', (all) =>
        all.map((tr) => tr.textContent.replace(/\s+/gu, ' ').trim()),
      );
    const months = await rows();
    const october = report('mutuelle-estuaire/2026-10/report.json').commitments.find(
      ({ clock, priority }) => clock === 'acknowledge' && priority === null,
    )!.byDeadline!;
    const share = ((october.met / october.total) * 100).toFixed(1).replace('.', ',');
    expect(months.at(-1)).toContain(`${share} %`);
    await page.selectOption('select[name=from2]', '2025-10');
    await page.selectOption('select[name=to2]', '2025-12');
    expect((await rows()).at(0)).toContain('/');
    expect(await page.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).width)).toBeGreaterThan(300);
    expect(seen).toEqual([]);
    await page.close();
  });
});

describe('an account', () => {
  const account = accountSchema.parse(JSON.parse(read('ateliers-lumen/consommation/account.json')));
  const [book] = account.books;
  const hours = (quantity: number): string => (quantity / 10_000).toFixed(2).replace('.', ',');

  test('leads from the contract to the balance, to a statement, to a ticket and back', async () => {
    const page = await browser.newPage();
    const seen = watch(page, new URL(served.url).origin);
    await page.goto(`${served.url}ateliers-lumen/index.html`);
    await page.click('a:text-is("La consommation : acheté, consommé, restant")');
    expect(plain(await page.textContent('h1'))).toBe('Consommation');
    expect(plain(await page.textContent('.lead'))).toContain('Il reste');
    const may = book!.months.find(({ month }) => month === '2026-05')!;
    const row = plain(await page.textContent('tr:has(a:text-is("mai 2026"))'));
    expect(row).toContain(hours(may.opening));
    expect(row).toContain(hours(may.expired));
    await page.click('a:text-is("mai 2026")');
    expect(plain(await page.textContent('h1'))).toBe('Relevé de mai 2026');
    expect(plain(await page.textContent('main'))).toContain('Perdu');
    const key = plain(await page.textContent('tbody a'));
    await page.click('tbody a');
    expect(plain(await page.textContent('h1'))).toBe(`Ticket ${key}`);
    expect(plain(await page.textContent('main'))).toContain('Ce que ce ticket a consommé');
    await page.click('nav a[hreflang=en]');
    expect(plain(await page.textContent('main'))).toContain('What this ticket used');
    expect(seen).toEqual([]);
    await page.close();
  });

  test('has a statement for spreadsheets in each language', async () => {
    const page = await browser.newPage();
    for (const [path, link, file] of [
      ['ateliers-lumen/consommation/2026-05/', 'Le relevé en CSV', 'releve-2026-05.csv'],
      ['en/ateliers-lumen/consumption/2026-05/', 'The statement as CSV', 'statement-2026-05.csv'],
    ] as const) {
      await page.goto(`${served.url}${path}index.html`);
      expect(await page.getAttribute(`a:text-is("${link}")`, 'href')).toBe(file);
      expect(read(path + file)).toContain('LUM-');
      expect(
        readFileSync(join(site, path, file.replace('.csv', '.xlsx')))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    await page.close();
  });

  test('prints its statement on A4, whole', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}mutuelle-estuaire/consommation/2026-10/index.html`);
    const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true });
    const document_ = await getDocumentProxy(new Uint8Array(pdf));
    const { text } = await extractText(document_, { mergePages: true });
    const statement = statementSchema.parse(JSON.parse(read('mutuelle-estuaire/consommation/2026-10/statement.json')));
    for (const { lines } of statement.books)
      for (const { ticket } of lines) if (ticket) expect(text).toContain(ticket.key);
    expect(plain(text)).toContain('Solde à la clôture');
    const [, , width] = (await document_.getPage(1)).view;
    expect(Math.round(width!)).toBe(595);
    await page.close();
  });

  test('shows what is owed with its tickets, and that it is provisional', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}mutuelle-estuaire/montants/index.html`);
    const { penalties } = accountSchema.parse(JSON.parse(read('mutuelle-estuaire/consommation/account.json')));
    const october = penalties.find(({ month }) => month === '2026-10')!;
    const text = plain(await page.textContent('main'));
    expect(text).toContain('provisoire');
    expect(text).toContain('contesté : La recette était indisponible les 15 et 16 octobre');
    for (const { key } of october.tickets) expect(text).toContain(key);
    await page.close();
  });

  test('tells whether the contract could be handed over, and what differs from production', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}en/mutuelle-estuaire/chapters/index.html`);
    const text = plain(await page.textContent('main'));
    expect(text).toContain(
      'The contract could not be handed over today: 2 open incidents, 1 document to bring up to date.',
    );
    expect(text).toContain('PostgreSQL 14.12 since 01/09/2025');
    expect(text).toContain('3 differences to production, and 1 trait to fill in.');
    await page.close();
  });
});

describe('published data', () => {
  test('every report and contract follows its published schema', () => {
    const months = pages.filter((path) => /^uci-servicenow\/\d{4}-\d{2}\/index/.test(path));
    expect(months).toHaveLength(13);
    for (const path of months) report(path.replace('index.html', 'report.json'));
    const overview = overviewSchema.parse(JSON.parse(read('uci-servicenow/contract.json')));
    expect(overview.months).toHaveLength(13);
    expect(JSON.parse(read('schema/report.schema.json'))).toMatchObject({ type: 'object' });
  });
});
