/**
 * `npm run audit:packages`: asks the registry for known faults of the packages that a server gets, from "high" on. Exit
 * code 1 when there is one that `knownAdvisories` in `config/packages.json` does not excuse: `{ "id": "GHSA-…", "until":
 * "2027-01-31", "reason": "…" }`, good up to and with that day (UTC). When the registry cannot be asked (no network, or a
 * mirror that does not know this question) it says so and does not fail; with `--strict` it ends with 2.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './process.mjs'

const SERIOUS = ['high', 'critical']
/** Longer is a registry that hangs, in milliseconds. */
const PATIENCE_MS = 60_000

function ask() {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=30000']
  const { stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
    timeout: PATIENCE_MS,
    shell: process.platform === 'win32',
  })
  try {
    const report = JSON.parse(stdout)
    if (report.vulnerabilities !== undefined) return { report }
    return { why: report.message ?? report.error?.summary ?? stdout.trim() }
  } catch {
    return { why: (stderr ?? '').trim().split('\n').at(-1) || '没有回答 no answer' }
  }
}

/** Each serious advisory once; a package that only takes another's fault over names it as text. */
function advisoriesOf(report) {
  const all = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((cause) => typeof cause === 'object'),
  )
  const serious = all.filter(({ severity }) => SERIOUS.includes(severity))
  return [...new Map(serious.map((cause) => [cause.url.split('/').at(-1), cause])).entries()]
}

const { report, why } = ask()
if (report === undefined) {
  say(
    `未能检查软件包的已知漏洞：软件源没有回答（${why}）。 NOT CHECKED for known faults: the registry cannot be asked.`,
  )
  say('可改用 npmjs 官方源再试： Try with the registry of npmjs: npm_config_registry=https://registry.npmjs.org/')
  process.exit(process.argv.includes('--strict') ? 2 : 0)
}
const file = process.env.PACKAGES_FILE ?? join(root, 'config/packages.json')
const { knownAdvisories } = JSON.parse(readFileSync(file, 'utf8'))
const today = new Date().toISOString().slice(0, 10)
let open = 0
for (const [id, { name, severity, title, url }] of advisoriesOf(report)) {
  const excuse = knownAdvisories.find((known) => known.id === id)
  if (excuse !== undefined && excuse.until >= today) {
    say(`已知并暂缓 Known, until ${excuse.until}: ${name} ${id}: ${excuse.reason}`)
    continue
  }
  open += 1
  const expired = excuse === undefined ? '' : `（暂缓已于 ${excuse.until} 到期 the excuse has run out）`
  say(`漏洞 ${severity}: ${name}: ${title}${expired} ${url}`)
}
say(
  open === 0
    ? '没有未处理的高危漏洞。 No serious fault is open.'
    : `${open} 个高危漏洞未处理。 ${open} serious faults are open.`,
)
process.exit(open === 0 ? 0 : 1)
