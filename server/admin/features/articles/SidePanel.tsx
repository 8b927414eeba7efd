import { Input, Select, Switch, type SelectProps } from 'antd'
import type { ReactNode } from 'react'
import type { ChannelChoice } from '../../api/site'
import { Field } from '../../ui/Field'
import { PUBLISHER_MAX, SUMMARY_MAX } from './articleForm'
import { EventFields } from './EventFields'
import type { Writing } from './useWriting'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  writing: Writing
  channels: ChannelChoice[]
  /** The cover's control. */
  cover: ReactNode
  /** Whatever follows: notices told so far, copies kept. */
  children: ReactNode
}

const optionsOf = (channels: ChannelChoice[], group: string | null) =>
  channels.filter((channel) => channel.group === group).map((channel) => ({ value: channel.slug, label: channel.name }))

/** The tree as the list shows it: a group is a heading over its channels. */
function channelOptions(channels: ChannelChoice[]): SelectProps<string>['options'] {
  const groups = [...new Set(channels.map((channel) => channel.group))]
  return groups.flatMap<NonNullable<SelectProps<string>['options']>[number]>((group) =>
    group === null ? optionsOf(channels, null) : [{ label: group, title: group, options: optionsOf(channels, group) }],
  )
}

/** Everything about the article that is not its words, at the edge of the page. */
export function SidePanel({ writing, channels, cover, children }: SidePanelProps) {
  const { form, fields, change } = writing
  return (
    <aside className={styles.panel} aria-label="文章设置">
      <section className={styles.part}>
        <Field label="栏目" error={fields.channel}>
          {(control) => (
            <Select<string>
              {...control}
              style={{ width: '100%' }}
              placeholder="选择栏目"
              value={form.channel === '' ? undefined : form.channel}
              options={channelOptions(channels)}
              onChange={(channel) => change({ channel })}
            />
          )}
        </Field>
        {writing.holdsEvents && (
          <EventFields event={form.event} fields={fields} onChange={(event) => change({ event })} />
        )}
      </section>
      <section className={styles.part}>
        <Field label="发布单位" error={fields.publisher}>
          {(control) => (
            <Input
              {...control}
              maxLength={PUBLISHER_MAX}
              value={form.publisher}
              onChange={(event) => change({ publisher: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="摘要"
          optional
          hint="显示在列表中，不填则取正文开头。"
          error={fields.summary}
          extra={`${form.summary.length}/${SUMMARY_MAX}`}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={SUMMARY_MAX}
              value={form.summary}
              onChange={(event) => change({ summary: event.target.value })}
            />
          )}
        </Field>
        {cover}
        <div className={styles.line}>
          <label htmlFor="article-pinned">在栏目中置顶</label>
          <Switch id="article-pinned" checked={form.pinned} onChange={(pinned) => change({ pinned })} />
        </div>
      </section>
      {children}
    </aside>
  )
}
