import { Input, InputNumber } from 'antd'
import type { ChannelChoice } from '../../api/site'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { ShanghaiPicker } from '../../ui/ShanghaiPicker'
import { ChannelOptions } from '../articles/ChannelOptions'
import styles from './MoveIn.module.css'

export interface Mended {
  title: string
  /** Slug. */
  channel: string
  publisher: string
  /** ms */
  publishedAt: number | null
  views: number
}

interface MendFieldsProps {
  value: Mended
  /** By the field's name. */
  errors: Record<string, string>
  channels: ChannelChoice[]
  onChange: (value: Mended) => void
}

/** What was found on an old page, to be put right. */
export function MendFields({ value, errors, channels, onChange }: MendFieldsProps) {
  const change = (part: Partial<Mended>) => onChange({ ...value, ...part })
  return (
    <div className={styles.form}>
      <div className={styles.wide}>
        <Field label={t('标题', 'Title')} error={errors.title}>
          {(control) => (
            <Input
              {...control}
              lang="zh-CN"
              maxLength={120}
              value={value.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t('栏目', 'Channel')} error={errors.channel}>
        {({ status: _status, ...control }) => (
          <Choice {...control} value={value.channel} onChange={(channel) => change({ channel })}>
            <ChannelOptions channels={channels} />
          </Choice>
        )}
      </Field>
      <Field label={t('发布单位', 'Publisher')} error={errors.publisher}>
        {(control) => (
          <Input
            {...control}
            lang="zh-CN"
            maxLength={60}
            value={value.publisher}
            onChange={(event) => change({ publisher: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('发布时间', 'Time of publication')}
        hint={value.publishedAt === null ? t('不填则为接受时的时间。', 'When empty: when it is accepted.') : undefined}
        error={errors.publishedAt}
      >
        {(control) => (
          <ShanghaiPicker
            control={control}
            value={value.publishedAt}
            onChange={(publishedAt) => change({ publishedAt })}
          />
        )}
      </Field>
      <Field label={t('浏览次数', 'Views')} error={errors.views}>
        {(control) => (
          <InputNumber
            {...control}
            className={styles.number ?? ''}
            min={0}
            max={999_999_999}
            precision={0}
            value={value.views}
            onChange={(views) => change({ views: views ?? 0 })}
          />
        )}
      </Field>
    </div>
  )
}
