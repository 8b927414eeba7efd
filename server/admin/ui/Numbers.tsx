import styles from './Numbers.module.css'

interface NumbersProps {
  numbers: { name: string; value: string; note?: string }[]
}

/** A few figures side by side, as large as they matter. */
export function Numbers({ numbers }: NumbersProps) {
  return (
    <dl className={styles.numbers}>
      {numbers.map(({ name, value, note }) => (
        <div key={name}>
          <dt className={styles.soft}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          {note !== undefined && <dd className={styles.soft}>{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
