/** A figure of a month as a picture of its own, for an intranet: it carries its words, its looks and its alternative. */
import type { Lang } from '../contract/contract.ts';
import { speak } from '../texts/index.ts';
import { countedText, reportClockName } from '../presenters/words.ts';
import type { MonthlyReport } from '../report/schema.ts';
import { escape, tag } from './svg.ts';

const COLOURS = { met: '#1f6b3a', missed: '#b3361e', other: '#59626b' } as const;
const INK = '#1c2126';
const WIDTH = 340;
const HEIGHT = 150;

/** Draws the card of a clock. */
export function drawCard(report: MonthlyReport, clock: string, lang: Lang): string {
  const { t, format } = speak(lang);
  const line = report.commitments.find((one) => one.clock === clock && one.priority === null)!;
  const goal = line.goal.numerator / line.goal.denominator;
  const { byDeadline: share, verdict } = line;
  const value = share ? format.percent(share.met, share.total, goal) : t.report.dash;
  const colour = COLOURS[verdict === 'met' || verdict === 'missed' ? verdict : 'other'];
  const name = reportClockName(report, clock, lang);
  const month = format.month(report.month);
  const detail = [
    t.verdict[verdict],
    t.report.goalIs(format.goal(goal)),
    ...(share ? [countedText('deadlines', share.total, lang)] : []),
  ].join(', ');
  const text = (x: number, y: number, size: number, fill: string, content: string, weight = 400): string =>
    tag('text', { x, y, fill, 'font-size': size, 'font-weight': weight }, escape(content));
  const label = `${report.contract.name[lang]}, ${name}, ${month}${t.colon}${value}. ${detail}.`;
  const bar = share ? (share.met / share.total) * (WIDTH - 40) : 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escape(label)}" font-family="system-ui, sans-serif" xml:lang="${lang}">${[
    tag('rect', { x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1, fill: '#fbfaf6', stroke: '#e3dfd5' }),
    text(20, 28, 12, '#59626b', report.contract.name[lang]),
    text(20, 48, 14, INK, `${name}, ${month}`, 600),
    text(20, 90, 34, INK, value),
    tag('rect', { x: 20, y: 102, width: WIDTH - 40, height: 4, fill: '#e3dfd5' }),
    tag('rect', { x: 20, y: 101, width: bar, height: 6, fill: colour }),
    tag('rect', { x: 20 + goal * (WIDTH - 40) - 1, y: 97, width: 2, height: 14, fill: INK }),
    text(20, 132, 12, colour, detail, 600),
  ].join('')}</svg>\n`;
}
