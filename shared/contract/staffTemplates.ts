import { z } from 'zod'
import { FIELD_SOURCES } from '../domain/noticeDraft'
import { TEMPLATE_KINDS } from '../domain/topics'
import type { EndpointTable } from './endpoint'
import { noticeTemplate } from './staffContent'

const kind = z.enum(TEMPLATE_KINDS)
const administrators = ['administrator'] as const

/** A template as WeChat tells of it. Keys may be of types that the product does not send. */
export const wechatTemplate = z.strictObject({
  id: z.string(),
  title: z.string(),
  example: z.string(),
  /** Long-term templates cannot be asked for beside one-time ones. */
  longTerm: z.boolean(),
  fields: z.array(z.strictObject({ key: z.string(), label: z.string(), options: z.array(z.string()).optional() })),
})

const templateSettings = z.strictObject({
  kinds: z.array(z.strictObject({ kind, now: noticeTemplate, configured: noticeTemplate, isChosen: z.boolean() })),
})

/** Which template of WeChat each kind of notice goes out with, and what goes into its fields. */
export const staffTemplateEndpoints = {
  'GET /api/admin/settings/templates': {
    summary: 'The template of each kind of notice, as it is used and as it is configured',
    access: 'staff',
    response: templateSettings,
  },
  'GET /api/admin/wechat/templates': {
    summary: 'The templates that the WeChat account has, asked for now',
    access: 'staff',
    roles: administrators,
    response: z.strictObject({ items: z.array(wechatTemplate) }),
    errors: ['wechat_busy', 'wechat_unavailable'],
  },
  'PUT /api/admin/settings/templates': {
    summary: 'Choose the template of one kind of notice; null: the configured one again. Checked against WeChat now',
    access: 'staff',
    roles: administrators,
    body: z.strictObject({
      kind,
      choice: z
        .strictObject({
          templateId: z.string().min(1).max(64),
          fields: z
            .array(
              z.strictObject({
                key: z.string().max(32),
                source: z.enum(FIELD_SOURCES),
                text: z.string().trim().max(64).optional(),
              }),
            )
            .min(1)
            .max(7),
        })
        .nullable(),
    }),
    response: templateSettings,
    errors: [
      'wechat_busy',
      'wechat_unavailable',
      'template_gone',
      'template_long_term',
      'template_taken',
      'template_fields_differ',
      'template_waits',
    ],
  },
} as const satisfies EndpointTable

export type WechatTemplate = z.output<typeof wechatTemplate>
export type TemplateSettings = z.output<typeof templateSettings>
