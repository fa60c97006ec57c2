// Guards that a notice leads to what it is about, and never out of the workspace.
import type { Notification } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { placeOf } from './place-of.ts'

const ticket = { ticketId: 'k1', ticketNumber: 7 }
const none = { ticketId: null, ticketNumber: null }
test.each<[Notification['kind'], object, Record<string, unknown>, string]>([
  ['assigned', ticket, {}, '/tickets/k1'], ['alert', ticket, { alertId: 'a1' }, '/alerts/a1'], ['alert', none, {}, '/alerts'], ['recovery', ticket, { recoveryId: 'v1' }, '/recoveries/v1'], ['recovery', ticket, {}, '/tickets/k1'],
  ['recovery', none, { what: 'conditions' }, '/settings/recovery'], ['alert', none, { ruleProblem: true, alertRuleId: 'r1' }, '/alerts/rules/r1'], ['alert', none, { ruleProblem: true, alertRuleId: '../x' }, '/alerts/rules'],
  ['report', none, { reportId: 'p1' }, '/reports/p1'], ['report', none, { reportId: 'p1', runId: 'q1' }, '/reports/runs/q1'], ['task-late', ticket, { taskId: 'z1' }, '/tasks?show=everybody&task=z1'], ['task-due', none, {}, '/tasks'], ['given-back', none, {}, '/board'],
  ['alert', none, { alertId: '../../x' }, '/alerts'], ['task-due', none, { taskId: 'z1&close=true' }, '/tasks'], ['report', none, { reportId: '//evil.example' }, '/tasks'], ['alert', none, { alertId: 7 }, '/alerts'],
])('%s of %j with %j leads to %s', (kind, of, detail, place) => expect(placeOf({ kind, detail, ...of } as Notification)).toBe(place))
