import type { EntityManager } from 'typeorm'
import { affectedRows } from '../affectedRows'

/** A body names its pictures by their address; file names are ULIDs, so that this finds no other. */
export const inBody = (file: string): string => `%/uploads/${file}%`

export interface Shown {
  id: string
  file: string
}

const PICTURE = /\/uploads\/([0-9a-z][\w.-]*)/g

type Condition = [sql: string, values: unknown[]]

/** A picture with what was cut out of it: who shows a cut shows the picture. */
export async function familyOf(manager: EntityManager, picture: Shown): Promise<Shown[]> {
  const cuts = await manager.query<Shown[]>('SELECT id, file FROM media WHERE cut_of = ?', [picture.id])
  return [{ id: picture.id, file: picture.file }, ...cuts]
}

/** Whether a row of `article` or `article_revision` shows one of these, as cover or in its text. */
export const showsAny = (pictures: readonly Shown[]): Condition => [
  `(cover_id IN (${pictures.map(() => '?').join(', ')}) OR ${pictures.map(() => 'body_html LIKE ?').join(' OR ')})`,
  [...pictures.map(({ id }) => id), ...pictures.map(({ file }) => inBody(file))],
]

const found = async (manager: EntityManager, sql: string, values: unknown[]): Promise<boolean> =>
  (await manager.query<unknown[]>(sql, values)).length > 0

const isContactPhoto = (manager: EntityManager, { id }: Shown): Promise<boolean> =>
  found(manager, `SELECT name FROM setting WHERE name = 'contact' AND value LIKE ?`, [`%"${id}"%`])

/**
 * Whether an article shows a picture or a cut of it as it stands; one in the bin counts, for it may come back. So does the
 * contact card's photo.
 */
export async function isShown(manager: EntityManager, picture: Shown, besides = ''): Promise<boolean> {
  if (await isContactPhoto(manager, picture)) return true
  const [shows, values] = showsAny(await familyOf(manager, picture))
  return found(manager, `SELECT id FROM article WHERE id <> ? AND ${shows} LIMIT 1`, [besides, ...values])
}

/** Whether an earlier save of an article shows it: who goes back to that one would miss it. */
export async function isInHistory(manager: EntityManager, picture: Shown, besides = ''): Promise<boolean> {
  const [shows, values] = showsAny(await familyOf(manager, picture))
  return found(manager, `SELECT id FROM article_revision WHERE article_id <> ? AND ${shows} LIMIT 1`, [
    besides,
    ...values,
  ])
}

/** Removes a picture's row with those of its cuts; answers the files that are to go, none when it was gone already. */
export async function removePicture(manager: EntityManager, picture: Shown): Promise<string[]> {
  const family = await familyOf(manager, picture)
  const removed = await affectedRows(manager, 'DELETE FROM media WHERE id = ? OR cut_of = ?', [picture.id, picture.id])
  return removed === 0 ? [] : family.map(({ file }) => file)
}

interface Row extends Shown {
  cut_of: string | null
}

async function pictureBy(manager: EntityManager, column: 'id' | 'file', value: string): Promise<Shown[]> {
  const [row] = await manager.query<Row[]>(`SELECT id, file, cut_of FROM media WHERE ${column} = ?`, [value])
  if (row === undefined) return []
  // The original first: with it its cuts go.
  return row.cut_of === null ? [row] : [...(await pictureBy(manager, 'id', row.cut_of)), row]
}

/** The pictures that an article or one of its saves shows, themselves or by a cut, and that nothing else does. */
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
  const only = new Map<string, Shown>()
  for (const [column, values] of [
    ['id', covers],
    ['file', files],
  ] as const) {
    for (const value of values) {
      for (const picture of await pictureBy(manager, column, value)) {
        if (only.has(picture.id) || (await isShown(manager, picture, articleId))) continue
        if (!(await isInHistory(manager, picture, articleId))) only.set(picture.id, picture)
      }
    }
  }
  return [...only.values()]
}
