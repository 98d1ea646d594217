import { launchBrowser } from './test/browser/chromium.ts';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const [site, ...shots] = JSON.parse(process.argv[2]!) as [string, ...[string, string, number, 'light' | 'dark', number][]];
const browser = await launchBrowser();
for (const [path, name, width, scheme, scroll] of shots) {
  const page = await browser.newPage({ viewport: { width, height: width < 500 ? 900 : 1100 }, colorScheme: scheme });
  await page.goto(pathToFileURL(`${site}/${path}`).href);
  await page.evaluate(() => document.fonts.ready);
  if (scroll === -1) writeFileSync(`/tmp/${name}.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  else if (scroll === -2) await page.screenshot({ path: `/tmp/${name}.png`, fullPage: true });
  else { await page.evaluate((y) => scrollTo(0, y), scroll); await page.screenshot({ path: `/tmp/${name}.png` }); }
  await page.close();
}
await browser.close();
