import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import config from '../../config/association.json'
import { association } from '../../shared/contract/association'
import { DAY_MS, HOUR_MS } from '../../shared/domain/time'
import { examine } from '../../server/main/doctor/examine'
import { lineOf, type Finding } from '../../server/main/doctor/finding'
import { knownMigrations } from '../../server/store/open'
import { createTemplateSettings } from '../../server/store/repositories/templateSettings'
import { startSandbox, stopSandboxes } from '../../server/wechat/sandbox/testSandbox'
import { startBucket } from '../support/bucket'
import { createTestClock } from '../support/clock'
import { availableDatabases, createMigratedDatabase, openFreshDatabase } from '../support/databases'
import { freePort } from '../support/freePort'
import { startProcess } from '../support/process'
import { sharedRedisUrl, startRedis } from '../support/redis'
import { AUTHORITY, CERTIFICATE_ENDS, startTlsFront } from '../support/tlsFront'

const APPID = 'wx0123456789abcdef'
const SECRET = 'a-secret-nobody-may-read'
const IDS = { preview: 'id-preview', reminder: 'id-reminder', change: 'id-change' }
const ours = association.parse(config).templates.map((one) => ({ ...one, id: IDS[one.kind] }))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'association-doctor-'))
})
afterEach(async () => {
  await stopSandboxes()
  await rm(folder, { recursive: true, force: true })
})

const real = (api: string): Record<string, string> => ({
  WECHAT_APPID: APPID,
  WECHAT_SECRET: SECRET,
  WECHAT_API_BASE: `${api}/sandbox/wechat`,
  ...Object.fromEntries(Object.entries(IDS).map(([kind, id]) => [`WECHAT_TEMPLATE_${kind.toUpperCase()}`, id])),
})
const startWechat = (templates = ours) => startSandbox({ appid: APPID, secret: SECRET, templates })

/** What is found of a subject, as it is printed. */
const about = (findings: Finding[], name: string): string[] =>
  findings.filter((finding) => finding.about.zh === name).map(lineOf)

async function look(more: Record<string, string> = {}, clock = createTestClock(), authority?: string) {
  const given = { DATA_DIR: join(folder, 'data'), ...more }
  return examine({ given, clock, nodeVersion: '20.19.0', authority })
}

