/** What the page asks of its workers, and what comes back. */
import type { AccountSum, Comparison } from '../model/compare.ts';
import type { WhatIfData } from '../model/data.ts';
import type { Month } from '../../../domain/months.ts';
import type { Period } from '../model/replay.ts';

/** Field → what is put in its place. */
export type Pairs = readonly (readonly [string, string])[];

export type Request = { readonly id: number } & (
  | { readonly kind: 'load'; readonly data: WhatIfData }
  | { readonly kind: 'compare'; readonly today: Pairs; readonly other: Pairs; readonly period: Period | null }
  | { readonly kind: 'account'; readonly today: Pairs; readonly other: Pairs; readonly period: Period | null }
);

export type Reply = { readonly id: number } & (
  | { readonly kind: 'loaded'; readonly months: readonly Month[]; readonly complete: readonly boolean[] }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'accounted'; readonly sums: readonly [AccountSum | null, AccountSum | null] }
);

export type DropRequest = { readonly id: number } & {
  readonly kind: 'drop';
  readonly files: readonly File[];
  readonly lang: 'fr' | 'en';
};

/** The files as they were read. `data` is `null` where nothing can be replayed. */
export type DropReply = { readonly id: number } & (
  | { readonly kind: 'progress'; readonly bytes: number }
  | {
      readonly kind: 'dropped';
      readonly data: WhatIfData | null;
      readonly rows: {
        readonly read: number;
        readonly accepted: number;
        readonly merged: number;
        readonly rejected: number;
      };
      readonly tickets: number;
      /** Whether a contract file was among them, and could be used. */
      readonly contract: 'own' | 'refused' | 'none';
      readonly problems: readonly string[];
      readonly problemCount: number;
    }
);
