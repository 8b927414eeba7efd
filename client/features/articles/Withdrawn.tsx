import { back } from '../../platform/navigation'
import { Blank } from '../../ui/Blank'

/** An article that is not there: never was, or was withdrawn, perhaps while it was read. */
export function Withdrawn({ title }: { title: string | null }) {
  return (
    <Blank
      icon="empty"
      title={title === null ? '没有找到这篇文章' : '这篇文章已被撤回'}
      text={title === null ? '它可能已被撤回，或者链接不完整。' : `协会已撤回《${title}》，请以最新发布的内容为准。`}
      action={{ text: '返回', onTap: back }}
    />
  )
}
