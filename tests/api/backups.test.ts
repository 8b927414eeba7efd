import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupHealth, BackupList } from '../../shared/contract'
import { DAY_MS, MINUTE_MS } from '../../shared/domain/time'
import { newId } from '../../server/kernel/ids'
import { createBackupRuns } from '../../server/store/repositories/backupRuns'
import { availableDatabases } from '../support/databases'
import { codeOf } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { ADMINISTRATOR, addStaff, asAdministrator, logInAs, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

const BACKUPS = '/api/admin/backups'
const { password } = ADMINISTRATOR

describe.each(availableDatabases)('backups in the admin, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  const folder = () => join(server.dataFolder, 'backups')
  beforeAll(async () => {
    server = await startTestServer({ database: kind })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const list = async () => (await admin.call<BackupList>('GET', BACKUPS)).body
  const health = async () => (await admin.call<BackupHealth>('GET', '/api/admin/backup-health')).body
  const idle = () => until(list, ({ running }) => running === null)
  const ask = (file: string, move: string, json: object, as = admin) =>
    as.call<{ url: string }>('POST', `${BACKUPS}/${file}/${move}`, { json })
  async function make(): Promise<string> {
    expect((await admin.call('POST', BACKUPS)).status).toBe(201)
    return (await idle()).items[0]?.file ?? ''
  }
  const actions = async () => {
    const { body } = await admin.call<{ items: { action: string }[] }>('GET', '/api/admin/audit?limit=50')
    return body.items.map(({ action }) => action)
  }

  test('one is made in the background, read to its end, and told of in the log; nobody but administrators sees any', async () => {
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const editor = await logInAs(server, 'editor')
    expect(codeOf(await editor.call('GET', BACKUPS))).toBe('role_forbidden')
    expect(codeOf(await editor.call('POST', BACKUPS))).toBe('role_forbidden')

    expect(await health()).toMatchObject({ late: false, restored: null })
    const file = await make()
    const { items, last } = await list()
    expect(last).toMatchObject({ task: 'backup', kind: 'manual', state: 'done', error: null })
    expect(items[0]).toMatchObject({
      ...{ file, about: { kind: 'manual', encrypted: false }, verified: { right: true }, newer: false },
    })
    expect(await actions()).toContain('backup.make')
    expect(await readdir(folder())).toContain(file)

    // two that are begun at once: one of them is
    const both = await Promise.all([admin.call('POST', BACKUPS), admin.call('POST', BACKUPS)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    await idle()
  })

  test('it is handed out only to who says once more who they are, for a minute, and that is logged', async () => {
    const file = await make()
    expect(codeOf(await ask(file, 'download', { password: 'not the password' }))).toBe('password_wrong')
    const { url } = (await ask(file, 'download', { password })).body
    const get = (as: StaffBrowser) => fetch(`${server.url}${url}`, { headers: { cookie: as.cookie() ?? '' } })
    const answer = await get(admin)
    expect(answer.headers.get('content-disposition')).toContain(file)
    expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(join(folder(), file)))).toBe(true)

    await addStaff(server.database, { login: 'second', role: 'administrator' })
    expect((await get(await logInAs(server, 'second'))).status).toBe(404)
    expect((await fetch(`${server.url}${url}`)).status).toBe(401)
    server.clock.advance(2 * MINUTE_MS)
    expect((await get(admin)).status).toBe(404)
    expect(await actions()).toContain('backup.download')
    for (const name of ['..%2Fapp.db.bak', '.bak', 'none.bak']) {
      expect([400, 404]).toContain((await ask(name, 'download', { password })).status)
    }
  })

  test('one that was damaged on the disk is found out when it is looked at, and is deleted only with the password', async () => {
    const file = await make()
    const path = join(folder(), file)
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.length - 10))
    expect((await admin.call('POST', `${BACKUPS}/${file}/verify`)).status).toBe(201)
    const { items, last } = await idle()
    expect(last).toMatchObject({ task: 'verify', state: 'failed', error: 'backup_damaged' })
    expect(items.find((item) => item.file === file)?.verified).toMatchObject({ right: false })

    expect(codeOf(await ask(file, 'remove', { password: 'wrong' }))).toBe('password_wrong')
    expect((await ask(file, 'remove', { password })).status).toBe(200)
    expect((await list()).items.map((item) => item.file)).not.toContain(file)
    expect(await actions()).toContain('backup.remove')
  })

  test('it is put back only where one process is alone, and when that was typed', async () => {
    const file = await make()
    const refused = await ask(file, 'restore', { password, words: '好的' })
    if (kind !== 'sqlite') {
      expect(codeOf(refused)).toBe('restore_by_command')
      return
    }
    expect(codeOf(refused)).toBe('restore_words')
    expect(codeOf(await ask(file, 'restore', { password: 'wrong', words: '恢复备份' }))).toBe('password_wrong')
    await writeFile(join(folder(), 'other.bak'), 'something else')
    expect(codeOf(await ask('other.bak', 'restore', { password, words: '恢复备份' }))).toBe('backup_unknown')
    expect((await list()).restore.asked).toBeNull()
    expect((await ask(file, 'restore', { password, words: '恢复备份' })).status).toBe(200)
    expect((await list()).restore.asked).toMatchObject({ file })
    expect(await actions()).toContain('backup.restore_ask')
  })

  test('of many processes that find one due, one makes it; what a dead one began has failed', async () => {
    const runs = createBackupRuns(server.database)
    const now = server.clock.now() + 30 * DAY_MS
    const run = () => ({ id: newId(), task: 'backup', kind: 'scheduled', file: 'a.bak', staffId: null }) as const
    const due = { now, lostBefore: now - 5 * MINUTE_MS, unlessSince: now - DAY_MS }
    const begun = await Promise.all([1, 2, 3, 4].map(() => runs.begin(run(), due)))
    expect(begun.filter((one) => one !== null)).toHaveLength(1)
    const later = now + 10 * MINUTE_MS
    const next = await runs.begin(run(), { now: later, lostBefore: later - 5 * MINUTE_MS })
    expect(next).not.toBeNull()
    expect((await runs.recent(2)).map(({ state, error }) => [state, error])).toEqual([
      ['running', null],
      ['failed', 'backup_lost'],
    ])
    await runs.end(next?.id ?? '', { error: null, now: later }, null)
  })

  test('it is told when the last good one is too old', async () => {
    expect((await health()).late).toBe(false)
    server.clock.advance(60 * DAY_MS)
    const again = await logInAs(server, ADMINISTRATOR.login)
    expect((await again.call<BackupHealth>('GET', '/api/admin/backup-health')).body.late).toBe(true)
  })
})
