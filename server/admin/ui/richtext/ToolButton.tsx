import type { ReactNode } from 'react'
import styles from './Toolbar.module.css'

interface ToolButtonProps {
  name: string
  icon?: () => ReactNode
  /** Pressed or not, for tools that switch; absent for those that act. */
  on?: boolean
  disabled?: boolean
  onClick: () => void
}

export function ToolButton({ name, icon: Icon, on, disabled = false, onClick }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={Icon === undefined ? undefined : name}
      title={Icon === undefined ? undefined : name}
      aria-pressed={on}
      disabled={disabled}
      // the text keeps its selection while a tool is used
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {Icon === undefined ? name : <Icon />}
    </button>
  )
}
