/** Asks a script in a thread of its own; where there can be none, loads the same script into the page. */
import type { Asked, Failed, Handler } from './answering.ts';

type Body<Request> = Request extends Asked ? Omit<Request, 'id'> : never;

export class WorkerClient<Request extends Asked, Reply extends { readonly id: number; readonly kind: string }> {
  readonly #script: string;
  readonly #name: string;
  #worker: Worker | null = null;
  #inPage: Promise<Handler<Request, Reply>> | null = null;
  #id = 0;
  readonly #waiting = new Map<number, { request: Request; take: (reply: Reply | Failed) => void }>();

  /** @param name where the script puts itself in a page that has no worker */
  constructor(script: string, name: string) {
    this.#script = script;
    this.#name = name;
    try {
      this.#worker = new Worker(script);
      this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) =>
        this.#waiting.get(data.id)?.take(data),
      );
      this.#worker.addEventListener('error', () => {
        // Blocked, or not loaded: what waits is answered in the page.
        this.#worker = null;
        for (const { request, take } of this.#waiting.values()) this.#runInPage(request, take);
      });
    } catch {
      this.#worker = null;
    }
  }

  /**
   * Sends a request.
   * @param take sees each reply to it; the last one is no `progress`. Where the script cannot be had it is `failed`.
   * @returns the number of the request
   */
  ask(body: Body<Request>, take: (reply: Reply | Failed) => void): number {
    const id = ++this.#id;
    const request = { ...body, id } as unknown as Request;
    const reply = (of: Reply | Failed): void => {
      if (of.kind !== 'progress') this.#waiting.delete(id);
      take(of);
    };
    this.#waiting.set(id, { request, take: reply });
    if (this.#worker) this.#worker.postMessage(request);
    else this.#runInPage(request, reply);
    return id;
  }

  #runInPage(request: Request, reply: (reply: Reply | Failed) => void): void {
    this.#load().then(
      (run) => void run(request, reply),
      (cause: unknown) => reply({ id: request.id, kind: 'failed', reason: String(cause) }),
    );
  }

  #load(): Promise<Handler<Request, Reply>> {
    this.#inPage ??= new Promise((resolve, reject) => {
      const element = document.createElement('script');
      element.src = this.#script;
      element.addEventListener('load', () =>
        resolve((globalThis as unknown as Record<string, Handler<Request, Reply>>)[this.#name]!),
      );
      element.addEventListener('error', () => {
        // The next request tries again.
        this.#inPage = null;
        reject(new Error(this.#script));
      });
      document.head.append(element);
    });
    return this.#inPage;
  }
}
