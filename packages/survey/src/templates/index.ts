// Ready-made surveys: a score first, so that it can stand in the mail; why, for those who were let down; a comment for whoever wants.
import { afterCall } from './after-call.ts'
import { afterChat } from './after-chat.ts'
import { afterPurchase } from './after-purchase.ts'
import { afterTicket } from './after-ticket.ts'
import { afterVisit } from './after-visit.ts'
import { complaintHandled } from './complaint-handled.ts'
import { exit } from './exit.ts'
import { relationshipNps } from './relationship-nps.ts'
import type { SurveyTemplate } from './template.ts'

export type { SurveyTemplate } from './template.ts'

export const surveyTemplates: readonly SurveyTemplate[] = [afterTicket, afterPurchase, afterVisit, afterCall, afterChat, relationshipNps, complaintHandled, exit]
