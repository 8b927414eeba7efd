import type { Database } from '../../server/store/database'
import { openFreshDatabase, type OpenFreshDatabase } from '../support/databases'
import { openDatabase } from '../../server/store/open'

// What spoils the writing connection of SQLite for good, unless `steadyTransactions` stands in between.
describe('the writing connection of SQLite', () => {
  let opened: OpenFreshDatabase
  let second: Database
  beforeEach(async () => {
    opened = await openFreshDatabase('sqlite')
    second = await openDatabase(opened.url)
  })
  afterEach(async () => {
    await second.close()
    await opened.close()
  })

  const set = (database: Database, name: string) =>
    database.write((manager) =>
      manager.query('INSERT INTO setting (name, value, updated_at) VALUES (?, ?, 0)', [name, '']),
    )
  const names = async () =>
    ((await second.read.query('SELECT name FROM setting ORDER BY name')) as { name: string }[]).map(({ name }) => name)

  // Fails without the look at `inTransaction`: the second write is acknowledged and seen by nobody else.
  it('a full disk fails the writes that need room, and what is acknowledged afterwards is really there', async () => {
    const { database } = opened
    const pages = async (limit: string) => void (await database.migrations.query(`PRAGMA max_page_count = ${limit}`))
    await pages('1')
    for (const _try of [1, 2]) {
      const large = database.write((manager) =>
        manager.query('INSERT INTO setting (name, value, updated_at) VALUES (?, ?, 0)', ['large', 'x'.repeat(500_000)]),
      )
      await expect(large).rejects.toThrow(/full/)
    }
    await pages('1073741823')
    await set(database, 'after')
    expect(await names()).toEqual(['after'])
    await expect(
      database.write(async (manager) => {
        await manager.query("INSERT INTO setting (name, value, updated_at) VALUES ('undone', '', 0)")
        throw new Error('thought better of it')
      }),
    ).rejects.toThrow('thought better')
    await set(database, 'last')
    expect(await names()).toEqual(['after', 'last'])
  })

  // Fails with a plain BEGIN: the update is refused, because somebody else wrote after the look.
  it('who looks before they write is not overtaken by another process', async () => {
    await second.migrations.query('PRAGMA busy_timeout = 0')
    await opened.database.write(async (manager) => {
      await manager.query('SELECT name FROM setting')
      await expect(set(second, 'overtaken')).rejects.toThrow(/locked/)
      await manager.query("INSERT INTO setting (name, value, updated_at) VALUES ('mine', '', 0)")
    })
    await set(second, 'waited')
    expect(await names()).toEqual(['mine', 'waited'])
  })
})
