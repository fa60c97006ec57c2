// Guards what a website is told of its survey, and that everybody may read it but nobody learns more from it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { buildLink, buildSurvey } from '../../answering/testing.ts'

let kontuar: TestKontuar
let surveyId: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  surveyId = await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => buildSurvey(tx))
})
afterAll(() => kontuar.stop())
const ask = (code: string) => kontuar.inject({ method: 'GET', url: `/w/${encodeURIComponent(code)}.json`, headers: { origin: 'https://shop.example' } })

test('a website reads when and in which words it asks, from anywhere, and keeps that for a minute', async () => {
  const { body } = await kontuar.ask('POST', '/survey-links', { surveyId, road: 'website', name: 'Sklep', settings: { trigger: 'scroll', scrollShare: 0.7, origins: ['https://shop.example'], againAfterDays: null } })
  const answer = await ask(body.items[0].code)
  expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60', 'cross-origin-resource-policy': 'cross-origin' })
  expect(answer.json()).toEqual({
    asks: true, trigger: 'scroll', seconds: 20, scrollShare: 0.7, pages: [], againAfterDays: null, share: 1, side: 'right', colour: '#0b6e6e', defaultLanguage: 'pl',
    texts: { pl: { title: 'Po rozmowie', close: 'Zamknij' }, en: { title: 'After the call', close: 'Close' }, ru: { title: 'После разговора', close: 'Закрыть' } },
  })
  await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => tx.query(`update survey set state = 'paused' where org_id = $1 and id = $2`, [tx.orgId, surveyId]))
  expect((await ask(body.items[0].code)).json()).toEqual({ asks: false })
})

test.each([['a code of nobody', 'abcdefghjkmn'], ['no code', 'x'], ['a hostile one', "' or 1=1"], ['a path', '../f/x']])('%s asks nothing', async (_what, code) => {
  const answer = await ask(code)
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toEqual({ asks: false })
})

test('a QR code is of no website', async () => {
  const { code } = await kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => buildLink(tx, await buildSurvey(tx)))
  expect((await ask(code)).statusCode).toBe(404)
})

test('the loader is one script for everybody, kept for an hour', async () => {
  const answer = await kontuar.inject({ method: 'GET', url: '/loader.js', headers: { 'accept-encoding': 'gzip' } })
  // Where nothing was built yet it says so, and is kept by nobody.
  if (answer.statusCode === 503) expect(answer.headers['cache-control']).toBe('no-store')
  else expect(answer.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'gzip', 'cache-control': 'public, max-age=3600', 'cross-origin-resource-policy': 'cross-origin' })
})
