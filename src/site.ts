/**
 * The addresses of the site: which page is where, in each language. Links are relative and name index.html, so that the
 * same files work at the root of a host, under any path of one, and opened from a disk.
 */
import type { IndicatorId } from './calculators/indicators/model/indicators.ts';
import type { Lang } from './contract/contract.ts';
import type { Month } from './domain/months.ts';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'method' }
  | { readonly page: 'contract'; readonly contract: string }
  | { readonly page: 'data'; readonly contract: string }
  | { readonly page: 'consumption'; readonly contract: string }
  | { readonly page: 'statement'; readonly contract: string; readonly month: Month }
  | { readonly page: 'money'; readonly contract: string }
  | { readonly page: 'chapters'; readonly contract: string }
  | { readonly page: 'ticket'; readonly contract: string; readonly slug: string }
  | { readonly page: 'glossary' }
  | { readonly page: 'sizing' }
  | { readonly page: 'what-if'; readonly contract?: string }
  | { readonly page: 'indicators' }
  | { readonly page: 'indicator'; readonly indicator: IndicatorId }
  | { readonly page: 'accessibility' }
  | { readonly page: 'year'; readonly contract: string; readonly year: string }
  | { readonly page: 'tickets' | 'explorer' | 'contract-method'; readonly contract: string }
  | { readonly page: 'summary' | 'deck'; readonly contract: string; readonly month: Month }
  | { readonly page: 'month'; readonly contract: string; readonly month: Month };

const PREFIX: Record<Lang, string> = { fr: '', en: 'en/' };
const METHOD: Record<Lang, string> = { fr: 'methode/', en: 'method/' };
const EXPLORER: Record<Lang, string> = { fr: 'explorateur/', en: 'explorer/' };
const SUMMARY: Record<Lang, string> = { fr: 'synthese/', en: 'summary/' };
const DECK: Record<Lang, string> = { fr: 'presentation/', en: 'deck/' };
const GLOSSARY: Record<Lang, string> = { fr: 'glossaire/', en: 'glossary/' };
const ACCESSIBILITY: Record<Lang, string> = { fr: 'accessibilite/', en: 'accessibility/' };
const SIZING: Record<Lang, string> = { fr: 'dimensionnement/', en: 'sizing/' };
const WHAT_IF: Record<Lang, string> = { fr: 'et-si/', en: 'what-if/' };
const INDICATORS: Record<Lang, string> = { fr: 'indicateurs/', en: 'indicators/' };
/** French addresses of the indicators; in English their ids are their addresses. */
const INDICATOR_SLUGS: Readonly<Record<IndicatorId, string>> = {
  nps: 'nps',
  csat: 'csat',
  ces: 'ces',
  cac: 'cac',
  clv: 'clv',
  'clv-cac': 'clv-cac',
  retention: 'retention-clients',
  'revenue-churn': 'attrition-revenu',
  'first-contact': 'resolution-premier-contact',
  'resolution-time': 'temps-de-resolution',
  'response-time': 'temps-de-prise-en-compte',
  sla: 'engagements-tenus-sla',
  backlog: 'stock-de-tickets',
  reopen: 'taux-de-reouverture',
  escalation: 'taux-d-escalade',
  'ticket-cost': 'cout-par-ticket',
  'tickets-per-person': 'tickets-par-personne',
  occupancy: 'taux-d-occupation',
  'unit-use': 'consommation-des-unites',
  'burn-rate': 'rythme-de-consommation',
  exhaustion: 'epuisement-du-carnet',
};
const DATA: Record<Lang, string> = { fr: 'donnees/', en: 'data/' };
const CONSUMPTION: Record<Lang, string> = { fr: 'consommation/', en: 'consumption/' };
const MONEY: Record<Lang, string> = { fr: 'montants/', en: 'amounts/' };
const CHAPTERS: Record<Lang, string> = { fr: 'chapitres/', en: 'chapters/' };

