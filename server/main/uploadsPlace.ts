import type { Environment } from '../../config/environment'
import type { Bucket } from '../store/uploadsBucket'
import { StartError } from './startError'

export type UploadsPlace = { kind: 'folder'; folder: string } | { kind: 'bucket'; bucket: Bucket }

const TAKEN = ['endpoint', 'region', 'style']

const refuse = (zh: string, en: string): never => {
  throw new StartError([`UPLOADS_URL ${zh} / UPLOADS_URL ${en}`])
}

function keysOf({ UPLOADS_ACCESS_KEY, UPLOADS_SECRET_KEY }: Environment) {
  if (UPLOADS_ACCESS_KEY === undefined || UPLOADS_SECRET_KEY === undefined) {
    return refuse(
      '指向对象存储时，必须同时设置 UPLOADS_ACCESS_KEY 和 UPLOADS_SECRET_KEY。',
      'names a bucket: set UPLOADS_ACCESS_KEY and UPLOADS_SECRET_KEY as well.',
    )
  }
  return { accessKeyId: UPLOADS_ACCESS_KEY, secretAccessKey: UPLOADS_SECRET_KEY }
}

/** The service's address with the bucket in it: `path` is https://service/bucket, `host` is https://bucket.service. */
function endpointOf(bucket: string, query: URLSearchParams, region: string): string {
  const service = query.get('endpoint') ?? `https://s3.${region}.amazonaws.com`
  const style = query.get('style') ?? (query.has('endpoint') ? 'path' : 'host')
  if (!URL.canParse(service) || !/^https?:$/.test(new URL(service).protocol) || !['path', 'host'].includes(style)) {
    return refuse(
      '的 endpoint 应为以 https:// 开头的网址，style 应为 path 或 host。',
      'needs an endpoint such as https://… and style=path or style=host.',
    )
  }
  const url = new URL(service)
  if (style === 'host') url.hostname = `${bucket}.${url.hostname}`
  else url.pathname = `${url.pathname.replace(/\/+$/, '')}/${bucket}`
  return url.href.replace(/\/+$/, '')
}

/**
 * Reads `file:<folder>` or `s3://<bucket>[/<prefix>]?endpoint=https://…&region=…&style=path|host`; the keys come from
 * variables of their own. Throws `StartError`.
 */
export function uploadsPlace(url: string, environment: Environment): UploadsPlace {
  if (url.startsWith('file:')) return { kind: 'folder', folder: url.slice('file:'.length) }
  const { hostname, pathname, searchParams } = new URL(url)
  const unknown = [...searchParams.keys()].filter((name) => !TAKEN.includes(name))
  if (unknown.length > 0 || !/^[\w./-]*$/.test(pathname)) {
    return refuse(
      `只接受 endpoint、region、style 三个参数，前缀只能有英文、数字、点、横线和斜线。`,
      'takes endpoint, region and style, and a prefix of letters, digits, dots, dashes and slashes.',
    )
  }
  const region = searchParams.get('region') ?? 'us-east-1'
  const prefix = pathname.replace(/^\/+|\/+$/g, '')
  return {
    kind: 'bucket',
    bucket: {
      endpoint: endpointOf(hostname, searchParams, region),
      region,
      prefix: prefix === '' ? '' : `${prefix}/`,
      ...keysOf(environment),
    },
  }
}
