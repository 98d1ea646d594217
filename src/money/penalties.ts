/**
 * What the service level owes, ticket by ticket and month by month: gross, what the caps take off, net. Tickets that a
 * party contests are set apart, and nothing is final until both parties agree.
 */
import type { Contract, Fraction, Text } from '../contract/contract.ts';
import type { Ceiling, Penalty } from '../contract/pricing.ts';
import type { Month } from '../domain/months.ts';
import { nearest, partOf, type Cents, type Quantity } from '../domain/quantity.ts';
import { DAY_MS, HOUR_MS } from '../domain/zone.ts';

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
  /** What the month is worth, of which rates are shares; `null` where the contract does not say. */
  readonly base: Cents | null;
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

/** A rule in a month. Amounts are what the provider owes; a bonus is what the client owes. */
export interface PenaltyMonth {
  readonly penalty: Penalty;
  readonly month: Month;
  /** What it is computed from: a share met, or a number of tickets. */
  readonly share: { readonly met: number; readonly total: number } | null;
  /** Whether the amounts could be computed: without the base that they are a share of they are 0. */
  readonly known: boolean;
  readonly gross: Cents;
  readonly bonus: Cents;
  /** What caps, an exoneration or a suspension take off; negative where what was taken off before is made good. */
  readonly relief: readonly {
    readonly because: 'ticket-cap' | 'month-cap' | 'year-cap' | 'contract-cap' | 'exoneration' | 'suspended';
    readonly amount: Cents;
  }[];
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
  const result: PenaltyMonth[] = [];
  const years = new Map<string, { base: Cents | null; gross: Cents; net: Cents }>();
  const totals = new Map<string, { gross: Cents; net: Cents }>();
  for (const service of services) {
    const term = contract.terms.findLast(
      ({ from }) => from <= contract.zone.startOf(Date.parse(`${service.month}-01T00:00:00Z`) + DAY_MS - 1),
    );
    for (const penalty of term?.penalties ?? []) {
      const tickets = ticketsOf(contract, penalty, service);
      const sound = tickets.filter(({ contested }) => !contested);
      const share = penalty.rule === 'steps' ? service.share(penalty.clock) : null;
      const amounts = amountsOf(penalty, service, sound, share, tickets.length - sound.length);
      const all = amountsOf(penalty, service, tickets, share, 0);
      const year = `${penalty.id} ${contractYear(contract, service.month)}`;
      const spent = years.get(year) ?? { base: 0, gross: 0, net: 0 };
      spent.base = spent.base === null || service.base === null ? null : spent.base + service.base;
      years.set(year, spent);
      const total = totals.get(penalty.id) ?? { gross: 0, net: 0 };
      totals.set(penalty.id, total);
      const { net, relief } = relieved(penalty, service, amounts.gross, amounts.ticketCap, spent, total);
      spent.net += net;
      total.net += net;
      result.push({
        penalty,
        month: service.month,
        share,
        known: isKnown(penalty, service, spent),
        gross: amounts.gross,
        bonus: amounts.bonus,
        relief,
        net,
        units:
          penalty.settled === 'units' && penalty.unitPrice
            ? nearest(BigInt(net) * 10_000n, BigInt(penalty.unitPrice))
            : null,
        contested: all.gross - amounts.gross,
        tickets,
        agreed: contract.penaltiesAgreed.has(service.month),
      });
    }
  }
  return result;
}

function ticketsOf(contract: Contract, penalty: Penalty, { late }: Service): PenaltyTicket[] {
  return late
    .filter(({ clock }) => clock === penalty.clock)
    .map((ticket) => ({
      key: ticket.key,
      priority: ticket.priority,
      ...ticketAmount(contract, penalty, ticket),
      contested: contract.contested.get(ticket.key) ?? null,
      isOpen: ticket.isOpen,
    }));
}

