import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { ArticleRevision } from '../../../../shared/contract'
import { REVISIONS_KEPT } from '../../../../shared/domain/revisions'
import { formatTableTime } from '../../../../shared/domain/time'
import { wordsFor } from '../../api/errors'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { PageLoading, PageState } from '../../ui/PageState'
import { Compared } from './Compared'
import { revisionQuery, revisionsQuery } from './queries'
import { t } from '../../ui/language'
import styles from './History.module.css'

interface HistoryDialogProps {
  articleId: string
  /** The version that the server has now, as far as this page knows. */
  version: number
  working: boolean
  /** Why the last restore was refused. */
  problem: string | undefined
  onRestore: (revision: ArticleRevision) => void
  onClose: () => void
}

const nameOf = ({ version, savedAt, savedBy }: ArticleRevision): string =>
  t(
    `第 ${version} 版 ${formatTableTime(Date.parse(savedAt))} ${savedBy}`,
    `Version ${version} ${formatTableTime(Date.parse(savedAt))} ${savedBy}`,
  )

/** The saves of one article: any two side by side, and the way back to one of them. */
export function HistoryDialog({ articleId, version, working, problem, onRestore, onClose }: HistoryDialogProps) {
  const list = useQuery({ ...revisionsQuery(articleId), staleTime: 0 })
  const items = list.data?.items ?? []
  const [chosen, setChosen] = useState({ before: '', after: '' })
  const after = items.find(({ id }) => id === chosen.after) ?? items[0]
  const before = items.find(({ id }) => id === chosen.before) ?? items[1] ?? items[0]
  const [left, right] = [
    useQuery({ ...revisionQuery(articleId, before?.id ?? ''), enabled: before !== undefined }),
    useQuery({ ...revisionQuery(articleId, after?.id ?? ''), enabled: after !== undefined }),
  ]
  const error = list.error ?? left.error ?? right.error
  const retry = () => void Promise.all([list.refetch(), left.refetch(), right.refetch()])

  const content = () => {
    if (error !== null) {
      return (
        <PageState
          title={t('历史版本没有加载出来', 'The history could not be loaded')}
          text={wordsFor(error)}
          action={<Button onClick={retry}>{t('重试', 'Try again')}</Button>}
        />
      )
    }
    if (list.isSuccess && items.length === 0) {
      return (
        <PageState
          title={t('还没有历史版本', 'No history yet')}
          text={t('从下一次保存起，每次保存都会留下一个版本。', 'From the next save on, every save keeps a version.')}
        />
      )
    }
    if (before === undefined || after === undefined || !left.isSuccess || !right.isSuccess) return <PageLoading />
    const pick = (side: 'before' | 'after', label: string, value: string) => (
      <Field label={label}>
        {({ status: _status, ...control }) => (
          <Choice {...control} value={value} onChange={(id) => setChosen({ ...chosen, [side]: id })}>
            {items.map((item) => (
              <option key={item.id} value={item.id}>
                {nameOf(item)}
                {item === items[0] && t('（最近一次保存）', '(last save)')}
              </option>
            ))}
          </Choice>
        )}
      </Field>
    )
    return (
      <>
        <div className={styles.tools}>
          {pick('before', t('较早的版本', 'Earlier version'), before.id)}
          {pick('after', t('对照的版本', 'Compared with'), after.id)}
          <Button
            type="primary"
            loading={working}
            disabled={before.version === version || before === items[0]}
            onClick={() => onRestore(before)}
          >
            {t('恢复较早的版本', 'Restore the earlier version')}
          </Button>
        </div>
        <Compared before={left.data} after={right.data} names={{ before: nameOf(before), after: nameOf(after) }} />
      </>
    )
  }

  return (
    <Modal
      scrollLock={false}
      title={t('历史版本', 'History')}
      open
      width={1080}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
    >
      <p className={styles.legend}>
        {t(
          `每次保存都会留下一个版本，保留最近 ${REVISIONS_KEPT} 次。恢复会另存为新的一次保存，现在的内容不会丢失。`,
          `Every save keeps a version, the last ${REVISIONS_KEPT} of them. Restoring is a new save: what is there now is not lost.`,
        )}
      </p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {content()}
    </Modal>
  )
}
