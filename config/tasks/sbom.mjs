/**
 * `npm run sbom`: writes `dist/sbom.json`, a CycloneDX list of what a server gets (`npm ci --omit=dev`), as npm makes it
 * from the lockfile; with `--all` of what the builds use too. Needs no network.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './process.mjs'

const parts = process.argv.includes('--all') ? [] : ['--omit=dev']
const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', ...parts]
const { status, stdout, stderr } = spawnSync('npm', args, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 ** 2,
  shell: process.platform === 'win32',
})
if (status !== 0) {
  process.stderr.write(stderr)
  process.exit(status ?? 1)
}
const { components } = JSON.parse(stdout)
mkdirSync(join(root, 'dist'), { recursive: true })
writeFileSync(join(root, 'dist/sbom.json'), stdout)
say(`${components.length} 个组件，已写入 dist/sbom.json。 ${components.length} components, written to dist/sbom.json.`)
