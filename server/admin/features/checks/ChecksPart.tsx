import { Button } from 'antd'
import { useDeferredValue, useMemo } from 'react'
import { wordsFor } from '../../api/errors'
import { Chip } from '../../ui/Chip'
import { useNow } from '../../ui/useNow'
import type { ArticleForm } from '../articles/articleForm'
import { checkForm } from '../articles/checkForm'
import { bodyFacts } from './bodyFacts'
import { errorLines, linkLines, warningLines } from './findings'
import { jumpTo } from './jump'
import { useLinkCheck } from './useLinkCheck'
import { t } from '../../ui/language'
import styles from './ChecksPart.module.css'

interface ChecksPartProps {
  form: ArticleForm
  holdsEvents: boolean
  isPublished: boolean
  affairs: readonly string[]
}

/** What to look at before members see the article; a press leads to the place. Only what is marked 必填 holds it up. */
export function ChecksPart({ form, holdsEvents, isPublished, affairs }: ChecksPartProps) {
  const now = useNow()
  const html = useDeferredValue(form.bodyHtml)
  const facts = useMemo(() => bodyFacts(html), [html])
  const { links, checking, error, again } = useLinkCheck(facts.urls)
  const lines = [
    ...errorLines(checkForm(form, holdsEvents, true)),
    ...warningLines({ form, facts, holdsEvents, isPublished, affairs, now }),
    ...linkLines(links),
  ]
  return (
    <section className={styles.part} aria-labelledby="checks-title">
      <h2 id="checks-title" className={styles.heading}>
        {t('发布前检查', 'Checks before publishing')}
      </h2>
      {lines.length === 0 && !checking && error === null && (
        <p className={styles.soft}>{t('没有发现问题。', 'Nothing was found.')}</p>
      )}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map(({ key, level, words, place }) => (
            <li key={key}>
              <button type="button" className={styles.line} onClick={() => jumpTo(place)}>
                <Chip tone={level === 'error' ? 'bad' : 'warm'}>
                  {level === 'error' ? t('必填', 'required') : t('建议', 'advice')}
                </Chip>
                <span className={styles.words}>{words}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={styles.soft}>
        {checking && t('正在检查链接…', 'Checking links…')}
      </p>
      {error !== null && !checking && (
        <p className={styles.soft}>
          {t(`链接没有检查成：${wordsFor(error)}`, `The links could not be checked: ${wordsFor(error)}`)}
          <Button type="link" size="small" onClick={again}>
            {t('重试', 'Try again')}
          </Button>
        </p>
      )}
    </section>
  )
}
