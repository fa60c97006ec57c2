/*
 * The last day to answer a complaint, and how it was counted. A day lasts to its midnight where the organization is, so
 * `dueAt` is the first instant of the next day and itself too late: an answer is in time when it was sent before it.
 */
import { endOfDay, endOfTerm, type HolidayLanguage, type TermEnd, type TermStep } from '@kontuar/calendar'
import type { LegalBasis, LegalDeadline } from '@kontuar/contracts'

export type LegalTerm = LegalBasis['term']

export interface CountedTerm { lastDay: string; dueAt: number; internalDay: string | null; internalDueAt: number | null; steps: LegalDeadline['steps'] }

/** @throws CalendarError when the term ends beyond what is counted, or its country has no known holidays */
export function countTerm(basis: { term: LegalTerm; internal_target: LegalTerm | null }, receivedOn: string, timeZone: string, language: HolidayLanguage): CountedTerm {
  const term = ended(basis.term, receivedOn, language)
  const internal = basis.internal_target === null ? null : ended(basis.internal_target, receivedOn, language)
  return {
    lastDay: term.endsOn, dueAt: endOfDay(term.endsOn, timeZone),
    internalDay: internal?.endsOn ?? null, internalDueAt: internal === null ? null : endOfDay(internal.endsOn, timeZone),
    steps: [...term.steps.map((s) => toStep(s, basis.term, language)), ...(internal === null ? [] : [{ kind: 'internal', on: internal.endsOn, note: notes[language].internal(basis.internal_target!) }])],
  }
}

const ended = ({ length, unit, rule, country }: LegalTerm, startOn: string, language: HolidayLanguage): TermEnd =>
  endOfTerm({ startOn, length, unit, rule, holidays: country === null || (rule === 'pl-civil-code' && country === 'PL') ? null : { country } }, language)

function toStep(step: TermStep, term: LegalTerm, language: HolidayLanguage): LegalDeadline['steps'][number] {
  const words = notes[language]
  const why = step.reason === 'holiday' ? (step.name ?? words.holiday) : step.reason === 'saturday' ? words.saturday : step.reason === 'sunday' ? words.sunday : null
  const text = step.kind === 'counted' ? words.counted(step.count ?? term.length, term.unit) : [words[step.kind], why].filter((w) => w !== null).join(': ')
  return { kind: step.kind, on: step.toOn, note: step.law === undefined ? text : `${text} (${step.law})` }
}

type Unit = LegalTerm['unit']
interface Words { event: string; skipped: string; moved: string; end: string; holiday: string; saturday: string; sunday: string; counted(n: number, unit: Unit): string; internal(term: LegalTerm): string }

const plural = (language: string, n: number, forms: Record<string, string>) => `${n} ${forms[new Intl.PluralRules(language).select(n)] ?? forms['other']}`
const units: Record<HolidayLanguage, Record<Unit, Record<string, string>>> = {
  pl: {
    days: { one: 'dzień', few: 'dni', other: 'dni' }, 'business-days': { one: 'dzień roboczy', few: 'dni robocze', other: 'dni roboczych' },
    weeks: { one: 'tydzień', few: 'tygodnie', other: 'tygodni' }, months: { one: 'miesiąc', few: 'miesiące', other: 'miesięcy' },
  },
  ru: {
    days: { one: 'день', few: 'дня', other: 'дней' }, 'business-days': { one: 'рабочий день', few: 'рабочих дня', other: 'рабочих дней' },
    weeks: { one: 'неделя', few: 'недели', other: 'недель' }, months: { one: 'месяц', few: 'месяца', other: 'месяцев' },
  },
  en: {
    days: { one: 'day', other: 'days' }, 'business-days': { one: 'working day', other: 'working days' }, weeks: { one: 'week', other: 'weeks' }, months: { one: 'month', other: 'months' },
  },
}
const counted = (language: HolidayLanguage) => (n: number, unit: Unit) => plural(language, n, units[language][unit])
const notes: Record<HolidayLanguage, Words> = {
  pl: { event: 'dzień otrzymania nie wlicza się', skipped: 'nie wlicza się', moved: 'termin nie może upłynąć w tym dniu', end: 'ostatni dzień na odpowiedź', holiday: 'święto', saturday: 'sobota', sunday: 'niedziela', counted: counted('pl'), internal: (t) => `cel wewnętrzny: ${counted('pl')(t.length, t.unit)}` },
  ru: { event: 'день получения не считается', skipped: 'не считается', moved: 'срок не может истечь в этот день', end: 'последний день для ответа', holiday: 'праздник', saturday: 'суббота', sunday: 'воскресенье', counted: counted('ru'), internal: (t) => `внутренняя цель: ${counted('ru')(t.length, t.unit)}` },
  en: { event: 'the day of receipt is not counted', skipped: 'not counted', moved: 'the term cannot end on this day', end: 'the last day to answer', holiday: 'holiday', saturday: 'Saturday', sunday: 'Sunday', counted: counted('en'), internal: (t) => `target of our own: ${counted('en')(t.length, t.unit)}` },
}
