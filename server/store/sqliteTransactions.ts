/** As much of a connection (better-sqlite3's interface) as transactions need. */
export interface SqliteConnection {
  readonly inTransaction: boolean
  pragma(statement: string): unknown
  prepare(statement: string): unknown
}

interface Statement {
  run(...values: unknown[]): unknown
}

const NOTHING = { changes: 0, lastInsertRowid: 0 }

/**
 * Two habits of SQLite that TypeORM does not know, and that would each spoil the writing connection for good:
 *
 * - A transaction that begins as a reader fails at its first write when another process has written in between. One
 *   that is going to write takes the write lock when it begins, and waits for it.
 * - When the disk is full or cannot be read, SQLite rolls the transaction back by itself. TypeORM's own ROLLBACK then
 *   fails, its count of open transactions stays too high, and from then on what it calls committed is a savepoint
 *   within a transaction that nobody ever commits.
 */
export function steadyTransactions(connection: SqliteConnection): void {
  const prepare = connection.prepare.bind(connection)
  let neverBegan = false

  const begin = (): Statement => {
    const statement = prepare('BEGIN IMMEDIATE') as Statement
    return {
      run() {
        neverBegan = true
        const result = statement.run()
        neverBegan = false
        return result
      },
    }
  }
  const rollback = (): Statement => {
    const statement = prepare('ROLLBACK') as Statement
    // A transaction that never began is not counted by TypeORM either: there the failure is right.
    return { run: () => (connection.inTransaction || neverBegan ? statement.run() : NOTHING) }
  }
  connection.prepare = (text) => {
    if (text === 'BEGIN TRANSACTION') return begin()
    return text === 'ROLLBACK' ? rollback() : prepare(text)
  }
}
