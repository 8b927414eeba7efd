import { PassThrough } from 'node:stream'
import type { Middleware } from 'koa'
import { endpoints } from '../../../shared/contract'
import { identify, type AccessOptions } from '../../http/access'
import { AppError } from '../../kernel/errors'
import type { LiveNotices } from './liveNotice'
import { findNotice, type NoticeDeps } from './showNotices'

const PATH = /^\/api\/admin\/notices\/([0-9a-z]{26})\/stream$/
/** Proxies close what is silent for longer; it is also how often the session is asked for again. */
const HEARTBEAT_MS = 15_000
/** A reader who does not take what is sent gets the next state instead of all of them. */
const MOST_UNREAD_BYTES = 64 * 1024

export interface StreamDeps extends NoticeDeps {
  access: AccessOptions
  live: LiveNotices
}

/**
 * `GET /api/admin/notices/{id}/stream`: a notice's detail as server-sent events (`event: notice`), at first and then
 * whenever it changes. Outside the contract's table because it has no end. Who may read the detail may read this.
 */
export function noticeStream(deps: StreamDeps) {
  const open = new Set<PassThrough>()
  let isClosed = false
  const endpoint = endpoints['GET /api/admin/notices/{id}']

  const middleware: Middleware = async (ctx, next) => {
    const id = PATH.exec(ctx.path)?.[1]
    if (id === undefined || ctx.method !== 'GET') return next()
    await identify(ctx, endpoint, deps.access)
    await findNotice(deps, id)
    if (isClosed) throw new AppError('unavailable')

    const stream = new PassThrough()
    const stopWatching = deps.live.watch(id, (notice) => {
      if (stream.writableLength < MOST_UNREAD_BYTES) stream.write(`event: notice\ndata: ${notice}\n\n`)
    })
    const heartbeat = setInterval(() => {
      // A session that ended or was taken away reads no further.
      identify(ctx, endpoint, deps.access).then(
        () => stream.write(': \n\n'),
        () => stream.end(),
      )
    }, HEARTBEAT_MS)
    open.add(stream)
    stream.once('close', () => {
      clearInterval(heartbeat)
      stopWatching()
      open.delete(stream)
    })
    stream.write('retry: 2000\n\n')
    ctx.set('Cache-Control', 'no-store')
    // nginx would otherwise keep events back until its buffer is full
    ctx.set('X-Accel-Buffering', 'no')
    ctx.type = 'text/event-stream'
    ctx.body = stream
  }

  return {
    middleware,
    /** Ends every stream and opens no more, so that a server that stops waits for none; browsers come back by themselves. */
    close() {
      isClosed = true
      for (const stream of open) stream.end()
    },
  }
}
