import type { WireResult } from './transport'

/** A JSON object that WeChat answered. `errcode` is 0 when the answer has none. */
export interface Answer {
  errcode: number
  errmsg: string
  values: Record<string, unknown>
  /** `msgid` as text: it exceeds 2^53, and a rounded one never matches the sent-event. */
  msgid: string | null
}

/**
 * Reads an answer; null when it is not what WeChat's API documents (another status, HTML of a gateway, broken JSON, no
 * `errcode` where one is due). Then nobody can say what became of the request.
 */
export function readAnswer(result: Extract<WireResult, { kind: 'answer' }>): Answer | null {
  if (result.status !== 200) return null
  let parsed: unknown
  try {
    parsed = JSON.parse(result.text)
  } catch {
    return null
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
  const values = parsed as Record<string, unknown>
  const { errcode = 0, errmsg } = values
  if (typeof errcode !== 'number' || !Number.isInteger(errcode)) return null
  return { errcode, errmsg: typeof errmsg === 'string' ? errmsg : '', values, msgid: readMsgid(result.text) }
}

/** Within a JSON string every quote is escaped, so an unescaped `"msgid":` is the key itself. */
const MSGID = /(?<!\\)"msgid"\s*:\s*("?)(\d{1,32})\1\s*[,}]/

export const readMsgid = (text: string): string | null => MSGID.exec(text)?.[2] ?? null
