/** A ticket export of any size, always the same for the same size: GLPI's columns, French texts over several lines. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const STATUSES = ['Nouveau', 'En cours (Attribué)', 'En attente', 'Résolu', 'Clos'];
const PRIORITIES = ['Très haute', 'Haute', 'Moyenne', 'Basse'];
const TEXT =
  'Depuis la mise en production de ce matin, erreur 500 sur l’écran « Dossier ».\n\nÉtapes :\n1. Se connecter\n2. Ouvrir le dossier ; cliquer sur ""Historique""\n3. Constater l’erreur\n\nMerci, le service sinistres. Le message complet est joint ; il est apparu trois fois entre 9 h et 10 h, chez deux personnes.';
const HEADINGS = [
  'ID',
  'Titre',
  'Entité',
  'Statut',
  'Dernière modification',
  "Date d'ouverture",
  'Date de résolution',
  'Date de clôture',
  'Priorité',
  'Urgence',
  'Impact',
  'Type',
  'Catégorie',
  'Demandeur - Demandeur',
  'Attribué à - Technicien',
  'Attribué à - Groupe de techniciens',
  'Description',
  'Délai de résolution',
];

/** Writes an export of `rows` tickets opened over 36 months; with or without long descriptions. */
export async function generateExport(path: string, rows: number, long: boolean): Promise<void> {
  const file = createWriteStream(path);
  let seed = 42;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
    return (seed >>> 0) / 4_294_967_296;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  const start = Date.UTC(2023, 0, 1);
  const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(';')}\n`;
  let block = line(HEADINGS);
  for (let i = 1; i <= rows; i++) {
    const opened = start + Math.floor(random() * 36 * 30 * 24 * 60) * 60_000;
    const resolved = opened + Math.floor(-Math.log(1 - random()) * 60 * 60) * 60_000;
    const status = pick(STATUSES);
    const done = status === 'Résolu' || status === 'Clos';
    block += line([
      String(i),
      `Erreur au calcul n° ${i}`,
      'Racine > Mutuelle',
      status,
      wall(resolved),
      wall(opened),
      done ? wall(resolved) : '',
      status === 'Clos' ? wall(resolved + 259_200_000) : '',
      pick(PRIORITIES),
      'Moyenne',
      'Moyenne',
      random() < 0.7 ? 'Incident' : 'Demande',
      'Portail > Dossier',
      `Personne ${i % 500}`,
      `Technicien ${i % 20}`,
      `TMA N${1 + (i % 3)}`,
      long ? TEXT : '',
      '2 heures 5 minutes',
    ]);
    if (block.length > 1_000_000) {
      if (!file.write(block)) await once(file, 'drain');
      block = '';
    }
  }
  file.end(block);
  await finished(file);
}
