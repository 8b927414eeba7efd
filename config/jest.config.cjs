const { join } = require('node:path')

const rootDir = join(__dirname, '..')
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

const project = (displayName, roots, more = {}) => ({
  displayName,
  rootDir,
  roots: roots.map((root) => join(rootDir, root)),
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  transform: { '\\.tsx?$': swc, 's3mini.*\\.mjs$': swc },
  // It is a module and nothing else, and Jest runs what it tests as CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!s3mini/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  ...more,
})

module.exports = {
  rootDir,
  cacheDirectory: join(rootDir, 'node_modules/.cache/jest'),
  projects: [
    project('unit', ['shared', 'server', 'client', 'config']),
    project('store', ['tests/contracts']),
    project('api', ['tests/api']),
    project('delivery', ['tests/delivery']),
    project('crash', ['tests/crash']),
    project('weapp', ['tests/weapp'], { testEnvironment: 'jsdom' }),
    project('e2e', ['tests/e2e']),
  ],
  // only a hang takes longer, however slow and busy the machine is
  testTimeout: 300_000,
}
