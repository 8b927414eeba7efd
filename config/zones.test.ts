import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(__dirname, '..')
const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
let folder: string

/** Lays a small house out of the given files and returns the names of the rules that it breaks. */
function brokenRules(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const run = spawnSync(
    process.execPath,
    [cli, '--config', join(root, 'config/zones.cjs'), '--output-type', 'json', 'client', 'server', 'shared'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  const report = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string } }[] } }
  return [...new Set(report.summary.violations.map((violation) => violation.rule.name))].sort()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zones-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const room of ['client', 'server', 'shared']) mkdirSync(join(folder, room))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('lets every room import what the map allows', () => {
  const rules = brokenRules({
    'shared/contract/index.ts':
      "import { z } from 'zod'\nimport { a } from '../domain/a'\nexport const b = z.literal(a)",
    'shared/domain/a.ts': 'export const a = 1',
    'client/page.ts': "import type { b } from '../shared/contract'\nexport type B = typeof b",
    'server/features/articles/ports.ts': "import { a } from '../../../shared/domain/a'\nexport const port = a",
    'server/store/articles.ts': "import { port } from '../features/articles/ports'\nexport const store = port",
    'server/main/web.ts': "import { store } from '../store/articles'\nexport const main = store",
  })
  expect(rules).toEqual([])
})

it('refuses each way round the map', () => {
  const rules = brokenRules({
    'shared/contract/index.ts': "import { z } from 'zod'\nexport const b = z.literal(1)",
    'shared/domain/a.ts': "import { z } from 'zod'\nexport const a = z",
    'server/kernel/k.ts': "import { w } from '../main/w'\nexport const k = w",
    'server/main/w.ts': 'export const w = 1',
    'server/features/articles/use.ts': "import { other } from '../events/use'\nexport const use = other",
    'server/features/events/use.ts': "import { use } from '../articles/use'\nexport const other = use",
    'server/delivery/engine.ts': "import { DataSource } from 'typeorm'\nexport const e = DataSource",
    'server/store/queue.ts': "import { Queue } from 'bullmq'\nexport const q = Queue",
    'server/wakeup/wakeup.ts':
      "import { Queue } from 'bullmq'\nimport { e } from '../delivery/engine'\nexport const u = [Queue, e]",
    'client/page.ts':
      "import { b } from '../shared/contract'\nimport { k } from '../server/kernel/k'\nexport const p = [b, k]",
  })
  expect(rules).toEqual([
    'client',
    'clients-without-zod',
    'engine-plain',
    'features-apart',
    'kernel',
    'main-on-top',
    'no-cycle',
    'pure-shared',
    'redis-in-wakeup',
    'wakeup',
  ])
})
