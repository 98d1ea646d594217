/**
 * What the service level owes, ticket by ticket and month by month: gross, what the caps take off, net. Tickets that a
 * party contests are set apart, and nothing is final until both parties agree.
 */
import type { Contract, Text } from '../contract/contract.ts';
import type { Ratio } from '../domain/statistics.ts';
import type { BaseKind, Penalty } from '../contract/pricing.ts';
import { termOn } from '../contract/terms.ts';
import type { Month } from '../domain/months.ts';
import { nearest, partOf, type Cents, type Quantity } from '../domain/quantity.ts';
import { DAY_MS, HOUR_MS } from '../domain/zone.ts';
import { Caps, type CapOutput, type Relief } from './caps.ts';
import type { Bases } from './invoice.ts';
import { firstDay } from './windows.ts';

/** A commitment that was missed. */
export interface Late {
  readonly key: string;
  readonly clock: string;
  /** Index into the contract's priorities; −1 where unknown. */
  readonly priority: number;
  /** Instants; of a ticket that is still open, the stop is what is known up to. */
  readonly due: number;
  readonly stopped: number;
  readonly isOpen: boolean;
  /** Milliseconds of the clock beyond the target. */
  readonly over: number;
}

/** What a month of service came to. */
export interface Service {
  readonly month: Month;
  readonly complete: boolean;
  readonly opened: number;
  readonly share: (clock: string) => { readonly met: number; readonly total: number } | null;
  readonly late: readonly Late[];
  /** What the month comes to, of which rates are shares. */
  readonly bases: Bases;
}

export interface PenaltyTicket {
  readonly key: string;
  readonly priority: number;
  /** Days (CCAG), hours (thousandths), or points. */
  readonly measure: number;
  /** Of this ticket alone; 0 for rules by share. */
  readonly amount: Cents;
  readonly contested: Text | null;
  readonly isOpen: boolean;
}

/** What a share of commitments met comes to under a rule by steps. */
export interface Stepped {
  readonly met: number;
  readonly total: number;
  /** The step that the share falls below, or that it reaches; `null` for none. */
  readonly step: { readonly below: Ratio; readonly rate: Ratio } | null;
  readonly reward: { readonly from: Ratio; readonly rate: Ratio } | null;
  readonly penalty: Cents;
  readonly bonus: Cents;
}

/** A rule in a month. Amounts are what the provider owes; a bonus is what the client owes. */
export interface PenaltyMonth {
  readonly penalty: Penalty;
  readonly month: Month;
  /** Of a rule by steps: what it is reckoned on while tickets are contested, and what it is if they are counted as missed. */
  readonly stepped: { readonly now: Stepped; readonly ifRejected: Stepped } | null;
  /** What the rates are of, and how much it is; `null` for rules without rates. */
  readonly base: { readonly kind: BaseKind | 'amount'; readonly amount: Cents | null } | null;
  /** Whether the amounts could be computed: without the base that they are a share of they are 0. */
  readonly known: boolean;
  readonly gross: Cents;
  readonly bonus: Cents;
  /** What caps, an exoneration or a suspension take off; negative where what was taken off before is given back. */
  readonly relief: readonly { readonly because: Relief; readonly amount: Cents }[];
  readonly caps: Pick<CapOutput, 'mostOfMonth' | 'mostOfYear' | 'ofYear'>;
  /** `gross − relief`. */
  readonly net: Cents;
  /** `net` as units of work, where it is settled so. */
  readonly units: Quantity | null;
  /** What the contested tickets would add. */
  readonly contested: Cents;
  readonly tickets: readonly PenaltyTicket[];
  readonly agreed: boolean;
}

