import type { Module } from '../../../platform/module.ts'
import { modules } from '../../../app/modules.ts'
import { subscriptions } from '../../../app/subscriptions.ts'
import { checkTicketConditions, customersWithOpenComplaint, decidedComplaints, matchTickets } from '../../routing/index.ts'
import { askingJobs, askingRoutes, askingSubscribers, fillAskingPorts } from './index.ts'
const s = subscriptions as Record<string, string[]>
if (!s['channels.deliveryChanged']?.includes('feedback.noteDelivery')) {
  ;(modules as Module[]).push({ routes: askingRoutes, jobs: askingJobs as never, subscribers: askingSubscribers })
  const add = (e: string, n: string) => { s[e] = [...(s[e] ?? []), n] }
  for (const e of ['diary.ticketClosed', 'routing.complaintAnswered', 'diary.interactionRecorded', 'feedback.purchaseTaken']) add(e, 'feedback.inviteToSurveys')
  add('channels.deliveryChanged', 'feedback.noteDelivery')
  fillAskingPorts({ matchTickets, checkTicketConditions, customersWithOpenComplaint, decidedComplaints })
}
