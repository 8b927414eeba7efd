import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'miniapp-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(args: string[], environment: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, ...environment }
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'config/tasks/miniapp.mjs'), ...args], {
    ...{ env: env as NodeJS.ProcessEnv, encoding: 'utf8', cwd: folder },
  })
  return { status, lines: stdout.trim().split('\n') }
}
function keyFile(): string {
  const file = join(folder, 'private.key')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(file, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  return file
}
const right = { WECHAT_APPID: 'wx0123456789abcdef', PUBLIC_URL: 'https://notices.example.org' }

it('says in words what is lacking, and uploads nothing', () => {
  const { status, lines } = run(['upload'])
  expect(status).toBe(1)
  expect(lines).toEqual([
    expect.stringMatching(/^失败.*touristappid.*WECHAT_APPID/),
    expect.stringMatching(/^失败.*上传密钥.*--key/),
    expect.stringMatching(/^失败.*PUBLIC_URL.*还没有设置/),
    expect.stringContaining('没有上传'),
  ])
})

it.each(['http://notices.example.org', 'https://127.0.0.1:3000', 'https://localhost', 'notices.example.org'])(
  'refuses %s as the address that phones ask',
  (url) => {
    const { status, lines } = run(['preview', '--key', keyFile()], { ...right, PUBLIC_URL: url })
    expect(status).toBe(1)
    expect(lines.filter((line) => line.startsWith('失败'))).toEqual([expect.stringContaining(url)])
  },
)

it('knows an upload key from another secret, and shows none of it', () => {
  const file = join(folder, 'secret')
  writeFileSync(file, 'not-a-key-but-a-secret')
  const { status, lines } = run(['upload', '--key', file], right)
  expect(status).toBe(1)
  expect(lines[1]).toMatch(/^失败.*不是微信下载的上传密钥/)
  expect(lines.join()).not.toContain('not-a-key-but-a-secret')
})

it('finds nothing wrong when all is there, and stops where it was told to', () => {
  const { status, lines } = run(['upload', '--check', '--key', keyFile()], right)
  expect(lines.map((line) => line.slice(0, 2))).toEqual(['通过', '通过', '通过'])
  expect(status).toBe(0)
})

it.each([[[]], [['publish']], [['upload', '--robot', '31']]])('explains itself to %j', (args) => {
  expect(run(args)).toMatchObject({ status: 2, lines: [expect.stringContaining('Usage')] })
})

describe('of a package that is built', () => {
  /** A check is a module that is not compiled for tests: it is asked in a process of its own. */
  function ask(call: string): { isRight: boolean; zh: string }[] {
    const script = `import * as checks from ${JSON.stringify(join(root, 'config/tasks/miniappChecks.mjs'))}
      process.stdout.write(JSON.stringify([checks.${call}].flat()))`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    return JSON.parse(stdout) as { isRight: boolean; zh: string }[]
  }
  function wrongOf({ checked = true, address = right.PUBLIC_URL, bytes = 10 } = {}): string[] {
    const app = { pages: ['pages/home/index'], subPackages: [{ root: 'pages/privacy', pages: ['index'] }] }
    mkdirSync(join(folder, 'pages/privacy'), { recursive: true })
    writeFileSync(join(folder, 'app.json'), JSON.stringify({ ...app, __usePrivacyCheck__: checked }))
    writeFileSync(join(folder, 'app.js'), `const base = '${address}'`)
    writeFileSync(join(folder, 'pages/privacy/index.js'), Buffer.alloc(bytes))
    const found = ask(`checkPackage(${JSON.stringify(folder)}, ${JSON.stringify(right.PUBLIC_URL)})`)
    expect(found).toHaveLength(3)
    return found.filter(({ isRight }) => !isRight).map(({ zh }) => zh)
  }

  it('finds another server, a notice that is gone, and a package that is too large', () => {
    expect(wrongOf()).toEqual([])
    expect(wrongOf({ address: 'http://127.0.0.1:3000' })).toEqual([expect.stringContaining('重新构建')])
    expect(wrongOf({ checked: false })).toEqual([expect.stringContaining('隐私')])
    expect(wrongOf({ bytes: 2 * 1024 ** 2 + 1 })).toEqual([expect.stringMatching(/太大：pages\/privacy/)])
  })

  it('names the address that WeChat does not take uploads from', () => {
    const [refusal] = ask(`refusalOf('{"errCode":-10008,"errMsg":"invalid ip: 203.0.113.7, reference: none"}')`)
    expect(refusal).toMatchObject({ isRight: false, zh: expect.stringContaining('203.0.113.7') })
  })
})
