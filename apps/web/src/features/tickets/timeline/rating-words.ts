// A rating in short words. Pure.
import type { Rating } from '@kontuar/contracts'

const roads = ['email', 'sms', 'link', 'qr', 'kiosk', 'website', 'embedded', 'api', 'agent'] as const
export type RatingRoad = (typeof roads)[number]

/** Null for a road that this version has no word for. */
export const roadOf = (rating: Rating): RatingRoad | null => roads.find((road) => road === rating.road) ?? null

/** "9 / 10", without a known scale "9"; null when nothing was scored. */
export function scoreOf({ value, scale }: Pick<Rating, 'value' | 'scale'>, locale: string): string | null {
  if (value === null) return null
  const written = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { maximumFractionDigits: 1 })
  return scale === null ? written.format(value) : `${written.format(value)} / ${written.format(scale.max)}`
}
