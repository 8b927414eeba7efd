import { createReadStream } from 'node:fs'
import { Parser } from 'htmlparser2'
import type { ArticleRecord } from './record'
import { timeIn } from './times'

/** Values of an item that are read. */
const FIELDS = new Set([
  ...['title', 'link', 'pubdate', 'dc:creator', 'content:encoded', 'category', 'wp:post_type', 'wp:status'],
  'wp:post_date_gmt',
])
/** Characters; a longer item is no article. */
const LONGEST = 16 * 1024 * 1024

type Item = Map<string, string[]>

function recordOf(item: Item): ArticleRecord | null {
  const first = (name: string) => item.get(name)?.[0]?.trim() ?? ''
  const type = first('wp:post_type')
  if (type !== '' && type !== 'post' && type !== 'page') return null
  const written = first('wp:post_date_gmt')
  const status = first('wp:status')
  return {
    address: first('link'),
    title: first('title'),
    publisher: first('dc:creator'),
    publishedAt: timeIn(/^\d{4}-\d{2}-\d{2} /.test(written) ? `${written.replace(' ', 'T')}Z` : first('pubdate')),
    views: 0,
    channels: item.get('category') ?? [],
    body: paragraphs(first('content:encoded')),
    isPublic: status === '' || status === 'publish',
  }
}

/** WordPress keeps an empty line where a paragraph ends, and comments where its blocks do. */
function paragraphs(body: string): string {
  const plain = body.replace(/<!--[\s\S]*?-->/g, '')
  if (/<p[\s>]/i.test(plain)) return plain
  const parts = plain.split(/\n\s*\n/).map((part) => part.trim())
  return parts.map((part) => (part === '' ? '' : `<p>${part.replace(/\n/g, '<br>')}</p>`)).join('')
}

/** Items of a WordPress export (WXR), read as a stream: such files are as large as the site was. */
export async function* wordpressRecords(path: string): AsyncGenerator<ArticleRecord> {
  const ready: ArticleRecord[] = []
  let item: Item | null = null
  let field = ''
  let text = ''
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'item') item = new Map()
        else if (item !== null && FIELDS.has(name)) {
          field = name
          text = ''
        }
      },
      ontext(part) {
        if (field !== '' && text.length < LONGEST) text += part
      },
      onclosetag(name) {
        if (name === 'item' && item !== null) {
          const record = recordOf(item)
          if (record !== null) ready.push(record)
          item = null
        } else if (name === field && item !== null) {
          item.set(field, [...(item.get(field) ?? []), text.trim()])
          field = ''
        }
      },
    },
    { xmlMode: true, lowerCaseTags: true, decodeEntities: true },
  )
  for await (const part of createReadStream(path, 'utf8')) {
    parser.write(part as string)
    yield* ready.splice(0)
  }
  parser.end()
  yield* ready.splice(0)
}
