import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { HIDDEN, SECRETS, VARIABLES, type Environment } from './environmentVariables'

export type { Environment }

export interface EnvironmentProblem {
  variable: string
  /** As it was given; masked when it is a secret. */
  value: string
  expected: { zh: string; en: string }
}

export type EnvironmentResult = { ok: true; environment: Environment } | { ok: false; problems: EnvironmentProblem[] }

type Given = Record<string, string | undefined>

/** Reads `NAME_FILE` for secrets, as container platforms hand them over. A variable that is set but empty counts as unset. */
function resolveSecrets(given: Given): { values: Given; problems: EnvironmentProblem[] } {
  const values: Given = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim() !== ''))
  const problems: EnvironmentProblem[] = []
  for (const name of SECRETS) {
    const file = values[`${name}_FILE`]
    if (file === undefined || values[name] !== undefined) continue
    try {
      values[name] = readFileSync(file, 'utf8').trim()
    } catch {
      const expected = { zh: '可读取的文件路径', en: 'the path of a readable file' }
      problems.push({ variable: `${name}_FILE`, value: file, expected })
    }
  }
  return { values, problems }
}

const masked = (name: string, value: string | undefined): string => {
  if (value === undefined) return '(未设置 unset)'
  return HIDDEN.includes(name) ? '(已隐藏 hidden)' : value
}

/** An address may carry a password. */
const withoutPassword = (value: string): string => value.replace(/(:\/\/[^:/@]*:)[^@/]*@/, '$1***@')

/**
 * Checks the variables that the product reads; everything else in the environment is none of its business. Returns
 * all problems at once, each naming the variable, the value and what was expected.
 */
export function loadEnvironment(given: Given): EnvironmentResult {
  const { values, problems } = resolveSecrets(given)
  const parsed: Record<string, unknown> = {}
  for (const [name, { schema, expected }] of Object.entries(VARIABLES)) {
    const result = (schema as z.ZodType).safeParse(values[name])
    if (result.success) parsed[name] = result.data
    else problems.push({ variable: name, value: withoutPassword(masked(name, values[name])), expected })
  }
  if (values.WECHAT_APPID !== undefined && values.WECHAT_SECRET === undefined) {
    const expected = { zh: '设置 WECHAT_APPID 时必须同时设置', en: 'to be set together with WECHAT_APPID' }
    problems.push({ variable: 'WECHAT_SECRET', value: masked('WECHAT_SECRET', undefined), expected })
  }
  // One file on one machine is no place for several processes to meet.
  if (values.REDIS_URL !== undefined && !values.DATABASE_URL?.startsWith('mysql:')) {
    const expected = { zh: '设置 REDIS_URL 时必须是 mysql:// 地址', en: 'a mysql:// address when REDIS_URL is set' }
    problems.push({ variable: 'DATABASE_URL', value: values.DATABASE_URL ?? '(未设置 unset)', expected })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, environment: parsed as Environment }
}

/** One line in both languages. */
export const describeProblem = ({ variable, value, expected }: EnvironmentProblem): string =>
  `环境变量 ${variable} 的值 ${value} 无效，应为${expected.zh}。 / ${variable}=${value} is not valid: expected ${expected.en}.`
