// Only for types: the English catalogue names the keys that exist. At run time each file is loaded when needed.
import type { alerts } from './en/alerts.ts'
import type { answers } from './en/answers.ts'
import type { everywhere } from './en/everywhere.ts'
import type { conditions } from './en/conditions.ts'
import type { ask } from './en/ask.ts'
import type { asking } from './en/asking.ts'
import type { board } from './en/board.ts'
import type { canned } from './en/canned.ts'
import type { readings } from './en/readings.ts'
import type { recording } from './en/recording.ts'
import type { recovery } from './en/recovery.ts'
import type { customers } from './en/customers.ts'
import type { desk } from './en/desk.ts'
import type { entry } from './en/entry.ts'
import type { feedback } from './en/feedback.ts'
import type { inviting } from './en/inviting.ts'
import type { ledger } from './en/ledger.ts'
import type { mailboxes } from './en/mailboxes.ts'
import type { notifications } from './en/notifications.ts'
import type { occurrences } from './en/occurrences.ts'
import type { parked } from './en/parked.ts'
import type { queues } from './en/queues.ts'
import type { reports } from './en/reports.ts'
import type { results } from './en/results.ts'
import type { rules } from './en/rules.ts'
import type { roads } from './en/roads.ts'
import type { settings } from './en/settings.ts'
import type { sms } from './en/sms.ts'
import type { surveys } from './en/surveys.ts'
import type { structure } from './en/structure.ts'
import type { times } from './en/times.ts'
import type { tasks } from './en/tasks.ts'
import type { ticket } from './en/ticket.ts'
import type { tickets } from './en/tickets.ts'
import type { today } from './en/today.ts'
import type { views } from './en/views.ts'
import type { counting } from './en/counting.ts'
import type { effect } from './en/effect.ts'
import type { numbers } from './en/numbers.ts'
import type { tiles } from './en/tiles.ts'
import type { warnings } from './en/warnings.ts'

export declare const catalogue: {
  alerts: typeof alerts
  answers: typeof answers
  everywhere: typeof everywhere
  conditions: typeof conditions
  ask: typeof ask
  asking: typeof asking
  board: typeof board
  canned: typeof canned
  readings: typeof readings
  recording: typeof recording
  recovery: typeof recovery
  customers: typeof customers
  desk: typeof desk
  entry: typeof entry
  feedback: typeof feedback
  inviting: typeof inviting
  ledger: typeof ledger
  mailboxes: typeof mailboxes
  notifications: typeof notifications
  occurrences: typeof occurrences
  parked: typeof parked
  queues: typeof queues
  reports: typeof reports
  results: typeof results
  roads: typeof roads
  rules: typeof rules
  settings: typeof settings
  sms: typeof sms
  structure: typeof structure
  surveys: typeof surveys
  times: typeof times
  tasks: typeof tasks
  ticket: typeof ticket
  tickets: typeof tickets
  today: typeof today
  counting: typeof counting
  effect: typeof effect
  numbers: typeof numbers
  tiles: typeof tiles
  warnings: typeof warnings
  views: typeof views
}
