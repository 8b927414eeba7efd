import type { Role } from './aria'

/** Accessibility attributes of the web; what can be tapped can also be reached and pressed by keyboard. */
export const roleOf = ({ role, label, selected, onTap }: Role): Record<string, unknown> => ({
  role,
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...(selected === undefined ? {} : { 'aria-selected': String(selected) }),
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

/** Drawn for the eye only. */
export const HIDDEN: Record<string, unknown> = { 'aria-hidden': 'true' }
