import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seen, startApp, type App } from './host/app'
import { DIST, newPhone } from './host/sandboxPhone'
import { startServer, type RunningServer } from './host/server'

/**
 * Builds that are broken on purpose: a suite that drives the package has to go red for each of them, or it would not
 * notice when the real build breaks the same way.
 */
const ARTICLE = '台风季值守安排与会员互助须知'
let server: RunningServer
let folder: string

beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(path.join(tmpdir(), 'weapp-broken-'))
})
// WeChat's runtime complains of these builds, as it should.
beforeEach(() => {
  for (const level of ['warn', 'error'] as const) jest.spyOn(console, level).mockImplementation(() => undefined)
})
afterEach(() => jest.restoreAllMocks())
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

/** A copy of the build in which every `from` in files that end with `ending` reads `to`. Fails when there is none. */
function broken(ending: string, from: string | RegExp, to: string): string {
  const copy = mkdtempSync(path.join(folder, 'build-'))
  cpSync(DIST, copy, { recursive: true })
  let changed = 0
  for (const name of readdirSync(copy, { recursive: true }) as string[]) {
    if (!name.endsWith(ending)) continue
    const file = path.join(copy, name)
    const text = readFileSync(file, 'utf8')
    const next = text.replaceAll(from, to)
    if (next === text) continue
    changed += 1
    writeFileSync(file, next)
  }
  if (changed === 0) throw new Error(`the build has no ${String(from)} to break`)
  return copy
}

/** Calls the office, asks for all alerts, and reads an article: from its list to its body, and keeps it. */
async function journey(dist: string, patienceMs?: number): Promise<void> {
  const app: App = startApp(dist, await newPhone(server.url))
  const wait = <T>(look: () => T) => seen(app, look, patienceMs)
  try {
    app.launch('/pages/contact/index')
    await wait(() => app.find('#call-office'))
    app.tap('#call-office')
    const call = await wait(() => app.calls.find(({ name }) => name === 'makePhoneCall'))
    if (call.options['phoneNumber'] !== '0756-2212827') throw new Error('called somebody else')
    app.close()
    app.launch('/pages/alerts/index')
    await wait(() => app.find('#ask-all'))
    app.tap('#ask-all')
    await wait(() => app.text().split('剩余 1 次提醒').length === 4)
    app.close()
    app.launch('/pages/channel/index?slug=notices')
    await wait(() => app.find(ARTICLE))
    app.tap(ARTICLE)
    await wait(() => app.pages().at(-1) === 'pages/article/index' && app.page().element.querySelector('.paragraph'))
    await wait(() =>
      app.calls.some(({ name, options }) => name === 'request' && String(options['url']).endsWith('/views')),
    )
    app.tap('收藏')
    await wait(() => String(app.storage.get('favourites')).includes(ARTICLE))
  } finally {
    app.close()
  }
}

it('a whole build passes', async () => {
  await journey(DIST)
})

it.each([
  ['whose taps reach nobody', '.wxml', 'bindtap="eh"', ''],
  ['that asks at another address', '.js', '/api/contact', '/api/kontakt'],
  [
    'that dials another number',
    '.js',
    /makePhoneCall\)?\(\{\s*"?phoneNumber"?:/g,
    'makePhoneCall({phoneNumber:"110",was:',
  ],
  ['that lost a template', '.wxml', 'name="tmpl_0_5"', 'name="tmpl_0_lost"'],
  ['that forgets its token', '.js', 'Bearer ', 'Nobody '],
  ['that hands in no answers', '.js', 'POST /api/alerts/answers', 'POST /api/alerts/nowhere'],
  ['whose lists ask for another channel', '.js', '/api/channels/{slug}/articles', '/api/channels/{slug}/things'],
  ['that asks for another article', '.js', 'GET /api/articles/{id}"', 'GET /api/article/{id}"'],
  ['that counts no reader', '.js', '/api/articles/{id}/views', '/api/articles/{id}/seen'],
  ['that keeps favourites under another name', '.js', '"favourites"', '"favorites"'],
  ['whose page registers nothing', 'contact/index.js', /Page\(/g, '(function(){})('],
])('a build %s is noticed', async (_name, ending, from, to) => {
  await expect(journey(broken(ending, from, to), 1_500)).rejects.toThrow()
})
