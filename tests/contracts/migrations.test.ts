import type { EntityMetadata } from 'typeorm'
import { migrate, openDatabase } from '../../server/store/open'
import type { Database } from '../../server/store/database'
import { availableDatabases, createFreshDatabase, openFreshDatabase, type FreshDatabase } from '../support/databases'

describe.each(availableDatabases)('migrations, on %s', (kind) => {
  let fresh: FreshDatabase
  let database: Database
  beforeEach(async () => {
    fresh = await createFreshDatabase(kind)
    database = await openDatabase(fresh.url)
  })
  afterEach(async () => {
    await database.close()
    await fresh.drop()
  })

  const LIST =
    kind === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
  const tables = async (): Promise<string[]> =>
    (await database.read.query<{ name: string }[]>(LIST)).map(({ name }) => name)
  const metadata = (): EntityMetadata[] => database.migrations.entityMetadatas

  test('an empty database gets every table once; a second run finds nothing to do', async () => {
    const ran = await migrate(database)
    expect(ran.length).toBeGreaterThanOrEqual(metadata().length)
    expect(await migrate(database)).toEqual([])
    expect(await tables()).toEqual(expect.arrayContaining(metadata().map(({ tableName }) => tableName)))
  })

  test('every column that the program knows is in the tables, and none besides', async () => {
    await migrate(database)
    const runner = database.migrations.createQueryRunner()
    for (const entity of metadata()) {
      const table = await runner.getTable(entity.tableName)
      const stored = table?.columns.map(({ name }) => name).sort()
      expect([entity.tableName, stored]).toEqual([
        entity.tableName,
        entity.columns.map(({ databaseName }) => databaseName).sort(),
      ])
      const keys = table?.columns.filter(({ isPrimary }) => isPrimary).map(({ name }) => name)
      expect(keys?.sort()).toEqual(entity.primaryColumns.map(({ databaseName }) => databaseName).sort())
    }
    await runner.release()
  })

  test('each can be taken back, down to nothing, and run again', async () => {
    const ran = await migrate(database)
    for (const _name of ran) await database.migrations.undoLastMigration()
    expect((await tables()).filter((name) => name !== 'migration')).toEqual([])
    expect(await migrate(database)).toEqual(ran)
  })

  test('what other tests begin with is what the migrations leave', async () => {
    await migrate(database)
    const all = async (of: Database) => {
      const query = (text: string) => of.read.query<Record<string, unknown>[]>(text)
      if (kind === 'sqlite') return query('SELECT name, sql FROM sqlite_master ORDER BY name')
      return Promise.all((await tables()).sort().map((name) => query(`SHOW CREATE TABLE ${name}`)))
    }
    const names = (of: Database) => of.read.query('SELECT id, timestamp, name FROM migration ORDER BY id')
    // made and made again from what was kept
    for (let times = 0; times < 2; times += 1) {
      const other = await openFreshDatabase(kind)
      try {
        expect([await all(other.database), await names(other.database)]).toEqual([
          await all(database),
          await names(database),
        ])
        expect(await migrate(other.database)).toEqual([])
      } finally {
        await other.close()
      }
    }
  })

  test('a run that stopped in the middle goes on where it stopped', async () => {
    const ran = await migrate(database)
    await database.migrations.undoLastMigration()
    await database.migrations.undoLastMigration()
    expect(await migrate(database)).toEqual(ran.slice(-2))
  })
})
