// Guards "who receives what": nobody stands twice, and nothing somebody gets is missing.
import { expect, test } from 'vitest'
import type { AlertReach, ReportReach } from '@kontuar/contracts'
import { byPerson } from './by-person.ts'

const report = (more: Partial<ReportReach>): ReportReach => ({ reportId: 'r', reportName: 'R', staffId: null, name: '', address: '', scopeName: null, formats: ['mail'], schedule: null, because: { code: 'staff' }, paused: false, pausedUntil: null, last: null, ...more })
const alert = (more: Partial<AlertReach>): AlertReach => ({ ruleId: 'u', ruleName: 'U', staffId: null, staffName: null, destinationName: null, roads: ['app'], when: 'at-once', because: { code: 'owner' }, pausedUntil: null, paused: false, last: null, ...more })

test('reports and alerts of one person stand together, in the order of names', () => {
  const people = byPerson([report({ staffId: 's2', name: 'Zofia', address: 'z@x.example', scopeName: 'A' }), report({ staffId: 's2', name: 'Zofia', address: 'z@x.example', scopeName: 'B' }), report({ staffId: 's1', name: 'Anna', address: 'a@x.example' })], [alert({ staffId: 's2', staffName: 'Zofia' })])
  expect(people.map(({ name, reports, alerts }) => [name, reports.length, alerts.length])).toEqual([['Anna', 1, 0], ['Zofia', 2, 1]])
})

test('somebody outside is one person however their address is written', () => {
  expect(byPerson([report({ address: 'Board@x.example' }), report({ address: 'board@x.example', reportId: 'q' })], []).map(({ name, address, reports }) => [name, address, reports.length])).toEqual([['Board@x.example', null, 2]])
})

test('what depends on the matter stands at the end, places under their names', () => {
  expect(byPerson([], [alert({}), alert({ destinationName: 'Channel' }), alert({})]).map(({ name, alerts }) => [name, alerts.length])).toEqual([['Channel', 1], [null, 2]])
})
