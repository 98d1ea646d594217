/** Prints pages of a built site, in both languages, with a browser that npm brings where none is installed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGS } from '../contract/contract.ts';
import { error, type Problem } from '../domain/problem.ts';
import type { ContractOverview } from '../report/overview.ts';
import { folderOf, pdfFile, type Route } from '../site.ts';
import { launchBrowser } from './chromium.ts';
import { OVERVIEW_FILE } from './stage.ts';

/**
 * Prints a month (report, summary, slides) or a year of a contract beside its pages.
 * @param period `2026-10`, `2026`, or `undefined` for the last complete month
 */
export async function printPages(
  site: string,
  contract: string,
  period: string | undefined,
): Promise<{ problems: readonly Problem[]; files: readonly string[] }> {
  const overviewFile = join(site, contract, OVERVIEW_FILE);
  const refused = (): { problems: readonly Problem[]; files: readonly string[] } => ({
    problems: [error('page-not-built', { site, page: `${contract}/${period ?? ''}` })],
    files: [],
  });
  if (!existsSync(overviewFile)) return refused();
  const { latestComplete, months } = JSON.parse(readFileSync(overviewFile, 'utf8')) as ContractOverview;
  const of = period ?? latestComplete ?? months.at(-1)!;
  const routes: readonly Route[] = /^\d{4}$/.test(of)
    ? [{ page: 'year', contract, year: of }]
    : (['month', 'summary', 'deck'] as const).map((page) => ({ page, contract, month: of }));
  const pages = LANGS.flatMap((lang) =>
    routes.map((route) => ({ lang, route, folder: join(site, folderOf(lang, route)) })),
  );
  if (pages.some(({ folder }) => !existsSync(join(folder, 'index.html')))) return refused();
  const browser = await launchBrowser();
  try {
    const files: string[] = [];
    for (const { lang, route, folder } of pages) {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(resolve(folder, 'index.html')).href);
      await page.evaluate(() => document.fonts.ready);
      const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
      const file = join(folder, pdfFile(lang, route, of));
      writeFileSync(file, pdf);
      files.push(file);
      await page.close();
    }
    return { problems: [], files };
  } finally {
    await browser.close();
  }
}
