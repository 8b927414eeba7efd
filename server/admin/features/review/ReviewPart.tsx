import { Button, Input } from 'antd'
import { useState } from 'react'
import { REVIEW_TEXT_MAX, type ReviewStep } from '../../../../shared/domain/review'
import { formatTableTime } from '../../../../shared/domain/time'
import type { Phrase } from '../../../../shared/phrases'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { ReviewChip } from './ReviewChip'
import { needsOthers, stepsFor, type Standing } from './reviewMoves'
import { ReviewTrail } from './ReviewTrail'
import styles from './Review.module.css'

const NAMES: Record<ReviewStep, Phrase> = {
  submitted: { zh: '提交审核', en: 'Submit for review' },
  withdrawn: { zh: '撤回提交', en: 'Take it back' },
  approved: { zh: '批准', en: 'Approve' },
  returned: { zh: '退回', en: 'Return' },
  commented: { zh: '留言', en: 'Comment' },
}

interface ReviewPartProps extends Standing {
  working: boolean
  /** True when it was done. */
  onStep: (step: ReviewStep, text: string) => Promise<boolean>
}

/** The check before an article is public: how it stands, what was said, and what this person can do about it. */
export function ReviewPart({ working, onStep, ...standing }: ReviewPartProps) {
  const { article, staff, fourEyes, dirty } = standing
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const steps = stepsFor(standing)
  const approved = article?.reviewed.approved ?? null
  // colleagues who may publish by themselves are not asked about every article
  const [isOpen, setOpen] = useState(false)
  const asks = isOpen || needsOthers(standing) || (article?.review ?? 'none') !== 'none'
  const decides = steps.includes('approved') || steps.includes('returned')
  const take = async (step: ReviewStep) => {
    if (text.trim() === '' && (step === 'returned' || step === 'commented')) {
      setProblem(
        step === 'returned'
          ? t('请写明退回的原因。', 'Say why it is returned.')
          : t('请先写下要说的话。', 'Write what you want to say.'),
      )
      document
        .getElementById(`${article?.id ?? 'new'}-review`)
        ?.querySelector('textarea')
        ?.focus()
      return
    }
    setProblem(undefined)
    if (await onStep(step, text.trim())) setText('')
  }

  return (
    <>
      <div className={styles.head}>
        <h2 id="review-part" className={styles.heading}>
          {t('审核', 'Review')}
        </h2>
        {article !== null && <ReviewChip status={article.status} review={article.review} />}
      </div>
      {approved !== null && (
        <p>
          {t(
            `${approved.by} 于 ${formatTableTime(Date.parse(approved.at))} 批准`,
            `Approved by ${approved.by}, ${formatTableTime(Date.parse(approved.at))}`,
          )}
        </p>
      )}
      {fourEyes && staff.role !== 'writer' && article?.status !== 'published' && needsOthers(standing) && (
        <p className={styles.soft}>
          {t(
            '发布须经他人审核：这篇文章最后由您修改，需由其他编辑批准后发布。',
            'You wrote this last; another editor has to approve it before it is published.',
          )}
        </p>
      )}
      <ReviewTrail trail={article?.reviewed.trail ?? []} />
      {steps.length > 0 && !asks && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => setOpen(true)}>
            {t('请同事审核', 'Ask a colleague')}
          </Button>
        </div>
      )}
      {steps.length > 0 && asks && (
        <div id={`${article?.id ?? 'new'}-review`}>
          <Field
            label={t('审核留言', 'Comment on the review')}
            optional
            error={problem}
            hint={
              decides && dirty
                ? t('页面上有未保存的修改，保存后才能批准。', 'Save what you changed before you approve it.')
                : undefined
            }
            extra={text === '' ? undefined : `${text.length}/${REVIEW_TEXT_MAX}`}
          >
            {(control) => (
              <Input.TextArea
                {...control}
                rows={3}
                maxLength={REVIEW_TEXT_MAX}
                value={text}
                onChange={(event) => {
                  setText(event.target.value)
                  setProblem(undefined)
                }}
              />
            )}
          </Field>
        </div>
      )}
      {asks && steps.length > 0 && (
        <div className={styles.buttons}>
          {steps.map((step) => (
            <Button
              key={step}
              type={step === 'approved' ? 'primary' : 'default'}
              disabled={working || (dirty && step === 'approved')}
              onClick={() => void take(step)}
            >
              {t(NAMES[step])}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
