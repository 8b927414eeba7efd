import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** What is promised for a slow office line: the built admin before somebody writes. */
const DIST = path.join(__dirname, '../../dist/admin')
const MOST_KB = 400

const read = (name: string): string => readFileSync(path.join(DIST, 'assets', name), 'utf8')
const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name)

/** The scripts of the page, and whatever they import before they run. */
function closure(names: string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    if (seen.has(name)) continue
    seen.add(name)
    // static imports alone: `import(…)` is asked for when somebody goes there
    closure(named(read(name), /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g), seen)
  }
  return seen
}

const page = readFileSync(path.join(DIST, 'index.html'), 'utf8')
const first = named(page, /(?:src|href)="\/admin\/assets\/([\w.-]+\.js)"/g)
const entry = first.find((name) => name.startsWith('index-')) ?? ''
const screens = [...new Set(named(read(entry), /import\(["'`]\.\/([\w.-]+Page-[\w-]+\.js)["'`]\)/g))]
const kilobytes = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(read(name)).length, 0) / 1024

it('knows the screens of the build', () => {
  expect(entry).not.toBe('')
  expect(screens.length).toBeGreaterThan(10)
})

it('loads at most 400 KB of script, gzipped, for any screen but the editor', () => {
  const sizes = screens
    .filter((name) => !name.startsWith('EditorPage'))
    .map((name) => [name.split('-')[0] ?? '', Math.round(kilobytes(closure([...first, name])))] as const)
  expect(sizes.filter(([, size]) => size > MOST_KB)).toEqual([])
})

it('keeps the editor’s own scripts away until somebody writes', () => {
  const editor = screens.find((name) => name.startsWith('EditorPage')) ?? ''
  const others = closure([...first, ...screens.filter((name) => name !== editor)])
  expect(editor).not.toBe('')
  expect([...others].filter((name) => /ProseMirror/.test(read(name)))).toEqual([])
})
