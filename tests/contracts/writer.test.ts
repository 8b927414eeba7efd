import { DataSource } from 'typeorm'
import { newId } from '../../server/kernel/ids'
import { SettingEntity } from '../../server/store/entities'
import type { Database } from '../../server/store/database'
import { WriteQueue } from '../../server/store/writeQueue'
import { availableDatabases, openFreshDatabase } from '../support/databases'

/** Lets the test decide when something goes on. */
function gate() {
  let open: () => void = () => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}

/**
 * Why there is one writer. TypeORM has one SQLite connection: what is written plainly while somebody's transaction is
 * open becomes a part of it, is acknowledged, and goes when that transaction is rolled back.
 */
describe('an acknowledged write and another’s rollback, on one SQLite connection', () => {
  let source: DataSource
  beforeEach(async () => {
    source = await new DataSource({
      type: 'better-sqlite3',
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- libsql speaks better-sqlite3's interface
      driver: require('libsql'),
      database: ':memory:',
    }).initialize()
    await source.query('CREATE TABLE note (name TEXT PRIMARY KEY)')
  })
  afterEach(() => source.destroy())

  const failing = (halfway: () => void, mayFail: Promise<void>) => () =>
    source.transaction(async (manager) => {
      await manager.query(`INSERT INTO note VALUES ('of the one that fails')`)
      halfway()
      await mayFail
      throw new Error('rolled back')
    })
  const insert = () => source.query(`INSERT INTO note VALUES ('acknowledged')`)
  const notes = () => source.query<{ name: string }[]>('SELECT name FROM note')

  test('without the queue the acknowledged write is lost', async () => {
    const half = gate()
    const goOn = gate()
    const transaction = failing(half.open, goOn.passed)()
    await half.passed
    await insert()
    goOn.open()
    await expect(transaction).rejects.toThrow('rolled back')
    expect(await notes()).toEqual([])
  })

  test('with the queue it is kept', async () => {
    const queue = new WriteQueue()
    const half = gate()
    const goOn = gate()
    const transaction = queue.add(failing(half.open, goOn.passed))
    await half.passed
    const write = queue.add(insert)
    goOn.open()
    await expect(transaction).rejects.toThrow('rolled back')
    await write
    expect(await notes()).toEqual([{ name: 'acknowledged' }])
  })
})

describe.each(availableDatabases)('the door to the database, on %s', (kind) => {
  let database: Database
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ database, close } = await openFreshDatabase(kind))
  })
  afterEach(() => close())

  const setting = (name: string) => ({ name, value: 'x', updatedAt: 1 })
  const names = async () => (await database.read.find(SettingEntity)).map(({ name }) => name).sort()

  test('of many writes at once, those that fail take nothing of the others with them', async () => {
    const writes = Array.from({ length: 60 }, (_, turn) =>
      database.write(async (manager) => {
        await manager.insert(SettingEntity, setting(`first of ${turn}`))
        await manager.insert(SettingEntity, setting(`second of ${turn}`))
        if (turn % 3 === 0) throw new Error('changed its mind')
      }),
    )
    const outcomes = await Promise.allSettled(writes)
    const kept = outcomes.flatMap(({ status }, turn) =>
      status === 'fulfilled' ? [`first of ${turn}`, `second of ${turn}`] : [],
    )
    expect(kept).toHaveLength(80)
    expect(await names()).toEqual(kept.sort())
  })

  test('a reader does not see what has not been committed', async () => {
    const half = gate()
    const goOn = gate()
    const write = database.write(async (manager) => {
      await manager.insert(SettingEntity, setting('in the making'))
      half.open()
      await goOn.passed
    })
    await half.passed
    expect(await names()).toEqual([])
    goOn.open()
    await write
    expect(await names()).toEqual(['in the making'])
  })

  test('what a write returned is there for whoever reads next', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const name = newId()
      await database.write((manager) => manager.insert(SettingEntity, setting(name)))
      expect(await database.read.existsBy(SettingEntity, { name })).toBe(true)
    }
  })
})

const onMysql = availableDatabases.filter((kind) => kind !== 'sqlite')
if (onMysql.length > 0) {
  describe.each(onMysql)('two who wait for each other’s rows, on %s', (kind) => {
    test('both get through: the one that the database gave up runs again', async () => {
      const { database, close } = await openFreshDatabase(kind)
      await database.write(async (manager) => {
        for (const name of ['a', 'b']) await manager.insert(SettingEntity, { name, value: '', updatedAt: 0 })
      })
      const add = (first: string, second: string, mine: { open: () => void }, theirs: Promise<void>) =>
        database.write(async (manager) => {
          await manager.query('UPDATE setting SET updated_at = updated_at + 1 WHERE name = ?', [first])
          mine.open()
          await theirs
          await manager.query('UPDATE setting SET updated_at = updated_at + 1 WHERE name = ?', [second])
        })
      const [one, other] = [gate(), gate()]
      await Promise.all([add('a', 'b', one, other.passed), add('b', 'a', other, one.passed)])
      const rows = await database.read.find(SettingEntity)
      expect(rows.map(({ updatedAt }) => updatedAt)).toEqual([2, 2])
      await close()
    })
  })
}
