// The words of an invented beauty salon with three places: what migration 0020 furnishes, and some of its own.
import type { CannedAnswer, Cause, CustomField, LegalBasis, Location, Queue, Reason, Region, Status, Tag, Team } from '@kontuar/contracts'
import { ago } from './people.ts'
import type { Scenario } from './answer.ts'

const status = (key: string, name: string, category: Status['category'], colour: Status['colour'], position: number, more: Partial<Status> = {}): Status => ({ key, name, readyMade: key, category, colour, position, isDefault: true, next: null, requires: { reason: false, result: false }, onCustomerMessage: null, retired: false, ...more })
export const statuses: Status[] = [
  status('new', 'Nowe', 'new', 'blue', 1),
  status('open', 'W trakcie', 'open', 'teal', 2),
  status('waiting', 'Oczekuje na klienta', 'waiting', 'amber', 3),
  status('waiting-internal', 'Oczekuje na inny dział', 'waiting', 'violet', 4, { isDefault: false }),
  status('parts-ordered', 'Zamówiono preparat', 'waiting', 'pink', 5, { readyMade: null, isDefault: false, next: ['open', 'closed', 'waiting'] }),
  status('closed', 'Zamknięte', 'closed', 'grey', 6, { requires: { reason: true, result: true } }),
]

const queue = (id: string, name: string, readyMade: string | null, colour: Queue['colour'], position: number, serverIds: string[], more: Partial<Queue> = {}): Queue => ({ id, name, readyMade, position, colour, defaultPriority: 'normal', calendarId: null, slaPolicyId: null, orderOfWork: 'due', assignment: { mode: 'hand' }, legalBasisCode: null, isDefault: false, memberIds: serverIds, teamIds: [], serverIds, retired: false, ...more })
export const queues: Queue[] = [
  queue('q1', 'Sprzedaż', 'sales', 'teal', 1, ['s1', 's2', 's3', 's6']),
  queue('q2', 'Obsługa posprzedażowa', 'after-sales', 'blue', 2, ['s1', 's2', 's3', 's6'], { isDefault: true }),
  queue('q3', 'Reklamacje', 'complaints', 'red', 3, ['s1', 's3'], { legalBasisCode: 'pl-consumer', defaultPriority: 'high' }),
  queue('q4', 'IT', 'it', 'violet', 4, ['s2']),
  queue('q5', 'Księgowość', 'accounting', 'amber', 5, ['s2']),
]

let place = 0
const paths = new Map<string, string[]>()
const pathOf = (id: string, parentId: string | null) => paths.set(id, [...(paths.get(parentId ?? '') ?? []), id]).get(id)!
const reason = (id: string, parentId: string | null, name: string, readyMade: string | null): Reason => ({ id, parentId, name, readyMade, path: pathOf(id, parentId), position: (place += 1), retired: false, mergedIntoId: null })
export const reasons: Reason[] = [
  reason('r1', null, 'Pytanie', 'question'),
  reason('r2', null, 'Zamówienie i dostawa', 'order'), reason('r21', 'r2', 'Status zamówienia', 'order-status'), reason('r22', 'r2', 'Opóźniona dostawa', 'delivery-late'), reason('r23', 'r2', 'Zmiana lub anulowanie', 'order-change'),
  reason('r3', null, 'Reklamacja', 'complaint'), reason('r31', 'r3', 'Wada towaru', 'defect'), reason('r32', 'r3', 'Jakość obsługi', 'bad-service'), reason('r33', 'r3', 'Uczulenie po zabiegu', null),
  reason('r311', 'r31', 'Uszkodzone opakowanie', null), { ...reason('r34', 'r3', 'Zła obsługa', null), retired: true, mergedIntoId: 'r32' },
  reason('r4', null, 'Zwrot', 'return'), reason('r5', null, 'Płatność i faktura', 'payment'), reason('r6', null, 'Problem techniczny', 'technical'), reason('r7', null, 'Umówienie wizyty', 'appointment'), reason('r8', null, 'Pochwała lub sugestia', 'praise'), reason('r9', null, 'Inne', 'other'),
]

