import { ScrollView, View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import { Tap } from '../../ui/Tap'
import { useChannels } from '../channels/useChannels'
import type { Question } from './question'
import { useYears } from './useYears'
import './Filters.scss'

interface RowProps<T> {
  label: string
  chosen: T | null
  choices: { value: T | null; name: string }[]
  onChoose: (value: T | null) => void
}

function Row<T extends string | number>({ label, chosen, choices, onChoose }: RowProps<T>) {
  return (
    <ScrollView className="filters__row" scrollX enhanced showScrollbar={false}>
      <View className="filters__track" {...roleOf({ role: 'tablist', label })}>
        {choices.map(({ value, name }) => (
          <Tap
            key={name}
            className={`filters__one ${value === chosen ? 'filters__one--chosen' : ''}`}
            role="tab"
            selected={value === chosen}
            onTap={() => onChoose(value)}
          >
            {name}
          </Tap>
        ))}
      </View>
    </ScrollView>
  )
}

interface FiltersProps {
  question: Question
  onFilter: (change: Partial<Pick<Question, 'channel' | 'year'>>) => void
}

/** Where and when to look. What is chosen by an address stays on show even when it is not known otherwise. */
export function Filters({ question, onFilter }: FiltersProps) {
  const { load } = useChannels()
  const channels = load.state === 'ready' ? load.data : []
  const known = useYears(true)
  const years = question.year === null || known.includes(question.year) ? known : [question.year, ...known]
  return (
    <View className="filters">
      <Row
        label="栏目"
        chosen={question.channel}
        choices={[{ value: null, name: '全部栏目' }, ...channels.map(({ slug, name }) => ({ value: slug, name }))]}
        onChoose={(channel) => onFilter({ channel })}
      />
      {years.length > 0 && (
        <Row
          label="年份"
          chosen={question.year}
          choices={[{ value: null, name: '全部年份' }, ...years.map((year) => ({ value: year, name: `${year}年` }))]}
          onChoose={(year) => onFilter({ year })}
        />
      )}
    </View>
  )
}
