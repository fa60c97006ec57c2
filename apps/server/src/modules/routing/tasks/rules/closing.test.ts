// Guards when closing asks for cause and remedy, and where a task stands on the board.
import { expect, test } from 'vitest'
import type { Task, TaskSettings } from '@kontuar/contracts'
import { asksCause, stateOf } from './closing.ts'

const from = (kind: 'alert' | 'warning' | 'answer' | 'recovery') => ({ kind, id: 'x' })
test.each<[TaskSettings['closingAsks'], Task['source'], boolean]>([
  ['nothing', from('recovery'), false], ['nothing', null, false], ['everything', null, true], ['everything', from('warning'), true],
  ['loops', null, false], ['loops', from('warning'), false], ['loops', from('recovery'), true], ['loops', from('answer'), true], ['loops', from('alert'), true],
])('where %s is asked, closing a task of %j asks: %s', (setting, source, asks) => expect(asksCause(setting, source)).toBe(asks))

const at = new Date()
test.each([[null, null, 'open'], [at, null, 'doing'], [null, at, 'done'], [at, at, 'done']] as const)('begun %s, done %s: %s', (begunAt, doneAt, state) => expect(stateOf({ begunAt, doneAt })).toBe(state))
