import { Text } from '@tarojs/components'
import type { Highlighted } from '../../../shared/contract'

/** A text in which what was searched for stands out, by weight and by a mark below it. */
export function HighlightedText({ parts }: { parts: Highlighted }) {
  return (
    <>
      {parts.map(({ text, hit }, index) => (
        <Text key={index} className={hit ? 'hit__mark' : ''}>
          {text}
        </Text>
      ))}
    </>
  )
}
