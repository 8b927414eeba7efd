export interface Role {
  role:
    'button' | 'link' | 'tab' | 'tablist' | 'heading' | 'status' | 'alert' | 'img' | 'switch' | 'radiogroup' | 'radio'
  label?: string
  selected?: boolean
  /** Of a switch or a radio. */
  checked?: boolean
  /** Of a heading; 2 when absent. */
  level?: 1 | 2 | 3
  onTap?: () => void
}

/** Accessibility attributes as WeChat writes them. */
export const roleOf = ({ role, label, selected, checked }: Role): Record<string, unknown> => ({
  ariaRole: role,
  ...(label === undefined ? {} : { ariaLabel: label }),
  ...(selected === undefined ? {} : { ariaSelected: selected }),
  ...(checked === undefined ? {} : { ariaChecked: checked }),
})

/** What a picture shows, in words. */
export const altOf = (words: string): Record<string, unknown> => ({ ariaLabel: words })

/** Drawn for the eye only. */
export const HIDDEN: Record<string, unknown> = { ariaHidden: true }
