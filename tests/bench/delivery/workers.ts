import { fork, type ChildProcess } from 'node:child_process'
import type { Wakeup } from '../../../server/delivery'
import { systemClock } from '../../../server/kernel/clock'
import { newId } from '../../../server/kernel/ids'
import { silentLogger } from '../../../server/kernel/logger'
import { openDatabase } from '../../../server/store/open'
import { createRedisWakeup } from '../../../server/wakeup'
import { openFreshDatabase } from '../../support/databases'
import { countOf, preparedNotice, secondsToSend } from './engineRate'
import { addMembers } from './audience'
import { createSender } from './house'

const redisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379'

const redisWakeup = (prefix: string): Wakeup =>
  createRedisWakeup({ url: redisUrl, clock: systemClock, logger: silentLogger, prefix })

/** One worker's process. It is ready before there is anything to send; the wake-up of the notice reaches it by Redis. */
export async function runWorker(databaseUrl: string, url: string, prefix: string): Promise<void> {
  const database = await openDatabase(databaseUrl)
  const { engine, stop } = createSender(database, url, redisWakeup(prefix))
  process.once('message', () => {
    void stop()
      .then(() => database.close())
      .then(() => process.disconnect())
  })
  engine.start()
  process.send?.('ready')
}

const heard = (child: ChildProcess, event: 'message' | 'exit') => new Promise((done) => child.once(event, done))

async function rateOf(program: string, url: string, workers: number, sends: number): Promise<number> {
  const { database, url: databaseUrl, close } = await openFreshDatabase('mariadb')
  const prefix = `bench-${newId()}`
  const wakeup = redisWakeup(prefix)
  try {
    await addMembers(database, 0, sends)
    const noticeId = await preparedNotice(database)
    const children = Array.from({ length: workers }, () => fork(program, ['worker', databaseUrl, url, prefix]))
    await Promise.all(children.map((child) => heard(child, 'message')))
    const seconds = await secondsToSend(database, noticeId, wakeup)
    const gone = children.map((child) => heard(child, 'exit'))
    for (const child of children) child.send('stop')
    await Promise.all(gone)
    const sent = await countOf(database, noticeId, 'sent')
    if (sent !== sends) throw new Error(`${sent} of ${sends} were sent by ${workers} workers`)
    return sends / seconds
  } finally {
    await wakeup.close()
    await close()
  }
}

/** Workers on MariaDB and Redis, each a process with a Pool of its own: what four send over what one sends. */
export async function workersRatio(program: string, url: string, sends: number) {
  const one = await rateOf(program, url, 1, sends)
  const four = await rateOf(program, url, 4, sends)
  return {
    workers_1_per_s: Math.round(one),
    workers_4_per_s: Math.round(four),
    workers_4_over_1: Number((four / one).toFixed(2)),
  }
}
