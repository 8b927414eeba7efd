import { EntitySchema } from 'typeorm'
import { instant, integer, key, longText, optionalInstant, optionalText, text } from './columns'

export interface ImportRunRow {
  id: string
  slot: string
  name: string
  bytes: number
  site: string
  columnsTold: string
  state: 'checking' | 'checked' | 'taking' | 'done' | 'failed'
  fault: string | null
  done: number
  total: number | null
  head: string | null
  leaseHolder: string | null
  leaseUntil: number | null
  createdAt: number
  createdBy: string
}

export const ImportRunEntity = new EntitySchema<ImportRunRow>({
  name: 'import_run',
  tableName: 'import_run',
  columns: {
    id: key('id'),
    slot: text('slot'),
    name: text('name'),
    bytes: integer('bytes'),
    site: text('site'),
    columnsTold: text('columns_told'),
    state: text('state'),
    fault: optionalText('fault'),
    done: integer('done'),
    total: { ...integer('total'), nullable: true },
    head: optionalText('head'),
    leaseHolder: optionalText('lease_holder'),
    leaseUntil: optionalInstant('lease_until'),
    createdAt: instant('created_at'),
    createdBy: text('created_by'),
  },
})

export interface ImportPartRow {
  id: string
  runId: string
  number: number
  /** Base64. */
  content: string
}

export const ImportPartEntity = new EntitySchema<ImportPartRow>({
  name: 'import_part',
  tableName: 'import_part',
  columns: { id: key('id'), runId: text('run_id'), number: integer('number'), content: longText('content') },
})

export interface ImportEntryRow {
  id: string
  runId: string
  number: number
  source: string
  state: 'certain' | 'doubtful' | 'known' | 'failed' | 'imported' | 'draft'
  title: string
  articleId: string | null
  /** JSON of what was found. */
  report: string
}

export const ImportEntryEntity = new EntitySchema<ImportEntryRow>({
  name: 'import_entry',
  tableName: 'import_entry',
  columns: {
    id: key('id'),
    runId: text('run_id'),
    number: integer('number'),
    source: text('source'),
    state: text('state'),
    title: text('title'),
    articleId: optionalText('article_id'),
    report: longText('report'),
  },
})
