import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the task beside an `npm` that answers this, with these advisories excused. */
function audit(answer: object, knownAdvisories: object[] = [], args: string[] = []) {
  writeFileSync(join(folder, 'answer.json'), JSON.stringify(answer))
  writeFileSync(join(folder, 'packages.json'), JSON.stringify({ knownAdvisories }))
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\ncat "${folder}/answer.json"\nexit 1\n`)
  chmodSync(join(folder, 'npm'), 0o755)
  const env = { PATH: `${folder}:${process.env.PATH}`, PACKAGES_FILE: join(folder, 'packages.json') }
  const { status, stdout } = spawnSync(process.execPath, ['config/tasks/auditPackages.mjs', ...args], {
    ...{ cwd: root, env: env as NodeJS.ProcessEnv, encoding: 'utf8' },
  })
  return { status, said: stdout }
}

const advisory = (severity: string) => ({
  ...{ source: 1, name: 'leaky', severity, title: 'It leaks', range: '<2.0.0' },
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
})
const found = (severity: string) => ({
  vulnerabilities: {
    leaky: { name: 'leaky', severity, via: [advisory(severity)] },
    above: { name: 'above', severity, via: ['leaky'] },
  },
})
const excuse = (until: string) => ({ id: 'GHSA-aaaa-bbbb-cccc', until, reason: 'The server never calls it' })

it('fails for a serious fault, once, and names it', () => {
  const { status, said } = audit(found('critical'))
  expect(status).toBe(1)
  expect(said.match(/It leaks/g)).toHaveLength(1)
  expect(said).toContain('GHSA-aaaa-bbbb-cccc')
})

it('lets a slight one pass, and a serious one that is excused for now', () => {
  expect(audit(found('moderate')).status).toBe(0)
  const excused = audit(found('high'), [excuse('9999-12-31')])
  expect(excused.status).toBe(0)
  expect(excused.said).toContain('The server never calls it')
})

it('takes no excuse that has run out', () => {
  expect(audit(found('high'), [excuse('2020-01-01')])).toMatchObject({ status: 1 })
})

it('says plainly that nothing was checked where the registry cannot be asked', () => {
  const refusal = { message: '405 Method Not Allowed', error: { summary: '', detail: '' } }
  const { status, said } = audit(refusal)
  expect(status).toBe(0)
  expect(said).toMatch(/NOT CHECKED/)
  expect(said).toContain('405')
  expect(audit(refusal, [], ['--strict']).status).toBe(2)
})
