/** Every page of the site, with what it shows: a route and the data of it. Each is made once in each language. */
import { answerTo, type Answer } from '../calculators/sizing/model/answer.ts';
import { USUAL } from '../calculators/sizing/model/situation.ts';
import { INDICATOR_IDS } from '../calculators/indicators/model/indicators.ts';
import type { Publication } from '../report/publication.ts';
import type { Route } from '../site.ts';

type At<Page extends Route['page']> = Extract<Route, { readonly page: Page }>;
type Of = { readonly of: Publication };

export type Page =
  | (At<'home'> & { readonly contracts: readonly Publication[] })
  | At<'method'>
  | At<'glossary'>
  | At<'accessibility'>
  | (At<'sizing'> & { readonly usual: Answer })
  | At<'indicators'>
  | At<'indicator'>
  | (At<'what-if'> & { readonly of: Publication | null })
  | ({
      readonly page: 'contract' | 'data' | 'tickets' | 'explorer' | 'contract-method';
      readonly contract: string;
    } & Of)
  | ({ readonly page: 'consumption' | 'money'; readonly contract: string } & {
      readonly overview: Publication['overview'];
      readonly account: NonNullable<Publication['account']>;
    })
  | (At<'statement'> & {
      readonly account: NonNullable<Publication['account']>;
      readonly statement: Publication['statements'][number];
      readonly months: readonly string[];
    })
  | (At<'chapters'> & {
      readonly overview: Publication['overview'];
      readonly chapters: NonNullable<Publication['chapters']>;
    })
  | (At<'ticket'> & { readonly proof: Publication['proofs'][number] } & Of)
  | (At<'year'> & { readonly report: Publication['years'][number] } & Of)
  | ({ readonly page: 'month' | 'summary' | 'deck'; readonly contract: string; readonly month: string } & {
      readonly report: Publication['months'][number];
    } & Of);

/** The pages of a site of these contracts. */
export function pagesOf(contracts: readonly Publication[]): Page[] {
  return [
    { page: 'home', contracts },
    { page: 'method' },
    { page: 'glossary' },
    { page: 'accessibility' },
    // The answer to the situation that stands in the form: a phone shows it before it has computed anything.
    { page: 'sizing', usual: answerTo(USUAL) },
    { page: 'what-if', of: null },
    { page: 'indicators' },
    ...INDICATOR_IDS.map((indicator): Page => ({ page: 'indicator', indicator })),
    ...contracts.flatMap(pagesOfContract),
  ];
}

function pagesOfContract(of: Publication): Page[] {
  const { overview, account, chapters } = of;
  const contract = overview.id;
  return [
    ...(['contract', 'data', 'tickets', 'explorer', 'contract-method'] as const).map((page): Page => ({
      page,
      contract,
      of,
    })),
    { page: 'what-if', contract, of },
    ...of.months.flatMap((report) =>
      (['month', 'summary', 'deck'] as const).map((page): Page => ({
        page,
        contract,
        month: report.month,
        report,
        of,
      })),
    ),
    ...of.years.map((report): Page => ({ page: 'year', contract, year: report.year, report, of })),
    ...of.proofs.map((proof): Page => ({ page: 'ticket', contract, slug: proof.slug, proof, of })),
    ...(chapters ? [{ page: 'chapters', contract, overview, chapters } as const] : []),
    ...(account
      ? [
          { page: 'consumption', contract, overview, account } as const,
          { page: 'money', contract, overview, account } as const,
          ...of.statements.map((statement): Page => ({
            page: 'statement',
            contract,
            month: statement.month,
            account,
            statement,
            months: of.statements.map(({ month }) => month),
          })),
        ]
      : []),
  ];
}
