import { createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { ArchiveUnknown, headOf, readArchive, type Restored } from '../features/importing/archive/readArchive'
import { channelPlan } from '../features/channels/plan'
import type { FailureCode } from '../features/importing/found'
import { htmlReport, reasonsOf } from '../features/importing/htmlReport'
import type { ImportDeps } from '../features/importing/importPage'
import { ColumnsUnknown, readColumnMap, type Column } from '../features/importing/records/table'
import { importAll, inspectAll, type Broken } from '../features/importing/run'
import { openAddresses } from '../features/importing/sources/addresses'
import { archivedPages } from '../features/importing/sources/archivedPages'
import { ArchiveBroken, ArchiveRefused } from '../features/importing/sources/entry'
import { openFolder } from '../features/importing/sources/folder'
import { isRecordFile, openRecords } from '../features/importing/sources/records'
import { SAVED, type Source } from '../features/importing/sources/source'
import { openArchive, type Archive } from '../features/importing/sources/zip'
import { createWorkshop } from '../features/media/workshop'
import { importWords, IMPORT_DOUBTS } from '../../shared/phrases/importing'
import { systemClock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createChannelRepository } from '../store/repositories/channels'
import { composeArchive } from './composeArchive'
import { composeImport } from './composeImport'
import { openUploads } from './composeUploads'
import { createTeller, forTerminal } from './importTeller'
import { pageFetcher } from './pageFetcher'
import { readSettings, type Settings } from './settings'
import { failStart, StartError } from './startError'
import { bringUpToDate, openStore } from './store'

const USAGE = `npm run import -- 路径…            检查网页，不写入；报告存为 import-report.html
npm run import -- --apply 路径…    导入：确定的直接发布，存疑的存为草稿
  路径                  文件夹、网页文件、zip 压缩包、每行一个网址的 .urls 文件，
                        或 WordPress（.wxr .xml）、RSS、Atom、CSV、XLSX 文件
  --site http://旧网址/  这些文件在旧网站上的地址，旧链接据此转到新文章
  --columns 名=表头,…    CSV、XLSX 的列：title channel publisher time views body address
  --report 文件          检查报告的位置
`

interface Wanted {
  paths: string[]
  apply: boolean
  site: string
  columns: Partial<Record<Column, string>>
  report: string
}

function readArguments(argv: string[]): Wanted {
  const options = {
    apply: { type: 'boolean', default: false },
    site: { type: 'string', default: SAVED },
    report: { type: 'string', default: 'import-report.html' },
    columns: { type: 'string', default: '' },
  } as const
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
  const site = values.site.endsWith('/') ? values.site : `${values.site}/`
  const columns = readColumnMap(values.columns)
  if (positionals.length === 0 || columns === null || !URL.canParse(site)) throw new StartError([USAGE])
  return { paths: positionals, apply: values.apply, site, columns, report: resolve(values.report) }
}

/** Before anything is read: a name that was mistyped is told at once. */
async function lookForAll(paths: readonly string[]): Promise<void> {
  for (const path of paths.filter((given) => !/^https?:\/\//i.test(given))) {
    const isThere = (await stat(path).catch(() => null)) !== null
    if (!isThere) throw new StartError([`没有找到 ${path} / There is nothing at ${path}`])
  }
}

async function openSource(path: string, { site, columns }: Wanted): Promise<Source> {
  if (/^https?:\/\//i.test(path)) return openAddresses([path], pageFetcher())
  const about = await stat(path)
  if (about.isFile() && extname(path).toLowerCase() === '.urls') {
    const lines = (await readFile(path, 'utf8')).split(/\r?\n/).map((line) => line.trim())
    return openAddresses(
      lines.filter((line) => /^https?:\/\//i.test(line)),
      pageFetcher(),
    )
  }
  if (about.isFile() && isRecordFile(path)) return openRecords(path, { columns, fetcher: pageFetcher() })
  return openFolder(path, site)
}

async function depsOf(settings: Settings, database: Database): Promise<ImportDeps> {
  const channels = createChannelRepository(database)
  await channels.synchronise(channelPlan(settings.association))
  return composeImport({
    database,
    clock: systemClock,
    tree: await channels.tree(),
    organisation: settings.association.organisation.name,
    temporaryFolder: settings.temporaryFolder,
    uploads: openUploads(settings.uploads),
    workshop: createWorkshop({ atOnce: 1, waiting: 1 }),
  })
}

async function inspect(deps: ImportDeps, source: Source, write: (text: string) => Promise<void>) {
  const tell = createTeller(source)
  for await (const inspected of inspectAll(deps, source)) {
    const title = 'found' in inspected ? `${inspected.found.title}  ${inspected.source}` : inspected.source
    tell.tell(inspected.state, title, reasonsOf(inspected))
    await write(htmlReport.entry(inspected))
  }
  tell.end()
}

async function apply(deps: ImportDeps, source: Source) {
  const tell = createTeller(source)
  for await (const imported of importAll(deps, source, { staffId: null, address: '' })) {
    if ('doubts' in imported) {
      const reasons = imported.doubts.map((doubt) => importWords(IMPORT_DOUBTS, doubt))
      tell.tell(imported.state, `${imported.title}  ${imported.source}`, reasons)
    } else tell.tell(imported.state, imported.source, reasonsOf(imported))
  }
  tell.end()
}

const RESTORED: Record<Restored['outcome'], string> = {
  kept: '已读入',
  known: '已有，未改动',
  channel_unknown: '没有这个栏目，未读入',
  broken: '已损坏，未读入',
}

/** An archive of our own: everything that is not here yet is put back as it was. */
async function restore(settings: Settings, database: Database, archive: Archive, isApplied: boolean): Promise<void> {
  try {
    const { articles, pictures, attachments, exportedAt, organisation } = await headOf(archive)
    const said = `文章 articles ${articles}，图片 pictures ${pictures}，附件 attachments ${attachments}`
    process.stdout.write(`${forTerminal(organisation)} ${exportedAt}：${said}\n`)
    if (!isApplied) return
    const uploads = openUploads(settings.uploads)
    const counts = new Map<Restored['outcome'], number>()
    const deps = composeArchive({ database, uploads, clock: systemClock, organisation })
    for await (const { kind, name, outcome } of readArchive(deps, archive, { staffId: null, address: '' })) {
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
      if (outcome === 'broken' || outcome === 'channel_unknown') {
        process.exitCode = 1
        process.stdout.write(`${RESTORED[outcome]} ${kind}: ${forTerminal(name)}\n`)
      }
    }
    process.stdout.write(`${[...counts].map(([outcome, count]) => `${RESTORED[outcome]} ${count}`).join('  ')}\n`)
  } finally {
    archive.close()
  }
}

/** What keeps a whole file from being read, as the reason of one entry of the report. */
function failureOf(source: string, error: unknown): Broken {
  const failed = (failure: FailureCode): Broken => ({ state: 'failed', source, failure })
  if (error instanceof ArchiveRefused) return failed('archive_refused')
  if (error instanceof ArchiveBroken) return failed('archive_broken')
  if (error instanceof ArchiveUnknown) return failed('archive_unknown')
  if (error instanceof ColumnsUnknown) return failed('columns_missing')
  return { ...failed('source_broken'), error }
}

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2))
  await lookForAll(wanted.paths)
  const settings = readSettings(process.env)
  const database = await openStore(settings.databaseUrl)
  const report = wanted.apply ? null : createWriteStream(wanted.report)
  const write = async (text: string) => {
    if (report !== null && !report.write(text)) await once(report, 'drain')
  }
  const run = async (path: string, deps: ImportDeps) => {
    const isZip = extname(path).toLowerCase() === '.zip'
    const archive = isZip ? await openArchive(path) : null
    if (archive?.names.includes('archive.json') === true) {
      await restore(settings, database, archive, wanted.apply)
      return
    }
    const source = archive === null ? await openSource(path, wanted) : archivedPages(archive, wanted.site)
    try {
      await (wanted.apply ? apply(deps, source) : inspect(deps, source, write))
    } finally {
      await source.close()
    }
  }
  try {
    await bringUpToDate(database, settings)
    const deps = await depsOf(settings, database)
    await write(htmlReport.head)
    for (const path of wanted.paths) {
      try {
        await run(path, deps)
      } catch (error) {
        // The other files are read all the same.
        const broken = failureOf(path, error)
        createTeller({ count: null }).tell(broken.state, path, reasonsOf(broken))
        await write(htmlReport.entry(broken))
        process.exitCode = 1
      }
    }
    await write(htmlReport.foot)
    if (report !== null) process.stdout.write(`报告 Report: ${join(wanted.report)}\n确认无误后加上 --apply 导入。\n`)
  } finally {
    report?.end()
    await database.close()
  }
}

main().catch(failStart)
