/** Lets a handler answer messages where the script is a worker; in a page, puts it where the page finds it. */
import type { Handler, Reply, Request } from './protocol.ts';

export function answerWith(name: string, handle: Handler): void {
  const run = (request: Request, reply: (reply: Reply) => void): Promise<void> =>
    handle(request, reply).catch((cause: unknown) => {
      reply({ id: request.id, kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
    });
  if (typeof document === 'undefined') {
    addEventListener('message', ({ data }: MessageEvent<Request>) => {
      void run(data, (reply) => {
        postMessage(reply);
      });
    });
  } else (globalThis as unknown as Record<string, Handler>)[name] = run;
}
