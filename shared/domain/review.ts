/** How an article stands towards those who may publish it. `none`: nobody has been asked, or it has changed since. */
export const REVIEW_STATES = ['none', 'submitted', 'approved', 'returned'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** What staff do about an article that is to be published. */
export const REVIEW_STEPS = ['submitted', 'withdrawn', 'commented', 'approved', 'returned'] as const
export type ReviewStep = (typeof REVIEW_STEPS)[number]

/** What stands in an article's trail: the steps of staff, and `held`: a publication at a set time that was not done. */
export const REVIEW_KINDS = [...REVIEW_STEPS, 'held'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

/** Characters that go with a step, as JavaScript counts them. */
export const REVIEW_TEXT_MAX = 1_000

interface Move {
  from: readonly ReviewState[]
  /** Null: it stays as it is. */
  to: ReviewState | null
}

/** The only moves. A save that changes what was approved takes the approval away besides. */
export const REVIEW_MOVES: Record<ReviewStep, Move> = {
  submitted: { from: ['none', 'returned'], to: 'submitted' },
  withdrawn: { from: ['submitted'], to: 'none' },
  commented: { from: REVIEW_STATES, to: null },
  approved: { from: ['submitted'], to: 'approved' },
  returned: { from: ['submitted', 'approved'], to: 'returned' },
}

/** The rules that administrators set. */
export interface ReviewRules {
  /** Nobody publishes what they wrote last themselves. */
  fourEyes: boolean
}

export const DEFAULT_REVIEW_RULES: ReviewRules = { fourEyes: false }

/** The setting under which they are kept, as JSON. */
export const REVIEW_RULES_SETTING = 'review'

export const readReviewRules = (kept: string | null): ReviewRules =>
  kept === null || kept === ''
    ? DEFAULT_REVIEW_RULES
    : { ...DEFAULT_REVIEW_RULES, ...(JSON.parse(kept) as Partial<ReviewRules>) }

/** Who wrote an article as it stands, and who has approved that. */
export interface Written {
  state: ReviewState
  /** Null: sample content, written by nobody. */
  writtenBy: string | null
  approvedBy: string | null
}

/** Whether somebody other than who wrote it has approved it as it stands. */
export const isCheckedByAnother = ({ state, writtenBy, approvedBy }: Written): boolean =>
  state === 'approved' && approvedBy !== null && approvedBy !== writtenBy

/** Whether these rules keep somebody from publishing an article as it stands. */
export const lacksOtherEyes = ({ fourEyes }: ReviewRules, article: Written, staffId: string): boolean =>
  fourEyes && article.writtenBy === staffId && !isCheckedByAnother(article)
