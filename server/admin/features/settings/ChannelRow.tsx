import { Button, Input, Switch } from 'antd'
import type { ChannelForm } from './channelForm'
import { t } from '../../ui/language'
import styles from './Channels.module.css'

type Leaf = ChannelForm['children'][number]

interface ChannelRowProps {
  channel: Leaf
  /** Of those beside it. */
  place: { at: number; of: number }
  problem: string | undefined
  /** Its group is hidden, and it therefore too. */
  inHidden: boolean
  disabled: boolean
  onChange: (part: Partial<Pick<Leaf, 'name' | 'hidden'>>) => void
  onMove: (by: -1 | 1) => void
}

/** One channel: its name, its place among its siblings, and whether members see it. */
export function ChannelRow({ channel, place, problem, inHidden, disabled, onChange, onMove }: ChannelRowProps) {
  const { name, fileName, slug, hidden, kind } = channel
  const note = `channel-${slug}-note`
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <Input
          aria-label={t(`${fileName}的名称`, `Name of ${fileName}`)}
          aria-describedby={note}
          aria-invalid={problem !== undefined}
          status={problem === undefined ? '' : 'error'}
          value={name}
          disabled={disabled}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <p
          id={note}
          className={problem === undefined ? styles.soft : styles.problem}
          role={problem ? 'alert' : undefined}
        >
          {problem ??
            (kind === 'group'
              ? t('栏目组', 'group')
              : kind === 'events'
                ? t('活动栏目', 'channel of events')
                : t('文章栏目', 'channel of articles'))}
          {problem === undefined && name !== fileName && (
            <>
              {t(`，原名“${fileName}”`, `, was “${fileName}”`)}
              {!disabled && (
                <Button type="link" size="small" onClick={() => onChange({ name: fileName })}>
                  {t('恢复原名', 'Restore the name')}
                </Button>
              )}
            </>
          )}
        </p>
      </div>
      <Button
        aria-label={t(`上移“${name}”`, `Move “${name}” up`)}
        title={t('上移', 'Up')}
        disabled={disabled || place.at === 0}
        onClick={() => onMove(-1)}
      >
        ↑
      </Button>
      <Button
        aria-label={t(`下移“${name}”`, `Move “${name}” down`)}
        title={t('下移', 'Down')}
        disabled={disabled || place.at === place.of - 1}
        onClick={() => onMove(1)}
      >
        ↓
      </Button>
      <label className={styles.switch}>
        <Switch
          aria-label={t(`会员可见：${name}`, `Members see: ${name}`)}
          checked={!hidden && !inHidden}
          disabled={disabled || inHidden}
          onChange={(shown) => onChange({ hidden: !shown })}
        />
        <span aria-hidden="true">{hidden || inHidden ? t('已隐藏', 'hidden') : t('会员可见', 'visible')}</span>
      </label>
    </div>
  )
}
