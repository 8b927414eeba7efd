import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Picture } from '../../shared/contract'
import type { Uploads } from '../features/media/ports'
import { AppError } from '../kernel/errors'
import { StartError, storageProblem } from './startError'
import type { Settings } from './settings'

const WIDEST = 1200

const photoProblem = (file: string, error: unknown): StartError =>
  new StartError(
    [
      `联系方式的照片 ${file} 无法读取，请检查协会资料文件的 contact.photo。 / The contact photo ${file} cannot be read: check contact.photo of the association's file.`,
    ],
    { cause: error },
  )

/** A picture that an earlier start has kept, with the size that its name tells. */
async function keptAlready(
  uploads: Uploads,
  prefix: string,
): Promise<{ name: string; width: number; height: number } | null> {
  for await (const { file: name } of uploads.list(prefix)) {
    const [, width, height] = /-(\d+)x(\d+)\.webp$/.exec(name) ?? []
    if (width !== undefined) return { name, width: Number(width), height: Number(height) }
  }
  return null
}

/**
 * The photo that the association's file names, made into a picture like those of staff: decoded, encoded anew, under a
 * name of the server's. The name follows from the content, so every process and every start gives the same one; a later
 * start makes nothing anew.
 */
export async function keepContactPhoto(
  { association, environment }: Pick<Settings, 'association' | 'environment'>,
  uploads: Uploads,
): Promise<Picture | null> {
  const { photo } = association.contact
  if (photo === null) return null
  const file = resolve(dirname(environment.ASSOCIATION_FILE), photo.file)
  try {
    const source = await readFile(file)
    const prefix = `contact-${createHash('sha256').update(source).digest('hex').slice(0, 20)}`
    const kept = await keptAlready(uploads, prefix)
    if (kept !== null) {
      return { url: `/uploads/${kept.name}`, width: kept.width, height: kept.height, alt: photo.alt }
    }
    const { default: sharp } = await import('sharp')
    const { data, info } = await sharp(source)
      .rotate()
      .resize({ width: WIDEST, withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const name = `${prefix}-${info.width}x${info.height}.webp`
    await uploads.keep(name, data)
    return { url: `/uploads/${name}`, width: info.width, height: info.height, alt: photo.alt }
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage_unavailable') throw storageProblem(error)
    throw photoProblem(file, error)
  }
}
