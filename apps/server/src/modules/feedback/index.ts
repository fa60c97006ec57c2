// Feedback: what is asked, when and whom, by which road; what was answered, joined to the diary; and what it adds up to.
// Must never store an answer for an opening, ask a person twice within their rest, or count what nobody confirmed.
import type { Module } from '../../platform/module.ts'
import { answeringRoutes } from './answering/routes.ts'
import { answerRoutes, answerSubscribers } from './answers/index.ts'
import { askingJobs, askingRoutes, askingSubscribers } from './asking/index.ts'
import { countingJobs } from './counting/index.ts'
import { importRoutes } from './importing/index.ts'
import { listJobs, listRoutes } from './lists/index.ts'
import { publicPages } from './public/index.ts'
import { resultRoutes } from './results/index.ts'
import { roadPages, roadRoutes } from './roads/index.ts'
import { shopPages, shopRoutes } from './shops/index.ts'
import { surveyRoutes } from './surveys/index.ts'

export { describeRatings, newCode, nothingThen, saveAnswer, type Then } from './answering/index.ts'
export { readShownComments, type ShownComment } from './answers/shown-comments.ts'
export { readAnswersToCount, type AnswerToCount } from './answers/answers-to-count.ts'
export { readInvitationsToCount, type InvitationToCount } from './asking/invitations/invitations-to-count.ts'
export { noteSteps } from './counting/index.ts'
export { askedAnew, cancelPlanned, createTouchpoint, fillAskingPorts, planInvitations, readHandHappening, readSettings as readFeedbackSettings } from './asking/index.ts'
export { createSurvey } from './surveys/commands/create-survey.ts'
export { publishSurvey } from './surveys/commands/publish-survey.ts'

export const feedbackModule: Module = {
  routes(implement, platform) {
    surveyRoutes(implement, platform)
    askingRoutes(implement, platform)
    answeringRoutes(implement, platform)
    answerRoutes(implement, platform)
    resultRoutes(implement, platform)
    roadRoutes(implement, platform)
    shopRoutes(implement, platform)
    listRoutes(implement, platform)
    importRoutes(implement, platform)
  },
  pages(app, platform) {
    publicPages(app, platform)
    roadPages(app, platform)
    shopPages(app, platform)
  },
  jobs: (platform) => [...askingJobs(platform), ...countingJobs(platform), ...listJobs(platform)],
  subscribers: (platform) => [...askingSubscribers(platform), ...answerSubscribers(platform)],
}
