/**
 * `npm run bench`: what the product costs beside what one would use instead, in one run on one machine. Read the
 * ratios: seconds belong to the machine. Figures must be equal, or the job was not the same.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExport } from './generate.ts';

interface Job {
  readonly who: string;
  readonly hash: string;
  readonly cpu: number;
  readonly peakMb: number;
}

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3);
const folder = join(tmpdir(), 'jauge-bench');
const script = join(import.meta.dirname, 'whole-job.ts');

function run(who: string, path: string): Job {
  const output = execFileSync(process.execPath, ['--max-old-space-size=8192', script, who, path], { encoding: 'utf8' });
  return JSON.parse(output) as Job;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function compare(title: string, path: string, contenders: readonly string[]): void {
  const jobs = new Map<string, Job[]>(contenders.map((who) => [who, []]));
  for (let round = 0; round < RUNS; round++) for (const who of contenders) jobs.get(who)!.push(run(who, path));
  const cpu = (who: string): number => median(jobs.get(who)!.map((job) => job.cpu));
  const reference = cpu(contenders[0]!);
  console.log(
    `\n${title}\n${(statSync(path).size / 1e6).toFixed(0)} MB, median of ${RUNS} runs, each in a process of its own`,
  );
  console.log('                       CPU s   × ours   peak MB   figures');
  for (const who of contenders) {
    const { hash, peakMb } = jobs.get(who)![0]!;
    const same = hash === jobs.get(contenders[0]!)![0]!.hash ? 'equal' : 'DIFFERENT';
    console.log(
      `${who.padEnd(20)} ${cpu(who).toFixed(2).padStart(7)} ${(cpu(who) / reference).toFixed(2).padStart(8)} ${String(peakMb).padStart(9)}   ${contenders.length > 1 ? same : hash}`,
    );
  }
}

mkdirSync(folder, { recursive: true });
for (const long of [true, false]) {
  const path = join(folder, `${long ? 'long' : 'short'}-${ROWS}.csv`);
  if (!existsSync(path)) await generateExport(path, ROWS, long);
  const kind = long ? 'with descriptions of several lines' : 'without long texts';
  compare(
    `The whole job, ${ROWS.toLocaleString('en-GB')} tickets ${kind}: ours makes all KPIs, the others five figures`,
    path,
    ['ours', 'papaparse', 'udsv'],
  );
}
execFileSync(process.execPath, [join(import.meta.dirname, 'clocks.ts')], {
  stdio: 'inherit',
  env: { ...process.env, TZ: 'Europe/Paris' },
});
execFileSync(process.execPath, [join(import.meta.dirname, 'ledger.ts')], { stdio: 'inherit' });
execFileSync(process.execPath, [join(import.meta.dirname, 'sizing.ts')], { stdio: 'inherit' });
execFileSync(process.execPath, [join(import.meta.dirname, 'replay.ts')], { stdio: 'inherit' });
const uci = join(import.meta.dirname, '../../data/uci-servicenow/tickets/incident_event_log.csv.gz');
compare('The whole job, UCI incident log, 141,712 audit rows of 24,918 tickets', uci, ['ours']);