const tag = (id: string, name: string, colour: Tag['colour']): Tag => ({ id, name, colour, retired: false })
export const tags: Tag[] = [tag('g1', 'VIP', 'violet'), tag('g2', 'karnet', 'teal'), tag('g3', 'voucher', 'amber'), tag('g4', 'alergia', 'red'), tag('g5', 'hurt', 'grey'), { ...tag('g6', 'promocja 2024', 'pink'), retired: true }]

const field = (id: string, subject: CustomField['subject'], name: string, type: CustomField['type'], position: number, more: Partial<CustomField> = {}): CustomField => ({ id, subject, name, help: '', type, options: [], position, retired: false, required: {}, ...more })
export const customFields: CustomField[] = [
  field('f1', 'ticket', 'Numer wizyty', 'text', 1, { help: 'Z kalendarza salonu, np. 2026/1024.' }),
  field('f2', 'ticket', 'Kwota zwrotu (zł)', 'number', 2),
  field('f3', 'ticket', 'Data zabiegu', 'date', 3, { required: { queues: ['q3'] } }),
  field('f4', 'ticket', 'Rozliczenie', 'choice', 4, { options: [{ id: 'a', name: 'Zwrot pieniędzy' }, { id: 'b', name: 'Powtórzenie zabiegu' }, { id: 'c', name: 'Bon' }, { id: 'x', name: 'Rabat 10%', retired: true }] }),
  field('f5', 'ticket', 'Zabieg', 'tree', 5, { options: [{ id: 'h', name: 'Włosy' }, { id: 'h1', name: 'Strzyżenie', parentId: 'h' }, { id: 'h2', name: 'Koloryzacja', parentId: 'h' }, { id: 's', name: 'Skóra' }, { id: 's1', name: 'Peeling', parentId: 's' }] }),
  field('f6', 'ticket', 'Zgoda na zdjęcia', 'checkbox', 6),
  field('f7', 'ticket', 'Karta klienta', 'link', 7),
  field('f8', 'customer', 'Typ skóry', 'choice', 1, { options: [{ id: 'd', name: 'Sucha' }, { id: 'n', name: 'Normalna' }, { id: 'o', name: 'Tłusta' }] }),
  field('f9', 'customer', 'Data urodzenia', 'date', 2),
  field('f10', 'company', 'NIP', 'text', 1),
  field('f11', 'ticket', 'Numer karnetu', 'text', 8, { retired: true }),
]

export const locations: Location[] = [
  { id: 'l1', name: 'Salon Długa', address: 'ul. Długa 12, Warszawa', timeZone: null, managerId: 's2', regionId: 'e1', retired: false },
  { id: 'l2', name: 'Salon Mokotów', address: 'ul. Puławska 140, Warszawa', timeZone: null, managerId: 's3', regionId: 'e1', retired: false },
  { id: 'l3', name: 'Salon Wilno', address: 'Gedimino pr. 9, Vilnius', timeZone: 'Europe/Vilnius', managerId: 's7', regionId: null, retired: false },
  { id: 'l4', name: 'Wyspa w galerii', address: '', timeZone: null, managerId: null, regionId: null, retired: true },
]
export const regions: Region[] = [
  { id: 'e1', name: 'Warszawa', managerId: 's2', locationIds: ['l1', 'l2'], retired: false },
  { id: 'e2', name: 'Kraje bałtyckie', managerId: null, locationIds: [], retired: false },
  { id: 'e3', name: 'Śląsk', managerId: 's6', locationIds: [], retired: true },
]
export const causes: Cause[] = ['Wada towaru lub usługi', 'Opóźnienie', 'Błędna lub niepełna informacja', 'Zachowanie obsługi', 'Płatność lub rozliczenie', 'Awaria lub błąd systemu']
  .map((name, index): Cause => ({ id: `u${index + 1}`, name, position: index + 1, retired: false })).concat({ id: 'u7', name: 'Pomyłka kuriera', position: 7, retired: true })
