/** `jauge pdf`: prints a month or a year of the built site. */
import { HELP } from '../../texts/command-line.ts';
import { FAILED, MISUSED, printProblems, type Verb } from '../verb.ts';

export const pdf: Verb = {
  options: ['out', 'contract', 'month', 'lang'],
  run: async (settings) => {
    const { out, lang, only, month } = settings;
    if (only === undefined) {
      console.error(HELP.pdf[lang]);
      return MISUSED;
    }
    // The browser takes its time to load, which the other verbs need not wait for.
    const { printPages } = await import('../pdf.ts');
    const { problems, files } = await printPages(out, only, month);
    printProblems(problems, settings);
    for (const file of files) console.log(file);
    return problems.length ? FAILED : 0;
  },
};
