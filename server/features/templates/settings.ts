import type { ParsedRequestTo, TemplateSettings } from '../../../shared/contract'
import type { NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { fieldChoiceProblem } from '../../../shared/domain/templateChoice'
import type { Clock } from '../../kernel/clock'
import { AppError, invalidFields, type FieldProblem } from '../../kernel/errors'
import type { ChosenTemplates, TemplateList, TemplateStore } from './ports'

export interface TemplateDeps {
  store: TemplateStore
  wechat: TemplateList
  /** As the file and the environment have them. */
  configured: readonly NoticeTemplate[]
  clock: Clock
  /** Called once a change is written: who made it sees it at once. */
  onChange: () => Promise<void>
}

interface Actor {
  staff: { id: string }
  address: string
}

type Wish = ParsedRequestTo<'PUT /api/admin/settings/templates'>['body']
type Choice = NonNullable<Wish['choice']>

/** The templates in use: chosen ones in place of the configured. */
export const templatesNow = (configured: readonly NoticeTemplate[], chosen: ChosenTemplates): NoticeTemplate[] =>
  configured.map((template) => ({ ...template, ...chosen[template.kind] }))

export async function showTemplates({ store, configured }: TemplateDeps): Promise<TemplateSettings> {
  const chosen = await store.read()
  const now = templatesNow(configured, chosen)
  return {
    kinds: configured.map((template, at) => ({
      kind: template.kind,
      now: now[at] ?? template,
      configured: template,
      isChosen: chosen[template.kind] !== undefined,
    })),
  }
}

/** @throws AppError template_gone, template_long_term, template_fields_differ, and a problem for each field */
async function check({ wechat }: TemplateDeps, { templateId, fields }: Choice): Promise<Omit<NoticeTemplate, 'kind'>> {
  const theirs = (await wechat.list()).find(({ id }) => id === templateId)
  if (theirs === undefined) throw new AppError('template_gone')
  if (theirs.longTerm) throw new AppError('template_long_term')
  const keys = fields.map(({ key }) => key).sort()
  if (JSON.stringify(keys) !== JSON.stringify(theirs.fields.map(({ key }) => key).sort())) {
    throw new AppError('template_fields_differ')
  }
  const problems: Record<string, FieldProblem> = {}
  const full = fields.map(({ key, source, text }, at) => {
    const { label = key, options } = theirs.fields.find((field) => field.key === key) ?? {}
    const problem = fieldChoiceProblem({ key, source, text, options })
    if (problem !== null) {
      const { code, ...values } = problem
      const about = code === 'field_source' || code === 'field_type_unknown' ? 'source' : 'text'
      problems[`choice.fields.${at}.${about}`] = { code, values: { ...values } }
    }
    const extra = {
      ...(text === undefined || text === '' ? {} : { text }),
      ...(options === undefined ? {} : { options }),
    }
    return { key, label: label.slice(0, 20) || key, source, ...extra }
  })
  if (Object.keys(problems).length > 0) throw invalidFields(problems)
  return { id: theirs.id, title: theirs.title, fields: full }
}

/** Members are asked anew for a template that they have not allowed: their grants are WeChat's, template by template. */
export async function chooseTemplate(
  deps: TemplateDeps,
  { kind, choice }: Wish,
  actor: Actor,
): Promise<TemplateSettings> {
  const { store, configured, clock } = deps
  const was = await store.read()
  const { [kind]: _before, ...others } = was
  const is: ChosenTemplates = choice === null ? others : { ...others, [kind]: await check(deps, choice) }
  const ids = templatesNow(configured, is).map(({ id }) => id)
  // an answer of the dialog names the template alone: one of two topics would never hear of it
  if (new Set(ids).size < ids.length) throw new AppError('template_taken')
  const kept = await store.keep(is, kind, {
    ...{ at: clock.now(), staffId: actor.staff.id, action: 'setting.change', address: actor.address },
    ...{
      subjectType: 'setting',
      subjectId: 'templates',
      detail: { kind, was: was[kind] ?? null, is: is[kind] ?? null },
    },
  })
  if (!kept) throw new AppError('template_waits')
  await deps.onChange()
  return showTemplates(deps)
}