/** What one late ticket comes to by itself. */
function ticketAmount(contract: Contract, penalty: Penalty, late: Late): { measure: number; amount: Cents } {
  switch (penalty.rule) {
    case 'ccag-tic': {
      const value = typeof penalty.value === 'number' ? penalty.value : (penalty.value.get(late.priority) ?? 0);
      const days =
        penalty.days === 'begun'
          ? Math.ceil((late.stopped - late.due) / DAY_MS)
          : contract.zone.dayAt(late.stopped) - contract.zone.dayAt(late.due);
      return { measure: days, amount: nearest(BigInt(value) * BigInt(days), BigInt(penalty.divisor)) };
    }
    case 'per-hour': {
      const rate = penalty.rates.get(late.priority) ?? 0;
      const ms = penalty.hours === 'begun' ? Math.ceil(late.over / HOUR_MS) * HOUR_MS : late.over;
      return {
        measure: Math.round((ms * 1000) / HOUR_MS),
        amount: nearest(BigInt(rate) * BigInt(ms), BigInt(HOUR_MS)),
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

/** What a rule comes to over some of the late tickets of a month; those that are contested count as met, and not at all. */
function amountsOf(
  penalty: Penalty,
  service: Service,
  tickets: readonly PenaltyTicket[],
  share: PenaltyMonth['share'],
  contested: number,
): { gross: Cents; bonus: Cents; ticketCap: Cents } {
  const none = { gross: 0, bonus: 0, ticketCap: 0 };
  switch (penalty.rule) {
    case 'steps': {
      const total = (share?.total ?? 0) - contested;
      if (!share || total <= 0) return none;
      const base = penalty.base ?? service.base ?? 0;
      const step = penalty.steps.find(({ below }) => isBelow(share.met, total, below));
      const bonus = penalty.bonus.find(({ from }) => !isBelow(share.met, total, from));
      return {
        ...none,
        gross: step ? partOf(base, step.rate) : 0,
        bonus: bonus ? partOf(base, bonus.rate) : 0,
      };
    }
    case 'per-hour': {
      const gross = sum(tickets);
      const { capPerTicket } = penalty;
      const ticketCap =
        capPerTicket === null ? 0 : tickets.reduce((over, { amount }) => over + Math.max(0, amount - capPerTicket), 0);
      return { ...none, gross, ticketCap };
    }
    case 'points': {
      const points = tickets.reduce((total, { measure }) => total + measure, 0);
      return { ...none, gross: Math.max(0, points - penalty.franchise) * penalty.perPoint };
    }
    case 'ccag-tic':
      return { ...none, gross: sum(tickets) };
  }
}

/** Takes off, in this order: what one ticket may cost, a suspension, what a month, a year and the contract may cost. */
function relieved(
  penalty: Penalty,
  service: Service,
  gross: Cents,
  ticketCap: Cents,
  year: { base: Cents | null; gross: Cents; net: Cents },
  total: { gross: Cents; net: Cents },
): Pick<PenaltyMonth, 'net' | 'relief'> {
  const relief: PenaltyMonth['relief'][number][] = [];
  let net = gross;
  const takeOff = (because: PenaltyMonth['relief'][number]['because'], amount: Cents): void => {
    const taken = Math.min(net, amount);
    if (taken <= 0) return;
    relief.push({ because, amount: taken });
    net -= taken;
  };
  takeOff('ticket-cap', ticketCap);
  if (penalty.suspendAbove !== null && service.opened > penalty.suspendAbove) takeOff('suspended', net);
  const month = penalty.capPerMonth && amountOf(penalty.capPerMonth, service.base);
  if (month !== null) takeOff('month-cap', net - month);
  const cap = penalty.capPerYear && amountOf(penalty.capPerYear, year.base);
  if (cap !== null) {
    // A share of what the year is worth grows with the year: later months make good what was taken off before.
    year.gross += net;
    const now = Math.max(0, Math.min(year.gross, cap) - year.net);
    if (now !== net) relief.push({ because: 'year-cap', amount: net - now });
    net = now;
  }
  if (penalty.rule === 'ccag-tic') {
    total.gross += net;
    const most = partOf(penalty.amount, penalty.cap);
    // What is due is due once the sum goes beyond the exoneration, and then all of it.
    const due = total.gross <= penalty.exoneration ? 0 : Math.min(total.gross, most);
    const now = Math.max(0, due - total.net);
    if (due === 0) takeOff('exoneration', net);
    else if (now < net) takeOff('contract-cap', net - now);
    // The month in which it does pays for those that it had spared.
    else if (now > net) {
      relief.push({ because: 'exoneration', amount: net - now });
      net = now;
    }
  }
  return { net, relief };
}

/** A ceiling in cents; `null` for a share of what is not known. */
function amountOf(ceiling: Ceiling, base: Cents | null): Cents | null {
  if ('amount' in ceiling) return ceiling.amount;
  return base === null ? null : partOf(base, ceiling.share);
}

/** Whether the contract says the base of all shares that the rule needs. */
function isKnown(penalty: Penalty, service: Service, year: { base: Cents | null }): boolean {
  const isShare = (ceiling: Ceiling | null): boolean => ceiling !== null && 'share' in ceiling;
  const needsMonth = (penalty.rule === 'steps' && penalty.base === null) || isShare(penalty.capPerMonth);
  return (!needsMonth || service.base !== null) && (!isShare(penalty.capPerYear) || year.base !== null);
}

/** Whether `met` of `total` is less than a share, exactly. */
function isBelow(met: number, total: number, { numerator, denominator }: Fraction): boolean {
  return met * denominator < numerator * total;
}

function sum(tickets: readonly PenaltyTicket[]): Cents {
  return tickets.reduce((total, { amount }) => total + amount, 0);
}

/** Years of a contract are counted from the month of its first terms. */
function contractYear(contract: Contract, month: Month): number {
  const first = new Date(contract.zone.wallAt(contract.terms[0]!.from)).toISOString();
  const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return Math.floor((index(month) - index(first)) / 12);
}
