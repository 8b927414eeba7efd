import { useState } from 'react'
import { useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro'
import { questionOf, searchPath } from '../../features/search/question'
import { SearchView } from '../../features/search/SearchView'
import { useSearch } from '../../features/search/useSearch'
import { Screen } from '../../ui/Screen'

export default function SearchPage() {
  const { params } = useRouter()
  const [first] = useState(() => questionOf(params))
  const search = useSearch(first)
  const { question, hits } = search
  useReachBottom(() => void hits.more())
  useShareAppMessage(() => ({
    title: question ? `搜索“${question.q}” · ${ORGANISATION.name}` : ORGANISATION.name,
    path: searchPath(question),
  }))

  return (
    <Screen title="搜索">
      <SearchView search={search} focus={first === null} />
    </Screen>
  )
}
