import type { Database } from '../../server/store/database'
import { availableDatabases, openFreshDatabase } from '../support/databases'

const onMysql = availableDatabases.filter((kind) => kind !== 'sqlite')
const ROUNDS = 3

// SQLite has one writer, which sees its own transaction alone.
if (onMysql.length > 0) {
  describe.each(onMysql)('what a transaction sees of others, on %s', (kind) => {
    let database: Database
    let close: () => Promise<void>
    beforeEach(async () => {
      ;({ database, close } = await openFreshDatabase(kind))
    })
    afterEach(() => close())

    const nameOf = async (query: (text: string) => Promise<unknown>) => {
      const [row] = (await query("SELECT value FROM setting WHERE name = 'seen'")) as { value: string }[]
      return row?.value
    }
    const put = (value: string) =>
      database.write((manager) =>
        manager.query(
          `INSERT INTO setting (name, value, updated_at) VALUES ('seen', ?, 0) ON DUPLICATE KEY UPDATE value = ?`,
          [value, value],
        ),
      )

    it('is what they have committed, on each connection and again after each transaction', async () => {
      await put('before')
      for (let round = 0; round < ROUNDS; round += 1) {
        const values = await database.write(async (manager) => {
          const first = await nameOf((text) => manager.query(text))
          // From another connection: this one is taken.
          await put(`changed ${round}`)
          return [first, await nameOf((text) => manager.query(text))]
        })
        expect(values[1]).toBe(`changed ${round}`)
        expect(values[0]).not.toBe(values[1])
      }
    })

    it('locks no gaps: who looks for change where nothing is keeps nobody from adding there', async () => {
      await database.write(async (manager) => {
        await manager.query("SELECT name FROM setting WHERE name BETWEEN 'm' AND 't' FOR UPDATE")
        await put('added meanwhile')
      })
      expect(await nameOf((text) => database.read.query(text))).toBe('added meanwhile')
    })
  })
}
