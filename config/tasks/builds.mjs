import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root, say, tool } from './process.mjs'

/** The file that another association swaps; both members’ builds take its names. */
const association = process.env.ASSOCIATION_FILE ?? 'config/association.json'

const taro = (type) => () =>
  tool('@tarojs/cli/bin/taro', ['build', '--type', type], {
    quiet: true,
    env: { NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
  })
const vite = (config) => () =>
  tool('vite/bin/vite.js', ['build', '--config', config, '--logLevel', 'warn'], {
    quiet: true,
    env: { NODE_ENV: 'production' },
  })

/** What is built from what. `inputs` are files or folders; a folder in `except` does not count. */
const TARGETS = {
  server: {
    label: '服务器 server',
    inputs: ['server', 'shared', 'config/environment.ts', 'config/environmentVariables.ts', 'config/tasks/esbuild.mjs'],
    except: ['server/admin', 'server/wechat/sandbox/phone'],
    output: 'dist/server/web.js',
    build: async () => (await import('./esbuild.mjs')).buildServer(),
  },
  admin: {
    label: '工作人员后台 staff admin',
    inputs: ['server/admin', 'shared', 'config/vite.admin.ts'],
    output: 'dist/admin/index.html',
    build: vite('config/vite.admin.ts'),
  },
  sandbox: {
    label: '手机模拟 sandbox phone',
    inputs: ['server/wechat/sandbox/phone', 'shared', 'config/vite.phone.ts'],
    output: 'dist/sandbox/index.html',
    build: vite('config/vite.phone.ts'),
  },
  h5: {
    label: '会员端网页版 members’ web build',
    inputs: ['client', 'shared', 'config/index.ts', 'config/taro', association],
    environment: ['PUBLIC_URL'],
    output: 'dist/h5/index.html',
    build: taro('h5'),
  },
  weapp: {
    label: '微信小程序 WeChat package',
    inputs: ['client', 'shared', 'config/index.ts', 'config/taro', association, 'project.config.json'],
    environment: ['PUBLIC_URL', 'WECHAT_APPID'],
    output: 'dist/weapp/app.json',
    build: taro('weapp'),
  },
}

function filesOf(path, except) {
  const full = resolve(root, path)
  if (except.includes(path) || !existsSync(full)) return []
  if (!statSync(full).isDirectory()) return path.endsWith('.test.ts') ? [] : [path]
  return readdirSync(full).flatMap((name) => filesOf(`${path}/${name}`, except))
}

/** A fingerprint of everything that a target is made from. */
function fingerprint(target) {
  const hash = createHash('sha256')
  const files = target.inputs.flatMap((input) => filesOf(input, target.except ?? []))
  for (const file of [...files, 'package-lock.json'].sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(resolve(root, file)))
      .update('\0')
  }
  for (const name of target.environment ?? []) hash.update(`${name}=${process.env[name] ?? ''}\0`)
  return hash.digest('hex')
}

const stampOf = (name) => join(root, 'dist/.stamps', name)

function isFresh(name, target, print) {
  if (!existsSync(join(root, target.output)) || !existsSync(stampOf(name))) return false
  return readFileSync(stampOf(name), 'utf8') === print
}

async function buildOne(name) {
  const target = TARGETS[name]
  const print = fingerprint(target)
  if (isFresh(name, target, print)) return
  const started = Date.now()
  say(`正在构建 Building: ${target.label}……`)
  const status = await target.build()
  if (status !== 0) throw new Error(`构建失败 The build failed: ${target.label}`)
  mkdirSync(join(root, 'dist/.stamps'), { recursive: true })
  writeFileSync(stampOf(name), print)
  say(`  完成 done: ${target.label} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

/** Builds the named targets that are older than their sources; Taro's two builds never run at once. */
export async function ensureBuilt(names) {
  const taroNames = names.filter((name) => name === 'h5' || name === 'weapp')
  const others = names.filter((name) => !taroNames.includes(name))
  const inTurn = async (list) => {
    for (const name of list) await buildOne(name)
  }
  await Promise.all([inTurn(taroNames), inTurn(others)])
}

export const ALL_TARGETS = Object.keys(TARGETS)
