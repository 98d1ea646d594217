/** Reads an export with the ingest of the reports and fills the indicators that it can; loaded when a file is given. */
import { fromTickets } from '../model/from-tickets.ts';
import { zoneOf } from '../../../domain/zone.ts';
import { fieldNames, droppedText } from '../../../presenters/words.ts';
import { readFreely } from '../../../ingest/read.ts';
import { withResolution } from '../../../ingest/resolution.ts';
import { contractOfFile } from '../../what-if/model/change.ts';
import { plainFile } from '../../what-if/model/usual.ts';
import { answerWith } from '../../../browser/answering.ts';
import { chunksOf } from '../../../browser/chunks.ts';
import { DROPPED_ZONE, SHOWN_PROBLEMS } from '../../../browser/dropped.ts';
import type { FillReply, FillRequest } from './protocol.ts';

answerWith<FillRequest, FillReply>('jaugeIndicators', async ({ id, file, lang }, reply) => {
  const chunks = (): AsyncGenerator<Uint8Array> => chunksOf(file, (bytes) => reply({ id, kind: 'progress', bytes }));
  const { table, asOf, problems } = await readFreely([{ name: file.name, source: null, chunks }], DROPPED_ZONE);
  const { contract } = table ? contractOfFile(plainFile(table, zoneOf(DROPPED_ZONE))) : { contract: null };
  const read =
    table && contract && table.count > 0 ? fromTickets(withResolution(table, contract), contract, asOf) : null;
  reply({
    id,
    kind: 'filled',
    file: file.name,
    tickets: table?.count ?? 0,
    filled: [...(read?.filled ?? [])],
    lacking: [...(read?.lacking ?? [])].map(([name, fields]) => [name, fieldNames(fields, lang)] as const),
    problems: problems.slice(0, SHOWN_PROBLEMS).map(({ code, params, line }) => {
      const text = droppedText(code, params, lang);
      return `${line === undefined ? '' : `${line}. `}${text}`;
    }),
  });
});
