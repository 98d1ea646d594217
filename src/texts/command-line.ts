/** What the command line says of itself. */
import type { Lang } from '../contract/contract.ts';

export const VERBS = ['build', 'dev', 'check', 'inspect', 'pdf', 'seal', 'schema'] as const;
export type VerbName = (typeof VERBS)[number];

export const USAGE: Readonly<Record<Lang, string>> = {
  fr: `Usage : npm run jauge -- VERBE [options]

  build     lit les données et fait le site
  dev       montre le site pendant qu’on y travaille
  check     lit les données et dit tout ce qui ne va pas
  inspect   dit ce qui est compris d’un export
  pdf       imprime un mois ou une année
  seal      garde les chiffres d’un mois tels que présentés
  schema    écrit les schémas JSON

npm run jauge -- VERBE --help dit le reste.`,
  en: `Usage: npm run jauge -- VERB [options]

  build     reads the data and makes the site
  dev       shows the site while one works on it
  check     reads the data and says all that is wrong
  inspect   says what is understood of an export
  pdf       prints a month or a year
  seal      keeps the figures of a month as presented
  schema    writes the JSON Schemas

npm run jauge -- VERB --help says the rest.`,
};

/** The help of each verb. */
export const HELP: Readonly<Record<VerbName, Readonly<Record<Lang, string>>>> = {
  build: {
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
  dev: {
    fr: `jauge dev – montre le site pendant qu’on y travaille : une vue, un texte, un contrat ou un dépôt modifié s’affiche de lui-même.

  --data DOSSIER      le dossier de données (JAUGE_DATA ; par défaut data)
  --contract ID       un seul contrat
  --lang fr|en        la langue des messages (JAUGE_LANG ; par défaut fr)

Les tableaux pour tableur ne sont faits que par build.`,
    en: `jauge dev – shows the site while one works on it: a view, a text, a contract or a drop that changes shows by itself.

  --data FOLDER       the data folder (JAUGE_DATA; default data)
  --contract ID       one contract only
  --lang fr|en        the language of messages (JAUGE_LANG; default fr)

Tables for spreadsheets are made by build only.`,
  },
  check: {
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
  inspect: {
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
  pdf: {
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
  seal: {
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
  schema: {
    fr: `jauge schema – écrit les schémas JSON du contrat et des rapports.

  --out DOSSIER       où ils vont (par défaut public/schema)
  --lang fr|en        la langue des messages`,
    en: `jauge schema – writes the JSON Schemas of the contract and the reports.

  --out FOLDER        where they go (default public/schema)
  --lang fr|en        the language of messages`,
  },
};
