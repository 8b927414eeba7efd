import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ImportDeps } from '../../server/features/importing/importPage'
import { importAll } from '../../server/features/importing/run'
import { archivedPages } from '../../server/features/importing/sources/archivedPages'
import { SAVED, type Source } from '../../server/features/importing/sources/source'
import { openArchive } from '../../server/features/importing/sources/zip'
import type { OldArticle } from '../../server/features/importing/testing/oldPage'
import { createWorkshop } from '../../server/features/media/workshop'
import { composeImport } from '../../server/main/composeImport'
import { createChannelRepository } from '../../server/store/repositories/channels'
import { createUploadsFolder } from '../../server/store/uploadsFolder'
import type { TestServer } from './server'

export type Files = Map<string, Buffer>

export const BY_HAND = { staffId: null, address: '' }

export const oldArticle: OldArticle = {
  title: '关于举办社工实务督导沙龙的通知',
  publisher: '珠海市社会工作协会',
  publishedAt: Date.UTC(2017, 9, 27, 2, 54, 0),
  views: 4092,
  channel: '新闻速递',
  bodyHtml: '<p>各会员单位：</p><p>定于下月举办督导沙龙。</p>',
}

/** What an import into a server's house needs. */
export const importDeps = async ({ database, clock, dataFolder }: TestServer): Promise<ImportDeps> =>
  composeImport({
    database,
    clock,
    tree: await createChannelRepository(database).tree(),
    organisation: '珠海市社会工作协会',
    temporaryFolder: join(dataFolder, 'incoming'),
    uploads: createUploadsFolder(join(dataFolder, 'uploads')),
    workshop: createWorkshop({ atOnce: 1, waiting: 1 }),
  })

export async function toZip(path: string, files: Files): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of files) zip.addBuffer(content, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

export async function toFolder(folder: string, files: Files): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

/** The pages of files as a zip that lies in the server's folder. */
export async function zipOf(server: TestServer, files: Files): Promise<Source> {
  const path = join(server.dataFolder, 'old.zip')
  await toZip(path, files)
  return archivedPages(await openArchive(path), SAVED)
}

/** What became of each page: its name, its state, and the codes that say why. */
export async function importEach(server: TestServer, source: Source): Promise<[string, string, ...string[]][]> {
  const ends: [string, string, ...string[]][] = []
  for await (const end of importAll(await importDeps(server), source, BY_HAND)) {
    const codes = 'doubts' in end ? end.doubts.map(({ code }) => code) : 'failure' in end ? [end.failure] : []
    ends.push([end.source, end.state, ...codes])
  }
  await source.close()
  return ends
}

const TABLES = ['article', 'article_revision', 'media', 'attachment', 'import_page', 'old_address', 'search_document']

/** How many rows each table has. The audit log is not among them: nothing is ever taken out of it. */
export const countsOf = ({ database }: TestServer) =>
  Promise.all(
    TABLES.map(async (table) => {
      const [row] = await database.read.query<{ count: number | string }[]>(`SELECT COUNT(*) AS count FROM ${table}`)
      return [table, Number(row?.count)] as const
    }),
  )
