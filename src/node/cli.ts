/** The command line: the only place that reads arguments and sets the exit status. Each verb is a file of `verbs/`. */
import { parseArgs } from 'node:util';
import { isZone } from '../domain/zone.ts';
import { HELP, USAGE, VERBS, type VerbName } from '../texts/command-line.ts';
import type { Lang } from '../texts/index.ts';
import { FAILED, MISUSED, OPTIONS, type Verb } from './verb.ts';
import { build } from './verbs/build.ts';
import { check } from './verbs/check.ts';
import { dev } from './verbs/dev.ts';
import { inspect } from './verbs/inspect.ts';
import { pdf } from './verbs/pdf.ts';
import { schema } from './verbs/schema.ts';
import { seal } from './verbs/seal.ts';

const RUN: Readonly<Record<VerbName, Verb>> = { build, dev, check, inspect, pdf, seal, schema };

process.exitCode = await main(process.argv.slice(2)).catch((cause: unknown) => {
  // A fault of the program or of the machine: the reason, and for the former where to look.
  const { code, message, stack } = cause as NodeJS.ErrnoException;
  console.error(code === undefined ? stack : message);
  return FAILED;
});

async function main(args: string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    return misused((cause as Error).message, langOf(undefined));
  }
  const { values, positionals } = parsed;
  const lang = langOf(values.lang);
  if (values.lang !== undefined && values.lang !== 'fr' && values.lang !== 'en')
    return misused(`? --lang ${values.lang}`, lang);
  const [name, ...more] = positionals;
  const verb = VERBS.find((known) => known === name);
  if (!verb) {
    if (name === undefined && values.help) {
      console.log(USAGE[lang]);
      return 0;
    }
    return misused(name === undefined ? '' : `? ${name}`, lang);
  }
  if (values.help) {
    console.log(HELP[verb][lang]);
    return 0;
  }
  const { options, takesFile, out, run } = RUN[verb];
  const foreign = (Object.keys(values) as (keyof typeof OPTIONS)[]).find((option) => !options.includes(option));
  if (foreign) return misused(`? --${foreign}`, lang);
  const files = takesFile ? 1 : 0;
  if (more.length > files) return misused(`? ${more.slice(files).join(' ')}`, lang);
  const [file = ''] = more;
  const { zone = 'Europe/Paris' } = values;
  if (takesFile && (file === '' || !isZone(zone)))
    return misused(file === '' ? HELP[verb][lang] : `? --zone ${zone}`, lang);
  return run({
    data: values.data ?? process.env['JAUGE_DATA'] ?? 'data',
    out: values.out ?? out ?? process.env['JAUGE_OUT'] ?? 'dist',
    only: values.contract,
    lang,
    github: values.github ?? process.env['GITHUB_ACTIONS'] === 'true',
    gitlab: values.gitlab,
    file,
    json: values.json ?? false,
    month: values.month,
    again: values.again ?? false,
    zone,
  });
}

function langOf(value: string | undefined): Lang {
  return (value ?? process.env['JAUGE_LANG']) === 'en' ? 'en' : 'fr';
}

function misused(what: string, lang: Lang): number {
  console.error([what, USAGE[lang]].filter(Boolean).join('\n\n'));
  return MISUSED;
}
