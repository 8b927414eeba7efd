import { View } from '@tarojs/components'
import { Blank } from '../../ui/Blank'
import { Filters } from './Filters'
import { Hits } from './Hits'
import { HistoryLines, SuggestionLines } from './Lines'
import { cleaned } from './question'
import { SearchField } from './SearchField'
import type { Search } from './useSearch'

/** The box, and below it what belongs to its state: the history, suggestions or what was found. */
export function SearchView({ search, focus }: { search: Search; focus: boolean }) {
  const { typed, question, history, hits, suggestions, ask, filter } = search
  const q = cleaned(typed)
  return (
    <>
      <SearchField typed={typed} focus={focus} onType={search.type} onAsk={ask} />
      {q === '' && history.asked.length > 0 && <HistoryLines history={history} onAsk={ask} />}
      {q === '' && history.asked.length === 0 && (
        <Blank icon="search" title="想找什么？" text="输入活动名称、地点，或者通知里的几个字。" />
      )}
      {q !== '' && q !== question?.q && <SuggestionLines typed={q} titles={suggestions} onAsk={ask} />}
      {q !== '' && question && q === question.q && (
        <View>
          <Filters question={question} onFilter={filter} />
          <Hits question={question} hits={hits} onEverywhere={() => filter({ channel: null, year: null })} />
        </View>
      )}
    </>
  )
}
