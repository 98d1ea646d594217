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

  test.each(['build', 'check', 'schema'])('%s --help says what it does, in both languages', async (verb) => {
    const french = await runJauge([verb, '--help']);
    const english = await runJauge([verb, '--help', '--lang', 'en']);
    expect(french).toMatchObject({ status: 0, stderr: '' });
    expect(french.stdout).toContain(`jauge ${verb} – `);
    expect(english.stdout).toContain(`jauge ${verb} – `);
    expect(english.stdout).not.toBe(french.stdout);
  });
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
      `::error file=${folder}/demo/tickets/a.csv,line=2,col=5,title=date-unreadable::Unreadable date “hier”`,
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
  }, 60_000);

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
  }, 60_000);

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
  }, 60_000);

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
    expect(page.match(/&lt;script&gt;alert\(1\)/g)).toHaveLength(2);
  }, 60_000);
});
