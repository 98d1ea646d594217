/** What a manager reads when something is wrong: the whole message, in French and in English. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Lang } from '../../src/contract/contract.ts';
import { readData } from '../../src/node/folder.ts';
import { renderProblems } from '../../src/node/terminal.ts';
import { CONTRACT, EXPORT, folderWith } from '../folder.ts';

/** All that `check` prints for a data folder, with plain spaces. */
async function told(files: Readonly<Record<string, string | Uint8Array>>, lang: Lang): Promise<string> {
  const { problems } = await readData(folderWith(files));
  return renderProblems(problems, 'data', lang, false).replace(/[\u00a0\u202f]/g, ' ');
}

const withExport = (drop: string | Uint8Array, name = 'janvier.csv', contract = CONTRACT()) => ({
  'demo/contract.yaml': contract,
  [`demo/tickets/${name}`]: drop,
});

describe('a drop', () => {
  test('that is right has nothing to tell', async () => {
    expect(await told(withExport(EXPORT), 'fr')).toBe('');
  });

  test('with an unreadable date', async () => {
    const drop = EXPORT.replace('2026-01-05 11:00', '31/02/2026');
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:2:5  erreur  Date illisible dans « Date de résolution », de la forme « 99/99/9999 ».
          Attendu : une date qui existe, en année-mois-jour ou jour/mois/année, avec l’heure. Corrigez-la dans l’outil puis refaites l’export.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:2:5  error  Unreadable date in “Date de résolution”, of the shape “99/99/9999”.
          Expected: a date that exists, as year-month-day or day/month/year, with its time. Correct it in the tool and export again.

      1 error, 0 warnings."
    `);
  });

  test('with an unreadable date that the contract tolerates', async () => {
    const drop = EXPORT.replace('2026-01-05 11:00', 'hier');
    expect(await told(withExport(drop, 'janvier.csv', CONTRACT('tolerate: { rejectedRows: 1 }\n')), 'fr'))
      .toMatchInlineSnapshot(`
        "data/demo/tickets/janvier.csv:2:5  avertissement  Date illisible dans « Date de résolution », de la forme « aa ».
            Attendu : une date qui existe, en année-mois-jour ou jour/mois/année, avec l’heure. Corrigez-la dans l’outil puis refaites l’export.

        0 erreur, 1 avertissement."
      `);
  });

  test('with headings that no tool writes', async () => {
    const drop = 'Numéro;Ouvert\n1;2026-01-05\n';
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:1  erreur  Aucun outil connu n’écrit ces en-têtes : « Numéro », « Ouvert ».
          Outils reconnus : GLPI, Redmine, Jira, ServiceNow, iTop, OTRS / Znuny / OTOBO, Request Tracker, MantisBT, osTicket, GitLab, GitHub, Zendesk, Freshdesk / Freshservice, HubSpot, Odoo (OCA helpdesk), Azure DevOps et Kanboard. Pour un autre, indiquez ses colonnes dans le contrat : sources: [{ tool: generic, columns: { key: …, created: … } }].

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:1  error  No known tool writes these headings: “Numéro”, “Ouvert”.
          Tools recognised: GLPI, Redmine, Jira, ServiceNow, iTop, OTRS / Znuny / OTOBO, Request Tracker, MantisBT, osTicket, GitLab, GitHub, Zendesk, Freshdesk / Freshservice, HubSpot, Odoo (OCA helpdesk), Azure DevOps and Kanboard. For another one, name its columns in the contract: sources: [{ tool: generic, columns: { key: …, created: … } }].

      1 error, 0 warnings."
    `);
  });

  test('of another tool than the contract says', async () => {
    const contract = CONTRACT('sources: [{ tool: servicenow, columns: { application: category } }]\n');
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:1  erreur  Le contrat annonce un export de ServiceNow, et ces en-têtes sont ceux de GLPI.
          Retirez tool: (et ses columns:) de sources: au contrat, ou déposez l’export du bon outil.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:1  error  The contract says that this is an export of ServiceNow, and its headings are those of GLPI.
          Remove tool: (and its columns:) from sources: in the contract, or drop the export of the right tool.

      1 error, 0 warnings."
    `);
  });

  test('without the column that the contract names', async () => {
    const contract = CONTRACT('sources: [{ columns: { workaround: Contourné le } }]\n');
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:1  erreur  Le contrat lit le champ « workaround » dans la colonne « Contourné le », que le fichier n’a pas.
          Colonnes du fichier : « ID », « Statut », « Priorité », « Date d'ouverture », « Date de résolution », « Date de clôture ».

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:1  error  The contract reads the field “workaround” from the column “Contourné le”, which the file does not have.
          Columns of the file: “ID”, “Statut”, “Priorité”, “Date d'ouverture”, “Date de résolution”, “Date de clôture”.

      1 error, 0 warnings."
    `);
  });

  test('whose compressed file is cut', async () => {
    const whole = gzipSync(EXPORT.repeat(50));
    const cut = whole.subarray(0, whole.length - 20);
    expect(await told(withExport(cut, 'janvier.csv.gz'), 'fr')).toMatch(
      /^data\/demo\/tickets\/janvier\.csv\.gz {2}erreur {2}Le fichier compressé est coupé : il s’arrête après [\d ]+ octets décompressés, sans sa fin\.\n {4}Refaites la copie ou le téléchargement ; rien n’a été lu de ce fichier\.\n\n1 erreur, 0 avertissement\.$/,
    );
    expect(await told(withExport(cut, 'janvier.csv.gz'), 'en')).toContain('The compressed file is cut');
  });

  test('named .gz that is none', async () => {
    expect(await told(withExport(EXPORT, 'janvier.csv.gz'), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv.gz  erreur  Le fichier porte l’extension .gz mais ne se décompresse pas (incorrect header check).
          S’il n’est pas compressé, retirez .gz de son nom ; sinon refaites-le.

      1 erreur, 0 avertissement."
    `);
  });

  test('with a quote that is never closed', async () => {
    const drop = `${EXPORT}"103";"Nouveau";"Basse;"2026-01-21 10:00";"";""\n"104";"Nouveau\n`;
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:5  erreur  Un guillemet ouvert à la ligne 5 n’est jamais refermé : la suite du fichier ne peut pas être découpée en lignes.
          L’export est coupé ou a été modifié à la main ; refaites-le, ou refermez le guillemet à cette ligne.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:5  error  A quote opened on line 5 is never closed: what follows cannot be cut into rows.
          The export is cut or was edited by hand; make it again, or close the quote on that line.

      1 error, 0 warnings."
    `);
  });

  test('that is empty, blank, or headings only', async () => {
    expect(await told(withExport(''), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv  erreur  Le fichier est vide.
          Refaites l’export : il doit commencer par une ligne d’en-têtes.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport('\n \r\n'), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv  error  The file is empty.
          Export again: it must start with a line of headings.

      1 error, 0 warnings."
    `);
    expect(await told(withExport(`${EXPORT.split('\n')[0]!}\n`), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv  erreur  Le fichier a des en-têtes mais aucune ligne.
          Vérifiez le filtre de l’export ; s’il n’y avait vraiment aucun ticket, retirez le fichier.

      1 erreur, 0 avertissement."
    `);
  });

  test('that is a spreadsheet', async () => {
    const drop = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00);
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv  erreur  Ce n’est pas un fichier texte : son contenu est au format ZIP / XLSX.
          Ouvrez-le dans votre tableur et enregistrez-le en CSV UTF-8.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv  error  This is not a text file: its content is ZIP / XLSX.
          Open it in your spreadsheet and save it as CSV UTF-8.

      1 error, 0 warnings."
    `);
  });

  test('whose rows are cut or shifted', async () => {
    const drop = `${EXPORT}"103";"Nouveau"\n"";"Nouveau";"Basse";"2026-01-20 10:00";"";""\n"105";"Nouveau";"Basse";"";"";""\n`;
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:4:2  erreur  La ligne a 2 cellules, les en-têtes en annoncent 6.
          La ligne est coupée, ou contient un séparateur hors guillemets : corrigez-la dans l’outil ou refaites l’export.
      data/demo/tickets/janvier.csv:5:1  erreur  La cellule « ID » est vide : le ticket n’a pas de numéro.
          Retirez la ligne (un total ?) ou complétez le numéro.
      data/demo/tickets/janvier.csv:6:4  erreur  La cellule « Date d'ouverture » est vide : le ticket n’a pas de date d’ouverture.
          Complétez-la dans l’outil puis refaites l’export.

      3 erreurs, 0 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:4:2  error  The row has 2 cells, the headings announce 6.
          The row is cut, or holds a delimiter outside quotes: correct it in the tool or export again.
      data/demo/tickets/janvier.csv:5:1  error  The cell “ID” is empty: the ticket has no number.
          Remove the row (a total?) or fill in the number.
      data/demo/tickets/janvier.csv:6:4  error  The cell “Date d'ouverture” is empty: the ticket has no opening date.
          Fill it in in the tool, then export again.

      3 errors, 0 warnings."
    `);
  });

  test('whose dates do not say which is the day', async () => {
    const drop = "ID;Statut;Date d'ouverture\n1;Nouveau;03/04/2026 10:00\n2;Nouveau;05/06/2026 10:00\n";
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:2:3  erreur  Dans la colonne « Date d'ouverture », rien ne dit si « 03/04/2026 10:00 » est en jour/mois ou en mois/jour (« 04/03/2026 10:00 »).
          Indiquez-le dans le contrat : sources: [{ dates: day-first }] (jour d’abord) ou month-first (mois d’abord).

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:2:3  error  In the column “Date d'ouverture” nothing says whether “03/04/2026 10:00” is day/month or month/day (“04/03/2026 10:00”).
          Say it in the contract: sources: [{ dates: day-first }] or month-first.

      1 error, 0 warnings."
    `);
  });

  test('whose dates are in two orders', async () => {
    const drop = "ID;Statut;Date d'ouverture\n1;Nouveau;13/04/2026 10:00\n2;Nouveau;05/26/2026 10:00\n";
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:3:3  erreur  La colonne « Date d'ouverture » mélange deux ordres de date : « 13/04/2026 10:00 » (ligne 2) n’existe qu’en jour/mois, « 05/26/2026 10:00 » (ligne 3) qu’en mois/jour.
          Un tableur a sans doute converti une partie des dates : refaites l’export sans l’ouvrir.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/janvier.csv:3:3  error  The column “Date d'ouverture” mixes two orders: “13/04/2026 10:00” (line 2) exists as day/month only, “05/26/2026 10:00” (line 3) as month/day only.
          A spreadsheet has probably converted some of the dates: export again without opening the file.

      1 error, 0 warnings."
    `);
  });

  test('that contradicts another one', async () => {
    const head = "ID;Statut;Priorité;Date d'ouverture;Dernière modification\n";
    const files = {
      'demo/contract.yaml': CONTRACT(),
      'demo/tickets/a.csv': `${head}1;Nouveau;Haute;2026-01-05 09:00;2026-01-06 09:00\n`,
      'demo/tickets/b.csv': `${head}1;Nouveau;Basse;2026-01-05 09:00;2026-01-06 09:00\n`,
    };
    expect(await told(files, 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/b.csv:2:3  avertissement  Le ticket 1 est décrit deux fois, différemment : « Priorité » n’est pas la même ici et en demo/tickets/a.csv:2.
          La dernière lecture est retenue. Si ce n’est pas la bonne, retirez l’un des deux exports.
      data/demo/tickets  avertissement  Rien ne dit quand les tickets ont été résolus : résolus, stock, âge, délais de résolution et réouvertures ne sont pas connus.
          L’historique des états, dans history/, le dirait.
      data/demo/contract.yaml  avertissement  L’horloge « resolve » n’est pas calculable : il manque à l’export « résolution ».
          Ce qui dirait la résolution : une colonne de l’outil, l’historique des états dans history/, ou au contrat resolution: closed si la clôture en tient lieu.

      0 erreur, 3 avertissements."
    `);
    expect(await told(files, 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/b.csv:2:3  warning  Ticket 1 is described twice, differently: “Priorité” is not the same here and at demo/tickets/a.csv:2.
          The last one read is taken. If it is the wrong one, remove one of the two exports.
      data/demo/tickets  warning  Nothing tells when tickets were resolved: resolved, backlog, age, resolution times and reopenings are not known.
          The history of states, in history/, would tell.
      data/demo/contract.yaml  warning  The clock “resolve” cannot be computed: the export lacks “resolved”.
          What would tell the resolution: a column of the tool, the history of states in history/, or, where the closing stands for it, resolution: closed in the contract.

      0 errors, 3 warnings."
    `);
  });

  test('with words that the contract does not know', async () => {
    const drop = EXPORT.replace('"Nouveau";"Basse"', '"À recetter";"Critique"');
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml  avertissement  Un état de l’export n’a pas de sens pour le contrat (1 qui n’est pas montré, vu une seule fois ou semblable à un nom : jauge inspect les liste).
          À ranger dans le contrat sous statuses: (new, active, waiting-client, waiting-third-party, resolved, closed, rejected, cancelled, merged). En attendant, rien n’est suspendu par eux, et ils ne comptent ni comme nouveaux ni comme résolus.
      data/demo/contract.yaml  avertissement  1 ticket a une priorité que le contrat ne connaît pas (1 qui n’est pas montré, vu une seule fois ou semblable à un nom : jauge inspect les liste).
          Ajoutez ces mots à priorities: dans le contrat. En attendant, ces tickets n’ont pas d’engagement et sont comptés comme non couverts.

      0 erreur, 2 avertissements."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml  warning  A state of the export has no meaning in the contract (1 that is not shown, seen once or like a name: jauge inspect lists them).
          Put them in the contract under statuses: (new, active, waiting-client, waiting-third-party, resolved, closed, rejected, cancelled, merged). Until then they pause no clock and count neither as new nor as resolved.
      data/demo/contract.yaml  warning  1 ticket has a priority that the contract does not know (1 that is not shown, seen once or like a name: jauge inspect lists them).
          Add these words to priorities: in the contract. Until then these tickets have no commitment and count as not covered.

      0 errors, 2 warnings."
    `);
  });

  test('with a month without tickets, and a ticket that ends before it begins', async () => {
    const drop = EXPORT.replace('"2026-01-20 10:00";""', '"2026-04-20 10:00";"2026-04-19 10:00"');
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets  avertissement  Aucun ticket ouvert ni résolu en 2026-02 et 2026-03.
          Vérifiez qu’il ne manque pas un export ; si le mois était vraiment vide, il n’y a rien à faire : son rapport l’indique.
      data/demo/tickets  avertissement  1 ticket finit avant d’avoir commencé, par exemple 102 : ouvert 2026-04-20T08:00:00.000Z, arrêté 2026-04-19T08:00:00.000Z.
          Ces durées sont écartées des délais et comptées ; corrigez les dates dans l’outil.

      0 erreur, 2 avertissements."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets  warning  No ticket was opened or resolved in 2026-02 and 2026-03.
          Check that no export is missing; if the month really was empty there is nothing to do: its report says so.
      data/demo/tickets  warning  1 ticket ends before it began, for example 102: opened 2026-04-20T08:00:00.000Z, stopped 2026-04-19T08:00:00.000Z.
          These durations are left out of the times and counted; correct the dates in the tool.

      0 errors, 2 warnings."
    `);
  });

  test('whose text tries to write into the terminal', async () => {
    const drop = EXPORT.replace('2026-01-05 11:00', 'avant \u001b[2J\u0007hier');
    const text = await told(withExport(drop), 'fr');
    expect(text).toContain('de la forme « aa .[9A.aa »');
    expect(text).not.toMatch(/avant|hier|[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('what would bend every figure', () => {
  const many = (change: string): string =>
    EXPORT +
    Array.from(
      { length: 8 },
      (_, i) =>
        `"2${i}";"Clos";"Haute";"2026-01-0${i + 1} 09:00";"2026-01-0${i + 1} 11:00";"2026-01-0${i + 1} 12:00"\n`,
    ).join('') +
    change;

  test('a date years away from all others', async () => {
    const drop = many('"900";"Clos";"Haute";"2026-01-09 09:00";"2026-01-09 11:00";"2062-01-09 12:00"\n');
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets  erreur  1 ticket porte une date loin des autres, qui vont jusqu’au 2026-01-09 à peu près : 900, le 2062-01-09.
          Une seule date fausse décale l’arrêté et ajoute des mois vides : corrigez-la dans l’outil, puis refaites l’export. Si elle est vraie, dites-le au contrat : plausible: { to: … }, ou cutoff: pour arrêter les données avant.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets  error  1 ticket has a date far from the others, which go to about 2026-01-09: 900, on 2062-01-09.
          One wrong date moves the cut-off and adds empty months: correct it in the tool and export again. If it is true, say so in the contract: plausible: { to: … }, or cutoff: to end the data before it.

      1 error, 0 warnings."
    `);
  });

  test('a column of states that holds something else', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `"5${i}";"mot ${i}";"Haute";"2026-01-05 09:00";"";""\n`).join(
      '',
    );
    expect(await told(withExport(EXPORT + rows), 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets  erreur  La colonne des états contient 252 mots différents : ce n’est sans doute pas celle des états.
          Indiquez la bonne dans le contrat : sources: [{ columns: { status: … } }].

      1 erreur, 0 avertissement."
    `);
  });

  test('targets by priority on an export without priorities', async () => {
    const drop = "ID;Statut;Date d'ouverture;Date de résolution\n1;Clos;2026-01-05 09:00;2026-01-05 11:00\n";
    expect(await told(withExport(drop), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml  avertissement  Le contrat promet des délais par priorité, mais aucun export ne porte de priorité.
          Ajoutez cette colonne à l’export, ou indiquez sous quel nom elle est : sources: [{ columns: { priority: … } }]. En attendant, aucun ticket n’a d’engagement.

      0 erreur, 1 avertissement."
    `);
    expect(await told(withExport(drop), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml  warning  The contract promises times by priority, and no export carries a priority.
          Add this column to the export, or say what it is called: sources: [{ columns: { priority: … } }]. Until then no ticket has a commitment.

      0 errors, 1 warning."
    `);
  });

  test('tickets opened before the first terms are told', async () => {
    const contract = CONTRACT().replace('from: 2026-01-01', 'from: 2026-01-10');
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml  avertissement  1 ticket a été ouvert avant les premiers termes du contrat (2026-01-10 ; le plus ancien le 2026-01-05) : rien n’est promis pour eux.
          Si les engagements couraient déjà, avancez from: dans le premier des terms ; sinon ignorez ce message.

      0 erreur, 1 avertissement."
    `);
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml  warning  1 ticket was opened before the first terms of the contract (2026-01-10; the oldest on 2026-01-05): nothing is promised about them.
          If the commitments held already, move from: in the first of the terms; otherwise ignore this message.

      0 errors, 1 warning."
    `);
  });

  test('an export beside the contract, a correction that has had its day, and events of no ticket', async () => {
    const files = {
      ...withExport(EXPORT),
      'demo/mars.csv': EXPORT,
      'demo/history/log.csv': 'key;at;from;to\n101;2026-01-05 10:00;Nouveau;Clos\n999;2026-01-05 10:00;Nouveau;Clos\n',
      'demo/worklog/work.csv': 'key;date;hours\n998;2026-01-05;2\n',
      'demo/corrections.yaml':
        'corrections:\n  - { ticket: 101, field: resolved, expect: 2026-01-05T12:00, value: null, reason: r }\n',
    };
    expect(await told(files, 'fr')).toMatchInlineSnapshot(`
      "data/demo/mars.csv  avertissement  « mars.csv » est à côté de contract.yaml et n’est pas lu.
          Déplacez-le dans tickets/ (les historiques peuvent aller dans history/, les saisies de temps dans worklog/).
      data/demo/history/log.csv:3:1  avertissement  1 événement concerne un ticket qu’aucune liste ne contient (par exemple 999) : il est rejeté.
          Si ces tickets font partie du contrat, ajoutez l’export de la liste où ils figurent.
      data/demo/corrections.yaml:2:5  erreur  Ticket 101, résolution : la correction s’attend à « 2026-01-05T12:00 », les exports disent « 2026-01-05T11:00:00 ».
          La source a peut-être été corrigée entre-temps : retirez la correction, ou mettez-la à jour.
      data/demo/worklog/work.csv  avertissement  1 saisie de temps porte sur 1 ticket qu’aucune liste ne contient (par exemple 998).
          Ces temps sont comptés « hors ticket ». Ajoutez l’export de la liste où ces tickets figurent pour les classer.

      1 erreur, 3 avertissements."
    `);
    expect(await told(files, 'en')).toMatchInlineSnapshot(`
      "data/demo/mars.csv  warning  “mars.csv” lies beside contract.yaml and is not read.
          Move it into tickets/ (histories may go into history/, time entries into worklog/).
      data/demo/history/log.csv:3:1  warning  1 event is about a ticket that no list has (for example 999): it is rejected.
          If these tickets belong to the contract, add the export of the list that has them.
      data/demo/corrections.yaml:2:5  error  Ticket 101, resolved: the correction expects “2026-01-05T12:00”, the exports say “2026-01-05T11:00:00”.
          The source may have been corrected meanwhile: remove the correction, or bring it up to date.
      data/demo/worklog/work.csv  warning  1 time entry is on 1 ticket that no list has (for example 998).
          These times count as “on no ticket”. Add the export of the list that has these tickets to have them classified.

      1 error, 3 warnings."
    `);
  });

  test('files that are not read are named', async () => {
    const files = { ...withExport(EXPORT), 'demo/tickets/mars.xlsx': 'PK', 'demo/corrections.yaml': '' };
    expect(await told(files, 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets/mars.xlsx  avertissement  « mars.xlsx » n’est pas lu par cette version.
          Seuls les .csv, .tsv et .txt de tickets/, compressés ou non (.gz), le sont ; un classeur doit être enregistré en CSV UTF-8.
      data/demo/corrections.yaml:1:1  erreur  Le fichier vaut « null ».
          Attendu : des lignes clé: valeur.

      1 erreur, 1 avertissement."
    `);
    expect(await told(files, 'en')).toMatchInlineSnapshot(`
      "data/demo/tickets/mars.xlsx  warning  “mars.xlsx” is not read by this version.
          Only .csv, .tsv and .txt files of tickets/ are, compressed (.gz) or not; save a workbook as CSV UTF-8.
      data/demo/corrections.yaml:1:1  error  The file is “null”.
          Expected: lines of key: value.

      1 error, 1 warning."
    `);
  });

  test('as many rejected rows as one likes do not break the check', async () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => `${i};Clos;Haute;hier;;\n`).join('');
    const text = await told(withExport(`${EXPORT.split('\n')[0]!}\n${rows}`), 'fr');
    expect(text).toContain('… et 149 980 autres de même nature');
    expect(text).toContain('150 000 erreurs, 0 avertissement.');
  });
});

describe('a data folder', () => {
  test('that is missing, empty, or has folders without a contract or without drops', async () => {
    const missing = await readData('/nowhere/data');
    expect(renderProblems(missing.problems, '/nowhere/data', 'fr', false).replace(/[\u00a0\u202f]/g, ' '))
      .toMatchInlineSnapshot(`
      "erreur  Le dossier de données « /nowhere/data » n’existe pas.
          Créez-le avec un sous-dossier par contrat (contract.yaml et tickets/), ou indiquez le vôtre avec --data ou JAUGE_DATA.

      1 erreur, 0 avertissement."
    `);
    expect(await told({ 'note.txt': '' }, 'en')).toContain('holds no contract.\n    Create a folder for each contract');
    expect(await told({ 'demo/tickets/a.csv': EXPORT }, 'fr')).toMatchInlineSnapshot(`
      "data/demo  erreur  Le dossier « demo » n’a pas de contract.yaml.
          Ajoutez-y le fichier du contrat, ou sortez ce dossier du dossier de données.

      1 erreur, 0 avertissement."
    `);
    expect(await told({ 'demo/contract.yaml': CONTRACT() }, 'fr')).toMatchInlineSnapshot(`
      "data/demo/tickets  erreur  Aucun export à lire.
          Déposez dans demo/tickets/ l’export de votre outil, tel quel : .csv, .tsv ou .csv.gz.

      1 erreur, 0 avertissement."
    `);
  });

  test('with the same contract twice, or one that takes an address of the site', async () => {
    const files = {
      'a/contract.yaml': CONTRACT(),
      'a/tickets/x.csv': EXPORT,
      'b/contract.yaml': CONTRACT(),
      'b/tickets/x.csv': EXPORT,
      'c/contract.yaml': CONTRACT('', 'en'),
      'c/tickets/x.csv': EXPORT,
    };
    expect(await told(files, 'fr')).toMatchInlineSnapshot(`
      "data/b/contract.yaml:1:1  erreur  L’identifiant de contrat « demo » est déjà pris par a/contract.yaml.
          Donnez à l’un des deux un autre id : il fait l’adresse de ses rapports.
      data/c/contract.yaml:1:1  erreur  Un contrat ne peut pas s’appeler « en » : le site a une page à cette adresse.
          Choisissez un autre id que en, methode, method, glossaire, glossary, accessibilite, accessibility, dimensionnement, sizing, indicateurs, indicators, et-si, what-if, assets et schema.

      2 erreurs, 0 avertissement."
    `);
    expect(await told(files, 'en')).toMatchInlineSnapshot(`
      "data/b/contract.yaml:1:1  error  The contract id “demo” is already taken by a/contract.yaml.
          Give one of the two another id: it makes the address of its reports.
      data/c/contract.yaml:1:1  error  A contract cannot be called “en”: the site has a page at that address.
          Choose another id than en, methode, method, glossaire, glossary, accessibilite, accessibility, dimensionnement, sizing, indicateurs, indicators, et-si, what-if, assets and schema.

      2 errors, 0 warnings."
    `);
  });
});

describe('a contract file', () => {
  test('that is not YAML', async () => {
    expect(await told(withExport(EXPORT, 'janvier.csv', 'id: [demo\nname: x\n'), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:2:1  erreur  Ce n’est pas du YAML valide : Flow sequence in block collection must be sufficiently indented and end with a ].
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.

      1 erreur, 0 avertissement."
    `);
  });

  test('without a calendar, or with a commitment that names none', async () => {
    const none = CONTRACT().replace(/calendars:\n(?: .*\n)+/, '');
    expect(await told(withExport(EXPORT, 'janvier.csv', none), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:1:1  erreur  Le contrat ne définit aucun calendrier.
          Définissez les heures ouvrées sous calendars et nommez-les dans l’engagement (calendar: …). Il n’y a pas d’horaire par défaut.

      1 erreur, 0 avertissement."
    `);
    const unnamed = CONTRACT().replace('calendar: office, ', '');
    expect(await told(withExport(EXPORT, 'janvier.csv', unnamed), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:16:9  error  The commitment terms.0.commitments.0 counts working time and names no calendar.
          Define the working hours under calendars and name them in the commitment (calendar: …). There are no default hours.

      1 error, 0 warnings."
    `);
  });

  test('with ten errors tells all ten, each at its place', async () => {
    const contract = `id: Demo Contract
name: { fr: Portail }
client: Mutuelle
provider: ''
zone: Paris
calendars:
  office:
    weekly: { mon: ['9h to 18h'], tuesday: [] }
    holidays: DE
priorities:
  - { id: P1, label: Haute, words: Haute }
terms:
  - from: 2026-02-30
    commitments:
      - { clock: resolve, calendar: office, goal: 120 %, targets: { P1: 2 days } }
`;
    const files = withExport(EXPORT, 'janvier.csv', contract);
    expect(await told(files, 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:1:5  erreur  id vaut « Demo Contract ».
          Attendu : des lettres minuscules, des chiffres et des tirets.
      data/demo/contract.yaml:2:7  erreur  Il manque « en » (name.en).
          Ajoutez cette ligne.
      data/demo/contract.yaml:4:11  erreur  provider vaut «  ».
          Attendu : un texte.
      data/demo/contract.yaml:5:7  erreur  zone vaut « Paris ».
          Attendu : un fuseau IANA, par exemple Europe/Paris.
      data/demo/contract.yaml:8:21  erreur  calendars.office.weekly.mon.0 vaut « 9h to 18h ».
          Attendu : une plage horaire, "09:00-12:30".
      data/demo/contract.yaml:8:35  erreur  « calendars.office.weekly.tuesday » n’existe pas dans un contrat.
          Corrigez le nom ou retirez la ligne ; l’éditeur propose les noms connus si la première ligne indique le schéma.
      data/demo/contract.yaml:9:15  erreur  calendars.office.holidays vaut « DE ».
          Attendu : none, FR, FR-ALSACE-MOSELLE, un autre jeu connu ou une liste de dates.
      data/demo/contract.yaml:11:36  erreur  priorities.0.words vaut « Haute ».
          Attendu : une liste de mots, comme l’outil les écrit.
      data/demo/contract.yaml:13:11  erreur  terms.0.from vaut « 2026-02-30 ».
          Attendu : une date AAAA-MM-JJ, avec l’heure au besoin : AAAA-MM-JJTHH:MM.
      data/demo/contract.yaml:15:51  erreur  terms.0.commitments.0.goal vaut « 120 % ».
          Attendu : un pourcentage, 95 ou "95 %".
      data/demo/contract.yaml:15:73  erreur  terms.0.commitments.0.targets.P1 vaut « 2 days ».
          Attendu : un délai : "30 min", "4 h", "1 h 30", "2 d same-time" (même heure), "2 d end-of-day" (fin de journée) ou "2 d opening-hours" (heures d’ouverture) ; ou "due", l’échéance portée par le ticket.

      11 erreurs, 0 avertissement."
    `);
    expect(await told(files, 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:1:5  error  id is “Demo Contract”.
          Expected: lower-case letters, digits and hyphens.
      data/demo/contract.yaml:2:7  error  “en” is missing (name.en).
          Add this line.
      data/demo/contract.yaml:4:11  error  provider is “”.
          Expected: a text.
      data/demo/contract.yaml:5:7  error  zone is “Paris”.
          Expected: an IANA time zone, such as Europe/Paris.
      data/demo/contract.yaml:8:21  error  calendars.office.weekly.mon.0 is “9h to 18h”.
          Expected: opening hours, "09:00-12:30".
      data/demo/contract.yaml:8:35  error  “calendars.office.weekly.tuesday” does not exist in a contract.
          Correct the name or remove the line; an editor proposes the known names if the first line names the schema.
      data/demo/contract.yaml:9:15  error  calendars.office.holidays is “DE”.
          Expected: none, FR, FR-ALSACE-MOSELLE, another known set or a list of dates.
      data/demo/contract.yaml:11:36  error  priorities.0.words is “Haute”.
          Expected: a list of words, as the tool writes them.
      data/demo/contract.yaml:13:11  error  terms.0.from is “2026-02-30”.
          Expected: a date YYYY-MM-DD, with a time where needed: YYYY-MM-DDTHH:MM.
      data/demo/contract.yaml:15:51  error  terms.0.commitments.0.goal is “120 %”.
          Expected: a percentage, 95 or "95 %".
      data/demo/contract.yaml:15:73  error  terms.0.commitments.0.targets.P1 is “2 days”.
          Expected: a target: "30 min", "4 h", "1 h 30", "2 d same-time", "2 d end-of-day" or "2 d opening-hours"; or "due", the due date that the ticket carries.

      11 errors, 0 warnings."
    `);
  });

  test('with two meanings for a word, two commitments for a clock, two terms for a date', async () => {
    const contract = `${CONTRACT().replace('words: [Basse]', 'words: [Basse, haute]')}      - { clock: resolve, calendar: office, goal: 80 %, targets: { P2: 9 h } }
  - from: 2026-01-01
statuses: { new: [Nouveau], active: [nouveau] }
`;
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:18:1  erreur  Ce n’est pas du YAML valide : A block sequence may not be used as an implicit map key.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:18:7  erreur  Ce n’est pas du YAML valide : Implicit keys need to be on a single line.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:18:7  erreur  Ce n’est pas du YAML valide : Implicit map keys need to be followed by map values.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:19:3  erreur  Ce n’est pas du YAML valide : All mapping items must start at the same column.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.

      4 erreurs, 0 avertissement."
    `);
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:18:1  error  This is not valid YAML: A block sequence may not be used as an implicit map key.
          Check the indentation (spaces, no tabs), the colons and the quotes there.
      data/demo/contract.yaml:18:7  error  This is not valid YAML: Implicit keys need to be on a single line.
          Check the indentation (spaces, no tabs), the colons and the quotes there.
      data/demo/contract.yaml:18:7  error  This is not valid YAML: Implicit map keys need to be followed by map values.
          Check the indentation (spaces, no tabs), the colons and the quotes there.
      data/demo/contract.yaml:19:3  error  This is not valid YAML: All mapping items must start at the same column.
          Check the indentation (spaces, no tabs), the colons and the quotes there.

      4 errors, 0 warnings."
    `);
  });

  test('with two goals for one clock and priority', async () => {
    const contract = CONTRACT().replace(
      'targets: { P1: 4 h, P2: 20 h }',
      'targets: [{ priority: [P1, P2], target: 4 h, kind: corrective }, { target: 40 h, goal: 80 %, kind: evolutive }]',
    );
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:16:122  erreur  L’horloge « resolve » a deux objectifs pour la priorité P1 : 90 % et 80 %.
          L’objectif est par horloge et par priorité. Pour un objectif par type, niveau ou application, définissez sous clocks: une seconde horloge, avec ses stops:, et donnez-lui ses propres targets:.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:16:122  error  The clock “resolve” has two goals for the priority P1: 90 % and 80 %.
          A goal is per clock and priority. For a goal by kind, level or application define a second clock under clocks:, with its stops:, and give it targets: of its own.

      1 error, 0 warnings."
    `);
    expect(
      await told(withExport(EXPORT, 'janvier.csv', contract.replace('goal: 80 %', "goal: '90,0 %'")), 'en'),
    ).not.toContain('goals');
  });

  test('with a clock that no commitment names', async () => {
    const contract = `${CONTRACT()}clocks:
  bilan: { calendar: nuit }
`;
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:19:3  error  “stops” is missing (clocks.bilan.stops).
          Add this line.
      data/demo/contract.yaml:19:22  error  clocks.bilan.calendar names “nuit”, which is not defined.
          Names defined: office.

      2 errors, 0 warnings."
    `);
  });

  test('that is empty, a list, or points at nothing', async () => {
    expect(await told(withExport(EXPORT, 'janvier.csv', ''), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:1:1  erreur  Le fichier vaut « null ».
          Attendu : des lignes clé: valeur.

      1 erreur, 0 avertissement."
    `);
    expect(await told(withExport(EXPORT, 'janvier.csv', '- a\n'), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:1:1  error  The file is “["a"]”.
          Expected: lines of key: value.

      1 error, 0 warnings."
    `);
    expect(await told(withExport(EXPORT, 'janvier.csv', 'id: *nope\n'), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:1:1  error  This is not valid YAML: Unresolved alias (the anchor must be set before the alias): nope.
          Check the indentation (spaces, no tabs), the colons and the quotes there.

      1 error, 0 warnings."
    `);
  });

  test('that refers to what is not defined', async () => {
    const contract = CONTRACT('sources: [{ tool: jiira }]\n')
      .replace('clock: resolve, calendar: office', 'clock: repair, calendar: ofice')
      .replace('P2: 20 h', 'P9: 20 h');
    const files = withExport(EXPORT, 'janvier.csv', contract);
    expect(await told(files, 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:16:18  erreur  terms.0.commitments.0.clock nomme « repair », qui n’est pas défini.
          Noms définis : acknowledge, workaround, restore, resolve, estimate et deliver.
      data/demo/contract.yaml:16:36  erreur  terms.0.commitments.0.calendar nomme « ofice », qui n’est pas défini.
          Noms définis : office.
      data/demo/contract.yaml:16:75  erreur  terms.0.commitments.0.targets.P9 nomme « P9 », qui n’est pas défini.
          Noms définis : P1 et P2.
      data/demo/contract.yaml:17:19  erreur  sources.0.tool nomme « jiira », qui n’est pas défini.
          Noms définis : glpi, redmine, jira, servicenow, itop, otrs, rt, mantisbt, osticket, gitlab, github, zendesk, freshdesk, hubspot, odoo, azure-devops, kanboard et generic.

      4 erreurs, 0 avertissement."
    `);
    expect(await told(files, 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:16:18  error  terms.0.commitments.0.clock names “repair”, which is not defined.
          Names defined: acknowledge, workaround, restore, resolve, estimate and deliver.
      data/demo/contract.yaml:16:36  error  terms.0.commitments.0.calendar names “ofice”, which is not defined.
          Names defined: office.
      data/demo/contract.yaml:16:75  error  terms.0.commitments.0.targets.P9 names “P9”, which is not defined.
          Names defined: P1 and P2.
      data/demo/contract.yaml:17:19  error  sources.0.tool names “jiira”, which is not defined.
          Names defined: glpi, redmine, jira, servicenow, itop, otrs, rt, mantisbt, osticket, gitlab, github, zendesk, freshdesk, hubspot, odoo, azure-devops, kanboard and generic.

      4 errors, 0 warnings."
    `);
  });
});

describe('what stands beside the figures', () => {
  test.each([
    ['../a.svg', {}, 'outside the folder'],
    ['a.svg', {}, 'is not in the folder'],
    ['a.svg', { 'demo/a.svg': '<svg onload="x()"></svg>' }, 'holds code'],
    ['a.svg', { 'demo/a.svg': '<svg/onload=x()></svg>' }, 'neither'],
    ['a.svg', { 'demo/a.svg': '<svg xmlns:x="a"><x:script>x()</x:script></svg>' }, 'holds code'],
    ['a.svg', { 'demo/a.svg': '<svg><image href="https://evil.example/a.png"/></svg>' }, 'holds code'],
    ['a.svg', { 'demo/a.svg': '<svg><path fill="url(https://evil.example/a)"/></svg>' }, 'holds code'],
    ['a.svg', { 'demo/a.svg': '<svg><a href="&#106;avascript:x()">x</a></svg>' }, 'holds code'],
    ['a.svg', { 'demo/a.svg': '<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>' }, 'holds code'],
    ['a.svg', { 'demo/a.svg': 'GIF89a' }, 'neither an SVG nor a PNG'],
    ['a.png', { 'demo/a.png': 'GIF89a' }, 'neither an SVG nor a PNG'],
    ['a.png', { 'demo/a.png': new Uint8Array(200_001) }, 'larger than 200 kB'],
  ] as const)('a logo %s that cannot be one: %o', async (logo, files, words) => {
    const contract = CONTRACT(`brand: { logo: ${logo} }\n`);
    expect(await told({ ...withExport(EXPORT, 'a.csv', contract), ...files }, 'en')).toContain(words);
  });

  test('a survey that cannot be', async () => {
    const contract = CONTRACT('surveys: [{ month: 2026-01, asked: 3, answered: 4, satisfied: 5 }]\n');
    expect(await told(withExport(EXPORT, 'a.csv', contract), 'fr')).toContain(
      'L’enquête de 2026-01 ne peut pas être juste : 3 personnes interrogées, 4 réponses, 5 satisfaites.',
    );
  });

  test('a comment of no month', async () => {
    expect(await told({ ...withExport(EXPORT), 'demo/comments/janvier.md': 'Bonjour' }, 'fr')).toContain('janvier.md');
  });
});

describe('what was bought', () => {
  const bought = (coverage: string, more = ''): string =>
    `${CONTRACT().replace('terms:', `${more}terms:`)}    coverage:\n${coverage}`;

  test('that cannot be is told, each thing at its place', async () => {
    const contract = bought(
      `      - { id: a, form: forfait, unit: days, volume: 10, per: quarter, smoothing: month }
      - { id: a, form: carnet, unit: hours, lots: [{ id: L1, bought: 2026-03-01, quantity: 5, expires: 2026-02-01, price: 10, unitPrice: 2 }] }
    penalties: [{ id: p, rule: points, clock: restore, points: { P9: 1 }, perPoint: 5, settled: units }]
`,
      'revision: { index: syntec, base: 2026-01, on: anniversary }\nadjustments: [{ coverage: b, date: 2026-01-01, quantity: 1, reason: x }]\n',
    );
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:20:1  erreur  Ce n’est pas du YAML valide : All mapping items must start at the same column.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:23:1  erreur  Ce n’est pas du YAML valide : All mapping items must start at the same column.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.

      2 erreurs, 0 avertissement."
    `);
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'en')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:20:1  error  This is not valid YAML: All mapping items must start at the same column.
          Check the indentation (spaces, no tabs), the colons and the quotes there.
      data/demo/contract.yaml:23:1  error  This is not valid YAML: All mapping items must start at the same column.
          Check the indentation (spaces, no tabs), the colons and the quotes there.

      2 errors, 0 warnings."
    `);
  });

  test('that changes its form, written in numbers that are none', async () => {
    const contract =
      bought(`      - { id: a, form: carnet, unit: hours, lots: [{ id: L1, bought: 2026-03-01, quantity: 0, price: '1,234' }] }
  - from: 2026-02-01
    coverage: [{ id: a, form: forfait, unit: hours, volume: '1.23456', per: week }]
`);
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:18:1  erreur  Ce n’est pas du YAML valide : All mapping items must start at the same column.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:20:1  erreur  Ce n’est pas du YAML valide : A block sequence may not be used as an implicit map key.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:20:3  erreur  Ce n’est pas du YAML valide : Implicit keys need to be on a single line.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:20:3  erreur  Ce n’est pas du YAML valide : Implicit map keys need to be followed by map values.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.

      4 erreurs, 0 avertissement."
    `);
    const sound = contract
      .replace('quantity: 0', 'quantity: 1')
      .replace("'1,234'", '5')
      .replace("'1.23456', per: week", '5, per: month');
    expect(await told(withExport(EXPORT, 'janvier.csv', sound), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:18:1  erreur  Ce n’est pas du YAML valide : All mapping items must start at the same column.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:20:1  erreur  Ce n’est pas du YAML valide : A block sequence may not be used as an implicit map key.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:20:3  erreur  Ce n’est pas du YAML valide : Implicit keys need to be on a single line.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.
      data/demo/contract.yaml:20:3  erreur  Ce n’est pas du YAML valide : Implicit map keys need to be followed by map values.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.

      4 erreurs, 0 avertissement."
    `);
  });

  test('with lots and adjustments that nothing could come of', async () => {
    const contract = bought(
      `      - { id: a, form: carnet, unit: hours, lots: [{ id: L0, bought: 2024-01-01, quantity: 1, expires: 2024-12-31 }, { id: L1, bought: 2027-01-01, quantity: 1 }] }
      - { id: t, form: forfait, unit: tickets, volume: 1, per: month, scope: { activities: [Dev] } }
`,
      'ends: 2026-12-31\nadjustments: [{ coverage: a, date: 2027-01-05, quantity: 1, reason: x }, { coverage: a, date: 2026-03-05, quantity: 1, lot: L9, reason: x }]\n',
    );
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:20:1  erreur  Ce n’est pas du YAML valide : All mapping items must start at the same column.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.

      1 erreur, 0 avertissement."
    `);
  });

  test('but cannot be counted with these exports says what is missing', async () => {
    const contract = bought('      - { id: heures, form: forfait, unit: hours, volume: 10, per: month }\n');
    expect(await told(withExport(EXPORT, 'janvier.csv', contract), 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:18:1  erreur  Ce n’est pas du YAML valide : All mapping items must start at the same column.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.

      1 erreur, 0 avertissement."
    `);
    const uo = bought(
      '      - { id: uo, form: carnet, unit: uo, lots: [{ id: L1, bought: 2026-01-01, quantity: 5 }] }\n',
      'abacus: { uo: [{ kind: evolutive, uo: 1 }] }\n',
    );
    const files = {
      ...withExport(EXPORT, 'janvier.csv', uo),
      'demo/worklog/w.csv': 'key;date;hours\n101;2026-01-05;1\n',
    };
    expect(await told(files, 'fr')).toMatchInlineSnapshot(`
      "data/demo/contract.yaml:19:1  erreur  Ce n’est pas du YAML valide : All mapping items must start at the same column.
          Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.

      1 erreur, 0 avertissement."
    `);
  });
});
