/** Exports in the other languages that the tools are translated into: one closed ticket of each, in its own words. */
import { expect, test } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { effortOf } from '../../src/ingest/durations.ts';
import { readNamedDate } from '../../src/ingest/dates.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/domain/zone.ts';

/** Tool, language, headings, and a row that was opened on 5 January 2026 and closed on the 8th. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  [
    'glpi',
    'de',
    'ID;Titel;Status;Priorität;Erstellungsdatum;Abschlussdatum',
    '1;x;Geschlossen;Hoch;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'glpi',
    'es',
    'ID;Título;Estado;Prioridad;Fecha de apertura;Fecha de cierre',
    '1;x;Cerrado;Alta;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'glpi',
    'it',
    'ID;Titolo;Stato;Priorità;Data di apertura;Data di chiusura',
    '1;x;Chiusa;Alta;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'glpi',
    'pt',
    'ID;Título;Status;Prioridade;Data de abertura;Data de fechamento',
    '1;x;Fechado;Alta;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'glpi',
    'nl',
    'ID;Titel;Status;Prioriteit;Begindatum;Afsluitdatum',
    '1;x;Gesloten;Hoog;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'redmine',
    'de',
    '#;Tracker;Status;Priorität;Angelegt;Geschlossen am',
    '1;Fehler;Erledigt;Hoch;05.01.2026 09:00;08.01.2026 11:00',
  ],
  [
    'redmine',
    'es',
    '#;Tipo;Estado;Prioridad;Creado;Cerrada',
    '1;Errores;Cerrada;Alta;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'redmine',
    'it',
    '#;Tracker;Stato;Priorità;Creato;Chiuso',
    '1;Segnalazione;Chiuso;Alta;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'redmine',
    'pt',
    '#;Tipo;Situação;Prioridade;Criado em;Concluído',
    '1;Defeito;Fechada;Alta;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'redmine',
    'nl',
    '#;Tracker;Status;Prioriteit;Aangemaakt op;Gesloten',
    '1;Bug;Gesloten;Hoog;2026-01-05 09:00;2026-01-08 11:00',
  ],
  [
    'otrs',
    'de',
    'Ticket-Nummer;Erstellt;Geschlossen;Status;Priorität;Queue',
    '1;2026-01-05 08:00:00;2026-01-08 10:00:00;erfolgreich geschlossen;3 normal;TMA',
  ],
  [
    'otrs',
    'es',
    'Número de Ticket;Creado;Cerrado;Estado;Prioridad;Cola',
    '1;2026-01-05 08:00:00;2026-01-08 10:00:00;cerrado con éxito;3 normal;TMA',
  ],
  [
    'otrs',
    'it',
    'Numero ticket;Creato;Chiuso;Stato;Priorità;Coda',
    '1;2026-01-05 08:00:00;2026-01-08 10:00:00;chiuso con successo;3 normal;TMA',
  ],
  [
    'otrs',
    'pt',
    'Número do Chamado;Criado;Fechado;Estado;Prioridade;Fila',
    '1;2026-01-05 08:00:00;2026-01-08 10:00:00;fechado com êxito;3 normal;TMA',
  ],
  [
    'otrs',
    'nl',
    'Ticketnummer;Aangemaakt;Gesloten;Status;Prioriteit;Wachtrij',
    '1;2026-01-05 08:00:00;2026-01-08 10:00:00;succesvol gesloten;3 normal;TMA',
  ],
  [
    'odoo',
    'de',
    'Ticketnummer;Stufe;Priorität;Erstellt am;Abschlussdatum',
    'HT1;Erledigt;Hoch;2026-01-05 08:00:00;2026-01-08 10:00:00',
  ],
  [
    'odoo',
    'es',
    'Número de ticket;Etapa;Prioridad;Creado en;Fecha de cierre',
    'HT1;Hecho;Alta;2026-01-05 08:00:00;2026-01-08 10:00:00',
  ],
  [
    'odoo',
    'it',
    'Numero Ticket;Fase;Priorità;Creato il;Data Chiusura',
    'HT1;Fatto;Alta;2026-01-05 08:00:00;2026-01-08 10:00:00',
  ],
  [
    'odoo',
    'pt',
    'Número do Chamado;Estágio;Prioridade;Criado em;Data de Encerramento',
    'HT1;Concluído;Alta;2026-01-05 08:00:00;2026-01-08 10:00:00',
  ],
  [
    'odoo',
    'nl',
    'Vraagnummer;Fase;Prioriteit;Aangemaakt op;Datum afgesloten',
    'HT1;Gedaan;Hoog;2026-01-05 08:00:00;2026-01-08 10:00:00',
  ],
  [
    'jira',
    'de',
    'Vorgangsschlüssel;Status;Priorität;Erstellt;Erledigt',
    'T-1;Fertig;High;05/Jan/26 9:00 AM;08/Jan/26 11:00 AM',
  ],
  [
    'jira',
    'es',
    'Clave de incidencia;Estado;Prioridad;Creada;Resuelta',
    'T-1;Listo;High;05/ene/26 9:00 am;08/ene/26 11:00 am',
  ],
  [
    'jira',
    'pt',
    'Chave da item;Status;Prioridade;Criado;Resolvido',
    'T-1;Concluído;High;05/jan/26 9:00 AM;08/jan/26 11:00 AM',
  ],
  [
    'servicenow',
    'pt',
    'Número;Estado;Prioridade;Aberto;Resolvido;Grupo de atribuição',
    'INC1;Resolvido;2;2026-01-05 09:00:00;2026-01-08 11:00:00;TMA',
  ],
];

test.each(CASES)('%s, %s', async (tool, language, head, row) => {
  const text = `${head}\n${row}\n`;
  const { rows, problems } = await readDrop('a.csv', [new TextEncoder().encode(text)], null, 'Europe/Paris');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(rows).toMatchObject({ count: 1, layout: { tool, language } });
  expect(rows!.layout.ignored.filter((heading) => !/^T[ií]t/.test(heading))).toEqual([]);
  const state = rows!.words.get('status')!;
  const word = fold(state.words[state.codes[0]!]!);
  const { resolved = [], closed = [] } = rows!.layout.vocabulary.statuses;
  expect([...resolved, ...closed].map(fold)).toContain(word);
  const ends = rows!.instants.get('closed') ?? rows!.instants.get('resolved');
  expect(ends![0]! - rows!.instants.get('created')![0]!).toBe((3 * 24 + 2) * HOUR_MS);
});

test.each([
  ['3 Stunden 20 Minuten', 200],
  ['3 horas 20 minutos', 200],
  ['3 ore 20 minuti', 200],
  ['3 uren 20 minuten', 200],
  ['1 Tage 0 Stunden 1 Minute', 1441],
])('a duration in words: %s', (text, minutes) => {
  expect(effortOf(text, 'words')).toBe(minutes * MINUTE_MS);
});

test.each([
  ['23/sep/26 10:12 am', '2026-09-23T10:12'],
  ['05/ago/26 9:00 AM', '2026-08-05T09:00'],
  ['5. März 2026 14:22', '2026-03-05T14:22'],
  ['05/mag/26 14:22', '2026-05-05T14:22'],
  ['05 mei 2026 14:22', '2026-05-05T14:22'],
])('a month by its name: %s', (text, iso) => {
  expect(new Date(readNamedDate(text).value).toISOString().slice(0, 16)).toBe(iso);
});
