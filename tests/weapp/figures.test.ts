import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { DIST } from './host/sandboxPhone'
import { startServer, type RunningServer } from './host/server'
import { measureAppend, measureFirstScreen, publishMany } from './support/figures'

/** What is promised for a phone; the bench prints the same figures. */
let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const sizeOf = (wanted: (name: string) => boolean): number =>
  (readdirSync(DIST, { recursive: true }) as string[])
    .filter(wanted)
    .map((name) => statSync(path.join(DIST, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0) / 1024

it('loads at most 300 KB before the first page, and 600 KB in all', () => {
  const { subPackages } = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  expect(sizeOf((name) => !subPackages.some(({ root }) => name.startsWith(`${root}/`)))).toBeLessThanOrEqual(300)
  expect(sizeOf(() => true)).toBeLessThanOrEqual(600)
})

it('opens the first screen with one request, three drawings and a small page', async () => {
  const figures = await measureFirstScreen(server)
  expect(figures.first_requests).toBe(1)
  expect(figures.first_setdata_calls).toBeLessThanOrEqual(3)
  expect(figures.first_setdata_kb).toBeLessThanOrEqual(24)
  expect(figures.first_nodes).toBeLessThanOrEqual(400)
  expect(figures.max_depth).toBeLessThan(25)
})

it('sends the new rows alone when a long list grows', async () => {
  await publishMany(server)
  const { append_setdata_kb, rows } = await measureAppend(server)
  expect(rows).toBe(20)
  // Twenty rows of about half a kilobyte; the two hundred above them would be ten times that.
  expect(append_setdata_kb).toBeLessThanOrEqual(24)
})
