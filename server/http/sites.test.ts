import Koa from 'koa'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sites } from './sites'

describe('what is not the API', () => {
  let folder: string
  let server: Server
  let url: string
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const open = (path: string, accept = 'text/html,*/*;q=0.8') =>
    fetch(url + path, { headers: { accept }, redirect: 'manual' })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'association-sites-'))
    write('h5/index.html', '<html><script>boot()</script><script src="/assets/app.3f2a91bc.js"></script></html>')
    write('h5/assets/app.3f2a91bc.js', 'app()')
    write('h5/manifest.json', '{}')
    write('admin/index.html', '<html><meta name="csp-nonce" content="__CSP_NONCE__"></html>')
    const app = new Koa()
    for (const middleware of sites({ distFolder: folder, uploadsFolder: join(folder, 'uploads'), sandbox: true })) {
      app.use(middleware)
    }
    server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })

  test('the members’ app opens at its own address and at every page of it', async () => {
    for (const path of ['/', '/pages/article/index?id=1']) {
      const response = await open(path)
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
      const policy = response.headers.get('content-security-policy') ?? ''
      // what stands inline in the page as built is named by its hash; nothing else inline runs
      expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]+=*';/)
      expect(policy).toContain("frame-ancestors 'self'")
    }
  })

  test('the admin gets a new nonce each time, in the page and in its policy', async () => {
    const nonceOf = async () => {
      const response = await open('/admin/articles/new')
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? ''
      expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
      return nonce
    }
    expect(await nonceOf()).not.toBe(await nonceOf())
  })

  test('a page that is built anew shows without a restart', async () => {
    write('h5/index.html', '<html>built anew</html>')
    expect(await (await open('/')).text()).toContain('built anew')
  })

  test('a file with a hash in its name is kept for a year, another one is asked for again', async () => {
    expect((await open('/assets/app.3f2a91bc.js')).headers.get('cache-control')).toBe('max-age=31536000,immutable')
    expect((await open('/manifest.json')).headers.get('cache-control')).toBe('max-age=0')
  })

  test('a file that is missing is missing, and not the first page', async () => {
    expect((await open('/assets/gone.12345678.js')).status).toBe(404)
    expect((await open('/pages/x', 'application/json')).status).toBe(404)
    expect((await open('/uploads/gone.webp')).status).toBe(404)
  })

  test('an app that has not been built says how to build it', async () => {
    const response = await open('/sandbox/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })

  test('an app’s address without its last stroke leads to it', async () => {
    expect((await open('/admin')).headers.get('location')).toBe('/admin/')
  })
})
