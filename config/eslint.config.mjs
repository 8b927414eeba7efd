import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const CHINESE = '/[\\u4e00-\\u9fff]/'
const IN_BOTH = ':not(CallExpression[callee.name="t"] *, Property[key.name=/^(zh|en)$/] > *)'
const CHINESE_OUTSIDE_OF_T = [
  `JSXText[value=${CHINESE}]`,
  `Literal[value=${CHINESE}]${IN_BOTH}`,
  `TemplateElement[value.raw=${CHINESE}]${IN_BOTH}`,
]

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'node_modules/**', 'tests/artefacts/**', '.cache/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}', 'server/admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    // every word that the admin shows is there in both languages: t('中', 'English'), or a phrase { zh, en }
    files: ['server/admin/**/*.{ts,tsx}'],
    ignores: [
      '**/*.test.ts',
      'server/admin/ui/richtext/paste/samples/**',
      // what members read is Chinese, on the phone that is drawn and in the notice that is proposed
      'server/admin/features/house/*Preview.tsx',
      'server/admin/features/notices/{PhoneCard.tsx,noticeOffer.ts}',
      'server/admin/pages/editor/telling.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...CHINESE_OUTSIDE_OF_T.map((selector) => ({ selector, message: 'Words need English too: t(zh, en).' })),
        {
          selector: 'CallExpression[callee.name="t"]:not(:function *)',
          message: 'The language may change after the module was loaded: keep { zh, en } and call t while drawing.',
        },
      ],
    },
  },
  {
    files: ['**/*.cjs', '**/*.mjs', 'config/**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
