/** The draft of a contract file that the reports read, from a situation and its answer. */
import type { Answer } from './answer.ts';
import type { Form } from './costs.ts';
import type { Situation } from './situation.ts';

const WEEKS: Readonly<Record<Situation['window'], string>> = {
  '5x8': "mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['09:00-17:00'], fri: ['09:00-17:00']",
  '6x10':
    "mon: ['08:00-18:00'], tue: ['08:00-18:00'], wed: ['08:00-18:00'], thu: ['08:00-18:00'], fri: ['08:00-18:00'], sat: ['08:00-18:00']",
  '24x7': '',
};
const PROFILE = 'maintenance';

/** The text of `contract.yaml`; amounts to the cent, hours to a hundredth. */
export function draftContract(of: Situation, answer: Answer, form: Form): string {
  const first = `${of.year}-01-01`;
  const cents = (value: number): string => value.toFixed(2);
  const hours = (value: number): string => String(Math.round(value * 100) / 100);
  const response = Number(of.response);
  const weekly = of.window === '24x7' ? "'24x7'" : `{ ${WEEKS[of.window]} }`;
  const smoothing =
    of.smoothing === 'none'
      ? of.carry > 1
        ? `\n        carryOver: { ${of.carryCap > 0 ? `cap: ${hours(of.carryCap)}, ` : ''}expiresAfter: ${of.carry - 1} }`
        : ''
      : `\n        smoothing: ${of.smoothing}`;
  const { forfait, carnet, regie } = answer.offers;
  // What the service costs besides the work is in the price of each form.
  const perBook = answer.year.mean > 0 ? (carnet.bookHours * answer.service) / answer.year.mean : 0;
  const perDay = regie.capacity > 0 ? (answer.service * of.hoursPerDay) / (12 * regie.capacity) : 0;
  const clock = of.act === 'start' ? 'start' : 'acknowledge';
  const clocks =
    of.act === 'start'
      ? `
# Read from the history of the states: export it with the tickets.
clocks:
  start: { label: { fr: Début du traitement, en: Start of the work }, stops: [{ enters: active }] }
`
      : '';
  const penalties =
    of.penalty > 0
      ? `
    penalties:
      - id: respect
        rule: steps
        clock: ${clock}
        base: worth
        steps: [{ below: ${Math.round(of.goal * 1000) / 10} %, rate: ${Math.round(of.penalty * 10_000) / 100} % }]`
      : '';
  const coverage: Record<Form, string> = {
    forfait: `      - id: maintenance
        form: forfait
        unit: hours
        volume: ${hours(forfait.credit)}
        per: month
        fee: ${cents(forfait.credit * forfait.price + answer.service / 12)}
        overrun: { rule: billed, rate: ${cents(forfait.overrunPrice)} }${smoothing}`,
    carnet: `      - id: maintenance
        form: carnet
        unit: hours
        lots:
          - { id: L1, bought: ${first}, quantity: ${hours(carnet.bookHours)}, expires: ${lastDay(of.year, of.validity)}, price: ${cents(carnet.bookPrice + perBook)} }`,
    regie: `      - id: maintenance
        form: regie
        capacity:
          - { profile: ${PROFILE}, days: ${hours(regie.capacity / of.hoursPerDay)} }`,
  };
  return `# Brouillon du calculateur : remplacez les noms, les mots de votre outil, et ce qui n’est pas à vous.
# Draft made by the sizing calculator: replace the names, the words of your tool and what is not yours.
id: mon-contrat
name: { fr: Mon contrat, en: My contract }
client: Client
provider: Prestataire
zone: Europe/Paris

calendars:
  service:
    weekly: ${weekly}
    holidays: ${of.holidays === 'closed' ? 'FR' : 'none'}

priorities:
  - { id: P1, label: { fr: Urgent, en: Urgent }, words: [Urgent, Très haute, Critique] }
  - { id: P2, label: { fr: Normal, en: Normal }, words: [Normal, Haute, Moyenne] }
  - { id: P3, label: { fr: Bas, en: Low }, words: [Bas, Basse] }

abacus: { hoursPerDay: ${hours(of.hoursPerDay)}, hoursPerUo: ${hours(of.hoursPerUo)} }
${clocks}
terms:
  - from: ${first}
    commitments:
      - clock: ${clock}
        calendar: service
        goal: ${Math.round(of.goal * 1000) / 10} %
        targets: { P1: ${response} h, P2: ${Math.max(6, response)} h, P3: 24 h }
    coverage:
${coverage[form]}
    prices:
      - { profile: ${PROFILE}, dayRate: ${cents(form === 'regie' ? regie.rate * of.hoursPerDay + perDay : answer.hourRate * of.hoursPerDay)} }${penalties}
`;
}

/** The last day of so many months from the start of a year. */
function lastDay(year: number, months: number): string {
  return new Date(Date.UTC(year, months, 0)).toISOString().slice(0, 10);
}
