/**
 * `npm run licences`: writes `dist/licences.csv` with every package of the lockfile and its licence; exit code 1 when one is
 * not on the list of free licences in `config/packages.json`. Needs neither network nor an installation: whoever makes a
 * package says its licence, the lockfile keeps it, and what it leaves out a person has read (`read`).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './process.mjs'

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** Whether an expression of SPDX allows use under the list alone. Knows AND, OR and brackets around the whole. */
export function isAllowed(expression, allowed) {
  const plain = expression.replace(/^\((.*)\)$/, '$1')
  if (/[()]| WITH /.test(plain)) return false
  return plain.split(' OR ').some((part) => part.split(' AND ').every((name) => allowed.includes(name.trim())))
}

/** Every package once: name, version, licence, whether a server gets it, whether the licence is free. */
export function listLicences(lock, { allowed, read }) {
  const entries = Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const licence = read[`${name}@${entry.version}`]?.[0] ?? entry.license ?? ''
      return { name, version: entry.version, licence, onServer: !entry.dev, free: isAllowed(licence, allowed) }
    })
  const once = new Map()
  for (const entry of entries) {
    const key = `${entry.name}@${entry.version}`
    once.set(key, { ...entry, onServer: entry.onServer || (once.get(key)?.onServer ?? false) })
  }
  return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

if (process.argv[1]?.endsWith('licences.mjs')) {
  const list = listLicences(readJson('package-lock.json'), readJson('config/packages.json').licences)
  const quoted = (value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  const lines = list.map(({ name, version, licence, onServer }) =>
    [name, version, licence, onServer ? 'server' : 'build'].map(quoted).join(','),
  )
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist/licences.csv'), ['package,version,licence,where', ...lines, ''].join('\n'))
  const counts = new Map()
  for (const { licence } of list) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1]))
    say(`${String(count).padStart(5)}  ${licence}`)
  const unknown = list.filter(({ free }) => !free)
  for (const { name, version, licence } of unknown) {
    say(`许可证未知或不在允许之列 Not a licence on the list: ${name}@${version} (${licence || '无 none'})`)
  }
  say(`${list.length} 个软件包，详见 dist/licences.csv。 ${list.length} packages; see dist/licences.csv.`)
  process.exit(unknown.length === 0 ? 0 : 1)
}
