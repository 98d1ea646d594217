/** What the dashboard asks of its worker, and what comes back. */
import type { IndicatorId } from '../model/indicators.ts';
import type { Row } from '../model/sheet.ts';

export interface FillRequest {
  readonly id: number;
  readonly kind: 'fill';
  readonly file: File;
  readonly lang: 'fr' | 'en';
}

export type FillReply = { readonly id: number } & (
  | { readonly kind: 'progress'; readonly bytes: number }
  | {
      readonly kind: 'filled';
      readonly file: string;
      readonly tickets: number;
      readonly filled: readonly (readonly [IndicatorId, readonly Row[]])[];
      /** What the export lacks, as names. */
      readonly lacking: readonly (readonly [IndicatorId, string])[];
      readonly problems: readonly string[];
    }
);
