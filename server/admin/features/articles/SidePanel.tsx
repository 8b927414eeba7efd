import { Input, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { ChannelChoice } from '../../api/site'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { ChannelOptions } from './ChannelOptions'
import { PUBLISHER_MAX, SUMMARY_MAX } from './articleForm'
import { EventFields } from './EventFields'
import type { Writing } from './useWriting'
import { t } from '../../ui/language'
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
    <aside className={styles.panel} aria-label={t('文章设置', 'Article settings')}>
      {top}
      <section className={styles.part}>
        <Field label={t('栏目', 'Channel')} error={fields.channel}>
          {({ status: _status, ...control }) => (
            <Choice {...control} value={form.channel} onChange={(channel) => change({ channel })}>
              {form.channel === '' && <option value="">{t('选择栏目', 'Choose a channel')}</option>}
              <ChannelOptions channels={channels} />
            </Choice>
          )}
        </Field>
        {writing.holdsEvents && (
          <EventFields event={form.event} fields={fields} onChange={(event) => change({ event })} />
        )}
      </section>
      <section className={styles.part}>
        <Field label={t('发布单位', 'Publisher')} error={fields.publisher}>
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
          label={t('摘要', 'Summary')}
          optional
          hint={t('显示在列表中，不填则取正文开头。', 'Shown in lists; when empty, the beginning of the text.')}
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
          <label htmlFor="article-pinned">{t('置顶显示', 'Pin to the top')}</label>
          <Switch id="article-pinned" checked={form.pinned} onChange={(pinned) => change({ pinned })} />
        </div>
      </section>
      {children}
    </aside>
  )
}
