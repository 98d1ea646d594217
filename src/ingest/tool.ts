/** What a ticketing tool writes, as data: how its file is recognised, and what its columns and words mean. */
import type { Field, Kind, StatusClass } from '../domain/ticket.ts';

export interface Tool {
  readonly id: string;
  readonly name: string;
  /** Folded headings, see `fold`: the file is this tool's where all of one list are there. */
  readonly signatures: readonly (readonly string[])[];
  /** Field → headings that carry it, the best first. */
  readonly columns: Partial<Readonly<Record<Field, readonly string[]>>>;
  /** Headings whose presence says that each row is the state of a ticket at an instant, not a ticket. */
  readonly auditLog?: readonly (readonly string[])[];
  /** Cells that say nothing, besides the empty one. */
  readonly missing: readonly string[];
  /** `UTC`, or the zone is that of the user who exported and must be stated. */
  readonly zone: 'UTC' | 'stated';
  readonly statuses: Partial<Readonly<Record<StatusClass, readonly string[]>>>;
  readonly kinds: Partial<Readonly<Record<Kind, readonly string[]>>>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}
