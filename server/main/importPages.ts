import { createWriteStream } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { ArchiveUnknown, headOf, readArchive } from '../features/importing/archive/readArchive'
import { channelPlan } from '../features/channels/plan'
import { htmlReport, reasonsOf } from '../features/importing/htmlReport'
import { ColumnsUnknown, readColumnMap, type Column } from '../features/importing/records/table'
import { importAll, inspectAll } from '../features/importing/run'
import { openAddresses } from '../features/importing/sources/addresses'
import { openFolder } from '../features/importing/sources/folder'
import { isRecordFile, openRecords } from '../features/importing/sources/records'
import { SAVED, type Source } from '../features/importing/sources/source'
import { archivedPages, ArchiveRefused, openArchive, type Archive } from '../features/importing/sources/zip'
import { createWorkshop } from '../features/media/workshop'
import { importWords, IMPORT_DOUBTS } from '../../shared/phrases/importing'
import { systemClock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createChannelRepository } from '../store/repositories/channels'
import { createMediaRepository } from '../store/repositories/media'
import { composeArchive } from './composeArchive'
import { composeImport } from './composeImport'
import { openUploads } from './composeUploads'
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

async function openSource(path: string, { site, columns }: Wanted): Promise<Source> {
  if (/^https?:\/\//i.test(path)) return openAddresses([path], pageFetcher())
  const about = await lstat(path).catch(() => null)
  if (about === null) throw new StartError([`没有找到 ${path} / There is nothing at ${path}`])
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

/** Lines of what came of each page; a bar instead where somebody looks. */
function teller(source: Source) {
  const counts: Record<string, number> = {}
  const names: Record<string, string> = {
    certain: '可直接导入',
    doubtful: '存疑',
    known: '已导入过',
    failed: '不能导入',
    imported: '已发布',
    draft: '存为草稿',
  }
  const summary = () =>
    Object.entries(counts)
      .map(([state, count]) => `${names[state] ?? state} ${count}`)
      .join('  ')
  return {
    tell(state: string, name: string, reasons: string[]) {
      counts[state] = (counts[state] ?? 0) + 1
      const done = Object.values(counts).reduce((sum, count) => sum + count, 0)
      const isTold = state !== 'certain' && state !== 'imported' && state !== 'known'
      if (process.stderr.isTTY)
        process.stderr.write(`\r\u001b[K${done}${source.count === null ? '' : `/${source.count}`}  ${summary()}`)
      if (!isTold) return
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
      process.stdout.write(
        `${(names[state] ?? state).padEnd(6, '　')}${name}\n${reasons.map((reason) => `        ${reason}\n`).join('')}`,
      )
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
      process.stdout.write(`${summary() || '没有找到网页'}\n`)
    },
  }
}

async function depsOf(settings: Settings, database: Database) {
  const channels = createChannelRepository(database)
  await channels.synchronise(channelPlan(settings.association))
  return composeImport({
    database,
    clock: systemClock,
    tree: await channels.tree(),
    organisation: settings.association.organisation.name,
    temporaryFolder: settings.temporaryFolder,
    uploads: openUploads(settings.uploads),
    media: createMediaRepository(database),
    workshop: createWorkshop({ atOnce: 1, waiting: 1 }),
  })
}

async function inspect(
  deps: Awaited<ReturnType<typeof depsOf>>,
  source: Source,
  write: (text: string) => Promise<void>,
) {
  const tell = teller(source)
  for await (const inspected of inspectAll(deps, source)) {
    const title = 'found' in inspected ? `${inspected.found.title}  ${inspected.source}` : inspected.source
    tell.tell(inspected.state, title, reasonsOf(inspected))
    await write(htmlReport.entry(inspected))
  }
  tell.end()
}

async function apply(deps: Awaited<ReturnType<typeof depsOf>>, source: Source) {
  const tell = teller(source)
  for await (const imported of importAll(deps, source, { staffId: null, address: '' })) {
    if ('doubts' in imported) {
      const reasons = imported.doubts.map((doubt) => importWords(IMPORT_DOUBTS, doubt))
      tell.tell(imported.state, `${imported.title}  ${imported.source}`, reasons)
    } else tell.tell(imported.state, imported.source, reasonsOf(imported))
  }
  tell.end()
}

/** An archive of our own: everything that is not here yet is put back as it was. */
async function restore(settings: Settings, database: Database, archive: Archive, isApplied: boolean): Promise<void> {
  try {
    const { articles, pictures, exportedAt, organisation } = await headOf(archive)
    process.stdout.write(`${organisation} ${exportedAt}：文章 articles ${articles}，图片 pictures ${pictures}\n`)
    if (!isApplied) return
    const uploads = openUploads(settings.uploads)
    const counts = new Map<string, number>()
    const deps = composeArchive({ database, uploads, clock: systemClock, organisation })
    for await (const { kind, name, outcome } of readArchive(deps, archive, { staffId: null, address: '' })) {
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
      if (outcome === 'broken' || outcome === 'channel_unknown') process.stdout.write(`${kind} ${outcome}: ${name}\n`)
    }
    process.stdout.write(`${[...counts].map(([outcome, count]) => `${outcome} ${count}`).join('  ')}\n`)
  } finally {
    archive.close()
  }
}

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2))
  const settings = readSettings(process.env)
  const database = await openStore(settings.databaseUrl)
  const report = wanted.apply ? null : createWriteStream(wanted.report)
  const write = async (text: string) => {
    if (report !== null && !report.write(text)) await once(report, 'drain')
  }
  try {
    await bringUpToDate(database, true)
    const deps = await depsOf(settings, database)
    await write(htmlReport.head)
    for (const path of wanted.paths) {
      const archive = extname(path).toLowerCase() === '.zip' ? await openArchive(path) : null
      if (archive?.names.includes('archive.json') === true) {
        await restore(settings, database, archive, wanted.apply)
        continue
      }
      const source = archive === null ? await openSource(path, wanted) : archivedPages(archive, wanted.site)
      try {
        await (wanted.apply ? apply(deps, source) : inspect(deps, source, write))
      } finally {
        await source.close()
      }
    }
    await write(htmlReport.foot)
    if (report !== null) process.stdout.write(`报告 Report: ${join(wanted.report)}\n确认无误后加上 --apply 导入。\n`)
  } catch (error) {
    if (error instanceof ArchiveRefused) throw new StartError(['压缩包内容异常，已拒绝。 / The archive was refused.'])
    if (error instanceof ArchiveUnknown) {
      throw new StartError([
        '不是本系统的归档，或由更新的版本导出。 / Not an archive of ours, or one of a newer version.',
      ])
    }
    if (error instanceof ColumnsUnknown) {
      throw new StartError([
        '表格缺少“标题”或“正文”列，请用 --columns 指明。 / No column for title or body: use --columns.',
      ])
    }
    throw error
  } finally {
    report?.end()
    await database.close()
  }
}

main().catch(failStart)
