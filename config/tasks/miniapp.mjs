/**
 * `npm run miniapp:preview` / `npm run miniapp:upload [-- --key FILE --version 1.2.0 --desc TEXT --robot 1 --check]`: builds the
 * mini-program and hands it to WeChat, after what WeChat would refuse later has been looked at. `--check` stops before.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureDependencies } from './dependencies.mjs'
import { appidOf, checkBeforeBuild, checkPackage, keyFileOf, lineOf, refusalOf } from './miniappChecks.mjs'
import { root, say } from './process.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ key: { type: 'string' }, version: { type: 'string' }, desc: { type: 'string' } },
    ...{ robot: { type: 'string', default: '1' }, check: { type: 'boolean', default: false } },
  },
})
const [task] = positionals
const robot = Number(values.robot)
if (!['preview', 'upload'].includes(task) || !Number.isInteger(robot) || robot < 1 || robot > 30) {
  say('用法 Usage: npm run miniapp:upload -- [--key FILE] [--version 1.2.0] [--desc TEXT] [--robot 1-30] [--check]')
  process.exit(2)
}

/** Says all of it; ends the process when something is wrong. */
function insist(checks) {
  for (const check of checks) say(lineOf(check))
  if (checks.every(({ isRight }) => isRight)) return
  say('没有上传，请先改正上面的问题。 Nothing was uploaded.')
  process.exit(1)
}

insist(checkBeforeBuild({ root, env: process.env, key: values.key }))
if (values.check) process.exit(0)

const appid = appidOf(root, process.env)
const privateKeyPath = keyFileOf(root, appid, values.key)
// The build takes it too.
process.env.WECHAT_APPID = appid
await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
try {
  await ensureBuilt(['weapp'])
} catch (error) {
  say(error.message)
  process.exit(1)
}
const built = join(root, 'dist/weapp')
insist(checkPackage(built, process.env.PUBLIC_URL))

/** The package alone, with its own AppID: nothing else of this folder is WeChat's business. */
function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'miniapp-'))
  cpSync(built, join(folder, 'dist/weapp'), { recursive: true })
  const project = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8'))
  writeFileSync(join(folder, 'project.config.json'), JSON.stringify({ ...project, appid }))
  return folder
}

const { default: ci } = await import('miniprogram-ci')
const { version: own } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const version = values.version ?? own
const desc = values.desc ?? `${version} ${new Date().toISOString().slice(0, 16)}Z`
const folder = stage()
let status = 0
try {
  const project = new ci.Project({ appid, type: 'miniProgram', projectPath: folder, privateKeyPath })
  // It was compiled and made small by the build; WeChat's tools are to leave it as it is.
  const setting = { es6: false, minify: false, codeProtect: false, autoPrefixWXSS: false }
  const common = { project, desc, setting, robot, onProgressUpdate: () => undefined }
  if (task === 'upload') {
    await ci.upload({ ...common, version })
    say(`已上传 ${version}（机器人 ${robot}）。请在公众平台“版本管理 → 开发版本”选为体验版或提交审核。 / Uploaded.`)
  } else {
    const qrcodeOutputDest = join(root, 'dist/miniapp-preview.jpg')
    await ci.preview({ ...common, qrcodeFormat: 'image', qrcodeOutputDest })
    say(`预览二维码 The code to scan: ${qrcodeOutputDest}（约 25 分钟内有效，只有开发成员能打开）`)
  }
} catch (error) {
  say(lineOf(refusalOf(error instanceof Error ? error.message : String(error))))
  status = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(status)
