import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What the search looks into: a row for each published article, in plain form and cut into tokens (`searchWords`). On
 * SQLite the tokens lie in a table of FTS5 whose row numbers are `position`: they grow with the time of publication, and
 * FTS5 answers by row number, newest first, without sorting. On MySQL and MariaDB the row has full-text keys.
 */
const SQLITE_DOCUMENT = `CREATE TABLE search_document (
  position integer PRIMARY KEY NOT NULL,
  article_id varchar(26) NOT NULL UNIQUE,
  channel_id varchar(26) NOT NULL,
  published_at bigint NOT NULL,
  title varchar(240) NOT NULL,
  text text NOT NULL
)`

const MYSQL_DOCUMENT = `CREATE TABLE search_document (
  article_id varchar(26) NOT NULL PRIMARY KEY,
  channel_id varchar(26) NOT NULL,
  published_at bigint NOT NULL,
  title varchar(240) NOT NULL,
  text mediumtext NOT NULL,
  title_tokens text CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  text_tokens mediumtext CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  KEY ix_search_published (published_at, article_id, channel_id, title),
  KEY ix_search_channel (channel_id, published_at, article_id, title),
  FULLTEXT KEY ft_search_title (title_tokens),
  FULLTEXT KEY ft_search_text (text_tokens)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`

const SQLITE_TOKENS = `CREATE VIRTUAL TABLE search_token USING fts5 (
  title, text, channel, content='', contentless_delete=1, detail=column, tokenize='ascii'
)`

const isMysql = (runner: QueryRunner): boolean => ['mysql', 'mariadb'].includes(runner.connection.options.type)

class CreateSearchDocument implements MigrationInterface {
  readonly name = 'Create_search_document_1765100000001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(isMysql(runner) ? MYSQL_DOCUMENT : SQLITE_DOCUMENT)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_document')
  }
}

class CreateSearchToken implements MigrationInterface {
  readonly name = 'Create_search_token_1765100000002'

  async up(runner: QueryRunner): Promise<void> {
    if (!isMysql(runner)) await runner.query(SQLITE_TOKENS)
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!isMysql(runner)) await runner.query('DROP TABLE search_token')
  }
}

/** The walk of one channel, newest first. On MySQL and MariaDB it stands in the table itself. */
class IndexSearchChannel implements MigrationInterface {
  readonly name = 'Index_search_channel_1765100000003'

  async up(runner: QueryRunner): Promise<void> {
    if (!isMysql(runner)) await runner.query('CREATE INDEX ix_search_channel ON search_document (channel_id, position)')
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!isMysql(runner)) await runner.query('DROP INDEX ix_search_channel')
  }
}

/** Years in which something was published, and the filter by year. */
class IndexSearchPublished implements MigrationInterface {
  readonly name = 'Index_search_published_1765100000004'

  async up(runner: QueryRunner): Promise<void> {
    if (!isMysql(runner)) await runner.query('CREATE INDEX ix_search_published ON search_document (published_at)')
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!isMysql(runner)) await runner.query('DROP INDEX ix_search_published')
  }
}

export const searchMigrations = [CreateSearchDocument, CreateSearchToken, IndexSearchChannel, IndexSearchPublished]
