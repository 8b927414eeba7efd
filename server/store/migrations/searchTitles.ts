import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Titles by themselves, on MySQL and MariaDB: what full text finds is read row by row to be sorted, and rows with whole
 * bodies do not stay in memory.
 */
const TITLES = `CREATE TABLE search_title (
  article_id varchar(26) NOT NULL PRIMARY KEY,
  channel_id varchar(26) NOT NULL,
  published_at bigint NOT NULL,
  title varchar(240) NOT NULL,
  title_tokens text CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  FULLTEXT KEY ft_search_title (title_tokens)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`

const isMysql = (runner: QueryRunner): boolean => ['mysql', 'mariadb'].includes(runner.connection.options.type)

class CreateSearchTitle implements MigrationInterface {
  readonly name = 'Create_search_title_1766600000001'

  async up(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) await runner.query(TITLES)
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) await runner.query('DROP TABLE search_title')
  }
}

class DropTitleTokens implements MigrationInterface {
  readonly name = 'Drop_title_tokens_1766600000002'

  async up(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) {
      await runner.query('ALTER TABLE search_document DROP KEY ft_search_title, DROP COLUMN title_tokens')
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!isMysql(runner)) return
    await runner.query(`ALTER TABLE search_document
      ADD COLUMN title_tokens text CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
      ADD FULLTEXT KEY ft_search_title (title_tokens)`)
  }
}

export const searchTitleMigrations = [CreateSearchTitle, DropTitleTokens]
