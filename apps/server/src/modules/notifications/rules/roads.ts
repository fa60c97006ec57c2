// By which roads a person is told what, until they say otherwise.
import { notificationKinds, type NotificationKind } from '@kontuar/contracts'

export interface Roads { app: boolean; push: boolean; mail: boolean }
/** What a person has set; what is missing is the default. */
export interface StoredSettings {
  kinds?: Partial<Record<NotificationKind, Roads>>
  quiet?: Quiet | null
  digest?: { at: string; days: number[] } | null
}
/** `from` and `to` are HH:MM where the person is; `days` those on which quiet begins, Monday is 1. */
export interface Quiet { from: string; to: string; days: number[] }

/** What cannot wait until somebody looks at the screen; the others would teach people to switch push off. */
const pushed: ReadonlySet<NotificationKind> = new Set(['assigned', 'mentioned', 'sla-breach', 'escalation', 'legal-reminder', 'task-due', 'task-late', 'alert', 'recovery'])

export const defaultRoads = (kind: NotificationKind): Roads => ({ app: true, push: pushed.has(kind), mail: false })
export const roadsOf = (settings: StoredSettings | null, kind: NotificationKind): Roads => settings?.kinds?.[kind] ?? defaultRoads(kind)
export const allRoads = (settings: StoredSettings | null): Record<NotificationKind, Roads> =>
  Object.fromEntries(notificationKinds.map((kind) => [kind, roadsOf(settings, kind)])) as Record<NotificationKind, Roads>
