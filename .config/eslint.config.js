import tseslint from 'typescript-eslint';

const off = (...rules) => Object.fromEntries(rules.map((rule) => [`@typescript-eslint/${rule}`, 'off']));

export default tseslint.config(
  // It belongs to no project of the compiler.
  { ignores: ['.config/vitest.config.ts'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './.config/tsconfig.web.json'],
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers are written as they are; what must not slip into a sentence is an object, null or undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `[...text]` is how characters beyond the basic plane stay whole.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // What is taken out of a record, or given by a caller who knows more, may be passed over by name.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      // `return refuse(…)` says in one line that something is reported and that there is no value.
      ...off('no-confusing-void-expression'),
      // A type with a name says more than a default that is left out.
      ...off('no-unnecessary-type-arguments'),
    },
  },
  {
    // Scripts that Node runs as they are, so without types.
    files: ['**/*.mjs', '**/*.config.js'],
    extends: [...tseslint.configs.strict],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'TextDecoder',
          'URL',
          'clearInterval',
          'clearTimeout',
          'console',
          'performance',
          'process',
          'setInterval',
          'setTimeout',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { eqeqeq: 'error', 'no-undef': 'error', 'no-unreachable': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests look into JSON as it was printed, and into libraries that have no types.
      ...off('no-unsafe-assignment', 'no-unsafe-argument', 'no-unsafe-call', 'no-unsafe-member-access'),
      ...off('no-base-to-string', 'unbound-method'),
      // Tests doubt what types promise, and say by `void` that a value is of no interest.
      ...off('no-unnecessary-condition', 'no-meaningless-void-operator', 'no-unnecessary-type-parameters'),
      // What is not asynchronous stands in for what is.
      ...off('require-await'),
      // Formulas are computed by JavaScript as well, and workbooks are spoiled on purpose.
      ...off('no-implied-eval', 'no-dynamic-delete'),
    },
  },
);
