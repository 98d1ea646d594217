/**
 * The sizing calculator: what one changed input costs, beside plain Monte Carlo of the same model; and in a real browser,
 * with 100,000 rows dropped and on a throttled phone.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../src/node/build.ts';
import { launchBrowser } from '../../src/node/chromium.ts';
import { answerTo, restOf } from '../../src/calculators/sizing/model/answer.ts';
import { needOf, type Need } from '../../src/calculators/sizing/model/demand.ts';
import { costingOf, USUAL, type Situation } from '../../src/calculators/sizing/model/situation.ts';
import { distributionsOf } from '../../src/calculators/sizing/model/volume.ts';
import { serve } from '../site/pages.ts';
import { generateExport } from './generate.ts';

const ROWS = 100_000;
const FRAME_MS = 16;

function timed(run: () => unknown, rounds = 40): { least: number; median: number } {
  for (let i = 0; i < 20; i++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { least: times[0]!, median: times[Math.floor(rounds / 2)]! };
}

const line = (name: string, { least, median }: { least: number; median: number }, note = ''): void =>
  console.log(`${name.padEnd(58)} ${least.toFixed(2).padStart(8)} ${median.toFixed(2).padStart(8)}  ${note}`);

/** Twelve months and four classes: incidents, changes by complexity, questions. */
const four: Situation = {
  ...USUAL,
  abacus: 'yes',
  season: [1, 0.9, 1.1, 1, 0.95, 1.2, 0.7, 0.5, 1.3, 1.25, 1.15, 1.05],
};

console.log('\nThe sizing calculator, ms, warm               least   median');
line(
  'one changed input, 12 months, 4 096 years, three forms',
  timed(() => answerTo(four)),
  `one frame is ${FRAME_MS} ms`,
);
line(
  'the same with carry-over of three months',
  timed(() => answerTo({ ...four, smoothing: 'none', carry: 3 })),
);
line(
  'the costlier answers, which follow',
  timed(() => restOf(four), 10),
);
const need = needOf(costingOf(four).demand);
const ours = timed(() => distributionsOf(need));
line('distributions of the months and the year alone', ours);
const plain = timed(() => monteCarlo(need, 10_000), 5);
line('the same by 10 000 drawn years', plain, `${(plain.least / ours.least).toFixed(0)} × ours, and 0.5 % off`);

/** Draws years: gamma factors, Poisson counts, lognormal efforts. */
function monteCarlo({ rates, efforts, seasons, u, phi, factor }: Need, years: number): Float64Array {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  /** Marsaglia and Tsang. */
  const gamma = (variance: number): number => {
    if (variance === 0) return 1;
    const shape = 1 / variance;
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return (d * v) / shape;
    }
  };
  const poisson = (mean: number): number => {
    let n = 0;
    for (let p = random(), least = Math.exp(-mean); p > least; n++) p *= random();
    return n;
  };
  const laws = efforts.map(({ moments: [mean, square] }) => {
    const s2 = Math.log(square / (mean * mean));
    return { mu: Math.log(mean) - s2 / 2, s: Math.sqrt(s2) };
  });
  return Float64Array.from({ length: years }, () => {
    const year = gamma(u * u);
    let hours = 0;
    for (let m = 0; m < 12; m++) {
      const month = gamma(phi);
      rates.forEach((rate, k) => {
        const { mu, s } = laws[k]!;
        for (let i = poisson(rate * seasons[k]![m]! * year * month); i > 0; i--) hours += Math.exp(mu + s * normal());
      });
    }
    return hours * factor;
  }).sort();
}

const folder = join(tmpdir(), 'jauge-bench');
mkdirSync(folder, { recursive: true });
const path = join(folder, `short-${ROWS}.csv`);
if (!existsSync(path)) await generateExport(path, ROWS, false);
const out = join(mkdtempSync(join(tmpdir(), 'jauge-bench-site-')), 'site');
await buildSite({ data: join(import.meta.dirname, '../../data'), out, only: 'ateliers-lumen' });
const [browser, served] = await Promise.all([launchBrowser(), serve(out, '/')]);
try {
  const url = `${served.url}dimensionnement/index.html`;
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const session = await phone.context().newCDPSession(phone);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const loads: number[] = [];
  for (let i = 0; i < 3; i++) {
    await phone.goto('about:blank');
    await phone.goto(url, { waitUntil: 'commit' });
    await phone.waitForFunction(() => document.querySelector('.figures li') !== null);
    loads.push(await phone.evaluate(() => performance.now()));
  }
  console.log(
    `\nFirst answer on a phone (4 × slower, 150 ms, 1.6 Mbit/s), ms since navigation: ${loads.map(Math.round).join(', ')} (the first without a cache)`,
  );
  await phone.close();
  const page = await browser.newPage();
  const runs: { whole: number; longest: number }[] = [];
  for (let i = 0; i < 3; i++) {
    await page.goto('about:blank');
    await page.goto(url);
    await page.waitForFunction(() => document.documentElement.dataset['whole'] !== undefined);
    // How long the page could not answer, at most.
    await page.evaluate(() => {
      const state = globalThis as unknown as { longest: number };
      state.longest = 0;
      let last = performance.now();
      const tick = (): void => {
        const now = performance.now();
        state.longest = Math.max(state.longest, now - last);
        last = now;
        setTimeout(tick, 0);
      };
      tick();
    });
    const before = await page.evaluate(() => document.documentElement.dataset['answered']);
    const start = Date.now();
    await page.setInputFiles('[data-file]', path);
    await page.waitForFunction((known) => document.documentElement.dataset['answered'] !== known, before);
    const whole = Date.now() - start;
    const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
    runs.push({ whole, longest: Math.round(longest) });
  }
  console.log(`${ROWS.toLocaleString('en-GB')} rows dropped in a browser, ms:`);
  for (const { whole, longest } of runs)
    console.log(`  read, fitted and sized ${whole}; the page did not answer for ${longest} at most`);
} finally {
  await Promise.all([browser.close(), served.close()]);
  rmSync(join(out, '..'), { recursive: true, force: true });
}
