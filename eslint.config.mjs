// Typed linting of the whole tree. Pure libs get stricter rules: no clock, no randomness.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const PURE_LIBS = [
  'money',
  'protocol',
  'engine',
  'fairness',
  'rake',
  'vip',
  'records',
  'integrity',
  'notifications',
];

export default defineConfig(
  {
    ignores: [
      ...['dist/', 'coverage/', '.cardroom/', 'k6/'],
      // Made by `npm run reference`.
      'libs/testing/src/client/rest-schema.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Nest modules are classes that hold only a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Nest and TypeORM declare options as classes and take literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `process.env['NAME']` is what the compiler asks for.
      '@typescript-eslint/dot-notation': 'off',
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Cards and ids need a named random source.',
        },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: PURE_LIBS.map((lib) => `libs/${lib}/src/**/*.ts`),
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Time is an argument of a pure function.' },
        { name: 'process', message: 'A pure lib has no process.' },
        { name: 'setTimeout', message: 'A pure lib has no timers.' },
      ],
    },
  },
  {
    files: ['tools/**/*.ts', 'bench/**/*.ts', 'libs/testing/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/*.abuse-spec.ts', 'libs/testing/**/*.ts'],
    rules: {
      // A describe block is as long as the rules it states.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
