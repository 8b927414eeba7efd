import type { EntityManager } from 'typeorm'

/** As a card names its file, and as a link to it would. */
const ATTACHMENT = /(?:data-file="|\/files\/)([0-9a-hjkmnp-tv-z]{26})/g

export const attachmentsIn = (body: string): string[] => [...body.matchAll(ATTACHMENT)].flatMap(([, id]) => id ?? [])

/** Whether an article names a file, as it stands or in an earlier save; ids are ULIDs, so that this finds no other. */
export async function isAttached(manager: EntityManager, id: string, besides = ''): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT id FROM article WHERE id <> ? AND body_html LIKE ?
     UNION ALL SELECT id FROM article_revision WHERE article_id <> ? AND body_html LIKE ? LIMIT 1`,
    [besides, `%${id}%`, besides, `%${id}%`],
  )
  return rows.length > 0
}

/** The files that an article or one of its saves names, and that nothing else does. */
export async function attachmentsOfOnly(manager: EntityManager, articleId: string): Promise<string[]> {
  const rows = await manager.query<{ body_html: string }[]>(
    `SELECT body_html FROM article WHERE id = ? UNION ALL SELECT body_html FROM article_revision WHERE article_id = ?`,
    [articleId, articleId],
  )
  const only: string[] = []
  for (const id of new Set(rows.flatMap(({ body_html: body }) => attachmentsIn(body)))) {
    if (!(await isAttached(manager, id, articleId))) only.push(id)
  }
  return only
}
