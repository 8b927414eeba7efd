import { get as getPlain } from 'node:http'
import { get as getSecure } from 'node:https'
import { isIP } from 'node:net'
import { connect, type PeerCertificate } from 'node:tls'
import { DAY_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { findingsOf, reasonOf, words, type Finding } from './finding'

const { ok, care, fail } = findingsOf(words('公开网址', 'PUBLIC_URL'))
const tls = findingsOf(words('证书', 'TLS'))

const PATIENCE_MS = 10_000
const CARE_DAYS = 14

export interface AddressOptions {
  url: string | undefined
  /** Only the stand-in is used: nobody needs the address yet. */
  sandbox: boolean
  clock: Clock
  /** An authority that is trusted besides those of the system. */
  authority?: string
}

interface Seen {
  certificate: PeerCertificate
  protocol: string | null
  problem: string | null
}

function look(url: URL, authority: string | undefined): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const socket = connect({
      ...{ host, port: Number(url.port || 443), rejectUnauthorized: false, minVersion: 'TLSv1' as const },
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(authority === undefined ? {} : { ca: authority }),
    })
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      const { authorizationError: why } = socket
      const problem = why ? reasonOf(typeof why === 'string' ? { code: why } : why) : null
      resolve({ certificate: socket.getPeerCertificate(), protocol: socket.getProtocol(), problem })
      socket.destroy()
    })
  })
}

function certificateFinding({ certificate, protocol, problem }: Seen, clock: Clock): Finding {
  const days = Math.floor((Date.parse(certificate.valid_to) - clock.now()) / DAY_MS)
  if (days < 0) return tls.fail('证书已过期，请立即更新。', 'the certificate is over: renew it now.')
  if (problem !== null) {
    return tls.fail(
      `证书不被信任（${problem}）。请检查域名是否相符、证书链是否完整；微信会拒绝连接。`,
      `the certificate is not trusted (${problem}): check its names and its chain; WeChat would refuse it.`,
    )
  }
  if (protocol === 'TLSv1' || protocol === 'TLSv1.1') {
    return tls.fail(`只支持 ${protocol}，微信要求 TLS 1.2 以上。`, `${protocol} only; WeChat asks for 1.2 and newer.`)
  }
  return days < CARE_DAYS
    ? tls.care(`证书还有 ${days} 天到期，请检查自动续期。`, `the certificate ends in ${days} days: is it renewed?`)
    : tls.ok(`证书有效，还有 ${days} 天；${protocol}。`, `valid for ${days} days, ${protocol}.`)
}

const LONGEST_ANSWER = 1_000

function ask(address: string, authority: string | undefined): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const options = {
      timeout: PATIENCE_MS,
      agent: false as const,
      ...(authority === undefined ? {} : { ca: authority }),
    }
    const request = (address.startsWith('https:') ? getSecure : getPlain)(address, options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
        if (text.length > LONGEST_ANSWER) request.destroy(new Error('too long'))
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('timeout', () => request.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    request.on('error', reject)
  })
}

/** Whether it is this program that answers there. */
async function checkAnswer(url: string, authority?: string): Promise<Finding> {
  try {
    const { status, text } = await ask(`${url}/healthz`, authority)
    if (status === 200 && text.includes('"status":"ok"')) return ok(`${url} 有答复。`, `${url} answers.`)
    return fail(
      `${url}/healthz 答的是 HTTP ${status}，不是本程序。请检查域名解析和反向代理。`,
      `${url}/healthz says HTTP ${status}, which is not this program: check DNS and proxy.`,
    )
  } catch (error) {
    const reason = reasonOf(error)
    return fail(
      `${url} 连不上（${reason}）。请检查域名解析、防火墙、反向代理和服务是否已启动。`,
      `${url} cannot be reached (${reason}): check DNS, firewall, proxy, and that the server runs.`,
    )
  }
}

/** What members' phones and WeChat see of this house. */
export async function checkAddress({ url, sandbox, clock, authority }: AddressOptions): Promise<Finding[]> {
  const strict = sandbox ? care : fail
  if (url === undefined) {
    return [
      strict('没有设置 PUBLIC_URL，请填写已备案的 https 网址。', 'is not set: the https address that members use.'),
    ]
  }
  const parsed = new URL(url)
  const isNumber = isIP(parsed.hostname.replace(/^\[|\]$/g, '')) !== 0
  const shape =
    parsed.protocol === 'http:' || isNumber || parsed.hostname === 'localhost'
      ? [strict(`微信只接受已备案域名的 https 网址，现在是 ${url}。`, `WeChat takes https and a name, not ${url}.`)]
      : []
  if (parsed.protocol === 'http:') return [...shape, await checkAnswer(url)]
  let seen: Seen
  try {
    seen = await look(parsed, authority)
  } catch (error) {
    const reason = reasonOf(error)
    return [
      ...shape,
      fail(`${url} 连不上（${reason}）。`, `${url} cannot be reached (${reason}): DNS, firewall, proxy.`),
    ]
  }
  const certificate = certificateFinding(seen, clock)
  // a certificate that nobody trusts gets no answer either
  return [...shape, certificate, ...(seen.problem === null ? [await checkAnswer(url, authority)] : [])]
}
