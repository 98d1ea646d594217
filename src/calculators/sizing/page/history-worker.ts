/**
 * Reads a history of tickets in a thread of its own, with the ingest of the reports; loaded when a file is given. Opened
 * from a disk a page may have no worker: the same script then runs in the page.
 */
import { zoneOf } from '../../../domain/zone.ts';
import { droppedText } from '../../../presenters/words.ts';
import { readFreely } from '../../../ingest/read.ts';
import { TOOLS } from '../../../ingest/tools/index.ts';
import { fromHistory, readHistory } from '../model/history.ts';
import { answerWith } from '../../../browser/answering.ts';
import { chunksOf } from '../../../browser/chunks.ts';
import { DROPPED_ZONE, SHOWN_PROBLEMS } from '../../../browser/dropped.ts';
import type { HistoryReply, Reply, Request } from './protocol.ts';

answerWith<Request, Reply>('jaugeHistory', async (request, reply) => {
  const { id } = request;
  if (request.kind !== 'history') return;
  reply({ id, kind: 'history', history: await readFile(request, (bytes) => reply({ id, kind: 'progress', bytes })) });
});

async function readFile(
  { file, lang }: Extract<Request, { kind: 'history' }>,
  progress: (bytes: number) => void,
): Promise<HistoryReply> {
  const exports = [{ name: file.name, source: null, chunks: () => chunksOf(file, progress) }];
  const { table, asOf, accounting, problems, drafted } = await readFreely(exports, DROPPED_ZONE);
  const [drop] = accounting;
  const reading = table ? readHistory(table, zoneOf(DROPPED_ZONE), asOf) : null;
  return {
    file: file.name,
    tool: TOOLS.find((tool) => tool.id === drop?.tool)?.name ?? drop?.tool ?? null,
    rows: {
      read: drop?.read ?? 0,
      accepted: drop?.accepted ?? 0,
      merged: drop?.merged ?? 0,
      rejected: drop?.rejected ?? 0,
    },
    problems: problems.slice(0, SHOWN_PROBLEMS).map(({ code, params, line }) => {
      const text = droppedText(code, params, lang);
      return `${line === undefined ? '' : `${line}. `}${text}`;
    }),
    problemCount: problems.length,
    reading,
    guessed: drafted,
    filled: reading ? fromHistory(reading) : {},
  };
}
