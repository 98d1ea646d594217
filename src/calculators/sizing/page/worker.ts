/**
 * The brain of the sizing page in a thread of its own, so that the page never waits. Opened from a disk a page may have
 * no worker: the same script then runs in the page.
 */
import { answerTo, restOf } from '../model/answer.ts';
import { answerWith } from '../../../browser/answering.ts';
import type { Reply, Request } from './protocol.ts';

answerWith<Request, Reply>('jaugeSizing', async (request, reply) => {
  const { id } = request;
  if (request.kind === 'answer') reply({ id, kind: 'answer', answer: answerTo(request.situation) });
  else if (request.kind === 'rest') reply({ id, kind: 'rest', rest: restOf(request.situation) });
  return Promise.resolve();
});
