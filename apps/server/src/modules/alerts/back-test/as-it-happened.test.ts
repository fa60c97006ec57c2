// Guards what a back-test makes of a past that was entered afterwards: before the program heard of answers itself it is judged by when they were
// given, whether they came by the API or from a list; since then as it was known, and what is left out is counted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlertRuleDefinition } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { buildNpsSurvey, giveAnswers, type PastAnswer } from '../rules/testing.ts'
import { asItHappened } from './as-it-happened.ts'
import { pastAlarms } from './past-alarms.ts'
import type { Walk } from './walk.ts'

const [hour, day] = [3_600_000, 86_400_000]
/** Hours of the organization's zone begin with it. */
const begin = Date.parse('2026-06-01T00:00:00Z')
const end = begin + 28 * day
const entered = begin + 21 * day
const silence: AlertRuleDefinition = { kind: 'silence', on: 'answer', where: null, each: 'all', hours: 12, calendarId: null }
const low: AlertRuleDefinition = { kind: 'event', on: 'answer', where: { combinator: 'and', rules: [{ field: 'tone', operator: '=', value: 'low' }] } }
const row: AlertRuleDefinition = { kind: 'sequence', on: 'answer', fits: { combinator: 'and', rules: [{ field: 'tone', operator: '=', value: 'low' }] }, each: 'all', n: 3 }
let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) }, 120_000)
afterAll(() => kontuar.stop())

/** One answer in six hours; nothing in the fifth and sixth day; every fourth one is low, on the tenth day all are. */
const answer = (at: number, given: Partial<PastAnswer>): PastAnswer => ({ id: newId(), score: Math.floor((at - begin) / day) === 9 || Math.floor(at / (6 * hour)) % 4 === 0 ? 2 : 9, at, takenAt: at, imported: false, locationId: null, channel: 'phone', ...given })
function life(given: (at: number) => Partial<PastAnswer>): PastAnswer[] {
  const answers: PastAnswer[] = []
  for (let at = begin + hour / 2; at < end; at += 6 * hour) if (at < begin + 4 * day || at >= begin + 6 * day) answers.push(answer(at, given(at)))
  return answers
}

async function organization(answers: readonly PastAnswer[]): Promise<TestOrganization> {
  const org = await buildOrganization(kontuar.platform.db)
  await kontuar.platform.db.write(org.orgId, async (tx) => {
    await tx.query('update calendar set is_default = false where org_id = $1', [tx.orgId])
    await giveAnswers(tx, await buildNpsSurvey(tx), answers)
  })
  return org
}
const back = ({ orgId }: TestOrganization, definition: AlertRuleDefinition) => {
  const over: Walk = { from: begin, to: end, gathered: null, step: () => Promise.resolve(), keep: () => Promise.resolve() }
  return pastAlarms(kontuar.platform.db, orgId, definition, over, 'fine')
}
const instants = ({ firings }: Awaited<ReturnType<typeof back>>) => firings.map(({ at }) => at.toISOString())

describe('a past that was entered afterwards', () => {
  test.each<[string, boolean]>([['by the API, with old moments', false], ['from a list', true]])('%s gives the alarms it would have given', async (_, imported) => {
    // From the fourth week on the organization lives with the program.
    const [late, lived] = [await organization(life((at) => (at < entered ? { takenAt: entered + hour, imported } : {}))), await organization(life(() => ({})))]
    for (const definition of [silence, low, row]) {
      const [found, expected] = [await back(late, definition), await back(lived, definition)]
      expect(expected.firings.length).toBeGreaterThan(0)
      expect(instants(found)).toEqual(instants(expected))
      expect(found.leftOut).toBe(0)
      expect(new Date(found.heardSince!).toISOString() >= new Date(entered).toISOString()).toBe(true)
    }
    expect(instants(await back(lived, silence))).toHaveLength(1)
  })

  test('without anything the program heard of itself is judged so to its end', async () => {
    const org = await organization(life(() => ({ takenAt: end + day, imported: true })))
    expect(await back(org, low)).toMatchObject({ heardSince: Infinity, leftOut: 0 })
    expect((await back(org, low)).firings.length).toBeGreaterThan(20)
  })
})

describe('since the program hears of answers itself', () => {
  test('a list added to them tells nobody, and is counted', async () => {
    const before = answer(begin - day, {})
    const org = await organization([before, ...life((at) => (at >= begin + 9 * day && at < begin + 10 * day ? { imported: true, takenAt: end } : {}))])
    const found = await back(org, low)
    expect(found).toMatchObject({ heardSince: null, leftOut: 4 })
    expect(instants(found).filter((at) => at.startsWith('2026-06-10'))).toEqual([])
    expect(await back(org, row)).toMatchObject({ firings: [], leftOut: 4 })
  })

  test('what was entered a day late broke no silence, and is counted', async () => {
    const org = await organization([answer(begin - day, {}), ...life((at) => (at >= begin + 9 * day && at < begin + 10 * day ? { takenAt: at + day } : {}))])
    const found = await back(org, silence)
    expect(found).toMatchObject({ heardSince: null, leftOut: 4 })
    expect(found.firings).toHaveLength(2)
  })
})

test('what happened since is left as it was known', () => {
  const late = { at: 100, knownAt: 900, imported: true } as Parameters<typeof asItHappened>[1]
  expect(asItHappened(200, late)).toMatchObject({ at: 100, knownAt: 100, imported: false })
  for (const heardSince of [null, 100, 50]) expect(asItHappened(heardSince, late)).toBe(late)
})
