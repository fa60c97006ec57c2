// When and how often is asked, in the pieces that the words are made of. Pure.
import type { TouchpointDefinition, Trigger } from '@kontuar/contracts'

export const triggers = ['ticket-closed', 'interaction-recorded', 'complaint-decided', 'purchase', 'delivery', 'list', 'hand', 'api'] as const satisfies readonly Trigger[]
/** Something happens of itself: there is a past to try it on, and a delay after it. */
export const happens = (trigger: Trigger): boolean => trigger !== 'hand' && trigger !== 'api' && trigger !== 'list'
/** There is a ticket behind it that conditions and channels can ask about. */
export const hasTicket = (trigger: Trigger): boolean => trigger !== 'purchase' && trigger !== 'delivery' && trigger !== 'list'

export const delayUnits = ['minutes', 'hours', 'days'] as const
export type DelayUnit = (typeof delayUnits)[number]
const minutesOf: Record<DelayUnit, number> = { minutes: 1, hours: 60, days: 1440 }

/** In the largest unit that says it without a fraction: 120 is two hours, 90 is ninety minutes. */
export function splitDelay(minutes: number): { amount: number; unit: DelayUnit } {
  const unit = minutes === 0 ? 'minutes' : (delayUnits.findLast((each) => minutes % minutesOf[each] === 0) ?? 'minutes')
  return { amount: minutes / minutesOf[unit], unit }
}
export const delayMinutes = (amount: number, unit: DelayUnit): number => Math.round(amount * minutesOf[unit])

/** The shares that have a word of their own: every second, third, fourth, fifth, tenth. */
export const saidShares = [2, 3, 4, 5, 10] as const
export type ShareWords = { kind: 'all' } | { kind: 'one-in'; n: (typeof saidShares)[number] } | { kind: 'percent'; percent: number }
export function shareShape(share: number): ShareWords {
  if (share >= 1) return { kind: 'all' }
  const n = saidShares.find((each) => Math.abs(share - 1 / each) < 0.004)
  return n === undefined ? { kind: 'percent', percent: Math.round(share * 1000) / 10 } : { kind: 'one-in', n }
}

export const roadsKey = (roads: TouchpointDefinition['roads']): 'email' | 'sms' | 'email-sms' | 'sms-email' => roads.join('-') as 'email'
export const roadsOf = (key: ReturnType<typeof roadsKey>): TouchpointDefinition['roads'] => key.split('-') as TouchpointDefinition['roads']
