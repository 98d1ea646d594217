/** Lets a handler answer messages where the script is a worker; in a page, puts it where the page finds it. */

/** What is asked of a script beside the page, by number. */
export interface Asked {
  readonly id: number;
}
/** What came of a request that could not be answered. */
export interface Failed {
  readonly id: number;
  readonly kind: 'failed';
  readonly reason: string;
}
export type Handler<Request extends Asked, Reply> = (request: Request, reply: (reply: Reply) => void) => Promise<void>;

export function answerWith<Request extends Asked, Reply>(name: string, handle: Handler<Request, Reply | Failed>): void {
  const run = (request: Request, reply: (reply: Reply | Failed) => void): Promise<void> =>
    handle(request, reply).catch((cause: unknown) => {
      reply({ id: request.id, kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
    });
  if (typeof document === 'undefined') {
    addEventListener('message', ({ data }: MessageEvent<Request>) => {
      void run(data, (reply) => {
        postMessage(reply);
      });
    });
  } else (globalThis as unknown as Record<string, unknown>)[name] = run;
}
