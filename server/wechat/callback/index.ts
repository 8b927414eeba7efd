import { createHash } from 'node:crypto'
import type { CallbackCodec, Opened } from '../../features/callbacks/ports'
import { decrypt, isSame, signatureOf, type CallbackSecrets } from './crypto'
import { eventsOf } from './events'
import { parseMessage, textOf } from './parse'

export type { CallbackSecrets } from './crypto'

/** How far the signed time may be from ours. WeChat tells again after 5 s, three times. */
const FRESH_MS = 5 * 60_000

const refused = (reason: string): Opened => ({ ok: false, reason })

/**
 * Message push in safe mode. `signature` alone does not cover the body, so only `msg_signature` counts here. Source:
 * "消息推送 / 开发者服务器接收", "消息加解密说明".
 */
export function createCallbackCodec(secrets: CallbackSecrets): CallbackCodec {
  return {
    echo({ signature = '', timestamp = '', nonce = '', echostr = '' }) {
      return isSame(signature, signatureOf(secrets.token, timestamp, nonce)) ? echostr : null
    },

    open({ msg_signature: given = '', timestamp = '', nonce = '' }, body, now) {
      const envelope = parseMessage(body)
      const encrypted = envelope === null ? '' : textOf(envelope, 'Encrypt')
      if (encrypted === '') return refused('not encrypted')
      if (!isSame(given, signatureOf(secrets.token, timestamp, nonce, encrypted))) return refused('signature')
      if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) * 1_000 - now) > FRESH_MS) return refused('stale')
      const message = decrypt(encrypted, secrets)
      if (message === null) return refused('not for this app, or broken')
      const fields = parseMessage(message)
      if (fields === null) return refused('unreadable')
      return { ok: true, key: createHash('sha256').update(message).digest('hex'), events: eventsOf(fields) }
    },
  }
}
