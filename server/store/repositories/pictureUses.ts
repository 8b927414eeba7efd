import type { EntityManager } from 'typeorm'

/** A body names its pictures by their address; file names are ULIDs, so that this finds no other. */
export const IN_BODY = `body_html LIKE ?`
export const inBody = (file: string): string => `%/uploads/${file}%`

export interface Shown {
  id: string
  file: string
}

const PICTURE = /\/uploads\/([0-9a-z][\w.-]*)/g

const found = async (manager: EntityManager, sql: string, values: unknown[]): Promise<boolean> =>
  (await manager.query<unknown[]>(sql, values)).length > 0

const isContactPhoto = (manager: EntityManager, { id }: Shown): Promise<boolean> =>
  found(manager, `SELECT name FROM setting WHERE name = 'contact' AND value LIKE ?`, [`%"${id}"%`])

/**
 * Whether an article shows a picture as it stands; one in the bin counts, for it may come back. So does the contact card's
 * photo.
 */
export const isShown = async (manager: EntityManager, picture: Shown, besides = ''): Promise<boolean> =>
  (await isContactPhoto(manager, picture)) || (await isInArticle(manager, picture, besides))

const isInArticle = (manager: EntityManager, { id, file }: Shown, besides: string): Promise<boolean> =>
  found(manager, `SELECT a.id FROM article a WHERE a.id <> ? AND (a.cover_id = ? OR a.${IN_BODY}) LIMIT 1`, [
    besides,
    id,
    inBody(file),
  ])

/** Whether an earlier save of an article shows it: who goes back to that one would miss it. */
export const isInHistory = (manager: EntityManager, { id, file }: Shown, besides = ''): Promise<boolean> =>
  found(
    manager,
    `SELECT r.id FROM article_revision r WHERE r.article_id <> ? AND (r.cover_id = ? OR r.${IN_BODY}) LIMIT 1`,
    [besides, id, inBody(file)],
  )

/** The pictures that an article or one of its saves shows, and that nothing else does. */
export async function picturesOfOnly(manager: EntityManager, articleId: string): Promise<Shown[]> {
  const rows = await manager.query<{ cover_id: string | null; body_html: string }[]>(
    `SELECT cover_id, body_html FROM article WHERE id = ?
     UNION ALL SELECT cover_id, body_html FROM article_revision WHERE article_id = ?`,
    [articleId, articleId],
  )
  const covers = new Set(rows.flatMap(({ cover_id: cover }) => cover ?? []))
  const files = new Set(
    rows.flatMap(({ body_html: body }) => [...body.matchAll(PICTURE)].flatMap(([, file]) => file ?? [])),
  )
  const only: Shown[] = []
  for (const [column, values] of [
    ['id', covers],
    ['file', files],
  ] as const) {
    for (const value of values) {
      const [picture] = await manager.query<Shown[]>(`SELECT id, file FROM media WHERE ${column} = ?`, [value])
      if (picture === undefined || only.some(({ id }) => id === picture.id)) continue
      if (await isShown(manager, picture, articleId)) continue
      if (!(await isInHistory(manager, picture, articleId))) only.push(picture)
    }
  }
  return only
}
