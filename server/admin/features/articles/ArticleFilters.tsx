import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { ArticleStatus } from '../../../../shared/contract'
import { ARTICLE_STATUSES } from '../../../../shared/phrases'
import type { ChannelChoice } from '../../api/site'
import { Search } from '../../ui/icons'
import type { ArticleFilter } from './queries'
import styles from './ArticleList.module.css'

const STATUSES: readonly ArticleStatus[] = ['draft', 'published', 'withdrawn']

interface ArticleFiltersProps {
  filter: ArticleFilter
  channels: ChannelChoice[]
  onChange: (filter: ArticleFilter) => void
}

export function ArticleFilters({ filter, channels, onChange }: ArticleFiltersProps) {
  const [text, setText] = useState(filter.q)
  return (
    <div className={styles.filters} role="search" aria-label="筛选文章">
      <Segmented
        aria-label="状态"
        value={filter.status ?? 'all'}
        options={[
          { value: 'all', label: '全部' },
          ...STATUSES.map((status) => ({ value: status, label: ARTICLE_STATUSES[status].zh })),
        ]}
        onChange={(value) => onChange({ ...filter, status: STATUSES.find((status) => status === value) })}
      />
      <Select
        aria-label="栏目筛选"
        style={{ minWidth: 148 }}
        value={filter.channel ?? ''}
        options={[
          { value: '', label: '全部栏目' },
          ...channels.map((channel) => ({ value: channel.slug, label: channel.name })),
        ]}
        onChange={(value) => onChange({ ...filter, channel: value === '' ? undefined : value })}
      />
      <Input
        className={styles.search}
        aria-label="搜索文章"
        placeholder="搜索标题，按回车"
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
