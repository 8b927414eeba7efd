/**
 * `npm run -s bench:reads`: one JSON line with what a read and a search cost; see `tests/bench/reads/main.ts`.
 *
 * `npm run -s bench:delivery`: one JSON line with how much of the wire's speed the delivery engine keeps; see
 * `tests/bench/delivery/main.ts`.
 *
 * `npm run -s bench:soak`: one JSON line with what everything at once costs, and what was lost of it (nothing); see
 * `tests/bench/soak/main.ts`.
 *
 * `npm run -s bench:production`: one JSON line with what an installation without build tools weighs and does; see
 * `tests/bench/production/main.ts`.
 *
 * `npm run -s bench:miniapp`: one JSON line with the size of the WeChat package and what its first screen takes.
 * Kilobytes are of 1024 bytes. `main_kb` is what WeChat loads before the first page: everything outside sub-packages.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensureDependencies } from './dependencies.mjs'
import { root, tool } from './process.mjs'

const kilobytes = (bytes) => Math.round((bytes / 1024) * 10) / 10

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
}

function packageSizes() {
  const dist = join(root, 'dist/weapp')
  const { subPackages = [] } = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
  const files = filesOf(dist)
  const size = (names) => names.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0)
  const main = files.filter((name) => !subPackages.some((sub) => name.startsWith(`${sub.root.replace(/\/$/, '')}/`)))
  return { main_kb: kilobytes(size(main)), total_kb: kilobytes(size(files)) }
}

/** Scripts that a browser loads for the first page: those of the document and the chunks that home asks for. */
function webSize() {
  const dist = join(root, 'dist/h5')
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = [...page.matchAll(/src="\/?([^"]+\.js)"/g)].map(([, name]) => name)
  const home = filesOf(dist).filter(
    (name) =>
      name.endsWith('.js') &&
      (/(^|\/)common\./.test(name) || readFileSync(join(dist, name), 'utf8').includes('hero__welcome')),
  )
  const names = [...new Set([...named, ...home])]
  return {
    web_js_gz_kb: kilobytes(names.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0)),
  }
}

async function firstScreen() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const result = join(folder, 'result.json')
  const { projects } = (await import('../jest.config.cjs')).default
  const weapp = projects.find(({ displayName }) => displayName === 'weapp')
  const config = { ...weapp, roots: [join(root, 'tests/bench')], testMatch: ['**/miniapp.ts'], testTimeout: 60_000 }
  const args = ['--config', JSON.stringify(config), '--silent']
  try {
    const status = await tool('jest/bin/jest.js', args, { quiet: true, env: { BENCH_RESULT: result } })
    return status === 0 ? JSON.parse(readFileSync(result, 'utf8')) : {}
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bundled like the product's own programs, so that nothing is measured that does not run elsewhere. */
async function bundled(name) {
  const { build } = await import('esbuild')
  const outdir = join(root, 'node_modules/.cache/bench')
  await build({
    absWorkingDir: root,
    entryPoints: { [name]: `tests/bench/${name}/main.ts` },
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  return join(outdir, `${name}.js`)
}

function runBundle(program, args) {
  const profile =
    process.env.BENCH_PROFILE === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
  const { status } = spawnSync(process.execPath, [...profile, program, ...args, ...process.argv.slice(3)], {
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}

async function databasesHere() {
  const { hasMysql } = await import('./services.mjs')
  return (await hasMysql()) ? 'sqlite,mariadb' : 'sqlite'
}

async function delivery() {
  await ensureDependencies()
  const { hasRedis } = await import('./services.mjs')
  const databases = await databasesHere()
  const parts = databases.includes('mariadb') && (await hasRedis()) ? 'ratios,workers,million' : 'ratios,million'
  runBundle(await bundled('delivery'), ['--db', databases, '--parts', parts])
}

async function reads() {
  await ensureDependencies()
  runBundle(await bundled('reads'), ['--db', await databasesHere()])
}

async function soak() {
  await ensureDependencies()
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/bench/soak/main.ts', '--db', await databasesHere(), ...process.argv.slice(3)],
    { stdio: 'inherit', cwd: root },
  )
  process.exit(status ?? 1)
}

async function production() {
  await ensureDependencies()
  const { ensureBuilt } = await import('./builds.mjs')
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  await ensureBuilt(['server', 'admin', 'sandbox', 'h5'])
  process.stdout.write = write
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/production/main.ts'], {
    stdio: 'inherit',
    cwd: root,
  })
  process.exit(status ?? 1)
}

async function miniapp() {
  // One JSON line is all that may reach the output; what the builds say goes to the side.
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  await ensureDependencies()
  const { ensureBuilt } = await import('./builds.mjs')
  await ensureBuilt(['weapp', 'h5'])
  write(`${JSON.stringify({ ...packageSizes(), ...(await firstScreen()), ...webSize() })}\n`)
}

const subjects = { miniapp, delivery, reads, soak, production }
const subject = process.argv[2] ?? ''
if (!Object.hasOwn(subjects, subject)) {
  process.stderr.write(`没有这个基准 No such benchmark: ${subject} (${Object.keys(subjects).join(', ')})\n`)
  process.exit(2)
}
await subjects[subject]()
