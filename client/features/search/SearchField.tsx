import { Input, View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { LONGEST } from './question'
import './SearchField.scss'

export interface SearchFieldProps {
  typed: string
  focus: boolean
  onType: (text: string) => void
  /** The keyboard's search key, or the button. */
  onAsk: (text: string) => void
}

/** The box for what is looked for. */
export function SearchField({ typed, focus, onType, onAsk }: SearchFieldProps) {
  return (
    <View className="search-field">
      <View className="search-field__box">
        <Icon name="search" size={20} />
        <Input
          id="search-box"
          className="search-field__input"
          value={typed}
          type="text"
          confirmType="search"
          placeholder="搜索通知、新闻和活动"
          placeholderClass="search-field__hint"
          ariaLabel="搜索"
          maxlength={LONGEST}
          focus={focus}
          onInput={({ detail }) => onType(detail.value)}
          onConfirm={({ detail }) => onAsk(detail.value)}
        />
        {typed !== '' && (
          <Tap className="search-field__clear" label="清空" onTap={() => onType('')}>
            <Icon name="close" size={18} />
          </Tap>
        )}
      </View>
      <Tap id="search-go" className="search-field__go" onTap={() => onAsk(typed)}>
        搜索
      </Tap>
    </View>
  )
}