/** The penalties of all months, given in their order. */
export function penaltiesOfMonths(contract: Contract, services: readonly Service[]): PenaltyMonth[] {
  const first = new Date(contract.zone.wallAt(contract.terms[0]!.from)).toISOString().slice(0, 7);
  const caps = new Map<string, Caps>();
  return services.flatMap((service) =>
    (termOn(contract, firstDay(service.month))?.penalties ?? []).map((penalty) => {
      let cap = caps.get(penalty.id);
      if (!cap) caps.set(penalty.id, (cap = new Caps(capRulesOf(penalty), first)));
      return penaltyOf(contract, penalty, service, cap);
    }),
  );
}

function capRulesOf(penalty: Penalty): ConstructorParameters<typeof Caps>[0] {
  const { suspendAbove, capPerMonth, capPerYear } = penalty;
  const order =
    penalty.rule === 'ccag-tic'
      ? { most: partOf(penalty.amount, penalty.cap), exoneration: penalty.exoneration }
      : null;
  return { suspendAbove, capPerMonth, capPerYear, order };
}

function penaltyOf(contract: Contract, penalty: Penalty, service: Service, caps: Caps): PenaltyMonth {
  const tickets = service.late
    .filter(({ clock }) => clock === penalty.clock)
    .map((late) => ({
      key: late.key,
      priority: late.priority,
      ...ticketAmount(contract, penalty, late),
      contested: contract.contested.get(late.key) ?? null,
      isOpen: late.isOpen,
    }));
  const sound = tickets.filter(({ contested }) => !contested);
  const base = baseOf(penalty, service);
  const share = penalty.rule === 'steps' ? service.share(penalty.clock) : null;
  const stepped =
    penalty.rule === 'steps' && share
      ? {
          now: steppedOf(penalty, share.met, share.total - (tickets.length - sound.length), base?.amount ?? 0),
          ifRejected: steppedOf(penalty, share.met, share.total, base?.amount ?? 0),
        }
      : null;
  const { gross, ticketCap } = stepped ? { gross: stepped.now.penalty, ticketCap: 0 } : sumOf(penalty, sound);
  const all = stepped ? stepped.ifRejected.penalty : sumOf(penalty, tickets).gross;
  const capped = caps.take({
    month: service.month,
    amount: gross - ticketCap,
    opened: service.opened,
    base: service.bases[penalty.shareOf],
  });
  const { net } = capped;
  return {
    penalty,
    month: service.month,
    stepped,
    base,
    known: isKnown(penalty, service, base),
    gross,
    bonus: stepped?.now.bonus ?? 0,
    relief: [...(ticketCap > 0 ? [{ because: 'ticket-cap' as const, amount: ticketCap }] : []), ...capped.relief],
    caps: { mostOfMonth: capped.mostOfMonth, mostOfYear: capped.mostOfYear, ofYear: capped.ofYear },
    net,
    units:
      penalty.settled === 'units' && penalty.unitPrice
        ? nearest(BigInt(net) * 10_000n, BigInt(penalty.unitPrice))
        : null,
    contested: all - gross,
    tickets,
    agreed: contract.penaltiesAgreed.has(service.month),
  };
}

/** What one late ticket comes to by itself. */
function ticketAmount(contract: Contract, penalty: Penalty, late: Late): { measure: number; amount: Cents } {
  switch (penalty.rule) {
    case 'ccag-tic': {
      const value = typeof penalty.value === 'number' ? penalty.value : (penalty.value.get(late.priority) ?? 0);
      const days = daysLate(contract, late, penalty.days);
      return { measure: days, amount: lateAmount(value, days, { numerator: 1, denominator: penalty.divisor }) };
    }
    case 'per-hour': {
      const ms = hoursLate(late.over, penalty.hours);
      return {
        measure: Math.round((ms * 1000) / HOUR_MS),
        amount: nearest(BigInt(penalty.rates.get(late.priority) ?? 0) * BigInt(ms), BigInt(HOUR_MS)),
      };
    }
    case 'points': {
      const hours = Math.ceil(late.over / HOUR_MS);
      const points = (penalty.points.get(late.priority) ?? 0) + hours * (penalty.perHour.get(late.priority) ?? 0);
      return { measure: points, amount: points * penalty.perPoint };
    }
    case 'steps':
      return { measure: Math.round((late.over * 1000) / HOUR_MS), amount: 0 };
  }
}

