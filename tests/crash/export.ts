import { fork } from 'node:child_process'
import { once } from 'node:events'
import { openSession } from '../../server/features/staff/session'
import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { createStaffRepository } from '../../server/store/repositories/staff'
import { addStaff } from '../support/staff'
import { bundled, root } from './bundle'
import type { Bug, OfficeSetup } from './worker/orders'

/** One line of the CSV file that staff download; times in milliseconds, as exact as the file says them, or 0. */
export interface ExportLine {
  id: string
  memberId: string
  attempts: number
  createdAt: number
  sendingAt: number
  settledAt: number
  state: string
  reason: string | null
}

const COLUMNS = [
  '送达记录编号',
  '会员编号',
  '已尝试次数',
  '列入名单时间',
  '发出时间',
  '结果时间',
  '结果代码',
  '原因代码',
]
const CELL = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y

function cellsOf(line: string): string[] {
  const cells: string[] = []
  CELL.lastIndex = 0
  for (;;) {
    const [, quoted, plain = '', end] = CELL.exec(line) ?? []
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== ',') return cells
  }
}

/** `2026-11-23 14:30:05` in Shanghai. */
const instantOf = (cell: string): number => (cell === '' ? 0 : Date.parse(`${cell.replace(' ', 'T')}+08:00`))

/** Reads the file by the names of its columns. @throws Error when a column is missing */
export function readExport(csv: string): ExportLine[] {
  const [head = '', ...lines] = csv.replace(/^\uFEFF/, '').split('\r\n')
  const names = cellsOf(head)
  const placeOf = (name: string): number => {
    const place = names.indexOf(name)
    if (place < 0) throw new Error(`the export has no column ${name}`)
    return place
  }
  const [id, member, attempts, created, sending, settled, state, reason] = COLUMNS.map(placeOf)
  return lines.filter(Boolean).map((line) => {
    const cells = cellsOf(line)
    const at = (place = -1): string => cells[place] ?? ''
    return {
      id: at(id),
      memberId: at(member),
      attempts: Number(at(attempts)),
      createdAt: instantOf(at(created)),
      sendingAt: instantOf(at(sending)),
      settledAt: instantOf(at(settled)),
      state: at(state),
      reason: at(reason) || null,
    }
  })
}

/** What staff download of every notice of a run, from a process of its own over HTTP, as somebody who is logged in. */
export async function downloadExports(database: Database, databaseUrl: string, bug: Bug | null): Promise<ExportLine[]> {
  const staff = createStaffRepository(database)
  const login = `office-${newId().slice(-8)}`
  await addStaff(database, { login, role: 'editor' })
  const account = await staff.findByLogin(login)
  const clock = { now: () => Date.now() }
  const token = await openSession({ staff, clock }, account?.id ?? '', {
    address: '127.0.0.1',
    browser: '',
    previousToken: null,
  })
  const setup: OfficeSetup = { databaseUrl, bug }
  const child = fork(await bundled('office'), {
    cwd: root,
    env: { PATH: process.env.PATH, CRASH_OFFICE: JSON.stringify(setup) },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  try {
    const early = ended.then(() => Promise.reject(new Error('the office ended before it was ready')))
    early.catch(() => undefined)
    const [{ port }] = (await Promise.race([once(child, 'message'), early])) as [{ port: number }]
    const notices = (await database.read.query('SELECT id FROM notice ORDER BY id')) as { id: string }[]
    const lines: ExportLine[] = []
    for (const { id } of notices) {
      const url = `http://127.0.0.1:${port}/api/admin/notices/${id}/export`
      const answer = await fetch(url, { headers: { cookie: `staff_session=${token}` } })
      if (answer.status !== 200) throw new Error(`the export answered ${answer.status}: ${await answer.text()}`)
      lines.push(...readExport(await answer.text()))
    }
    return lines
  } finally {
    child.disconnect()
    await ended
  }
}
