import { z } from 'zod'
import { checkField } from '../../../shared/domain/templateFields'
import type { Phone, Phones } from './phones'
import { ApiRefusal, type SandboxTemplate } from './types'

const sendBody = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.union([z.string(), z.number()]) })),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).optional(),
  lang: z.string().optional(),
})

export type SendBody = z.output<typeof sendBody>

/** @throws ApiRefusal 47001 when the body is not what the API takes */
export function parseSend(text: string): SendBody {
  try {
    const parsed = sendBody.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
  } catch {
    // not JSON: the same answer as a body of another shape
  }
  throw new ApiRefusal(47001, 'data format error')
}

export interface SendRules {
  phones: Phones
  templates: readonly SandboxTemplate[]
  pages: readonly string[]
}

export interface Deliverable {
  phone: Phone
  template: SandboxTemplate
  page: string
  values: Record<string, string>
}

/** What each value may be. Source: `subscribeMessage.send`, "参数值内容限制说明". */
function checkValues(template: SandboxTemplate, data: SendBody['data']): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { key, options } of template.fields) {
    const value = String(data[key]?.value ?? '')
    const problem = checkField(key, value, options)
    if (problem?.code === 'field_empty') throw new ApiRefusal(47003, `argument invalid! data.${key}.value is empty`)
    if (problem !== null) throw new ApiRefusal(47003, `argument invalid! data.${key}.value invalid`)
    values[key] = value
  }
  return values
}

/**
 * What the API checks before it takes a message, in one order.
 * @throws ApiRefusal 40003, 40037, 41030, 47003, 43101
 */
export function checkSend(body: SendBody, { phones, templates, pages }: SendRules): Deliverable {
  const phone = phones.withOpenid(body.touser)
  if (phone === undefined) throw new ApiRefusal(40003, 'invalid openid')
  const template = templates.find(({ id }) => id === body.template_id)
  if (template === undefined) throw new ApiRefusal(40037, 'invalid template_id')
  const page = (body.page ?? '').replace(/^\//, '')
  if (page !== '' && !pages.includes(page.split('?')[0] ?? '')) throw new ApiRefusal(41030, 'invalid page')
  const values = checkValues(template, body.data)
  if (!phones.canReceive(phone, template.id)) throw new ApiRefusal(43101, 'user refuse to accept the msg')
  return { phone, template, page, values }
}
