import { createInterface } from 'node:readline'
import { type Readable } from 'node:stream'
import type { Clock } from '../../../kernel/clock'
import type { ImportActor } from '../importPage'
import type { BodyRules, PictureSize } from '../ports'
import type { Archive } from '../sources/zip'
import { archivedArticle, archivedPicture, archiveHead, ARCHIVE_VERSION, type ArchiveHead } from './format'
import type { ArchiveFiles, ArchiveWriter } from '../portsArchive'

export interface ReadDeps {
  writer: ArchiveWriter
  files: Pick<ArchiveFiles, 'keep'>
  body: BodyRules
  clock: Clock
}

/** Why an archive of ours cannot be read. */
export class ArchiveUnknown extends Error {
  override readonly name = 'ArchiveUnknown'

  constructor(readonly version: number | null) {
    super('this is no archive of ours, or one of a later version')
  }
}

export interface Restored {
  kind: 'picture' | 'article'
  name: string
  outcome: 'kept' | 'known' | 'channel_unknown' | 'broken'
}

const LARGEST_LIST = 2 * 1024 ** 3

/** What the archive says of itself; throws `ArchiveUnknown`. */
export async function headOf(archive: Archive): Promise<ArchiveHead> {
  const bytes = await archive.entry('archive.json', 64 * 1024)
  let said: unknown = null
  try {
    said = JSON.parse(bytes?.toString('utf8') ?? 'null')
  } catch {
    throw new ArchiveUnknown(null)
  }
  const head = archiveHead.safeParse(said)
  if (!head.success || head.data.version > ARCHIVE_VERSION) throw new ArchiveUnknown(head.data?.version ?? null)
  return head.data
}

async function* linesOf(archive: Archive, name: string): AsyncGenerator<string> {
  const stream = await archive.stream(name, LARGEST_LIST)
  if (stream === null) return
  for await (const line of createInterface({ input: stream as Readable, crlfDelay: Infinity }))
    if (line !== '') yield line
}

function parsed<T>(schema: { safeParse(value: unknown): { success: boolean; data?: T } }, line: string): T | null {
  try {
    const result = schema.safeParse(JSON.parse(line))
    return result.success ? (result.data ?? null) : null
  } catch {
    return null
  }
}

/**
 * Puts back what an archive holds: pictures first, then articles under their own ids. What is here already stays as it
 * is, so that a run that was stopped goes on, and one line's fault does not stop the rest.
 */
export async function* readArchive(deps: ReadDeps, archive: Archive, actor: ImportActor): AsyncGenerator<Restored> {
  const { writer, files, body, clock } = deps
  await headOf(archive)
  const sizes: PictureSize[] = []
  for await (const line of linesOf(archive, 'pictures.jsonl')) {
    const picture = parsed(archivedPicture, line)
    if (picture === null) {
      yield { kind: 'picture', name: line.slice(0, 80), outcome: 'broken' }
      continue
    }
    const { id, file, width, height } = picture
    sizes.push({ file, width, height })
    if (await writer.hasPicture(id)) {
      yield { kind: 'picture', name: file, outcome: 'known' }
      continue
    }
    const content = await archive.entry(`files/${file}`, 64 * 1024 * 1024)
    try {
      if (content === null || content.length === 0) throw new Error('its file is missing')
      await files.keep(file, content)
      await writer.keepPicture({ ...picture, bytes: content.length })
      yield { kind: 'picture', name: file, outcome: 'kept' }
    } catch {
      yield { kind: 'picture', name: file, outcome: 'broken' }
    }
  }
  for await (const line of linesOf(archive, 'articles.jsonl')) {
    const article = parsed(archivedArticle, line)
    if (article === null) {
      yield { kind: 'article', name: line.slice(0, 80), outcome: 'broken' }
      continue
    }
    const bodyHtml = body.clean(article.bodyHtml)
    const { blocks } = body.derive(bodyHtml, sizes)
    const subject = { subjectType: 'article' as const, subjectId: article.id }
    const audit = { at: clock.now(), ...actor, action: 'article.import', ...subject, detail: { title: article.title } }
    const outcome = await writer.keepArticle({ ...article, bodyHtml, blocks }, audit)
    yield { kind: 'article', name: article.title, outcome }
  }
}
