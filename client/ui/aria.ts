export interface Role {
  role: 'button' | 'link' | 'tab' | 'tablist' | 'heading' | 'status' | 'alert' | 'img'
  label?: string
  selected?: boolean
  onTap?: () => void
}

/** Accessibility attributes as WeChat writes them. */
export const roleOf = ({ role, label, selected }: Role): Record<string, unknown> => ({
  ariaRole: role,
  ...(label === undefined ? {} : { ariaLabel: label }),
  ...(selected === undefined ? {} : { ariaSelected: selected }),
})

/** Drawn for the eye only. */
export const HIDDEN: Record<string, unknown> = { ariaHidden: true }
