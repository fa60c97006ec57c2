// Roads without an invitation (link, QR code, website, embedded form), kiosks, lists of people, shops, and answers from elsewhere.
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const
const name = Type.String({ minLength: 1, maxLength: 200 })
export const WebsiteSettings = Type.Object({
  trigger: oneOf('exit', 'time', 'scroll', 'now'), seconds: Type.Integer({ minimum: 0, maximum: 3600, description: 'Of `time`.' }), scrollShare: Type.Number({ minimum: 0, maximum: 1 }),
  pages: Type.Array(Type.String({ maxLength: 500 }), { maxItems: 50, description: 'Paths it may show on, `*` for any stretch; empty: everywhere.' }), againAfterDays: nullable(Type.Integer({ minimum: 0, maximum: 3650, description: 'A visitor sees it again after so many days; null: once.' })),
  share: Type.Number({ minimum: 0, maximum: 1 }), origins: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 50, description: 'Where it may be embedded (https://shop.example); empty: anywhere.' }), side: oneOf('left', 'right', 'middle'),
}, closed)
export type WebsiteSettings = Static<typeof WebsiteSettings>
export const SurveyLink = Type.Object({ id: Id, surveyId: Id, road: oneOf('link', 'qr', 'website', 'embedded'), name, code: Type.String(), url: Type.String(), snippet: nullable(Type.String({ description: 'To be put into the page, for `website` and `embedded`.' })), locationId: nullable(Id), locationName: nullable(Type.String()), place: Type.String(), settings: nullable(WebsiteSettings), active: Type.Boolean(), answers: Type.Integer(), createdAt: Instant })
export type SurveyLink = Static<typeof SurveyLink>
export const NewSurveyLink = Type.Object({ surveyId: Id, road: oneOf('link', 'qr', 'website', 'embedded'), name, locationId: Type.Optional(nullable(Id)), place: Type.Optional(Type.String({ maxLength: 100 })), places: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 200, description: 'One link for each: tables, counters.' })), settings: Type.Optional(Type.Partial(WebsiteSettings)) }, closed)
export const SurveyLinkPatch = Type.Object({ name: Type.Optional(name), locationId: Type.Optional(nullable(Id)), place: Type.Optional(Type.String({ maxLength: 100 })), settings: Type.Optional(Type.Partial(WebsiteSettings)), active: Type.Optional(Type.Boolean()), retired: Type.Optional(Type.Boolean()) }, { ...closed, minProperties: 1 })
export const Kiosk = Type.Object({ id: Id, name, surveyId: Id, surveyName: Type.String(), locationId: nullable(Id), locationName: nullable(Type.String()), idleSeconds: Type.Integer(), attract: Type.Record(Type.String(), Type.String()), lastSeenAt: nullable(Instant), waiting: Type.Integer({ description: 'Answers it still holds, as it said last.' }), answers: Type.Integer(), retired: Type.Boolean(), createdAt: Instant, url: nullable(Type.String({ description: 'Open it on the tablet. Told once, when the kiosk is made or its address renewed.' })) })
export type Kiosk = Static<typeof Kiosk>
const kioskWishes = { locationId: Type.Optional(nullable(Id)), idleSeconds: Type.Optional(Type.Integer({ minimum: 5, maximum: 600 })), attract: Type.Optional(Type.Record(Type.String({ maxLength: 10 }), Type.String({ maxLength: 300 }))) }
export const NewKiosk = Type.Object({ name, surveyId: Id, ...kioskWishes }, closed)
export const KioskPatch = Type.Object({ name: Type.Optional(name), surveyId: Type.Optional(Id), ...kioskWishes, retired: Type.Optional(Type.Boolean()) }, { ...closed, minProperties: 1 })

export const RefusedLine = Type.Object({ line: Type.Integer(), sentence: Type.String() })
export const SurveyList = Type.Object({ id: Id, surveyId: Id, name, road: oneOf('email', 'sms'), sendAt: Instant, perHour: nullable(Type.Integer()), state: oneOf('scheduled', 'stopped'), people: Type.Integer(), sent: Type.Integer(), waiting: Type.Integer(), suppressed: Type.Integer(), answered: Type.Integer(), refused: Type.Array(RefusedLine), createdAt: Instant })
export type SurveyList = Static<typeof SurveyList>
export const NewSurveyList = Type.Object({ surveyId: Id, name, road: oneOf('email', 'sms'), sendAt: Type.String({ format: 'date-time', description: 'RFC 3339. When the first are asked, a year ahead at most; a time that has passed means now. Nobody is asked outside the hours of the settings.' }), perHour: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 }))), csv: Type.Optional(Type.String({ maxLength: 4_000_000, description: 'With a heading: email, phone, name, language, and any further column as a fact to pipe. 50,000 lines at most.' })), fileId: Type.Optional(Type.String({ maxLength: 64, description: 'The same as a file uploaded by POST /files: larger ones, and those in Windows-1250, Windows-1251 or UTF-16.' })), customerIds: Type.Optional(Type.Array(Id, { maxItems: 10_000, description: 'Instead of a file.' })) }, closed)

