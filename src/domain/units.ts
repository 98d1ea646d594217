/**
 * What a number counts, for the compiler: a number of one kind is refused where another is asked for. A plain number, such
 * as the result of an addition, is taken as any of them.
 */
declare const unit: unique symbol;
type Of<Unit extends string> = number & { readonly [unit]?: Unit };

/** UTC epoch milliseconds. */
export type Instant = Of<'instant'>;
/** A duration, in whole milliseconds. */
export type Milliseconds = Of<'milliseconds'>;
/** What a clock on the wall shows: the epoch milliseconds of an instant at which a clock in Greenwich shows the same. */
export type WallTime = Of<'wall time'>;
/** Days since 1970-01-01. */
export type Day = Of<'day'>;
/** Ten-thousandths of a unit of work. */
export type Quantity = Of<'quantity'>;
/** Hundredths of the currency. */
export type Cents = Of<'cents'>;
