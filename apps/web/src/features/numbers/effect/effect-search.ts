import { present } from '../search/numbers-search.ts'

/** What the address of an effect says: a metric, what changed when, and where. */
export interface EffectSearch { metric?: string; mark?: string; at?: string; location?: string; queue?: string; days?: number }

const textOf = (given: unknown): string | undefined => (typeof given === 'string' && given.trim() !== '' ? given.slice(0, 80) : typeof given === 'number' ? String(given) : undefined)

export const readEffectSearch = (given: Record<string, unknown>): EffectSearch => present<EffectSearch>({
  metric: textOf(given['metric']), mark: textOf(given['mark']), at: typeof given['at'] === 'string' && !Number.isNaN(Date.parse(given['at'])) ? given['at'].slice(0, 40) : undefined,
  location: textOf(given['location']), queue: textOf(given['queue']), days: typeof given['days'] === 'number' && Number.isInteger(given['days']) && given['days'] >= 1 && given['days'] <= 366 ? given['days'] : undefined,
})
