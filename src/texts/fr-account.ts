import type { Unit } from '../contract/coverage.ts';
import type { AccountMessages } from './account-messages.ts';
import { formatOf, NBSP, NNBSP } from './format.ts';
import { de } from './typography.ts';

const { number, plural } = formatOf('fr');
const s = (count: number): string => plural(count, '', 's');
/** Hours and work units are feminine: « 17 UO consommées ». */
const es = (unit: Unit): string => (unit === 'hours' || unit === 'uo' ? 'es' : 's');

export const frAccount: AccountMessages = {
  title: 'Consommation',
  more: 'La consommation : acheté, consommé, restant',
  lead: 'Ce qui a été acheté, ce qui a été consommé, ce qu’il reste, et jusqu’à quand.',
  unit: {
    hours: (quantity) => `${quantity}${NNBSP}h`,
    days: (quantity) => `${quantity}${NNBSP}j`,
    uo: (quantity) => `${quantity}${NBSP}UO`,
    tickets: (quantity, many) => `${quantity}${NBSP}ticket${many ? 's' : ''}`,
  },
  unitName: { hours: 'heures', days: 'jours', uo: 'UO', tickets: 'tickets' },
  form: { forfait: 'Forfait', carnet: 'Carnet', regie: 'Régie forfaitaire' },
  span: { month: 'mois', quarter: 'trimestre', 'half-year': 'semestre', year: 'année' },
  perSpan: { month: 'par mois', quarter: 'par trimestre', 'half-year': 'par semestre', year: 'par an' },
  asOf: (date) => `Données arrêtées au ${date}.`,
  source: {
    work: 'L’effort vient des saisies de temps, à la date du travail.',
    resolved: 'L’effort est celui du ticket, à sa résolution : l’outil ne dit pas quand le travail a été fait.',
    closed: 'L’effort est celui du ticket, à sa clôture : l’outil ne dit pas quand le travail a été fait.',
    updated: 'L’effort est celui du ticket, à sa dernière modification : il peut changer de mois.',
  },
  step: (quantity) => `Chaque saisie est décomptée par pas de ${quantity}.`,
  noBookings:
    'L’export ne dit pas quand les temps ont été saisis : une saisie tardive n’est pas reconnue, et le solde « tel que connu alors » suppose une saisie le jour même.',
  notKnown: (fields) => `La consommation n’est pas connue : il manque à l’export ${fields}.`,
  notStarted: 'Rien n’a encore commencé.',
  headline: ({
    form,
    unit,
    balance,
    owed,
    debt,
    used,
    total,
    share,
    lost,
    until,
    exhaustion,
    months,
    least,
    ended,
  }) => {
    const parts = [
      owed ? `${balance} de trop` : form === 'carnet' ? `Il reste ${balance}` : `Il reste ${balance} sur ${total}`,
      `${used} consommé${es(unit)} (${share})${debt ? `, dont ${debt} dû${es(unit)} d’avant l’achat` : ''}`,
      ...(lost ? [`${lost} perdu${es(unit)}`] : []),
    ];
    const first = `${parts.join(' ; ')}.`;
    if (ended) return `${first} La couverture a pris fin le ${ended}.`;
    if (exhaustion === 'now') return `${first} Plus rien n’est disponible.`;
    if (exhaustion === 'too-few')
      return `${first} ${months === 0 ? 'Aucun mois complet' : `${number(months)} mois complet${s(months)}`} : il en faut ${number(least)} pour prévoir l’épuisement.`;
    if (exhaustion === 'not-before')
      return until
        ? `${first} Aucun des scénarios ne l’épuise avant le ${until}.`
        : `${first} Pas d’épuisement en vue.`;
    const chance = `${exhaustion.chance} de risque d’épuisement${until ? ` avant le ${until}` : ''}`;
    if (!('from' in exhaustion)) return `${first} ${chance}.`;
    if (exhaustion.to === null) return `${first} ${chance}, au plus tôt vers le ${exhaustion.from}.`;
    return exhaustion.from === exhaustion.to
      ? `${first} ${chance}, vers le ${exhaustion.from}.`
      : `${first} ${chance}, entre le ${exhaustion.from} et le ${exhaustion.to}.`;
  },
  headlineEnded: ({ unit, window, used, volume, over, lost, carried, next, projected }) =>
    `${window} : ${used} consommé${es(unit)} pour ${volume}${[
      over ? `${over} au-delà` : null,
      lost ? `${lost} perdu${es(unit)}` : null,
      carried ? `${carried} reporté${es(unit)}` : null,
    ]
      .filter(Boolean)
      .map((part) => `, ${part!}`)
      .join('')}.${projected ? ` Pour ${next}, de ${projected.from} à ${projected.to} attendu${es(unit)}.` : ''}`,
  remaining: 'Reste',
  usedShare: 'Consommé',
  usedOf: (used, total) => `${used} sur ${total}`,
  paceNow: 'Rythme',
  paceRecent: 'moyenne des 3 derniers mois complets',
  exhaustion: 'Épuisement',
  between: (from, to) => `du ${from} au ${to}`,
  from: (date) => `dès le ${date}`,
  notBefore: (date) => `pas avant le ${date}`,
  notForeseen: 'pas en vue',
  tooFew: (months, least) => `${number(months)} mois complet${s(months)}, il en faut ${number(least)}`,
  lastsUntil: (date) => `doit durer jusqu’au ${date}`,
  evenUse: 'À rythme égal',
  overDue: (difference, above) =>
    above ? `${difference} de plus que prévu à ce jour` : `${difference} de moins que prévu à ce jour`,
  chartTitle: (balance) => `Le solde est de ${balance}`,
  chartTitleEnded: (window, used, volume, unit) => `${used} consommé${es(unit)} en ${window}, pour ${volume}`,
  chartNote:
    'Barres : crédité et consommé dans le mois. Ligne : solde en fin de mois. Pointillé : prévision lente et rapide.',
  bought: 'Crédité',
  consumed: 'Consommé',
  balance: 'Solde',
  months: 'Mois par mois',
  monthsCaption: (unit) => `Le compte, mois par mois, en ${unit}`,
  opening: 'Ouverture',
  late: 'dont saisi après le mois',
  adjusted: 'Ajusté',
  expired: 'Perdu',
  overrun: 'Hors volume',
  closing: 'Clôture',
  closingThen: 'Telle que connue alors',
  monthsNote: {
    identity: (columns) => `${columns} = clôture.`,
    overrun: '« Hors volume » : consommé au-delà du volume et réglé à part.',
    then: 'La dernière colonne est le solde que l’on pouvait lire le dernier jour du mois ; elle diffère quand des temps ont été saisis ensuite.',
  },
  lots: 'Les lots',
  lot: 'Lot',
  boughtOn: 'Acheté le',
  closes: 'Expire le',
  noEnd: 'sans fin',
  quantity: 'Quantité',
  used: 'Consommé',
  left: 'Reste',
  price: 'Prix HT',
  windows: 'Les périodes échues',
  window: 'Période',
  volume: 'Volume',
  carried: 'Reporté',
  free: 'Franchise',
  refused: 'À la charge du prestataire',
  billed: 'Facturé en plus',
  termsCaption: 'Ce qui a été acheté',
  since: 'Depuis le',
  whatBought: 'Termes',
  terms: {
    forfait: ({ volume, per, fee, franchise, threshold, overrun, smoothing, carryOver }) =>
      `${[
        `${volume} ${per}${fee ? ` pour ${fee} HT` : ''}`,
        franchise ? `franchise de ${franchise}${threshold ? ', au-delà de laquelle tout est dû' : ''}` : null,
        `au-delà : ${overrun}`,
        smoothing
          ? `lissé sur le ${smoothing === 'année' ? 'l’année' : smoothing}`.replace('le l’', 'l’')
          : 'sans lissage',
        carryOver,
      ]
        .filter(Boolean)
        .join(' ; ')}.`,
    overrun: {
      billed: (rate) => (rate ? `facturé ${rate} HT l’unité` : 'facturé'),
      carried: (rate) =>
        rate ? `dû sur la période suivante, puis facturé ${rate} HT l’unité` : 'dû sur la période suivante',
      refused: () => 'à la charge du prestataire',
      'next-lot': () => 'pris sur le lot suivant',
    },
    noCarryOver: 'ce qui n’est pas consommé est perdu',
    shareOf: { bought: (share) => `${share} de ce qui a été acheté`, left: (share) => `${share} de ce qui reste` },
    carryOver: (cap, share, windows) =>
      `ce qui n’est pas consommé est reporté${share ? `, ${share} au plus` : ''}${cap ? `, ${cap} au plus` : ''}${windows === null ? '' : `, pendant ${number(windows)} période${s(windows)}`}`,
    carnet: (overrun) => `Lots prépayés ; sans lot : ${overrun}.`,
    regie: (days, rate, carryOver, overrun) =>
      `${days} réservés par mois${rate ? ` à ${rate} HT` : ''} ; ${carryOver} ; au-delà : ${overrun}.`,
  },
  forecast: 'Prévision',
  forecastNote: (calendar) =>
    `Un niveau qui suit les mois (lissage exponentiel, 0,3), la saison quand deux ans la montrent, et ce dont les mois s’en écartent, par jour ouvré du calendrier « ${calendar} ». Mille scénarios, toujours les mêmes : un sur dix finit sous le bas de l’intervalle, un sur dix au-dessus du haut. Le rythme des deux derniers mois est donné à côté.`,
  reading: 'Lecture',
  perMonth: 'Par mois',
  readings: {
    recent: 'Moyenne des trois derniers mois complets',
    byWorkingDay: 'Les mêmes, par jour ouvré, rapportés au mois en cours',
    seasonal: 'Le même mois un an plus tôt',
  },
  intervalCaption: 'Ce que donne chaque rythme',
  paces: {
    slow: 'Bas de l’intervalle (1 scénario sur 10 dessous)',
    central: 'Milieu',
    fast: 'Haut de l’intervalle (1 scénario sur 10 dessus)',
    present: 'Au rythme des deux derniers mois',
  },
  chanceOf: 'Risque d’épuisement',
  chance: (share, until) =>
    until
      ? `${share} des scénarios épuisent le volume avant le ${until}.`
      : `${share} des scénarios épuisent ce qui reste.`,
  record: ({ inside, total, recentInside, recentTotal, interval }) =>
    `Prévision à un mois, vérifiée sur ce compte : ${recentInside} des ${recentTotal} derniers mois étaient dans l’intervalle (visé : 8 sur 10) ; ${inside} sur ${total} en tout${interval ? `, soit ${interval} à 95 %` : ''}.`,
  recordNone: 'Trop peu de mois pour vérifier la prévision sur ce compte.',
  over: (quantity) => `${quantity} de trop`,
  credited: 'avoir',
  signed: 'Soldes signés',
  signedCaption: 'Le compte et les soldes que les parties ont signés',
  signedOn: 'Au',
  signedFrom: 'Signé dans',
  stated: 'Solde signé',
  found: 'Solde du compte',
  agrees: 'conforme au solde signé',
  differs: (gap, since) =>
    `écart de ${gap} : à chercher dans les relevés ${since ? `depuis le ${since}, dernier solde conforme` : 'depuis le début'}`,
  differsSince: (gap, then) => `écart de ${gap}, venu ensuite : le compte donnait ${then} ce jour-là`,
  projected: 'Consommé en fin de période',
  overAtEnd: 'Écart au volume',
  cost: 'Coût HT',
  alertsCaption: 'Seuils d’alerte, depuis le dernier crédit',
  threshold: 'Seuil',
  reached: (date) => `atteint le ${date}`,
  notReached: 'pas atteint',
  expiringCaption: 'Lots qui expirent',
  lostLikely: 'Serait perdu, en scénario médian',
  smoothing: 'Ce que change le lissage',
  smoothingNote:
    'Les mois complets recalculés sous chaque lissage, comme si le contrat s’arrêtait à leur fin, aux prix d’origine.',
  noSmoothing: 'Sans lissage',
  agreed: 'au contrat',
  lost: 'Perdu',
  outOfScope: 'Hors périmètre',
  outOfScopeNote: 'Travail saisi qu’aucune couverture ne prévoit : il n’est décompté nulle part.',
  statements: 'Les relevés',
  statement: {
    title: (month) => `Relevé ${de(month)}`,
    lead: 'Chaque mouvement du mois, et le ticket qui en est la cause.',
    link: (month) => `Relevé ${de(month)}`,
    csv: 'Le relevé en CSV',
    xlsx: 'Le relevé en classeur (XLSX)',
    json: 'Les données de cette page en JSON',
    caption: (book, month) => `${book}, ${month}`,
    date: 'Date',
    movement: 'Mouvement',
    kind: {
      bought: 'Crédité',
      consumed: 'Consommé',
      adjusted: 'Ajusté',
      settled: 'Réglé',
      carried: 'Reporté',
      expired: 'Perdu',
      overrun: 'Réglé hors volume',
    },
    givenBack: 'Rendu',
    settles: (month) => `Pénalités ${de(month)}, réglées en unités`,
    ticket: 'Ticket',
    noTicket: 'hors ticket',
    activity: 'Activité',
    workKind: 'Nature',
    application: 'Application',
    effort: 'Temps',
    bookedOn: (date) => `saisi le ${date}`,
    booked: 'Saisi le',
    reason: 'Motif',
    book: 'Couverture',
    titleOf: 'Titre',
    nothing: 'Aucun mouvement ce mois-ci.',
    openingLine: 'Solde à l’ouverture',
    closingLine: 'Solde à la clôture',
    ofWhichCarried: (quantity, unit) => `dont ${quantity} reporté${es(unit)} de périodes échues`,
    then: (quantity) => `Tel que connu au dernier jour du mois : ${quantity}.`,
    lateCaption: 'Saisies tardives reçues ce mois-ci',
    lateNote:
      'Travail de mois précédents, saisi ce mois-ci : il figure dans le relevé du mois du travail, dont le solde a changé.',
    outOfScopeCaption: 'Hors périmètre',
    because: {
      'no-coverage': 'aucune couverture',
      'no-units': 'absent de l’abaque',
      question: 'question au-delà du seuil',
    },
    identity: 'Le journal est tenu en partie double et vérifié à chaque publication.',
  },
  money: {
    title: 'Montants',
    more: 'Les montants : prix, pénalités, questions',
    lead: 'Ce que le contrat coûte, mois par mois, et ce que le niveau de service doit. Montants hors taxes, sauf total TTC et net à payer.',
    total: 'Total HT',
    vat: (rate) => `TVA ${rate}`,
    withVat: 'Total TTC',
    penalties: 'Pénalités nettes',
    bonus: 'Bonus',
    net: 'Net HT',
    unpriced: (count) => `${number(count)} ligne${s(count)} sans prix au contrat, hors du total`,
    linesCaption: (month) => `Détail ${de(month)}`,
    line: {
      fee: 'Redevance',
      lot: 'Achat de lot',
      capacity: 'Capacité réservée',
      overrun: 'Unités hors volume',
      'beyond-capacity': 'Jours au-delà de la capacité',
      questions: 'Questions au-delà du seuil',
    },
    what: 'Objet',
    of: 'Période ou lot',
    unitPrice: 'Prix unitaire',
    amount: 'Montant HT',
    clause: 'Clause',
    noPrice: 'prix non indiqué au contrat',
    rounding: 'Chaque montant est arrondi une fois, au centime le plus proche, les demi-centimes vers le haut.',
    revisions: 'Révision des prix',
    revisionsNote:
      'Tous les prix du contrat, ceux des avenants compris, sont en valeur du mois de base. Les lots sont achetés à leur prix et ne sont pas révisés.',
    revisionFrom: 'À partir du',
    index: 'Indice',
    values: 'Valeurs lues',
    formula: (fixed, junction) =>
      `${fixed ? `P = P0 × (${fixed} + (1 − ${fixed}) × S1 ÷ S0)` : 'P = P0 × S1 ÷ S0'}${junction ? `, S1 × ${junction} (raccordement)` : ''}`,
    coefficient: 'Coefficient',
    bound: { least: 'borné par le plancher du contrat', most: 'borné par le plafond du contrat' },
    indexMissing: (index, month) =>
      `L’indice ${index} n’a pas de valeur pour ${month} : cette révision n’est pas appliquée. Ajoutez la valeur publiée au fichier du contrat.`,
    penaltiesTitle: 'Pénalités et bonus',
    penaltiesNote:
      'Hors du champ de la TVA. Provisoire tant que les deux parties ne se sont pas accordées. Les tickets contestés sont mis à part. Un barème s’applique quel que soit le nombre d’échéances : le minimum sous lequel un rapport ne donne pas de verdict ne le suspend pas.',
    rule: {
      'ccag-tic': 'CCAG-TIC 2021, V × R ÷ 1000',
      steps: 'Barème sur le taux de respect',
      'per-hour': 'Par heure de retard',
      points: 'Points',
    },
    settled: { invoice: 'déduit de la facture', credit: 'avoir sur la facture suivante', units: 'en unités' },
    gross: 'Brut',
    relief: 'Plafonds et rappels',
    because: {
      'ticket-cap': 'plafond par ticket',
      'month-cap': 'plafond mensuel',
      'year-cap': 'plafond annuel',
      'year-release': 'reprise du plafond annuel, qui a grandi',
      'order-cap': 'plafond du marché',
      exoneration: 'exonération',
      recall: 'rappel de pénalités exonérées',
      suspended: 'suspendu : trop de tickets ouverts',
    },
    contested: 'Contesté',
    state: 'État',
    provisional: 'provisoire',
    agreed: 'accordé',
    noPenalty: 'Aucune pénalité ni bonus.',
    ticketsCaption: (rule, month) => `${rule}, ${month} : les tickets`,
    share: 'Taux',
    lateTickets: 'Tickets',
    measure: {
      'ccag-tic': 'Jours de retard',
      steps: 'Heures de retard',
      'per-hour': 'Heures comptées',
      points: 'Points',
    },
    contestedTicket: (reason) => `contesté : ${reason}`,
    stillOpen: 'encore ouvert',
    questionsTitle: 'Questions fonctionnelles',
    questionsCaption: 'Questions par mois',
    questionsNote:
      'Le seuil est une part des tickets ouverts dans le mois ; au-delà, ce sont les dernières ouvertes. Le temps passé sur elles n’est pas décompté : elles sont facturées à part, ou rejetées.',
    questions: 'Questions',
    allowed: 'Admises',
    beyond: 'Au-delà',
    treatment: 'Traitement',
    above: {
      billed: (threshold) => `facturées au-delà de ${threshold}`,
      rejected: (threshold) => `rejetées au-delà de ${threshold}`,
    },
    effortSpent: 'Temps passé',
    unitsSpent: 'Unités non décomptées',
    unknownBase: 'non connu : le prix du mois n’est pas au contrat',
    bases: { invoiced: 'facturé dans le mois', worth: 'valeur du mois', amount: 'montant au contrat' },
    base: 'Assiette',
    reckoning: 'Calcul',
    steppedLine: ({ met, total, share, bound, reaches }) =>
      `${met}/${total} = ${share}${bound === null ? ', hors barème' : reaches ? `, au moins ${bound}` : `, sous ${bound}`}`,
    product: (rate, base, amount) => `${rate} × ${base} = ${amount}`,
    ifRejected: 'si la contestation est rejetée',
    withoutContested: 'sans les tickets contestés',
    yearCap: (used, most, left) => `plafond annuel ${most} : ${used} utilisés, ${left} restants`,
    monthCap: (most) => `plafond du mois ${most}`,
    toPay: 'Net à payer',
    toPayCaption: 'Net à payer, mois par mois',
    toPayNote:
      'La TVA porte sur les lignes facturées ; les pénalités, hors de son champ, viennent après elle. Provisoire tant que les pénalités le sont.',
    creditDue: (amount) => `avoir de ${amount}`,
    penaltiesDeducted: 'Pénalités déduites',
    bonusTaxed: 'Bonus HT',
    bonusUntaxed: 'Bonus hors TVA',
    inUnits: (units) => `soit ${units} unités`,
  },
  chapters: {
    title: 'Les autres chapitres du contrat',
    more: 'Niveaux, environnements, réversibilité, confidentialité',
    lead: 'Qui tient chaque niveau, en quoi les environnements diffèrent, et si le contrat pourrait être repris demain.',
    support: 'Niveaux techniques',
    level: 'Niveau',
    holder: 'Tenu par',
    scope: 'Rôle',
    environments: 'Environnements',
    isoSentence: (differences, unknowns) =>
      differences === 0 && unknowns === 0
        ? 'Les copies sont iso-production : aucune différence connue.'
        : `${number(differences)} différence${s(differences)} avec la production${unknowns ? `, et ${number(unknowns)} caractéristique${s(unknowns)} à renseigner` : ''}.`,
    isoCaption: 'Comparaison avec la production, caractéristique par caractéristique',
    trait: 'Caractéristique',
    role: { production: 'production', provider: 'copie du prestataire', acceptance: 'recette' },
    state: { same: 'identique', differs: 'diffère', unknown: 'à renseigner' },
    sinceDate: (date) => `depuis le ${date}`,
    reversibility: 'Réversibilité',
    ready: 'Le contrat pourrait être repris : aucun incident ouvert, documents à jour.',
    notReady: (incidents, documents) =>
      `Le contrat ne pourrait pas être repris aujourd’hui : ${[
        incidents ? `${number(incidents)} incident${s(incidents)} ouvert${s(incidents)}` : null,
        documents ? `${number(documents)} document${s(documents)} à mettre à jour` : null,
      ]
        .filter(Boolean)
        .join(', ')}.`,
    notKnownReady: 'On ne peut pas dire si le contrat pourrait être repris : l’export ou le contrat ne le disent pas.',
    ends: 'Fin du contrat',
    overlap: 'Recouvrement',
    overlapOf: (months, from) => `${months} mois${from ? `, à partir du ${from}` : ''}`,
    incidentsCaption: 'Incidents ouverts, qui bloquent la reprise',
    noIncidents: 'Aucun incident ouvert.',
    incidentsUnknown: 'L’export ne distingue pas les incidents : la nature ou l’état des tickets manque.',
    opened: 'Ouvert le',
    documentsCaption: 'Documents, propriété du client',
    document: 'Document',
    updated: 'Mis à jour le',
    owner: 'Responsable',
    fresh: (months) => `à jour (${number(months)} mois)`,
    stale: (months) => `plus de ${number(months)} mois`,
    confidentiality: 'Confidentialité',
  },
  ticketWork: 'Ce que ce ticket a consommé',
  ticketWorkCaption: 'Décompte du ticket',
  monthSection: 'Consommation',
  monthCaption: (month) => `Consommation ${de(month)}`,
};
