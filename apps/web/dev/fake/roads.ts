// Links, codes, kiosks, lists, shops and imports of the invented salon.
import * as routes from '@kontuar/contracts'
import type { Kiosk, ShopSource, SurveyLink, SurveyList, WebsiteSettings } from '@kontuar/contracts'
import encodeQR from 'qr'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { locations } from './desk-data.ts'
import { ago } from './people.ts'

const usual: WebsiteSettings = { trigger: 'time', seconds: 20, scrollShare: 0.5, pages: [], againAfterDays: 90, share: 1, origins: [], side: 'right' }
const host = 'https://opinie.mietowa.example'
const placeName = (id: string | null) => locations.find((each) => each.id === id)?.name ?? null
const codeOf = (id: string) => `K${id}m7Qx2`.padEnd(10, 'v')
const snippet = (road: SurveyLink['road'], code: string) => (road === 'website' ? `<script src="${host}/loader.js" data-survey="${code}" async></script>` : road === 'embedded' ? `<iframe src="${host}/f/${code}?embed=1" title="Po wizycie" width="100%" height="520" loading="lazy" referrerpolicy="no-referrer"></iframe>\n<script src="${host}/loader.js" async></script>` : null)
const link = (id: string, road: SurveyLink['road'], name: string, more: Partial<SurveyLink> = {}): SurveyLink => {
  const locationId = more.locationId ?? null
  return { id, surveyId: 'v1', road, name, code: codeOf(id), url: `${host}/f/${codeOf(id)}`, snippet: snippet(road, codeOf(id)), place: '', settings: road === 'website' || road === 'embedded' ? usual : null, active: true, answers: 0, createdAt: ago(60 * 24 * 12), ...more, locationId, locationName: placeName(locationId) }
}
const someLinks = () => [
  link('k1', 'link', 'Stopka e-maili', { answers: 38 }), link('k2', 'link', 'Paragony', { answers: 112, locationId: 'l1' }), link('k3', 'link', 'Newsletter jesienny', { answers: 9, active: false }),
  ...Array.from({ length: 12 }, (_, index) => link(`k${index + 10}`, 'qr', 'Stanowiska', { place: `Stanowisko ${index + 1}`, locationId: index < 7 ? 'l1' : 'l2', answers: (index * 37) % 23 })),
  link('k40', 'qr', 'Recepcja', { locationId: 'l1', answers: 61 }),
  link('k50', 'website', 'Sklep internetowy', { answers: 204, settings: { ...usual, pages: ['/koszyk/*', '/dziekujemy'], origins: ['https://sklep.mietowa.example'] } }),
  link('k60', 'embedded', 'Panel klienta', { answers: 17 }),
]
const kiosk = (id: string, name: string, more: Partial<Kiosk>): Kiosk => ({ id, name, surveyId: 'v1', surveyName: 'Po wizycie w salonie', locationId: null, locationName: placeName(more.locationId ?? null), idleSeconds: 30, attract: {}, lastSeenAt: ago(1), waiting: 0, answers: 0, retired: false, createdAt: ago(60 * 24 * 20), url: null, ...more })
const someKiosks = () => [kiosk('o1', 'Lada przy wyjściu', { locationId: 'l1', answers: 870 }), kiosk('o2', 'Poczekalnia', { locationId: 'l2', answers: 312, waiting: 23, lastSeenAt: ago(95) }), kiosk('o3', 'Nowy tablet', { lastSeenAt: null }), kiosk('o4', 'Stara lada', { retired: true, lastSeenAt: ago(60 * 24 * 9), answers: 54 })]
const list = (id: string, name: string, more: Partial<SurveyList>): SurveyList => ({ id, surveyId: 'v1', name, road: 'email', sendAt: ago(60 * 3), perHour: null, state: 'scheduled', people: 0, sent: 0, waiting: 0, suppressed: 0, answered: 0, refused: [], createdAt: ago(60 * 5), ...more })
const someLists = () => [
  list('w1', 'Klientki z jesieni', { people: 2400, sent: 610, waiting: 1690, suppressed: 100, answered: 88, perHour: 200, refused: [{ line: 17, sentence: '“anna@” is no mail address: write it like anna@example.com.' }, { line: 240, sentence: 'There is neither a mail address nor a phone number in this line.' }] }),
  list('w2', 'Zaproszenie na otwarcie', { people: 320, waiting: 320, sendAt: ago(-60 * 40), road: 'sms' }),
  list('w3', 'Karnety letnie', { people: 180, sent: 171, suppressed: 9, answered: 54, createdAt: ago(60 * 24 * 60) }),
]
const someShops = (): ShopSource[] => [
  { id: 'x1', name: 'Sklep internetowy', url: `${host}/hooks/shop/mietowa7Qx2`, locationId: null, active: true, lastTakenAt: ago(14), lastRefusedAt: ago(60 * 30), lastRefusal: 'The signature does not fit: the shop signs with another secret.', secret: null, createdAt: ago(60 * 24 * 50) },
  { id: 'x2', name: 'Kasa w salonie Mokotów', url: `${host}/hooks/shop/kasa91Lm`, locationId: 'l2', active: false, lastTakenAt: null, lastRefusedAt: null, lastRefusal: null, secret: null, createdAt: ago(60 * 24 * 3) },
]

