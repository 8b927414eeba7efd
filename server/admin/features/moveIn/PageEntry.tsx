import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { MoveInPage } from '../../../../shared/contract'
import { formatDateTime } from '../../../../shared/domain/time'
import { Chip } from '../../ui/Chip'
import { t } from '../../ui/language'
import { Mark } from './Mark'
import { Sides } from './Sides'
import { mendWords, PAGE_STATES, reasonsOf } from './words'
import styles from './MoveIn.module.css'

function Facts({ page }: { page: MoveInPage }) {
  const none = t('未写明', 'not said')
  const facts: [string, string][] = [
    [t('栏目', 'Channel'), page.channel ?? t('未确定', 'not certain')],
    [t('发布人', 'Publisher'), page.publisher ?? none],
    [t('时间', 'Time'), page.publishedAt === null ? none : formatDateTime(Date.parse(page.publishedAt))],
    [t('浏览', 'Views'), String(page.views)],
    [t('图片', 'Pictures'), String(page.pictures)],
    [t('附件', 'Attachments'), page.attachments.join(t('、', ', ')) || t('无', 'none')],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd lang="zh-CN">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One page of the report; what asks for nobody stays closed. */
export function PageEntry({ page }: { page: MoveInPage }) {
  const { name, tone } = PAGE_STATES[page.state]
  const reasons = reasonsOf(page)
  const mends = mendWords(page.mends)
  const [isOpen, setOpen] = useState(page.state === 'doubtful')
  const hasText = page.text !== '' || page.original !== ''
  return (
    <li>
      <details className={styles.entry} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Chip tone={tone}>{t(name)}</Chip>
          <span className={styles.title} lang="zh-CN">
            {page.title || t('（没有标题）', '(no title)')}
          </span>
          <Mark />
          <span className={styles.source} lang="zh-CN">
            {page.source}
          </span>
          {reasons.length > 0 && (
            <ul className={styles.reasons} aria-label={t('原因', 'Reasons')}>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
        </summary>
        {isOpen && (
          <div className={styles.inside}>
            {mends.length > 0 && (
              <ul className={styles.mends} aria-label={t('已自动修正', 'Mended by itself')}>
                {mends.map((mend) => (
                  <li key={mend}>{mend}</li>
                ))}
              </ul>
            )}
            {hasText && <Facts page={page} />}
            {hasText && <Sides original={page.original} title={page.title} text={page.text} />}
            {page.articleId !== null && (
              <p>
                <Link to={`/articles/${page.articleId}`}>{t('打开文章', 'Open the article')}</Link>
              </p>
            )}
          </div>
        )}
      </details>
    </li>
  )
}
