/** The command line: statuses, help, and that a build that fails or is interrupted leaves what was there. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runJauge } from '../run.ts';
import { CONTRACT, EXPORT, folderWith } from '../folder.ts';

const good = { 'demo/contract.yaml': CONTRACT(), 'demo/tickets/a.csv': EXPORT };
const bad = { ...good, 'demo/tickets/a.csv': EXPORT.replace('2026-01-05 11:00', 'hier') };

/** A fingerprint of all files of a folder and their content. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('hex');
}

describe('jauge', () => {
  test('without a verb, or with one that does not exist, says how it is used', async () => {
    expect(await runJauge([])).toMatchObject({ status: 2, stderr: expect.stringContaining('build') as string });
    expect(await runJauge(['bild'])).toMatchObject({ status: 2 });
    expect(await runJauge(['build', '--dat', 'x'])).toMatchObject({ status: 2 });
    expect(await runJauge(['schema', '--data', 'x'])).toMatchObject({ status: 2 });
    expect(await runJauge(['--help', '--lang', 'en'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Usage') as string,
    });
  });

  test.each(['build', 'check', 'inspect', 'pdf', 'seal', 'schema'])(
    '%s --help says what it does, in both languages',
    async (verb) => {
      const french = await runJauge([verb, '--help']);
      const english = await runJauge([verb, '--help', '--lang', 'en']);
      expect(french).toMatchObject({ status: 0, stderr: '' });
      expect(french.stdout).toMatch(new RegExp(`^jauge ${verb}( FICHIER)? – `));
      expect(english.stdout).toMatch(new RegExp(`^jauge ${verb}( FILE)? – `));
      expect(english.stdout).not.toBe(french.stdout);
    },
  );
});

describe('check', () => {
  test('is 0 where the data are right, 1 where they are not, and annotates files on GitHub and GitLab', async () => {
    expect(await runJauge(['check', '--data', folderWith(good), '--lang', 'en'])).toMatchObject({
      status: 0,
      stdout: '1 contract, 2 tickets, 2 rows read: nothing to correct.\n',
      stderr: '',
    });
    const folder = folderWith(bad);
    const report = join(folder, 'quality.json');
    const { status, stdout } = await runJauge([
      'check',
      '--data',
      folder,
      '--github',
      '--gitlab',
      report,
      '--lang',
      'en',
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      `::error file=${folder}/demo/tickets/a.csv,line=2,col=5,title=date-unreadable::Unreadable date in “Date de résolution”, of the shape “aa”.`,
    );
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject([
      {
        check_name: 'date-unreadable',
        severity: 'blocker',
        location: { path: `${folder}/demo/tickets/a.csv`, lines: { begin: 2 } },
      },
    ]);
  });

  test('takes the data folder from JAUGE_DATA', async () => {
    expect(await runJauge(['check'], { env: { JAUGE_DATA: folderWith(good) } })).toMatchObject({ status: 0 });
    expect(await runJauge(['check'], { env: { JAUGE_DATA: '/nowhere' } })).toMatchObject({ status: 1 });
  });

  test('names the contracts that there are where one is asked for that is not', async () => {
    const { status, stderr } = await runJauge([
      'check',
      '--data',
      folderWith(good),
      '--contract',
      'other',
      '--lang',
      'en',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('Known contracts: demo.');
  });
});

describe('build', () => {
  test('gives the same bytes twice, whatever the zone of the machine', async () => {
    const out = folderWith({});
    await runJauge(['build', '--data', folderWith(good), '--out', join(out, 'a')]);
    await runJauge(['build', '--data', folderWith(good), '--out', join(out, 'b')], { env: { TZ: 'Pacific/Auckland' } });
    expect(existsSync(join(out, 'a/demo/2026-01/index.html'))).toBe(true);
    expect(fingerprint(join(out, 'b'))).toBe(fingerprint(join(out, 'a')));
  });

  test('that fails leaves the previous site as it was, and nothing beside it', async () => {
    const out = folderWith({});
    const site = join(out, 'site');
    expect(await runJauge(['build', '--data', folderWith(good), '--out', site])).toMatchObject({ status: 0 });
    const before = fingerprint(site);
    const failed = await runJauge(['build', '--data', folderWith(bad), '--out', site, '--lang', 'en']);
    expect(failed).toMatchObject({ status: 1, stderr: expect.stringContaining(`${site} was not changed.`) as string });
    const empty = await runJauge(['build', '--data', folderWith({}), '--out', site]);
    expect(empty).toMatchObject({ status: 1, stderr: expect.stringContaining('ne contient aucun contrat') as string });
    expect(fingerprint(site)).toBe(before);
    expect(readdirSync(out)).toEqual(['site']);
  });

  test('that is interrupted leaves the previous site as it was, and its status says so', async () => {
    const out = folderWith({});
    const site = join(out, 'site');
    const data = folderWith(good);
    await runJauge(['build', '--data', data, '--out', site]);
    const before = fingerprint(site);
    // The UCI data take seconds: whenever the interruption comes, it comes before the exchange.
    const { status } = await runJauge(['build', '--out', site], { interruptAfterMs: 1200 });
    expect(status).not.toBe(0);
    expect(fingerprint(site)).toBe(before);
    expect(readdirSync(out)).toEqual(['site']);
  });

  test('does not replace a folder that holds something else', async () => {
    const out = folderWith({});
    mkdirSync(join(out, 'photos'));
    writeFileSync(join(out, 'photos/cat.txt'), 'purr');
    const { status, stderr } = await runJauge([
      'build',
      '--data',
      folderWith(good),
      '--out',
      join(out, 'photos'),
      '--lang',
      'en',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('holds files that Jauge did not make');
    expect(readFileSync(join(out, 'photos/cat.txt'), 'utf8')).toBe('purr');
  });

  test('treats the text of an export as text', async () => {
    const hostile = '</td><script>alert(1)</script><img src=x onerror=alert(1)>';
    const data = folderWith({
      'demo/contract.yaml': CONTRACT(`note: ${JSON.stringify(hostile)}\n`),
      'demo/tickets/a.csv': EXPORT.replaceAll('"101"', `"${hostile}"`).replace('2026-01-05 11:00', '2026-02-05 11:00'),
    });
    const out = join(folderWith({}), 'site');
    expect(await runJauge(['build', '--data', data, '--out', out])).toMatchObject({ status: 0 });
    const page = readFileSync(join(out, 'demo/2026-01/index.html'), 'utf8');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.match(/&lt;script&gt;alert\(1\)/g)).toHaveLength(4);
  });
});

describe('seal', () => {
  const closed = { ...good, 'demo/contract.yaml': CONTRACT('cutoff: 2026-02-01\n') };

  test('keeps the figures of a month once, and a later build tells what has changed since', async () => {
    const folder = folderWith(closed);
    const seal = (more: readonly string[] = []) =>
      runJauge(['seal', '--data', folder, '--contract', 'demo', '--month', '2026-01', '--lang', 'en', ...more]);
    expect(await seal()).toMatchObject({ status: 0 });
    const file = join(folder, 'demo/published/2026-01.json');
    const first = readFileSync(file, 'utf8');
    expect(JSON.parse(first)).toMatchObject({ format: 'jauge-seal/1', contract: 'demo', month: '2026-01' });
    const again = await seal();
    expect(again.status).toBe(1);
    expect(again.stdout + again.stderr).toContain('--again');
    expect(readFileSync(file, 'utf8')).toBe(first);
    // A second ticket turns out to have been late.
    writeFileSync(join(folder, 'demo/tickets/a.csv'), EXPORT.replace('2026-01-05 11:00', '2026-01-05 17:00'));
    const out = join(folderWith({}), 'site');
    expect(await runJauge(['build', '--data', folder, '--out', out])).toMatchObject({ status: 0 });
    const { restated } = JSON.parse(readFileSync(join(out, 'demo/2026-01/report.json'), 'utf8')) as {
      restated: { changes: { kpi: string }[] };
    };
    expect(restated.changes.map(({ kpi }) => kpi)).toContain('compliance');
    expect(readFileSync(join(out, 'demo/2026-01/index.html'), 'utf8')).toContain('depuis sa présentation');
    expect(await seal(['--again'])).toMatchObject({ status: 0 });
    expect(readFileSync(file, 'utf8')).not.toBe(first);
  });

  test('refuses a month that is not over, and a seal that was edited stops the build', async () => {
    const folder = folderWith(good);
    const { status, stdout, stderr } = await runJauge([
      ...['seal', '--data', folder, '--contract', 'demo', '--month', '2026-01', '--lang', 'en'],
    ]);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('2026-01');
    expect(existsSync(join(folder, 'demo/published'))).toBe(false);
    const edited = folderWith({ ...closed, 'demo/published/2026-01.json': '{}' });
    expect(await runJauge(['check', '--data', edited])).toMatchObject({ status: 1 });
  });
});

describe('inspect', () => {
  test('says what is understood of an export: tool, bytes, rows, columns with samples, and what is not read', async () => {
    const folder = folderWith({
      'a.csv': `"ID";"Statut";"Date d'ouverture";"Demandeur";"Titre"
"101";"Clos";"13-01-2026 09:00";"Anne Martin";"Panne"
"102";"À l'étude";"04-02-2026 10:00";"Paul Petit";"Lenteur"
`,
    });
    const { status, stdout, stderr } = await runJauge(['inspect', join(folder, 'a.csv'), '--lang', 'en']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Tool: glpi, headings in French.');
    expect(stdout).toContain('Rows read: 2. Accepted: 2; merged: 0; rejected: 0.');
    expect(stdout).toContain('“13-01-2026 09:00” (line 2) reads in no other way; local times read in Europe/Paris');
    expect(stdout).toContain('“04-02-2026 10:00” → 2026-02-04T09:00:00Z (line 3)');
    expect(stdout).toContain('Columns about people, of which nothing is read: “Demandeur”.');
    expect(stdout).toContain("Statuses whose meaning is not known: “À l'étude”.");
    expect(stdout).not.toMatch(/Anne|Petit|Panne|Lenteur/);
  });

  test('as JSON gives the tickets; --zone says where the clock hung', async () => {
    const folder = folderWith({ 'a.csv': EXPORT });
    const { status, stdout } = await runJauge([
      'inspect',
      join(folder, 'a.csv'),
      '--json',
      '--zone',
      'America/Montreal',
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      tool: 'glpi',
      language: 'fr',
      encoding: 'utf-8',
      delimiter: ';',
      zone: 'America/Montreal',
      rows: { read: 2, accepted: 2, merged: 0, rejected: 0 },
      draft: null,
      problems: [],
      tickets: [
        { key: '101', status: 'Clos', statusClass: 'closed', created: '2026-01-05T14:00:00Z' },
        { key: '102', status: 'Nouveau', statusClass: 'new', resolved: null },
      ],
    });
  });

  test('drafts a mapping that the contract takes, for a file of no known tool', async () => {
    const unknown = `Réf,Déclaré le,Demandeur,Criticité,État,Rétabli le
A-1,2026-01-05 09:00,Anne,Haute,Traité,2026-01-05 11:00
A-2,hier,Paul,Basse,Nouveau,
`;
    const folder = folderWith({ 'a.csv': unknown });
    const { status, stdout } = await runJauge(['inspect', join(folder, 'a.csv'), '--lang', 'en']);
    expect(status).toBe(1);
    expect(stdout).toContain(`Unreadable date in “Déclaré le”, of the shape “aa”.`);
    const draft = stdout.slice(stdout.indexOf('sources:'), stdout.indexOf('\n\n', stdout.indexOf('sources:')));
    expect(draft).toBe(`sources:
  - tool: generic
    zone: Europe/Paris
    columns:
      key: Réf
      status: État
      priority: Criticité
      created: Déclaré le
      resolved: Rétabli le`);
    const data = folderWith({
      'demo/contract.yaml': CONTRACT(`${draft}\nstatuses: { closed: [Traité], new: [Nouveau] }\n`),
      'demo/tickets/a.csv': unknown.replace('hier', '2026-01-06 10:00'),
    });
    expect(await runJauge(['check', '--data', data, '--lang', 'en'])).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test('tells what is no export at all, and how it is used', async () => {
    const folder = folderWith({ 'a.csv': 'PK\u0003\u0004rest', 'b.csv': 'Nom,Prénom\nAnne,Martin\n' });
    expect(await runJauge(['inspect', join(folder, 'a.csv'), '--json'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('"tool": null') as string,
    });
    expect(await runJauge(['inspect', join(folder, 'b.csv'), '--lang', 'en'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('No known tool writes these headings: “Nom”, “Prénom”.') as string,
    });
    expect(await runJauge(['inspect', join(folder, 'none.csv')])).toMatchObject({ status: 1 });
    expect(await runJauge(['inspect'])).toMatchObject({ status: 2 });
    expect(await runJauge(['inspect', 'a.csv', 'b.csv'])).toMatchObject({ status: 2 });
    expect(await runJauge(['inspect', 'a.csv', '--zone', 'Europe/Pari'])).toMatchObject({ status: 2 });
  });
});
