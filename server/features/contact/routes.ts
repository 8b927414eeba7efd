import type { Picture } from '../../../shared/contract'
import type { Association } from '../../../shared/contract/association'
import type { AnswerCache } from '../../http/answerCache'
import { routes } from '../../http/route'
import type { Clock } from '../../kernel/clock'
import { contactCard } from './card'

export interface ContactDeps {
  association: Association
  photo: () => Picture | null
  answers: AnswerCache
  clock: Clock
}

export const contactRoutes = ({ association, photo, answers, clock }: ContactDeps) =>
  routes({
    'GET /api/contact': () =>
      answers.get('contact', () =>
        Promise.resolve({
          // whatever changes it is told to everybody
          topics: [],
          articles: [],
          render: () => contactCard(association, photo(), clock.now()),
        }),
      ),
  })
