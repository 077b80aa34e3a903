import tseslint from 'typescript-eslint';

export default tseslint.config({
  files: ['**/*.ts'],
  extends: [...tseslint.configs.strictTypeChecked],
  languageOptions: {
    parserOptions: { project: './tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname },
  },
  rules: {
    eqeqeq: 'error',
    'no-console': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    // Numbers are written as they are; what must not slip into a sentence is an object, null or undefined.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // `return refuse(…)` says in one line that something is reported and that there is no value.
    '@typescript-eslint/no-confusing-void-expression': 'off',
    // `[...text]` is how characters beyond the basic plane stay whole.
    '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    // A type with a name says more than a default that is left out.
    '@typescript-eslint/no-unnecessary-type-arguments': 'off',
    // What is taken out of a record, or given by a caller who knows more, may be passed over by name.
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
  },
});
