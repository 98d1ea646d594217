/** Figures of a comparison in the words of a language. */
import { formatOf, type Format } from '../../../texts/format.ts';
import { replayTexts } from '../texts/index.ts';
import type { WhatIfMessages } from '../texts/messages.ts';
import type { Lang, Text } from '../../../contract/contract.ts';
import type { ContractFile } from '../../../contract/schema.ts';
import type { Share } from '../model/replay.ts';

/** A text of a contract file. */
export function textOf(text: string | Text, lang: Lang): string {
  return typeof text === 'string' ? text : text[lang];
}

export class Words {
  readonly lang: Lang;
  readonly t: WhatIfMessages;
  readonly format: Format;

  constructor(lang: Lang) {
    this.lang = lang;
    this.t = replayTexts(lang);
    this.format = formatOf(lang);
  }

  clock(id: string, label: Text | null): string {
    return label?.[this.lang] ?? this.t.clock[id] ?? id;
  }

  /** The name of a clock of a contract file. */
  clockIn(file: ContractFile, id: string): string {
    const own = file.clocks?.[id as 'resolve']?.label;
    return own === undefined ? this.clock(id, null) : textOf(own, this.lang);
  }

  priority(file: ContractFile, id: string | null): string {
    if (id === null) return this.t.answer.whole;
    const label = file.priorities.find((one) => one.id === id)?.label;
    return label === undefined ? id : `${id} · ${textOf(label, this.lang)}`;
  }

  share({ met, total }: Share, goal?: number): string {
    return total === 0 ? '—' : this.format.percent(met, total, goal);
  }

  /** The difference of two shares in points, with its sign. */
  points(before: Share, after: Share): string {
    if (before.total === 0 || after.total === 0) return '—';
    const points = Math.round((after.met / after.total - before.met / before.total) * 1000) / 10;
    return this.t.answer.points(this.signed(points, 1));
  }

  signed(value: number, digits: number): string {
    return `${value > 0 ? '+' : value < 0 ? '−' : '±'}${this.format.number(Math.abs(value), digits)}`;
  }

  period(from: string, to: string): string {
    const { month } = this.format;
    if (from === to) return this.lang === 'fr' ? `en ${month(from)}` : `in ${month(from)}`;
    return this.lang === 'fr' ? `de ${month(from)} à ${month(to)}` : `from ${month(from)} to ${month(to)}`;
  }
}