export const Purchase = Type.Object({ id: Id, kind: oneOf('purchase', 'delivery'), source: Type.String(), number: Type.String(), customerId: Id, locationId: nullable(Id), staffId: nullable(Id), at: Instant, facts: Type.Record(Type.String(), Type.String()), createdAt: Instant })
export const NewPurchase = Type.Object({ kind: oneOf('purchase', 'delivery'), number: Type.String({ minLength: 1, maxLength: 100 }), at: Type.Optional(Instant), customer: Type.Object({ name: Type.Optional(Type.String({ maxLength: 300 })), email: Type.Optional(Type.String({ maxLength: 320 })), phone: Type.Optional(Type.String({ maxLength: 40 })), language: Type.Optional(Type.String({ maxLength: 10 })), bornOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })) }, closed), locationId: Type.Optional(nullable(Id)), staffId: Type.Optional(nullable(Id)), facts: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 500 }))) }, closed)
export type NewPurchase = Static<typeof NewPurchase>
/** One purchase, or up to 100 of which each is answered on its own. */
export const ShopTold = Type.Object({ results: Type.Array(Type.Object({ number: Type.String(), kind: oneOf('purchase', 'delivery'), outcome: oneOf('stored', 'known', 'refused'), id: nullable(Id), sentence: nullable(Type.String({ description: 'Why it was refused.' })) })) })
export type ShopTold = Static<typeof ShopTold>
export const ShopSource = Type.Object({ id: Id, name, url: Type.String(), locationId: nullable(Id), active: Type.Boolean(), lastTakenAt: nullable(Instant), lastRefusedAt: nullable(Instant), lastRefusal: nullable(Type.String()), secret: nullable(Type.String({ description: 'Signs what the shop sends. Told once.' })), createdAt: Instant })
export type ShopSource = Static<typeof ShopSource>
export const NewShopSource = Type.Object({ name, locationId: Type.Optional(nullable(Id)) }, closed)
export const ShopSourcePatch = Type.Object({ name: Type.Optional(name), locationId: Type.Optional(nullable(Id)), active: Type.Optional(Type.Boolean()), renewSecret: Type.Optional(Type.Literal(true)), retired: Type.Optional(Type.Boolean()) }, { ...closed, minProperties: 1 })

const target = 'at (when it was given), id (of the answer in the other tool), email, phone, name, firstName, lastName, language, location, `q:<question id>`, `q:<question id>:<option id>` where each option has a column, `q:<question id>:<row id>` of a matrix, `q:<question id>:other` for the words beside "other"'
export const ImportPreview = Type.Object({
  format: Type.String({ description: 'Which tool it seems to come from: google-forms, microsoft-forms, surveymonkey, typeform, qualtrics, delighted; else `csv`.' }), rows: Type.Integer(),
  columns: Type.Array(Type.Object({ column: Type.String(), sample: Type.Array(Type.String()), suggestion: nullable(Type.String({ description: `What it seems to be: ${target}. With a mapping: what it says.` })) })),
  dates: oneOf('clear', 'ambiguous', 'mixed', 'none'), refused: Type.Array(RefusedLine),
}, { description: '`dates`: `ambiguous` when every date of the file could have its day or its month first (say which in `dates`), `mixed` when some need the one and some the other, `none` without a column of times.' })
export const AnswerImport = Type.Object({
  csv: Type.Optional(Type.String({ minLength: 1, maxLength: 4_000_000, description: 'Up to 20,000 answers at once: split a longer file.' })), fileId: Type.Optional(Type.String({ maxLength: 64, description: 'The same as a file uploaded by POST /files: larger ones, and those in Windows-1250, Windows-1251 or UTF-16.' })),
  mapping: Type.Optional(Type.Record(Type.String({ maxLength: 600 }), Type.String({ maxLength: 200 }), { description: `By column as the preview names it: ${target}. What it does not name is left out. Absent: as suggested.` })),
  dates: Type.Optional(oneOf('day-first', 'month-first')), source: Type.Optional(Type.String({ maxLength: 100, description: 'Names this import: the same rows with the same name are taken once. Absent: the format.' })),
}, closed)
export const ImportOutcome = Type.Object({ taken: Type.Integer(), known: Type.Integer({ description: 'Were there already.' }), refused: Type.Array(RefusedLine, { description: 'The first 1,000; the last one says how many more there are.' }) })

