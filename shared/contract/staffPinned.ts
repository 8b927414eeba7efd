import { z } from 'zod'
import { channelRef } from './content'
import type { EndpointTable } from './endpoint'
import { id, instant, slug } from './values'

/** More pinned articles than anybody puts in order by hand. */
export const MOST_PINNED = 200

export const pinnedOrder = z.strictObject({
  /** Channels that have any, in the order of the tree. */
  channels: z.array(
    z.strictObject({
      channel: channelRef,
      /** As members see them, the first on top. */
      items: z.array(z.strictObject({ id, title: z.string(), publishedAt: instant })),
    }),
  ),
})

const order = z
  .array(id)
  .min(1)
  .max(MOST_PINNED)
  .refine((ids) => new Set(ids).size === ids.length)

export const staffPinnedEndpoints = {
  'GET /api/admin/pinned': {
    summary: 'Public articles that are pinned, by channel, as members see them',
    access: 'staff',
    response: pinnedOrder,
  },
  'PUT /api/admin/pinned/{channel}': {
    summary: 'Put the pinned articles of a channel in order; refused when they are not as they were seen',
    access: 'staff',
    roles: ['editor', 'administrator'],
    params: z.strictObject({ channel: slug }),
    body: z.strictObject({ before: order, after: order }),
    response: pinnedOrder,
    errors: ['channel_not_found', 'pins_changed'],
  },
} as const satisfies EndpointTable

export type PinnedOrder = z.output<typeof pinnedOrder>
