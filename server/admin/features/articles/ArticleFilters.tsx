import { Input, Segmented } from 'antd'
import { useState } from 'react'
import type { ArticleStatus } from '../../../../shared/contract'
import { ARTICLE_STATUSES, REVIEW_STATES } from '../../../../shared/phrases'
import type { ChannelChoice } from '../../api/site'
import { Choice } from '../../ui/Choice'
import { t } from '../../ui/language'
import { Search } from '../../ui/icons'
import { ChannelOptions } from './ChannelOptions'
import type { ArticleFilter } from './queries'
import styles from './ArticleFilters.module.css'

const STATUSES: readonly ArticleStatus[] = ['draft', 'published', 'withdrawn']

const REVIEWS = ['submitted', 'returned'] as const

interface ArticleFiltersProps {
  filter: ArticleFilter
  /** How many wait for review. */
  waiting: number
  channels: ChannelChoice[]
  onChange: (filter: ArticleFilter) => void
}

export function ArticleFilters({ filter, waiting, channels, onChange }: ArticleFiltersProps) {
  const [text, setText] = useState(filter.q)
  return (
    <div className={styles.filters} role="search" aria-label={t('筛选文章', 'Filter articles')}>
      <Segmented
        className={styles.states}
        aria-label={t('状态', 'Status')}
        value={filter.review ?? filter.status ?? 'all'}
        options={[
          { value: 'all', label: t('全部', 'All') },
          ...STATUSES.map((status) => ({ value: status, label: t(ARTICLE_STATUSES[status]) })),
          ...REVIEWS.map((state) => ({
            value: state,
            label: `${t(REVIEW_STATES[state])}${state === 'submitted' && waiting > 0 ? ` ${waiting}` : ''}`,
          })),
        ]}
        onChange={(value) =>
          onChange({
            ...filter,
            status: STATUSES.find((status) => status === value),
            review: REVIEWS.find((state) => state === value),
          })
        }
      />
      <Choice
        aria-label={t('筛选栏目', 'Filter by channel')}
        className={styles.channel}
        value={filter.channel ?? ''}
        onChange={(value) => onChange({ ...filter, channel: value === '' ? undefined : value })}
      >
        <option value="">{t('全部栏目', 'All channels')}</option>
        <ChannelOptions channels={channels} />
      </Choice>
      <Input
        className={styles.search}
        aria-label={t('搜索文章', 'Search articles')}
        placeholder={t('搜索标题，按回车', 'Search titles, press Enter')}
        prefix={<Search />}
        allowClear
        maxLength={60}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          if (event.target.value === '' && filter.q !== '') onChange({ ...filter, q: '' })
        }}
        onPressEnter={() => onChange({ ...filter, q: text.trim() })}
      />
    </div>
  )
}
