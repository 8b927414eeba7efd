import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scene } from '../scene'
import { eventually } from '../scene'
import { acceptedCount, faultRun, pause, type FaultOptions, type FaultResult } from './fault'

const DISK_MB = 24
const FULL_FOR_MS = 1_500

interface Disk {
  folder: string
  fill(scene: Scene): void
  empty(scene: Scene): void
  remove(): void
}

/** A file system of its own that is filled to the last byte; needs the right to mount. */
function smallDisk(folder: string): Disk | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      for (const size of [1 << 20, 1 << 16, 1 << 12, 1]) {
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(size))
        } catch {
          // full for this size
        }
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
    },
  }
}

/** Where nothing may be mounted, SQLite itself is told that its file may not grow. */
function pageLimit(folder: string): Disk {
  const tell = (scene: Scene, sparePages: number | null) => {
    for (const worker of scene.fleet.workers) worker.tell({ kind: 'disk', sparePages })
  }
  return { folder, fill: (scene) => tell(scene, 0), empty: (scene) => tell(scene, null), remove: () => undefined }
}

/** The disk under the database is full for a while, from preparation on, several times. SQLite only. */
export async function diskFull(options: FaultOptions): Promise<FaultResult> {
  const folder = mkdtempSync(join(tmpdir(), 'association-disk-'))
  const disk = smallDisk(folder) ?? pageLimit(folder)
  const times = options.times ?? 4
  try {
    return await faultRun(
      'disk-full',
      { ...options, db: 'sqlite', recipients: Math.max(options.recipients, 600) },
      async (scene) => {
        let struck = 0
        for (; struck < times; struck += 1) {
          disk.fill(scene)
          await pause(FULL_FOR_MS)
          disk.empty(scene)
          const before = acceptedCount(scene)
          await eventually(() => acceptedCount(scene) > before + 20)
        }
        const errors = scene.fleet.lives().reduce((sum, { life }) => sum + life.failed, 0)
        return { unknownBound: 0, seen: { struck }, void: errors === 0 }
      },
      { databaseUrl: `sqlite:${join(folder, 'app.db')}`, latencyMs: 80, settings: { chunk: 20 } },
    )
  } finally {
    disk.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
