import type { DataSource, EntityManager } from 'typeorm'
import { againAfterConflict } from './againAfterConflict'
import { plainRows, type PlainRows } from './plainRows'
import { WriteQueue } from './writeQueue'

export type Engine = 'sqlite' | 'mysql' | 'mariadb'

/**
 * The door to the database. `read` never sees an open transaction of somebody else; `write` is a transaction.
 *
 * TypeORM shares one SQLite connection, so overlapping transactions would break each other's atomicity: on SQLite
 * every write goes through one queue on a connection of its own, and reads use another (WAL lets them run beside the
 * writer). On MySQL both are one pool and the queue is not used.
 */
export class Database {
  /** Reads like `read`, for the few questions that most answers are made from. */
  readonly rows: PlainRows
  private readonly queue = new WriteQueue()

  constructor(
    readonly engine: Engine,
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    this.rows = plainRows(reader, this.isMysql)
  }

  /** For reading only. Writing through it would bypass the queue. */
  get read(): EntityManager {
    return this.reader.manager
  }

  /**
   * Runs `work` in a transaction; what it returns is returned once the transaction has been committed. `work` may run
   * again from the beginning: a transaction that lost to another one has been rolled back whole.
   */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const run = () => againAfterConflict(() => this.writer.transaction(work))
    return this.engine === 'sqlite' ? this.queue.add(run) : run()
  }

  /** The connection that migrations run on. */
  get migrations(): DataSource {
    return this.writer
  }

  get isMysql(): boolean {
    return this.engine !== 'sqlite'
  }

  async close(): Promise<void> {
    await this.queue.idle()
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy()
    if (this.writer.isInitialized) await this.writer.destroy()
  }
}
