import pino from 'pino'

/** Values under these names never reach a log. */
const SECRET_NAMES = ['openid', 'session_key', 'sessionKey', 'password', 'token', 'secret', 'access_token', 'code']

export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  })

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} }
