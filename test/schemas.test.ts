import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMAS, schemaText } from '../src/node/schemas.ts';

test.each(SCHEMAS)('public/schema/%s.schema.json is the one that the code gives (npm run jauge -- schema)', (name) => {
  const published = readFileSync(join(import.meta.dirname, `../public/schema/${name}.schema.json`), 'utf8');
  expect(published).toBe(schemaText(name));
});
