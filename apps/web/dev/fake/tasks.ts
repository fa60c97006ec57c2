// Tasks of the invented server: some late, some to come, some begun, some done, in the three languages of the salon.
import * as routes from '@kontuar/contracts'
import type { Task, TaskSettings } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { causes, locations } from './desk-data.ts'
import { ago, staff } from './people.ts'
import { paged, type World } from './tickets.ts'

const task = (id: string, kind: Task['kind'], title: string, due: number | null, more: Partial<Task> = {}): Task => ({
  id, kind, title, note: '', ticketId: null, ticketNumber: null, customerId: null, customerName: null, ownerId: 's1', ownerName: staff[0]!.name, queueId: null, locationId: null, locationName: null, dueAt: due === null ? null : ago(-due), origin: 'hand',
  state: 'open', checklist: [], remindAt: null, escalatedAt: null, source: null, causeId: null, causeName: null, remedy: '', asksCause: false, doneAt: null, doneByName: null, createdAt: ago(600), updatedAt: ago(600), ...more,
})
const of = (index: number): Partial<Task> => { const found = staff[index]!; return { ownerId: found.id, ownerName: found.name } }
const at = (index: number): Partial<Task> => ({ locationId: locations[index]!.id, locationName: locations[index]!.name })
const done = (minutes: number): Partial<Task> => ({ state: 'done', doneAt: ago(minutes), doneByName: staff[0]!.name })
const alert = '01a22951-cb0a-7000-bbef-21d60b3bcb26'
export const someTasks = (): Task[] => [
  task('z1', 'call-back', 'Oddzwonić w sprawie reklamacji', -25, { customerId: 'c5', customerName: 'Светлана Щербакова', ticketId: 'k5', ticketNumber: 12_475, note: 'Prosi o kontakt po 15:00.', ...at(0) }),
  task('z2', 'task', 'Zamówić preparat do zabiegu pani Lis', 190, { ticketId: 'k0', ticketNumber: 12_480, state: 'doing', ...at(0), remindAt: ago(-60), checklist: [{ id: 'a', text: 'Zadzwonić do hurtowni', done: true }, { id: 'b', text: 'Potwierdzić termin dostawy z panią Lis', done: false }, { id: 'c', text: 'Wpisać preparat do karty klientki', done: false }] }),
  task('z3', 'task', 'Sprawdzić w hurtowni, czy nowa partia peelingu ma już atest, i wysłać go klientce razem z kartą produktu', 60 * 26, { ticketId: 'k3', ticketNumber: 12_477, ...at(1) }),
  task('z4', 'task', 'Przejrzeć ankiety z zeszłego tygodnia', null, { state: 'doing' }),
  task('z5', 'call-back', 'Перезвонить и подтвердить запись', -60 * 27, { ...of(1), customerId: 'c5', customerName: 'Светлана Щербакова', escalatedAt: ago(60 * 3), ...at(2) }),
  task('z6', 'task', 'Wystawić fakturę korygującą', 40, { ...of(2), ticketId: 'k2', ticketNumber: 12_478 }),
  task('z7', 'task', 'Reklamacja wymaga decyzji kierownika', 60 * 5, { ownerId: null, ownerName: null, ticketId: 'k8', ticketNumber: 12_472, origin: 'escalation' }),
  task('zA', 'call-back', 'Niska ocena po wizycie: zadzwonić do pani Zielińskiej', 60 * 3, { customerId: 'c1', customerName: 'Barbara Zielińska', origin: 'alert', source: { kind: 'alert', id: alert }, asksCause: true, ...at(1), note: 'Ocena 2 na 10: „Czekałam 40 minut, nikt nie przeprosił”.', checklist: [{ id: 'a', text: 'Przeczytać wpisy z ostatniego miesiąca', done: true }, { id: 'b', text: 'Zadzwonić i przeprosić', done: false }] }),
  task('z8', 'call-back', 'Oddzwonić do pani Nowak', -60 * 20, done(60 * 19)),
  task('zB', 'task', 'Wyjaśnić podwójne obciążenie karty', -60 * 30, { ...done(60 * 28), origin: 'alert', source: { kind: 'alert', id: alert }, asksCause: true, causeId: 'u5', causeName: causes[4]!.name, remedy: 'Zwrot na kartę tego samego dnia, operator płatności poprawił terminal.' }),
  task('z9', 'task', 'Odesłać voucher', -60 * 50, { ...of(1), ...done(60 * 49) }),
]
const place = ({ dueAt, doneAt }: Task) => (doneAt ? -Date.parse(doneAt) : dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER)

