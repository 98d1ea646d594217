/** Reads dropped exports, and a contract file among them, with the ingest of the reports; loaded when files are given. */
import type { ContractFile } from '../../../contract/schema.ts';
import { readContract } from '../../../contract/read.ts';
import { sourceOfFile } from '../../../contract/sources.ts';
import { zoneOf } from '../../../domain/zone.ts';
import type { Problem } from '../../../domain/problem.ts';
import { droppedText } from '../../../presenters/words.ts';
import { readFreely, type ExportFile } from '../../../ingest/read.ts';
import { withResolution } from '../../../ingest/resolution.ts';
import { TOOLS } from '../../../ingest/tools/index.ts';
import { whatIfData } from '../model/data.ts';
import { contractOfFile } from '../model/change.ts';
import { usualFile } from '../model/usual.ts';
import { answerWith } from '../../../browser/answering.ts';
import { chunksOf } from '../../../browser/chunks.ts';
import { DROPPED_ZONE, SHOWN_PROBLEMS } from '../../../browser/dropped.ts';
import type { DropReply, DropRequest } from './protocol.ts';

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
  const zone = contract?.zone ?? zoneOf(DROPPED_ZONE);
  let before = 0;
  const exports = files
    .filter(({ name }) => !CONTRACT.test(name))
    .map((file): ExportFile => {
      const start = before;
      before += file.size;
      return {
        name: file.name,
        source: contract && sourceOfFile(contract, file.name),
        chunks: () => chunksOf(file, (bytes) => reply({ id, kind: 'progress', bytes: start + bytes })),
      };
    });
  const read = await readFreely(exports, zone.name, contract);
  found.push(...read.problems);
  const isRefused = own === null && files.some(({ name }) => CONTRACT.test(name));
  const file = read.table && read.table.count > 0 && !isRefused ? (own ?? usualFile(read.table, zone)) : null;
  const terms = file && contractOfFile(file).contract;
  // Terms that are drafted for a file may say what stands for a resolution in it.
  const table = terms && read.table ? withResolution(read.table, terms) : read.table;
  const sum = (of: 'read' | 'accepted' | 'merged' | 'rejected'): number =>
    read.accounting.reduce((total, one) => total + one[of], 0);
  reply({
    id,
    kind: 'dropped',
    data: file && terms && table ? whatIfData(file, terms, table, read.asOf, {}) : null,
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
