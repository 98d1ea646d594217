/** The logo of a contract: a picture of its own folder that can do nothing but be looked at. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { error, type Place, type Problem, type ProblemParams } from '../domain/problem.ts';

/** A picture that large is no logo. */
const LARGEST_LOGO = 200_000;
const PNG = [0x89, 0x50, 0x4e, 0x47];
/** What a drawing is made of; whatever else there is could run, or ask another host. */
const SVG_ELEMENTS =
  /^(?:svg|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|title|desc|defs|linearGradient|radialGradient|stop|clipPath)$/;
const SVG_ATTRIBUTES =
  /^(?:xmlns|viewBox|width|height|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|points|fill|fill-[a-z]+|stroke|stroke-[a-z]+|transform|opacity|font-[a-z]+|text-anchor|dominant-baseline|offset|stop-[a-z]+|gradientUnits|gradientTransform|clip-path|clip-rule|id|role|aria-label|version|preserveAspectRatio)$/;

/**
 * Reads the logo of a contract.
 * @param path the folder of the contract
 * @param logo its name there, as the contract file gives it
 * @param place where the contract file stands
 * @returns its bytes, or why it is not used
 */
export function readLogo(path: string, logo: string, place: Place): Uint8Array | Problem {
  const refuse = (why: ProblemParams['logo-unusable']['why']): Problem => error('logo-unusable', { logo, why }, place);
  const file = join(path, logo);
  if (relative(path, file).startsWith('..')) return refuse('outside');
  if (!existsSync(file) || !statSync(file).isFile()) return refuse('missing');
  if (relative(realpathSync(path), realpathSync(file)).startsWith('..')) return refuse('outside');
  if (statSync(file).size > LARGEST_LOGO) return refuse('size');
  const bytes = readFileSync(file);
  if (/\.png$/i.test(logo)) return PNG.every((byte, i) => bytes[i] === byte) ? bytes : refuse('format');
  if (!/\.svg$/i.test(logo) || !/<svg[\s>]/.test(bytes.toString('utf8'))) return refuse('format');
  return isDrawing(bytes.toString('utf8')) ? bytes : refuse('script');
}

/** Whether a text is nothing but shapes and words: plain elements with plain attributes, and no way out. */
export function isDrawing(text: string): boolean {
  const body = text
    .replace(/^\ufeff/, '')
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  if (/<[!?]|&(?!amp;|lt;|gt;|quot;|apos;)/.test(body)) return false;
  return [...body.matchAll(/<([^>]*)(>?)/g)].every(([, tag = '', end]) => {
    const [, name = '', rest = ''] = /^\/?([^\s/]*)([\s\S]*)$/.exec(tag) ?? [];
    if (end === '' || !SVG_ELEMENTS.test(name)) return false;
    const attributes = [...rest.matchAll(/\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g)];
    const left = attributes.reduce((text_, [whole]) => text_.replace(whole, ''), rest);
    return (
      /^\s*\/?$/.test(left) &&
      attributes.every(
        ([, attribute = '', a, b]) =>
          SVG_ATTRIBUTES.test(attribute) &&
          (attribute === 'xmlns' || /^(?!.*(?:url\s*\((?!#)|script|@|\\))/is.test(a ?? b ?? '')),
      )
    );
  });
}
