import type { Context } from 'koa'
import type { z } from 'zod'
import type { EndpointKey } from '../../shared/contract'
import type { Endpoint } from '../../shared/contract/endpoint'
import { AppError, invalidFields, type FieldProblem } from '../kernel/errors'
import { fieldProblems } from './fieldProblems'

export interface RawRequest {
  params: Record<string, string>
  query: unknown
  body: unknown
}

type Checked = { value: unknown; problems: Record<string, FieldProblem> }

function check(schema: z.ZodType | undefined, value: unknown): Checked {
  if (schema === undefined) {
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : []
    return { value: undefined, problems: Object.fromEntries(names.map((name) => [name, { code: 'unknown_field' }])) }
  }
  const result = schema.safeParse(value, { reportInput: true })
  return result.success ? { value: result.data, problems: {} } : { value, problems: fieldProblems(result.error) }
}

/** An address that cannot be one of ours names nothing: the same answer as for a thing that does not exist. */
function checkParams(endpoint: Endpoint, params: Record<string, string>): unknown {
  const { value, problems } = check(endpoint.params, endpoint.params === undefined ? undefined : params)
  if (Object.keys(problems).length === 0) return value
  const missing = endpoint.errors?.find((code) => code.endsWith('_not_found'))
  throw missing === undefined ? invalidFields(problems) : new AppError(missing)
}

/** What the contract says the request is; throws one `request_invalid` with every field's problem. */
export function checkRequest(endpoint: Endpoint, raw: RawRequest): { params: unknown; query: unknown; body: unknown } {
  const params = checkParams(endpoint, raw.params)
  const query = check(endpoint.query, raw.query)
  const body = check(endpoint.body, endpoint.body === undefined ? raw.body : (raw.body ?? {}))
  const problems = { ...query.problems, ...body.problems }
  if (Object.keys(problems).length > 0) throw invalidFields(problems)
  return { params, query: query.value, body: body.value }
}

/** Only what the contract lists leaves the server: a column that slipped into an answer is a fault, not a leak. */
export function checkResponse(key: EndpointKey, endpoint: Endpoint, answer: unknown): unknown {
  const result = endpoint.response.safeParse(answer)
  if (result.success) return result.data
  const where = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  throw new Error(`${key} answered outside its contract: ${where}`)
}

export const queryOf = (ctx: Context): Record<string, unknown> => ({ ...ctx.query })
