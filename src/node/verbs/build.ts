/** `jauge build`: reads the data and makes the site. */
import { speak } from '../../texts/index.ts';
import { FAILED, printProblems, type Verb } from '../verb.ts';

export const build: Verb = {
  options: ['data', 'out', 'contract', 'lang', 'github'],
  run: async (settings) => {
    const { data, out, lang } = settings;
    const { t } = speak(lang);
    // Astro takes a second to load, which the other verbs need not wait for.
    const { buildSite } = await import('../build.ts');
    const result = await buildSite({ data, out, ...(settings.only === undefined ? {} : { only: settings.only }) });
    printProblems(result.problems, settings);
    if (!result.published) {
      console.error(t.terminal.untouched(out));
      return FAILED;
    }
    console.log(t.terminal.built(result.pages, result.reports, out));
    return 0;
  },
};
