/** @jest-environment node */
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as ci from 'miniprogram-ci'
import compiler from 'miniprogram-compiler'
import { DIST } from './host/sandboxPhone'

const MEGABYTE = 1024 * 1024
const files = (readdirSync(DIST, { recursive: true }) as string[]).filter((name) =>
  statSync(path.join(DIST, name)).isFile(),
)
const bytes = (names: string[]): number => names.reduce((sum, name) => sum + statSync(path.join(DIST, name)).size, 0)
const readJson = <T>(name: string): T => JSON.parse(readFileSync(path.join(DIST, name), 'utf8')) as T

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { iconPath: string; selectedIconPath: string }[] }
}

it('compiles with the compilers of WeChat', () => {
  expect(compiler.wxmlToJs(DIST, { maxBuffer: 64 * MEGABYTE })).toContain('$gwx')
  expect(compiler.wxssToJs(DIST, { maxBuffer: 64 * MEGABYTE })).toContain('wxssMap')
})

it('has every page and every picture that it names, in light and in dark', () => {
  const { pages, subPackages, tabBar } = readJson<AppJson>('app.json')
  const all = [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
  expect(all).toContain('pages/article/index')
  for (const page of all) {
    for (const kind of ['js', 'json', 'wxml']) expect(files).toContain(`${page}.${kind}`)
  }
  const theme = readJson<Record<'light' | 'dark', Record<string, string>>>('theme.json')
  expect(Object.keys(theme.dark)).toEqual(Object.keys(theme.light))
  for (const { iconPath, selectedIconPath } of tabBar.list) {
    for (const look of [theme.light, theme.dark]) {
      for (const icon of [iconPath, selectedIconPath]) expect(files).toContain(look[icon.replace('@', '')] ?? icon)
    }
  }
})

it('stays far below the 2 MB that a package may have', () => {
  const roots = readJson<AppJson>('app.json').subPackages.map(({ root }) => `${root}/`)
  const main = files.filter((name) => !roots.some((root) => name.startsWith(root)))
  expect(bytes(main)).toBeLessThan(400 * 1024)
  expect(bytes(files)).toBeLessThan(600 * 1024)
})

describe('the configuration, by the platform’s own rules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-rules-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** WeChat's uploader on a copy of the package, with a key made for the moment and its online questions answered here. */
  function projectOf(change: (app: AppJson) => void): ci.Project {
    const copy = mkdtempSync(path.join(folder, 'copy-'))
    cpSync(DIST, path.join(copy, 'dist/weapp'), { recursive: true })
    cpSync(path.join(DIST, '../../project.config.json'), path.join(copy, 'project.config.json'))
    const app = readJson<AppJson>('app.json')
    change(app)
    writeFileSync(path.join(copy, 'dist/weapp/app.json'), JSON.stringify(app))
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(path.join(copy, 'key'), privateKey.export({ type: 'pkcs1', format: 'pem' }))
    const project = new ci.Project({
      appid: 'wx0000000000000000',
      type: 'miniProgram',
      projectPath: copy,
      privateKeyPath: path.join(copy, 'key'),
    })
    const setting = { MaxCodeSize: 2, MaxSubpackageSubCodeSize: 2, MaxSubpackageFullCodeSize: 30, MaxTabbarCount: 5 }
    return Object.assign(project, { attr: () => Promise.resolve({ platform: true, appType: 0, setting }) })
  }

  it('passes each of the platform’s checks of quality', async () => {
    const results = await ci.checkCodeQuality(projectOf(() => undefined))
    expect(results).toHaveLength(11)
    expect(results.filter(({ success }) => !success)).toEqual([])
  })

  it('fails them when a package loads everything at once', async () => {
    const project = projectOf((app) => Object.assign(app, { lazyCodeLoading: '' }))
    const failed = (await ci.checkCodeQuality(project)).filter(({ success }) => !success).map(({ name }) => name)
    expect(failed).toEqual(['LAZYCODE_LOADING_OPEN'])
  })

  it('is taken for the app and for each page', async () => {
    const project = projectOf(() => undefined)
    const app = (await ci.getAppJSON(project)) as AppJson
    const pages = [...app.pages, 'pages/article/index', 'pages/channel/index']
    for (const pagePath of pages)
      await expect(ci.getPageJSON(project, { miniprogramRoot: 'dist/weapp', pagePath })).resolves.toBeDefined()
  })

  it('is refused when a page is missing or a tab has no name', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await expect(ci.getAppJSON(projectOf((app) => app.pages.push('pages/lost/index')))).rejects.toThrow()
    const unnamed = projectOf((app) => Object.assign(app.tabBar.list[0] ?? {}, { text: 7 }))
    await expect(ci.getAppJSON(unnamed)).rejects.toThrow()
    jest.restoreAllMocks()
  })
})
