import { parseArgs } from 'node:util'
import { loadEnvironment, describeProblem } from '../../config/environment'
import { copyUploads } from '../features/media/copyUploads'
import type { Uploads } from '../features/media/ports'
import { openUploads } from './composeUploads'
import { failStart, StartError } from './startError'
import { uploadsPlace } from './uploadsPlace'

const TELL_MS = 1000

const placeOf = (url: string): Uploads => {
  const result = loadEnvironment({ ...process.env, UPLOADS_URL: url })
  if (!result.ok) throw new StartError(result.problems.map(describeProblem))
  return openUploads(uploadsPlace(url, result.environment))
}

/** `npm run uploads:copy -- --from file:./data/uploads --to s3://bucket/prefix?endpoint=…`, or the other way round. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
  if (values.from === undefined || values.to === undefined) {
    throw new StartError([
      '用法：npm run uploads:copy -- --from file:./data/uploads --to s3://存储桶/前缀?endpoint=https://… / Name both places: --from and --to.',
    ])
  }
  let toldAt = Date.now()
  const { copied, passedOver } = await copyUploads(placeOf(values.from), placeOf(values.to), (done) => {
    if (Date.now() - toldAt < TELL_MS) return
    toldAt = Date.now()
    process.stdout.write(`图片 Pictures: ${done.copied + done.passedOver}\n`)
  })
  process.stdout.write(`已复制 copied: ${copied}，已存在 there already: ${passedOver}\n`)
}

main().catch(failStart)
