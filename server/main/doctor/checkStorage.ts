import { statfs } from 'node:fs/promises'
import { newId } from '../../kernel/ids'
import { openUploads } from '../composeUploads'
import type { Settings } from '../settings'
import { findingsOf, reasonOf, words, type Finding } from './finding'

const { ok, fail } = findingsOf(words('图片与附件', 'Storage'))
const disk = findingsOf(words('磁盘', 'Disk'))

const GB = 1024 ** 3
const LEAST_FREE = GB

const WHAT: Record<number, [string, string]> = {
  403: ['密钥不对或没有读写权限', 'the keys are wrong or may not write'],
  404: ['没有这个存储桶', 'there is no such bucket'],
}

/** The status of an answer, else the reason why there was none. */
function inWords(error: unknown): [string, string] {
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    if ('status' in at && typeof at.status === 'number') {
      const [zh, en] = WHAT[at.status] ?? ['存储拒绝', 'the storage refuses']
      return [`${zh}，HTTP ${at.status}`, `${en}, HTTP ${at.status}`]
    }
    at = 'cause' in at ? at.cause : null
  }
  const reason = reasonOf(error instanceof Error && error.cause !== undefined ? error.cause : error)
  return [reason, reason]
}

/** Writes a small file, reads it and removes it again. */
export async function checkStorage({ uploads: place }: Pick<Settings, 'uploads'>): Promise<Finding[]> {
  const uploads = openUploads(place)
  const name = `doctor-${newId()}.probe`
  const content = Buffer.from(name)
  const isFolder = place.kind === 'folder'
  const where = isFolder ? place.folder : place.bucket.endpoint
  const variables = isFolder ? 'UPLOADS_URL' : 'UPLOADS_URL、UPLOADS_ACCESS_KEY、UPLOADS_SECRET_KEY'
  try {
    await uploads.keep(name, content)
    const found = await uploads.read(name)
    await uploads.remove(name)
    if (found === null || !found.equals(content)) {
      return [fail(`写入 ${where} 的内容读不回来。`, `what was written to ${where} cannot be read back.`)]
    }
    return [ok(`${where} 可写、可读、可删。`, `${where} can be written, read and emptied.`)]
  } catch (error) {
    await uploads.remove(name).catch(() => undefined)
    const [zh, en] = inWords(error)
    return [fail(`${where} 不可用（${zh}）。请检查 ${variables}。`, `${where} cannot be used (${en}).`)]
  }
}

export async function checkDisk({ dataFolder }: Pick<Settings, 'dataFolder'>): Promise<Finding[]> {
  try {
    const { bavail, bsize } = await statfs(dataFolder)
    const free = bavail * bsize
    const text = `${(free / GB).toFixed(1)} GB`
    return free < LEAST_FREE
      ? [disk.care(`只剩 ${text}，请清理或扩容；写满后无法保存任何内容。`, `${text} are left: make room.`)]
      : [disk.ok(`剩余 ${text}。`, `${text} are free.`)]
  } catch (error) {
    const reason = reasonOf(error)
    return [disk.care(`看不到剩余空间（${reason}）。`, `free space cannot be told (${reason}).`)]
  }
}
