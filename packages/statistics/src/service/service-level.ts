import { assertCount } from '../count.ts'
import { wilson, type Share } from '../wilson.ts'

/**
 * How those count who gave up within the time T.
 * `without-early-abandons`: not at all: answered within T / (answered + abandoned after T). The usual one.
 * `early-abandons-met`: as served in time: (answered within T + abandoned within T) / offered.
 * `of-offered`: as missed: answered within T / offered.
 * `of-answered`: nobody who gave up counts, early or late: answered within T / answered.
 */
export type ServiceLevelVariant = 'without-early-abandons' | 'early-abandons-met' | 'of-offered' | 'of-answered'

export interface ServiceLevel extends Share {
  variant: ServiceLevelVariant
  met: number
  n: number
}

export interface WaitingCounts {
  answered: number
  /** Of the answered, those within T; T itself included. */
  answeredWithin: number
  abandoned: number
  /** Of the abandoned, those within T. */
  abandonedWithin: number
}

/**
 * The share served in time, in one of the published readings; offered are answered and abandoned together. Null where the chosen
 * reading has nothing below the line.
 * @throws RangeError unless counts are whole with each part at most its whole, the variant is known and 0 < confidence < 1.
 */
export function serviceLevel({ answered, answeredWithin, abandoned, abandonedWithin, variant = 'without-early-abandons', confidence = 0.95 }: WaitingCounts & { variant?: ServiceLevelVariant, confidence?: number }): ServiceLevel | null {
  for (const [name, count] of Object.entries({ answered, answeredWithin, abandoned, abandonedWithin })) assertCount(name, count)
  if (answeredWithin > answered) throw new RangeError(`Of ${answered} answered at most as many are in time; it was ${answeredWithin}.`)
  if (abandonedWithin > abandoned) throw new RangeError(`Of ${abandoned} abandoned at most as many are within the time; it was ${abandonedWithin}.`)
  const readings: Record<ServiceLevelVariant, [met: number, n: number]> = {
    'without-early-abandons': [answeredWithin, answered + abandoned - abandonedWithin],
    'early-abandons-met': [answeredWithin + abandonedWithin, answered + abandoned],
    'of-offered': [answeredWithin, answered + abandoned],
    'of-answered': [answeredWithin, answered],
  }
  if (!Object.hasOwn(readings, variant)) throw new RangeError(`The service level is one of ${Object.keys(readings).join(', ')}; it was ${variant}.`)
  const [met, n] = readings[variant]
  const share = wilson(met, n, confidence)
  return share && { variant, met, n, ...share }
}