/** The folder of a page, below the root of the site; ends with a slash unless it is the root. */
export function folderOf(lang: Lang, route: Route): string {
  switch (route.page) {
    case 'home':
      return PREFIX[lang];
    case 'method':
      return PREFIX[lang] + METHOD[lang];
    case 'contract':
      return `${PREFIX[lang]}${route.contract}/`;
    case 'data':
      return `${PREFIX[lang]}${route.contract}/${DATA[lang]}`;
    case 'consumption':
      return `${PREFIX[lang]}${route.contract}/${CONSUMPTION[lang]}`;
    case 'statement':
      return `${PREFIX[lang]}${route.contract}/${CONSUMPTION[lang]}${route.month}/`;
    case 'money':
      return `${PREFIX[lang]}${route.contract}/${MONEY[lang]}`;
    case 'chapters':
      return `${PREFIX[lang]}${route.contract}/${CHAPTERS[lang]}`;
    case 'ticket':
      return `${PREFIX[lang]}${route.contract}/tickets/${route.slug}/`;
    case 'year':
      return `${PREFIX[lang]}${route.contract}/${route.year}/`;
    case 'glossary':
      return PREFIX[lang] + GLOSSARY[lang];
    case 'accessibility':
      return PREFIX[lang] + ACCESSIBILITY[lang];
    case 'sizing':
      return PREFIX[lang] + SIZING[lang];
    case 'what-if':
      return `${PREFIX[lang]}${route.contract === undefined ? '' : `${route.contract}/`}${WHAT_IF[lang]}`;
    case 'indicators':
      return PREFIX[lang] + INDICATORS[lang];
    case 'indicator':
      return `${PREFIX[lang]}${INDICATORS[lang]}${indicatorSlug(lang, route.indicator)}/`;
    case 'tickets':
      return `${PREFIX[lang]}${route.contract}/tickets/`;
    case 'explorer':
      return `${PREFIX[lang]}${route.contract}/${EXPLORER[lang]}`;
    case 'contract-method':
      return `${PREFIX[lang]}${route.contract}/${METHOD[lang]}`;
    case 'summary':
      return `${PREFIX[lang]}${route.contract}/${route.month}/${SUMMARY[lang]}`;
    case 'deck':
      return `${PREFIX[lang]}${route.contract}/${route.month}/${DECK[lang]}`;
    case 'month':
      return `${PREFIX[lang]}${route.contract}/${route.month}/`;
  }
}

/** The last part of the address of an indicator. */
export function indicatorSlug(lang: Lang, id: IndicatorId): string {
  return lang === 'fr' ? INDICATOR_SLUGS[id] : id;
}

/** Names that a contract cannot have, since the site has pages of its own there. */
export const RESERVED_IDS: readonly string[] = [
  'en',
  'methode',
  'method',
  'glossaire',
  'glossary',
  'accessibilite',
  'accessibility',
  'dimensionnement',
  'sizing',
  'indicateurs',
  'indicators',
  'et-si',
  'what-if',
  'assets',
  'schema',
];

/** The relative way from the folder of a page to the root of the site: `../../`, or `./`. */
export function rootFrom(folder: string): string {
  return '../'.repeat(folder.split('/').length - 1) || './';
}

/** Relative links from a page to others in its language. */
export function linksFrom(lang: Lang, from: Route): (to: Route, anchor?: string) => string {
  const root = rootFrom(folderOf(lang, from));
  return (to, anchor) => `${root}${folderOf(lang, to)}index.html${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The relative way from a page to the JSON of a page (itself, unless another is named), which is published once, beside the French one. */
export function dataFrom(lang: Lang, from: Route, file: string, of = from): string {
  return `${rootFrom(folderOf(lang, from))}${folderOf('fr', of)}${file}`;
}

const STATEMENT: Record<Lang, string> = { fr: 'releve', en: 'statement' };

/** The name of the file of a statement for spreadsheets, in the folder of its page. */
export function statementFile(lang: Lang, month: Month, kind: 'csv' | 'xlsx'): string {
  return `${STATEMENT[lang]}-${month}.${kind}`;
}

const REPORT: Record<Lang, string> = { fr: 'rapport', en: 'report' };

/** The name of the file of a table of a month, or of the workbook of all, in the folder of its page. */
export function monthFile(lang: Lang, month: Month, table: string): string {
  return table === 'workbook' ? `${REPORT[lang]}-${month}.xlsx` : `${REPORT[lang]}-${month}-${table}.csv`;
}

const CARD: Record<Lang, string> = { fr: 'carte', en: 'card' };

/** The name of the card of a clock, in the folder of the page of its month. */
export function cardFile(lang: Lang, clock: string): string {
  return `${CARD[lang]}-${clock}.svg`;
}

/** The name of the script with the tickets of a contract, reduced, in the folder of its French pages. */
export const REPLAY_FILE = 'replay.js';

/** The name of the style sheet of a contract, in its folder of each language: its colour, its logo, its running lines. */
export const BRAND_FILE = 'brand.css';

const PDF: Record<Lang, Readonly<Record<string, string>>> = {
  fr: { month: 'rapport', year: 'rapport', summary: 'synthese', deck: 'presentation' },
  en: { month: 'report', year: 'report', summary: 'summary', deck: 'deck' },
};

/** The name of the printed page of a month or a year, in the folder of its page. */
export function pdfFile(lang: Lang, { page }: Route, period: string): string {
  return `${PDF[lang][page] ?? page}-${period}.pdf`;
}
