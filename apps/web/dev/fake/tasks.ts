// Tasks of the invented server: some late, some to come, some done, in the three languages of the salon.
import * as routes from '@kontuar/contracts'
import type { Task } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { ago, staff } from './people.ts'
import { paged, type World } from './tickets.ts'

const task = (id: string, kind: Task['kind'], title: string, due: number | null, more: Partial<Task> = {}): Task => ({ id, kind, title, note: '', ticketId: null, ticketNumber: null, customerId: null, customerName: null, ownerId: 's1', ownerName: staff[0]!.name, queueId: null, dueAt: due === null ? null : ago(-due), origin: 'hand', doneAt: null, createdAt: ago(600), updatedAt: ago(600), ...more })
const of = (index: number): Partial<Task> => { const found = staff[index]!; return { ownerId: found.id, ownerName: found.name } }
export const someTasks = (): Task[] => [
  task('z1', 'call-back', 'Oddzwonić w sprawie reklamacji', -25, { customerId: 'c5', customerName: 'Светлана Щербакова', ticketId: 'k5', ticketNumber: 12_475, note: 'Prosi o kontakt po 15:00.' }),
  task('z2', 'task', 'Zamówić preparat do zabiegu pani Lis', 190, { ticketId: 'k0', ticketNumber: 12_480 }),
  task('z3', 'task', 'Sprawdzić w hurtowni, czy nowa partia peelingu ma już atest, i wysłać go klientce razem z kartą produktu', 60 * 26, { ticketId: 'k3', ticketNumber: 12_477 }),
  task('z4', 'task', 'Przejrzeć ankiety z zeszłego tygodnia', null),
  task('z5', 'call-back', 'Перезвонить и подтвердить запись', -60 * 27, { ...of(1), customerId: 'c5', customerName: 'Светлана Щербакова' }),
  task('z6', 'task', 'Wystawić fakturę korygującą', 40, { ...of(2), ticketId: 'k2', ticketNumber: 12_478 }),
  task('z7', 'task', 'Reklamacja wymaga decyzji kierownika', 60 * 5, { ownerId: null, ownerName: null, ticketId: 'k8', ticketNumber: 12_472, origin: 'escalation' }),
  task('z8', 'call-back', 'Oddzwonić do pani Nowak', -60 * 20, { doneAt: ago(60 * 19) }),
  task('z9', 'task', 'Odesłać voucher', -60 * 50, { ...of(1), doneAt: ago(60 * 49) }),
]
const place = ({ dueAt, doneAt }: Task) => (doneAt ? -Date.parse(doneAt) : dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER)

export function answerTasks(on: ReturnType<typeof createAnswer>, scenario: Scenario, world: World): Task[] {
  const tasks = scenario.empty ? [] : someTasks()
  const tell = (one: Task) => world.tell('routing.taskChanged', { taskId: one.id, ...(one.ticketId === null ? {} : { ticketId: one.ticketId }) })
  const owner = (id: string | null | undefined) => ({ ownerId: id ?? null, ownerName: staff.find((each) => each.id === id)?.name ?? null })
  on(routes.listTasks, ({ query }) => paged(tasks.filter((each) => (each.doneAt !== null) === (query.state === 'done') && (!query.ownerId || each.ownerId === (query.ownerId === 'me' ? 's1' : query.ownerId === 'none' ? null : query.ownerId)) && (!query.ticketId || each.ticketId === query.ticketId)).toSorted((a, b) => place(a) - place(b)), query))
  on(routes.createTask, ({ body }) => {
    const ticket = body.ticketId ? world.find(body.ticketId) : null
    const made = task(`z${tasks.length + 1}`, body.kind ?? 'task', body.title, null, { note: body.note ?? '', dueAt: body.dueAt ?? null, ...owner(body.ownerId), ...(ticket && { ticketId: ticket.id, ticketNumber: ticket.number, customerId: ticket.customerId, customerName: ticket.customer.name }) })
    tasks.push(made)
    tell(made)
    return made
  })
  on(routes.changeTask, ({ params, body: { done, ownerId, ...body } }) => {
    const found = tasks.find(({ id }) => id === params.id)
    if (!found) throw new Refusal('not-found', 'There is no such task.')
    Object.assign(found, body, ownerId === undefined ? {} : owner(ownerId), done === undefined ? {} : { doneAt: done ? ago(0) : null })
    tell(found)
    return found
  })
  return tasks
}
