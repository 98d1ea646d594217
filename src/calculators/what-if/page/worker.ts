/** Replays the tickets of a contract under other terms, in a thread of its own; opened from a disk, in the page. */
import { hasErrors } from '../../../domain/problem.ts';
import { changedContract } from '../model/change.ts';
import { accountSum, compared } from '../model/compare.ts';
import type { WhatIfData } from '../model/data.ts';
import { lastTwelve, replay, replayedAccount, type Period, type Replay } from '../model/replay.ts';
import { revivedTable } from '../model/table.ts';
import { answerWith } from '../../../browser/answering.ts';
import type { Pairs, Reply, Request } from './protocol.ts';

interface Loaded {
  readonly data: WhatIfData;
  readonly table: ReturnType<typeof revivedTable>;
}
/** A set of terms on the tickets, kept since only one of two sets changes at a time. */
interface Kept {
  readonly key: string;
  readonly contract: NonNullable<ReturnType<typeof changedContract>['contract']>;
  readonly of: Replay;
}

let loaded: Loaded | null = null;
let [today, other]: [Kept | null, Kept | null] = [null, null];

answerWith<Request, Reply>('jaugeWhatIf', async (request, reply) => {
  const { id } = request;
  if (request.kind === 'load') {
    loaded = { data: request.data, table: revivedTable(request.data.table) };
    [today, other] = [null, null];
    const first = read([], null);
    reply({ id, kind: 'loaded', months: first.of.months, complete: first.of.complete });
    today = first;
    return Promise.resolve();
  }
  if ([request.today, request.other].some(contradict)) {
    reply({ id, kind: 'contradiction' });
    return Promise.resolve();
  }
  today = read(request.today, today);
  other = read(request.other, other);
  const period: Period = request.period ?? lastTwelve(today.of);
  if (request.kind === 'compare') reply({ id, kind: 'compared', comparison: compared(today.of, other.of, period) });
  else {
    const { table, data } = loaded!;
    const sums = [today, other].map(({ contract, of }) =>
      accountSum(replayedAccount(contract, table, data.table.asOf, of), period),
    ) as [ReturnType<typeof accountSum>, ReturnType<typeof accountSum>];
    reply({ id, kind: 'accounted', sums });
  }
  return Promise.resolve();
});

function contradict(pairs: Pairs): boolean {
  return hasErrors(changedContract(loaded!.data.file, new Map(pairs)).problems);
}

function read(pairs: Pairs, kept: Kept | null): Kept {
  const key = JSON.stringify(pairs);
  if (kept?.key === key) return kept;
  const { data, table } = loaded!;
  const { contract } = changedContract(data.file, new Map(pairs));
  return { key, contract: contract!, of: replay(contract!, table, data.table.asOf) };
}
