// Which queries an event makes old. `now` is asked again while it is on the screen; `quietly` is only marked old, so that
// a list keeps its place and offers "3 new" instead of jumping.
import type { LiveEvent } from '@kontuar/contracts'
import { queryKeys } from '../api/query-keys.ts'

type Key = readonly unknown[]
export interface Changed { now: Key[]; quietly: Key[] }
type Rule = (ids: Record<string, string>) => Partial<Changed>

const ticketAndCustomer = ({ ticketId, customerId }: Record<string, string>): Key[] => [
  ...(ticketId === undefined ? [] : [queryKeys.tickets.one(ticketId)]),
  ...(customerId === undefined ? [] : [queryKeys.customers.one(customerId)]),
]

const readingOf = ({ ticketId, answerId }: Record<string, string>): Partial<Changed> => ({ now: [...(ticketId === undefined ? [] : [queryKeys.readings.ofTicket(ticketId)]), ...(answerId === undefined ? [] : [queryKeys.readings.ofAnswer(answerId)])] })

const answered = (ids: Record<string, string>): Changed => ({ now: ticketAndCustomer(ids), quietly: [queryKeys.answers.lists, queryKeys.surveys.lists, ...(ids['surveyId'] === undefined ? [] : [queryKeys.surveys.counted(ids['surveyId'])])] })

