/** The sentence that says it all about a month. */
import type { Lang } from '../contract/contract.ts';
import type { Account } from '../report/account-schema.ts';
import { budgetOf } from '../report/budget.ts';
import type { MonthlyReport } from '../report/schema.ts';
import type { BudgetIssue } from '../texts/messages.ts';
import { speak } from '../texts/index.ts';
import { bookLabel, clockName, fieldNames, priorityName, quantityText } from './words.ts';

/** Pieces of the sentence, some of them to stress. */
export function headlineOf(
  report: MonthlyReport,
  account: Account | null,
  lang: Lang,
): readonly { readonly text: string; readonly strong?: boolean }[] {
  const { t, format } = speak(lang);
  const clocks = report.commitments.filter(({ priority }) => priority === null);
  const goalOf = ({ goal }: (typeof clocks)[number]): number => goal.numerator / goal.denominator;
  const named = ({ clock, label }: (typeof clocks)[number]): string => clockName({ id: clock, label }, lang);
  return t.report.headline({
    promised: clocks.length > 0,
    met: clocks.filter(({ verdict }) => verdict === 'met').map(named),
    missed: clocks
      .filter(({ verdict, byDeadline }) => verdict === 'missed' && byDeadline)
      .map((line) => ({
        clock: named(line),
        share: format.percent(line.byDeadline!.met, line.byDeadline!.total, goalOf(line)),
        goal: format.goal(goalOf(line)),
      })),
    missedPriorities: report.commitments
      .filter(
        ({ clock, priority, verdict, byDeadline }) =>
          priority !== null &&
          verdict === 'missed' &&
          byDeadline &&
          clocks.some((line) => line.clock === clock && line.verdict === 'met'),
      )
      .map((line) => ({
        priority: priorityName(report, line.priority, lang),
        clock: named(line),
        share: format.percent(line.byDeadline!.met, line.byDeadline!.total, goalOf(line)),
        goal: format.goal(goalOf(line)),
      })),
    small: clocks.filter(({ verdict }) => verdict === 'small-sample').map(named),
    notKnown: clocks
      .filter(({ verdict }) => verdict === 'not-known')
      .map((line) => ({ clock: named(line), missing: fieldNames(line.missing, lang) })),
    budget: account ? budgetIssues(account, report.month, lang) : [],
    backlogChange: report.summary.backlogChange,
    openPastDue: report.summary.openPastDue,
  });
}

/** What is wrong with the budget of a month, the gravest first. */
function budgetIssues(account: Account, month: string, lang: Lang): BudgetIssue[] {
  const { format } = speak(lang);
  const { beyond, owed, penalties } = budgetOf(account, month);
  return [
    ...beyond.map(({ book, used, volume }): BudgetIssue => ({
      kind: 'beyond',
      book: bookLabel(book, lang),
      share: volume > 0 ? format.percent(used, volume) : quantityText(used, book.unit, lang),
    })),
    ...owed.map(({ book, quantity }): BudgetIssue => ({
      kind: 'owed',
      book: bookLabel(book, lang),
      quantity: quantityText(quantity, book.unit, lang),
    })),
    ...(penalties
      ? [
          {
            kind: 'penalties' as const,
            amount: format.money(penalties.amount, account.currency),
            agreed: penalties.agreed,
          },
        ]
      : []),
  ];
}
