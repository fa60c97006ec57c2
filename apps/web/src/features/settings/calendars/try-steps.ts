import type { CalendarTrial } from '@kontuar/contracts'
import type { TFunction } from 'i18next'
import type { Static } from 'typebox'
import { durationText } from './when.ts'

export type Step = Static<typeof CalendarTrial>['steps'][number]

/** One step of the answer: what was at that time, and how much of it counted. */
export function stepWords({ kind, name, countedSeconds }: Step, t: TFunction<'times'>): string {
  const counted = countedSeconds > 0 ? t('step.counted', { time: durationText(countedSeconds) }) : t('step.notCounted')
  switch (kind) {
    case 'open': return t('step.open', { counted })
    case 'closed': return t('step.closed')
    case 'holiday': return t('step.holiday', { name: name ?? '' })
    case 'exception': return name ? t('step.exceptionNamed', { name, counted }) : t('step.exception', { counted })
    case 'stretch': return t('step.stretch', { counted })
    default: return name ? `${name}: ${counted}` : counted
  }
}
