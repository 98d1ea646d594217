/** `jauge seal`: keeps the figures of a month as they were presented. */
import { HELP } from '../../texts/command-line.ts';
import { speak } from '../../texts/index.ts';
import { sealMonth } from '../seal.ts';
import { FAILED, MISUSED, printProblems, type Verb } from '../verb.ts';

export const seal: Verb = {
  options: ['data', 'contract', 'month', 'again', 'lang'],
  run: async (settings) => {
    const { data, lang, only, month, again } = settings;
    if (only === undefined || month === undefined) {
      console.error(HELP.seal[lang]);
      return MISUSED;
    }
    const { problems, sealed } = await sealMonth(data, only, month, again);
    printProblems(problems, settings);
    if (sealed === null) return FAILED;
    console.log(speak(lang).t.terminal.sealed(sealed));
    return 0;
  },
};