describe.each(availableDatabases)('the doctor on %s', (kind) => {
  it('finds nothing wrong with a house in order, and says nothing of what is secret', async () => {
    const house = await createMigratedDatabase(kind)
    const wechat = await startWechat()
    const secrets = { SESSION_SECRET: 'a secret of the house that is long enough' }
    const environment = {
      ...{ ...real(wechat.url), ...secrets, DATABASE_URL: house.url, BACKUP_DIR: join(folder, 'backups') },
      WECHAT_PUSH_TOKEN: 'token',
      WECHAT_ENCODING_AES_KEY: 'k'.repeat(43),
      ...(kind === 'mariadb' ? { REDIS_URL: sharedRedisUrl } : {}),
    }
    const front = await startTlsFront()
    const kept = startProcess('backup', environment, [join(folder, 'backups') + '/'])
    expect(await kept.ended).toMatchObject({ code: 0 })
    const findings = await look({ ...environment, PUBLIC_URL: front.url }, createTestClock(), AUTHORITY)
    // by its number it cannot be given to WeChat, and everything else is right
    expect(findings.filter(({ level }) => level !== 'ok').map(lineOf)).toEqual([
      expect.stringContaining('域名的 https'),
    ])
    expect(about(findings, '订阅消息模板')).toHaveLength(3)
    expect(about(findings, '时钟')).toHaveLength(kind === 'mariadb' ? 2 : 1)

    const printed = startProcess('doctor', environment, [])
    const { code, stdout, stderr } = await printed.ended
    // nobody would find the house: its address is not told
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('失败 FAIL  公开网址 PUBLIC_URL：没有设置')
    expect(stdout).toMatch(/失败 FAIL 1\n$/)
    for (const secret of [SECRET, secrets.SESSION_SECRET, 'k'.repeat(43)]) expect(stdout).not.toContain(secret)
    await Promise.all([kept.clean(), printed.clean(), front.close(), house.drop()])
  })

  it('tells a schema that is behind from one that is ahead, and changes neither', async () => {
    const { database, url, close } = await openFreshDatabase(kind)
    const last = knownMigrations[knownMigrations.length - 1]
    await database.write((manager) => manager.query('DELETE FROM migration WHERE name = ?', [last]))
    expect(about(await look({ DATABASE_URL: url }), '数据库')[1]).toMatch(/^注意.*还差 1 步.*npm run migrate/)
    await database.write((manager) =>
      manager.query("INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Create_later_9999999999999')"),
    )
    expect(about(await look({ DATABASE_URL: url }), '数据库')[1]).toMatch(/^失败.*更新版本的程序/)
    const rows = await database.read.query<unknown[]>('SELECT name FROM migration')
    expect(rows).toHaveLength(knownMigrations.length)
    await close()
  })

  it('holds the templates that administrators chose against what WeChat has', async () => {
    const wechat = await startWechat(ours.filter((one) => one.kind !== 'reminder'))
    const { database, url, close } = await openFreshDatabase(kind)
    const given = { ...real(wechat.url), DATABASE_URL: url }
    const [before] = about(await look(given), '订阅消息模板').filter((line) => line.startsWith('失败'))
    expect(before).toContain('没有编号 id-reminder')

    const { title, fields } = ours.find((one) => one.kind === 'preview') ?? { title: '', fields: [] }
    await createTemplateSettings(database).keep(
      { preview: { id: IDS.change, title, fields: fields.slice(1) } },
      'preview',
      {
        ...{ at: 0, staffId: null, action: 'setting.change' as const, address: '', detail: {} },
        ...{ subjectType: 'setting' as const, subjectId: 'templates' },
      },
    )
    const lines = about(await look(given), '订阅消息模板')
    expect(lines[0]).toMatch(/^失败.*缺少 thing1、phrase2、time3，多出 time2、thing3/)
    expect(lines.at(-1)).toMatch(/^失败.*各不相同/)
    await close()
  })

  it('opens no database that is not there, and says why it cannot', async () => {
    const url = kind === 'sqlite' ? `sqlite:${folder}` : `mysql://nobody:not-to-be-told@127.0.0.1:${await freePort()}/x`
    const [line = ''] = about(await look({ DATABASE_URL: url }), '数据库')
    expect(line).toMatch(/^失败.*无法打开数据库/)
    expect(line).not.toContain('not-to-be-told')
  })

  it('finds a clock that is wrong', async () => {
    const house = await createMigratedDatabase(kind)
    const wechat = await startWechat()
    const clock = createTestClock()
    clock.advance(HOUR_MS)
    const lines = about(await look({ ...real(wechat.url), DATABASE_URL: house.url }, clock), '时钟')
    const wrong = kind === 'mariadb' ? ['数据库', '微信'] : ['微信']
    expect(lines).toEqual(wrong.map((of) => expect.stringMatching(new RegExp(`^失败.*本机比${of}快 3[56]\\d\\d 秒`))))
    await house.drop()
  })
})

it('puts what WeChat refuses into words, and names the address that it saw', async () => {
  const wechat = await startWechat()
  const said = async (more: Record<string, string> = {}) =>
    about(await look({ ...real(wechat.url), ...more }), '微信凭证')[0]
  expect(await said()).toMatch(/^通过/)
  expect(await said({ WECHAT_APPID: 'wxffffffffffffffff' })).toMatch(/^失败.*AppID 不对（40013）/)
  expect(await said({ WECHAT_SECRET: 'not-the-one-that-it-has' })).toMatch(/^失败.*AppSecret 不对（40125）/)
  await wechat.control('/faults', { kind: 'errcode', errcode: 40164, on: 'token' })
  expect(await said()).toMatch(/^失败.* 203\.0\.113\.7 不在 IP 白名单（40164）/)
  await wechat.control('/faults', { kind: 'busy', on: 'token' })
  expect(await said()).toMatch(/^注意.*繁忙/)
  await wechat.control('/faults', { kind: 'html', on: 'token' })
  expect(await said()).toMatch(/^失败.*连不上/)
  await wechat.control('/faults', { kind: 'reset_after_body', on: 'token' })
  expect(await said()).toMatch(/^失败.*连不上/)
  await wechat.control('/faults', { kind: 'errcode', errcode: 45009, on: 'code' })
  expect(about(await look(real(wechat.url)), '订阅消息模板')).toEqual([expect.stringMatching(/^注意.*wechat_busy/)])
})

