// What lower tiers ask of higher ones. Whoever writes into the diary without the composition (the demonstration) imports
// this too: without it new tickets would stand in no queue.
import { fillDiaryPorts } from '../modules/diary/index.ts'
import { canSendSystemMail, sendSystemMail } from '../modules/channels/index.ts'
import { fillNotificationPorts } from '../modules/notifications/index.ts'
import { checkTicketConditions, createTask, customersWithOpenComplaint, decidedComplaints, matchTickets, outsider, placeTickets } from '../modules/routing/index.ts'
import { describeRatings, fillAskingPorts } from '../modules/feedback/index.ts'
import { fillInsightPorts } from '../modules/insight/index.ts'
import { readLoops, readLoopsOfAnswers, readRecoveriesToCount } from '../modules/recovery/index.ts'
import { fillReportPorts } from '../modules/reports/index.ts'

fillDiaryPorts({ placeTickets, outsider, describeRatings, addTask: async (tx, step) => { await createTask(tx, { ...step, origin: 'contact' }) } })
fillNotificationPorts({ canSendMail: canSendSystemMail, sendMail: sendSystemMail })
fillAskingPorts({ matchTickets, checkTicketConditions, customersWithOpenComplaint, decidedComplaints })
fillInsightPorts({ readRecoveriesToCount })
fillReportPorts({ readLoops, readLoopsOfAnswers })
