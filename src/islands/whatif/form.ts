/** The form of the terms: what is in force beside what is put in its place. */
import type { ContractFile } from '../../contract/schema.ts';
import { fieldsOf, wholeTerms, type FieldGroup, type TermField } from '../../replay/fields.ts';
import { h, type Child } from '../browser/dom.ts';
import { textOf, type Words } from './words.ts';

const GROUPS: readonly FieldGroup[] = ['commitments', 'hours', 'coverage', 'prices', 'penalties', 'questions'];

export class TermsForm {
  readonly fields: readonly TermField[];
  readonly #file: ContractFile;
  readonly #words: Words;
  readonly #inputs = new Map<string, HTMLInputElement | HTMLSelectElement>();
  readonly #faults = new Map<string, HTMLElement>();
  readonly #rows = new Map<string, HTMLElement>();

  constructor(file: ContractFile, words: Words) {
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

  /** What stands in the fields. */
  typed(): Map<string, string> {
    return new Map([...this.#inputs].map(([id, input]) => [id, input.value]));
  }

  /** Puts values into the fields; those that are not given go back to the contract's. */
  fill(values: ReadonlyMap<string, string>): void {
    for (const { id, value } of this.fields) this.#inputs.get(id)!.value = values.get(id) ?? value;
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
      this.#rows.get(id)!.classList.toggle('changed', changes.has(id));
    }
    this.#showForms();
  }

  /** Of a coverage only the fields of the form that is chosen. */
  #showForms(): void {
    for (const { id, of, group, form } of this.fields) {
      if (group !== 'coverage' || form === null) continue;
      this.#rows.get(id)!.hidden = this.#inputs.get(`coverage.${of}.form`)!.value !== form;
    }
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

  #row(field: TermField): HTMLElement {
    const { t } = this.#words;
    const { id, what, place, kind, options, value, group, of } = field;
    const key = `f-${id.replace(/[^A-Za-z0-9-]+/g, '-')}`;
    const isTarget = what === 'target';
    const name = isTarget
      ? this.#file.priorities.some((one) => one.id === place)
        ? this.#words.priority(this.#file, place)
        : place === '*'
          ? t.answer.whole
          : place
      : `${t.field[what]}${place === '' ? '' : ` (${this.#profile(of, place)})`}${this.#unitOf(group, of, what)}`;
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
    input.value = value;
    const fault = h('span', { id: `${key}-fault`, class: 'fault' });
    const shown = kind === 'choice' ? (t.option[value] ?? value) : value;
    const now = h('span', { id: `${key}-now`, class: 'soft' }, t.sides.inForce(shown === '' ? '—' : shown));
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