it('judges the certificate and who answers behind it', async () => {
  const front = await startTlsFront()
  const elsewhere = await startTlsFront({ elsewhere: true })
  const lines = async (url: string, clock = createTestClock(), authority?: string) =>
    (await look({ PUBLIC_URL: url }, clock, authority)).filter(({ about: of }) => /网址|证书/.test(of.zh)).map(lineOf)
  expect(await lines(front.url)).toContainEqual(
    expect.stringMatching(/^失败.*证书不被信任（DEPTH_ZERO_SELF_SIGNED_CERT）/),
  )
  expect(await lines(front.url, createTestClock(), AUTHORITY)).toContainEqual(expect.stringMatching(/^通过.*证书有效/))

  const soon = createTestClock()
  soon.set(CERTIFICATE_ENDS - 5 * DAY_MS + HOUR_MS)
  expect(await lines(front.url, soon, AUTHORITY)).toContainEqual(expect.stringMatching(/^注意.*还有 4 天到期/))
  soon.advance(10 * DAY_MS)
  expect(await lines(front.url, soon, AUTHORITY)).toContainEqual(expect.stringMatching(/^失败.*证书已过期/))

  const other = await lines(elsewhere.url, createTestClock(), AUTHORITY)
  expect(other).toContainEqual(expect.stringMatching(/^失败.*不是本程序/))
  const nobody = await lines(`https://127.0.0.1:${await freePort()}`)
  expect(nobody).toContainEqual(expect.stringMatching(/^失败.*连不上（ECONNREFUSED）/))
  expect(await lines(`http://127.0.0.1:${await freePort()}`)).toContainEqual(
    expect.stringContaining('连不上（ECONNREFUSED）'),
  )
  await Promise.all([front.close(), elsewhere.close()])
})

it('leaves nothing in the storage, and says what the storage refuses', async () => {
  const bucket = await startBucket()
  const storage = async (more: Record<string, string>) =>
    about(await look({ ...bucket.environment, ...more }), '图片与附件')
  expect(await storage({})).toEqual([expect.stringMatching(/^通过.*可写、可读、可删/)])
  expect(bucket.requests).toEqual(['PUT', 'GET', 'DELETE'])
  bucket.line('busy')
  expect(await storage({})).toEqual([expect.stringMatching(/^失败.*HTTP 503/)])
  bucket.line('whole')
  const gone = bucket.environment.UPLOADS_URL?.replace('s3://pictures', 's3://nothere') ?? ''
  expect(await storage({ UPLOADS_URL: gone })).toEqual([expect.stringMatching(/^失败.*没有这个存储桶/)])
  await bucket.close()
  expect(await storage({})).toEqual([expect.stringMatching(/^失败.*ECONNREFUSED/)])

  const strict = await startBucket({ strict: true })
  const wrong = await look({ ...strict.environment, UPLOADS_SECRET_KEY: 'another-secret' })
  expect(about(wrong, '图片与附件')).toEqual([expect.stringMatching(/^失败.*密钥不对/)])
  await strict.close()
})

it('asks Redis, when one is set', async () => {
  const environment = { DATABASE_URL: `mysql://nobody@127.0.0.1:${await freePort()}/x` }
  const redis = await startRedis()
  const redisOf = async () => about(await look({ ...environment, REDIS_URL: redis.url }), 'Redis')
  expect(await redisOf()).toEqual([expect.stringMatching(/^通过.*已连接/)])
  await redis.kill()
  expect(await redisOf()).toEqual([expect.stringMatching(/^失败.*ECONNREFUSED/)])
})

it('finds backups that are old, missing or turned off', async () => {
  const house = await openFreshDatabase('sqlite')
  const given = { DATABASE_URL: house.url, BACKUP_DIR: join(folder, 'backups') }
  await mkdir(given.BACKUP_DIR)
  const backups = async (clock = createTestClock(), more = {}) =>
    about(await look({ ...given, ...more }, clock), '备份')
  expect(await backups()).toEqual([expect.stringMatching(/^注意.*没有备份.*npm run backup/)])
  const made = startProcess('backup', { ...given, SESSION_SECRET: 'a secret of the house that is long enough' }, [])
  expect(await made.ended).toMatchObject({ code: 0 })
  await made.clean()
  expect(await backups()).toEqual([expect.stringMatching(/^通过/)])
  const later = createTestClock()
  later.advance(49 * HOUR_MS)
  expect(await backups(later)).toEqual([expect.stringMatching(/^失败.*49 小时前/)])
  expect(await backups(later, { BACKUP_EVERY_HOURS: '0' })).toEqual([expect.stringMatching(/^注意.*已关闭/)])
  await house.close()
})

it('says what is wrong with the settings before anything else is looked at', async () => {
  const findings = await examine({
    ...{ given: { PORT: 'many', DATA_DIR: folder }, clock: createTestClock(), nodeVersion: '18.20.0' },
  })
  expect(findings.map(lineOf)).toEqual([
    expect.stringMatching(/^失败.*20\.19/),
    expect.stringMatching(/^失败.*环境变量 PORT/),
  ])
})
