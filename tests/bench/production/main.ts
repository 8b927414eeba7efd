/**
 * `npm run -s bench:production`: one JSON line about an installation as a server gets it: what was built elsewhere and
 * `npm ci --omit=dev`, in an empty folder. `install_mb` is its `node_modules` on disk, in megabytes of 1024² bytes (limit
 * 150). The rest says what it did: brought its database to the newest schema, served, took a picture, told a member.
 */
import { spawn } from 'node:child_process'
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Alerts, Media, NoticeDetail, StaffArticle } from '../../../shared/contract'
import { untilOver } from '../../support/desk'
import { eventArticle, noticeValues } from '../../support/factories'
import { request } from '../../support/http'
import { openPhone } from '../../support/memberPhone'
import { drawPicture } from '../../support/pictures'
import { asAdministrator, keepDraft, type StaffBrowser } from '../../support/staff'

const LIMIT_MB = 150
const HANG_MS = 300_000
/** What docs/operators/deploy.md tells to copy. */
const COPIED = ['package.json', 'package-lock.json', '.npmrc', 'dist', 'config/association.json', 'config/sample']
const BUILD_TOOLS = ['esbuild', 'typescript', 'vite', 'webpack', '@tarojs', 'jest', 'react', 'antd']

const folder = mkdtempSync(join(tmpdir(), 'association-production-'))
const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: join(folder, 'data'),
}

function start(command: string, args: string[]) {
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: HANG_MS })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const find = (words: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = words.exec(said)?.[1]
        if (found !== undefined) resolve(found)
      }
      child.stdout.on('data', look)
      look()
      void ended.then((code) => reject(new Error(`it ended with ${code}: ${said}`)))
    })
  const orderly = async () => {
    const code = await ended
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${said}`)
  }
  return { child, ended, find, orderly }
}

/** As `du` counts: whole blocks, folders too. */
function bytesOnDisk(path: string): number {
  const stat = lstatSync(path)
  const inside = stat.isDirectory() ? readdirSync(path).map((name) => bytesOnDisk(join(path, name))) : []
  return inside.reduce((sum, bytes) => sum + bytes, stat.blocks * 512)
}

async function upload(staff: StaffBrowser): Promise<Media> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await drawPicture(1200, 800))], { type: 'image/png' }), 'picture.png')
  const { status, body } = await staff.call<Media>('POST', '/api/admin/media', { form })
  if (status !== 201) throw new Error(`the picture was refused: ${JSON.stringify(body)}`)
  return body
}

/** How many members were told of an event that staff publish with a picture. */
async function tell(url: string, staff: StaffBrowser): Promise<number> {
  const phone = await openPhone(url)
  const alerts = (await phone.call<Alerts>('GET', '/api/alerts')).body
  const template = alerts.topics.find(({ topic }) => topic === 'new_events')?.template.id ?? ''
  const answers = { [template]: 'accept' }
  await request(`${url}/sandbox/api/phones/${phone.phoneId}/subscribe`, 'POST', { json: { answers } })
  await phone.answers(answers)
  const picture = await upload(staff)
  const draft = await keepDraft(staff, eventArticle({ coverId: picture.id }))
  const json = { version: draft.version, notice: { values: noticeValues(), atNight: true } }
  const published = await staff.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })
  if (published.status !== 200) throw new Error(`not published: ${JSON.stringify(published.body)}`)
  const notices = await staff.call<{ items: NoticeDetail[] }>('GET', '/api/admin/notices')
  const announced = notices.body.items.find(({ kind }) => kind === 'preview')
  const over = await untilOver(staff, announced?.id ?? '')
  return over.counts.sent
}

async function run() {
  for (const name of COPIED) cpSync(name, join(folder, name), { recursive: true })
  await start('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error']).orderly()
  const modules = join(folder, 'node_modules')
  const installMb = Math.ceil(bytesOnDisk(modules) / 1024 ** 2)
  const installed = readdirSync(modules)
  const tools = BUILD_TOOLS.filter((name) => installed.includes(name))
  await start(process.execPath, ['dist/server/migrate.js']).orderly()
  const web = start(process.execPath, ['--enable-source-maps', 'dist/server/web.js'])
  try {
    const url = (await web.find(/READY (\S+)/)).replace('localhost', '127.0.0.1')
    const setupCode = await web.find(/首次设置码\s+(\S+?)（/)
    const paths = ['/', '/admin/', '/sandbox/', '/healthz', '/readyz', '/api/channels', '/events.ics']
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${url}${path}`)).status))
    const refused = paths.filter((_, index) => statuses[index] !== 200)
    const sent = await tell(url, await asAdministrator({ url, setupCode }))
    web.child.kill('SIGTERM')
    const exitCode = await web.ended
    const ok = installMb <= LIMIT_MB && tools.length === 0 && refused.length === 0 && sent === 1 && exitCode === 0
    return { ok, install_mb: installMb, build_tools: tools, refused, uploaded: 1, sent, exit_code: exitCode }
  } finally {
    web.child.kill('SIGKILL')
  }
}

run()
  .then((result) => {
    process.stdout.write(`${JSON.stringify(result)}\n`)
    process.exitCode = result.ok ? 0 : 1
  })
  .catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exitCode = 1
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }))
