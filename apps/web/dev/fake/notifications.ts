// What the invented server has told Anna, of every kind, and how she is told.
import * as routes from '@kontuar/contracts'
import type { Notification, NotificationSettings } from '@kontuar/contracts'
import type { Scenario, createAnswer } from './answer.ts'
import { ago } from './people.ts'
import { paged, type World } from './tickets.ts'

export function answerNotifications(on: ReturnType<typeof createAnswer>, scenario: Scenario, world: World): void {
  let next = 0
  const notice = (kind: Notification['kind'], ticketId: string | null, at: number, detail: Record<string, unknown>, read = false, urgent = false): Notification => {
    const ticket = ticketId === null ? undefined : world.tickets.find(({ id }) => id === ticketId)
    return { id: `nt${(next += 1)}`, kind, ticketId, ticketNumber: ticket?.number ?? null, ticketSubject: ticket?.subject ?? null, interactionId: null, detail, taskTitle: typeof detail['title'] === 'string' ? detail['title'] : null, urgent, at: ago(at), readAt: read ? ago(at - 1) : null }
  }
  const told: Notification[] = scenario.empty ? [] : [
    notice('customer-answered', 'k3', 3, { count: 3 }),
    notice('assigned', 'k4', 9, { mode: 'least-loaded', because: { code: 'least-loaded', open: 3 } }),
    notice('sla-breach', 'k1', 22, { clock: 'next-response', dueAt: ago(22), policy: 'Standardowa' }, false, true),
    notice('mentioned', 'k2', 48, { by: 's2' }),
    notice('task-due', 'k5', 55, { taskId: 'z1', kind: 'call-back', dueAt: ago(55), title: 'Oddzwonić w sprawie reklamacji' }),
    notice('task-late', null, 62, { taskId: 'z5', kind: 'call-back', dueAt: ago(60 * 27), ownerId: 's2', because: { code: 'team-manager', name: 'Recepcja' }, title: 'Перезвонить и подтвердить запись' }),
    notice('task-due', null, 75, { taskId: 'z3', kind: 'task', what: 'reminder', dueAt: ago(-60 * 26), title: 'Sprawdzić w hurtowni, czy nowa partia peelingu ma już atest' }),
    notice('legal-reminder', 'k8', 130, { what: 'days-left', daysLeft: 3, lastDay: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10), basisCode: 'pl-consumer' }, true),
    notice('sla-warning', 'k7', 190, { clock: 'first-response', dueAt: ago(-60), policy: 'Standardowa' }, true),
    notice('escalation', 'k6', 300, { clock: 'resolution', dueAt: ago(240), policy: 'Standardowa' }, true),
    notice('given-back', null, 400, { staffId: 's3', tickets: 5, code: 'away' }, true),
    notice('task-due', null, 1500, { taskId: 'z4', kind: 'task', dueAt: ago(1500) }, true),
    notice('assigned', 'k9', 1600, { mode: 'hand', because: { code: 'given' } }, true),
  ]
  const unread = () => told.filter(({ readAt }) => readAt === null)
  on(routes.listNotifications, ({ query }) => paged(told.filter(({ readAt }) => query.unread === undefined || (readAt === null) === query.unread), query))
  on(routes.countNotifications, () => ({ unread: unread().length, limit: 100 }))
  on(routes.readNotifications, ({ body }) => {
    const from = told.findIndex(({ id }) => id === body.upTo)
    for (const [index, each] of told.entries()) if (body.ids?.includes(each.id) || (body.ticketId !== undefined && each.ticketId === body.ticketId) || (from >= 0 && index >= from)) each.readAt ??= ago(0)
    return { ok: true as const }
  })

  const roads = (push: boolean, mail = false) => ({ app: true, push, mail })
  const settings: NotificationSettings = {
    kinds: { 'assigned': roads(true), 'mentioned': roads(true), 'customer-answered': roads(false, true), 'sla-warning': roads(false), 'sla-breach': roads(true), 'escalation': roads(true), 'legal-reminder': roads(true), 'task-due': roads(true), 'task-late': roads(true), 'alert': roads(true), 'recovery': roads(true), 'report': roads(false), 'given-back': roads(false) },
    quiet: scenario.empty ? null : { from: '20:00', to: '07:00', days: [1, 2, 3, 4, 5, 6, 7] }, digest: scenario.empty ? null : { at: '08:00', days: [1, 2, 3, 4, 5] }, mail: { canSend: !scenario.empty },
    push: {
      publicKey: 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
      browsers: scenario.empty ? [] : [
        { id: 'b1', userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36', createdAt: ago(60 * 24 * 12), failedAt: null },
        { id: 'b2', userAgent: 'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', createdAt: ago(60 * 24 * 40), failedAt: ago(60 * 5) },
      ],
    },
  }
  on(routes.getNotificationSettings, () => settings)
  on(routes.setNotificationSettings, ({ body }) => Object.assign(settings, body, { kinds: { ...settings.kinds, ...body.kinds } }))
  on(routes.subscribePush, () => {
    settings.push.browsers.push({ id: 'b9', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36', createdAt: ago(0), failedAt: null })
    return { id: 'b9' }
  })
  on(routes.unsubscribePush, ({ params }) => {
    settings.push.browsers = settings.push.browsers.filter(({ id }) => id !== params.id)
    return { ok: true as const }
  })
  const pauses = new Map<string, string | null>(scenario.empty ? [] : [['alert-rule:01a22951-cb0a-7000-bbef-21d60b3bcb26', ago(-60 * 24 * 6)], ['report:01a22951-cb0a-7000-bbef-21d60b3bcb27', null]])
  on(routes.listPauses, () => ({ items: [...pauses].map(([subject, until]) => ({ subject, until })), next: null }))
  on(routes.setPause, ({ body }) => { pauses.set(body.subject, body.until); return body })
  on(routes.endPause, ({ params }) => { pauses.delete(params.subject); return { ok: true as const } })
  on(routes.tryPush, () => ({ ok: true as const }))
}