/** By event name, or by its module (`diary.*`) where all its events mean the same to the screen. */
export const whatChanges: Record<string, Rule> = {
  'diary.*': (ids) => ({ now: [...ticketAndCustomer(ids), queryKeys.tickets.counts], quietly: [queryKeys.tickets.lists] }),
  // Changes no list and no counter, and hundreds may come in a second.
  'diary.ratingRecorded': (ids) => ({ now: ticketAndCustomer(ids) }),
  'customers.*': (ids) => ({ now: ticketAndCustomer(ids), quietly: [queryKeys.customers.lists] }),
  'channels.deliveryChanged': (ids) => ({ now: ticketAndCustomer(ids) }),
  'channels.bounceReceived': (ids) => ({ now: ticketAndCustomer(ids) }),
  'channels.mailboxChanged': () => ({ now: [queryKeys.mailboxes.all] }),
  'channels.mailboxStateChanged': () => ({ now: [queryKeys.mailboxes.all] }),
  'channels.mailParked': () => ({ now: [queryKeys.parked.all, queryKeys.tickets.counts] }),
  'channels.parkedMailRetried': () => ({ now: [queryKeys.parked.all, queryKeys.tickets.counts] }),
  'channels.*': (ids) => ({ now: [queryKeys.mailboxes.all, queryKeys.parked.all, queryKeys.tickets.counts, ...ticketAndCustomer(ids)] }),
  'routing.viewChanged': () => ({ now: [queryKeys.views.list] }),
  'routing.clocksChanged': (ids) => ({ now: ticketAndCustomer(ids), quietly: [queryKeys.tickets.lists] }),
  'routing.clockFired': (ids) => ({ now: ticketAndCustomer(ids), quietly: [queryKeys.tickets.lists] }),
  'routing.legalDeadlineChanged': (ids) => ({ now: ticketAndCustomer(ids), quietly: [queryKeys.tickets.lists] }),
  'routing.presenceChanged': () => ({ now: [queryKeys.presence] }),
  'routing.taskChanged': (ids) => ({ now: [queryKeys.tasks.all, ...(ids['ticketId'] === undefined ? [] : [queryKeys.tickets.tasks(ids['ticketId'])])] }),
  'alerts.destinationChanged': () => ({ now: [queryKeys.alerts.destinations] }),
  'alerts.*': () => ({ now: [queryKeys.alerts.all] }),
  'recovery.settingsChanged': () => ({ now: [queryKeys.recoveries.settings] }),
  // They are few, and beside the list stands the very one that has changed: two states of one customer would contradict each other.
  'recovery.recoveryChanged': ({ recoveryId }) => ({ now: [queryKeys.recoveries.counts, queryKeys.recoveries.lists, ...(recoveryId === undefined ? [] : [queryKeys.recoveries.one(recoveryId)])] }),
  'recovery.*': ({ recoveryId }) => ({ now: [queryKeys.recoveries.counts, ...(recoveryId === undefined ? [] : [queryKeys.recoveries.one(recoveryId)])], quietly: [queryKeys.recoveries.lists] }),
  // Four a second while three hundred leave: the screens of runs ask again at their own pace (features/reports/runs/use-live-runs.ts).
  'reports.runChanged': () => ({ quietly: [queryKeys.reportRuns.all] }),
  'reports.*': () => ({ now: [queryKeys.reports.all] }),
  'routing.taskSettingsChanged': () => ({ now: [queryKeys.taskSettings], quietly: [queryKeys.tasks.all] }),
  'routing.taskCreated': (ids) => ({ now: [queryKeys.tasks.all, ...(ids['ticketId'] === undefined ? [] : [queryKeys.tickets.tasks(ids['ticketId'])])] }),
  'routing.abilityChanged': ({ staffId }) => ({ now: [queryKeys.presence, ...(staffId === undefined ? [] : [queryKeys.ability(staffId)])] }),
  'routing.queueChanged': () => ({ now: [queryKeys.queues] }),
  'routing.queueRulesChanged': () => ({ now: [queryKeys.queueRules] }),
  'routing.calendarChanged': () => ({ now: [queryKeys.calendars] }),
  'routing.slaPolicyChanged': () => ({ now: [queryKeys.slaPolicies] }),
  'channels.smsGatewayChanged': () => ({ now: [queryKeys.smsGateway] }),
  'channels.cannedAnswerChanged': () => ({ now: [queryKeys.cannedAnswers] }),
  'customers.companyChanged': () => ({ now: [queryKeys.companies.all] }),
  // Hundreds of answers may come in a minute: what counts them is only marked old, and a screen that shows it live asks again
  // at its own pace (live/use-throttled-news.ts). Only the ticket and the customer somebody looks at are asked at once.
  'feedback.answerTaken': (ids) => answered(ids),
  'feedback.answerChanged': (ids) => ({ ...answered(ids), now: [...ticketAndCustomer(ids), ...(ids['answerId'] === undefined ? [] : [queryKeys.answers.one(ids['answerId'])])] }),
  'feedback.invitationChanged': (ids) => ({ now: ticketAndCustomer(ids), quietly: [queryKeys.surveyInvitations.lists] }),
  'feedback.surveyChanged': ({ surveyId }) => ({ now: [queryKeys.surveys.lists, queryKeys.surveyLinks.all, queryKeys.kiosks, ...(surveyId === undefined ? [] : [queryKeys.surveys.one(surveyId), queryKeys.surveys.versions(surveyId)])] }),
  'feedback.settingsChanged': () => ({ now: [queryKeys.feedbackSettings] }),
  'feedback.touchpointChanged': () => ({ now: [queryKeys.touchpoints.all] }),
  'feedback.purchaseTaken': (ids) => ({ now: ticketAndCustomer(ids) }),
  'feedback.surveyListChanged': () => ({ now: [queryKeys.surveyLists.all] }),
  'feedback.shopSourceChanged': () => ({ now: [queryKeys.shopSources] }),
  'feedback.*': (ids) => ({ now: ticketAndCustomer(ids), quietly: [queryKeys.surveys.all, queryKeys.answers.lists, queryKeys.touchpoints.all] }),
  // Facts come by the hundred: open numbers ask again at their own pace (features/numbers/data/use-live-figures.ts).
  'insight.factsNoted': () => ({ quietly: [queryKeys.insight.counted] }),
  'insight.textRead': readingOf,
  'insight.readingChanged': readingOf,
  'insight.readingsLearned': () => ({ now: [queryKeys.readings.settings] }),
  'insight.readingSettingsChanged': () => ({ now: [queryKeys.readings.all] }),
  'insight.warningRaised': () => ({ now: [queryKeys.warnings.shown] }),
  'insight.warningSeen': () => ({ now: [queryKeys.warnings.shown] }),
  'insight.warningOver': () => ({ now: [queryKeys.warnings.shown] }),
  'insight.warningChanged': () => ({ now: [queryKeys.warnings.shown] }),
  'insight.*': () => ({ now: [queryKeys.dashboards.all, queryKeys.markedDays, queryKeys.insight.shape], quietly: [queryKeys.insight.counted] }),
  'vocabulary.statusChanged': () => ({ now: [queryKeys.statuses] }),
  'vocabulary.reasonChanged': () => ({ now: [queryKeys.reasons] }),
  'vocabulary.reasonMerged': () => ({ now: [queryKeys.reasons, queryKeys.customFields], quietly: [queryKeys.tickets.lists] }),
  'vocabulary.reasonMoved': () => ({ now: [queryKeys.reasons], quietly: [queryKeys.tickets.lists] }),
  'vocabulary.causeChanged': () => ({ now: [queryKeys.causes], quietly: [queryKeys.tasks.all] }),
  'vocabulary.tagChanged': () => ({ now: [queryKeys.tags] }),
  'vocabulary.fieldChanged': () => ({ now: [queryKeys.customFields, queryKeys.ticketFields] }),
  'vocabulary.*': () => ({ now: [queryKeys.statuses, queryKeys.reasons, queryKeys.tags, queryKeys.customFields, queryKeys.ticketFields] }),
  'identity.structureChanged': () => ({ now: [queryKeys.locations, queryKeys.regions, queryKeys.teams, queryKeys.queues] }),
  // Somebody sees other tickets from now on, perhaps oneself: the keys of a person's access begin with `staff`.
  'identity.accessChanged': () => ({ now: [queryKeys.staff, queryKeys.queues, queryKeys.locations, queryKeys.tickets.counts], quietly: [queryKeys.tickets.lists] }),
  'identity.*': () => ({ now: [queryKeys.staff, queryKeys.invitations, queryKeys.me] }),
}

export function whatChanged(event: LiveEvent): Changed {
  const rule = whatChanges[event.name] ?? whatChanges[`${event.name.split('.')[0]}.*`]
  // A name from a newer server: at least what it names by id is asked again.
  const changed = rule ? rule(event.ids) : { now: ticketAndCustomer(event.ids) }
  return { now: changed.now ?? [], quietly: changed.quietly ?? [] }
}
