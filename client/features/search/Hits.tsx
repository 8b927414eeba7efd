import { View } from '@tarojs/components'
import type { SearchHit } from '../../../shared/contract'
import type { PagedView } from '../../loading/usePagedList'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'
import { ListFoot } from '../../ui/ListFoot'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'
import { Hit } from './Hit'
import type { Question } from './question'
import './Hits.scss'

interface HitsProps {
  question: Question
  hits: PagedView<SearchHit>
  onEverywhere: () => void
}

/** What was found, in whichever state the list is. */
export function Hits({ question, hits, onEverywhere }: HitsProps) {
  const { list, refresh, more } = hits
  if (list.state === 'loading') return <Skeleton shape="card" />
  if (list.state === 'error')
    return <Failure problem={list.problem} onRetry={() => void refresh()} title="搜索没有成功" />
  if (list.state === 'empty') {
    const filtered = question.channel !== null || question.year !== null
    return (
      <Blank
        icon="search"
        title={`没有找到“${question.q}”`}
        text="可以换个说法，或者减少几个字再试。"
        action={
          filtered
            ? { text: '在全部内容中查找', onTap: onEverywhere }
            : { text: '去资讯看看', onTap: () => open(PAGES.news) }
        }
      />
    )
  }
  return (
    <View>
      {list.stale && <Stale problem={list.stale} onRetry={() => void refresh()} />}
      <View className="hits">
        {list.items.map((hit) => (
          <Hit key={hit.article.id} hit={hit} />
        ))}
      </View>
      <ListFoot state={list.state === 'end' ? 'end' : list.more} onMore={() => void more()} />
    </View>
  )
}
