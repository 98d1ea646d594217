/** Asks the worker; where there can be none, loads the same script into the page. */
import type { Asked, Handler } from './answering.ts';

type Body<Request> = Request extends Asked ? Omit<Request, 'id'> : never;

export class Brain<Request extends Asked, Reply extends { readonly id: number; readonly kind: string }> {
  readonly #script: string;
  readonly #name: string;
  #worker: Worker | null = null;
  #inPage: Promise<Handler<Request, Reply>> | null = null;
  #id = 0;
  readonly #waiting = new Map<number, { request: Request; take: (reply: Reply) => void }>();

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

  /** Sends a request; `take` sees each reply to it. Gives its number. */
  ask(body: Body<Request>, take: (reply: Reply) => void): number {
    const id = ++this.#id;
    const request = { ...body, id } as unknown as Request;
    const reply = (of: Reply): void => {
      if (of.kind !== 'progress') this.#waiting.delete(id);
      take(of);
    };
    this.#waiting.set(id, { request, take: reply });
    if (this.#worker) this.#worker.postMessage(request);
    else this.#runInPage(request, reply);
    return id;
  }

  #runInPage(request: Request, reply: (reply: Reply) => void): void {
    void this.#load().then((run) => run(request, reply));
  }

  #load(): Promise<Handler<Request, Reply>> {
    this.#inPage ??= new Promise((resolve) => {
      const element = document.createElement('script');
      element.src = this.#script;
      element.addEventListener('load', () =>
        resolve((globalThis as unknown as Record<string, Handler<Request, Reply>>)[this.#name]!),
      );
      // The next request tries again.
      element.addEventListener('error', () => (this.#inPage = null));
      document.head.append(element);
    });
    return this.#inPage;
  }
}
