/** The manager's words: Markdown becomes HTML, and nothing in it becomes code. */
import { expect, test } from 'vitest';
import { commentOf } from '../../src/report/comment.ts';

test('headings go below those of the page; lists and emphasis stay', () => {
  expect(commentOf({ fr: '# Mot\n\n- **un**\n- deux', en: null })).toEqual({
    fr: '<h3>Mot</h3>\n<ul>\n<li><strong>un</strong></li>\n<li>deux</li>\n</ul>',
    en: '<h3>Mot</h3>\n<ul>\n<li><strong>un</strong></li>\n<li>deux</li>\n</ul>',
  });
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '![x](https://evil.example/pixel.gif)',
  '![x][y]\n\n[y]: https://evil.example/pixel.gif',
  '<a href="javascript:alert(1)">x</a>',
  'autolink <javascript:alert(1)>',
])('%s is no code and asks no other host', (markdown) => {
  const { fr } = commentOf({ fr: markdown, en: null })!;
  expect(fr).not.toMatch(/<script|<img|href="(javascript|data):/i);
});

test('each language has its own words where both are written', () => {
  expect(commentOf({ fr: 'Bonjour', en: 'Hello' })).toEqual({ fr: '<p>Bonjour</p>', en: '<p>Hello</p>' });
  expect(commentOf({ fr: null, en: null })).toBeNull();
});
