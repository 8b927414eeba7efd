import { percentOf, sizeWords } from './words'

test('a size is said in the unit that one reads at a glance', () => {
  expect([0, 900, 1536, 13_000_000, 250_000_000, 3 * 1024 ** 3].map(sizeWords)).toEqual([
    '0 B',
    '900 B',
    '1.5 KB',
    '12.4 MB',
    '238 MB',
    '3.0 GB',
  ])
})

test('the bar of a backup only ever grows', () => {
  const run = { task: 'backup', kind: 'manual', state: 'running', file: 'a.bak', error: null } as const
  const at = (phase: 'tables' | 'files' | 'verify', done: number, total: number) =>
    percentOf({ ...run, id: '', startedAt: '', finishedAt: null, phase, done, total })
  const bar = [at('tables', 0, 0), at('tables', 5, 10), at('tables', 20, 10), at('files', 1, 10), at('files', 10, 10)]
  bar.push(at('verify', 0, 1))
  expect([...bar].sort((a, b) => a - b)).toEqual(bar)
})
