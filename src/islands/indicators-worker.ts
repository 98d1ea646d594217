/** Reads an export with the ingest of the reports and fills the indicators that it can; loaded when a file is given. */
import { fromTickets } from '../calculator/from-tickets.ts';
import { zoneOf } from '../domain/zone.ts';
import { fieldNames, droppedText } from '../i18n/words.ts';
import { knownUpTo } from '../ingest/as-of.ts';
import { draftFor } from '../ingest/draft.ts';
import { readDrop } from '../ingest/rows.ts';
import { ticketsOf } from '../ingest/tickets.ts';
import { contractOfFile } from '../replay/change.ts';
import { plainFile } from '../replay/usual.ts';
import { answerWith } from './browser/answering.ts';
import { chunksOf } from './browser/chunks.ts';
import type { FillReply, FillRequest } from './indicators/protocol.ts';

const ZONE = 'Europe/Paris';
const SHOWN_PROBLEMS = 8;

answerWith<FillRequest, FillReply>('jaugeIndicators', async ({ id, file, lang }, reply) => {
  const chunks = (): AsyncGenerator<Uint8Array> => chunksOf(file, (bytes) => reply({ id, kind: 'progress', bytes }));
  const first = await readDrop(file.name, chunks(), null, ZONE);
  const drafted = draftFor(first.problems);
  const drop = drafted?.source ? await readDrop(file.name, chunks(), drafted.source, ZONE) : first;
  const folded = drop.rows && ticketsOf([drop.rows]);
  const table = folded?.table;
  const found = [
    ...drop.problems,
    ...(drop.rows?.rejected.map(({ problem }) => problem) ?? []),
    ...(folded?.problems ?? []),
  ];
  const zone = zoneOf(ZONE);
  const read =
    table && table.count > 0
      ? fromTickets(table, contractOfFile(plainFile(table, zone)).contract, knownUpTo(table))
      : null;
  reply({
    id,
    kind: 'filled',
    file: file.name,
    tickets: table?.count ?? 0,
    filled: [...(read?.filled ?? [])],
    lacking: [...(read?.lacking ?? [])].map(([name, fields]) => [name, fieldNames(fields, lang)] as const),
    problems: found.slice(0, SHOWN_PROBLEMS).map(({ code, params, line }) => {
      const text = droppedText(code, params, lang);
      return `${line === undefined ? '' : `${line}. `}${text}`;
    }),
  });
});
