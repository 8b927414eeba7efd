import { Button, Input, Switch } from 'antd'
import type { ChannelForm } from './channelForm'
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
          aria-label={`${fileName}的名称`}
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
          {problem ?? (kind === 'group' ? '栏目组' : kind === 'events' ? '活动栏目' : '文章栏目')}
          {problem === undefined && name !== fileName && (
            <>
              ，原名“{fileName}”
              {!disabled && (
                <Button type="link" size="small" onClick={() => onChange({ name: fileName })}>
                  恢复原名
                </Button>
              )}
            </>
          )}
        </p>
      </div>
      <Button
        aria-label={`上移“${name}”`}
        title="上移"
        disabled={disabled || place.at === 0}
        onClick={() => onMove(-1)}
      >
        ↑
      </Button>
      <Button
        aria-label={`下移“${name}”`}
        title="下移"
        disabled={disabled || place.at === place.of - 1}
        onClick={() => onMove(1)}
      >
        ↓
      </Button>
      <label className={styles.switch}>
        <Switch
          aria-label={`会员可见：${name}`}
          checked={!hidden && !inHidden}
          disabled={disabled || inHidden}
          onChange={(shown) => onChange({ hidden: !shown })}
        />
        <span aria-hidden="true">{hidden || inHidden ? '已隐藏' : '会员可见'}</span>
      </label>
    </div>
  )
}
