/** What stands for a resolution that the tool does not print is said on every page that has its figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storyOf } from '../fixtures/stories.ts';
import { CONTRACT, folderWith } from '../folder.ts';
import { runJauge } from '../run.ts';

test('the closing that counts as a resolution, and a resolution that is not known', async () => {
  const contract = (id: string, more: string): string =>
    CONTRACT(`cutoff: 2026-04-01\n${more}`, id).replace('[Haute]', '[Haute, Medium]');
  const data = folderWith({
    'accepted/contract.yaml': contract('accepted', 'resolution: closed\n'),
    'accepted/tickets/list.csv': storyOf('hubspot').list,
    'untold/contract.yaml': contract('untold', ''),
    'untold/tickets/list.csv': storyOf('hubspot').list,
  });
  const out = join(folderWith({}), 'site');
  expect(await runJauge(['build', '--data', data, '--out', out])).toMatchObject({ status: 0 });
  const page = (path: string): string => readFileSync(join(out, path, 'index.html'), 'utf8').replace(/\s+/g, ' ');
  for (const path of ['accepted/2026-03', 'accepted/2026-03/synthese', 'accepted/2026-03/presentation'])
    expect(page(path), path).toContain('La clôture vaut résolution pour 6 tickets');
  expect(page('en/accepted/2026-03')).toContain('Closing counts as resolution for 6 tickets');
  // Beside each of the figures that the resolution enters into.
  expect(page('accepted/2026-03').split('la clôture vaut résolution').length).toBeGreaterThan(5);
  for (const path of ['untold/2026-03', 'untold/2026-03/synthese', 'untold/2026-03/presentation'])
    expect(page(path), path).toContain('L’export ne dit pas quand les tickets ont été résolus');
  expect(page('untold/2026-03')).not.toContain('la clôture vaut résolution');
  const report = JSON.parse(readFileSync(join(out, 'accepted/2026-03/report.json'), 'utf8')) as {
    data: { resolution: unknown };
  };
  expect(report.data.resolution).toEqual({ column: 0, history: 0, closing: 6, unknown: 0, clocks: ['resolve'] });
});
