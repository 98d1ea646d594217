import { fileURLToPath } from 'node:url';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tsconfigRootDir = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.build/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.astro'],
    extends: [tseslint.configs.strict, astro.configs.recommended],
  },
  {
    files: ['**/*.ts', '**/*.astro'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // An index that the surrounding code has bounded is not a guess; the compiler asks for the mark either way.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Numbers that say what they count are numbers, which the compiler knows and this rule does not.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
    },
  },
  {
    // The input of a case is JSON of its kind's own shape, which the README of the vectors states.
    files: ['test/vector-kinds/*.ts'],
    rules: Object.fromEntries(
      [
        'no-explicit-any',
        'restrict-plus-operands',
        'no-unsafe-argument',
        'no-unsafe-assignment',
        'no-unsafe-call',
        'no-unsafe-member-access',
        'no-unsafe-return',
      ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
    ),
  },
  {
    // The compiler of these rules does not read components; `astro check` does.
    files: ['test/components/*.test.ts'],
    rules: Object.fromEntries(
      ['no-unsafe-argument', 'no-unsafe-assignment', 'no-unnecessary-type-assertion'].map((rule) => [
        `@typescript-eslint/${rule}`,
        'off',
      ]),
    ),
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/node/cli.ts', 'src/node/dev.ts', 'src/node/verb.ts', 'src/node/verbs/*.ts'],
    rules: { 'no-console': 'error' },
  },
);