export function answerRoads(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  const [links, kiosks, lists, shops] = scenario.empty ? [[], [], [], []] : [someLinks(), someKiosks(), someLists(), someShops()]
  const find = <T extends { id: string }>(all: T[], id: string): T => {
    const found = all.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such thing.')
    return found
  }
  on(routes.listSurveyLinks, ({ query }) => ({ items: links.filter((each) => (query.surveyId ?? each.surveyId) === each.surveyId && (query.road ?? each.road) === each.road), next: null }))
  on(routes.createSurveyLink, ({ body }) => {
    const made = (body.places ?? [body.place ?? '']).map((place, index) => link(`k${100 + links.length + index}`, body.road, body.name, { surveyId: body.surveyId, place, locationId: body.locationId ?? null }))
    links.unshift(...made)
    return { items: made }
  })
  on(routes.getSurveyLink, ({ params }) => find(links, params.id))
  on(routes.changeSurveyLink, ({ params, body: { retired, settings, ...body } }) => {
    const found = find(links, params.id)
    Object.assign(found, body, settings && { settings: { ...found.settings, ...settings } })
    if (retired) links.splice(links.indexOf(found), 1)
    return found
  })
  on(routes.getQrSvg, ({ params, reply }) => {
    void reply.type('image/svg+xml')
    return encodeQR(find(links, params.id).url, 'svg', { ecc: 'medium', border: 4 })
  })
  on(routes.listKiosks, () => ({ items: kiosks, next: null }))
  const address = (found: Kiosk): Kiosk => ({ ...found, url: `${host}/k/q3Jd82kLmPzX0aVbN4tR7w` })
  on(routes.createKiosk, ({ body }) => {
    const made = kiosk(`o${kiosks.length + 1}`, body.name, { ...body, locationId: body.locationId ?? null, lastSeenAt: null })
    kiosks.unshift(made)
    return address(made)
  })
  on(routes.changeKiosk, ({ params, body }) => Object.assign(find(kiosks, params.id), body))
  on(routes.renewKiosk, ({ params }) => address(find(kiosks, params.id)))
  on(routes.listSurveyLists, ({ query }) => ({ items: lists.filter((each) => (query.surveyId ?? each.surveyId) === each.surveyId), next: null }))
  on(routes.createSurveyList, ({ body }) => {
    const people = (body.csv ?? '').split('\n').filter((line) => line.trim() !== '').length - 1
    const made = list(`w${lists.length + 1}`, body.name, { ...body, perHour: body.perHour ?? null, people: Math.max(0, people), waiting: Math.max(0, people), createdAt: ago(0) })
    lists.unshift(made)
    return made
  })
  on(routes.stopSurveyList, ({ params }) => Object.assign(find(lists, params.id), { state: 'stopped' }))
  on(routes.listShopSources, () => ({ items: shops, next: null }))
  on(routes.createShopSource, ({ body }) => {
    const made: ShopSource = { id: `x${shops.length + 1}`, name: body.name, url: `${host}/hooks/shop/nowy44Tz`, locationId: body.locationId ?? null, active: true, lastTakenAt: null, lastRefusedAt: null, lastRefusal: null, secret: null, createdAt: ago(0) }
    shops.unshift(made)
    return { ...made, secret: 'kss_9fK2mVb7Qx1LpT4sWz8RcN3y' }
  })
  on(routes.changeShopSource, ({ params, body: { renewSecret, retired, ...body } }) => {
    const found = Object.assign(find(shops, params.id), body)
    if (retired) shops.splice(shops.indexOf(found), 1)
    return renewSecret ? { ...found, secret: 'kss_2hD7wJk5Ym0NqF6vXb3ZgP8t' } : found
  })
  on(routes.previewAnswerImport, ({ body }) => {
    if (body.csv?.startsWith('nothing')) throw new Refusal('invalid-input', 'The file has a heading and nothing below it.', { csv: 'is empty' })
    return {
      format: 'google-forms', rows: 1284, dates: 'ambiguous' as const,
      columns: [
        { column: 'Sygnatura czasowa', sample: ['03.04.2026 14:05:11', '03.04.2026 15:20:40', '04.04.2026 09:01:02'], suggestion: 'at' }, { column: 'Adres e-mail', sample: ['anna@example.com', 'jan@example.com', ''], suggestion: 'email' },
        { column: 'Jak oceniasz wizytę w naszym salonie?', sample: ['5', '4', '5'], suggestion: 'q:score' }, { column: 'Co możemy poprawić? Prosimy o kilka słów, każde jest dla nas ważne.', sample: ['Krótsze oczekiwanie w soboty', 'Wszystko było świetnie, dziękuję pani Ani', ''], suggestion: 'q:comment' },
        { column: 'Uwagi wewnętrzne', sample: ['', '', ''], suggestion: null },
      ],
      refused: [{ line: 88, sentence: 'The date “31.02.2026” does not exist.' }],
    }
  })
  on(routes.importAnswers, () => ({ taken: 1271, known: 12, refused: [{ line: 88, sentence: 'The date “31.02.2026” does not exist.' }] }))
}
