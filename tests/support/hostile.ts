const base64 = (value: string): string => Buffer.from(value).toString('base64url')

/** Nothing that a page ever gave as its cursor. */
export const HOSTILE_CURSORS: string[] = [
  'x',
  '../../etc/passwd',
  "' OR 1=1 --",
  '%00',
  '\u{1F389}',
  'null',
  ...['null', '[]', '{}', '""', '[null,null,null]', '[0,"0","x"]', '[1e999,0,"a"]', '[[[[[[]]]]]]'].map(base64),
  ...['{"__proto__":{"id":1}}', '[0,-1,"01j0000000000000000000000a","more"]', '[0,1.5,{}]'].map(base64),
  base64('[').repeat(100),
  'A'.repeat(513),
]

/** No number of rows that a page may have. */
export const HOSTILE_SIZES: string[] = [
  ...['0', '-1', '1000000000', '51', '1.5', 'NaN', 'Infinity', '1e3x', 'abc', '\u{1F389}', '0,1'],
  '9'.repeat(400),
]

const TEN_KB = 10_000

/** Words that would be a pattern, a statement or a burden somewhere. */
export const HOSTILE_WORDS: string[] = [
  ...['(a+)+$', '(.*)*\\1', '[', '\\', '^(([a-z])+.)+[A-Z]([a-z])+$', '.*.*.*.*x', '(?=', '*', '?', '%_%', '%%%'],
  ...["' OR '1'='1", '"; DROP TABLE article; --', '"a" NEAR "b" AND NOT *', 'title:a*', '-', '+ + +', '""', '{{7*7}}'],
  ...['\u{1F389}', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}', '\u0000', '\u0007\u001B[2J', '\u202Eabc'],
  ...['\uFFFE', 'é'.normalize('NFD').repeat(20), `a${'\u0301'.repeat(300)}`, '\u3000', '。，！'],
  ...['a'.repeat(TEN_KB), 'a '.repeat(TEN_KB / 2), '%'.repeat(TEN_KB / 3), '社'.repeat(Math.floor(TEN_KB / 9))],
  ...['(a+)+'.repeat(TEN_KB / 15), '\u{1F389}'.repeat(Math.floor(TEN_KB / 12))],
]

const asked = (path: string, values: Record<string, string>): string => `${path}?${new URLSearchParams(values)}`

const LISTS = ['/api/channels/site/articles', '/api/search']

/** Addresses at which a page can only be refused. */
export const refusedAddresses = (): string[] => [
  ...LISTS.flatMap((path) => [
    ...HOSTILE_CURSORS.map((cursor) => asked(path, { q: '志愿', cursor }).replace(/(articles\?)q=[^&]+&/, '$1')),
    ...HOSTILE_SIZES.map((limit) => asked(path, { q: '志愿', limit }).replace(/(articles\?)q=[^&]+&/, '$1')),
    `${path}?limit=1&limit=2`,
    `${path}?cursor[]=1`,
    `${path}?__proto__=1`,
    `${path}?constructor=1`,
  ]),
]

/** Addresses that are refused, or answered with nothing or little. */
export const strangeAddresses = (): string[] => [
  ...HOSTILE_WORDS.flatMap((q) => [asked('/api/search', { q }), asked('/api/search/suggestions', { q })]),
  '/api/search?q=%E0%A4%A',
  `/api/search?q=%ED%A0%80`,
  `/api/search?q=%FF%FE`,
  `/api/search?${'q=a&'.repeat(500)}`,
  `/api/articles/${'a'.repeat(5_000)}`,
  '/api/articles/%00',
  '/api/articles/..%2f..%2fetc%2fpasswd',
  '/api/channels/%F0%9F%8E%89/articles',
  '/api/events/months/9999-99',
  '/api/events/months/2026-13',
]
