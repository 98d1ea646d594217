/** Asks the worker; where there can be none, loads the same script into the page. */
import type { Handler, Reply, Request } from './protocol.ts';

type Body = Request extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;
type Run = Handler;

export class Brain {
  readonly #script: string;
  readonly #name: string;
  #worker: Worker | null = null;
  #inPage: Promise<Run> | null = null;
  #id = 0;
  readonly #waiting = new Map<number, (reply: Reply) => void>();

  /** @param name where the script puts itself in a page that has no worker */
  constructor(script: string, name: string) {
    this.#script = script;
    this.#name = name;
    try {
      this.#worker = new Worker(script);
      this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#waiting.get(data.id)?.(data));
      this.#worker.addEventListener('error', () => {
        this.#worker = null;
      });
    } catch {
      this.#worker = null;
    }
  }

  /** Sends a request; `take` sees each reply to it. Gives its number. */
  ask(body: Body, take: (reply: Reply) => void): number {
    const id = ++this.#id;
    const request = { ...body, id } as Request;
    const reply = (of: Reply): void => {
      if (of.kind !== 'progress') this.#waiting.delete(id);
      take(of);
    };
    this.#waiting.set(id, reply);
    if (this.#worker) this.#worker.postMessage(request);
    else void this.#load().then((run) => run(request, reply));
    return id;
  }

  #load(): Promise<Run> {
    this.#inPage ??= new Promise((resolve) => {
      const element = document.createElement('script');
      element.src = this.#script;
      element.addEventListener('load', () => resolve((globalThis as unknown as Record<string, Run>)[this.#name]!));
      document.head.append(element);
    });
    return this.#inPage;
  }
}
