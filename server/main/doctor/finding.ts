/** One thing that was looked at: in order, to be seen to when there is time, or in the way of the house. */
export interface Finding {
  level: 'ok' | 'care' | 'fail'
  about: Words
  said: Words
}

export interface Words {
  zh: string
  en: string
}

export const words = (zh: string, en: string): Words => ({ zh, en })

/** What a check says of its own subject. */
export const findingsOf = (about: Words) => ({
  ok: (zh: string, en: string): Finding => ({ level: 'ok', about, said: { zh, en } }),
  care: (zh: string, en: string): Finding => ({ level: 'care', about, said: { zh, en } }),
  fail: (zh: string, en: string): Finding => ({ level: 'fail', about, said: { zh, en } }),
})

const LEVELS = { ok: '通过 ok  ', care: '注意 care', fail: '失败 FAIL' }

/** One line in both languages. */
export const lineOf = ({ level, about, said }: Finding): string =>
  `${LEVELS[level]}  ${about.zh === about.en ? about.zh : `${about.zh} ${about.en}`}：${said.zh} / ${said.en}`

const PASSWORD = /(:\/\/[^:/@\s]*:)[^@/\s]*@/g

/** What is known of an error, short and without a password: its code, that of its cause, or its first line. */
export function reasonOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z]\w+$/.test(at.code)) return at.code
    if (!('cause' in at) || at.cause === undefined) break
    at = at.cause
  }
  const text = error instanceof Error ? error.message : String(error)
  return (text.split('\n')[0] ?? '').replace(PASSWORD, '$1***@').slice(0, 200)
}
