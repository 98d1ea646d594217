/**
 * The whole job in a process of its own: an export → per month and priority compliance, median and 90 % of the counted
 * time, and backlog. `ours` is the product's code with all its KPIs; the others read the rows with a CSV library and
 * compute these figures only. All print the same figures, or they were not doing the same job.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { readContract } from '../../src/contract/read.ts';
import { MonthIndex } from '../../src/domain/months.ts';
import { distributionOf } from '../../src/domain/statistics.ts';
import { zoneOf } from '../../src/domain/zone.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';
import { measure } from '../../src/kpi/measure.ts';
import { knownUpTo } from '../../src/ingest/as-of.ts';

const CONTRACT = `id: bench
name: Bench
client: Client
provider: Provider
zone: Europe/Paris
calendars:
  office:
    weekly: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'], thu: ['09:00-18:00'], fri: ['09:00-18:00'] }
    holidays: FR
priorities:
  - { id: P1, label: Très haute, words: [Très haute] }
  - { id: P2, label: Haute, words: [Haute] }
  - { id: P3, label: Moyenne, words: [Moyenne] }
  - { id: P4, label: Basse, words: [Basse] }
terms:
  - from: 2020-01-01
    commitments:
      - { clock: resolve, calendar: office, goal: 90 %, targets: { P1: 4 h, P2: 9 h, P3: 18 h, P4: 45 h } }
`;
const HOUR = 3_600_000;
const TARGETS = [4 * HOUR, 9 * HOUR, 18 * HOUR, 45 * HOUR];
const PRIORITIES = ['Très haute', 'Haute', 'Moyenne', 'Basse'];

type Line = readonly (number | null)[];

const [who = 'ours', path = ''] = process.argv.slice(2);
const { contract, problems } = readContract(CONTRACT, 'bench', []);
if (!contract) throw new Error(JSON.stringify(problems));
const chunks = (): AsyncIterable<Uint8Array> => {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  return path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
};

const figures = who === 'ours' ? await ours() : await library(who);
const hash = createHash('sha256').update(JSON.stringify(figures)).digest('hex').slice(0, 12);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(JSON.stringify({ who, hash, cpu: (userCPUTime + systemCPUTime) / 1e6, peakMb: Math.round(maxRSS / 1024) }));

async function ours(): Promise<Line[]> {
  const { rows, problems: found } = await readDrop(path, chunks(), null, 'Europe/Paris');
  if (!rows) throw new Error(JSON.stringify(found));
  const { table } = ticketsOf([rows]);
  const asOf = knownUpTo(table);
  const measures = measure(table, contract!, asOf);
  return measures.context.months.names.flatMap((month) =>
    PRIORITIES.map((_, priority) => {
      const share = measures.figure('compliance-at-stop', { month, priority, slice: 'resolve' });
      const time = measures.figure('clock-time', { month, priority, slice: 'resolve' });
      const backlog = measures.figure('backlog', { month, priority });
      return [
        share.state === 'share' ? share.met : null,
        share.state === 'share' ? share.total : null,
        time.state === 'duration' ? time.median.numerator : null,
        time.state === 'duration' ? time.p90.numerator : null,
        backlog.state === 'count' ? backlog.value : null,
      ];
    }),
  );
}

/** What a program with a CSV library does: strings of all cells, then the same arithmetic. */
async function library(name: string): Promise<Line[]> {
  const zone = zoneOf('Europe/Paris');
  const calendar = contract!.calendars.get('office')!.working;
  const instantOf = (text: string): number => {
    const match = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(text);
    return match ? zone.startOf(Date.UTC(+match[1]!, +match[2]! - 1, +match[3]!, +match[4]!, +match[5]!)) : NaN;
  };
  const created: number[] = [];
  const resolved: number[] = [];
  const closed: number[] = [];
  const priorities: number[] = [];
  let last = -Infinity;
  const take = (row: readonly string[], at: Readonly<Record<string, number>>): void => {
    const [from, to, end, updated] = [at['created']!, at['resolved']!, at['closed']!, at['updated']!].map((index) =>
      instantOf(row[index]!),
    );
    created.push(from!);
    resolved.push(to!);
    closed.push(end!);
    priorities.push(PRIORITIES.indexOf(row[at['priority']!]!));
    for (const instant of [from!, to!, end!, updated!]) if (instant > last) last = instant;
  };
  const columnsOf = (header: readonly string[]): Record<string, number> => ({
    created: header.indexOf("Date d'ouverture"),
    resolved: header.indexOf('Date de résolution'),
    closed: header.indexOf('Date de clôture'),
    updated: header.indexOf('Dernière modification'),
    priority: header.indexOf('Priorité'),
  });
  if (name === 'papaparse') {
    let at: Record<string, number> | null = null;
    const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: ';' });
    const source = createReadStream(path, { highWaterMark: 1 << 20, encoding: 'utf8' });
    for await (const row of source.pipe(parser) as AsyncIterable<string[]>) {
      if (at) take(row, at);
      else at = columnsOf(row);
    }
  } else {
    const decoder = new TextDecoder();
    let parser: ReturnType<typeof initParser> | null = null;
    let at: Record<string, number> = {};
    for await (const bytes of chunks()) {
      const text = decoder.decode(bytes, { stream: true });
      if (!parser) {
        const schema = inferSchema(text, { col: ';' });
        at = columnsOf(schema.cols.map((column) => column.name));
        parser = initParser(schema);
      }
      const each = (row: unknown): true => {
        take(row as string[], at);
        return true;
      };
      parser.chunk(text, parser.stringArrs as never, each);
    }
    parser!.end();
  }
  const first = created.reduce((least, instant) => Math.min(least, instant), last);
  const months = new MonthIndex(first, last, zone);
  const cells = months.count * PRIORITIES.length;
  const met = new Array<number>(cells).fill(0);
  const times: number[][] = Array.from({ length: cells }, () => []);
  const change = new Array<number>(cells).fill(0);
  created.forEach((from, i) => {
    const priority = priorities[i]!;
    const to = resolved[i]!;
    const done = Number.isNaN(to) ? closed[i]! : to;
    change[months.of(from) * 4 + priority]!++;
    const out = months.of(done);
    if (!Number.isNaN(done) && out < months.count) change[out * 4 + priority]!--;
    if (Number.isNaN(to)) return;
    const cell = months.of(to) * 4 + priority;
    const elapsed = calendar.workingTime(from, to);
    times[cell]!.push(elapsed);
    if (elapsed <= TARGETS[priority]!) met[cell]!++;
  });
  const stock = [0, 0, 0, 0];
  return times.map((values, cell) => {
    const distribution = distributionOf(Float64Array.from(values));
    stock[cell % 4]! += change[cell]!;
    return [
      distribution ? met[cell]! : null,
      distribution ? values.length : null,
      distribution ? distribution.median.numerator : null,
      distribution ? distribution.p90.numerator : null,
      stock[cell % 4]!,
    ];
  });
}
