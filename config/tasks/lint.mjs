/** `npm run lint`: style, import zones and cycles, formatting, types. Each is an error. */
import { ensureDependencies } from './dependencies.mjs'
import { run, tool } from './process.mjs'

export const CHECKS = [
  ['eslint', () => tool('eslint/bin/eslint.js', ['--config', 'config/eslint.config.mjs', '--max-warnings', '0', '.'])],
  [
    'import zones and cycles',
    () =>
      tool(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        ['--config', 'config/zones.cjs', 'client', 'server', 'shared', 'config/environment.ts', 'tests'],
        { quiet: true },
      ),
  ],
  ['formatting', () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])],
  ...['server', 'client', 'server/admin', 'server/wechat/sandbox/phone', 'tests'].map((project) => [
    `types of ${project}`,
    () => tool('typescript/bin/tsc', ['-p', project]),
  ]),
  // no finding where the registry cannot be asked; it says so
  ['known faults of packages', () => run(process.execPath, ['config/tasks/auditPackages.mjs'])],
]

if (process.argv[1]?.endsWith('lint.mjs')) {
  await ensureDependencies()
  let failed = 0
  for (const [name, check] of CHECKS) {
    const status = await check()
    process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}\n`)
    if (status !== 0) failed += 1
  }
  process.exit(failed === 0 ? 0 : 1)
}
