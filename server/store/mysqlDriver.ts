import * as mysql2 from 'mysql2'

/** Every transaction of a session, in MySQL and MariaDB alike. */
const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'

/**
 * mysql2 for TypeORM, with what holds for every session told once a connection: TypeORM's own `isolationLevel` asks the
 * server anew before each transaction. A connection on which it could not be set serves nobody.
 *
 * What must not happen twice is a conditional update whose rows are counted; gap locks would only make workers wait.
 */
export const readCommittedDriver = {
  ...mysql2,
  createPool(options: mysql2.PoolOptions) {
    const pool = mysql2.createPool(options)
    // Queries of one connection run in order: whoever gets it comes after this one.
    pool.on('connection', (connection) => {
      connection.query(READ_COMMITTED, (error) => {
        if (error !== null) connection.destroy()
      })
    })
    return pool
  },
}
