import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SANDBOX_PUSH_TOKEN } from '../../server/wechat/sandbox'
import { startProcess } from '../support/process'

describe('a server that cannot start', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'association-env-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** How a start with these values ends: it has to end by itself, say why in a line, and print no trace. */
  async function refusal(environment: Record<string, string>, args?: string[]): Promise<string> {
    const started = startProcess('web', environment, args)
    const { code, stdout, stderr } = await started.ended
    await started.clean()
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).not.toContain('    at ')
    return stderr
  }
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  test('names every wrong value at once, what was expected, and no secret', async () => {
    const said = await refusal({
      PORT: 'http',
      PUBLIC_URL: 'example.com',
      DATABASE_URL: 'mysql://root:hunter2@db',
      WECHAT_ENCODING_AES_KEY: 'canary-secret',
      SEND_CONCURRENCY: '0',
      LOG_LEVEL: 'loud',
    })
    const lines = said.trim().split('\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toBe(
      '环境变量 PORT 的值 http 无效，应为 0–65535 的端口号，例如 3000。 / PORT=http is not valid: expected a port number such as 3000.',
    )
    expect(said).toContain('mysql://root:***@db')
    expect(said).toContain('http:// 或 https://')
    expect(said).not.toMatch(/hunter2|canary-secret/)
  })

  test('with an AppID says what else belongs to it', async () => {
    expect(await refusal({ WECHAT_APPID: 'wx0123456789abcdef' })).toMatch(/WECHAT_SECRET .*WECHAT_APPID/)
    const appid = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET_FILE: write('secret', 'f'.repeat(32)) }
    expect(await refusal(appid)).toContain('WECHAT_TEMPLATE_PREVIEW')
    expect(await refusal({ ...appid, WECHAT_SECRET_FILE: '/no/such/file' })).toContain('WECHAT_SECRET_FILE')
  })

  test('takes Redis only beside MySQL, and shows no password of it', async () => {
    const said = await refusal({ REDIS_URL: 'redis://:hunter2@10.0.0.5:6379', DATABASE_URL: 'sqlite:./data/app.db' })
    expect(said).toMatch(/^环境变量 DATABASE_URL 的值 sqlite:.*REDIS_URL.*mysql:.*\n$/)
    expect(await refusal({ REDIS_URL: 'http://:hunter2@redis' })).toMatch(
      /^环境变量 REDIS_URL 的值 http:\/\/:\*\*\*@redis /,
    )
  })

  test('refuses the sandbox’s public secrets beside a real AppID', async () => {
    const real = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: 'f'.repeat(32) }
    expect(await refusal({ ...real, WECHAT_PUSH_TOKEN: SANDBOX_PUSH_TOKEN })).toMatch(/^WECHAT_PUSH_TOKEN 是模拟环境/)
  })

  test('says that the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    expect(await refusal({ PORT: String(port) })).toMatch(new RegExp(`^端口 ${port} 已被占用.*\\n$`))
    other.close()
  })

  test.each([
    [
      'mysql://someone:hunter2@127.0.0.1:1/app',
      /^无法打开数据库 mysql:\/\/someone:\*\*\*@127\.0\.0\.1:1\/app（ECONNREFUSED）.*\n$/,
    ],
    ['sqlite:/dev/null/app.db', /^无法打开数据库 sqlite:\/dev\/null\/app\.db（\w+）.*\n$/],
  ])('says that the database cannot be reached (%s)', async (url, said) => {
    expect(await refusal({ DATABASE_URL: url })).toMatch(said)
  })

  test('says that a folder cannot be written', async () => {
    const file = write('a-file', 'in the way')
    expect(await refusal({ DATA_DIR: file })).toMatch(/^文件夹 .*a-file 不可写（\w+），请检查权限或 DATA_DIR。.*\n$/)
    expect(await refusal({ UPLOADS_URL: `file:${file}/uploads` })).toMatch(/不可写（\w+），请检查权限或 UPLOADS_URL/)
  })

  test('says what is wrong with the association’s file', async () => {
    expect(await refusal({ ASSOCIATION_FILE: '/no/such.json' })).toContain('ASSOCIATION_FILE')
    expect(await refusal({ ASSOCIATION_FILE: write('broken.json', '{') })).toContain('不是有效的 JSON')
    const said = await refusal({ ASSOCIATION_FILE: write('wrong.json', '{"organisation":{"name":1}}') })
    expect(said).toMatch(/organisation\.name.*contact.*channels.*templates/)
  })

  test('asks for the migration of a database that is behind', async () => {
    expect(await refusal({}, [])).toBe(
      '数据库结构需要升级，请先运行 npm run migrate。 / The database has to be migrated first: npm run migrate.\n',
    )
  })
})
