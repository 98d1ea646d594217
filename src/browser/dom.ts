/** Elements from data: text is always text. */
export type Child = Node | string | null | false;

/** An element with attributes and children. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** A table in its frame. The first cell of each row names it; the others are numbers. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Child[])[],
  strong: number | readonly number[] = -1,
): HTMLElement {
  return h(
    'div',
    { class: 'frame', role: 'region', 'aria-label': caption, tabindex: '0' },
    h(
      'table',
      {},
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h('tr', {}, ...head.map((text, i) => h('th', { scope: 'col', ...(i > 0 && { class: 'n' }) }, text))),
      ),
      h(
        'tbody',
        {},
        ...rows.map((cells, r) =>
          h(
            'tr',
            [strong].flat().includes(r) ? { class: 'group' } : {},
            ...cells.map((cell, i) => (i === 0 ? h('th', { scope: 'row' }, cell) : h('td', { class: 'n' }, cell))),
          ),
        ),
      ),
    ),
  );
}
