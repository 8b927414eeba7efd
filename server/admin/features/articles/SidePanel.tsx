import { Input, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { ChannelChoice } from '../../api/site'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { ChannelOptions } from './ChannelOptions'
import { PUBLISHER_MAX, SUMMARY_MAX } from './articleForm'
import { EventFields } from './EventFields'
import type { Writing } from './useWriting'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  writing: Writing
  channels: ChannelChoice[]
  /** The cover's control. */
  cover: ReactNode
  /** What stands above all, such as a publication that is set for later. */
  top: ReactNode
  /** Whatever follows: notices told so far, copies kept. */
  children: ReactNode
}

/** Everything about the article that is not its words, at the edge of the page. */
export function SidePanel({ writing, channels, cover, top, children }: SidePanelProps) {
  const { form, fields, change } = writing
  return (
    <aside className={styles.panel} aria-label="文章设置">
      {top}
      <section className={styles.part}>
        <Field label="栏目" error={fields.channel}>
          {({ status: _status, ...control }) => (
            <Choice {...control} value={form.channel} onChange={(channel) => change({ channel })}>
              {form.channel === '' && <option value="">选择栏目</option>}
              <ChannelOptions channels={channels} />
            </Choice>
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
          <label htmlFor="article-pinned">置顶显示</label>
          <Switch id="article-pinned" checked={form.pinned} onChange={(pinned) => change({ pinned })} />
        </div>
      </section>
      {children}
    </aside>
  )
}
