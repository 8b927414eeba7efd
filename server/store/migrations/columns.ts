import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions, type TableOptions } from 'typeorm'

/**
 * Column makers that mean the same on SQLite, MySQL and MariaDB. Instants are `bigint` milliseconds; text compares
 * byte by byte everywhere (an openid that differs in case is another member).
 */
export interface Columns {
  id(name?: string): TableColumnOptions
  ref(name: string, nullable?: boolean): TableColumnOptions
  varchar(name: string, length: number, more?: Partial<TableColumnOptions>): TableColumnOptions
  longText(name: string): TableColumnOptions
  instant(name: string, nullable?: boolean): TableColumnOptions
  integer(name: string, more?: Partial<TableColumnOptions>): TableColumnOptions
  flag(name: string, initial?: boolean): TableColumnOptions
  double(name: string, nullable?: boolean): TableColumnOptions
}

function columnsFor(isMysql: boolean): Columns {
  const collated = isMysql ? { charset: 'utf8mb4', collation: 'utf8mb4_bin' } : {}
  const varchar: Columns['varchar'] = (name, length, more = {}) => ({
    name,
    type: 'varchar',
    length: String(length),
    ...collated,
    ...more,
  })
  return {
    varchar,
    id: (name = 'id') => varchar(name, 26, { isPrimary: true }),
    ref: (name, nullable = false) => varchar(name, 26, { isNullable: nullable }),
    longText: (name) => ({ name, type: isMysql ? 'mediumtext' : 'text', ...collated }),
    instant: (name, nullable = false) => ({ name, type: 'bigint', isNullable: nullable }),
    integer: (name, more = {}) => ({ name, type: 'int', ...more }),
    flag: (name, initial = false) => ({ name, type: isMysql ? 'tinyint' : 'boolean', default: initial ? 1 : 0 }),
    double: (name, nullable = false) => ({ name, type: 'double', isNullable: nullable }),
  }
}

/**
 * A migration that makes one table. MySQL commits each DDL statement by itself, so a migration holds just one: after
 * a crash the run goes on where it stopped.
 */
export function tableMigration(
  timestamp: number,
  name: string,
  table: (columns: Columns) => TableOptions,
): new () => MigrationInterface {
  const className = `Create_${name}_${timestamp}`
  return class implements MigrationInterface {
    readonly name = className

    async up(runner: QueryRunner): Promise<void> {
      const isMysql = ['mysql', 'mariadb'].includes(runner.connection.options.type)
      await runner.createTable(new Table({ ...table(columnsFor(isMysql)), name }))
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropTable(name)
    }
  }
}