const tag = 'roads'
export const listSurveyLinks = route({ method: 'GET', path: '/survey-links', permission: 'feedback.read', tag, summary: 'Links, QR codes, websites', query: Type.Object({ ...PageQuery, surveyId: Type.Optional(Id), road: Type.Optional(oneOf('link', 'qr', 'website', 'embedded')) }), response: page(SurveyLink) })
export const createSurveyLink = route({ method: 'POST', path: '/survey-links', permission: 'feedback.manage', tag, summary: 'Add a link, or one for each place', body: NewSurveyLink, response: Type.Object({ items: Type.Array(SurveyLink) }), status: 201 })
export const getSurveyLink = route({ method: 'GET', path: '/survey-links/:id', permission: 'feedback.read', tag, summary: 'One link', params: ById, response: SurveyLink })
export const changeSurveyLink = route({ method: 'PATCH', path: '/survey-links/:id', permission: 'feedback.manage', tag, summary: 'Change, switch off, retire', params: ById, body: SurveyLinkPatch, response: SurveyLink })
export const getQrSvg = route({ method: 'GET', path: '/survey-links/:id/qr.svg', permission: 'feedback.read', tag, summary: 'Its QR code as SVG', params: ById })
export const getQrPng = route({ method: 'GET', path: '/survey-links/:id/qr.png', permission: 'feedback.read', tag, summary: 'Its QR code as PNG', params: ById, query: Type.Object({ pixels: Type.Optional(Type.Integer({ minimum: 100, maximum: 4000 })) }) })
export const getPoster = route({ method: 'GET', path: '/survey-links/:id/poster.pdf', permission: 'feedback.read', tag, summary: 'A poster to print', params: ById, query: Type.Object({ paper: Type.Optional(oneOf('A4', 'A6')), language: Type.Optional(Type.String({ maxLength: 10 })) }) })
export const getLabelSheet = route({ method: 'GET', path: '/surveys/:id/labels.pdf', permission: 'feedback.read', tag, summary: 'All its QR codes on sheets to cut', params: ById, query: Type.Object({ locationId: Type.Optional(Id), language: Type.Optional(Type.String({ maxLength: 10 })) }) })
export const listKiosks = route({ method: 'GET', path: '/kiosks', permission: 'feedback.read', tag, summary: 'Tablets on the counter', query: Type.Object({ ...PageQuery }), response: page(Kiosk) })
export const createKiosk = route({ method: 'POST', path: '/kiosks', permission: 'feedback.manage', tag, summary: 'Add a kiosk', body: NewKiosk, response: Kiosk, status: 201 })
export const changeKiosk = route({ method: 'PATCH', path: '/kiosks/:id', permission: 'feedback.manage', tag, summary: 'Change or retire a kiosk', params: ById, body: KioskPatch, response: Kiosk })
export const renewKiosk = route({ method: 'POST', path: '/kiosks/:id/renew', permission: 'feedback.manage', tag, summary: 'A new address for the tablet; the old one stops working', params: ById, response: Kiosk })
export const listSurveyLists = route({ method: 'GET', path: '/survey-lists', permission: 'feedback.read', tag, summary: 'Lists of people asked by a schedule', query: Type.Object({ ...PageQuery, surveyId: Type.Optional(Id) }), response: page(SurveyList) })
export const createSurveyList = route({ method: 'POST', path: '/survey-lists', permission: 'feedback.manage', tag, summary: 'Ask a list of people', body: NewSurveyList, response: SurveyList, status: 201 })
export const stopSurveyList = route({ method: 'POST', path: '/survey-lists/:id/stop', permission: 'feedback.manage', tag, summary: 'Ask nobody further of this list', params: ById, response: SurveyList })
export const createPurchase = route({ method: 'POST', path: '/purchases', permission: 'feedback.manage', tag, summary: 'Tell of a purchase or a delivery; the same number again answers what is there', body: NewPurchase, response: Purchase, status: 201 })
export const listPurchases = route({ method: 'GET', path: '/purchases', permission: 'feedback.read', tag, summary: 'Purchases told', query: Type.Object({ ...PageQuery, customerId: Type.Optional(Id), number: Type.Optional(Type.String({ maxLength: 100 })) }), response: page(Purchase) })
export const listShopSources = route({ method: 'GET', path: '/shop-sources', permission: 'feedback.manage', tag, summary: 'Shops that tell of purchases by webhook', response: page(ShopSource) })
export const createShopSource = route({ method: 'POST', path: '/shop-sources', permission: 'feedback.manage', tag, summary: 'Add a shop', body: NewShopSource, response: ShopSource, status: 201 })
export const changeShopSource = route({ method: 'PATCH', path: '/shop-sources/:id', permission: 'feedback.manage', tag, summary: 'Change, renew its secret, retire', params: ById, body: ShopSourcePatch, response: ShopSource })
export const previewAnswerImport = route({ method: 'POST', path: '/surveys/:id/import/preview', permission: 'feedback.manage', tag, summary: 'What a file of past answers seems to hold', params: ById, body: AnswerImport, response: ImportPreview })
export const importAnswers = route({ method: 'POST', path: '/surveys/:id/import', permission: 'feedback.manage', tag, summary: 'Take past answers from CSV', params: ById, body: AnswerImport, response: ImportOutcome })
