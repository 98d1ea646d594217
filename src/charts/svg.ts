/** What all drawings share: text made safe, numbers made short, scales. Looks are classes of the style sheet. */

/** A number with at most one decimal, so that a drawing does not change with the last bit of a computation. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text as it stands between tags or in an attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element with its attributes; those that are `undefined` are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? px(value) : escape(value!)}"`)
    .join('');
  return content ? `<${name}${list}>${content}</${name}>` : `<${name}${list}/>`;
}

/** A text of a drawing. */
export function label(x: number, y: number, text: string, style = '', anchor?: 'start' | 'middle' | 'end'): string {
  return tag(
    'text',
    { x, y, class: style || undefined, 'text-anchor': anchor === 'start' ? undefined : anchor },
    escape(text),
  );
}

/**
 * The whole drawing. It is decoration for those who hear the page: the figure that holds it carries the name and the
 * table beside it the numbers.
 */
export function svg(width: number, height: number, style: string, content: string): string {
  return `<svg class="${style}" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" aria-hidden="true" focusable="false">${content}</svg>`;
}

/** About how wide a text of the drawing is: drawings are made where no font can be measured. */
export function textWidth(text: string): number {
  return text.length * 7;
}

/** Round values from 0 to at least `max`, about `count` of them. */
export function ticks(max: number, count: number): number[] {
  if (max <= 0) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((value) => value >= rough) ?? 10 * power);
  const result: number[] = [];
  for (let value = 0; value < max + step; value += step) result.push(value);
  return result;
}
