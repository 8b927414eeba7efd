import type { RequestListener } from 'node:http'
import type { AnswerCache } from './answerCache'
import { sendAnswer } from './sendAnswer'

/**
 * Gives kept answers at addresses that have been asked for before, ahead of everything else: the guard has checked such
 * an address and its answer once, and neither depends on who asks.
 */
export const quickReads =
  (answers: AnswerCache, otherwise: RequestListener): RequestListener =>
  (request, response) => {
    const answer = request.method === 'GET' ? answers.at(request.url ?? '') : null
    if (answer === null) otherwise(request, response)
    else sendAnswer(request, response, answer)
  }
