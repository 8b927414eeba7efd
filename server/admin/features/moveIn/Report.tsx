import { useInfiniteQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { MoveInRun } from '../../../../shared/contract'
import { t } from '../../ui/language'
import { ListState } from '../../ui/ListState'
import { PageEntry } from './PageEntry'
import { pagesQuery, type PageState } from './queries'
import { PAGE_STATES, STATES_IN_ORDER } from './words'
import styles from './MoveIn.module.css'

function Pages({ run, state }: { run: MoveInRun; state: PageState }) {
  const list = useInfiniteQuery(pagesQuery(run.id, run.state, state))
  const pages = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <ListState query={list} count={pages.length} empty={null}>
      <ul className={styles.list} aria-label={t('检查结果', 'Findings')}>
        {pages.map((page) => (
          <PageEntry key={page.number} page={page} />
        ))}
      </ul>
    </ListState>
  )
}

/** What was found on each page of the file, one state at a time. */
export function Report({ run }: { run: MoveInRun }) {
  const [chosen, setChosen] = useState<PageState | null>(null)
  const states = STATES_IN_ORDER.filter((state) => run.counts[state] > 0)
  const state = states.find((entry) => entry === chosen) ?? states[0]
  if (state === undefined) return null
  return (
    <section aria-label={t('逐页结果', 'Page by page')}>
      <div className={styles.filter}>
        <Segmented
          className={styles.states}
          aria-label={t('按结果查看', 'By what was found')}
          value={state}
          options={states.map((entry) => ({
            value: entry,
            label: `${t(PAGE_STATES[entry].name)} ${run.counts[entry]}`,
          }))}
          onChange={(value) => setChosen(value)}
        />
      </div>
      <Pages key={state} run={run} state={state} />
    </section>
  )
}
