import { z } from 'zod'
import { RETENTION_DAYS, SHORTEST_RETENTION_DAYS } from '../shared/domain/retention'

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to)

const url = (...schemes: string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol))
    .transform((value) => value.replace(/\/+$/, ''))

const optional = <T extends z.ZodType>(schema: T) => schema.optional()
const words = z.string().trim().min(1)

/** What the product reads from the environment: how each value must look, and how to say so. */
export const VARIABLES = {
  PORT: {
    schema: whole(0, 65535).default(3000),
    expected: { zh: ' 0–65535 的端口号，例如 3000', en: 'a port number such as 3000' },
  },
  HOST: {
    schema: words.default('0.0.0.0'),
    expected: { zh: '要监听的地址，例如 127.0.0.1', en: 'an address to listen on, such as 127.0.0.1' },
  },
  PUBLIC_URL: {
    schema: optional(url('http:', 'https:')),
    expected: { zh: '以 http:// 或 https:// 开头的网址', en: 'an address that starts with http:// or https://' },
  },
  DATA_DIR: { schema: words.default('./data'), expected: { zh: '文件夹路径', en: 'the path of a folder' } },
  DATABASE_URL: {
    schema: optional(
      z.union([
        z.string().regex(/^sqlite:.+/),
        z.string().refine((value) => URL.canParse(value) && /^mysql:\/\/[^/]+\/.+/.test(value)),
      ]),
    ),
    expected: {
      zh: ' sqlite:./data/app.db 或 mysql://账号:密码@主机:3306/库名',
      en: 'sqlite:./data/app.db or mysql://account:password@host:3306/name',
    },
  },
  REDIS_URL: {
    schema: optional(url('redis:', 'rediss:')),
    expected: {
      zh: ' redis://[账号:密码@]主机:6379 或 rediss:// 形式的地址',
      en: 'an address such as redis://[account:password@]host:6379, or rediss:// for TLS',
    },
  },
  UPLOADS_URL: {
    schema: optional(
      z.union([
        z.string().regex(/^file:.+/),
        z
          .string()
          .refine((value) => URL.canParse(value) && /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:[/?]|$)/.test(value)),
      ]),
    ),
    expected: {
      zh: ' file:./data/uploads 形式的文件夹，或 s3://存储桶/前缀?endpoint=https://…',
      en: 'a folder such as file:./data/uploads, or s3://bucket/prefix?endpoint=https://…',
    },
  },
  UPLOADS_ACCESS_KEY: {
    schema: optional(z.string().regex(/^\S{3,128}$/)),
    expected: { zh: '对象存储的访问密钥编号（AccessKey ID）', en: 'the id of an access key of the bucket' },
  },
  UPLOADS_SECRET_KEY: {
    schema: optional(z.string().regex(/^\S{3,256}$/)),
    expected: { zh: '对象存储的访问密钥（Secret）', en: 'the secret of that access key' },
  },
  UPLOADS_PUBLIC_URL: {
    schema: optional(url('http:', 'https:')),
    expected: { zh: '以 https:// 开头的图片网址（CDN）', en: 'the address of a CDN, starting with https://' },
  },
  ASSOCIATION_FILE: {
    schema: words.default('config/association.json'),
    expected: { zh: '协会资料文件的路径', en: "the path of the association's file" },
  },
  WECHAT_APPID: {
    schema: optional(z.string().regex(/^wx[0-9a-z]{16}$/)),
    expected: { zh: '小程序的 AppID，例如 wx0123456789abcdef', en: 'an AppID such as wx0123456789abcdef' },
  },
  WECHAT_SECRET: {
    schema: optional(z.string().regex(/^\S{16,128}$/)),
    expected: { zh: '小程序密钥（AppSecret）', en: 'the app secret' },
  },
  WECHAT_API_BASE: {
    schema: optional(url('http:', 'https:')),
    expected: { zh: '以 http:// 或 https:// 开头的网址', en: 'an address that starts with http:// or https://' },
  },
  WECHAT_PUSH_TOKEN: {
    schema: optional(z.string().regex(/^[A-Za-z0-9]{3,32}$/)),
    expected: { zh: ' 3–32 位英文或数字', en: '3 to 32 letters or digits' },
  },
  WECHAT_ENCODING_AES_KEY: {
    schema: optional(z.string().regex(/^[A-Za-z0-9]{43}$/)),
    expected: { zh: ' 43 位英文或数字', en: '43 letters or digits' },
  },
  WECHAT_TEMPLATE_PREVIEW: { schema: optional(words), expected: { zh: '订阅消息模板编号', en: 'a template id' } },
  WECHAT_TEMPLATE_REMINDER: { schema: optional(words), expected: { zh: '订阅消息模板编号', en: 'a template id' } },
  WECHAT_TEMPLATE_CHANGE: { schema: optional(words), expected: { zh: '订阅消息模板编号', en: 'a template id' } },
  SESSION_SECRET: {
    schema: optional(z.string().min(32)),
    expected: { zh: '至少 32 个字符的随机文字', en: 'at least 32 random characters' },
  },
  SEND_CONCURRENCY: {
    schema: whole(1, 4096).default(64),
    expected: { zh: ' 1–4096 的整数', en: 'a whole number from 1 to 4096' },
  },
  SEND_RATE: {
    schema: optional(whole(1, 100_000)),
    expected: { zh: '每秒发送上限，1–100000 的整数', en: 'sends a second, a whole number from 1 to 100000' },
  },
  DRAIN_MS: {
    schema: whole(0, 120_000).default(0),
    expected: { zh: ' 0–120000 的整数，单位毫秒', en: 'milliseconds, a whole number from 0 to 120000' },
  },
  KEEP_ANSWERS_DAYS: {
    schema: whole(SHORTEST_RETENTION_DAYS, RETENTION_DAYS.answers).default(RETENTION_DAYS.answers),
    expected: { zh: ' 30–365 的整数', en: 'a whole number from 30 to 365' },
  },
  KEEP_DELIVERIES_DAYS: {
    schema: whole(SHORTEST_RETENTION_DAYS, RETENTION_DAYS.deliveries).default(RETENTION_DAYS.deliveries),
    expected: { zh: ' 30–365 的整数', en: 'a whole number from 30 to 365' },
  },
  BACKUP_DIR: { schema: optional(words), expected: { zh: '文件夹路径', en: 'the path of a folder' } },
  BACKUP_EVERY_HOURS: {
    schema: whole(0, 720).default(24),
    expected: { zh: ' 0–720 的整数，0 为不自动备份', en: 'hours, a whole number from 0 (never) to 720' },
  },
  BACKUP_KEEP: {
    schema: whole(1, 1000).default(7),
    expected: { zh: ' 1–1000 的整数', en: 'how many are kept, a whole number from 1 to 1000' },
  },
  BACKUP_PASSPHRASE: {
    schema: optional(z.string().min(16).max(256)),
    expected: { zh: ' 16–256 个字符的口令', en: 'a passphrase of 16 to 256 characters' },
  },
  BACKUP_BEFORE_UPGRADE: {
    schema: z.enum(['always', 'embedded', 'never']).default('embedded'),
    expected: { zh: ' always、embedded、never 之一', en: 'always, embedded or never' },
  },
  LOG_LEVEL: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    expected: { zh: ' silent、error、warn、info、debug 之一', en: 'silent, error, warn, info or debug' },
  },
  TRUSTED_PROXIES: {
    schema: whole(0, 10).default(0),
    expected: { zh: ' 0–10 的整数，即前面反向代理的层数', en: 'how many reverse proxies stand in front, 0 to 10' },
  },
} as const satisfies Record<string, { schema: z.ZodType; expected: { zh: string; en: string } }>

export type Environment = { [K in keyof typeof VARIABLES]: z.output<(typeof VARIABLES)[K]['schema']> }

/** Never shown. */
export const HIDDEN: readonly string[] = [
  'WECHAT_SECRET',
  'WECHAT_PUSH_TOKEN',
  'WECHAT_ENCODING_AES_KEY',
  'SESSION_SECRET',
  'UPLOADS_ACCESS_KEY',
  'UPLOADS_SECRET_KEY',
  'BACKUP_PASSPHRASE',
]

/** Also read from the file that `NAME_FILE` names. */
export const SECRETS: readonly string[] = [...HIDDEN, 'DATABASE_URL', 'REDIS_URL']
