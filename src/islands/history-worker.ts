/**
 * Reads a history of tickets in a thread of its own, with the ingest of the reports; loaded when a file is given. Opened
 * from a disk a page may have no worker: the same script then runs in the page.
 */
import { zoneOf } from '../domain/zone.ts';
import { droppedText } from '../i18n/words.ts';
import { knownUpTo } from '../ingest/as-of.ts';
import { draftFor } from '../ingest/draft.ts';
import { readDrop } from '../ingest/rows.ts';
import { ticketsOf } from '../ingest/tickets.ts';
import { TOOLS } from '../ingest/tools/index.ts';
import { fromHistory, readHistory } from '../sizing/history.ts';
import { answerWith } from './browser/answering.ts';
import { chunksOf } from './browser/chunks.ts';
import type { HistoryReply, Reply, Request } from './sizing/protocol.ts';

const ZONE = 'Europe/Paris';
const SHOWN_PROBLEMS = 8;

answerWith<Request, Reply>('jaugeHistory', async (request, reply) => {
  const { id } = request;
  if (request.kind !== 'history') return;
  reply({ id, kind: 'history', history: await readFile(request, (bytes) => reply({ id, kind: 'progress', bytes })) });
});

async function readFile(
  { file, lang }: Extract<Request, { kind: 'history' }>,
  progress: (bytes: number) => void,
): Promise<HistoryReply> {
  const chunks = (): AsyncGenerator<Uint8Array> => chunksOf(file, progress);
  const first = await readDrop(file.name, chunks(), null, ZONE);
  // A file of no known tool is read by what its headings seem to say, which is shown.
  const drafted = draftFor(first.problems);
  const drop = drafted?.source ? await readDrop(file.name, chunks(), drafted.source, ZONE) : first;
  const found = [...drop.problems, ...(drop.rows?.rejected.map(({ problem }) => problem) ?? [])];
  const folded = drop.rows && ticketsOf([drop.rows]);
  if (folded) found.push(...folded.problems);
  const accounting = folded?.accounting[0];
  const reading = folded ? readHistory(folded.table, zoneOf(ZONE), knownUpTo(folded.table)) : null;
  return {
    file: file.name,
    tool: TOOLS.find((tool) => tool.id === accounting?.tool)?.name ?? accounting?.tool ?? null,
    rows: {
      read: accounting?.read ?? 0,
      accepted: accounting?.accepted ?? 0,
      merged: accounting?.merged ?? 0,
      rejected: accounting?.rejected ?? 0,
    },
    problems: found.slice(0, SHOWN_PROBLEMS).map(({ code, params, line }) => {
      const text = droppedText(code, params, lang);
      return `${line === undefined ? '' : `${line}. `}${text}`;
    }),
    problemCount: found.length,
    reading,
    guessed: drafted?.source && drop.rows ? [...drafted.columns.values()] : [],
    filled: reading ? fromHistory(reading) : {},
  };
}
