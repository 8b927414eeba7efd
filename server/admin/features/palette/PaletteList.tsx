import { classes } from '../../ui/classes'
import type { Entry, Group } from './entries'
import styles from './Palette.module.css'

interface PaletteListProps {
  id: string
  name: string
  groups: Group[]
  active: string | undefined
  optionId: (key: string) => string
  onPoint: (key: string) => void
  onChoose: (entry: Entry) => void
}

/** The lines in their groups; the focus stays in the field, which says which line is meant. */
export function PaletteList({ id, name, groups, active, optionId, onPoint, onChoose }: PaletteListProps) {
  return (
    <div id={id} role="listbox" aria-label={name} className={styles.list}>
      {groups.map((group) => (
        <div key={group.key} role="group" aria-label={group.name}>
          <p className={styles.group} aria-hidden="true">
            {group.name}
          </p>
          {group.entries.map((entry) => (
            <div
              key={entry.key}
              id={optionId(entry.key)}
              role="option"
              aria-selected={entry.key === active}
              className={classes(styles.entry, entry.key === active && styles.active)}
              onPointerMove={() => onPoint(entry.key)}
              onClick={() => onChoose(entry)}
            >
              {entry.thumbnail !== undefined && <img className={styles.thumbnail} src={entry.thumbnail} alt="" />}
              <span className={styles.name}>{entry.name}</span>
              {entry.note !== undefined && <span className={styles.note}>{entry.note}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
