import { createInterface } from 'node:readline'
import { type Readable } from 'node:stream'
import type { Clock } from '../../../kernel/clock'
import type { ImportActor } from '../importPage'
import type { BodyRules, PictureSize } from '../ports'
import type { Archive } from '../sources/zip'
import {
  archivedArticle,
  archivedAttachment,
  archivedChannel,
  archivedPicture,
  archiveHead,
  ARCHIVE_VERSION,
  type ArchivedChannel,
  type ArchiveHead,
} from './format'
import type { ArchiveFiles, ArchiveWriter } from '../portsArchive'

export interface ReadDeps {
  writer: ArchiveWriter
  files: Pick<ArchiveFiles, 'keep' | 'keepAttachment'>
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
  kind: 'channels' | 'picture' | 'attachment' | 'article'
  name: string
  outcome: 'kept' | 'known' | 'channel_unknown' | 'broken'
}

const LARGEST_LIST = 2 * 1024 ** 3
const LARGEST_FILE = 64 * 1024 * 1024
const SHOWN = /\/uploads\/([0-9a-z]{26}\.webp)/g

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

/** What a line stands for, restored; a line that says something else, and whatever goes wrong with it, is told. */
async function* restored<T>(
  archive: Archive,
  kind: Restored['kind'],
  file: string,
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  nameOf: (row: T) => string,
  restore: (row: T) => Promise<Restored['outcome']>,
): AsyncGenerator<Restored> {
  for await (const line of linesOf(archive, file)) {
    const row = parsed(schema, line)
    const name = row === null ? line.slice(0, 80) : nameOf(row)
    const outcome = row === null ? ('broken' as const) : await restore(row).catch(() => 'broken' as const)
    yield { kind, name, outcome }
  }
}

/** The file of a picture or an attachment; throws when it is not there. */
async function fileOf(archive: Archive, file: string): Promise<Buffer> {
  const content = await archive.entry(`files/${file}`, LARGEST_FILE)
  if (content === null || content.length === 0) throw new Error('its file is missing')
  return content
}

async function* restoreChannels({ writer, clock }: ReadDeps, archive: Archive, actor: ImportActor) {
  const channels: ArchivedChannel[] = []
  for await (const line of linesOf(archive, 'channels.jsonl')) {
    const channel = parsed(archivedChannel, line)
    if (channel !== null) channels.push(channel)
  }
  if (!channels.some(({ wished }) => wished !== null)) return
  const subject = { subjectType: 'setting' as const, subjectId: 'channels' }
  const audit = { at: clock.now(), ...actor, action: 'setting.change', ...subject }
  const outcome = await writer.keepChannels(channels, audit).catch(() => 'broken' as const)
  yield { kind: 'channels', name: 'channels.jsonl', outcome } satisfies Restored
}

/**
 * Puts back what an archive holds: what staff wanted of the channels, pictures and attachments, then articles, all under
 * their own ids. What is here already stays as it is, so that a run that was stopped goes on, and one line's fault does not
 * stop the rest.
 */
export async function* readArchive(deps: ReadDeps, archive: Archive, actor: ImportActor): AsyncGenerator<Restored> {
  const { writer, files, body, clock } = deps
  await headOf(archive)
  yield* restoreChannels(deps, archive, actor)
  const sizes = new Map<string, PictureSize>()
  yield* restored(
    archive,
    'picture',
    'pictures.jsonl',
    archivedPicture,
    ({ file }) => file,
    async (picture) => {
      const { id, file, width, height, cut = null } = picture
      sizes.set(file, { file, width, height })
      if (await writer.hasPicture(id)) return 'known'
      const content = await fileOf(archive, file)
      await files.keep(file, content, cut)
      await writer.keepPicture({ ...picture, bytes: content.length }, clock.now())
      return 'kept'
    },
  )
  yield* restored(
    archive,
    'attachment',
    'attachments.jsonl',
    archivedAttachment,
    ({ name }) => name,
    async (attachment) => {
      if (await writer.hasAttachment(attachment.id)) return 'known'
      const content = await fileOf(archive, attachment.file)
      await files.keepAttachment(attachment, content)
      await writer.keepAttachment({ ...attachment, bytes: content.length }, clock.now())
      return 'kept'
    },
  )
  yield* restored(
    archive,
    'article',
    'articles.jsonl',
    archivedArticle,
    ({ title }) => title,
    (article) => {
      const bodyHtml = body.clean(article.bodyHtml)
      const shown = [...bodyHtml.matchAll(SHOWN)].flatMap(([, file = '']) => sizes.get(file) ?? [])
      const { blocks } = body.derive(bodyHtml, shown)
      const subject = { subjectType: 'article' as const, subjectId: article.id }
      const detail = { title: article.title }
      const audit = { at: clock.now(), ...actor, action: 'article.import', ...subject, detail }
      return writer.keepArticle({ ...article, bodyHtml, blocks }, audit)
    },
  )
}
