// Skills and capacity as the form holds them, and as they are sent.
import type { Ability } from '@kontuar/contracts'

export interface AbilityValues { languages: string[]; channels: string[]; products: string[]; total: number | string; limits: { channel: string; tickets: number | string }[]; shiftCalendarId: string | null }

export function valuesOf({ skills, capacity, shiftCalendarId }: Ability): AbilityValues {
  const of = (kind: Ability['skills'][number]['kind']) => skills.filter((skill) => skill.kind === kind).map(({ value }) => value)
  return { languages: of('language'), channels: of('channel'), products: of('product'), total: capacity.total ?? '', limits: Object.entries(capacity.byChannel).map(([channel, tickets]) => ({ channel, tickets })), shiftCalendarId }
}

/** An empty number is no limit; a line without a channel or number says nothing and is left out. */
export function abilityOf({ languages, channels, products, total, limits, shiftCalendarId }: AbilityValues): Ability {
  const skills = (kind: Ability['skills'][number]['kind'], values: readonly string[]) => values.map((value) => ({ kind, value }))
  return {
    skills: [...skills('language', languages), ...skills('channel', channels), ...skills('product', products)],
    capacity: { total: total === '' ? null : Number(total), byChannel: Object.fromEntries(limits.filter(({ channel, tickets }) => channel !== '' && tickets !== '').map(({ channel, tickets }) => [channel, Number(tickets)])) },
    shiftCalendarId,
  }
}
