/** `jauge schema`: writes the JSON Schemas of what goes in and comes out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMAS, schemaText } from '../schemas.ts';
import { type Verb } from '../verb.ts';

export const schema: Verb = {
  options: ['out', 'lang'],
  out: 'public/schema',
  run: async ({ out }) => {
    mkdirSync(out, { recursive: true });
    for (const name of SCHEMAS) writeFileSync(join(out, `${name}.schema.json`), schemaText(name));
    return Promise.resolve(0);
  },
};
