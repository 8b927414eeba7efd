import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..')

/** The list is a module that is not compiled for tests: it is asked in a process of its own. */
function listed(packages: Record<string, object>, read: object = {}) {
  const script = `import { listLicences } from ${JSON.stringify(join(root, 'config/tasks/licences.mjs'))}
    const rules = { allowed: ['MIT', 'ISC', 'Apache-2.0'], read: ${JSON.stringify(read)} }
    process.stdout.write(JSON.stringify(listLicences({ packages: ${JSON.stringify(packages)} }, rules)))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return JSON.parse(stdout) as { name: string; onServer: boolean; free: boolean }[]
}
const freeOf = (license?: string) => listed({ 'node_modules/a': { version: '1.0.0', license } })[0]?.free

it('every package of the lockfile has a free licence', () => {
  const script = `import { listLicences } from ${JSON.stringify(join(root, 'config/tasks/licences.mjs'))}
    import { readFileSync } from 'node:fs'
    const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
    const list = listLicences(read('package-lock.json'), read('config/packages.json').licences)
    process.stdout.write(JSON.stringify({ count: list.length, unfree: list.filter(({ free }) => !free) }))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
  const { count, unfree } = JSON.parse(stdout) as { count: number; unfree: object[] }
  expect(unfree).toEqual([])
  expect(count).toBeGreaterThan(1000)
})

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['Apache-2.0 AND MIT', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only', false],
  ['UNLICENSED', false],
  ['SEE LICENSE IN LICENSE', false],
  [undefined, false],
])('of licence %s: free is %s', (licence, free) => {
  expect(freeOf(licence)).toBe(free)
})

it('takes what a person has read for that version alone', () => {
  const packages = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b/node_modules/a': { version: '1.1.0' } }
  expect(listed(packages, { 'a@1.0.0': ['MIT', 'LICENSE'] }).map(({ free }) => free)).toEqual([true, false])
})

it('holds no reading of a package that is gone', () => {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown
  const { packages } = read('package-lock.json') as { packages: Record<string, { version: string }> }
  const { licences } = read('config/packages.json') as { licences: { read: object } }
  const there = new Set(
    Object.entries(packages).map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
  )
  expect(Object.keys(licences.read).filter((name) => !there.has(name))).toEqual([])
})
