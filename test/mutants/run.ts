/**
 * `npm run mutants [-- WORDS]`: plants each bug of the list (or those whose name holds the words) in a copy of the project
 * and says which test catches it. Minutes, so that no landing waits for it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUTANTS } from './mutants.ts';

const root = join(import.meta.dirname, '../..');
const words = process.argv.slice(2).join(' ');
// Below the project, whose packages it finds.
mkdirSync(join(root, '.build'), { recursive: true });
const copy = mkdtempSync(join(root, '.build', 'mutants-'));
const vitest = (): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--config', 'test/vitest.config.ts', '--project', 'code', '--project', 'components', '--bail', '1'],
    ],
    { cwd: copy, env: { ...process.env, PLANTED: '1' }, encoding: 'utf8', timeout: 600_000, maxBuffer: 1 << 28 },
  );
try {
  for (const file of execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\n'))
    if (file !== '') cpSync(join(root, file), join(copy, file), { recursive: true });
  // Without a bug all is well, or nothing would be said by a failure.
  const sound = vitest();
  if (sound.status !== 0) throw new Error(`${sound.stdout}${sound.stderr}`.slice(-2000));
  let missed = 0;
  const chosen = MUTANTS.filter(({ name }) => name.includes(words));
  for (const { name, file, find, replace } of chosen) {
    const path = join(copy, 'src', file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2)
      throw new Error(`${name}: the code to change stands ${text.split(find).length - 1} times in ${file}`);
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
    const { status, stdout, stderr } = vitest();
    writeFileSync(path, text);
    const by = /FAIL.*?(test\/\S+\.test\.ts)/.exec(`${stdout}${stderr}`.replace(/\u001b\[[0-9;]*m/g, ''))?.[1];
    if (status === 0) missed++;
    console.log(`${status === 0 ? 'MISSED' : 'caught'}  ${name}${by === undefined ? '' : `  (${by})`}`);
  }
  console.log(`\n${chosen.length - missed} caught, ${missed} missed of ${chosen.length}`);
  process.exitCode = missed ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
