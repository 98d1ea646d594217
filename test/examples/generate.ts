/**
 * Makes the tickets of the three example contracts in `data/`: `node test/examples/generate.ts`. Their contract files are
 * written by hand. A number after it makes so many times as many tickets, into another folder: for measurements.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOUR, tell, type Entry, type Story, type Ticket } from './story.ts';

const END = Date.UTC(2026, 9, 31, 20);

const iso = (at: number): string => new Date(at).toISOString();
const dayMonth = (at: number): string => `${iso(at).slice(8, 10)}/${iso(at).slice(5, 7)}/${iso(at).slice(0, 4)}`;
const time = (at: number): string => iso(at).slice(11, 16);
const orNothing = (at: number | null, print: (at: number) => string): string => (at === null ? '' : print(at));
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** Quoted where it must be. */
const plain = (cell: string): string => (/[";\n,]/.test(cell) ? quoted(cell) : cell);
const hoursOf = (minutes: number): string => (minutes / 60).toFixed(2);

const TITLES: Story['titles'] = {
  corrective: [
    'Erreur 500 à l’enregistrement : %',
    'Écran blanc après connexion : %',
    'Montant erroné sur le récapitulatif : %',
    'Lenteur depuis ce matin : %',
    'Pièce jointe refusée (« format inconnu ») : %',
    'Doublon à l’import de nuit : %',
    'Courriel de confirmation non reçu : %',
    'Recherche sans résultat alors que la fiche existe : %',
    'Export tronqué à 1 000 lignes : %',
    'Accès refusé à tort au profil « Gestionnaire » : %',
  ],
  evolutive: [
    'Ajouter un filtre par période : %',
    'Nouveau modèle de courrier : %',
    'Ouvrir les droits à un second service : %',
    'Reprendre la mise en page pour l’impression : %',
    'Ajouter un champ « référence client » : %',
    'Automatiser l’envoi mensuel : %',
  ],
  preventive: ['Contrôle des sauvegardes et des journaux : %', 'Montée de version mineure des composants : %'],
  question: [
    'Comment annuler une saisie ? (%)',
    'Où trouver l’historique ? (%)',
    'Quelle différence entre les deux exports ? (%)',
  ],
};

const YEAR = [
  '2025-09',
  '2025-10',
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
];
const monthsOf = (counts: readonly number[], scale: number): Record<string, number> =>
  Object.fromEntries(YEAR.map((month, i) => [month, counts[i]! * scale]));

/** A health insurer: a fixed volume for anomalies, prepaid work units for changes; autumn is its busy season. */
const mutuelle = (scale: number): Story => ({
  seed: 20_260_901,
  firstKey: 4101,
  months: monthsOf([30, 33, 31, 21, 24, 22, 25, 23, 19, 22, 16, 11, 31, 38], scale),
  end: END,
  targets: [8, 18, 36, 72],
  strain: { '2026-10': 2.1, '2025-11': 1.25 },
  kinds: { corrective: 62, evolutive: 16, preventive: 6, question: 16 },
  applications: ['Espace adhérent', 'Cotisations', 'Prestations', 'Éditique'],
  activities: {
    corrective: ['Correction'],
    evolutive: ['Évolution'],
    preventive: ['Préventif'],
    question: ['Assistance'],
  },
  people: ['Crémieux Hélène', 'Da Silva Marc', 'Nguyen Thi Lan'],
  titles: TITLES,
  effort: 1,
  lateBooking: null,
  loose: [],
});

/** A chain of shops: a book of hours, topped up; one lot expires half used, sales are busy. */
const enseigne = (scale: number): Story => ({
  seed: 77_103,
  firstKey: 212,
  months: monthsOf([9, 10, 15, 16, 13, 6, 5, 6, 7, 11, 9, 4, 10, 12], scale),
  end: END,
  targets: [4, 9, 27, 63],
  strain: { '2025-12': 1.9 },
  kinds: { corrective: 50, evolutive: 30, preventive: 5, question: 15 },
  applications: ['Caisse', 'Boutique en ligne', 'Stocks'],
  activities: {
    corrective: ['Correction'],
    evolutive: ['Développement'],
    preventive: ['Maintenance'],
    question: ['Support'],
  },
  people: ['ines.moreau', 'paul.lefort'],
  titles: TITLES,
  effort: 0.62,
  lateBooking: null,
  loose: [],
});

/** A town: reserved days of two profiles under public procurement; August is lost, autumn overflows, March is booked late. */
const ville = (scale: number): Story => ({
  seed: 31_415,
  firstKey: 1520,
  months: monthsOf([20, 22, 21, 17, 20, 19, 22, 20, 17, 19, 13, 6, 24, 27], scale),
  end: END,
  targets: [9, 18, 45, 90],
  strain: { '2026-06': 2.2 },
  kinds: { corrective: 45, evolutive: 28, preventive: 9, question: 18 },
  applications: ['État civil', 'Cantine', 'Urbanisme', 'Portail famille'],
  activities: {
    corrective: ['Analyse', 'Développement', 'Tests'],
    evolutive: ['Conception', 'Développement', 'Développement', 'Tests'],
    preventive: ['Développement'],
    question: ['Support'],
  },
  people: ['Aïcha Benali', 'Yann Le Goff', 'Sophie Marchand'],
  titles: TITLES,
  effort: 0.82,
  lateBooking: { from: Date.UTC(2026, 2, 23), to: Date.UTC(2026, 3, 1), booked: Date.UTC(2026, 3, 7) },
  loose: [
    { activity: 'Pilotage', person: 'Sophie Marchand', minutes: 600 },
    { activity: 'Formation interne', person: 'Yann Le Goff', minutes: 120 },
  ],
});

/** GLPI's list of tickets, in French; the effort is that of the ticket. */
function glpiList(tickets: readonly Ticket[]): string {
  const words = { corrective: 'Incident', evolutive: 'Demande', preventive: 'Demande', question: 'Demande' };
  const priorities = ['Très haute', 'Haute', 'Moyenne', 'Basse'];
  const at = (value: number): string => `${dayMonth(value).replaceAll('/', '-')} ${time(value)}`;
  const headings = [
    'ID',
    'Titre',
    'Entité',
    'Statut',
    'Dernière modification',
    "Date d'ouverture",
    'Priorité',
    'Demandeur - Demandeur',
    'Attribué à - Technicien',
    'Catégorie',
    'Type',
    'Nature',
    'Complexité',
    'Date de prise en compte',
    'Date de résolution',
    'Date de clôture',
    'Durée totale',
  ];
  const duration = (minutes: number): string => `${Math.floor(minutes / 60)} heures ${minutes % 60} minutes`;
  const rows = tickets.map((ticket) => {
    const status =
      ticket.closed !== null
        ? 'Clos'
        : ticket.resolved !== null
          ? 'Résolu'
          : ticket.wait && ticket.wait.to === null
            ? 'En attente'
            : ticket.acknowledged === null
              ? 'Nouveau'
              : 'En cours (Attribué)';
    const natures = { corrective: 'Anomalie', evolutive: 'Évolution', preventive: 'Préventif', question: 'Assistance' };
    const spent = ticket.work.reduce((sum, { minutes }) => sum + minutes, 0);
    return [
      String(ticket.key),
      ticket.title,
      'Entité racine > Mutuelle de l’Estuaire',
      status,
      at(ticket.updated),
      at(ticket.created),
      priorities[ticket.priority]!,
      'Peña-Duval Zoé',
      ticket.person,
      ticket.application,
      words[ticket.kind],
      natures[ticket.kind],
      ticket.complexity,
      orNothing(ticket.acknowledged, at),
      orNothing(ticket.resolved, at),
      orNothing(ticket.closed, at),
      duration(spent),
    ];
  });
  return `\ufeff${[headings, ...rows].map((cells) => `${cells.map((cell) => quoted(cell)).join(';')};\n`).join('')}`;
}

const GLPI = {
  fresh: 'Nouveau',
  active: 'En cours (Attribué)',
  wait: 'En attente',
  resolved: 'Résolu',
  closed: 'Clos',
};

/** GLPI exports no history of states: a query of its log gives these columns, which any tool's log can have. */
function stateLog(tickets: readonly Ticket[]): string {
  const rows = tickets.flatMap((ticket) =>
    moves(ticket, GLPI).map(({ at, from, to }) => [
      String(ticket.key),
      `${iso(at).slice(0, 10)} ${time(at)}`,
      from,
      to,
    ]),
  );
  return [['clé', 'instant', 'de', 'vers'], ...rows].map((cells) => `${cells.join(';')}\n`).join('');
}

/** Who moved a ticket from one state to another, and when, as the three tools name the states. */
function moves(
  ticket: Ticket,
  names: { fresh: string; active: string; wait: string; resolved: string; closed: string },
): { at: number; from: string; to: string }[] {
  const list: { at: number; from: string; to: string }[] = [];
  let now = names.fresh;
  const move = (at: number | null | undefined, to: string): void => {
    if (at == null) return;
    list.push({ at, from: now, to });
    now = to;
  };
  move(ticket.acknowledged, names.active);
  if (ticket.wait) {
    move(ticket.wait.from, names.wait);
    move(ticket.wait.to, names.active);
  }
  move(ticket.resolved, names.resolved);
  move(ticket.closed, names.closed);
  return list;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const jiraDate = (at: number): string => {
  const hour = new Date(at).getUTCHours();
  return `${iso(at).slice(8, 10)}/${MONTHS[new Date(at).getUTCMonth()]}/${iso(at).slice(2, 4)} ${hour % 12 || 12}:${iso(at).slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`;
};
const JIRA = {
  fresh: 'To Do',
  active: 'In Progress',
  wait: 'Waiting for customer',
  resolved: 'Resolved',
  closed: 'Closed',
};
const jiraKey = (ticket: Ticket): string => `LUM-${ticket.key}`;

/**
 * Who has a ticket, as a label: the help desk, the team after a third of the time, its experts after two. Six of ten stay
 * where they are, three go to the team, one as far as the experts.
 */
function labelsOf({ key, acknowledged, resolved }: Ticket): { at: number; from: string; to: string }[] {
  if (acknowledged == null || resolved == null) return [];
  const highest = key % 10 < 6 ? 1 : key % 10 < 9 ? 2 : 3;
  const at = (thirds: number): number =>
    Math.floor((acknowledged + ((resolved - acknowledged) * thirds) / 3) / 60_000) * 60_000;
  return Array.from({ length: highest - 1 }, (_, i) => ({ at: at(i + 1), from: `N${i + 1}`, to: `N${i + 2}` }));
}

/** Jira's navigator, with a column for each time entry of an issue. */
function jiraList(tickets: readonly Ticket[]): string {
  const kinds = { corrective: 'Bug', evolutive: 'Improvement', preventive: 'Task', question: 'Service request' };
  const priorities = ['Highest', 'High', 'Medium', 'Low'];
  const logs = Math.max(...tickets.map(({ work }) => work.length));
  const headings = [
    'Summary',
    'Issue key',
    'Issue id',
    'Issue Type',
    'Status',
    'Priority',
    'Assignee',
    'Reporter',
    'Created',
    'Updated',
    'Resolved',
    'Components',
    'Labels',
    ...Array.from({ length: logs }, () => 'Log Work'),
    'Time Spent',
  ];
  const rows = [...tickets].reverse().map((ticket) => [
    ticket.title,
    jiraKey(ticket),
    String(30_000 + ticket.key),
    kinds[ticket.kind],
    moves(ticket, JIRA).at(-1)?.to ?? JIRA.fresh,
    priorities[ticket.priority]!,
    ticket.person,
    'zoe.pena',
    jiraDate(ticket.created),
    jiraDate(ticket.updated),
    orNothing(ticket.resolved, jiraDate),
    ticket.application,
    labelsOf(ticket).at(-1)?.to ?? 'N1',
    ...Array.from({ length: logs }, (_, i) => {
      const entry = ticket.work[i];
      return entry ? `${entry.activity};${jiraDate(entry.day + 10 * HOUR)};${entry.person};${entry.minutes * 60}` : '';
    }),
    String(ticket.work.reduce((sum, { minutes }) => sum + minutes * 60, 0)),
  ]);
  return [headings, ...rows].map((cells) => `${cells.map((cell) => plain(cell)).join(',')}\n`).join('');
}

function jiraChangelog(tickets: readonly Ticket[]): string {
  const rows = tickets.flatMap((ticket) =>
    [
      ...moves(ticket, JIRA).map((move) => ({ ...move, field: 'status' })),
      ...labelsOf(ticket).map((move) => ({ ...move, field: 'labels' })),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ at, field, from, to }) => [jiraKey(ticket), jiraDate(at), field, from, to]),
  );
  return [['Issue key', 'Created', 'Field', 'From', 'To'], ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

const REDMINE = { fresh: 'Nouveau', active: 'En cours', wait: 'Commentaire', resolved: 'Résolu', closed: 'Fermé' };
const TRACKERS = { corrective: 'Anomalie', evolutive: 'Evolution', preventive: 'Préventif', question: 'Assistance' };

function redmineList(tickets: readonly Ticket[]): string {
  const priorities = ['Immédiat', 'Urgent', 'Normal', 'Bas'];
  const at = (value: number): string => `${dayMonth(value)} ${time(value)}`;
  const headings = [
    '#',
    'Projet',
    'Tracker',
    'Statut',
    'Priorité',
    'Sujet',
    'Auteur',
    'Assigné à',
    'Mis-à-jour',
    'Catégorie',
    'Temps passé',
    'Créé',
    'Fermé',
  ];
  const rows = [...tickets]
    .reverse()
    .map((ticket) => [
      String(ticket.key),
      'TMA Ville',
      TRACKERS[ticket.kind],
      moves(ticket, REDMINE).at(-1)?.to ?? REDMINE.fresh,
      priorities[ticket.priority]!,
      ticket.title,
      'Zoé Peña-Duval',
      ticket.person,
      at(ticket.updated),
      ticket.application,
      hoursOf(ticket.work.reduce((sum, { minutes }) => sum + minutes, 0)).replace('.', ','),
      at(ticket.created),
      orNothing(ticket.closed, at),
    ]);
  return `\ufeff${[headings, ...rows].map((cells) => `${cells.map((cell) => plain(cell)).join(';')}\n`).join('')}`;
}

function redmineTimes(tickets: readonly Ticket[], loose: readonly Entry[]): string {
  const headings = ['Projet', 'Date', 'Créé', 'Utilisateur', 'Activité', 'Demande', 'Commentaire', 'Heures'];
  const row = (
    { day, booked, person, activity, minutes }: Entry,
    ticket: Ticket | null,
  ): { day: number; cells: string[] } => ({
    day,
    cells: [
      'TMA Ville',
      dayMonth(day),
      `${dayMonth(booked)} ${time(booked)}`,
      person,
      activity,
      ticket ? `${TRACKERS[ticket.kind]} #${ticket.key}: ${ticket.title}` : '',
      '',
      hoursOf(minutes).replace('.', ','),
    ],
  });
  const rows = [
    ...tickets.flatMap((ticket) => ticket.work.map((entry) => row(entry, ticket))),
    ...loose.map((entry) => row(entry, null)),
  ].sort((a, b) => b.day - a.day);
  return `\ufeff${[headings, ...rows.map(({ cells }) => cells)].map((cells) => `${cells.map((cell) => plain(cell)).join(';')}\n`).join('')}`;
}

function redmineJournals(tickets: readonly Ticket[]): string {
  const rows = tickets.flatMap((ticket) =>
    moves(ticket, REDMINE).map(({ at, from, to }) => [
      String(ticket.key),
      `${iso(at).slice(0, 10)} ${iso(at).slice(11, 19)}`,
      'status_id',
      from,
      to,
    ]),
  );
  return [['issue_id', 'created_on', 'prop_key', 'old_value', 'value'], ...rows]
    .map((cells) => `${cells.join(';')}\n`)
    .join('');
}

/** All files of the examples: path below the data folder → text. */
export function exampleFiles(scale = 1): Map<string, string> {
  const health = tell(mutuelle(scale)).tickets;
  const shops = tell(enseigne(scale)).tickets;
  const town = tell(ville(scale));
  // The manager of the insurer exports what changed each quarter, with an overlap; the town exports all at once.
  const cut = health.findIndex(({ created }) => created >= Date.UTC(2026, 6, 1));
  return new Map([
    ['mutuelle-estuaire/history/etats.csv', stateLog(health)],
    ['mutuelle-estuaire/tickets/glpi-2026-06.csv', glpiList(health.slice(0, cut))],
    ['mutuelle-estuaire/tickets/glpi-2026-10.csv', glpiList(health.slice(Math.max(0, cut - 20)))],
    ['ateliers-lumen/tickets/jira.csv', jiraList(shops)],
    ['ateliers-lumen/history/changelog.csv', jiraChangelog(shops)],
    ['ville-de-kerlann/tickets/demandes.csv', redmineList(town.tickets)],
    ['ville-de-kerlann/history/journaux.csv', redmineJournals(town.tickets)],
    ['ville-de-kerlann/worklog/temps-passe.csv', redmineTimes(town.tickets, town.loose)],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , scale = '1', folder = join(import.meta.dirname, '../../data')] = process.argv;
  for (const [path, text] of exampleFiles(Number(scale))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
