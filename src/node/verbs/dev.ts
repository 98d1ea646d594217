/** `jauge dev`: shows the site while one works on it. */
import { speak } from '../../texts/index.ts';
import { printProblems, type Verb } from '../verb.ts';

export const dev: Verb = {
  options: ['data', 'contract', 'lang'],
  run: async (settings) => {
    const { data, only, lang } = settings;
    // Astro takes a second to load, which the other verbs need not wait for.
    const { serve } = await import('../dev.ts');
    const { address } = await serve({
      data,
      ...(only === undefined ? {} : { only }),
      tell: (problems) => printProblems(problems, settings),
    });
    console.log(speak(lang).t.terminal.serving(address));
    return 0;
  },
};
