// Answers: reading them, and what may be done with them afterwards. Must never change what was said, nor show who said it anonymously.
import type { Platform } from '../../../platform/platform.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import { indexAnswerWords } from './index-words.ts'
import { showComments } from './show-comments.ts'

export { answerRoutes } from './routes.ts'
export { getAnswer, type AnswerInFull } from './get-answer.ts'

export const answerSubscribers = (platform: Platform): readonly Subscriber[] => [indexAnswerWords(platform), showComments(platform)]
