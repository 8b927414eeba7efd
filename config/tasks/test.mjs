/** `npm test [suite …]`: all the set-up, then every suite whose services are here; says plainly what was left out. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureDependencies } from './dependencies.mjs'
import { root, say, tool } from './process.mjs'

await ensureDependencies()
const { CHECKS } = await import('./lint.mjs')
const { ensureBuilt } = await import('./builds.mjs')
const { findChromium, hasMysql, hasOwnMariadb, hasRedis, mysqlUrl, redisUrl } = await import('./services.mjs')

const results = join(root, 'node_modules/.cache/test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const mysql = await hasMysql()
const redis = await hasRedis()
const ownMariadb = hasOwnMariadb()
const chromium = findChromium()
const env = {
  TEST_DATABASES: mysql ? 'sqlite,mariadb' : 'sqlite',
  TEST_MYSQL_URL: mysqlUrl,
  TEST_REDIS_URL: redis ? redisUrl : '',
  CHROMIUM_PATH: chromium ?? '',
  NODE_ENV: 'test',
}
const leftOut = []
/** Of every suite, one after the other: what failed, and the first words of why. */
const failures = []
/** Longer is only the code around the line, which stands above. */
const WHY_LINES = 14

const shorten = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at .*(node_modules|node:)/.test(line))
    .slice(0, WHY_LINES)
    .map((line) => `      ${line}`)
    .join('\n')

function noteFailures(suite, report) {
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    for (const test of failed) {
      failures.push(`${suite}: ${file}: ${test.fullName}\n${shorten(test.failureMessages.join('\n'))}`)
    }
    // it broke before or beside its tests
    if (status === 'failed' && failed.length === 0) failures.push(`${suite}: ${file}\n${shorten(message)}`)
  }
}
if (!mysql) leftOut.push(`MySQL/MariaDB 部分（${new URL(mysqlUrl).host} 没有应答） the MySQL legs: nothing answers`)
if (!redis) {
  leftOut.push(
    `Redis 部分（${new URL(redisUrl).host} 没有应答，或没有 redis-server 命令） the Redis legs: nothing answers, or no redis-server`,
  )
}
if (!ownMariadb) {
  leftOut.push('自启 MariaDB 部分（未找到 mariadbd） a MariaDB of the tests’ own: no mariadbd, no mariadb-install-db')
}
if (!chromium) leftOut.push('浏览器部分（未找到 Chromium） the browser suite: no Chromium found')

async function checks() {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const waiting = [...CHECKS]
  // each keeps one core busy
  const inTurn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, check] = next
      const ok = (await check()) === 0
      if (!ok) failures.push(`static: ${name}`)
      counts[ok ? 'passed' : 'failed'] += 1
    }
  }
  await Promise.all([inTurn(), inTurn()])
  return counts
}

const jest =
  (project, builds = []) =>
  async () => {
    await ensureBuilt(builds)
    const output = join(results, `${project}.json`)
    // A fleet of processes meets on both.
    const missing = [...(mysql && redis ? [] : ['[fF]leet']), ...(ownMariadb ? [] : ['ownMariadb'])]
    const left = missing.length === 0 ? [] : ['--testPathIgnorePatterns', ...missing]
    const args = ['--config', 'config/jest.config.cjs', '--selectProjects', project, '--json', '--outputFile', output]
    const status = await tool('jest/bin/jest.js', [...args, ...left, '--maxWorkers', '2', '--silent=false'], {
      quiet: true,
      env,
    })
    try {
      const report = JSON.parse(readFileSync(output, 'utf8'))
      noteFailures(project, report)
      const broken =
        report.numRuntimeErrorTestSuites + (report.numTotalTests === 0 || (status !== 0 && report.success) ? 1 : 0)
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + broken,
        skipped: report.numPendingTests + report.numTodoTests,
      }
    } catch {
      failures.push(`${project}: jest left no report`)
      return { passed: 0, failed: 1, skipped: 0 }
    }
  }

const SUITES = {
  static: checks,
  unit: jest('unit'),
  store: jest('store'),
  api: jest('api'),
  delivery: jest('delivery'),
  crash: jest('crash'),
  weapp: jest('weapp', ['weapp']),
  ...(chromium ? { e2e: jest('e2e', ['server', 'admin', 'sandbox', 'h5']) } : {}),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in SUITES))
if (unknown.length > 0) {
  say(`没有这个测试组 No such suite: ${unknown.join(', ')} (${Object.keys(SUITES).join(', ')})`)
  process.exit(2)
}

const total = { passed: 0, failed: 0, skipped: 0 }
for (const name of asked.length > 0 ? asked : Object.keys(SUITES)) {
  const started = Date.now()
  let counts
  try {
    counts = await SUITES[name]()
  } catch (error) {
    say(error.message)
    failures.push(`${name}: ${error.message}`)
    counts = { passed: 0, failed: 1, skipped: 0 }
  }
  for (const key of Object.keys(total)) total[key] += counts[key]
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  say(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`)
}
for (const failure of failures) say(`未通过 Failed: ${failure}`)
for (const reason of leftOut) say(`未运行 Left out: ${reason}`)
if (leftOut.length > 0 && process.env.CI === 'true') total.failed += leftOut.length
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)
