/** An event that members can read. Instants in milliseconds since the epoch. */
export interface ReminderEvent {
  endsAt: number
}

export interface ReminderStanding {
  /** What the member decided for this event; null: nothing. */
  choice: boolean | null
  /** Whether the member wants reminders of what they are told of. */
  subscribed: boolean
  /** Whether they were certainly told of this event. */
  told: boolean
  /** Grants for reminders that no delivery has reserved or spent. */
  remaining: number
}

export interface EventChoices {
  /** Null: no article that members can read; `event` null: no event. */
  find(articleId: string): Promise<{ event: ReminderEvent | null } | null>
  standing(memberId: string, articleId: string, templateId: string): Promise<ReminderStanding>
  /** @throws AppError session_required when the member was erased meanwhile */
  choose(memberId: string, articleId: string, remind: boolean, now: number): Promise<void>
}

export interface SessionKeys {
  /** WeChat's key of the member's newest session that has not ended, as it was sealed; null: none is kept. */
  newest(memberId: string, now: number): Promise<{ sealedKey: string; tokenHash: string } | null>
}

/** Sees to it that an event that somebody wants to be reminded of has reminders before it. */
export interface ReminderPlan {
  plan(articleId: string): Promise<void>
}
