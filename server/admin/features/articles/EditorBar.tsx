import { Button, Dropdown } from 'antd'
import { Link } from 'react-router-dom'
import type { ArticleStatus } from '../../../../shared/contract'
import { formatClock } from '../../../../shared/domain/time'
import { Back, History, Panel, Phone } from '../../ui/icons'
import { StatusChip } from './StatusChip'
import type { SaveState } from './useWriting'
import styles from './EditorBar.module.css'

interface EditorBarProps {
  status: ArticleStatus
  state: SaveState
  dirty: boolean
  safe: boolean
  mayPublish: boolean
  /** When it is published by itself, ISO 8601; null when that is not set. */
  scheduledAt: string | null
  panelOpen: boolean
  onSave: () => void
  onPublish: () => void
  onWithdraw: () => void
  onPreview: () => void
  onPanel: () => void
  /** Absent before the first save. */
  onHistory?: () => void
}

/** Words for how the writing stands, read out when they change. */
function standing({ state, dirty, safe }: Pick<EditorBarProps, 'state' | 'dirty' | 'safe'>): string {
  if (state.step === 'working') return '正在保存…'
  if (state.step === 'failed' && dirty) return safe ? '尚未保存到服务器，已留在本机' : '尚未保存'
  if (dirty) return '有未保存的修改'
  return state.step === 'saved' ? `已保存 ${formatClock(state.at)}` : ''
}

export function EditorBar(props: EditorBarProps) {
  const { status, state, mayPublish, panelOpen } = props
  const working = state.step === 'working'
  return (
    <header className={styles.bar}>
      <Link to="/articles" className={styles.back} aria-label="返回文章列表" title="返回文章列表">
        <Back />
        <span>文章</span>
      </Link>
      <StatusChip status={status} scheduledAt={props.scheduledAt} />
      <span role="status" className={styles.standing}>
        {standing(props)}
      </span>
      <div className={styles.tools}>
        {props.onHistory !== undefined && (
          <Button type="text" icon={<History />} aria-label="历史版本" title="历史版本" onClick={props.onHistory} />
        )}
        <Button type="text" icon={<Phone />} aria-label="手机预览" title="手机预览" onClick={props.onPreview} />
        <Button
          type="text"
          icon={<Panel />}
          aria-label="文章设置"
          title="文章设置"
          aria-pressed={panelOpen}
          onClick={props.onPanel}
        />
        {status === 'published' && mayPublish && (
          <Dropdown
            trigger={['click']}
            menu={{ items: [{ key: 'withdraw', label: '撤回文章', danger: true, onClick: props.onWithdraw }] }}
          >
            <Button>更多</Button>
          </Dropdown>
        )}
        <Button
          type={status === 'published' ? 'primary' : 'default'}
          disabled={working}
          onClick={props.onSave}
          title="Ctrl+S"
        >
          {status === 'draft' ? '保存草稿' : '保存修改'}
        </Button>
        {status !== 'published' && (
          <Button
            type="primary"
            disabled={working || !mayPublish}
            title={mayPublish ? undefined : '需由编辑或管理员发布'}
            onClick={props.onPublish}
          >
            {status === 'withdrawn' ? '重新发布' : '发布'}
          </Button>
        )}
      </div>
    </header>
  )
}
