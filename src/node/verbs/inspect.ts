/** `jauge inspect`: says what is understood of one export. */
import { hasErrors } from '../../domain/problem.ts';
import { inspectFile, inspectionJson, inspectionText } from '../inspect.ts';
import { FAILED, type Verb } from '../verb.ts';

export const inspect: Verb = {
  options: ['json', 'zone', 'lang'],
  takesFile: true,
  run: async ({ file, zone, lang, json }) => {
    const found = await inspectFile(file, zone);
    console.log(
      json
        ? inspectionJson(found, lang).trimEnd()
        : inspectionText(found, lang, process.stdout.isTTY && process.stdout.hasColors()),
    );
    return hasErrors(found.problems) ? FAILED : 0;
  },
};
