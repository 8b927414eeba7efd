import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { IMPORT_DOUBTS, type ImportDoubt } from '../../../../shared/phrases/importing'
import { channelChoices, siteQuery } from '../../api/site'
import { Choice } from '../../ui/Choice'
import { t } from '../../ui/language'
import { ListState } from '../../ui/ListState'
import { PageState } from '../../ui/PageState'
import { DoubtfulCard } from './DoubtfulCard'
import { doubtfulQuery } from './queries'
import rows from '../../ui/Rows.module.css'
import styles from './MoveIn.module.css'

const DOUBTS = Object.keys(IMPORT_DOUBTS) as ImportDoubt[]

/** A doubt as the name of a filter, without what it says of one page. */
const nameOf = (doubt: ImportDoubt): string =>
  t(IMPORT_DOUBTS[doubt])
    .replace(/[：:]?\s*\{detail\}\s*/, '')
    .replace(/[。.]$/, '')

/** All pages that wait for somebody, also those that a run from the command line left. */
export function DoubtfulList() {
  const [doubt, setDoubt] = useState<ImportDoubt | undefined>(undefined)
  const list = useInfiniteQuery(doubtfulQuery(doubt))
  const site = useQuery(siteQuery)
  const pages = list.data?.pages.flatMap(({ items }) => items) ?? []
  const channels = channelChoices(site.data?.channels ?? [])
  return (
    <section aria-label={t('待核对的旧网页', 'Doubtful pages')}>
      <p className={rows.note}>
        {t(
          '这些旧网页有疑问，已存为草稿，会员看不到。核对后逐篇接受：保留原来的发布时间和浏览次数，旧链接转到新文章，不发通知。',
          'These pages are drafts that no member can see. Accept each once you have looked at it: it keeps its time and views, its old links lead to it, and nobody is notified.',
        )}
      </p>
      <div className={styles.filter}>
        <Choice
          aria-label={t('按原因筛选', 'Filter by reason')}
          className={styles.reason}
          value={doubt ?? ''}
          onChange={(value) => setDoubt(DOUBTS.find((entry) => entry === value))}
        >
          <option value="">{t('全部原因', 'All reasons')}</option>
          {DOUBTS.map((entry) => (
            <option key={entry} value={entry}>
              {nameOf(entry)}
            </option>
          ))}
        </Choice>
      </div>
      <ListState
        query={list}
        count={pages.length}
        empty={
          doubt === undefined ? (
            <PageState
              title={t('没有待核对的旧网页', 'No doubtful pages')}
              text={t(
                '导入旧网站时有疑问的页面会出现在这里，包括用命令行导入的。',
                'Pages that are doubtful when an old site is moved in appear here, also from the command line.',
              )}
            />
          ) : (
            <PageState
              title={t('没有这种原因的页面', 'No page has this reason')}
              action={<Button onClick={() => setDoubt(undefined)}>{t('看全部', 'Show all')}</Button>}
            />
          )
        }
      >
        <ul className={styles.list} aria-label={t('待核对的页面', 'Pages to look at')}>
          {pages.map((page, at) => (
            <DoubtfulCard key={page.id} page={page} channels={channels} first={at === 0} />
          ))}
        </ul>
      </ListState>
    </section>
  )
}
