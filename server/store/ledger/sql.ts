type Value = string | number | null

export interface Statement {
  query: string
  values: Value[]
}

export interface JsonColumn {
  name: string
  type: 'text' | 'number'
}

export interface JoinedUpdate {
  table: string
  /** Columns of the JSON rows, in order, joined as `j`. Their names must differ from the table's. */
  columns: readonly JsonColumn[]
  /** With the table as `t`. */
  on: string
  set: string
  where: string
}

/** The same change of many rows, found by their keys; what differs from row to row is one value at most, `j.value`. */
export interface KeyedUpdate {
  table: string
  /** First column of the table's primary key, with the table as `t`. */
  key: string
  set: string
  where: string
}

/** The few places where SQLite and MySQL/MariaDB do not speak alike. */
export interface Sql {
  /** The database's own clock, in milliseconds since the epoch. */
  now: string
  /** Ends a SELECT of rows that this transaction is going to change. */
  forUpdate: string
  /** The same, passing over rows that another worker is at. */
  forUpdateSkipLocked: string
  /** Ends a SELECT of a row that must not change before this transaction is over. */
  forShare: string
  /** `member:template`, the open key of a delivery. */
  openKeyOf(member: string, template: string): string
  /** JSON rows, given as one bound value, as a table `j` that is joined first. */
  rows(columns: readonly JsonColumn[]): string
  /** A join that reads the left side first. */
  joinInOrder: string
  /** Follows a table's name: its deliveries are to be found by `ix_delivery_claim`, whatever the statistics say. */
  byClaimIndex: string
  /** What follows `IN`, and what is bound for it. */
  keys(keys: string[]): { list: string; values: Value[] }
  /**
   * The rows of a query in one JSON array of arrays, `packed`; null where rows come cheaper as they are. Out of SQLite
   * each row costs as much as finding it.
   */
  packed(columns: readonly string[], query: string): string | null
  updateJoined(update: JoinedUpdate, json: string, set: Value[], where: Value[]): Statement
  updateKeyed(update: KeyedUpdate, keys: string[], set: Value[], where: Value[]): Statement
  updateKeyedValues(
    update: KeyedUpdate,
    type: JsonColumn['type'],
    pairs: [string, Value][],
    set: Value[],
    where: Value[],
  ): Statement
}

export const text = (name: string): JsonColumn => ({ name, type: 'text' })
export const number = (name: string): JsonColumn => ({ name, type: 'number' })

/** `(?, ?, ?)` for as many values. */
export const placeholders = (values: readonly unknown[]): string => `(${values.map(() => '?').join(', ')})`

/** As text at once: an object with a thousand names is slow to make. */
const jsonObject = (pairs: [string, Value][]): string =>
  `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`

const sqlite: Sql = {
  now: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
  forUpdate: '',
  forUpdateSkipLocked: '',
  forShare: '',
  openKeyOf: (member, template) => `${member} || ':' || ${template}`,
  joinInOrder: 'CROSS JOIN',
  byClaimIndex: '',
  keys: (keys) => ({ list: '(SELECT value FROM json_each(?))', values: [JSON.stringify(keys)] }),
  packed: (columns, query) => `SELECT json_group_array(json_array(${columns.join(', ')})) AS packed FROM (${query})`,
  rows: (columns) => {
    const list = columns.map((column, at) => `json_extract(value, '$[${at}]') AS ${column.name}`)
    return `(SELECT ${list.join(', ')} FROM json_each(?)) AS j`
  },
  updateJoined: ({ table, columns, on, set, where }, json, setValues, whereValues) => ({
    query: `UPDATE ${table} AS t SET ${set} FROM ${sqlite.rows(columns)} WHERE ${on} AND ${where}`,
    values: [...setValues, json, ...whereValues],
  }),
  updateKeyed: ({ table, key, set, where }, keys, setValues, whereValues) => {
    const { list, values } = sqlite.keys(keys)
    return {
      query: `UPDATE ${table} AS t SET ${set} WHERE ${key} IN ${list} AND ${where}`,
      values: [...setValues, ...values, ...whereValues],
    }
  },
  // An object's names and values come as columns: nothing has to be extracted row by row.
  updateKeyedValues: ({ table, key, set, where }, _type, pairs, setValues, whereValues) => ({
    query: `UPDATE ${table} AS t SET ${set} FROM json_each(?) AS j WHERE ${key} = j.key AND ${where}`,
    values: [...setValues, jsonObject(pairs), ...whereValues],
  }),
}

/** Compared with columns of `utf8mb4_bin`: another collation here would keep the index from being used. */
const MYSQL_TYPES = { text: 'VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', number: 'BIGINT' }

const mysql: Sql = {
  now: 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)',
  forUpdate: 'FOR UPDATE',
  forUpdateSkipLocked: 'FOR UPDATE SKIP LOCKED',
  forShare: 'LOCK IN SHARE MODE',
  openKeyOf: (member, template) => `CONCAT(${member}, ':', ${template})`,
  joinInOrder: 'STRAIGHT_JOIN',
  byClaimIndex: 'FORCE INDEX (ix_delivery_claim)',
  keys: (keys) => ({ list: placeholders(keys), values: keys }),
  packed: () => null,
  rows: (columns) => {
    const list = columns.map((column, at) => `${column.name} ${MYSQL_TYPES[column.type]} PATH '$[${at}]'`)
    return `JSON_TABLE(?, '$[*]' COLUMNS (${list.join(', ')})) AS j`
  },
  updateJoined: ({ table, columns, on, set, where }, json, setValues, whereValues) => ({
    query: `UPDATE ${mysql.rows(columns)} STRAIGHT_JOIN ${table} AS t ON ${on} SET ${set} WHERE ${where}`,
    values: [json, ...setValues, ...whereValues],
  }),
  // An update of one table by ranges of its primary key costs half of one that is joined.
  updateKeyed: ({ table, key, set, where }, keys, setValues, whereValues) => ({
    query: `UPDATE ${table} AS t FORCE INDEX (PRIMARY) SET ${set} WHERE ${key} IN ${placeholders(keys)} AND ${where}`,
    values: [...setValues, ...keys, ...whereValues],
  }),
  updateKeyedValues: (update, type, pairs, setValues, whereValues) =>
    mysql.updateJoined(
      { ...update, columns: [text('of_row'), { name: 'value', type }], on: `${update.key} = j.of_row` },
      JSON.stringify(pairs),
      setValues,
      whereValues,
    ),
}

export const sqlFor = (isMysql: boolean): Sql => (isMysql ? mysql : sqlite)
