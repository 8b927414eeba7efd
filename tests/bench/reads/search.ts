import { EVERYWHERE, EVERYWHERE_TOO, RARE } from './fill'
import { start } from './house'
import { p95, poolOf } from './load'

const EACH = 40

/** What a question costs whose words stand in few, in some and in nearly all articles; ms, as a member waits for it. */
export async function search(program: string, environment: Record<string, string>, words: string[]) {
  const product = await start(program, 'product', environment)
  const pool = poolOf(product, 1)
  const ask = async (q: string, more = '') => {
    const begun = performance.now()
    const { body, statusCode } = await pool.request({
      path: `/api/search?q=${encodeURIComponent(q)}${more}`,
      method: 'GET',
    })
    const { items } = (await body.json()) as { items: unknown[] }
    if (statusCode !== 200 || items.length === 0) throw new Error(`${q} answered ${statusCode} with ${items.length}`)
    return performance.now() - begun
  }
  const some = (from: number, step: number) => Array.from({ length: EACH }, (_, at) => words[from + at * step] ?? '')
  const kinds: Record<string, string[]> = {
    rare: some(5_000, 20).concat(RARE),
    common: some(0, 20),
    everywhere: Array.from(
      { length: EACH },
      (_, at) => [EVERYWHERE, EVERYWHERE_TOO, `${EVERYWHERE} ${EVERYWHERE_TOO}`][at % 3] ?? '',
    ),
    mixed: some(10, 7).map((word) => `${EVERYWHERE} ${word}`),
    single: some(0, 9).map((word) => word.slice(0, 1)),
  }
  try {
    for (const q of [EVERYWHERE, RARE]) await ask(q)
    const line: Record<string, number> = {}
    const all: number[] = []
    for (const [kind, questions] of Object.entries(kinds)) {
      const times: number[] = []
      for (const q of questions) times.push(await ask(q))
      line[`search_${kind}_p95_ms`] = Number(p95(times).toFixed(1))
      if (['rare', 'common', 'everywhere'].includes(kind)) all.push(...times)
    }
    return { search_p95_ms: Number(p95(all).toFixed(1)), ...line }
  } finally {
    await pool.destroy()
    await product.stop()
  }
}
