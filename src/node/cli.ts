/** The command line: the only place that reads arguments, prints, and sets the exit status. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrors } from '../domain/problem.ts';
import { isZone } from '../domain/zone.ts';
import { speak, type Lang } from '../i18n/index.ts';
import { readData } from './data.ts';
import { inspectFile, inspectionJson, inspectionText } from './inspect.ts';
import { sealMonth } from './seal.ts';
import { SCHEMAS, schemaText } from './schemas.ts';
import { renderGithub, renderGitlab, renderProblems } from './terminal.ts';

/** Exit statuses: 0 fine, 1 the data have errors or the build failed, 2 the command was not understood. */
const FAILED = 1;
const MISUSED = 2;

const OPTIONS = {
  data: { type: 'string' },
  out: { type: 'string' },
  contract: { type: 'string' },
  lang: { type: 'string' },
  github: { type: 'boolean' },
  gitlab: { type: 'string' },
  json: { type: 'boolean' },
  month: { type: 'string' },
  again: { type: 'boolean' },
  zone: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Settings {
  readonly data: string;
  readonly out: string;
  readonly only: string | undefined;
  readonly lang: Lang;
  readonly github: boolean;
  readonly gitlab: string | undefined;
  readonly file: string;
  readonly json: boolean;
  readonly month: string | undefined;
  readonly again: boolean;
  readonly zone: string;
}

interface Verb {
  readonly options: readonly (keyof typeof OPTIONS)[];
  /** Whether it is about one file, which is named. */
  readonly takesFile?: true;
  readonly help: Readonly<Record<Lang, string>>;
  readonly run: (settings: Settings) => Promise<number>;
}

const VERBS: Readonly<Record<string, Verb>> = {
  build: {
    options: ['data', 'out', 'contract', 'lang', 'github'],
    help: {
      fr: `jauge build – lit les données et fait le site.

  --data DOSSIER      le dossier de données (JAUGE_DATA ; par défaut data)
  --out DOSSIER       où va le site (JAUGE_OUT ; par défaut dist)
  --contract ID       un seul contrat
  --lang fr|en        la langue des messages (JAUGE_LANG ; par défaut fr)
  --github            annote les fichiers dans GitHub Actions (de soi-même quand GITHUB_ACTIONS est défini)

Si les données ont une erreur, rien n’est publié : le site précédent reste tel quel et le statut est 1.`,
      en: `jauge build – reads the data and makes the site.

  --data FOLDER       the data folder (JAUGE_DATA; default data)
  --out FOLDER        where the site goes (JAUGE_OUT; default dist)
  --contract ID       one contract only
  --lang fr|en        the language of messages (JAUGE_LANG; default fr)
  --github            annotate the files in GitHub Actions (by itself where GITHUB_ACTIONS is set)

Where the data have an error nothing is published: the previous site stays as it is and the status is 1.`,
    },
    run: build,
  },
  check: {
    options: ['data', 'contract', 'lang', 'github', 'gitlab'],
    help: {
      fr: `jauge check – lit les données et dit tout ce qui ne va pas, sans rien écrire.

  --data DOSSIER      le dossier de données (JAUGE_DATA ; par défaut data)
  --contract ID       un seul contrat
  --lang fr|en        la langue des messages (JAUGE_LANG ; par défaut fr)
  --github            annote les fichiers dans GitHub Actions (de soi-même quand GITHUB_ACTIONS est défini)
  --gitlab FICHIER    écrit aussi un rapport de qualité pour GitLab

Le statut est 1 s’il y a une erreur, 0 s’il n’y a que des avertissements.`,
      en: `jauge check – reads the data and says all that is wrong, without writing anything.

  --data FOLDER       the data folder (JAUGE_DATA; default data)
  --contract ID       one contract only
  --lang fr|en        the language of messages (JAUGE_LANG; default fr)
  --github            annotate the files in GitHub Actions (by itself where GITHUB_ACTIONS is set)
  --gitlab FILE       also write a code quality report for GitLab

The status is 1 where there is an error, 0 where there are warnings only.`,
    },
    run: check,
  },
  inspect: {
    options: ['json', 'zone', 'lang'],
    takesFile: true,
    help: {
      fr: `jauge inspect FICHIER – dit ce qui est compris d’un export, sans rien écrire.

  --zone ZONE         la zone des heures locales, là où l’outil ne la dit pas (par défaut Europe/Paris)
  --json              le dit en JSON, avec les tickets
  --lang fr|en        la langue des messages (JAUGE_LANG ; par défaut fr)

Si aucun outil n’est reconnu, une correspondance des colonnes est proposée, à copier dans le contrat.
Le statut est 1 s’il y a une erreur ou une ligne rejetée.`,
      en: `jauge inspect FILE – says what is understood of an export, without writing anything.

  --zone ZONE         the zone of local times, where the tool does not say (default Europe/Paris)
  --json              say it as JSON, with the tickets
  --lang fr|en        the language of messages (JAUGE_LANG; default fr)

Where no tool is recognised a mapping of the columns is drafted, to be copied into the contract.
The status is 1 where there is an error or a rejected row.`,
    },
    run: inspect,
  },
  pdf: {
    options: ['out', 'contract', 'month', 'lang'],
    help: {
      fr: `jauge pdf – imprime un mois du site construit (rapport, synthèse, présentation) ou une année, en PDF balisé, dans les deux langues.

  --contract ID       le contrat
  --month AAAA-MM     le mois (par défaut le dernier complet), ou une année AAAA
  --out DOSSIER       où est le site (JAUGE_OUT ; par défaut dist) : les PDF sont écrits à côté des pages
  --lang fr|en        la langue des messages (JAUGE_LANG ; par défaut fr)`,
      en: `jauge pdf – prints a month of the built site (report, summary, slides) or a year as tagged PDF, in both languages.

  --contract ID       the contract
  --month YYYY-MM     the month (default the last complete one), or a year YYYY
  --out FOLDER        where the site is (JAUGE_OUT; default dist): the PDF files are written beside the pages
  --lang fr|en        the language of messages (JAUGE_LANG; default fr)`,
    },
    run: pdf,
  },
  seal: {
    options: ['data', 'contract', 'month', 'again', 'lang'],
    help: {
      fr: `jauge seal – garde les chiffres d’un mois tels qu’ils ont été présentés, dans published/.

  --contract ID       le contrat
  --month AAAA-MM     le mois, complet
  --again             remplace un sceau qui existe
  --data DOSSIER      le dossier de données (JAUGE_DATA ; par défaut data)
  --lang fr|en        la langue des messages (JAUGE_LANG ; par défaut fr)

Dès lors, tout chiffre de ce mois que des données plus récentes changeraient est signalé sur son rapport.`,
      en: `jauge seal – keeps the figures of a month as they were presented, in published/.

  --contract ID       the contract
  --month YYYY-MM     the month, complete
  --again             replaces a seal that exists
  --data FOLDER       the data folder (JAUGE_DATA; default data)
  --lang fr|en        the language of messages (JAUGE_LANG; default fr)

From then on every figure of the month that newer data would change is told on its report.`,
    },
    run: seal,
  },
  schema: {
    options: ['out', 'lang'],
    help: {
      fr: `jauge schema – écrit les schémas JSON du contrat et des rapports.

  --out DOSSIER       où ils vont (par défaut public/schema)
  --lang fr|en        la langue des messages`,
      en: `jauge schema – writes the JSON Schemas of the contract and the reports.

  --out FOLDER        where they go (default public/schema)
  --lang fr|en        the language of messages`,
    },
    run: schema,
  },
};

const USAGE: Readonly<Record<Lang, string>> = {
  fr: `Usage : npm run jauge -- VERBE [options]

  build     lit les données et fait le site
  check     lit les données et dit tout ce qui ne va pas
  inspect   dit ce qui est compris d’un export
  pdf       imprime un mois ou une année
  seal      garde les chiffres d’un mois tels que présentés
  schema    écrit les schémas JSON

npm run jauge -- VERBE --help dit le reste.`,
  en: `Usage: npm run jauge -- VERB [options]

  build     reads the data and makes the site
  check     reads the data and says all that is wrong
  inspect   says what is understood of an export
  pdf       prints a month or a year
  seal      keeps the figures of a month as presented
  schema    writes the JSON Schemas

npm run jauge -- VERB --help says the rest.`,
};

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
  const verb = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb) {
    if (name === undefined && values.help) {
      console.log(USAGE[lang]);
      return 0;
    }
    return misused(name === undefined ? '' : `? ${name}`, lang);
  }
  if (values.help) {
    console.log(verb.help[lang]);
    return 0;
  }
  const foreign = (Object.keys(values) as (keyof typeof OPTIONS)[]).find((option) => !verb.options.includes(option));
  if (foreign) return misused(`? --${foreign}`, lang);
  const files = verb.takesFile ? 1 : 0;
  if (more.length > files) return misused(`? ${more.slice(files).join(' ')}`, lang);
  const [file = ''] = more;
  const { zone = 'Europe/Paris' } = values;
  if (verb.takesFile && (file === '' || !isZone(zone)))
    return misused(file === '' ? verb.help[lang] : `? --zone ${zone}`, lang);
  const isSchema = verb.run === schema;
  return verb.run({
    data: values.data ?? process.env['JAUGE_DATA'] ?? 'data',
    out: values.out ?? (isSchema ? 'public/schema' : (process.env['JAUGE_OUT'] ?? 'dist')),
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

async function build(settings: Settings): Promise<number> {
  const { data, out, lang } = settings;
  const { t } = speak(lang);
  // Astro takes a second to load, which the other verbs need not wait for.
  const { buildSite } = await import('./build.ts');
  const result = await buildSite({ data, out, ...(settings.only === undefined ? {} : { only: settings.only }) });
  printProblems(result.problems, settings);
  if (!result.published) {
    console.error(t.terminal.untouched(out));
    return FAILED;
  }
  console.log(t.terminal.built(result.pages, result.reports, out));
  return 0;
}

async function check(settings: Settings): Promise<number> {
  const { data, lang } = settings;
  const { t, format } = speak(lang);
  const { contracts, problems } = await readData(data, settings.only);
  if (settings.gitlab !== undefined) writeFileSync(settings.gitlab, renderGitlab(problems, data, lang));
  printProblems(problems, settings);
  if (hasErrors(problems)) return FAILED;
  const tickets = contracts.reduce((sum, { table }) => sum + (table?.count ?? 0), 0);
  const rows = contracts.flatMap(({ accounting }) => accounting).reduce((sum, { read }) => sum + read, 0);
  if (!problems.length) console.log(t.terminal.fine(contracts.length, format.number(tickets), format.number(rows)));
  return 0;
}

async function inspect({ file, zone, lang, json }: Settings): Promise<number> {
  const found = await inspectFile(file, zone);
  console.log(
    json
      ? inspectionJson(found, lang).trimEnd()
      : inspectionText(found, lang, process.stdout.isTTY && process.stdout.hasColors()),
  );
  return hasErrors(found.problems) ? FAILED : 0;
}

async function pdf(settings: Settings): Promise<number> {
  const { out, lang, only, month } = settings;
  if (only === undefined) {
    console.error(VERBS['pdf']!.help[lang]);
    return MISUSED;
  }
  // The browser takes its time to load, which the other verbs need not wait for.
  const { printPages } = await import('./pdf.ts');
  const { problems, files } = await printPages(out, only, month);
  printProblems(problems, settings);
  for (const file of files) console.log(file);
  return problems.length ? FAILED : 0;
}

async function seal(settings: Settings): Promise<number> {
  const { data, lang, only, month, again } = settings;
  if (only === undefined || month === undefined) {
    console.error(VERBS['seal']!.help[lang]);
    return MISUSED;
  }
  const { problems, sealed } = await sealMonth(data, only, month, again);
  printProblems(problems, settings);
  if (sealed === null) return FAILED;
  console.log(speak(lang).t.terminal.sealed(sealed));
  return 0;
}

async function schema({ out }: Settings): Promise<number> {
  mkdirSync(out, { recursive: true });
  for (const name of SCHEMAS) writeFileSync(join(out, `${name}.schema.json`), schemaText(name));
  return Promise.resolve(0);
}

function printProblems(problems: Parameters<typeof renderProblems>[0], { data, lang, github }: Settings): void {
  if (!problems.length) return;
  console.error(renderProblems(problems, data, lang, process.stderr.isTTY && process.stderr.hasColors()));
  if (github) console.log(renderGithub(problems, data, lang));
}
