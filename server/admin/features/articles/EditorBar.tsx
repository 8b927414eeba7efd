import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { ArticleStatus } from '../../../../shared/contract'
import { formatClock } from '../../../../shared/domain/time'
import { Back, History, More, Panel, Phone } from '../../ui/icons'
import { t } from '../../ui/language'
import { articlesAddress } from './filterAddress'
import { StatusChip, WithdrawalChip } from './StatusChip'
import type { SaveState } from './useWriting'
import styles from './EditorBar.module.css'

interface EditorBarProps {
  status: ArticleStatus
  state: SaveState
  dirty: boolean
  safe: boolean
  mayPublish: boolean
  /** Somebody else has to look at it first: it is submitted instead of published. */
  needsOthers: boolean
  review: ReactNode
  /** When it is published by itself, ISO 8601; null when that is not set. */
  scheduledAt: string | null
  /** When it is withdrawn by itself, ISO 8601; null when that is not set. */
  withdrawAt: string | null
  panelOpen: boolean
  onSave: () => void
  onPublish: () => void
  /** Absent while it waits for review already. */
  onSubmit?: () => void
  /** Absent where it cannot be deleted. */
  onDelete?: () => void
  onWithdraw: () => void
  /** Absent where nothing is public, nor going to be by itself. */
  onWithdrawLater?: () => void
  onPreview: () => void
  onPanel: () => void
  /** Absent before the first save. */
  onHistory?: () => void
}

/** Words for how the writing stands, read out when they change. */
function standing({ state, dirty, safe }: Pick<EditorBarProps, 'state' | 'dirty' | 'safe'>): string {
  if (state.step === 'working') return t('正在保存…', 'Saving…')
  if (state.step === 'failed' && dirty)
    return safe
      ? t('尚未保存到服务器，已留在本机', 'Not yet on the server, kept in this browser')
      : t('尚未保存', 'Not saved yet')
  if (dirty) return t('有未保存的修改', 'Unsaved changes')
  return state.step === 'saved' ? t(`已保存 ${formatClock(state.at)}`, `Saved ${formatClock(state.at)}`) : ''
}

export function EditorBar(props: EditorBarProps) {
  const { status, state, mayPublish, needsOthers, panelOpen } = props
  const more = [
    ...(props.onWithdrawLater === undefined
      ? []
      : [{ key: 'withdraw-later', label: t('定时撤回', 'Withdraw later'), onClick: props.onWithdrawLater }]),
    ...(status === 'published' && mayPublish
      ? [{ key: 'withdraw', label: t('撤回文章', 'Withdraw it'), danger: true, onClick: props.onWithdraw }]
      : []),
    ...(props.onDelete === undefined
      ? []
      : [{ key: 'delete', label: t('删除文章', 'Delete it'), danger: true, onClick: props.onDelete }]),
  ]
  const working = state.step === 'working'
  return (
    <header className={styles.bar}>
      <Link
        to={articlesAddress()}
        className={styles.back}
        aria-label={t('返回文章列表', 'Back to the articles')}
        title={t('返回文章列表', 'Back to the articles')}
      >
        <Back />
        <span>{t('文章', 'Articles')}</span>
      </Link>
      <StatusChip status={status} scheduledAt={props.scheduledAt} withdrawAt={null} />
      <span className={styles.review}>
        <WithdrawalChip at={props.withdrawAt} />
        {props.review}
      </span>
      <span role="status" className={styles.standing}>
        {standing(props)}
      </span>
      <div className={styles.tools}>
        {props.onHistory !== undefined && (
          <Button
            type="text"
            icon={<History />}
            aria-label={t('历史版本', 'History')}
            title={t('历史版本', 'History')}
            onClick={props.onHistory}
          />
        )}
        <Button
          type="text"
          icon={<Phone />}
          aria-label={t('手机预览', 'Phone preview')}
          title={t('手机预览', 'Phone preview')}
          onClick={props.onPreview}
        />
        <Button
          type="text"
          icon={<Panel />}
          aria-label={t('文章设置', 'Article settings')}
          title={t('文章设置', 'Article settings')}
          aria-pressed={panelOpen}
          onClick={props.onPanel}
        />
        {more.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items: more }}>
            <Button type="text" icon={<More />} aria-label={t('更多', 'More')} title={t('更多', 'More')} />
          </Dropdown>
        )}
        <Button
          type={status === 'published' ? 'primary' : 'default'}
          disabled={working}
          onClick={props.onSave}
          title="Ctrl+S"
        >
          {status === 'draft' ? t('保存草稿', 'Save draft') : t('保存修改', 'Save changes')}
        </Button>
        {status !== 'published' && needsOthers && props.onSubmit !== undefined && (
          <Button type="primary" disabled={working} onClick={props.onSubmit}>
            {t('提交审核', 'Submit for review')}
          </Button>
        )}
        {status !== 'published' && !needsOthers && (
          <Button type="primary" disabled={working} onClick={props.onPublish}>
            {status === 'withdrawn' ? t('重新发布', 'Publish again') : t('发布', 'Publish')}
          </Button>
        )}
      </div>
    </header>
  )
}
