import { Text } from '@tarojs/components'
import { callPhone, openAddress } from '../../../platform/device'
import { open } from '../../../platform/navigation'
import { inSinglePage } from '../../../platform/singlePage'
import { roleOf } from '../../../ui/aria'
import { targetOf, type Inline } from './bodyText'

function follow(href: string): void {
  const target = targetOf(href)
  if (target.kind === 'page') open(target.path)
  if (target.kind === 'phone') callPhone(target.number)
  if (target.kind === 'address') openAddress(target.address)
}

/** On the timeline no link can be followed, so it is text like any other there. */
const leads = (href: string | undefined): href is string =>
  href !== undefined && targetOf(href).kind !== 'none' && !inSinglePage()

/** A run of text with its marks. It can be selected as a whole, so that a number or a name can be copied. */
export function Inlines({ content }: { content: Inline[] }) {
  return (
    <Text className="run" userSelect>
      {content.map(({ text, marks = [], href }, index) => {
        const classes = marks.map((mark) => `mark--${mark}`).join(' ')
        if (!leads(href)) {
          return (
            <Text key={index} className={classes}>
              {text}
            </Text>
          )
        }
        const act = (): void => follow(href)
        return (
          <Text key={index} className={`mark--link ${classes}`} onClick={act} {...roleOf({ role: 'link', onTap: act })}>
            {text}
          </Text>
        )
      })}
    </Text>
  )
}
