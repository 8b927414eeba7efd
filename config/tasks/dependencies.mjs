import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './process.mjs'

const readPackages = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {}

/** Whether what is installed is what the lockfile names. Optional packages belong to other systems. */
function isInstalled() {
  const installedList = 'node_modules/.package-lock.json'
  if (!existsSync(join(root, installedList))) return false
  const installed = readPackages(installedList)
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || installed[path]?.version === entry.version,
  )
}

/** Installs what is missing; quick when nothing is. Exits when the machine cannot run the project. */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。 Node.js 20.19 or newer is needed.`)
    process.exit(1)
  }
  if (isInstalled()) return
  say('正在安装依赖，首次约需两三分钟…… Installing what is missing; the first time takes a few minutes.')
  const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) {
    say('依赖安装失败，请检查网络后重试。 The installation failed; check the network and try again.')
    process.exit(status)
  }
}
