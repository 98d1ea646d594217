/** The form of the terms: what is in force beside what is put in its place. */
import type { ContractFile } from '../../../contract/schema.ts';
import { fieldsOf, SAME, wholeTerms, type FieldGroup, type TermField } from '../model/fields.ts';
import { h, type Child } from '../../../browser/dom.ts';
import { textOf, type Words } from './words.ts';

const GROUPS: readonly FieldGroup[] = ['commitments', 'hours', 'coverage', 'prices', 'penalties', 'questions'];

export class TermsForm {
  readonly fields: readonly TermField[];
  readonly #file: ContractFile;
  readonly #words: Words;
  readonly #isAssumed: boolean;
  readonly #inputs = new Map<string, HTMLInputElement | HTMLSelectElement>();
  readonly #faults = new Map<string, HTMLElement>();
  readonly #rows = new Map<string, HTMLElement>();

  /** @param isAssumed the terms are usual ones, which nobody agreed on */
  constructor(file: ContractFile, words: Words, isAssumed: boolean) {
    this.#isAssumed = isAssumed;
    this.#file = file;
    this.#words = words;
    this.fields = fieldsOf(file);
  }

  /** Builds the form. Sections without a field are left out. */
  build(): Child[] {
    const { t } = this.#words;
    return GROUPS.flatMap((group) => {
      const own = this.fields.filter((field) => field.group === group);
      if (!own.length) return [];
      const parts = [...new Set(own.map(({ of }) => of))];
      const body = parts.flatMap((part) => {
        const rows = own.filter(({ of }) => of === part).map((field) => this.#row(field));
        return part === ''
          ? rows
          : [h('fieldset', { class: 'part' }, h('legend', {}, this.#partName(group, part)), ...rows)];
      });
      const isFirst = group === 'commitments';
      return [
        isFirst
          ? h('fieldset', {}, h('legend', {}, t.group[group]), ...body)
          : h(
              'details',
              {},
              h('summary', {}, t.group[group]),
              h('fieldset', {}, h('legend', { class: 'skip-status' }, t.group[group]), ...body),
            ),
      ];
    });
  }

  /** What stands in the fields; one that nobody touched is as it was. */
  typed(values: ReadonlyMap<string, string>): Map<string, string> {
    return new Map(
      this.fields.map(({ id, kind, value }) => {
        const before = values.get(id) ?? value;
        const { value: now } = this.#inputs.get(id)!;
        return [id, now === this.#written(kind, before) ? before : now];
      }),
    );
  }

  /**
   * Names, and values before and after, of what is changed.
   * @param today what differs from the file already
   */
  told(
    changes: ReadonlyMap<string, string>,
    today: ReadonlyMap<string, string>,
  ): readonly { readonly name: string; readonly before: string; readonly after: string }[] {
    return this.fields.flatMap((field) => {
      const after = changes.get(field.id);
      if (after === undefined) return [];
      const part = field.of === '' || field.group === 'hours' ? '' : `${this.#partName(field.group, field.of)}, `;
      return [
        {
          name: `${part}${this.#name(field)}`,
          before: today.has(field.id) ? this.#value(field, today.get(field.id)!) : this.#inForce(field),
          after: this.#value(field, after),
        },
      ];
    });
  }

  /** A value in its field: numbers as the language writes them. */
  #written(kind: TermField['kind'], value: string): string {
    const isNumber = kind === 'quantity' || kind === 'money' || kind === 'percentage' || kind === 'factor';
    return isNumber && this.#words.lang === 'fr' ? value.replace('.', ',') : value;
  }

  #value({ kind }: TermField, value: string): string {
    const { t } = this.#words;
    if (kind === 'choice') return t.option[value] ?? value;
    return value === '' ? '—' : this.#written(kind, value);
  }

  #inForce(field: TermField): string {
    return field.inForce.map((value) => this.#value(field, value)).join(this.#words.t.sides.then);
  }

  /** Where the value of a field comes from. */
  #origin(field: TermField): string {
    const { sides } = this.#words.t;
    // What stands first in a list says already that it is the contract's.
    if (field.inForce.length === 1 && field.inForce[0] === SAME) return '';
    const text = this.#inForce(field);
    return field.estimated ? sides.estimated(text) : this.#isAssumed ? sides.assumed(text) : sides.inForce(text);
  }

  /** Puts values into the fields; those that are not given go back to the contract's. */
  fill(values: ReadonlyMap<string, string>): void {
    for (const { id, kind, value } of this.fields)
      this.#inputs.get(id)!.value = this.#written(kind, values.get(id) ?? value);
    this.#showForms();
  }

  /** Marks the fields that cannot be read, and those that differ from the contract. */
  mark(faults: ReadonlyMap<string, keyof Words['t']['fault']>, changes: ReadonlyMap<string, string>): void {
    for (const { id } of this.fields) {
      const fault = faults.get(id);
      this.#faults.get(id)!.textContent = fault === undefined ? '' : this.#words.t.fault[fault];
      const input = this.#inputs.get(id)!;
      if (fault === undefined) input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
      const row = this.#rows.get(id)!;
      row.classList.toggle('changed', changes.has(id));
      // What is changed, or at fault, is not folded away.
      if (changes.has(id) || fault !== undefined) row.closest('details')?.setAttribute('open', '');
    }
    this.#showForms();
  }

  /** Of a coverage only the fields of the form that is chosen. */
  #showForms(): void {
    for (const { id, of, group, form } of this.fields) {
      if (group !== 'coverage' || form === null) continue;
      this.#rows.get(id)!.hidden = this.#inputs.get(`coverage.${of}.form`)!.value !== form;
    }
    // Hours of the day mean nothing where it is always open.
    const openings = this.fields.find(({ what }) => what === 'openings');
    const days = this.#inputs.get('hours.days')?.value;
    if (openings) this.#rows.get(openings.id)!.hidden = days === '24x7' || (days === 'same' && openings.value === '');
  }

  #partName(group: FieldGroup, part: string): string {
    const { lang } = this.#words;
    const term = wholeTerms(this.#file).at(-1)!;
    if (group === 'commitments') return this.#words.clockIn(this.#file, part);
    const labelled =
      group === 'coverage'
        ? term.coverage.find(({ id }) => id === part)
        : group === 'penalties'
          ? term.penalties.find(({ id }) => id === part)
          : term.prices.find(({ profile }) => profile === part);
    return labelled?.label === undefined ? part : textOf(labelled.label, lang);
  }

  #name({ what, place, group, of }: TermField): string {
    const { t } = this.#words;
    if (what !== 'target')
      return `${t.field[what]}${place === '' ? '' : ` (${this.#profile(of, place)})`}${this.#unitOf(group, of, what)}`;
    if (this.#file.priorities.some((one) => one.id === place)) return this.#words.priority(this.#file, place);
    return place === '*' ? t.answer.whole : place;
  }

  #row(field: TermField): HTMLElement {
    const { t } = this.#words;
    const { id, kind, options, value } = field;
    const key = `f-${id.replace(/[^A-Za-z0-9-]+/g, '-')}`;
    const name = this.#name(field);
    const input =
      kind === 'choice'
        ? h(
            'select',
            { id: key, 'aria-describedby': `${key}-fault ${key}-now` },
            ...options.map((option) => h('option', { value: option }, t.option[option] ?? option)),
          )
        : h('input', {
            id: key,
            type: 'text',
            inputmode: kind === 'quantity' || kind === 'money' ? 'decimal' : 'text',
            autocomplete: 'off',
            'aria-describedby': `${key}-fault ${key}-now`,
          });
    input.value = this.#written(kind, value);
    const fault = h('span', { id: `${key}-fault`, class: 'fault' });
    const now = h('span', { id: `${key}-now`, class: 'soft' }, this.#origin(field));
    const row = h('p', { class: 'field' }, h('label', { for: key }, name), input, now, fault);
    this.#inputs.set(id, input);
    this.#faults.set(id, fault);
    this.#rows.set(id, row);
    return row;
  }

  /** The unit of a quantity of a coverage. */
  #unitOf(group: FieldGroup, of: string, what: TermField['what']): string {
    if (group !== 'coverage' || !['volume', 'franchise', 'carry', 'lots'].includes(what)) return '';
    const coverage = wholeTerms(this.#file)
      .at(-1)!
      .coverage.find(({ id }) => id === of)!;
    return `, ${this.#words.t.unit[coverage.form === 'regie' ? 'days' : coverage.unit]}`;
  }

  #profile(of: string, place: string): string {
    const coverage = wholeTerms(this.#file)
      .at(-1)!
      .coverage.find(({ id }) => id === of);
    const label =
      coverage?.form === 'regie' ? coverage.capacity.find(({ profile }) => profile === place)?.label : undefined;
    return label === undefined ? place : textOf(label, this.#words.lang);
  }
}
