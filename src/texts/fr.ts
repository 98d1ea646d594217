import type { EffortUnit } from '../domain/ticket.ts';
import { formatOf, NBSP, NNBSP } from './format.ts';
import { de } from './typography.ts';
import { frAccount } from './fr-account.ts';
import type { Messages } from './messages.ts';
import { ONE } from '../domain/quantity.ts';
import { HOUR_MS } from '../domain/zone.ts';

const { number, list, plural } = formatOf('fr');
const quoted = (text: string): string => `«${NNBSP}${text}${NNBSP}»`;
const quotedList = (texts: readonly string[]): string => texts.map(quoted).join(', ');
const s = (count: number): string => plural(count, '', 's');
/** « de mai », « d’avril ». */
const ORDERS: Record<string, string> = {
  'day-first': 'jour/mois/année',
  'month-first': 'mois/jour/année',
  any: 'année-mois-jour ou jour/mois/année',
};

/** In what efforts are counted. */
const EFFORT_WORDS: Readonly<Record<EffortUnit, string>> = {
  hours: 'heures',
  minutes: 'minutes',
  seconds: 'secondes',
  days: 'jours de 24 h',
  words: 'toutes lettres',
  'words-or-minutes': 'minutes',
};
/** Words that are not quoted, after those that are. */
const unshown = (hidden: number, shown: number): string =>
  hidden === 0
    ? ''
    : `${shown ? ', et ' : ' ('}${number(hidden)} qui ${plural(hidden, 'n’est pas montré', 'ne sont pas montrés')}, vu une seule fois ou semblable à un nom : jauge inspect les liste${shown ? '' : ')'}`;

const expectationText = (expected: string): string =>
  (fr.expectation as Readonly<Record<string, string>>)[expected] ?? expected;

