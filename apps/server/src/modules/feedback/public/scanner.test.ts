// Guards the promise numbers.md makes: whatever opens the links of a mail, in whatever order and however often, answers nothing;
// then one person presses one button, and that is one answer.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderInvitationMail } from '@kontuar/pages'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { afterTicket, buildInvitation, buildSurvey } from '../answering/testing.ts'

let kontuar: TestKontuar
let org: number
let ticket: { ticketId: string; customerId: string }
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
const count = async (what: string, surveyId: string) => (await kontuar.platform.db.read(org, (tx) => tx.query<{ n: number }>(`select count(*)::int as n from ${what} where org_id = $1 and survey_id = $2`, [org, surveyId])))[0]!.n

beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  ticket = await write(async (tx) => buildTicket(tx, await buildMailbox(tx)))
})
afterAll(() => kontuar.stop())

test('every link of a mail, opened by GET and HEAD in any order by any machine, stores no answer and takes nobody off; one button then stores one', async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(fc.record({ link: fc.nat(), method: fc.constantFrom('GET' as const, 'HEAD' as const), machine: fc.constantFrom('Mozilla/5.0', 'SafeLinks', 'Barracuda', '') }), { minLength: 1, maxLength: 25 }), fc.boolean(), fc.nat({ max: 10 }),
    async (openings, anonymous, score) => {
      const { surveyId, token } = await write(async (tx) => {
        const surveyId = await buildSurvey(tx, { anonymous })
        return { surveyId, ...(await buildInvitation(tx, surveyId, ticket)) }
      })
      const mail = renderInvitationMail({ definition: afterTicket, language: 'pl', look: { colour: '#0b6e6e', logo: null, name: null }, url: `/s/${token}`, unsubscribeUrl: `/u/${token}`, facts: {}, organization: 'Salon', anonymous })
      const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'))
      expect(links).toHaveLength(13)
      const found = new Set(links)
      for (const { link, method, machine } of openings) {
        // A scanner follows what it finds on the page as well.
        const all = [...found]
        const page = await kontuar.inject({ method, url: all[link % all.length]!, headers: { 'user-agent': machine, 'accept': 'text/html' } })
        expect(page.statusCode).toBe(200)
        for (const [, next] of page.body.matchAll(/(?:href|action|src)="(\/[^"]*)"/g)) found.add(next!.replaceAll('&amp;', '&'))
      }
      expect(await count('answer', surveyId)).toBe(0)
      expect(await kontuar.platform.db.read(org, (tx) => tx.query('select 1 from asking_wish where org_id = $1 and opted_out_at is not null', [org]))).toEqual([])

      const page = await kontuar.inject({ method: 'GET', url: `/s/${token}?v=${score}` })
      const form = new URLSearchParams([...page.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]): [string, string] => [name!, value!]))
      const [, name, value] = /name="([^"]+)" value="(\d+)" checked/.exec(page.body)!
      form.append(name!, value!)
      const action = /<form method="post" action="([^"]+)"/.exec(page.body)![1]!.replaceAll('&amp;', '&')
      const pressed = await kontuar.inject({ method: 'POST', url: action, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: form.toString() })
      expect(pressed.statusCode).toBe(200)
      expect(await count('answer', surveyId)).toBe(1)
    }), { numRuns: 25 })
}, 120_000)
