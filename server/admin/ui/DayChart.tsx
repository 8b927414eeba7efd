import { classes } from './classes'
import { count } from './count'
import { bars, niceTop } from './chart'
import { t } from './language'
import styles from './DayChart.module.css'

export interface Series {
  name: string
  values: number[]
}

interface DayChartProps {
  /** What is drawn, such as 每日浏览次数; with the greatest value it is what a screen reader says. */
  title: string
  /** The name of what is below each bar, such as 日期. */
  unit: string
  /** One for each value, such as `11-23`. */
  labels: string[]
  /** One or two, drawn side by side. */
  series: [Series] | [Series, Series]
}

const WIDTH = 1000
const HEIGHT = 200

/** Bars over days or hours, with the same numbers as a table for who cannot see them or wants them exactly. */
export function DayChart({ title, unit, labels, series }: DayChartProps) {
  const most = Math.max(0, ...series.flatMap(({ values }) => values))
  const top = niceTop(most)
  const peak = series[0].values.indexOf(Math.max(...series[0].values))
  const sentence =
    most === 0
      ? t(`${title}：这段时间没有数据`, `${title}: no data for this period`)
      : t(`${title}：${labels[peak] ?? ''} 最多`, `${title}: most on ${labels[peak] ?? ''}`)
  const step = WIDTH / labels.length
  return (
    <figure className={styles.figure}>
      <div className={styles.legend}>
        <span className={styles.names}>
          {series.length > 1 &&
            series.map(({ name }, at) => (
              <span key={name} className={styles.name}>
                <span className={classes(styles.mark, at === 1 && styles.markSecond)} />
                {name}
              </span>
            ))}
        </span>
        <span>{t(`最高刻度 ${count(top)}`, `Top of the scale ${count(top)}`)}</span>
      </div>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={sentence}
      >
        {[0, 0.5, 1].map((part) => (
          <line key={part} className={styles.grid} x1={0} x2={WIDTH} y1={HEIGHT * part} y2={HEIGHT * part} />
        ))}
        {series.flatMap(({ name, values }, at) =>
          bars(values, { width: WIDTH, height: HEIGHT, top, of: series.length, at }).map((bar, index) => (
            <rect key={`${name}-${index}`} className={at === 0 ? styles.bar : styles.second} {...bar} />
          )),
        )}
        {labels.map((label, index) => (
          <rect key={label} className={styles.hit} x={index * step} y={0} width={step} height={HEIGHT}>
            <title>
              {[label, ...series.map(({ name, values }) => `${name} ${count(values[index] ?? 0)}`)].join(' · ')}
            </title>
          </rect>
        ))}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{labels[0]}</span>
        <span>{labels[Math.floor((labels.length - 1) / 2)]}</span>
        <span>{labels.at(-1)}</span>
      </div>
      <details className={styles.details}>
        <summary>{t(`以表格查看${title}`, `Show as a table: ${title}`)}</summary>
        <div className={styles.table} tabIndex={0} role="region" aria-label={t(`${title}的表格`, `Table: ${title}`)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{unit}</th>
                {series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {labels.map((label, index) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {series.map(({ name, values }) => (
                    <td key={name}>{count(values[index] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
