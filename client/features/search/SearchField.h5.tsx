import { useEffect, useRef } from 'react'
import { Icon } from '../../ui/Icon'
import { LONGEST } from './question'
import type { SearchFieldProps } from './SearchField'
import './SearchField.scss'

/** The web's own form and search input: Enter asks, and the keyboard shows its search key. */
export function SearchField({ typed, focus, onType, onAsk }: SearchFieldProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const field = box.current
    if (!focus || !field) return
    // The router draws a page before it shows it, and what is not shown takes no focus.
    const shown = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      shown.disconnect()
      field.focus()
    })
    shown.observe(field)
    return () => shown.disconnect()
  }, [focus])

  const ask = (): void => {
    // The keyboard goes away and leaves the hits to be seen.
    box.current?.blur()
    onAsk(box.current?.value ?? typed)
  }
  const clear = (): void => {
    onType('')
    box.current?.focus()
  }
  return (
    <form
      className="search-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <div className="search-field__box">
        <Icon name="search" size={20} />
        <input
          ref={box}
          id="search-box"
          className="search-field__input"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          aria-label="搜索"
          placeholder="搜索通知、新闻和活动"
          maxLength={LONGEST}
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
        {typed !== '' && (
          <button type="button" className="search-field__clear" aria-label="清空" onClick={clear}>
            <Icon name="close" size={18} />
          </button>
        )}
      </div>
      <button type="submit" className="search-field__go">
        搜索
      </button>
    </form>
  )
}