export const teams: Team[] = [
  { id: 'w1', name: 'Recepcja', managerId: 's2', locationId: 'l1', memberIds: ['s1', 's3'], retired: false },
  { id: 'w2', name: 'Reklamacje', managerId: 's2', locationId: null, memberIds: ['s1'], retired: false },
]

const term = (length: number, unit: 'days' | 'business-days') => ({ length, unit, rule: 'pl-civil-code' as const, country: 'PL' })
const basis = (code: string, name: string, days: number, consequence: string, source: string, sourceUrl: string, validFrom: string): LegalBasis => ({ code, version: 1, name, readyMade: code, term: term(days, 'days'), internalTarget: term(7, 'business-days'), consequence, source, sourceUrl, remindDays: [7, 3, 1], validFrom, retired: false })
export const legalBases: LegalBasis[] = [
  basis('pl-consumer', 'Reklamacja konsumenta', 14, 'Brak odpowiedzi w terminie oznacza uznanie reklamacji.', 'Art. 7a ustawy z dnia 30 maja 2014 r. o prawach konsumenta (Dz.U. 2014 poz. 827 ze zm.)', 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20140000827', '2023-01-01'),
  basis('pl-financial', 'Reklamacja klienta podmiotu rynku finansowego', 30, 'Brak odpowiedzi w terminie oznacza rozpatrzenie reklamacji zgodnie z wolą klienta będącego osobą fizyczną.', 'Art. 6 i 8 ustawy z dnia 5 sierpnia 2015 r. o rozpatrywaniu reklamacji przez podmioty rynku finansowego', 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20150001348', '2015-10-11'),
  basis('pl-telecom', 'Reklamacja usługi telekomunikacyjnej', 30, 'Brak odpowiedzi w terminie oznacza uwzględnienie reklamacji.', 'Ustawa z dnia 12 lipca 2024 r. – Prawo komunikacji elektronicznej (Dz.U. 2024 poz. 1221 ze zm.)', 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20240001221', '2024-11-10'),
]

const canned = (id: string, name: string, shortcut: string | null, pl: string, more: Partial<CannedAnswer> = {}): CannedAnswer => ({ id, name, shortcut, texts: { pl }, sharing: 'shared', ownerId: null, queueId: null, updatedAt: ago(60 * 24 * 4), ...more })
export const cannedAnswers: CannedAnswer[] = [
  canned('a1', 'Potwierdzenie wizyty', 'wizyta', '<p>Dzień dobry, {{customer.firstName}}!</p><p>Potwierdzamy wizytę. W razie zmiany planów prosimy o wiadomość dzień wcześniej.</p>'),
  canned('a2', 'Przyjęcie reklamacji', 'reklamacja', '<p>Dzień dobry,</p><p>przyjęliśmy Pani/Pana reklamację nr {{ticket.number}}. Odpowiemy najpóźniej {{legal.lastDay}}.</p><p>{{agent.name}}, {{organization.name}}</p>', { queueId: 'q3' }),
  canned('a3', 'Adres i dojazd', 'adres', '<p>Jesteśmy przy ul. Długiej 12, przystanek „Ratusz”. Parking od podwórza.</p>'),
  canned('a4', 'Podziękowanie za opinię', null, '<p>{{customer.firstName}}, dziękujemy za miłe słowa!</p>', { sharing: 'private', ownerId: 's1' }),
]

/** An organization begins furnished; what people add themselves is not there yet. */
export const furnished = ({ empty }: Scenario) => structuredClone({
  statuses: empty ? statuses.filter(({ readyMade }) => readyMade) : statuses, queues, reasons: empty ? reasons.filter(({ readyMade }) => readyMade) : reasons,
  tags: empty ? [] : tags, customFields: empty ? [] : customFields, locations: empty ? [] : locations, regions: empty ? [] : regions, causes: empty ? [] : causes, teams: empty ? [] : teams, legalBases, cannedAnswers: empty ? [] : cannedAnswers,
})
export type Desk = ReturnType<typeof furnished>
