/** `jauge check`: reads the data and says all that is wrong with them, without writing anything. */
import { writeFileSync } from 'node:fs';
import { hasErrors } from '../../domain/problem.ts';
import { speak } from '../../texts/index.ts';
import { readData } from '../folder.ts';
import { renderGitlab } from '../terminal.ts';
import { FAILED, printProblems, type Verb } from '../verb.ts';

export const check: Verb = {
  options: ['data', 'contract', 'lang', 'github', 'gitlab'],
  run: async (settings) => {
    const { data, lang } = settings;
    const { t, format } = speak(lang);
    const { contracts, problems } = await readData(data, settings.only);
    if (settings.gitlab !== undefined) writeFileSync(settings.gitlab, renderGitlab(problems, data, lang));
    printProblems(problems, settings);
    if (hasErrors(problems)) return FAILED;
    const readings = contracts.flatMap((folder) => (folder.state === 'read' ? [folder.reading] : []));
    const tickets = readings.reduce((sum, { table }) => sum + table.count, 0);
    const rows = readings.flatMap(({ accounting }) => accounting).reduce((sum, { read }) => sum + read, 0);
    if (!problems.length) console.log(t.terminal.fine(contracts.length, format.number(tickets), format.number(rows)));
    return 0;
  },
};
