/** Reads dropped exports, and a contract file among them, with the ingest of the reports; loaded when files are given. */
import type { Source } from '../contract/contract.ts';
import type { ContractFile } from '../contract/schema.ts';
import { readContract } from '../contract/read.ts';
import { sourceOfFile } from '../contract/sources.ts';
import { zoneOf } from '../domain/zone.ts';
import type { Problem } from '../domain/problem.ts';
import { droppedText } from '../i18n/words.ts';
import { knownUpTo, ticketsUpTo } from '../ingest/as-of.ts';
import { draftFor } from '../ingest/draft.ts';
import { readDrop, type Rows } from '../ingest/rows.ts';
import { ticketsOf } from '../ingest/tickets.ts';
import { TOOLS } from '../ingest/tools/index.ts';
import { replayData } from '../replay/data.ts';
import { contractOfFile } from '../replay/change.ts';
import { usualFile } from '../replay/usual.ts';
import { answerWith } from './browser/answering.ts';
import { chunksOf } from './browser/chunks.ts';
import type { DropReply, DropRequest } from './whatif/protocol.ts';

const ZONE = 'Europe/Paris';
const SHOWN_PROBLEMS = 8;
const CONTRACT = /\.ya?ml$/i;

answerWith<DropRequest, DropReply>('jaugeWhatIfDrop', async (request, reply) => {
  const { id, files, lang } = request;
  const found: Problem[] = [];
  let own: ContractFile | null = null;
  for (const file of files.filter(({ name }) => CONTRACT.test(name))) {
    const reading = readContract(
      await file.text(),
      file.name,
      TOOLS.map((tool) => tool.id),
    );
    found.push(...reading.problems);
    own = reading.file ?? own;
  }
  const contract = own && contractOfFile(own).contract;
  const zone = contract?.zone ?? zoneOf(ZONE);
  const rows: Rows[] = [];
  let before = 0;
  for (const file of files.filter(({ name }) => !CONTRACT.test(name))) {
    const source = contract && sourceOfFile(contract, file.name);
    const read = (by: Source | null): ReturnType<typeof readDrop> =>
      readDrop(
        file.name,
        chunksOf(file, (bytes) => reply({ id, kind: 'progress', bytes: before + bytes })),
        by,
        zone.name,
      );
    const first = await read(source);
    const drafted = draftFor(first.problems);
    const drop = drafted?.source ? await read(drafted.source) : first;
    found.push(...drop.problems, ...(drop.rows?.rejected.map(({ problem }) => problem) ?? []));
    if (drop.rows) rows.push(drop.rows);
    before += file.size;
  }
  const folded = rows.length ? ticketsOf(rows, contract?.statusOf) : null;
  if (folded) found.push(...folded.problems);
  const read = folded?.table ?? null;
  const asOf = read && (contract?.cutoff == null ? knownUpTo(read) : contract.cutoff - 1);
  const table = read && ticketsUpTo(read, asOf!);
  const isRefused = own === null && files.some(({ name }) => CONTRACT.test(name));
  const file = table && table.count > 0 && !isRefused ? (own ?? usualFile(table, zone)) : null;
  const sum = (of: 'read' | 'accepted' | 'merged' | 'rejected'): number =>
    (folded?.accounting ?? []).reduce((total, one) => total + one[of], 0);
  reply({
    id,
    kind: 'dropped',
    data: file && replayData(file, contractOfFile(file).contract, table!, asOf!, {}),
    rows: { read: sum('read'), accepted: sum('accepted'), merged: sum('merged'), rejected: sum('rejected') },
    tickets: table?.count ?? 0,
    contract: own !== null ? 'own' : isRefused ? 'refused' : 'none',
    problems: found.slice(0, SHOWN_PROBLEMS).map(({ code, params, line, file: name }) => {
      const text = droppedText(code, params, lang);
      const place = [...(name === undefined ? [] : [name]), ...(line === undefined ? [] : [String(line)])].join(':');
      return `${place === '' ? '' : `${place} `}${text}`;
    }),
    problemCount: found.length,
  });
});
