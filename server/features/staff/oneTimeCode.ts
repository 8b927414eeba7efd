import { createHash } from 'node:crypto'
import { newReadableCode, plainCode } from './readableCode'

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const PERIOD_S = 30
const PERIOD_MS = PERIOD_S * 1000
/** One step earlier or later is taken too: clocks differ, and people type. */
const WINDOW = 1
const DIGITS = /^\d{6}$/
const RECOVERY_CODES = 10

async function appOf(secret: string, issuer = '', label = '') {
  const { Secret, TOTP } = await import('otpauth')
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_S })
}

/** A secret of 160 bits in base32. */
export async function newSecret(): Promise<string> {
  const { Secret } = await import('otpauth')
  return new Secret({ size: 20 }).base32
}

/** `otpauth://totp/…`, which apps read from the QR code. */
export const addressOf = async (secret: string, issuer: string, label: string): Promise<string> =>
  (await appOf(secret, issuer, label)).toString()

/** The time step that a code belongs to, or null when it is none of this time. Compares in constant time. */
export async function stepOf(secret: string, code: string, now: number): Promise<number | null> {
  const app = await appOf(secret)
  const delta = app.validate({ token: code, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / PERIOD_MS) + delta
}

/** The six digits of an app in what was typed, or null when it is something else. */
export function digitsOf(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '')
  return DIGITS.test(digits) ? digits : null
}

/** Ten codes of 79 bits: a plain hash of one cannot be tried out. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, () => newReadableCode(4))

export const hashRecoveryCode = (staffId: string, code: string): string =>
  createHash('sha256')
    .update(`recovery:${staffId}:${plainCode(code)}`)
    .digest('hex')
