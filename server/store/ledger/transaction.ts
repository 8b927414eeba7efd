import { setTimeout as wait } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import type { Database } from '../database'
import { sqlFor, type JoinedUpdate, type JsonColumn, type KeyedUpdate, type Sql } from './sql'

export type Value = string | number | null
export type Row = Record<string, Value>

/** MariaDB turns longer lists into a subquery, which an update runs badly. */
const KEYS_AT_ONCE = 900

/** One open transaction: plain SQL with bound values, and affected rows counted. */
export class Transaction {
  constructor(
    private readonly manager: EntityManager,
    readonly sql: Sql,
  ) {}

  /** Rows of a query. Big integers come back as text from MySQL: read numbers with `Number`. */
  async all(query: string, values: Value[] = []): Promise<Row[]> {
    return (await this.runner.query(query, values, true)).records as Row[]
  }

  /** Rows of a query that finds many. `columns`: the names that it gives them. */
  async list(columns: readonly string[], query: string, values: Value[]): Promise<Row[]> {
    const packed = this.sql.packed(columns, query)
    if (packed === null) return this.all(query, values)
    const [row] = await this.all(packed, values)
    const rows = JSON.parse(String(row?.packed)) as Value[][]
    return rows.map((cells) => {
      const found: Row = {}
      for (let at = 0; at < columns.length; at += 1) found[columns[at] ?? ''] = cells[at] ?? null
      return found
    })
  }

  /** Runs a statement; returns how many rows it matched. */
  async run(query: string, values: Value[] = []): Promise<number> {
    return (await this.runner.query(query, values, true)).affected ?? 0
  }

  /** One UPDATE for many rows; returns how many rows it matched. */
  async updateJoined(update: JoinedUpdate, rows: Value[][], set: Value[], where: Value[] = []): Promise<number> {
    if (rows.length === 0) return 0
    const { query, values } = this.sql.updateJoined(update, JSON.stringify(rows), set, where)
    return this.run(query, values)
  }

  /** One change of many rows, found by their keys; returns how many rows it matched. */
  async updateKeyed(update: KeyedUpdate, keys: string[], set: Value[], where: Value[] = []): Promise<number> {
    let matched = 0
    for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
      const { query, values } = this.sql.updateKeyed(update, keys.slice(at, at + KEYS_AT_ONCE), set, where)
      matched += await this.run(query, values)
    }
    return matched
  }

  /** The same, with a value of its own for each row (`j.value`). */
  async updateKeyedValues(
    update: KeyedUpdate,
    type: JsonColumn['type'],
    pairs: [string, Value][],
    set: Value[],
    where: Value[] = [],
  ): Promise<number> {
    if (pairs.length === 0) return 0
    const { query, values } = this.sql.updateKeyedValues(update, type, pairs, set, where)
    return this.run(query, values)
  }

  private get runner() {
    const runner = this.manager.queryRunner
    if (runner === undefined) throw new Error('a ledger statement needs an open transaction')
    return runner
  }
}

const TRIES = 10
/** Somebody else held a row, or took an open key between our look and our write: the same work, anew, comes out right. */
const PASSING =
  /^(ER_LOCK_DEADLOCK|ER_LOCK_WAIT_TIMEOUT|ER_CHECKREAD|ER_DUP_ENTRY|SQLITE_BUSY|SQLITE_LOCKED|SQLITE_CONSTRAINT_UNIQUE)/

function isPassing(error: unknown): boolean {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } }
  return [code, driverError?.code].some((name) => typeof name === 'string' && PASSING.test(name))
}

/** Plain reads outside of any transaction: on SQLite they do not wait for the writer. */
export type Read = (query: string, values?: Value[]) => Promise<Row[]>

export const readOn =
  (database: Database): Read =>
  (query, values = []) =>
    database.read.query(query, values)

export type Transact = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>

/** Transactions for the ledger: what was rolled back because of a passing conflict is done again. */
export function transactOn(database: Database): Transact {
  const sql = sqlFor(database.isMysql)
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await database.write((manager) => work(new Transaction(manager, sql)))
      } catch (error) {
        if (tries >= TRIES || !isPassing(error)) throw error
        await wait(Math.random() * 10 * tries)
      }
    }
  }
}
