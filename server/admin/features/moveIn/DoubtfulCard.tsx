import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { DoubtfulPage } from '../../../../shared/contract'
import type { ChannelChoice } from '../../api/site'
import { Chip } from '../../ui/Chip'
import { t } from '../../ui/language'
import { Mark } from './Mark'
import { MendFields } from './MendFields'
import { Sides } from './Sides'
import { useDoubtful } from './useDoubtful'
import { doubtWords, mendWords } from './words'
import styles from './MoveIn.module.css'

interface DoubtfulCardProps {
  page: DoubtfulPage
  channels: ChannelChoice[]
  /** Whether it is shown whole at first. */
  first: boolean
}

/** One doubtful page: why it is, the old page beside what was made of it, and the steps to be done with it. */
export function DoubtfulCard({ page, channels, first }: DoubtfulCardProps) {
  const { article } = page
  const [isOpen, setOpen] = useState(first)
  const { form, errors, problem, isChanged, isBusy, mend, accept, change, askBin } = useDoubtful(page)

  return (
    <li>
      <details className={styles.entry} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Chip tone="warm">{t('待核对', 'To look at')}</Chip>
          <span className={styles.title} lang="zh-CN">
            {article.title}
          </span>
          <Mark />
          <span className={styles.source} lang="zh-CN">
            {page.oldAddress ?? page.source}
          </span>
          <ul className={styles.reasons} aria-label={t('原因', 'Reasons')}>
            {doubtWords(page.doubts).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </summary>
        {isOpen && (
          <div className={styles.inside}>
            {page.mends.length > 0 && (
              <ul className={styles.mends} aria-label={t('已自动修正', 'Mended by itself')}>
                {mendWords(page.mends).map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            )}
            <MendFields value={form} errors={errors} channels={channels} onChange={change} />
            <Sides original={page.original} title={article.title} text={article.text}>
              <p className={styles.soft}>{t(`图片 ${article.pictures} 张`, `${article.pictures} pictures`)}</p>
            </Sides>
            {problem !== null && (
              <p role="alert" className={styles.bad}>
                {problem}
              </p>
            )}
            <div className={styles.actions}>
              <Button type="primary" loading={accept.isPending} disabled={isBusy} onClick={() => accept.mutate()}>
                {t('接受并公开', 'Accept and publish')}
              </Button>
              <Button loading={mend.isPending} disabled={isBusy || !isChanged} onClick={() => mend.mutate()}>
                {t('只保存修改', 'Save only')}
              </Button>
              <Link to={`/articles/${article.id}`}>{t('在编辑器中修改正文', 'Edit the text')}</Link>
              <Button danger type="text" className={styles.right ?? ''} disabled={isBusy} onClick={askBin}>
                {t('不要这一页', 'Leave it out')}
              </Button>
            </div>
          </div>
        )}
      </details>
    </li>
  )
}
