import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only.',
}

/** `src` computes from what it is given: the shells pass in time, chance and the network. */
const impure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'src has no clock: take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'src has no clock: take the time as an argument.',
  },
]
const impureProperties = [
  { object: 'Date', property: 'now', message: 'src has no clock.' },
  { object: 'performance', property: 'now', message: 'src has no clock.' },
  { object: 'Math', property: 'random', message: 'src has no chance.' },
  { object: 'crypto', property: 'randomUUID', message: 'src has no chance.' },
]

export default defineConfig(
  globalIgnores(['dist', '.cache', 'test-results', 'playwright-report', 'test/corpus', 'public']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A default is a choice; the house's `assertNever` in it makes the compiler check the rest.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // Strings of a text are iterated by code unit on purpose, and indexed access is typed as it is.
      '@typescript-eslint/no-misused-spread': 'off',
      'no-restricted-syntax': ['error', noDefaultExport],
      // YAML forbids control characters, so its readers name them.
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // A cast that narrows is a promise nobody checks: use a guard.
    files: ['{src,app}/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-unsafe-type-assertion': 'error' },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/gateway/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'src has no network: take `send`.' },
      ],
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-syntax': ['error', noDefaultExport, ...impure],
    },
  },
  { files: ['app/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    // Vite, Vitest, Playwright and ESLint ask for the default export of their configuration.
    files: ['*.config.{ts,js}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Plain Node scripts: `tsc` knows their globals, and JSON of npm and the test runners is read without types.
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off' },
  },
)