export const fr: Messages = {
  lang: 'Français',
  otherLanguage: 'English',
  site: {
    name: 'Jauge',
    tagline: 'Rapports de maintenance applicative',
    skip: 'Aller au contenu',
    home: 'Accueil',
    method: 'Méthode',
    sizing: 'Dimensionner',
    whatIf: 'Et si…',
    indicators: 'Indicateurs',
    glossary: 'Glossaire',
    accessibility: 'Accessibilité : vérifiée par des tests, non auditée',
    menu: 'Navigation principale',
    contracts: 'Contrats',
    contractsLead:
      'Chaque mois, le service rendu, comparé à ce qui était promis. Chaque chiffre mène à sa définition, chaque engagement manqué à sa preuve.',
    madeWith: 'Établi avec Jauge à partir des exports de l’outil de gestion des tickets.',
  },
  kpi: {
    compliance: {
      name: 'Respect des engagements',
      definition:
        'Part des engagements tenus parmi ceux dont l’échéance tombe dans le mois. C’est le chiffre du contrat.',
      formula: 'engagements tenus ÷ engagements dont l’échéance est dans le mois',
      caution:
        'Un ticket encore ouvert après son échéance compte comme manqué. Un ticket résolu en avance compte dans le mois de son échéance.',
    },
    'compliance-opened': {
      name: 'Respect des engagements, par mois d’ouverture',
      definition:
        'Part des engagements tenus parmi les horloges parties dans le mois et déjà décidées : tenues, ou hors délai.',
      formula: 'engagements tenus ÷ (tenus + manqués), horloges parties dans le mois',
      caution: 'Un mois récent n’est pas encore décidé ; les horloges qui tournent dans leur délai n’y sont pas.',
    },
    headroom: {
      name: 'Marge',
      definition: 'Part du délai qui restait à l’arrêt, pour les engagements tenus arrêtés dans le mois.',
      formula: '1 − temps compté ÷ délai',
      caution: 'Une marge qui fond annonce des dépassements avant qu’ils n’arrivent.',
    },
    'clock-time-calendar': {
      name: 'Temps calendaire des horloges',
      definition:
        'Tout le temps entre le départ et l’arrêt de chaque horloge, moins ses suspensions, nuits et week-ends compris.',
      formula: 'arrêt − départ − suspensions',
      caution: 'À lire à côté du temps compté : c’est ce que l’utilisateur a vécu.',
    },
    'time-split': {
      name: 'Répartition du temps',
      definition:
        'À qui était le temps des tickets résolus dans le mois : le prestataire aux heures ouvrées, le client, un tiers, entre résolution et réouverture, hors des heures.',
      formula: 'parts de (ouverture → résolution), dont la somme est vérifiée',
      caution: 'Les attentes comptent nuits et week-ends compris, puisque le ticket était alors entre d’autres mains.',
    },
    'resolution-time-with-open': {
      name: 'Délai de résolution, tickets ouverts compris',
      definition:
        'Au bout de combien de temps la moitié des tickets ouverts dans le mois est résolue, en tenant compte de ceux qui ne le sont pas encore.',
      formula:
        'médiane de Kaplan-Meier de (résolution − ouverture), les tickets non résolus comptant pour le temps déjà écoulé',
      caution:
        'Sans elle, un mois paraît d’autant meilleur que ses tickets les plus longs sont encore ouverts. « — » si la moitié n’est pas résolue.',
    },
    'closed-unresolved': {
      name: 'Clos sans résolution',
      definition: 'Tickets clos dans le mois sans date de résolution.',
      formula: 'nombre de tickets avec clôture dans le mois et sans résolution',
      caution: 'Ils sortent du stock mais ne sont dans aucun délai de résolution.',
    },
    clearance: {
      name: 'Taux d’écoulement',
      definition: 'Tickets résolus rapportés aux tickets ouverts dans le mois.',
      formula: 'tickets résolus ÷ tickets ouverts',
      caution: 'Au-dessus de 100 %, le stock baisse.',
    },
    ageing: {
      name: 'Ancienneté du stock',
      definition: 'Tickets ouverts en fin de mois, par nombre de jours ouvrés depuis leur ouverture.',
      formula: 'jours ouvrés commencés après le jour d’ouverture',
      caution: 'Compté dans le premier calendrier du contrat.',
    },
    'open-age': {
      name: 'Âge des tickets ouverts',
      definition: 'Depuis combien de temps les tickets ouverts en fin de mois le sont.',
      formula: 'fin du mois − ouverture',
      caution: 'Tout le temps, nuits et week-ends compris ; le maximum est le plus ancien.',
    },
    'reopened-within': {
      name: 'Réouvertures dans le délai du contrat',
      definition:
        'Part des tickets résolus une première fois dans le mois et rouverts dans le nombre de jours fixé au contrat.',
      formula: 'tickets rouverts à temps ÷ tickets résolus une première fois',
      caution: 'Définitif seulement quand ce nombre de jours est passé.',
    },
    rejected: {
      name: 'Taux de rejet',
      definition:
        'Part des tickets ouverts dans le mois que le prestataire a rejetés : hors périmètre, non reproductibles, doublons.',
      formula: 'tickets rejetés ou fusionnés ÷ tickets ouverts',
      caution: 'D’après l’état d’aujourd’hui ; un rejet contesté se discute en comité.',
    },
    'first-contact': {
      name: 'Résolution sans réaffectation',
      definition: 'Part des tickets résolus dans le mois sans être passés à d’autres ni rouverts.',
      formula: 'tickets sans réaffectation ni réouverture ÷ tickets résolus',
      caution: 'C’est ce qui approche la résolution au premier contact quand l’export ne compte pas les réponses.',
    },
    escalation: {
      name: 'Taux d’escalade',
      definition: 'Part des passages à un niveau technique qui ont fini par une montée au niveau supérieur.',
      formula: 'passages finis par une montée ÷ passages commencés dans le mois',
      caution: 'Un retour au niveau inférieur n’est pas une escalade.',
    },
    questions: {
      name: 'Questions fonctionnelles',
      definition: 'Part des demandes d’assistance parmi les tickets ouverts dans le mois dont la nature est connue.',
      formula: 'questions ÷ tickets de nature connue',
      caution: 'Souvent exclues du contrat, ou facturées quand elles sont trop fréquentes.',
    },
    mix: {
      name: 'Nature des demandes',
      definition:
        'Part du correctif, de l’évolutif, du préventif et des questions parmi les tickets ouverts dans le mois.',
      formula: 'tickets de chaque nature ÷ tickets de nature connue',
      caution: 'En nombre ; la part en effort peut être toute autre.',
    },
    effort: {
      name: 'Effort',
      definition: 'Effort consacré aux tickets résolus dans le mois, par nature.',
      formula: 'somme de l’effort des tickets',
      caution: 'Suppose que l’export porte l’effort du ticket.',
    },
    work: {
      name: 'Travail saisi',
      definition: 'Temps saisi, à la date du travail, par nature de ticket ; le temps hors ticket est à part.',
      formula: 'somme des saisies de temps du mois',
      caution: 'Une saisie tardive entre dans le mois du travail, dont le rapport change alors.',
    },
    'work-by-person': {
      name: 'Travail saisi par personne',
      definition: 'Temps saisi dans le mois, par personne, sous pseudonyme.',
      formula: 'somme des saisies de temps de chaque personne',
      caution: 'Sert à voir combien de personnes portent le contrat, non à les comparer.',
    },
    'compliance-at-stop': {
      name: 'Respect des engagements, à l’arrêt',
      definition:
        'Part des engagements tenus parmi ceux dont l’horloge s’est arrêtée dans le mois. C’est ce qu’impriment la plupart des outils.',
      formula: 'engagements tenus ÷ horloges arrêtées dans le mois',
      caution: 'Ce chiffre ne voit pas les tickets encore ouverts hors délai : il monte quand on cesse de les traiter.',
    },
    'open-past-due': {
      name: 'Ouverts hors délai',
      definition: 'Tickets dont l’horloge tourne encore après son échéance, à la fin du mois.',
      formula: 'nombre de tickets avec échéance ≤ fin du mois < arrêt',
      caution: 'Un ticket suspendu avant son échéance n’est pas hors délai : il attend le client ou un tiers.',
    },
    overrun: {
      name: 'Dépassement',
      definition:
        'Temps compté au-delà du délai promis, pour les engagements manqués dont l’échéance est dans le mois.',
      formula: 'temps compté − délai promis',
      caution: 'Pour un ticket encore ouvert, c’est le dépassement à la date des données.',
    },
    coverage: {
      name: 'Couverture des engagements',
      definition: 'Part des tickets ouverts dans le mois pour lesquels le contrat promet un délai.',
      formula: 'tickets avec un délai promis ÷ tickets ouverts',
      caution: 'Un respect de 100 % sur la moitié des tickets n’est pas un bon mois.',
    },
    'tool-verdict': {
      name: 'Verdict de l’outil',
      definition:
        'Part des tickets que l’outil lui-même marque comme tenus, d’après la dernière ligne de chaque ticket.',
      formula: 'tickets marqués tenus ÷ tickets marqués',
      caution:
        'L’outil a ses propres horaires, délais et suspensions, que son export ne donne pas : les deux chiffres ne mesurent pas la même promesse.',
    },
    'clock-time': {
      name: 'Temps compté',
      definition:
        'Temps que l’horloge a compté, dans les heures du contrat et sans les suspensions, pour les tickets arrêtés dans le mois.',
      formula: 'durée de (ouverture → arrêt) ∩ heures ouvrées − suspensions ∩ heures ouvrées',
      caution: 'Une suspension de nuit ou de week-end ne retire rien : l’horloge ne tournait pas.',
    },
    'resolution-time': {
      name: 'Délai de résolution, calendaire',
      definition:
        'Tout le temps entre l’ouverture et la résolution des tickets résolus dans le mois, nuits et attentes comprises.',
      formula: 'résolution − ouverture',
      caution:
        'Les tickets encore ouverts n’y sont pas ; la moyenne est tirée par quelques tickets très longs, lisez la médiane.',
    },
    'resolution-time-opened': {
      name: 'Délai de résolution, par mois d’ouverture',
      definition: 'Le même délai, pour les tickets ouverts dans le mois et résolus depuis.',
      formula: 'résolution − ouverture',
      caution: 'Définitif seulement quand tous les tickets du mois sont résolus : les plus longs manquent encore.',
    },
    'resolution-time-without-waiting': {
      name: 'Délai de résolution sans les attentes',
      definition: 'Le délai de résolution calendaire, moins le temps passé à attendre le client ou un tiers.',
      formula: 'résolution − ouverture − attentes entre les deux',
      caution: 'Suppose que l’historique des états est dans l’export.',
    },
    'closing-time': {
      name: 'Délai de clôture, calendaire',
      definition: 'Tout le temps entre l’ouverture et la clôture des tickets clos dans le mois.',
      formula: 'clôture − ouverture',
      caution: 'La clôture est un acte administratif, souvent automatique quelques jours après la résolution.',
    },
    'first-touch-time': {
      name: 'Délai avant le premier traitement',
      definition: 'Temps entre l’ouverture et le premier événement où le ticket n’est plus nouveau.',
      formula: 'premier événement hors de l’état nouveau − ouverture',
      caution: 'Un événement antérieur à l’ouverture est écarté et compté comme exclusion.',
    },
    'waiting-time': {
      name: 'Temps d’attente',
      definition: 'Temps passé à attendre le client ou un tiers, pour les tickets qui ont attendu.',
      formula: 'somme des séjours dans un état d’attente',
      caution: 'Compté dans le mois du dernier événement du ticket.',
    },
    'time-in-status': {
      name: 'Temps dans chaque état',
      definition: 'Durée de chaque séjour dans un état, compté dans le mois où il commence.',
      formula: 'événement suivant − entrée dans l’état',
      caution: 'Le dernier état d’un ticket dure jusqu’à son dernier événement : le journal ne dit rien de la suite.',
    },
    inflow: {
      name: 'Tickets ouverts',
      definition: 'Tickets ouverts dans le mois.',
      formula: 'nombre de tickets avec ouverture dans le mois',
      caution: 'Une réouverture n’est pas une ouverture.',
    },
    outflow: {
      name: 'Tickets résolus',
      definition: 'Tickets résolus dans le mois.',
      formula: 'nombre de tickets avec résolution dans le mois',
      caution: 'D’après la date de résolution de l’outil, qui est celle de la dernière résolution.',
    },
    closed: {
      name: 'Tickets clos',
      definition: 'Tickets clos dans le mois.',
      formula: 'nombre de tickets avec clôture dans le mois',
      caution: 'La clôture suit la résolution, parfois d’un mois sur l’autre.',
    },
    backlog: {
      name: 'Stock en fin de mois',
      definition:
        'Tickets ouverts et pas encore résolus à la fin du mois ; un ticket clos sans date de résolution en sort à sa clôture.',
      formula: 'nombre de tickets avec ouverture < fin du mois ≤ résolution (à défaut, clôture)',
      caution:
        'Reconstitué à partir des dates, non de l’état d’aujourd’hui : il ne change pas quand un ticket est résolu plus tard.',
    },
    'not-closed': {
      name: 'Tickets non clos en fin de mois',
      definition: 'Tickets ouverts et pas encore clos à la fin du mois : le stock, avec ce qui attend sa validation.',
      formula: 'nombre de tickets avec ouverture < fin du mois ≤ clôture',
      caution: 'C’est souvent ce que l’outil appelle « ouverts ».',
    },
    reopened: {
      name: 'Taux de réouverture',
      definition: 'Part des tickets résolus dans le mois dont l’outil compte au moins une réouverture.',
      formula: 'tickets rouverts ÷ tickets résolus',
      caution: 'Un mois récent n’a pas encore eu le temps d’être rouvert.',
    },
    reopenings: {
      name: 'Réouvertures',
      definition: 'Passages d’un état résolu ou clos à un autre, dans le mois du passage.',
      formula: 'nombre de changements d’état (résolu ou clos → autre)',
      caution: 'Compté sur l’historique : il peut différer du compteur de l’outil.',
    },
    'reopens-reported': {
      name: 'Réouvertures comptées par l’outil',
      definition: 'Somme du compteur de réouvertures de l’outil, dans le mois de la clôture.',
      formula: 'somme du compteur',
      caution: 'Le compteur ne dit pas quand le ticket a été rouvert.',
    },
  },
  clock: {
    acknowledge: { name: 'Prise en compte', definition: 'De l’ouverture au premier acte humain (GTI).' },
    workaround: { name: 'Contournement', definition: 'De l’ouverture à la solution de contournement.' },
    restore: {
      name: 'Rétablissement',
      definition: 'De l’ouverture au retour du service, par contournement ou correction (GTR).',
    },
    resolve: { name: 'Résolution', definition: 'De l’ouverture à la correction définitive.' },
    estimate: { name: 'Chiffrage', definition: 'De la demande complète au devis.' },
    deliver: { name: 'Livraison', definition: 'De la commande à la livraison.' },
  },
  policy: {
    priorityChange: {
      name: 'Délai qui change en cours de route (priorité, avenant)',
      choice: {
        forward: 'la part déjà consommée de l’ancien délai l’est du nouveau',
        retroactive: 'le nouveau délai vaut depuis l’ouverture',
        reset: 'le nouveau délai repart entier au changement',
      },
    },
    reopened: {
      name: 'Ticket rouvert',
      choice: {
        total: 'tous les cycles de travail comptent, sauf l’intervalle entre résolution et réouverture',
        first: 'la première résolution arrête l’horloge',
      },
    },
    resolvedWhilePaused: {
      name: 'Ticket résolu pendant une attente, sans reprise',
      choice: {
        credited: 'l’attente est déduite jusqu’à la résolution',
        counted: 'cette attente n’est pas déduite : son temps compte',
      },
    },
    acknowledgedAfterResolved: {
      name: 'Prise en compte saisie après la résolution',
      choice: {
        resolution: 'la résolution vaut prise en compte',
        acknowledgement: 'la prise en compte vaut à la date saisie',
      },
    },
    withdrawal: {
      name: 'Ticket annulé, rejeté ou fusionné',
      choice: {
        'excluded-unless-late': 'écarté, sauf s’il était déjà hors délai',
        excluded: 'toujours écarté',
        counted: 'compté comme les autres',
      },
    },
    workaround: {
      name: 'Contournement avant la résolution',
      choice: {
        none: 'la résolution continue de courir',
        'stops-resolve': 'le contournement arrête la résolution',
      },
    },
  },
  workPart: { unclassified: 'Tickets de nature inconnue', 'no-ticket': 'Hors ticket' },
  field: {
    key: 'numéro',
    status: 'état',
    priority: 'priorité',
    kind: 'type',
    application: 'application',
    group: 'groupe',
    complexity: 'complexité',
    created: 'ouverture',
    acknowledged: 'prise en compte',
    workaround: 'contournement',
    resolved: 'résolution',
    closed: 'clôture',
    updated: 'dernière modification',
    due: 'échéance',
    reopens: 'réouvertures',
    reassignments: 'réaffectations',
    toolVerdict: 'verdict de l’outil',
    effort: 'effort',
    history: 'historique des états',
    title: 'titre',
    assignee: 'intervenant',
    person: 'personne',
    people: 'personnes',
    'group-history': 'historique des groupes',
    work: 'saisies de temps',
    at: 'instant',
    change: 'donnée modifiée',
    from: 'valeur d’avant',
    to: 'valeur d’après',
    ticket: 'ticket',
    date: 'jour du travail',
    booked: 'date de saisie',
    activity: 'activité',
    hours: 'temps passé',
    substatus: 'sous-état',
    labels: 'étiquettes',
    acknowledgedAfter: 'délai de prise en compte',
  },
  statusClass: {
    new: 'nouveau',
    active: 'en cours',
    'waiting-client': 'attente du client',
    'waiting-third-party': 'attente d’un tiers',
    resolved: 'résolu',
    closed: 'clos',
    rejected: 'rejeté',
    cancelled: 'annulé',
    merged: 'fusionné avec un autre',
  },
  holidays: {
    FR: 'jours fériés de France métropolitaine',
    'FR-ALSACE-MOSELLE': 'jours fériés d’Alsace-Moselle',
    'FR-GUADELOUPE': 'jours fériés de Guadeloupe',
    'FR-GUYANE': 'jours fériés de Guyane',
    'FR-MARTINIQUE': 'jours fériés de Martinique',
    'FR-MAYOTTE': 'jours fériés de Mayotte',
    'FR-REUNION': 'jours fériés de La Réunion',
    none: 'aucun jour férié',
    listed: 'jours listés au contrat',
  },
  colon: `${NBSP}: `,
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  verdict: {
    met: 'Tenu',
    missed: 'Manqué',
    'small-sample': 'n faible',
    'nothing-due': 'Sans échéance',
    'not-known': 'Non calculable',
  },
  counted: {
    tickets: { heading: 'Tickets', of: (n, shown) => `${shown}${NBSP}ticket${n > 1 ? 's' : ''}` },
    deadlines: { heading: 'Échéances', of: (n, shown) => `${shown}${NBSP}échéance${n > 1 ? 's' : ''}` },
    stops: { heading: 'Arrêts', of: (n, shown) => `${shown}${NBSP}arrêt${n > 1 ? 's' : ''}` },
    stays: { heading: 'Séjours', of: (n, shown) => `${shown}${NBSP}séjour${n > 1 ? 's' : ''}` },
    entries: { heading: 'Saisies', of: (n, shown) => `${shown}${NBSP}saisie${n > 1 ? 's' : ''}` },
  },
  exclusion: {
    'negative-duration': 'durée négative',
    cancelled: 'annulé avant l’échéance',
    rejected: 'rejeté avant l’échéance',
    merged: 'fusionné avec un autre',
    'stop-unknown': 'fini sans date d’arrêt',
    'not-computable': 'export incomplet',
  },
  kind: { corrective: 'correctif', evolutive: 'évolutif', preventive: 'préventif', question: 'question' },
  timePart: {
    provider: 'prestataire',
    client: 'client',
    'third-party': 'tiers',
    done: 'résolu puis rouvert',
    'outside-hours': 'hors des heures',
  },
  problem: {
    'data-folder-missing': ({ folder }) => ({
      what: `Le dossier de données ${quoted(folder)} n’existe pas.`,
      todo: 'Créez-le avec un sous-dossier par contrat (contract.yaml et tickets/), ou indiquez le vôtre avec --data ou JAUGE_DATA.',
    }),
    'data-folder-empty': ({ folder }) => ({
      what: `Le dossier de données ${quoted(folder)} ne contient aucun contrat.`,
      todo: 'Créez un sous-dossier par contrat, avec contract.yaml et un export dans tickets/. Le contrat d’exemple uci-servicenow peut servir de modèle.',
    }),
    'contract-file-missing': ({ folder }) => ({
      what: `Le dossier ${quoted(folder)} n’a pas de contract.yaml.`,
      todo: 'Ajoutez-y le fichier du contrat, ou sortez ce dossier du dossier de données.',
    }),
    'contract-id-duplicate': ({ id, other }) => ({
      what: `L’identifiant de contrat ${quoted(id)} est déjà pris par ${other}.`,
      todo: 'Donnez à l’un des deux un autre id : il fait l’adresse de ses rapports.',
    }),
    'contract-id-reserved': ({ id, reserved }) => ({
      what: `Un contrat ne peut pas s’appeler ${quoted(id)} : le site a une page à cette adresse.`,
      todo: `Choisissez un autre id que ${list(reserved)}.`,
    }),
    'contract-not-found': ({ id, known }) => ({
      what: `Aucun contrat n’a l’identifiant ${quoted(id)}.`,
      todo: known.length ? `Contrats connus : ${list(known)}.` : 'Aucun contrat n’a pu être lu.',
    }),
    'drops-missing': ({ folder }) => ({
      what: 'Aucun export à lire.',
      todo: `Déposez dans ${folder}/ l’export de votre outil, tel quel : .csv, .tsv ou .csv.gz.`,
    }),
    'months-missing': ({ months }) => ({
      what: `Aucun ticket ouvert ni résolu en ${list(months)}.`,
      todo: 'Vérifiez qu’il ne manque pas un export ; si le mois était vraiment vide, il n’y a rien à faire : son rapport l’indique.',
    }),
    'output-not-ours': ({ folder }) => ({
      what: `Le dossier de sortie ${quoted(folder)} contient des fichiers que Jauge n’a pas faits.`,
      todo: 'Indiquez un dossier vide ou nouveau avec --out ou JAUGE_OUT : la construction remplace tout le dossier.',
    }),
    'file-not-read': ({ name }) => ({
      what: `${quoted(name)} n’est pas lu par cette version.`,
      todo: 'Seuls les .csv, .tsv et .txt de tickets/, compressés ou non (.gz), le sont ; un classeur doit être enregistré en CSV UTF-8.',
    }),
    'file-unreadable': ({ reason }) => ({
      what: `Le fichier ne peut pas être lu : ${reason}.`,
      todo: 'Vérifiez qu’il existe et que vous avez le droit de le lire.',
    }),
    'yaml-invalid': ({ reason }) => ({
      what: `Ce n’est pas du YAML valide : ${reason}.`,
      todo: 'Vérifiez les retraits (des espaces, pas de tabulation), les deux-points et les guillemets à cet endroit.',
    }),
    'contract-key-unknown': ({ key }) => ({
      what: `${quoted(key)} n’existe pas dans un contrat.`,
      todo: 'Corrigez le nom ou retirez la ligne ; l’éditeur propose les noms connus si la première ligne indique le schéma.',
    }),
    'contract-key-missing': ({ path, key }) => ({
      what: `Il manque ${quoted(key)} (${path}).`,
      todo: 'Ajoutez cette ligne.',
    }),
    'contract-value-invalid': ({ path, found, expected, options }) => ({
      what: `${path || 'Le fichier'} vaut ${quoted(found)}.`,
      todo: `Attendu : ${options.length ? `l’une des valeurs ${list(options)}` : expectationText(expected)}.`,
    }),
    'contract-reference-unknown': ({ path, found, known }) => ({
      what: `${path} nomme ${quoted(found)}, qui n’est pas défini.`,
      todo: known.length ? `Noms définis : ${list(known)}.` : 'Rien n’est défini sous ce nom.',
    }),
    'contract-clock-twice': ({ clock }) => ({
      what: `L’horloge ${quoted(clock)} a deux engagements dans les mêmes conditions.`,
      todo: 'Réunissez-les en un seul, avec une liste de targets: où chaque ligne a son calendrier et son objectif : { priority: P1, target: 4 h, calendar: toujours, goal: 95 % }.',
    }),
    'contract-goals-differ': ({ clock, priority, goals }) => ({
      what: `L’horloge ${quoted(clock)} a deux objectifs pour la priorité ${priority}${NBSP}: ${list(goals)}.`,
      todo: 'L’objectif est par horloge et par priorité. Pour un objectif par type, niveau ou application, définissez sous clocks: une seconde horloge, avec ses stops:, et donnez-lui ses propres targets:.',
    }),
    'clock-not-computable': ({ clock, missing }) => ({
      what: `L’horloge ${quoted(clock)} n’est pas calculable${NBSP}: il manque à l’export ${quotedList(missing.map((name) => fr.field[name]))}.`,
      todo: missing.includes('resolved')
        ? 'Ce qui dirait la résolution : une colonne de l’outil, l’historique des états dans history/, ou au contrat resolution: closed si la clôture en tient lieu.'
        : missing.includes('history')
          ? `Exportez l’historique des états ; ou, si l’export porte la date elle-même, retirez ${clock} de clocks: au contrat : l’horloge lit alors la colonne.`
          : `Ajoutez la colonne à l’export, ou dites sous quel titre elle est : sources: [{ columns: { … } }]. Une autre date n’est pas la même promesse : n’en mettez pas à sa place.`,
    }),
    'contract-word-twice': ({ word, other }) => ({
      what: `Le mot ${quoted(word)} est déjà rangé sous ${quoted(other)}.`,
      todo: 'Un mot de l’outil n’a qu’un sens au contrat : retirez-le de l’un des deux.',
    }),
    'contract-term-twice': ({ date }) => ({
      what: `Deux conditions commencent le ${date}.`,
      todo: 'Réunissez-les, ou changez la date de l’une.',
    }),
    'contract-without-calendar': ({ path }) => ({
      what:
        path === 'calendars'
          ? 'Le contrat ne définit aucun calendrier.'
          : `L’engagement ${path} compte en temps ouvré sans nommer de calendrier.`,
      todo: 'Définissez les heures ouvrées sous calendars et nommez-les dans l’engagement (calendar: …). Il n’y a pas d’horaire par défaut.',
    }),
    'contract-id-twice': ({ id }) => ({
      what: `L’identifiant ${quoted(id)} est donné deux fois.`,
      todo: 'Donnez à chacun le sien : les chiffres y renvoient.',
    }),
    'coverage-changes-form': ({ id, before, after }) => ({
      what: `La couverture ${quoted(id)} change de forme ou d’unité d’un avenant à l’autre (${before}, puis ${after}) : son solde n’aurait plus de sens.`,
      todo: 'Donnez un autre identifiant à la nouvelle couverture.',
    }),
    'smoothing-too-short': ({ smoothing, per }) => ({
      what: `Le lissage (${smoothing}) est plus court que la période du volume (${per}).`,
      todo: 'Lissez sur une période au moins aussi longue, ou écrivez smoothing: none.',
    }),
    'lot-expires-early': ({ lot, bought, expires }) => ({
      what: `Le lot ${quoted(lot)} expire (${expires}) avant d’être acheté (${bought}).`,
      todo: 'Corrigez l’une des deux dates.',
    }),
    'lot-outside': ({ lot, from, to }) => ({
      what: `Le lot ${quoted(lot)} ne peut pas servir : la couverture court du ${from}${to === null ? '' : ` au ${to}`}.`,
      todo: 'Corrigez ses dates, ou retirez-le.',
    }),
    'adjustment-outside': ({ coverage, date }) => ({
      what: `Un ajustement de ${quoted(coverage)} est daté du ${date}, où cette couverture n’est pas en vigueur.`,
      todo: 'Datez-le d’un jour où elle l’est : le dernier, pour un solde final.',
    }),
    'activities-of-tickets': ({ unit }) => ({
      what: `Cette couverture compte des tickets (${unit}) et se limite à des activités : un ticket n’en a pas.`,
      todo: 'Limitez-la par kinds ou applications, ou comptez des heures.',
    }),
    'lot-priced-twice': ({ lot }) => ({
      what: `Le lot ${quoted(lot)} a deux prix : price (tout le lot) et unitPrice (une unité).`,
      todo: 'N’en gardez qu’un.',
    }),
    'penalty-base-unnamed': ({ id }) => ({
      what: `La pénalité ${quoted(id)} a base: month, qui est lu comme worth : la part du mois dans les redevances, les jours réservés et les unités faites dans le mois.`,
      todo: 'Nommez la base : worth pour garder ce calcul, invoiced si le contrat vise ce qui est facturé dans le mois, amount pour un montant.',
    }),
    'penalty-coverage-unnamed': ({ id, known }) => ({
      what: `La pénalité ${quoted(id)} se règle en unités, sans dire dans quelle couverture : elles ne sont pas créditées.`,
      todo: `Ajoutez coverage: à la pénalité${known.length ? `, l’une de ${list(known)}` : ''}.`,
    }),
    'statement-differs': ({ book, on, stated, found, since }) => ({
      what: `Au ${on}, le solde signé de ${quoted(book)} est de ${number(stated / ONE, 4)}, le compte donne ${number(found / ONE, 4)} : écart de ${number((found - stated) / ONE, 4)}.`,
      todo: `Comparez les relevés ${since === null ? 'depuis le début' : `depuis le ${since}, dernier solde signé que le compte retrouve,`} jusqu’à cette date ; puis corrigez la source, ou ajoutez la régularisation convenue sous adjustments:.`,
    }),
    'abacus-missing': ({ unit, key }) => ({
      what: `Rien ne dit comment le travail devient des unités (${unit}).`,
      todo:
        key === 'hoursPerDay'
          ? 'Ajoutez abacus: { hoursPerDay: 7 } (les heures d’une journée au contrat).'
          : 'Ajoutez abacus: { hoursPerUo: … }, ou la table abacus: { uo: [...] }.',
    }),
    'comment-name-unknown': ({ name }) => ({
      what: `${quoted(name)} n’est pas un commentaire de mois : il n’est pas lu.`,
      todo: 'Nommez-le comme 2026-10.md (ou 2026-10.en.md pour le site anglais).',
    }),
    'seal-month-not-complete': ({ month, complete }) => ({
      what: `${quoted(month)} n’est pas un mois complet de ce contrat.`,
      todo: complete.length
        ? `Mois complets : ${complete[0]!} à ${complete.at(-1)!}.`
        : 'Aucun mois n’est encore complet.',
    }),
    'page-not-built': ({ site, page }) => ({
      what: `La page ${quoted(page)} n’est pas dans ${site}.`,
      todo: 'Construisez le site (npm run build), et vérifiez le contrat et le mois.',
    }),
    'seal-exists': ({ month }) => ({
      what: `${month} est déjà scellé.`,
      todo: 'Pour remplacer le sceau par les chiffres d’aujourd’hui, ajoutez --again ; dites pourquoi dans le commentaire du mois.',
    }),
    'survey-impossible': ({ month, asked, answered, satisfied }) => ({
      what: `L’enquête ${de(month)} ne peut pas être juste : ${number(asked)} personnes interrogées, ${number(answered)} réponses, ${number(satisfied)} satisfaites.`,
      todo: 'Il y a au plus autant de réponses que de personnes interrogées, et au plus autant de satisfaites que de réponses.',
    }),
    'logo-unusable': ({ logo, why }) => ({
      what: {
        missing: `Le logo ${quoted(logo)} n’est pas dans le dossier du contrat.`,
        outside: `Le logo ${quoted(logo)} est hors du dossier du contrat.`,
        format: `Le logo ${quoted(logo)} n’est ni un SVG ni un PNG.`,
        script: `Le logo ${quoted(logo)} contient du code, qui s’exécuterait chez les lecteurs.`,
        size: `Le logo ${quoted(logo)} dépasse 200 ko.`,
      }[why],
      todo: 'Placez un SVG sans script ou un PNG, de 200 ko au plus, à côté de contract.yaml, et donnez son nom dans brand: logo:.',
    }),
    'seal-unreadable': ({ reason }) => ({
      what: `Ce sceau est illisible (${reason}) : on ne peut pas dire si le mois a changé depuis sa présentation.`,
      todo: 'Reprenez le fichier de l’historique de votre dépôt ; ne le modifiez pas à la main.',
    }),
    'consumption-not-known': ({ coverage, missing }) => ({
      what: `La consommation de ${quoted(coverage)} n’est pas connue : il manque à l’export ${quotedList(missing.map((name) => fr.field[name]))}.`,
      todo: 'Ajoutez la colonne à l’export, ou les saisies de temps dans worklog/ ; ou dites dans effort: d’où vient l’effort.',
    }),
    'work-without-units': ({ entries, example }) => ({
      what: `${number(entries)} saisie${s(entries)} de travail n’${entries > 1 ? 'ont' : 'a'} pas d’équivalent en unités dans l’abaque${example ? ` (par exemple le ticket ${example})` : ''} : rien n’en est décompté.`,
      todo: 'Ajoutez à abacus.uo une ligne pour cette nature et cette complexité, ou abacus: { hoursPerUo: … }.',
    }),
    'index-value-missing': ({ index, month }) => ({
      what: `L’indice ${quoted(index)} n’a pas de valeur pour ${month}.`,
      todo: `Ajoutez-la à indices.${index}.values, telle que publiée.`,
    }),
    'gzip-truncated': ({ bytes }) => ({
      what: `Le fichier compressé est coupé : il s’arrête après ${number(bytes)} octets décompressés, sans sa fin.`,
      todo: 'Refaites la copie ou le téléchargement ; rien n’a été lu de ce fichier.',
    }),
    'gzip-invalid': ({ reason }) => ({
      what: `Le fichier porte l’extension .gz mais ne se décompresse pas (${reason}).`,
      todo: 'S’il n’est pas compressé, retirez .gz de son nom ; sinon refaites-le.',
    }),
    'file-empty': () => ({
      what: 'Le fichier est vide.',
      todo: 'Refaites l’export : il doit commencer par une ligne d’en-têtes.',
    }),
    'file-not-text': ({ format }) => ({
      what: `Ce n’est pas un fichier texte : son contenu est au format ${format}.`,
      todo: format.includes('XLS')
        ? 'Ouvrez-le dans votre tableur et enregistrez-le en CSV UTF-8.'
        : 'Exportez les tickets en CSV depuis l’outil.',
    }),
    'quote-unclosed': ({ opened }) => ({
      what: `Un guillemet ouvert à la ligne ${number(opened)} n’est jamais refermé : la suite du fichier ne peut pas être découpée en lignes.`,
      todo: 'L’export est coupé ou a été modifié à la main ; refaites-le, ou refermez le guillemet à cette ligne.',
    }),
    'record-too-long': ({ bytes }) => ({
      what: `Une ligne dépasse ${number(bytes)} octets : ce n’est pas un tableau de tickets, ou un guillemet n’y est jamais refermé.`,
      todo: 'Refaites l’export.',
    }),
    'encoding-repaired': ({ sequences }) => ({
      what: `${number(sequences)} caractère${s(sequences)} accentué${s(sequences)} ${plural(sequences, 'est abîmé', 'sont abîmés')} dans ce fichier UTF-8 et ${plural(sequences, 'a', 'ont')} été remplacé${s(sequences)}.`,
      todo: 'Sans effet sur les chiffres si ce sont des titres, que GLPI 9 et 10 coupent ainsi ; à vérifier si un état ou une priorité paraît abîmé.',
    }),
    'export-unusable': ({ tool, why }) =>
      why === 'totals'
        ? {
            what: `Ce fichier de ${tool} est un tableau de totaux : le jour et le ticket de chaque saisie n’y sont plus.`,
            todo: 'Exportez le détail des saisies de temps (une ligne par saisie) à la place de ce tableau, et retirez-le.',
          }
        : {
            what: `Cette liste de ${tool} donne des temps sans leur jour : aucune consommation par mois ne peut en être tirée.`,
            todo: 'Retirez-la ; l’effort porté par la liste des tickets sera utilisé. Sinon, fournissez un relevé avec les colonnes key, date, hours.',
          },
    'events-without-ticket': ({ events, example }) => ({
      what: `${number(events)} ${events > 1 ? 'événements concernent des tickets' : 'événement concerne un ticket'} qu’aucune liste ne contient (par exemple ${example}) : ${events > 1 ? 'ils sont rejetés' : 'il est rejeté'}.`,
      todo: 'Si ces tickets font partie du contrat, ajoutez l’export de la liste où ils figurent.',
    }),
    'work-without-ticket': ({ entries, tickets, example }) => ({
      what: `${number(entries)} ${entries > 1 ? 'saisies de temps portent' : 'saisie de temps porte'} sur ${number(tickets)} ${tickets > 1 ? 'tickets' : 'ticket'} qu’aucune liste ne contient (par exemple ${example}).`,
      todo: 'Ces temps sont comptés « hors ticket ». Ajoutez l’export de la liste où ces tickets figurent pour les classer.',
    }),
    'file-not-in-tickets': ({ name }) => ({
      what: `${quoted(name)} est à côté de contract.yaml et n’est pas lu.`,
      todo: 'Déplacez-le dans tickets/ (les historiques peuvent aller dans history/, les saisies de temps dans worklog/).',
    }),
    'correction-twice': ({ ticket, field }) => ({
      what: `Le ticket ${ticket} a deux corrections de ${fr.field[field]}.`,
      todo: 'Gardez celle qui est juste.',
    }),
    'correction-without-ticket': ({ ticket }) => ({
      what: `Cette correction porte sur le ticket ${ticket}, qu’aucune liste ne contient.`,
      todo: 'Corrigez son numéro, ou retirez la correction.',
    }),
    'correction-not-expected': ({ ticket, field, expected, found }) => ({
      what: `Ticket ${ticket}, ${fr.field[field]} : la correction s’attend à ${expected ? quoted(expected) : 'rien'}, les exports disent ${found ? quoted(found) : 'rien'}.`,
      todo: 'La source a peut-être été corrigée entre-temps : retirez la correction, ou mettez-la à jour.',
    }),
    'gzip-too-dense': ({ bytes, size }) => ({
      what: `Le fichier compressé de ${number(size)} octets en donne déjà plus de ${number(bytes)} : aucun export ne se comprime autant.`,
      todo: 'S’il est bien le vôtre, déposez-le décompressé ; sinon supprimez-le.',
    }),
    'columns-too-many': ({ count, limit }) => ({
      what: `La ligne d’en-têtes a ${number(count)} colonnes, plus que les ${number(limit)} d’un tableur : ce n’est pas une liste de tickets.`,
      todo: 'Vérifiez le fichier et son séparateur, puis refaites l’export.',
    }),
    'log-work-unreadable': ({ cells }) => ({
      what: `${number(cells)} ${cells > 1 ? 'saisies de temps ne sont pas lisibles' : 'saisie de temps n’est pas lisible'} dans les colonnes du travail consigné (attendu : commentaire;date;auteur;secondes).`,
      todo: 'Le temps de ces cellules manque aux chiffres : donnez plutôt le détail des saisies dans worklog/.',
    }),
    'header-unknown': ({ found, tools }) => ({
      what: found.length
        ? `Aucun outil connu n’écrit ces en-têtes : ${quotedList(found.slice(0, 12))}${found.length > 12 ? '…' : ''}.`
        : 'La première ligne ressemble à des données, non à des en-têtes : le fichier n’en a sans doute pas.',
      todo: `Outils reconnus : ${list(tools)}. Pour un autre, indiquez ses colonnes dans le contrat : sources: [{ tool: generic, columns: { key: …, created: … } }].`,
    }),
    'tool-other': ({ stated, found }) => ({
      what: `Le contrat annonce un export de ${stated}, et ces en-têtes sont ceux de ${found}.`,
      todo: 'Retirez tool: (et ses columns:) de sources: au contrat, ou déposez l’export du bon outil.',
    }),
    'column-unknown': ({ field, column, found }) => ({
      what: `Le contrat lit le champ ${quoted(field)} dans la colonne ${quoted(column)}, que le fichier n’a pas.`,
      todo: found.length
        ? `Colonnes du fichier : ${quotedList(found.slice(0, 40))}.`
        : 'Sa première ligne ressemble à des données : ajoutez la ligne d’en-têtes à l’export.',
    }),
    'column-missing': ({ field, names, found }) => ({
      what: `Il manque la colonne ${fr.field[field as keyof typeof fr.field]} (${names.length ? list(names) : field}).`,
      todo: `Ajoutez-la à l’export, ou indiquez dans le contrat sous quel nom elle est : sources: [{ columns: { ${field}: … } }].${found.length ? ` Colonnes du fichier : ${quotedList(found.slice(0, 40))}.` : ''}`,
    }),
    'rows-missing': ({ rows }) => ({
      what: 'Le fichier a des en-têtes mais aucune ligne.',
      todo: `Vérifiez le filtre de l’export ; s’il n’y avait vraiment ${rows === 'worklog' ? 'aucune saisie' : rows === 'history' ? 'aucun événement' : 'aucun ticket'}, retirez le fichier.`,
    }),
    'dates-relative': ({ column }) => ({
      what: `La colonne ${quoted(column)} donne des âges et non des dates : rien ne peut en être calculé.`,
      todo: 'Dans l’outil, choisissez pour cette colonne une date absolue, puis refaites l’export.',
    }),
    'export-cut': ({ rows, tool }) => ({
      what: `Le fichier a exactement ${number(rows)} lignes, la limite d’un export de ${tool} : il a probablement été coupé.`,
      todo: 'Exportez par périodes plus courtes, ou faites relever la limite ; les fichiers peuvent se recouvrir.',
    }),
    'date-order-undecided': ({ column, example, other }) => ({
      what: `Dans la colonne ${quoted(column)}, rien ne dit si ${quoted(example)} est en jour/mois ou en mois/jour (${quoted(other)}).`,
      todo: 'Indiquez-le dans le contrat : sources: [{ dates: day-first }] (jour d’abord) ou month-first (mois d’abord).',
    }),
    'date-order-mixed': ({ column, dayFirst, dayFirstLine, monthFirst, monthFirstLine }) => ({
      what: `La colonne ${quoted(column)} mélange deux ordres de date : ${quoted(dayFirst)} (ligne ${number(dayFirstLine)}) n’existe qu’en jour/mois, ${quoted(monthFirst)} (ligne ${number(monthFirstLine)}) qu’en mois/jour.`,
      todo: 'Un tableur a sans doute converti une partie des dates : refaites l’export sans l’ouvrir.',
    }),
    'local-times-ambiguous': ({ column, zone, repeated, missing }) => ({
      what: `Colonne ${quoted(column)} : ${number(repeated)} heure${s(repeated)} affichée${s(repeated)} deux fois au passage à l’heure d’hiver (la première est retenue) et ${number(missing)} qui n’existe${missing > 1 ? 'nt' : ''} pas au passage à l’heure d’été (avancée${s(missing)} d’autant), fuseau ${zone}.`,
      todo: 'L’écart possible est d’une heure sur ces lignes.',
    }),
    'cells-unexpected': ({ found, expected }) => ({
      what: `La ligne a ${number(found)} cellule${s(found)}, les en-têtes en annoncent ${number(expected)}.`,
      todo: 'La ligne est coupée, ou contient un séparateur hors guillemets : corrigez-la dans l’outil ou refaites l’export.',
    }),
    'quote-misplaced': () => ({
      what: 'Un guillemet fermant est suivi d’autre chose qu’un séparateur : la ligne ne peut pas être découpée.',
      todo: 'Doublez les guillemets à l’intérieur des cellules, ou refaites l’export sans modification manuelle.',
    }),
    'key-missing': ({ column }) => ({
      what: `La cellule ${quoted(column)} est vide : le ticket n’a pas de numéro.`,
      todo: 'Retirez la ligne (un total ?) ou complétez le numéro.',
    }),
    'date-unreadable': ({ column, found, expected }) => ({
      what: `Date illisible dans ${quoted(column)}, de la forme ${quoted(found)}.`,
      todo: `Attendu : une date qui existe, en ${ORDERS[expected] ?? expected}, avec l’heure. Corrigez-la dans l’outil puis refaites l’export.`,
    }),
    'date-missing': ({ column, field }) => ({
      what: `La cellule ${quoted(column)} est vide : ${field === 'created' ? 'le ticket n’a pas de date d’ouverture' : field === 'date' ? 'la saisie n’a pas de date' : field === 'hours' ? 'la saisie n’a pas de durée' : 'l’événement n’a pas de date'}.`,
      todo: 'Complétez-la dans l’outil puis refaites l’export.',
    }),
    'number-unreadable': ({ column, found, effort }) => ({
      what: effort
        ? `La cellule de ${quoted(column)}, de la forme ${quoted(found)}, n’est pas une durée qu’un ticket puisse prendre.`
        : `La cellule de ${quoted(column)}, de la forme ${quoted(found)}, n’est pas un nombre.`,
      todo: effort
        ? 'Attendu : des heures, 1,5 ou 1:30, sans signe moins, 100 000 h au plus.'
        : 'Attendu : un nombre entier.',
    }),
    'key-in-conflict': ({ key, column, found, other, otherFile, otherLine }) => ({
      what:
        found === other
          ? `Le ticket ${key} est décrit deux fois, différemment : ${quoted(column)} n’est pas la même ici et en ${otherFile}:${number(otherLine)}.`
          : `Le ticket ${key} est décrit deux fois, différemment : ${quoted(column)} vaut ${quoted(found)} ici et ${quoted(other)} en ${otherFile}:${number(otherLine)}.`,
      todo: 'La dernière lecture est retenue. Si ce n’est pas la bonne, retirez l’un des deux exports.',
    }),
    'history-incomplete': ({ tickets: count, key }) => ({
      what: `${number(count)} ${count > 1 ? 'tickets sont' : 'ticket est'} dans un état auquel aucun événement de l’historique ne mène (par exemple ${key}) : depuis quand n’est pas connu, et rien n’est suspendu pour ${count > 1 ? 'eux' : 'lui'}.`,
      todo: 'Exportez l’historique jusqu’à la même date que la liste, et pour tous ses tickets.',
    }),
    'key-implausible': ({ column }) => ({
      what: `La cellule ${quoted(column)} n’est pas un numéro de ticket : elle contient une adresse ou plusieurs mots.`,
      todo: 'La ligne est sans doute décalée par un séparateur hors guillemets : corrigez-la dans l’outil ou refaites l’export.',
    }),
    'open-tickets-untold': ({ tickets: count, keys, since }) => ({
      what: `${number(count)} ticket${s(count)} encore ${plural(count, 'ouvert', 'ouverts')} dans un export plus ancien ${plural(count, 'manque', 'manquent')} au plus récent, qui ne remonte qu’au ${since} : ${list(keys)}${count > keys.length ? '…' : ''}. ${plural(count, 'Il reste compté', 'Ils restent comptés')} comme ${plural(count, 'ouvert', 'ouverts')}.`,
      todo: 'L’export est sans doute filtré par date d’ouverture : exportez aussi les tickets encore ouverts. Sinon dites au contrat untold: left-out, et ils sortent du stock et des délais, fin inconnue ; ou untold: open s’ils sont bien ouverts.',
    }),
    'opening-is-first-event': ({ tickets: count }) => ({
      what: `Aucune colonne ne dit l’ouverture de ${number(count)} ticket${s(count)} : leur premier événement en tient lieu.`,
      todo: 'Si le journal commence après l’ouverture, ajoutez l’export de la liste des tickets.',
    }),
    'openings-differ': ({ tickets: count, key }) => ({
      what: `Les lignes de ${number(count)} ticket${s(count)} ne donnent pas toutes la même date d’ouverture (par exemple ${key}) : la plus récente des lectures est retenue.`,
      todo: 'Vérifiez que la colonne lue est bien celle de l’ouverture, et non celle de l’événement.',
    }),
    'resolution-not-known': ({ closed, history }) => ({
      what: 'Rien ne dit quand les tickets ont été résolus : résolus, stock, âge, délais de résolution et réouvertures ne sont pas connus.',
      todo: history
        ? 'L’historique ne mène à aucun état résolu : rangez les états sous statuses: au contrat.'
        : `L’historique des états, dans history/, le dirait${closed ? ' ; ou, si la clôture en tient lieu pour les parties, écrivez au contrat resolution: closed' : ''}.`,
    }),
    'resolution-is-closing': ({ tickets: count }) => ({
      what: `La clôture tient lieu de résolution pour ${number(count)} ticket${s(count)}, comme le contrat le dit (resolution: closed) : chaque chiffre qui en dépend le mentionne.`,
      todo: 'L’historique des états, dans history/, donnerait la résolution elle-même.',
    }),
    'resolution-untold': ({ tickets: count, key }) => ({
      what: `${number(count)} ticket${s(count)} ${plural(count, 'est terminé', 'sont terminés')} sans que rien ne dise quand (par exemple ${key}) : ${plural(count, 'il n’est compté', 'ils ne sont comptés')} ni comme ${plural(count, 'résolu', 'résolus')} ni dans le stock.`,
      todo: 'Exportez l’historique de tous les tickets de la liste.',
    }),
    'effort-implausible': ({ tickets: beyond, efforts, median, unit, assumed }) => ({
      what: `Les efforts sont ${assumed ? 'supposés' : 'lus'} en ${EFFORT_WORDS[unit]} ; leur médiane est de ${number(Math.round(median / HOUR_MS))} h, et ${number(beyond)} sur ${number(efforts)} ${plural(beyond, 'dépasse', 'dépassent')} le temps écoulé entre l’ouverture et la clôture de leur ticket.`,
      todo: 'Si l’unité est une autre, dites-la : sources: [{ unit: minutes }] (hours, minutes, seconds, days).',
    }),
    'zone-assumed': ({ zone, column, shown, read }) => ({
      what: `Rien dans ce fichier ne dit son fuseau : ses heures sont lues comme celles de ${zone}. ${quoted(column)} : ${shown} est lu ${read}.`,
      todo: 'Si l’export est dans un autre fuseau : sources: [{ zone: … }]. Le dire aussi quand il est juste fait taire cette remarque.',
    }),
    'work-unconfirmed': ({ entries, example, later }) => ({
      what: `${number(entries)} saisie${s(entries)} de ce fichier ne ${entries > 1 ? 'sont' : 'figure'} plus dans ${later}, qui en couvre les jours${example ? ` (par exemple sur ${example})` : ''} : ${entries > 1 ? 'elles comptent' : 'elle compte'}, même si ${entries > 1 ? 'elles ont' : 'elle a'} été modifiée${s(entries)} depuis.`,
      todo: `Si ${later} est complet, retirez ce fichier-ci.`,
    }),
    'change-column-unknown': ({ headings }) => ({
      what: `Ce journal ne dit pas quelle valeur change, ou le dit dans une colonne inconnue (${quotedList(headings)}).`,
      todo: 'Dans sources, nommez-la (columns: { change: … }) ; si toutes les lignes sont des états, écrivez rows: history pour ce fichier.',
    }),
    'terms-after-tickets': ({ tickets: count, from, first }) => ({
      what: `${number(count)} ${count > 1 ? 'tickets ont été ouverts' : 'ticket a été ouvert'} avant les premiers termes du contrat (${from} ; le plus ancien le ${first}) : rien n’est promis pour eux.`,
      todo: 'Si les engagements couraient déjà, avancez from: dans le premier des terms ; sinon ignorez ce message.',
    }),
    'status-unknown': ({ words, hidden }) => ({
      what: `${plural(words.length + hidden, 'Un état de l’export n’a', `${number(words.length + hidden)} états de l’export n’ont`)} pas de sens pour le contrat${words.length ? ` : ${quotedList(words)}` : ''}${unshown(hidden, words.length)}.`,
      todo: 'À ranger dans le contrat sous statuses: (new, active, waiting-client, waiting-third-party, resolved, closed, rejected, cancelled, merged). En attendant, rien n’est suspendu par eux, et ils ne comptent ni comme nouveaux ni comme résolus.',
    }),
    'priority-missing': () => ({
      what: 'Le contrat promet des délais par priorité, mais aucun export ne porte de priorité.',
      todo: 'Ajoutez cette colonne à l’export, ou indiquez sous quel nom elle est : sources: [{ columns: { priority: … } }]. En attendant, aucun ticket n’a d’engagement.',
    }),
    'priority-unknown': ({ words, hidden, empty, tickets }) => ({
      what:
        empty === tickets
          ? `${number(tickets)} ticket${s(tickets)} ${plural(tickets, 'est', 'sont')} sans priorité.`
          : `${number(tickets)} ticket${s(tickets)} ${plural(tickets, 'a', 'ont')} une priorité que le contrat ne connaît pas${words.length ? ` : ${quotedList(words)}` : ''}${unshown(hidden, words.length)}${empty ? ` ; ${number(empty)} ${plural(empty, 'est', 'sont')} sans priorité` : ''}.`,
      todo:
        empty === tickets
          ? 'Complétez-la dans l’outil. En attendant, ces tickets n’ont pas d’engagement et sont comptés comme non couverts.'
          : 'Ajoutez ces mots à priorities: dans le contrat. En attendant, ces tickets n’ont pas d’engagement et sont comptés comme non couverts.',
    }),
    'instant-implausible': ({ tickets: count, key, instant, usual }) => ({
      what: `${number(count)} ticket${s(count)} ${plural(count, 'porte', 'portent')} une date loin des autres, qui vont jusqu’au ${usual} à peu près : ${key}, le ${instant}.`,
      todo: 'Une seule date fausse décale l’arrêté et ajoute des mois vides : corrigez-la dans l’outil, puis refaites l’export. Si elle est vraie, dites-le au contrat : plausible: { to: … }, ou cutoff: pour arrêter les données avant.',
    }),
    'status-too-many': ({ count }) => ({
      what: `La colonne des états contient ${number(count)} mots différents : ce n’est sans doute pas celle des états.`,
      todo: 'Indiquez la bonne dans le contrat : sources: [{ columns: { status: … } }].',
    }),
    'instants-out-of-order': ({ tickets, key, created, stopped }) => ({
      what: `${number(tickets)} ticket${s(tickets)} ${plural(tickets, 'finit', 'finissent')} avant d’avoir commencé, par exemple ${key} : ouvert ${created}, arrêté ${stopped}.`,
      todo: 'Ces durées sont écartées des délais et comptées ; corrigez les dates dans l’outil.',
    }),
    'cutoff-before-data': ({ cutoff, last }) => ({
      what: `Le contrat arrête les données au ${cutoff}, l’export va jusqu’au ${last}.`,
      todo: 'Ce qui suit l’arrêté est ignoré. Avancez cutoff: dans le contrat pour en tenir compte.',
    }),
  },
  expectation: {
    id: 'des lettres minuscules, des chiffres et des tirets',
    text: 'un texte, ou { fr: …, en: … }',
    date: 'une date qui existe, AAAA-MM-JJ',
    moment: 'une date AAAA-MM-JJ, avec l’heure au besoin : AAAA-MM-JJTHH:MM',
    zone: 'un fuseau IANA, par exemple Europe/Paris',
    month: 'un mois, AAAA-MM',
    factor: 'un nombre décimal positif entre guillemets, comme "0.97975"',
    lot: 'des lettres, des chiffres, des points et des tirets',
    ceiling: 'un montant, ou une part comme "10 %"',
    percentage: 'un pourcentage, 95 ou "95 %"',
    quantity: 'un nombre positif, quatre décimales au plus',
    money: 'un montant HT, deux décimales au plus',
    target:
      'un délai : "30 min", "4 h", "1 h 30", "2 d same-time" (même heure), "2 d end-of-day" (fin de journée) ou "2 d opening-hours" (heures d’ouverture) ; ou "due", l’échéance portée par le ticket',
    opening: 'une plage horaire, "09:00-12:30"',
    holidays: 'none, FR, FR-ALSACE-MOSELLE, un autre jeu connu ou une liste de dates',
    colour: 'une couleur, #0a6463',
    currency: 'un code de monnaie, EUR',
    event: '{ column: … }, { enters: … } ou { leaves: … }',
    statuses: 'une classe d’états (waiting-client…) ou une liste de mots',
    correction: 'un mot, une heure locale (AAAA-MM-JJTHH:MM), un nombre, ou null, selon le champ',
    words: 'une liste de mots, comme l’outil les écrit',
    weekly: '"24x7" ou les plages de mon, tue, wed, thu, fri, sat, sun',
    calendar: 'weekly: et holidays:, ou une liste de versions:',
    exception: 'closed, 24h ou une liste de plages',
    clock: 'une horloge connue ou l’une des vôtres',
    targets: 'priorité: délai, ou une liste de { priority, target, … }',
    coverage: 'une forme : forfait, carnet ou regie',
    penalty: 'une règle : ccag-tic, steps, per-hour ou points',
    string: 'un texte',
    number: 'un nombre',
    'positive-integer': 'un nombre entier positif',
    'date-format': 'day-first, month-first, ou un format comme yyyyMMdd HHmm, epoch-s ou epoch-ms',
    resolution: 'closed',
    list: 'une liste non vide',
    mapping: 'des lignes clé: valeur',
    boolean: 'true ou false',
  },
  report: {
    title: (month) => month.charAt(0).toUpperCase() + month.slice(1),
    pageTitle: (month, contract) => `Rapport ${de(month)} – ${contract}`,
    subtitle: (asOf, opened, resolved) =>
      `Rapport mensuel · données arrêtées au ${asOf} · tickets ouverts${NBSP}: ${opened}, résolus${NBSP}: ${resolved}`,
    incomplete: (asOf) => `Mois incomplet : les données s’arrêtent au ${asOf}.`,
    headline: ({ promised, met, missed, missedPriorities, small, notKnown, budget, backlogChange, openPastDue }) => {
      const judged = met.length + missed.length;
      const all = judged + small.length + notKnown.length;
      const issues = budget.map((issue) => {
        switch (issue.kind) {
          case 'beyond':
            return `${issue.share} du volume consommé (${issue.book})`;
          case 'owed':
            return `${issue.quantity} de trop (${issue.book})`;
          case 'penalties':
            return `${issue.amount} de pénalités${issue.agreed ? '' : ' provisoires'}`;
        }
      });
      const sentences: { text: string; strong?: boolean }[] = [];
      if (!promised) sentences.push({ text: 'Le contrat ne prend aucun engagement de délai sur ce mois. ' });
      else if (judged === 0 && (small.length || !notKnown.length)) {
        sentences.push({ text: 'Trop peu d’échéances ce mois-ci pour juger le service. ' });
      } else if (judged === 0) sentences.push({ text: 'Le service ne peut pas être jugé. ', strong: true });
      else if (missed.length === 0 && (judged < all || issues.length)) {
        sentences.push({
          text: `${number(met.length)} engagement${s(met.length)} tenu${s(met.length)} sur ${number(all)}${issues.length ? ', mais ' : '. '}`,
        });
        if (issues.length) sentences.push({ text: list(issues), strong: true }, { text: '. ' });
      } else if (missed.length === 0) {
        sentences.push(
          { text: 'Le service est ' },
          { text: judged === 1 ? 'à l’objectif' : `à l’objectif sur ses ${number(judged)} engagements`, strong: true },
          { text: '. ' },
        );
      } else {
        sentences.push(
          { text: 'Le service est ' },
          {
            text: met.length
              ? `à l’objectif sur ${number(met.length)} engagement${s(met.length)} sur ${number(judged)}`
              : `sous l’objectif sur ${judged === 1 ? 'son engagement' : `ses ${number(judged)} engagements`}`,
            strong: true,
          },
          {
            text: `${NBSP}; en dessous${NBSP}: ${list(missed.map(({ clock, share, goal }) => `${clock.toLowerCase()} (${share} pour ${goal})`))}. `,
          },
        );
      }
      if (issues.length && (judged === 0 || missed.length > 0))
        sentences.push({ text: `Budget${NBSP}: ` }, { text: list(issues), strong: true }, { text: '. ' });
      if (missedPriorities.length)
        sentences.push({
          text: `Sous l’objectif par priorité${NBSP}: ${list(missedPriorities.map(({ priority, clock, share, goal }) => `${priority} en ${clock.toLowerCase()} (${share} pour ${goal})`))}. `,
        });
      if (judged > 0 && small.length)
        sentences.push({
          text: `Pas de verdict sur ${list(small.map((clock) => clock.toLowerCase()))}${NBSP}: trop peu d’échéances pour conclure. `,
        });
      for (const { clock, missing } of notKnown) {
        sentences.push({ text: `${clock}${NBSP}: non calculable, il manque à l’export${NBSP}: ${missing}. ` });
      }
      if (backlogChange !== null) {
        const size = number(Math.abs(backlogChange));
        sentences.push({
          text:
            backlogChange === 0
              ? 'Le stock est inchangé'
              : `Le stock ${backlogChange > 0 ? 'monte' : 'baisse'} de ${size} ticket${s(Math.abs(backlogChange))}`,
        });
        sentences.push({
          text:
            openPastDue === null
              ? '.'
              : openPastDue
                ? `${NBSP}; ${number(openPastDue)} ${plural(openPastDue, 'reste ouvert', 'restent ouverts')} hors délai.`
                : ', aucun n’est ouvert hors délai.',
        });
      }
      return sentences;
    },
    previous: 'Mois précédent',
    next: 'Mois suivant',
    commitments: 'Engagements de service',
    commitmentsCaption: (month) => `Tenus sur les échéances ${de(month)}, par priorité`,
    commitment: 'Engagement',
    target: 'Délai',
    met: 'Tenus',
    goal: 'Objectif',
    goalIs: (goal) => `objectif ${goal}`,
    state: 'État',
    atStop: 'À l’arrêt',
    twoCounts:
      'Deux comptes, donc deux nombres : le premier tableau retient les tickets dont l’échéance tombe dans le mois, traités ou non ; celui-ci, ceux dont le délai s’est arrêté dans le mois, quelle que soit leur échéance.',
    openPastDue: 'Ouverts hors délai',
    allPriorities: 'toutes priorités',
    priority: 'Priorité',
    kind: 'Nature',
    level: 'Niveau',
    cube: 'Par priorité, nature et niveau',
    cubeCaption: (month) => `Tenus sur les échéances ${de(month)}, par priorité, nature et niveau`,
    interval: (low, high) => `entre ${low} et ${high}`,
    noCommitments: 'Le contrat ne prend aucun engagement de délai sur ce mois.',
    calendarLine: (calendars, zone) => `Temps ouvré : ${calendars} ; fuseau ${zone}.`,
    calendarTime: 'temps calendaire',
    howCounted: 'Comment c’est compté',
    times: 'Délais',
    timesChartTitle: (late, total) =>
      late === 0
        ? total === 1
          ? 'Le ticket arrêté a tenu son délai'
          : `Les ${number(total)} tickets arrêtés ont tenu leur délai`
        : `${number(late)} ticket${s(late)} sur ${number(total)} dépasse${late > 1 ? 'nt' : ''} ${plural(late, 'son', 'leur')} délai`,
    timesChartNote: (clock) =>
      `${clock}, temps compté des tickets arrêtés dans le mois. Trait plein : médiane ; tirets : 90${NNBSP}% ; triangle : délai promis.`,
    timesCaption: (month) => `Délais ${de(month)}, temps comptés et calendaires`,
    timeOf: { 'clock-time': 'temps compté', 'clock-time-calendar': 'temps calendaire' },
    measure: 'Mesure',
    median: 'Médiane',
    p90: `90${NNBSP}%`,
    mean: 'Moyenne',
    max: 'Maximum',
    flow: 'Flux et stock',
    flowChartTitle: (change, usual) =>
      change === null
        ? 'Ce que les exports disent du flux : le stock n’est pas connu'
        : change === 0
          ? 'Le stock est stable'
          : change > 0
            ? `Le stock monte de ${number(change)}${usual ? ', comme il arrive d’habitude' : ''}`
            : `Le stock baisse de ${number(-change)}${usual ? ', comme il arrive d’habitude' : ''}`,
    flowChartNote: 'Tickets ouverts et résolus par mois, stock en fin de mois.',
    unresolvedNote: 'En clair, au-dessus des résolus : clos sans résolution.',
    flowCaption: 'Flux par mois',
    month: 'Mois',
    opened: 'Ouverts',
    resolved: 'Résolus',
    backlogEnd: 'Stock',
    complianceChartTitle: (clock, met, judged) =>
      judged === 0
        ? `${clock} : trop peu d’échéances pour juger`
        : met === judged
          ? `${clock} : objectif tenu chaque mois`
          : `${clock} : objectif tenu ${number(met)} mois sur ${number(judged)}`,
    complianceChartNote: (goal, minimum) =>
      `Engagements tenus par mois d’échéance ; trait : objectif ${goal}. Les mois de moins de ${number(minimum)} échéances sont en creux.`,
    waiting: 'Où passe le temps',
    waitingCaption: (month) => `Séjours commencés en ${month}, par état de l’outil`,
    status: 'État',
    meaning: 'Sens au contrat',
    stays: 'Séjours',
    total: 'Total',
    entries: 'Saisies',
    workByPersonCaption: (month) => `Temps saisi par personne en ${month}, sous pseudonyme`,
    workCaption: (month) => `Temps saisi en ${month}`,
    totalTime: 'Total',
    tool: 'Ce que dit l’outil',
    toolCompare: (tool, theirs, ours, n) =>
      `L’outil (${tool}) marque ${theirs} des tickets résolus (n = ${n}) comme tenus ; les engagements du contrat donnent ${ours} sur les mêmes résolutions.`,
    toolWhy:
      'Les deux chiffres ne mesurent pas la même promesse. L’outil applique ses propres délais, horaires et suspensions, que son export ne contient pas, et garde son drapeau une fois tombé ; Jauge compte les heures du calendrier ci-dessus, retire les attentes, et juge chaque priorité sur le délai du contrat.',
    breaches: 'Engagements manqués',
    breachesCaption: (count, month) =>
      `${number(count)} engagement${s(count)} manqué${s(count)} dont l’échéance tombe en ${month}, le plus long dépassement d’abord`,
    breachesNone: 'Aucun engagement manqué ce mois-ci.',
    breachesShown: (shown, count) => `Les ${number(shown)} premiers sur ${number(count)} ; tous sont dans report.json.`,
    ticket: 'Ticket',
    openedAt: 'Ouvert le',
    due: 'Échéance',
    stopped: 'Arrêté le',
    stillOpen: 'encore ouvert',
    counted: 'Temps compté',
    over: 'Dépassement',
    allFigures: 'Tous les chiffres',
    allFiguresCaption: 'Chaque chiffre du mois, et le mois précédent',
    figure: 'Chiffre',
    value: 'Valeur',
    before: 'Mois précédent',
    versusBefore: (before) => `${before} le mois précédent`,
    data: 'D’où viennent ces chiffres',
    rows: (read, accepted, merged, rejected) =>
      `Lignes lues${NBSP}: ${read} = ${accepted} retenues + ${merged} fusionnées + ${rejected} rejetées`,
    rowsMeaning:
      'Une ligne fusionnée répète une autre ligne ou en est une version plus ancienne ; une ligne rejetée n’a pas pu être lue, et le contrôle des données dit où et pourquoi.',
    dropsCaption: 'Fichiers lus',
    file: 'Fichier',
    read: 'Lues',
    accepted: 'Retenues',
    merged: 'Fusionnées',
    rejected: 'Rejetées',
    zone: 'Fuseau',
    notKnownFields: (fields) => `Absents des exports, et donc non calculables : ${fields}.`,
    unclassifiedStatuses: (words) =>
      `États sans sens au contrat : ${words}. Ils ne suspendent aucune horloge et ne comptent ni comme nouveaux ni comme résolus.`,
    unclassifiedPriorities: (words) => `Priorités inconnues du contrat : ${words}. Ces tickets n’ont pas d’engagement.`,
    closedWithoutResolution: (count, many) =>
      `${count} ticket${many ? 's' : ''} clos sans date de résolution : absent${many ? 's' : ''} des délais de résolution, sorti${many ? 's' : ''} du stock à la clôture.`,
    byClosing: 'la clôture vaut résolution',
    resolvedBy: 'Résolution',
    number: 'Effectif',
    numberOf: 'Compté en',
    resolutionIsClosing: (closing, many) =>
      `La clôture vaut résolution pour ${closing} ticket${many ? 's' : ''} : l’outil n’en dit pas davantage, et le contrat l’accepte.`,
    resolutionFrom: ({ column, history, closing, unknown }) =>
      `Date de résolution des tickets terminés : ${[
        column && `${number(column)} lue${column > 1 ? 's' : ''} dans l’export`,
        history && `${number(history)} tirée${history > 1 ? 's' : ''} de l’historique`,
        closing && `${number(closing)} à la clôture`,
        unknown && `${number(unknown)} inconnue${unknown > 1 ? 's' : ''}`,
      ]
        .filter(Boolean)
        .join(', ')}.`,
    resolutionUnknown:
      'L’export ne dit pas quand les tickets ont été résolus : stock, délais et engagements de résolution n’en peuvent être calculés. L’historique des changements d’état le dirait ; à défaut, « resolution: closed » dans le contrat retient la date de clôture.',
    cutoff: 'Données arrêtées au',
    json: 'Ce rapport en JSON',
    table: 'Voir le tableau',
    notApplicable: 'rien à mesurer ce mois-ci',
    notKnown: (fields) => `non calculable, il manque à l’export : ${fields}`,
    dash: '—',
    quality: 'Qualité et stock',
    qualityCaption: (month) => `Qualité en ${month}`,
    ageingCaption: (month) => `Stock à la fin ${de(month)}, par jours ouvrés d’attente`,
    age: 'Jours ouvrés',
    tickets: 'Tickets',
    timeSplitCaption: (month) => `À qui était le temps des tickets résolus en ${month}`,
    part: 'Part',
    exclusions: (text) => `Écartés des engagements, parmi les tickets ouverts dans le mois : ${text}.`,
    pausesUnknown:
      'Suspensions non déduites : l’export ne dit pas quand les tickets ont attendu. Les temps comptés sont des maximums ; exportez l’historique des états pour les déduire.',
    clockNotKnown: (clock, fields) =>
      `${clock} : non calculable, il manque à l’export : ${fields}. Complétez l’export, ou indiquez au contrat (clocks:) quelle colonne arrête cette horloge.`,
    breachesNotKnown: 'Non calculable : voir les engagements.',
    excluded: (count, reason) => `hors du compte : ${count}, ${reason}`,
    openOf: (open, n) => `${open} non résolus sur ${n}`,
    closedUnresolved: 'Clos sans résolution',
    cause: 'Cause',
    causes: {
      open: 'toujours pas arrêté',
      reopened: 'rouvert : les cycles s’ajoutent',
      raised: 'criticité relevée en cours de route',
      'late-start': 'pris en compte tard',
      work: 'traitement long après la prise en compte',
    },
    newTerms: 'Nouvelles conditions',
    fewDays: (days) => `${number(days)} jours ouvrés seulement`,
    thirteenMonths: (count) => `${number(count)} mois`,
    pastDueOf: (count, many) => `dont ${count} ouvert${many ? 's' : ''} hors délai`,
    flowOf: (resolved) => `résolus${NBSP}: ${resolved}`,
    ninety: (duration) => `90${NNBSP}% en moins de ${duration}`,
  },
  contract: {
    between: (client, provider) => `${client} · ${provider}`,
    months: 'Les rapports, mois par mois',
    monthsCaption: 'Engagements tenus par mois d’échéance, flux et stock',
    latest: (month) => `Dernier mois complet : ${month}`,
    terms: 'Ce qui est promis',
    termFrom: (date) => `depuis le ${date}`,
    clocks: 'Comment les horloges comptent',
    startsWith: 'Départ',
    stopsWith: 'Arrêt',
    standsStill: 'Suspension',
    never: 'aucune',
    eventColumn: (field) => `date de la colonne ${field}`,
    eventEnters: (status) => `entrée dans l’état ${status}`,
    eventLeaves: (status) => `sortie de l’état ${status}`,
    calendars: 'Les heures ouvrées',
    running: 'incomplet',
    policies: 'Les cas particuliers',
    policyCase: 'Cas',
    policyChoice: 'Ce que prévoit le contrat',
    usualChoice: 'par défaut',
    reopenWithin: 'Réouverture tardive',
    reopenWithinDays: (days) => `plus de ${number(days)} jour${s(days)} après la résolution, c’est une autre affaire`,
    minimumSample: 'Peu d’échéances dans le mois',
    minimumSampleText: (count) => `pas de verdict en dessous de ${number(count)}`,
    roundTheClock: '24 heures sur 24, 7 jours sur 7',
    closedOn: (holidays) => `fermé : ${holidays}`,
    exceptions: (count) => `${number(count)} date${s(count)} avec un horaire particulier`,
    since: (date) => `depuis le ${date}`,
    noMonths: 'Aucun mois complet pour l’instant.',
  },
  proof: {
    title: (key) => `Ticket ${key}`,
    zone: (zone) => `fuseau ${zone}`,
    contested: (reason) => `Contesté : ${reason}`,
    running: 'En cours',
    paused: 'Suspendu',
    sentence: (elapsed, allowed, over) =>
      over === null
        ? `${elapsed} comptées, ${allowed} promises.`
        : `${elapsed} comptées pour ${allowed} promises : ${over} de trop.`,
    chartTitle: 'Les heures comptées, suspendues et fermées',
    chartNote:
      'Bande pleine : temps compté (en rouge après l’échéance) ; trait fin : suspension ; vide : hors des heures. Le trait vertical est l’échéance.',
    stagesCaption: (clock) => `${clock} : les délais en vigueur`,
    duesCaption: (clock) => `${clock} : l’échéance, telle que connue`,
    intervalsCaption: (clock) => `${clock} : chaque intervalle`,
    more: (count) => `… ${number(count)} autres intervalles, tous dans ticket.json …`,
    intervals: (count) => `${number(count)} intervalle${s(count)}, du départ à l’arrêt`,
    since: 'Depuis',
    because: 'Parce que',
    knownAt: 'Connue le',
    cause: {
      opened: 'ouverture',
      priority: 'changement de priorité',
      term: 'avenant',
      paused: 'suspension',
      resumed: 'reprise',
    },
    suspended: 'sans échéance, suspendu',
    from: 'De',
    to: 'À',
    what: 'Quoi',
    counted: 'compté',
    pausedIn: (status, word) => `suspendu : ${status} (${word})`,
    closed: {
      'outside-hours': 'fermé : hors des heures',
      weekend: 'fermé : week-end',
      'closed-weekday': 'fermé : jour sans ouverture',
      exception: 'fermé : exception au calendrier',
    },
    holiday: (name) => `fermé : ${name}`,
    json: 'Cette preuve en JSON',
  },
  holidayName: {
    'new-year': 'jour de l’An',
    'good-friday': 'Vendredi saint',
    'easter-monday': 'lundi de Pâques',
    'labour-day': '1er Mai',
    'victory-1945': '8 Mai',
    ascension: 'Ascension',
    'whit-monday': 'lundi de Pentecôte',
    'abolition-of-slavery': 'abolition de l’esclavage',
    'bastille-day': '14 Juillet',
    assumption: 'Assomption',
    'all-saints': 'Toussaint',
    'armistice-1918': '11 Novembre',
    christmas: 'Noël',
    'second-christmas-day': 'lendemain de Noël',
    listed: 'jour listé au contrat',
  },
  method: {
    title: 'Méthode',
    lead: 'Comment chaque chiffre est défini et calculé. Les mêmes règles valent pour tous les contrats ; ce qui dépend d’un contrat (horaires, délais, suspensions) est sur sa page.',
    rules: 'Règles communes',
    ruleList: [
      {
        title: 'Chaque ligne est comptée',
        text: 'Lignes lues = retenues + fusionnées + rejetées, pour chaque fichier, sur chaque rapport.',
      },
      {
        title: 'Rien n’est supposé',
        text: 'Une date que l’outil n’exporte pas est « non calculable » ; elle n’est jamais remplacée par une autre. Un taux sur zéro ticket est « — », jamais 0 % ni 100 %.',
      },
      {
        title: 'Le temps ouvré est une intersection',
        text: 'On compte les instants qui sont à la fois dans les heures ouvrées, entre le départ et l’arrêt, et hors des suspensions. Une suspension de week-end ne retire rien. L’égalité au délai est tenue.',
      },
      {
        title: 'Le fuseau est celui du contrat',
        text: 'Les mois commencent à minuit dans le fuseau du contrat. Au passage à l’heure d’hiver, une journée a 25 heures, et elles comptent.',
      },
      {
        title: 'La médiane et le seuil de 90 %',
        text: 'Quantiles de type 7 (interpolation linéaire, comme CENTILE.INCLURE dans Excel), sur des durées entières. Une moyenne n’est jamais seule.',
      },
      {
        title: 'Petits nombres',
        text: 'Sous le minimum fixé par le contrat (dix par défaut), un taux est montré avec n et son intervalle de Wilson à 95 %, sans verdict.',
      },
      {
        title: 'Un seul arrondi',
        text: 'Tout est calculé sur des entiers et des fractions exactes ; on n’arrondit qu’à l’affichage, et jamais jusqu’à 100 % ni jusqu’à un objectif qui n’est pas atteint.',
      },
    ],
    definition: 'Définition',
    formula: 'Formule',
    caution: 'À savoir',
    needs: 'Colonnes nécessaires',
    figures: 'Les chiffres',
  },
  terminal: {
    error: 'erreur',
    warning: 'avertissement',
    note: 'à savoir',
    summary: (errors, warnings) =>
      `${number(errors)} erreur${s(errors)}, ${number(warnings)} avertissement${s(warnings)}.`,
    fine: (contracts, tickets, rows) =>
      `${number(contracts)} contrat${s(contracts)}, ${tickets} tickets, ${rows} lignes lues : rien à corriger.`,
    built: (pages, reports, folder) =>
      `${number(pages)} pages, dont ${number(reports)} rapports mensuels, dans ${folder}`,
    sealed: (file) => `Sceau écrit : ${file}. Ajoutez-le à votre dépôt.`,
    untouched: (folder) => `${folder} n’a pas été modifié.`,
    serving: (address) => `${address} (Ctrl-C pour arrêter)`,
    more: (count, kind) => `… et ${number(count)} autre${s(count)} de même nature (${kind}).`,
  },
  data: {
    title: 'Qualité des données',
    more: 'Qualité des données, ligne par ligne',
    json: 'Ce contrat en JSON',
    files: 'Ce qui a été lu',
    rows: 'Une ligne est',
    rowKind: {
      tickets: 'un ticket',
      'audit-log': 'un état de ticket',
      history: 'un changement',
      worklog: 'une saisie de temps',
    },
    rejections: 'Lignes rejetées',
    noRejections: 'Aucune : toutes les lignes lues sont dans les chiffres.',
    rejectionsCaption: 'Lignes qui ne sont pas dans les chiffres',
    firstOf: (shown, all) => `Les ${shown} premières sur ${all}.`,
    line: 'Ligne',
    column: 'Colonne',
    reason: 'Motif',
    cell: 'Cellule',
    corrections: 'Corrections',
    noCorrections: 'Aucune : les exports sont lus tels quels.',
    correctionsCaption: 'Ce qui est lu autrement que les exports ne le disent',
    correctionsUsed: (count) =>
      count > 1 ? `${count} corrections des exports sont appliquées.` : 'Une correction des exports est appliquée.',
    ticket: 'Ticket',
    field: 'Donnée',
    found: 'Dans l’export',
    corrected: 'Retenu',
    warnings: 'Avertissements',
    noWarnings: 'Aucun.',
    todo: 'Que faire',
    missing: 'Ce que les exports ne disent pas',
    missingCaption: 'Données absentes de tous les exports de ce contrat',
    remedy: {
      history:
        'Ajoutez l’export des changements d’état (colonnes key, at, from, to, ou celui de l’outil) dans history/.',
      work: 'Ajoutez le détail des saisies de temps (colonnes key, date, hours, ou celui de l’outil) dans worklog/.',
      column: 'Ajoutez la colonne à l’export, ou dites dans le contrat (sources, columns) comment elle s’y appelle.',
    },
  },
  account: frAccount,
  search: {
    title: 'Tickets et mois',
    lead: (count) => `Les ${number(count)} tickets qui ont une page : ceux qu’un rapport ou un relevé nomme.`,
    months: 'Les mois',
    tickets: 'Les tickets',
    words: 'Chercher',
    all: 'tous',
    state: { missed: 'manqué', met: 'tenu', running: 'en cours' },
    count: (count) => `${number(count)} ticket${s(count)}.`,
    some: (all) => `% sur ${number(all)}.`,
    caption: 'Tickets ; les colonnes se trient',
  },
  explorer: {
    title: 'Explorateur',
    lead: 'Tous les chiffres, tous les mois : choisissez un chiffre, une priorité, et deux périodes à comparer.',
    choose: 'Choisir',
    from: 'Du mois',
    to: 'au mois',
    from2: 'Comparé au mois',
    to2: 'jusqu’au mois',
    none: 'rien',
    allKinds: 'toutes natures',
    noScript: 'Cette page a besoin de JavaScript ; les rapports de chaque mois ont tous les chiffres sans lui.',
    canvas: 'Courbe du chiffre choisi ; ses nombres sont dans le tableau qui suit',
    caption: 'Le chiffre choisi, mois par mois',
    words: {
      first: 'Période',
      second: 'Comparée',
      month: 'Mois',
      value: 'Valeur',
      mean: 'Moyenne des mois',
      difference: 'Écart',
    },
  },
  paper: {
    summary: 'Synthèse d’une page',
    deck: 'Présentation pour le comité',
    summaryTitle: (month) => `Synthèse, ${month}`,
    deckTitle: (month) => `Présentation, ${month}`,
    back: 'Le rapport complet',
    decisions: 'À décider',
    noComment: 'Aucune décision n’a été écrite pour ce mois.',
    slide: (n, all) => `${number(n)} / ${number(all)}`,
    worst: (count) => `Les ${number(count)} plus forts dépassements`,
  },
  applications: {
    title: 'Par application',
    caption: (first, from, to) => `${first} a le plus de tickets ; ouverts ${de(from)} à ${to}, même échelle pour tous`,
    application: 'Application',
    byMonth: (months, most) => `${number(months)} mois, jusqu’à ${most} tickets`,
    before: 'Mois précédent',
    missed: 'Engagements manqués',
    others: 'Les autres',
  },
  contractMethod: {
    lead: (month) => `Comment chaque chiffre de ce contrat est compté, avec l’exemple ${de(month)}.`,
    general: 'Les règles communes à tous les contrats',
    clause: 'Au contrat',
    example: (month) => `Exemple, ${month}`,
    durations: (n, median, p90) => `${n} durées ; médiane ${median}, 90${NBSP}% en ${p90} au plus`,
    nothing: 'Rien à mesurer ce mois-là.',
    proof: (key) => `Le décompte, heure par heure, du ticket ${key}`,
    excluded: 'Laissés de côté',
  },
  takeaways: {
    table: {
      commitments: 'Engagements',
      times: 'Délais',
      flow: 'Flux et stock',
      applications: 'Par application',
      breaches: 'Engagements manqués',
      'past-due': 'Ouverts hors délai',
      figures: 'Tous les chiffres',
    },
    card: 'Carte à intégrer (SVG)',
    permalink: 'Lien permanent',
  },
  portfolio: {
    caption: 'Tous les contrats, à leur dernier mois complet',
    contract: 'Contrat',
    month: 'Mois',
    topics: 'À discuter',
    topicsOf: (count) => `${number(count)} sujet${s(count)}`,
    remaining: 'Reste',
    summary: (contracts, below) =>
      `${number(contracts)} contrat${s(contracts)} ; ${below === 0 ? 'aucun n’est sous un objectif' : `${number(below)} sous un objectif au moins`}.`,
  },
  glossary: {
    title: 'Glossaire',
    lead: 'Les mots des contrats de maintenance, tels que ce site les emploie.',
    terms: {
      amendment: {
        name: 'Avenant',
        text: 'Changement daté des termes du contrat. Il ne change rien aux mois qui le précèdent.',
      },
      backlog: { name: 'Stock', text: 'Tickets ouverts et pas encore résolus à un instant.' },
      'burn-rate': {
        name: 'Rythme de consommation',
        text: 'Unités consommées par mois. Trois lectures sont données : les trois derniers mois, par jour ouvré, et le même mois un an plus tôt.',
      },
      carnet: {
        name: 'Carnet de tickets',
        text: 'Lots d’unités payés d’avance, dont le travail est décompté ; un lot peut expirer.',
      },
      'carry-over': {
        name: 'Report',
        text: 'Unités non consommées qui passent à la période suivante, jusqu’à un plafond et pour un temps.',
      },
      acknowledge: {
        name: 'Prise en compte (GTI)',
        text: 'De l’ouverture du ticket au premier acte humain du prestataire.',
      },
      'closed-hours': {
        name: 'Heures fermées',
        text: 'Nuits, week-ends, jours fériés : l’horloge n’y compte pas, sauf si le contrat le dit.',
      },
      committee: {
        name: 'Comité de pilotage (COPIL)',
        text: 'Réunion périodique du client et du prestataire, à laquelle le rapport du mois est présenté.',
      },
      'control-limits': {
        name: 'Bande habituelle',
        text: 'Ce que les mois précédents laissent attendre d’un chiffre : leur moyenne, plus ou moins 2,66 fois l’écart moyen entre deux mois (carte de contrôle XmR).',
      },
      deadline: {
        name: 'Échéance',
        text: 'Instant auquel le délai promis est épuisé ; un ticket compte dans le mois de son échéance.',
      },
      forfait: {
        name: 'Forfait',
        text: 'Volume d’unités acheté par période, à prix fixe, avec une obligation de résultat.',
      },
      franchise: { name: 'Franchise', text: 'Unités au-delà du volume que le prestataire prend à sa charge.' },
      'iso-production': {
        name: 'Iso-production',
        text: 'Se dit d’un environnement qui a les mêmes caractéristiques que la production.',
      },
      median: { name: 'Médiane', text: 'La moitié des tickets a pris moins de temps, la moitié plus.' },
      p90: { name: '90 %', text: 'Neuf tickets sur dix ont pris moins de temps.' },
      pause: { name: 'Suspension', text: 'Temps d’attente du client ou d’un tiers, que le contrat ne compte pas.' },
      priority: { name: 'Criticité, priorité', text: 'Urgence d’un ticket, dont dépend le délai promis.' },
      regie: {
        name: 'Régie forfaitaire',
        text: 'Jours réservés par mois et par profil ; ce qui n’est pas utilisé est perdu ou reporté.',
      },
      resolve: { name: 'Résolution', text: 'De l’ouverture à la correction définitive livrée.' },
      restore: {
        name: 'Rétablissement (GTR)',
        text: 'De l’ouverture au retour du service, par un contournement ou une correction.',
      },
      reversibility: {
        name: 'Réversibilité',
        text: 'Reprise du contrat par le client ou un autre prestataire : documents rendus, incidents traités, recouvrement.',
      },
      seal: {
        name: 'Sceau',
        text: 'Les chiffres d’un mois gardés tels qu’ils ont été présentés : tout changement ultérieur est signalé.',
      },
      smoothing: {
        name: 'Lissage',
        text: 'Les périodes calmes compensent les périodes chargées, dans une fenêtre d’un trimestre, d’un semestre ou d’un an.',
      },
      tma: {
        name: 'TMA',
        text: 'Tierce maintenance applicative : un prestataire maintient les applications d’un client.',
      },
      'work-unit': {
        name: 'Unité d’œuvre (UO)',
        text: 'Prestation d’une complexité donnée, à prix fixe ; un abaque dit combien d’unités vaut un ticket.',
      },
      workaround: { name: 'Contournement', text: 'Le service est rendu autrement, en attendant la correction.' },
      'working-time': { name: 'Temps ouvré', text: 'Temps compté dans les seules heures du contrat.' },
    },
  },
  accessibility: {
    title: 'Accessibilité',
    lead: 'Ce site vise le RGAA 4.1 et les WCAG 2.2 AA. Il n’a pas été audité par un tiers : voici ce qui a été vérifié.',
    sections: [
      {
        title: 'Vérifié par des tests à chaque version',
        items: [
          'Chaque modèle de page, dans les deux langues, en clair et en sombre, au bureau et à 390 pixels, avec axe : aucune violation des règles WCAG 2.0 à 2.2, A et AA.',
          'HTML valide, un titre et une langue par page, liens qui mènent quelque part, aucun message de console.',
          'Aucun défilement horizontal de la page à 390 pixels ; les tableaux larges défilent dans leur cadre, que le clavier atteint.',
          'Premier arrêt du clavier : le lien vers le contenu.',
          'Impression en A4 : texte présent, pages numérotées, explications ouvertes.',
        ],
      },
      {
        title: 'Comment les graphiques sont accessibles',
        items: [
          'Chaque graphique a pour titre ce qu’il montre, et à côté de lui un tableau avec ses nombres ; le dessin lui-même est ignoré des lecteurs d’écran.',
          'La couleur n’est jamais seule : une forme et un mot disent l’état.',
        ],
      },
      {
        title: 'Non vérifié',
        items: [
          'Aucun essai avec un lecteur d’écran n’a été fait par une personne qui en dépend.',
          'Les titres de tickets gardés viennent des exports, dans une langue que le site ne connaît pas.',
          'Les PDF imprimés depuis les pages sont balisés, mais ne suivent pas la norme PDF/UA : la page en est la version accessible.',
        ],
      },
      {
        title: 'Signaler un défaut',
        items: ['Écrivez à la personne qui publie ce site : son nom est sur le rapport, ou au contrat.'],
      },
    ],
  },
  year: {
    incomplete: (months) => `Année incomplète : ${number(months)} mois`,
    headline: ({ months, met, missed, below, opened, resolved }) => {
      const over = months === 12 ? 'l’année' : months === 1 ? 'un mois' : `${number(months)} mois`;
      return `${
        missed.length === 0
          ? met.length
            ? `Sur ${over}, le service est à l’objectif${below.length ? `, mais pas pour ${list(below)}` : ''}.`
            : `Sur ${over}, rien ne permet de juger le service.`
          : `Sur ${over}, le service est sous l’objectif : ${list(missed.map(({ clock, share, goal }) => `${clock.toLowerCase()} (${share} pour ${goal})`))}.`
      } ${opened} tickets ouverts${resolved === null ? '' : `, ${resolved} résolus`}.`;
    },
    commitmentsCaption: (year) => `Engagements tenus en ${year}, sur l’année et mois par mois`,
    legend:
      '● tenu, ▲ manqué, ○ trop peu d’échéances pour un verdict. L’objectif de l’année est celui de ses mois, au poids de leurs échéances.',
    flowTitle: (opened, resolved) =>
      resolved === null ? `${opened} tickets ouverts` : `${opened} tickets ouverts, ${resolved} résolus`,
    flowCaption: (year) => `Flux, stock et temps comptés en ${year}`,
    consumptionCaption: (year) => `Ce qui a été acheté et consommé en ${year}`,
    money: (total, penalties, bonus) =>
      `Total de l’année : ${total} HT${penalties ? ` ; pénalités nettes ${penalties}` : ''}${bonus ? ` ; bonus ${bonus}` : ''}.`,
    worstCaption: (shown, all) =>
      all > shown
        ? `Les ${number(shown)} plus forts dépassements, sur ${number(all)}`
        : 'Dépassements, du plus fort au plus faible',
    years: 'Années',
  },
  committee: {
    topics: 'À discuter',
    noTopics: 'Rien dans les chiffres n’appelle de décision ce mois-ci.',
    notJudged: 'Le service ne peut pas être jugé ce mois-ci : à décider, comment le rendre mesurable.',
    restated: (count) =>
      `${number(count)} chiffre${s(count)} de ce mois ${count > 1 ? 'ont' : 'a'} changé depuis sa présentation.`,
    missed: (clock, priority, share, n, goal) =>
      `${clock}${priority ? `, ${priority}` : ''} : ${share} tenus (${n}) pour un objectif de ${goal}.`,
    unusual: (figure, value, above, low, high) =>
      `${figure} : ${value}, ${above ? 'au-dessus' : 'en dessous'} de ce qui est habituel (de ${low} à ${high}).`,
    pastDue: (count, oldest, since) =>
      `${number(count)} ticket${s(count)} ${count > 1 ? 'restent ouverts' : 'reste ouvert'} hors délai ; le plus ancien, ${oldest}, depuis le ${since}.`,
    aboveVolume: (book, quantity) => `${book} : ${quantity} au-delà du volume.`,
    unitsLost: (book, quantity, feminine) =>
      `${book} : ${quantity} perdu${feminine ? 'e' : ''}s, faute d’avoir été consommé${feminine ? 'e' : ''}s à temps.`,
    threshold: (book, share, day) => `${book} : le seuil de ${share} a été atteint le ${day}.`,
    owed: (book, quantity) => `${book} : il manque ${quantity} ; un achat est à décider.`,
    exhaustion: (book, from, to) =>
      to === null || to === from
        ? `${book} : épuisement ${to === null ? 'possible dès' : 'prévu'} le ${from}.`
        : `${book} : épuisement prévu entre le ${from} et le ${to}.`,
    lotExpires: (book, lot, day, quantity, feminine) =>
      `${book} : le lot ${lot} expire le ${day} ; ${quantity} seraient perdu${feminine ? 'e' : ''}s.`,
    penalty: (amount, agreed) => `Pénalités : ${amount}${agreed ? '' : ', provisoires'}.`,
    contested: (count) =>
      `${number(count)} engagement${s(count)} manqué${s(count)} ${count > 1 ? 'sont contestés' : 'est contesté'}.`,
    decisionLate: (decision, due) => `Décision en retard depuis le ${due} : ${decision}.`,
    riskHigh: (risk) => `Risque fort : ${risk}.`,
    moreTopics: (count) => `Et ${number(count)} autre${s(count)} sujet${s(count)}, dans le rapport.`,
    rowsRejected: (count) =>
      `${number(count)} ligne${s(count)} de l’export ${count > 1 ? 'n’ont' : 'n’a'} pas pu être lue${s(count)}.`,
    stable: (low, high) => `stable (habituel : ${low} à ${high})`,
    within: (low, high) => `dans l’habituel (${low} à ${high}), et sous l’objectif`,
    falseAlarm: (rate) => `fausse alerte : ${rate} des mois`,
    outside: (low, high, above) => `${above ? '▲ au-dessus' : '▼ en dessous'} de l’habituel (${low} à ${high})`,
    limits:
      'L’habituel est ce que les mois précédents, douze au plus et six au moins, laissent attendre. Pour un taux : le nombre d’échéances tenues que l’on attend d’autant d’échéances, au taux passé et à ce que l’on en sait (loi bêta-binomiale, a priori de Jeffreys). Pour un nombre ou un délai : l’intervalle de prévision de Student, sur la racine carrée du nombre ou le logarithme du délai, avec sa propre dispersion. La fausse alerte est la part des mois que rien ne distingue et qui tomberaient pourtant dehors. Un chiffre qui reste dans cette bande n’annonce rien, même s’il monte ou baisse ; où elle serait trop large pour rien dire, il n’y en a pas.',
    limitsTitle: 'Ce que veut dire « stable »',
    comment: 'Le mot du responsable',
    restatedTitle: 'Ce qui a changé depuis la présentation',
    restatedLead: (date, before, now) =>
      `Ces chiffres ont été présentés avec les données au ${date} (${before} lignes lues, ${now} aujourd’hui). Les chiffres qui suivent des tickets au-delà du mois bougent par nature et ne sont pas comparés.`,
    restatedNone: (date) => `Aucun chiffre n’a changé depuis la présentation, avec les données au ${date}.`,
    restatedCaption: 'Chiffres présentés, et d’aujourd’hui',
    presented: 'Présenté',
    today: 'Aujourd’hui',
    satisfaction: 'Satisfaction',
    noAnswers: (asked) => `Aucune réponse (${number(asked)} personnes interrogées) : rien ne peut en être dit.`,
    satisfied: (satisfied, answered, asked, share, interval) =>
      share === null
        ? `${satisfied} réponse(s) satisfaite(s) sur ${answered} (${asked} personnes interrogées) : trop peu pour un taux${interval ? ` ; il serait entre ${interval[0]} et ${interval[1]}` : ''}.`
        : `${share} de satisfaits : ${satisfied} réponses sur ${answered}, pour ${asked} personnes interrogées${interval ? ` ; le taux est entre ${interval[0]} et ${interval[1]}` : ''}.`,
    satisfiedBefore: (share, month, n) => `Précédente enquête, ${month} : ${share} (${n} réponses).`,
    risks: 'Risques',
    risksCaption: 'Risques qui courent ce mois-ci, les plus forts d’abord',
    risk: 'Risque',
    level: 'Niveau',
    levels: { high: 'fort', medium: 'moyen', low: 'faible' },
    since: 'Depuis le',
    owner: 'Porteur',
    action: 'Action',
    decisions: 'Décisions',
    decisionsCaption: 'Décisions prises ce mois-ci, et celles qui restent à faire',
    decision: 'Décision',
    on: 'Prise le',
    states: { new: 'prise', open: 'à faire', late: 'en retard', done: 'faite' },
    pastDueTitle: 'Encore ouverts, hors délai',
    pastDueCaption: (month) => `Tickets ouverts hors délai à la fin ${de(month)}, la plus ancienne échéance d’abord`,
    pastDueNone: 'Aucun ticket n’est ouvert hors délai.',
    lateBy: 'Depuis l’échéance',
    contestedBadge: 'contesté',
  },
  inspect: {
    language: {
      fr: 'français',
      en: 'anglais',
      de: 'allemand',
      es: 'espagnol',
      it: 'italien',
      pt: 'portugais',
      nl: 'néerlandais',
    },
    kind: {
      tickets: 'une ligne est un ticket',
      'audit-log': 'une ligne est l’état d’un ticket à un instant',
      history: 'une ligne est un changement d’un ticket',
      worklog: 'une ligne est une saisie de temps',
    },
    delimiter: { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre verticale' },
    tool: (tool, language) => `Outil : ${tool}${language ? `, en-têtes en ${language}` : ''}.`,
    bytes: (encoding, delimiter) => `Encodage : ${encoding} ; séparateur : ${delimiter}.`,
    rows: (read, accepted, merged, rejected) =>
      `Lignes lues : ${read}. Acceptées : ${accepted} ; réunies : ${merged} ; rejetées : ${rejected}.`,
    tickets: (count) => `Tickets : ${count}.`,
    columns: 'Colonnes lues :',
    order: { 'day-first': 'jour puis mois', 'month-first': 'mois puis jour' },
    because: {
      cells: (cell, line) => `${quoted(cell)} (ligne ${line}) ne se lit qu’ainsi`,
      file: () => 'une autre colonne du fichier le montre',
      contract: () => 'le contrat le dit',
      tool: () => 'usage de l’outil dans cette langue',
      plain: () => 'dates sans ambiguïté',
    },
    dates: (zone, order, because) => `${order ? `${order}, ${because}` : because} ; heures locales lues en ${zone}`,
    conversion: (cell, read, line) => `${quoted(cell)}${read === cell ? '' : ` → ${read}`} (ligne ${line})`,
    personal: (headings) => `Colonnes de personnes, dont rien n’est lu : ${quotedList(headings)}.`,
    ignored: (headings) => `Colonnes dont rien n’est lu : ${quotedList(headings)}.`,
    unknownStatuses: (words) =>
      `États dont le sens n’est pas connu : ${quotedList(words)}. Rangez-les dans statuses: au contrat.`,
    draft: 'Aucun outil connu n’écrit ces en-têtes. Proposition pour le contrat, à corriger :',
  },
};
