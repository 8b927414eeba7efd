import type { Role } from './aria'

/** Accessibility attributes of the web; what can be tapped can also be reached and pressed by keyboard. */
export const roleOf = ({ role, label, selected, checked, level = 2, onTap }: Role): Record<string, unknown> => ({
  role,
  ...(role === 'heading' ? { 'aria-level': String(level) } : {}),
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...(selected === undefined ? {} : { 'aria-selected': String(selected) }),
  ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
  ...(onTap === undefined
    ? {}
    : {
        tabIndex: 0,
        onKeyDown: (event: { key: string; preventDefault: () => void }) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onTap()
        },
      }),
})

/** What a picture shows, in words; Taro hands it on to the `img` within. */
export const altOf = (words: string): Record<string, unknown> => ({ nativeProps: { alt: words } })

/** Drawn for the eye only. */
export const HIDDEN: Record<string, unknown> = { 'aria-hidden': 'true' }
