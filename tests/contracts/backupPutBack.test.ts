import { setImmediate as nextTurn } from 'node:timers/promises'
import { createLedger } from '../../server/store/ledger'
import { knownMigrations, migrate, openDatabase, openForFilling } from '../../server/store/open'
import type { Database } from '../../server/store/database'
import { newId } from '../../server/kernel/ids'
import { createNoticeDesk } from '../../server/store/repositories/noticeDesk'
import { createSearchRebuild } from '../../server/store/repositories/searchRebuild'
import { DAY_MS } from '../../shared/domain/time'
import { backUp, backupScene, NOW, putBack, type BackupScene } from '../support/backups'
import {
  availableDatabases,
  createFreshDatabase,
  createMigratedDatabase,
  openFreshDatabase,
} from '../support/databases'
import { addDelivery, addMember, addNotice, balanceOf, deliveryOf, noticeRow } from '../support/ledgerRows'

describe.each(availableDatabases)('backups of %s', (kind) => {
  let scene: BackupScene
  beforeEach(async () => {
    scene = await backupScene()
  })
  afterEach(() => scene.clean())

  /** Backs `source` up, closes it, and opens what was put back into a new place. */
  async function moved<T>(url: string, use: (copy: Database) => Promise<T>): Promise<T> {
    const target = await createFreshDatabase(kind)
    try {
      await backUp(url, scene.uploads, scene.path())
      await putBack(target.url, await scene.otherUploads(), scene.path())
      const copy = await openDatabase(target.url)
      try {
        return await use(copy)
      } finally {
        await copy.close()
      }
    } finally {
      await target.drop()
    }
  }

  it('hold one instant while others write: what was written together is there together', async () => {
    const source = await openFreshDatabase(kind)
    const count = (database: Database, table: string) =>
      database.read
        .query<{ total: number | string }[]>(`SELECT COUNT(*) AS total FROM ${table}`)
        .then(([row]) => Number(row?.total))
    let written = 0
    const write = () =>
      source.database.write(async (manager) => {
        written += 1
        // one is read at the beginning of a backup, the other near its end
        await manager.query('INSERT INTO content_change (version, topics) VALUES (?, ?)', [written, '[]'])
        await manager.query('INSERT INTO setting (name, value, updated_at) VALUES (?, ?, 1)', [`s${written}`, 'x'])
      })
    try {
      for (let index = 0; index < 600; index += 1) await write()
      let isOver = false
      const before = written
      const writing = (async () => {
        while (!isOver) {
          await write()
          await nextTurn()
        }
      })()
      await backUp(source.url, scene.uploads, scene.path())
      isOver = true
      await writing
      const target = await createFreshDatabase(kind)
      await putBack(target.url, await scene.otherUploads(), scene.path())
      const copy = await openDatabase(target.url)
      const changes = await count(copy, 'content_change')
      const settings = await count(copy, "setting WHERE name LIKE 's%' AND name NOT LIKE 'search%'")
      await copy.close()
      await target.drop()
      expect(settings).toBe(changes)
      expect(changes).toBeGreaterThanOrEqual(before)
      // it was written meanwhile
      expect(written).toBeGreaterThan(changes)
    } finally {
      await source.close()
    }
  })

  it('of an older schema are brought to this one', async () => {
    const old = await createFreshDatabase(kind)
    const names = knownMigrations.slice(0, Math.floor(knownMigrations.length / 2))
    const filling = await openForFilling(old.url, names)
    await migrate(filling)
    await filling.write((manager) =>
      manager.query(
        "INSERT INTO channel (id, slug, name, kind, position, hidden) VALUES ('c', 'c', '栏目', 'group', 1, 0)",
      ),
    )
    await filling.close()
    try {
      await moved(old.url, async (copy) => {
        expect(await copy.migrations.showMigrations()).toBe(false)
        expect(await copy.read.query('SELECT id, name, withheld FROM channel')).toMatchObject([
          { id: 'c', name: '栏目', withheld: 0 },
        ])
      })
    } finally {
      await old.drop()
    }
  })

  it('never tell anybody again what may have been told since: staff decide', async () => {
    const source = await openFreshDatabase(kind)
    const { database } = source
    const running = await addNotice(database, { status: 'running' })
    const paused = await addNotice(database, { status: 'paused' })
    const preparing = await addNotice(database, { status: 'preparing' })
    const later = await addNotice(database, { status: 'scheduled', scheduledAt: NOW + DAY_MS })
    const members: Record<string, string> = {}
    for (const state of ['pending', 'sending', 'sent'] as const) {
      const memberId = await addMember(database, { grants: 0 })
      members[state] = memberId
      const grantState = state === 'sent' ? 'spent' : 'reserved'
      await addDelivery(database, { noticeId: running, memberId, state, grantState })
    }
    await database.write((manager) =>
      manager.query("INSERT INTO setting (name, value, updated_at) VALUES ('search_index', 'made', 1)"),
    )
    try {
      await moved(source.url, async (copy) => {
        const of = (state: string) => deliveryOf(copy, running, members[state] ?? '')
        expect(await of('pending')).toMatchObject({ state: 'unconfirmed', reason: 'restored', grantState: 'reserved' })
        expect(await of('sending')).toMatchObject({ state: 'unknown', reason: 'worker_lost', grantState: 'spent' })
        expect(await of('sent')).toMatchObject({ state: 'sent', grantState: 'spent' })
        for (const id of [running, paused, preparing]) {
          expect(await noticeRow(copy, id)).toMatchObject({ status: 'halted', haltReason: 'restored' })
        }
        expect(await noticeRow(copy, later)).toMatchObject({ status: 'draft', pauseReason: 'restored' })
        // A year later the engine still finds nothing to do.
        const ledger = createLedger(copy)
        const worker = await ledger.startWorker()
        await ledger.wakeScheduled(NOW + 365 * DAY_MS)
        expect(await ledger.nextToPrepare()).toBeNull()
        expect((await ledger.claim(worker, 100, NOW + 365 * DAY_MS)).claims).toEqual([])
        expect(await balanceOf(copy, members.pending ?? '')).toBe('0/1/0')
        // Staff say that none was sent it: the grant is back, and a follow-up may reach them; and that the other may go.
        const desk = createNoticeDesk(copy)
        const audit = {
          at: NOW + 2000,
          staffId: newId(),
          action: 'test',
          subjectType: 'notice',
          subjectId: running,
        } as const
        expect(await desk.settleRestored(running, 'failed', { ...audit, address: '' })).toBe(true)
        expect(await desk.settleRestored(running, 'failed', { ...audit, address: '' })).toBe(false)
        expect(await of('pending')).toMatchObject({ state: 'failed', reason: 'staff_decision', grantState: 'returned' })
        expect(await of('sending')).toMatchObject({ state: 'unknown' })
        expect(await balanceOf(copy, members.pending ?? '')).toBe('1/0/0')
        expect(await desk.resume(later, { ...audit, address: '' })).toBe(true)
        expect(await noticeRow(copy, later)).toMatchObject({ status: 'scheduled', scheduledAt: NOW + DAY_MS })
        expect(await desk.resume(paused, { ...audit, address: '' })).toBe(false)
        // of the make that this program wants, or the next start would have to make it
        expect(await createSearchRebuild(copy).isNeeded()).toBe(false)
      })
    } finally {
      await source.close()
    }
  })

  /** As a server of another process leaves it: within this one SQLite's driver would keep the file open. */
  const apart = (url: string) => openForFilling(url, knownMigrations)

  it('are put back where something is only when that is said, and what was there is kept', async () => {
    const source = await openFreshDatabase(kind)
    await addMember(source.database, { openid: 'of the source' })
    await backUp(source.url, scene.uploads, scene.path())
    await source.close()
    const target = await createMigratedDatabase(kind)
    const uploads = await scene.otherUploads()
    const openids = async (url: string) => {
      const opened = await apart(url)
      const rows = await opened.read.query<{ openid: string }[]>('SELECT openid FROM member')
      await opened.close()
      return rows.map(({ openid }) => openid)
    }
    const before = await apart(target.url)
    await addMember(before, { openid: 'of the target' })
    await before.close()
    try {
      await expect(putBack(target.url, uploads, scene.path())).rejects.toMatchObject({ code: 'restore_not_empty' })
      expect(await openids(target.url)).toEqual(['of the target'])
      const keepPresent = async () => {
        await backUp(target.url, uploads, scene.path('present.bak'))
        return scene.path('present.bak')
      }
      await putBack(target.url, uploads, scene.path(), { replace: true, keepPresent })
      expect(await openids(target.url)).toEqual(['of the source'])

      const third = await createFreshDatabase(kind)
      await putBack(third.url, await scene.otherUploads(), scene.path('present.bak'))
      expect(await openids(third.url)).toEqual(['of the target'])
      await third.drop()
    } finally {
      await target.drop()
    }
  })

  it('are not put back where pictures lie that are not of the backup, nor under a server', async () => {
    const source = await openFreshDatabase(kind)
    await scene.uploads.keep('of-both.webp', Buffer.from('one'))
    await backUp(source.url, scene.uploads, scene.path())
    await source.close()
    const target = await createFreshDatabase(kind)
    const uploads = await scene.otherUploads()
    await uploads.keep('of-both.webp', Buffer.from('one'))
    await uploads.keep('another.webp', Buffer.from('two'))
    await expect(putBack(target.url, uploads, scene.path())).rejects.toMatchObject({ code: 'restore_not_empty' })
    await uploads.remove('another.webp')
    await putBack(target.url, uploads, scene.path())
    const server = await openDatabase(target.url)
    await expect(putBack(target.url, uploads, scene.path(), { replace: true })).rejects.toMatchObject({
      code: 'restore_in_use',
    })
    await server.close()
    await target.drop()
  })
})