/** Days late: local dates after that of the deadline up to that of the stop, or days of 24 h that have begun. */
export function daysLate(
  { zone }: Pick<Contract, 'zone'>,
  { due, stopped }: Pick<Late, 'due' | 'stopped'>,
  days: 'dates' | 'begun',
): number {
  if (stopped <= due) return 0;
  return days === 'begun' ? Math.ceil((stopped - due) / DAY_MS) : zone.dayAt(stopped) - zone.dayAt(due);
}

/** `value × days × rate`, rounded once (CCAG-TIC 2021, art. 14.1.1: V × R / 1000). */
export function lateAmount(value: Cents, days: number, rate: Ratio): Cents {
  return nearest(BigInt(value) * BigInt(days) * BigInt(rate.numerator), BigInt(rate.denominator));
}

/** Time beyond the target that is counted: as it is, or in hours that have begun. */
export function hoursLate(over: number, hours: 'begun' | 'exact'): number {
  return hours === 'begun' ? Math.ceil(over / HOUR_MS) * HOUR_MS : over;
}

/** What a share comes to: the lowest step that it is strictly below, and the highest that it reaches. None of nothing. */
export function steppedOf(
  { steps, bonus }: Pick<Extract<Penalty, { rule: 'steps' }>, 'steps' | 'bonus'>,
  met: number,
  total: number,
  base: Cents,
): Stepped {
  if (total <= 0) return { met, total: Math.max(0, total), step: null, reward: null, penalty: 0, bonus: 0 };
  const step = steps.find(({ below }) => isBelow(met, total, below)) ?? null;
  const reward = bonus.find(({ from }) => !isBelow(met, total, from)) ?? null;
  return {
    met,
    total,
    step,
    reward,
    penalty: step ? partOf(base, step.rate) : 0,
    bonus: reward ? partOf(base, reward.rate) : 0,
  };
}

/** What a rule by ticket comes to over some of the late tickets of a month, and what of it the cap of a ticket takes off. */
function sumOf(penalty: Penalty, tickets: readonly PenaltyTicket[]): { gross: Cents; ticketCap: Cents } {
  const gross = tickets.reduce((total, { amount }) => total + amount, 0);
  switch (penalty.rule) {
    case 'per-hour': {
      const { capPerTicket } = penalty;
      const ticketCap =
        capPerTicket === null ? 0 : tickets.reduce((over, { amount }) => over + Math.max(0, amount - capPerTicket), 0);
      return { gross, ticketCap };
    }
    case 'points': {
      const points = tickets.reduce((total, { measure }) => total + measure, 0);
      return { gross: Math.max(0, points - penalty.franchise) * penalty.perPoint, ticketCap: 0 };
    }
    case 'ccag-tic':
      return { gross, ticketCap: 0 };
    case 'steps':
      return { gross: 0, ticketCap: 0 };
  }
}

function baseOf(penalty: Penalty, { bases }: Service): PenaltyMonth['base'] {
  if (penalty.rule !== 'steps') return null;
  const { base } = penalty;
  return typeof base === 'string' ? { kind: base, amount: bases[base] } : { kind: 'amount', amount: base.amount };
}

/** Whether the contract says the base of all shares that the rule needs. */
function isKnown(
  { capPerMonth, capPerYear, shareOf }: Penalty,
  { bases }: Service,
  base: PenaltyMonth['base'],
): boolean {
  const isShare = (ceiling: typeof capPerMonth): boolean => ceiling !== null && 'share' in ceiling;
  if (base?.amount === null) return false;
  return (!isShare(capPerMonth) && !isShare(capPerYear)) || bases[shareOf] !== null;
}

/** Whether `met` of `total` is less than a share, exactly. */
function isBelow(met: number, total: number, { numerator, denominator }: Ratio): boolean {
  return met * denominator < numerator * total;
}