export function answerTasks(on: ReturnType<typeof createAnswer>, scenario: Scenario, world: World): Task[] {
  const tasks = scenario.empty ? [] : someTasks()
  const tell = (one: Task) => world.tell('routing.taskChanged', { taskId: one.id, ...(one.ticketId === null ? {} : { ticketId: one.ticketId }) })
  const owner = (id: string | null | undefined) => ({ ownerId: id ?? null, ownerName: staff.find((each) => each.id === id)?.name ?? null })
  const where = (id: string | null | undefined) => ({ locationId: id ?? null, locationName: locations.find((each) => each.id === id)?.name ?? null })
  const find = (id: string): Task => {
    const found = tasks.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such task.')
    return found
  }
  on(routes.listTasks, ({ query }) => paged(tasks.filter((each) => (query.state === undefined || query.state === 'undone' ? each.state !== 'done' : each.state === query.state)
    && (!query.ownerId || each.ownerId === (query.ownerId === 'me' ? 's1' : query.ownerId === 'none' ? null : query.ownerId)) && (!query.ticketId || each.ticketId === query.ticketId) && (!query.locationId || each.locationId === query.locationId)
    && (!query.origin || each.origin === query.origin) && (String(query.late) !== 'true' || (each.dueAt !== null && each.dueAt < ago(0)))).toSorted((a, b) => place(a) - place(b)), query))
  on(routes.getTask, ({ params }) => find(params.id))
  on(routes.createTask, ({ body }) => {
    const ticket = body.ticketId ? world.find(body.ticketId) : null
    const due = body.dueIn ? ago(-body.dueIn.hours * 60) : (body.dueAt ?? null)
    const made = task(`z${tasks.length + 1}`, body.kind ?? 'task', body.title, null, { note: body.note ?? '', dueAt: due, checklist: body.checklist ?? [], remindAt: body.remindAt ?? null, ...owner(body.ownerId), ...where(body.locationId), ...(ticket && { ticketId: ticket.id, ticketNumber: ticket.number, customerId: ticket.customerId, customerName: ticket.customer.name }) })
    tasks.push(made)
    tell(made)
    return made
  })
  on(routes.changeTask, ({ params, body: { done: isDone, ownerId, locationId, dueIn, state, causeId, ...body } }) => {
    const found = find(params.id)
    const next = state ?? (isDone === undefined ? found.state : isDone ? 'done' : 'open')
    const cause = causeId === undefined ? found.causeId : causeId
    if (next === 'done' && found.asksCause && (cause === null || (body.remedy ?? found.remedy) === '')) throw new Refusal('invalid-input', 'Closing this task needs its cause and what was done.', { causeId: 'is missing' })
    Object.assign(found, body, ownerId === undefined ? {} : owner(ownerId), locationId === undefined ? {} : where(locationId), dueIn ? { dueAt: ago(-dueIn.hours * 60) } : {}, { causeId: cause, causeName: causes.find(({ id }) => id === cause)?.name ?? null },
      next === found.state ? {} : { state: next, doneAt: next === 'done' ? ago(0) : null, doneByName: next === 'done' ? staff[0]!.name : null })
    tell(found)
    return found
  })
  let settings: TaskSettings = { closingAsks: 'loops', escalate: { afterMinutes: 480, to: 'manager' }, calendarId: null }
  on(routes.getTaskSettings, () => settings)
  on(routes.changeTaskSettings, ({ body }) => (settings = body))
  return tasks
}
