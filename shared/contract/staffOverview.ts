import { z } from 'zod'
import { DELIVERY_STATES } from '../domain/notice'
import type { EndpointTable } from './endpoint'
import { day, id } from './values'

const number = z.int().nonnegative()

export const OVERVIEW_DAYS = ['7', '30', '90'] as const

/** How many days of Shanghai, today among them. */
export const overviewQuery = z.strictObject({ days: z.enum(OVERVIEW_DAYS).default('30') })

/** What there is as a table: the days, the most read articles, the notices that began in the period. */
export const OVERVIEW_TABLES = ['days', 'articles', 'notices'] as const

export const overviewExportQuery = overviewQuery.extend({ table: z.enum(OVERVIEW_TABLES).default('days') })

export const overview = z.strictObject({
  /** Every day of the period, oldest first. All lists named `daily` have as many entries, in this order. */
  days: z.array(day),
  views: z.strictObject({
    total: number,
    /** Of the same number of days before. */
    before: number,
    daily: z.array(number),
    /** Most viewed first; null: articles that are not there any more. */
    channels: z.array(
      z.strictObject({
        channel: z.strictObject({ id, name: z.string() }).nullable(),
        views: number,
        daily: z.array(number),
      }),
    ),
    /** By hour of the day in Shanghai, from 0 to 23. */
    hours: z.array(number).length(24),
  }),
  /** At most ten, most viewed in the period first. */
  articles: z.array(z.strictObject({ id, title: z.string(), channel: z.string(), views: number })),
  members: z.strictObject({
    /** Now. */
    total: number,
    /** Those who came in the period and have not left. */
    daily: z.array(number),
  }),
  grants: z.strictObject({
    /** Accepted permissions to send one notice. */
    gained: z.array(number),
    /** Sends that WeChat took or may have taken, by the day on which their notice began. */
    used: z.array(number),
  }),
  notices: z.strictObject({
    /** Begun in the period. */
    total: number,
    /** Their deliveries by outcome; outcomes that nobody had are left out. */
    outcomes: z.array(z.strictObject({ state: z.enum(DELIVERY_STATES), count: z.int().positive() })),
  }),
})

/** Besides this, `GET /api/admin/overview/export` answers with one of the tables of the same days as a file. */
export const staffOverviewEndpoints = {
  'GET /api/admin/overview': {
    summary: 'The last days in numbers: views, members, grants, notices',
    access: 'staff',
    query: overviewQuery,
    response: overview,
  },
} as const satisfies EndpointTable

export type Overview = z.output<typeof overview>
export type OverviewDays = (typeof OVERVIEW_DAYS)[number]
export type OverviewTable = (typeof OVERVIEW_TABLES)[number]
