import { createPrivateKey } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'

/** WeChat's limit of each package, in bytes. */
const PACKAGE_LIMIT = 2 * 1024 ** 2
const ALL_LIMIT = 30 * 1024 ** 2

const ok = (zh, en) => ({ isRight: true, zh, en })
const wrong = (zh, en) => ({ isRight: false, zh, en })

export const lineOf = ({ isRight, zh, en }) => `${isRight ? '通过 ok  ' : '失败 FAIL'}  ${zh} / ${en}`

/** The environment's, else that of `project.config.json`; null while it is nobody's. */
export function appidOf(root, env) {
  const written = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8')).appid
  return [env.WECHAT_APPID, written].find((one) => /^wx[0-9a-z]{16}$/.test(one ?? '')) ?? null
}

function checkAppid(appid, env) {
  if (appid !== null) return ok(`AppID ${appid}。`, `AppID ${appid}.`)
  const given = env.WECHAT_APPID ? `现在是 ${env.WECHAT_APPID}。` : '现在是游客号 touristappid。'
  return wrong(
    `没有正式的 AppID，${given}请设置 WECHAT_APPID（公众平台“开发管理 → 开发设置”，wx 加 16 位）。`,
    'no AppID of your own: set WECHAT_APPID.',
  )
}

/** Where the console's upload key lies: named, or under the name that WeChat gives to its download. */
export const keyFileOf = (root, appid, given) => (given ? resolve(given) : join(root, `private.${appid ?? 'wx…'}.key`))

function checkKey(file) {
  if (!existsSync(file)) {
    return wrong(
      `没有上传密钥 ${file}。请在公众平台“开发管理 → 开发设置 → 小程序代码上传”生成并下载，用 --key 指明位置，不要提交到代码库。`,
      `no upload key at ${file}: make one in WeChat's console and name it with --key.`,
    )
  }
  try {
    createPrivateKey(readFileSync(file))
    return ok(`上传密钥 ${file}。`, `the upload key is ${file}.`)
  } catch {
    return wrong(
      `${file} 不是微信下载的上传密钥（应以 BEGIN RSA PRIVATE KEY 开头），AppSecret 不是上传密钥。`,
      `${file} is no upload key; the app secret is another thing.`,
    )
  }
}

function checkUrl(given = '') {
  const url = URL.canParse(given) ? new URL(given) : null
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  if (url?.protocol === 'https:' && isIP(host) === 0 && host !== 'localhost') {
    return ok(`会员端请求 ${given}。`, `members' phones will ask ${given}.`)
  }
  return wrong(
    `PUBLIC_URL 应为已备案域名的 https 网址，${given === '' ? '还没有设置' : `现在是 ${given}`}。它写进小程序包里，上传后不能改。`,
    'PUBLIC_URL has to be an https address with a name: the package is built with it.',
  )
}

/** What is looked at before anything is built. */
export function checkBeforeBuild({ root, env, key }) {
  const appid = appidOf(root, env)
  return [checkAppid(appid, env), checkKey(keyFileOf(root, appid, key)), checkUrl(env.PUBLIC_URL)]
}

const bytesOf = (folder, name) => statSync(join(folder, name)).size

function checkSizes(folder, app) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
  const roots = (app.subPackages ?? []).map(({ root }) => root)
  const sizes = new Map()
  for (const name of files) {
    const at = roots.find((one) => name.startsWith(`${one}/`)) ?? '主包 main'
    sizes.set(at, (sizes.get(at) ?? 0) + bytesOf(folder, name))
  }
  const large = [...sizes].filter(([, bytes]) => bytes > PACKAGE_LIMIT).map(([name]) => name)
  const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  const kilobytes = Math.round(all / 1024)
  return large.length > 0 || all > ALL_LIMIT
    ? wrong(`太大：${large.join('、') || '合计'}，每个包不超过 2 MB。`, `too large: ${large.join(', ') || 'in all'}.`)
    : ok(`共 ${kilobytes} KB，每个包都在 2 MB 以内。`, `${kilobytes} KB, each package within 2 MB.`)
}

/** What is looked at in the built package. `url`: what it has to ask. */
export function checkPackage(folder, url) {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'))
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const asks = scripts.some((name) => readFileSync(join(folder, name), 'utf8').includes(url.replace(/\/+$/, '')))
  const hasNotice = (app.subPackages ?? []).some(({ root }) => root === 'pages/privacy')
  return [
    asks
      ? ok('小程序包按这个网址构建。', 'the package was built for this address.')
      : wrong('小程序包里没有 PUBLIC_URL，请重新构建。', 'the package was built for another address: build it again.'),
    app.__usePrivacyCheck__ === true && hasNotice
      ? ok('隐私说明页和隐私检查都在。', 'the privacy notice and its check are in it.')
      : wrong(
          '缺少隐私说明页或 __usePrivacyCheck__，审核不会通过。',
          'its privacy notice or __usePrivacyCheck__ is gone.',
        ),
    checkSizes(folder, app),
  ]
}

/** What WeChat answered to an upload, in words. */
export function refusalOf(message) {
  const address = /invalid ip:?\s*([\d.]{7,15}|[\da-f:.]{3,45})/i.exec(message)?.[1]
  if (address !== undefined || message.includes('-10008')) {
    return wrong(
      `本机地址 ${address ?? ''} 不在代码上传的 IP 白名单。请在“开发管理 → 开发设置 → 小程序代码上传”加入它，或关闭白名单。`,
      `this machine's address ${address ?? ''} is not on the allow list of uploads: add it, or turn the list off.`,
    )
  }
  const [first = ''] = message.split('\n')
  return wrong(`微信没有接受：${first.slice(0, 300)}`, 'WeChat did not take it.')
}
