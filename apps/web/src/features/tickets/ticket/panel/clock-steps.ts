// "Due Tue 10:20 because…": each step of a clock as one readable line.
import type { Locale, ResponseOf, listClocks } from '@kontuar/contracts'
import type { TFunction } from 'i18next'

export type ExplainedClock = ResponseOf<typeof listClocks>['items'][number]
export type ClockStep = ExplainedClock['steps'][number]
export interface StepLine { when: string; words: string; counted: boolean }

interface Words { t: TFunction<'ticket'>; locale: Locale; timeZone: string; duration: (milliseconds: number) => string; statusName: (key: string) => string }

/** "Mon, 23 Nov 16:00–17:00"; the day is said again only when it changes. */
export function timeSpan(from: Date, to: Date, locale: Locale, timeZone: string): string {
  const region = locale === 'en' ? 'en-GB' : locale
  const day = (at: Date) => new Intl.DateTimeFormat(region, { timeZone, weekday: 'short', day: 'numeric', month: 'short' }).format(at)
  const time = (at: Date) => new Intl.DateTimeFormat(region, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
  if (from.getTime() === to.getTime()) return `${day(from)} ${time(from)}`
  return day(from) === day(to) ? `${day(from)} ${time(from)}–${time(to)}` : `${day(from)} ${time(from)} – ${day(to)} ${time(to)}`
}

export function stepLine(step: ClockStep, { t, locale, timeZone, duration, statusName }: Words): StepLine {
  const [from, to] = [new Date(step.from), new Date(step.to)]
  const time = duration(step.countedSeconds * 1000)
  const when = timeSpan(from, to, locale, timeZone)
  const counted = step.countedSeconds > 0
  switch (step.kind) {
    case 'closed':
      return { when, words: t('step.closed'), counted }
    case 'holiday': {
      const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, day: 'numeric', month: 'long' }).format(from)
      return { when: day, words: step.name ?? t('step.holiday'), counted }
    }
    case 'exception':
      return { when, words: [step.name ?? t('step.exception'), counted ? t('step.counted', { time }) : t('step.closed')].join(', '), counted }
    case 'paused':
      return { when, words: step.name === null ? t('step.paused') : t('step.pausedIn', { status: statusName(step.name) }), counted: false }
    case 'stopped':
      return { when: timeSpan(from, from, locale, timeZone), words: t('step.stopped'), counted: false }
    case 'late':
      return { when, words: t('step.late', { time }), counted: false }
    case 'started':
      return { when: timeSpan(from, from, locale, timeZone), words: t('step.started'), counted: false }
    case 'target':
      return { when: '', words: t('step.target', { time }), counted: false }
    case 'due':
      return { when: timeSpan(to, to, locale, timeZone), words: t('step.due'), counted: false }
    default:
      // open, elapsed, stretch, and what a newer server may say.
      return { when, words: counted ? t('step.counted', { time }) : (step.name ?? t('step.notCounted')), counted }
  }
}
