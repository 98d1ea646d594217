/** Data folders for tests: written into a temporary place, gone afterwards. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files (path → content) into a new folder that goes when the test does; gives its path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jauge-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A contract that reads the exports below; `more` is put at its end. */
export const CONTRACT = (more = '', id = 'demo'): string => `id: ${id}
name: Portail
client: Mutuelle
provider: Services
zone: Europe/Paris
calendars:
  office:
    weekly: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'], thu: ['09:00-18:00'], fri: ['09:00-18:00'] }
    holidays: FR
priorities:
  - { id: P1, label: { fr: Haute, en: High }, words: [Haute] }
  - { id: P2, label: { fr: Basse, en: Low }, words: [Basse] }
terms:
  - from: 2026-01-01
    commitments:
      - { clock: resolve, calendar: office, goal: 90 %, targets: { P1: 4 h, P2: 20 h } }
${more.includes('sources:') ? '' : 'sources: [{ zone: Europe/Paris }]\n'}${more}`;

/** A GLPI export of two tickets. */
export const EXPORT = `"ID";"Statut";"Priorité";"Date d'ouverture";"Date de résolution";"Date de clôture"
"101";"Clos";"Haute";"2026-01-05 09:00";"2026-01-05 11:00";"2026-01-08 11:00"
"102";"Nouveau";"Basse";"2026-01-20 10:00";"";""
`;
