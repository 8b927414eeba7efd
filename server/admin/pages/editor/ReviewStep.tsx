import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import type { StaffMember } from '../../../../shared/contract'
import type { ReviewStep as Step } from '../../../../shared/domain/review'
import type { Phrase } from '../../../../shared/phrases'
import panel from '../../features/articles/SidePanel.module.css'
import type { Writing } from '../../features/articles/useWriting'
import { reviewSettingsQuery } from '../../features/review/queries'
import { ReviewPart } from '../../features/review/ReviewPart'
import { t } from '../../ui/language'

const DONE: Record<Step, Phrase> = {
  submitted: { zh: '已提交审核', en: 'Submitted for review' },
  withdrawn: { zh: '已撤回提交', en: 'Taken back' },
  approved: { zh: '已批准，现在可以发布', en: 'Approved; it can be published now' },
  returned: { zh: '已退回，撰稿人会看到原因', en: 'Returned; who wrote it sees why' },
  commented: { zh: '已留言', en: 'Comment kept' },
}

/** Steps of a review from the desk, told when they are done. */
export function useReviewStep(writing: Writing) {
  const { message } = App.useApp()
  return async (step: Step, text: string): Promise<boolean> => {
    if ((await writing.review(step, text)) === null) return false
    message.success(t(DONE[step]))
    return true
  }
}

/** Whether somebody else has to look at every article first; until that is known, the server says it. */
export const useFourEyes = (): boolean => useQuery(reviewSettingsQuery).data?.fourEyes ?? false

interface ReviewStepProps {
  writing: Writing
  staff: StaffMember
}

/** The review at the edge of the writing. */
export function ReviewStep({ writing, staff }: ReviewStepProps) {
  const { article, dirty, state } = writing
  const fourEyes = useFourEyes()
  const step = useReviewStep(writing)
  return (
    <section className={panel.part} aria-labelledby="review-part">
      <ReviewPart {...{ article, staff, fourEyes, dirty }} working={state.step === 'working'} onStep={step} />
    </section>
  )
}
