/**
 * `npm run sbom [-- --out FILE]`: writes `dist/sbom.json`, a CycloneDX list of what a server gets, as npm makes it from the
 * lockfile. Needs no network. npm is shown a manifest and a lockfile without what only builds need: its own `--omit=dev`
 * also leaves out each package that a build tool shares with the server (a hundred, among them zod).
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root, say } from './process.mjs'

const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist/sbom.json') } } })
const readJson = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'))

const { devDependencies: _builds, ...manifest } = readJson('package.json')
const { packages, ...lock } = readJson('package-lock.json')
const { devDependencies: _lockedBuilds, ...own } = packages['']
const kept = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true)

const folder = mkdtempSync(join(tmpdir(), 'sbom-'))
try {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  const shown = { ...lock, packages: { '': own, ...Object.fromEntries(kept) } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(shown))
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(stderr)
  const { components } = JSON.parse(stdout)
  const out = resolve(values.out)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, stdout)
  say(`${components.length} 个组件，已写入 ${out}。 ${components.length} components written.`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
