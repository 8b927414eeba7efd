import type { Source } from '../features/importing/sources/source'

const NAMES: Record<string, string> = {
  certain: '可直接导入',
  doubtful: '存疑',
  known: '已导入过',
  failed: '不能导入',
  imported: '已发布',
  draft: '存为草稿',
}
/** What needs nobody's eye. */
const QUIET = new Set(['certain', 'imported'])

/** Names and titles are strangers' words: what would steer a terminal is taken out. */
export const forTerminal = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD')

export interface Teller {
  tell(state: string, name: string, reasons: readonly string[]): void
  end(): void
}

/** Lines of what came of each page; a bar beside them where somebody looks. */
export function createTeller({ count }: Pick<Source, 'count'>): Teller {
  const counts: Record<string, number> = {}
  const summary = () =>
    Object.entries(counts)
      .map(([state, pages]) => `${NAMES[state] ?? state} ${pages}`)
      .join('  ')
  const bar = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
  }
  let done = 0
  return {
    tell(state, name, reasons) {
      counts[state] = (counts[state] ?? 0) + 1
      done += 1
      if (!QUIET.has(state) && (state !== 'known' || reasons.length > 0)) {
        bar('')
        const lines = reasons.map((reason) => `        ${forTerminal(reason)}\n`).join('')
        process.stdout.write(`${(NAMES[state] ?? state).padEnd(6, '　')}${forTerminal(name)}\n${lines}`)
      }
      bar(`${done}${count === null ? '' : `/${count}`}  ${summary()}`)
    },
    end() {
      bar('')
      process.stdout.write(`${summary() || '没有找到网页'}\n`)
    },
  }
}
