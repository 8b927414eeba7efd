import { z } from 'zod'
import { channelKind } from './content'
import type { EndpointTable } from './endpoint'
import { slug } from './values'

const name = z.string().trim().min(1).max(20)
const administrators = ['administrator'] as const

const channelSetting = z.strictObject({
  slug,
  /** As members see it, and as the association's file has it. */
  name: z.string(),
  fileName: z.string(),
  kind: channelKind,
  /** By itself; in a hidden group it cannot be seen either. */
  hidden: z.boolean(),
})

/** In the order in which members see them. */
export const channelSettings = z.strictObject({
  channels: z.array(z.strictObject({ ...channelSetting.shape, children: z.array(channelSetting) })),
})

const channelWish = z.strictObject({ slug, name, hidden: z.boolean() })

export const channelSettingsInput = z.strictObject({
  channels: z.array(z.strictObject({ ...channelWish.shape, children: z.array(channelWish).max(50) })).max(50),
})

export const staffSettingsEndpoints = {
  'GET /api/admin/settings/channels': {
    summary: 'Names, order and hiding of channels',
    access: 'staff',
    response: channelSettings,
  },
  'PUT /api/admin/settings/channels': {
    summary: 'Name, order and hide channels; the file still says which there are and where they stand',
    access: 'staff',
    roles: administrators,
    body: channelSettingsInput,
    response: channelSettings,
    errors: ['channels_differ', 'channels_none_visible', 'channels_same_name'],
  },
} as const satisfies EndpointTable

export type ChannelSettings = z.output<typeof channelSettings>
export type ChannelSettingsInput = z.input<typeof channelSettingsInput>
