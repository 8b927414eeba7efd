import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knownMigrations, openForFilling } from '../../server/store/open'
import { availableDatabases, createFreshDatabase, createMigratedDatabase } from '../support/databases'
import { addMember } from '../support/ledgerRows'
import { startProcess, type StartedProcess } from '../support/process'
import { until } from '../support/until'

let folder: string
const started: StartedProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'association-commands-'))
  await mkdir(join(folder, 'uploads'))
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.clean()))
  await rm(folder, { recursive: true, force: true })
})

const environment = (url: string, more: Record<string, string> = {}) => ({
  DATABASE_URL: url,
  UPLOADS_URL: `file:${join(folder, 'uploads')}`,
  BACKUP_DIR: join(folder, 'backups'),
  SESSION_SECRET: 'a secret of the house that is long enough',
  ...more,
})
function run(
  program: 'backup' | 'restore' | 'migrate',
  url: string,
  args: string[],
  more: Record<string, string> = {},
) {
  const one = startProcess(program, environment(url, more), args)
  started.push(one)
  return one
}
const apart = (url: string) => openForFilling(url, knownMigrations)

async function members(url: string): Promise<number> {
  const database = await apart(url)
  const [row] = await database.read.query<{ total: number | string }[]>('SELECT COUNT(*) AS total FROM member')
  await database.close()
  return Number(row?.total)
}

async function fill(url: string, count: number): Promise<void> {
  const database = await apart(url)
  for (let index = 0; index < count; index += 1) await addMember(database)
  await database.close()
}

describe.each(availableDatabases)('the commands on %s', (kind) => {
  it('make a backup, put it back, and leave nothing half restored when they are killed', async () => {
    const source = await createMigratedDatabase(kind)
    await fill(source.url, 300)
    await writeFile(join(folder, 'uploads/picture.webp'), 'a picture')
    const file = join(folder, 'house.bak')
    const made = await run('backup', source.url, [file], { BACKUP_PASSPHRASE: 'a passphrase of the house' }).ended
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toContain('已加密')
    await source.drop()

    const target = await createMigratedDatabase(kind)
    await fill(target.url, 2)
    const key = { BACKUP_PASSPHRASE: 'a passphrase of the house' }
    try {
      const refused = await run('restore', target.url, [file], key).ended
      expect(refused.code).toBe(1)
      expect(refused.stderr).toContain('--replace')
      expect(await members(target.url)).toBe(2)

      for (const step of ['正在核对备份', '正在备份现有数据', '正在恢复数据', '重建搜索索引']) {
        const killed = run('restore', target.url, [file, '--replace'], key)
        await until(
          () => killed.said(),
          (said) => said.includes(step),
        )
        killed.child.kill('SIGKILL')
        await killed.ended
        // the one step has been taken or has not
        expect([2, 300]).toContain(await members(target.url))
      }
      const restored = await run('restore', target.url, [file, '--replace'], key).ended
      expect(restored).toMatchObject({ code: 0, stderr: '' })
      expect(await members(target.url)).toBe(300)
      // what was there lies beside it, and nothing unfinished
      const kept = await readdir(join(folder, 'backups'))
      expect(kept.some((name) => /-restore-\w+\.bak$/.test(name))).toBe(true)
      expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
    } finally {
      await target.drop()
    }
  })

  it('leave no half file when the disk is full', async () => {
    const source = await createMigratedDatabase(kind)
    await writeFile(
      join(folder, 'uploads/noise.webp'),
      Buffer.from(Array.from({ length: 400_000 }, () => Math.random() * 256)),
    )
    await mkdir(join(folder, 'backups'))
    const program = [process.execPath, '--import', 'tsx', 'server/main/backup.ts']
    const child = spawn('bash', ['-c', `ulimit -f 200; exec "$@"`, 'bash', ...program], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', DATA_DIR: join(folder, 'data'), ...environment(source.url) },
    })
    let stderr = ''
    child.stderr.on('data', (chunk) => (stderr += String(chunk)))
    child.stdout.resume()
    const code = await new Promise((resolve) => child.on('close', resolve))
    await source.drop()
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('磁盘空间不足') })
    expect(await readdir(join(folder, 'backups'))).toEqual([])
  })

  it('keep a copy before an upgrade, and refuse to work on a newer schema', async () => {
    const old = await createFreshDatabase(kind)
    const filling = await openForFilling(old.url, knownMigrations.slice(0, -1))
    await filling.migrations.runMigrations({ transaction: 'each' })
    await filling.close()
    try {
      const upgraded = await run('migrate', old.url, [], { BACKUP_BEFORE_UPGRADE: 'always' }).ended
      expect(upgraded).toMatchObject({ code: 0, stdout: expect.stringContaining('升级前已备份') })
      expect(await readdir(join(folder, 'backups'))).toEqual([expect.stringMatching(/-upgrade-\w+\.bak$/)])

      const later = await apart(old.url)
      await later.write((manager) =>
        manager.query("INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Create_later_9999999999999')"),
      )
      await later.close()
      const refused = await run('migrate', old.url, []).ended
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('更新版本的程序') })
    } finally {
      await old.drop()
    }
  })
})
