/** What the page asks of the worker, and what comes back. */
import type { Answer, Rest } from '../model/answer.ts';
import type { HistoryReading } from '../model/history.ts';
import type { Situation } from '../model/situation.ts';

export type Request = { readonly id: number } & (
  | { readonly kind: 'answer'; readonly situation: Situation }
  | { readonly kind: 'rest'; readonly situation: Situation }
  | { readonly kind: 'history'; readonly file: File; readonly lang: 'fr' | 'en' }
);

/** A file as it was read: its account, the sentences about it, and what it says of the demand. */
export interface HistoryReply {
  readonly file: string;
  readonly tool: string | null;
  readonly rows: {
    readonly read: number;
    readonly accepted: number;
    readonly merged: number;
    readonly rejected: number;
  };
  /** The first sentences; `problemCount` counts all. */
  readonly problems: readonly string[];
  readonly problemCount: number;
  readonly reading: HistoryReading | null;
  /** Headings that were taken for fields, where no known tool wrote the file. */
  readonly guessed: readonly string[];
  /** The fields that the history fills. */
  readonly filled: Partial<Situation>;
}

export type Reply = { readonly id: number } & (
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'rest'; readonly rest: Rest }
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'history'; readonly history: HistoryReply }
);
