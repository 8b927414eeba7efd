import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '..')

interface Component {
  'bom-ref': string
  hashes?: { alg: string }[]
}

it('the list of components has each package that a server gets, with its bytes, and none of the builds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-test-'))
  try {
    const out = join(folder, 'sbom.json')
    const { status } = spawnSync(process.execPath, ['config/tasks/sbom.mjs', '--out', out], { cwd: root })
    expect(status).toBe(0)
    const bom = JSON.parse(readFileSync(out, 'utf8')) as { bomFormat: string; components: Component[] }
    expect(bom.bomFormat).toBe('CycloneDX')
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; dev?: boolean }>
    }
    const onServer = Object.entries(packages)
      .filter(([path, { dev }]) => path !== '' && dev !== true)
      .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`)
    const listed = bom.components.map((component) => component['bom-ref'].split('|').at(-1))
    expect([...new Set(listed)].sort()).toEqual([...new Set(onServer)].sort())
    expect(bom.components.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512')).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
