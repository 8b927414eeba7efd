import { Text } from '@tarojs/components'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import './SearchBox.scss'

/** The way to the search; typing happens there. */
export function SearchBox() {
  return (
    <Tap className="search-box" role="link" label="搜索通知、新闻和活动" onTap={() => open(PAGES.search)}>
      <Icon name="search" size={18} />
      <Text>搜索通知、新闻和活动</Text>
    </Tap>
  )
}
