// @vitest-environment happy-dom
/** What becomes of a request where the browser has no workers, or blocks the script. */
import { afterEach, expect, test, vi } from 'vitest';
import { WorkerClient } from '../../src/browser/worker-client.ts';

type Request = { readonly id: number; readonly kind: 'double'; readonly value: number };
type Reply =
  | { readonly id: number; readonly kind: 'doubled'; readonly value: number }
  | { readonly id: number; readonly kind: 'progress'; readonly value: number };

/** Lets the page load a script, or not, without asking a network. */
function scripts(outcome: () => 'load' | 'error'): void {
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) setTimeout(() => (node as HTMLElement).dispatchEvent(new Event(outcome())));
  });
}
const handler = (request: Request, reply: (reply: Reply) => void): Promise<void> => {
  reply({ id: request.id, kind: 'progress', value: 0 });
  reply({ id: request.id, kind: 'doubled', value: 2 * request.value });
  return Promise.resolve();
};
const answerOf = (client: WorkerClient<Request, Reply>, value: number) =>
  new Promise((resolve) => {
    client.ask({ kind: 'double', value }, (reply) => {
      if (reply.kind !== 'progress') resolve(reply);
    });
  });

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('without workers the page answers', async () => {
  vi.stubGlobal('Worker', undefined);
  vi.stubGlobal('jaugeDouble', handler);
  scripts(() => 'load');
  const client = new WorkerClient<Request, Reply>('double.js', 'jaugeDouble');
  expect(await answerOf(client, 4)).toEqual({ id: 1, kind: 'doubled', value: 8 });
  expect(await answerOf(client, 5)).toEqual({ id: 2, kind: 'doubled', value: 10 });
});

test('a script that cannot be had fails the request, and the next request tries again', async () => {
  vi.stubGlobal('Worker', undefined);
  vi.stubGlobal('jaugeDouble', handler);
  let isThere = false;
  scripts(() => (isThere ? 'load' : 'error'));
  const client = new WorkerClient<Request, Reply>('double.js', 'jaugeDouble');
  expect(await answerOf(client, 4)).toMatchObject({ id: 1, kind: 'failed' });
  isThere = true;
  expect(await answerOf(client, 4)).toEqual({ id: 2, kind: 'doubled', value: 8 });
});

test('what waits on a worker that breaks is answered in the page', async () => {
  const listeners = new Map<string, (event: unknown) => void>();
  vi.stubGlobal(
    'Worker',
    class {
      addEventListener(type: string, listener: (event: unknown) => void): void {
        listeners.set(type, listener);
      }
      postMessage(): void {
        setTimeout(() => listeners.get('error')!({}));
      }
    },
  );
  vi.stubGlobal('jaugeDouble', handler);
  scripts(() => 'load');
  const client = new WorkerClient<Request, Reply>('double.js', 'jaugeDouble');
  expect(await answerOf(client, 3)).toEqual({ id: 1, kind: 'doubled', value: 6 });
});
