/** A small line without axes: the numbers stand beside it. */
const [WIDTH, HEIGHT] = [160, 36];

export function sparkline(values: readonly number[], name: string): SVGSVGElement {
  const svg = (tag: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (i: number): number => 3 + (i * (WIDTH - 6)) / (values.length - 1);
  const y = (value: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - 4 - ((value - low) * (HEIGHT - 8)) / (high - low);
  const root = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: String(WIDTH),
    height: String(HEIGHT),
    role: 'img',
    'aria-label': name,
  }) as SVGSVGElement;
  root.append(
    svg('polyline', {
      points: values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' '),
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.5',
    }),
    svg('circle', {
      cx: x(values.length - 1).toFixed(1),
      cy: y(values.at(-1)!).toFixed(1),
      r: '3',
      fill: 'currentColor',
    }),
  );
  return root;
}
