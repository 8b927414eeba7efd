import { Down } from '../../ui/icons'
import styles from './MoveIn.module.css'

/** Says that more lies below, and turns when it is shown. */
export const Mark = () => (
  <span className={styles.mark}>
    <Down />
  </span>
)
