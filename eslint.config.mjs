import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'lib/', 'node_modules/', 'coverage/'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages are read by people; there is nothing to guard.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      'no-nested-ternary': 'error',
      '@typescript-eslint/no-shadow': 'error',
      // A port is an interface of async methods; an in-memory one need not await.
      '@typescript-eslint/require-await': 'off'
    }
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.scripts.json' } }
  },
  // What tsconfig.scripts.json leaves out has no types yet.
  {
    files: ['__tests__/real/**/*.mjs', '__tests__/answers/*.mjs', '__tests__/sequencer.js'],
    extends: [tseslint.configs.disableTypeChecked]
  }
);
