import tseslint from 'typescript-eslint';

export default tseslint.config({
  files: ['**/*.ts'],
  extends: [...tseslint.configs.recommended],
  rules: {
    eqeqeq: 'error',
    'no-console': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    // What is taken out of a record, or given by a caller who knows more, may be passed over by name.
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
  },
});
