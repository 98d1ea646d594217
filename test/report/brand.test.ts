/** The style sheet of a contract: its colour can be read on any ground, and its words stay words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brandSheet, readable } from '../../src/report/brand.ts';

/** WCAG 2.2, written out again from its text. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const c = Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
      return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    }, 0);
  const [x, y] = [light(a) + 0.05, light(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

const none = { accent: null, logo: null, running: '', foot: null };

describe('the colour of a contract', () => {
  test('is kept where it can be read, and becomes darker or lighter where it could not', () => {
    expect(readable('#1f4e79', '#fbfaf6')).toBe('#1f4e79');
    expect(readable('#ffff00', '#ffffff')).not.toBe('#ffff00');
    expect(readable('#1f4e79', '#15181b')).not.toBe('#1f4e79');
  });

  test('can be read on both grounds and on paper, whatever it is', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, fc.constantFrom('#fbfaf6', '#15181b', '#ffffff'), (accent, ground) => {
        expect(contrast(readable(accent, ground), ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

describe('the running lines', () => {
  test('hold a name that tries to end its string', () => {
    const sheet = brandSheet({ ...none, running: 'A"}\n@import url(https://evil.example)\\', foot: '</style>' });
    expect(sheet).toContain(String.raw`content:"A\22 \7d \a \40 import url(https:\2f \2f evil.example)\5c "`);
    expect(sheet).not.toContain('</style>');
  });

  test('say nothing of a colour or a logo that there is not', () => {
    expect(brandSheet({ ...none, running: 'Portail – Mutuelle' })).toBe(
      '@media print{@page{@top-left{content:"Portail – Mutuelle";font:8pt sans-serif;color:#4a535b}}}\n',
    );
  });
});
