// What somebody can do, as it is stored: languages by their canonical tag, each skill once.
import type { Ability } from '@kontuar/contracts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { isId } from '../../../../platform/id.ts'

const channel = /^[a-z][a-z0-9-]{0,39}$/

/** @throws Refusal `invalid-input` with one sentence for the first thing that cannot be */
export function checkAbility({ skills, capacity, shiftCalendarId }: Ability): Ability {
  const seen = new Map(skills.map(checkSkill).map((s) => [`${s.kind} ${s.value}`, s]))
  for (const [name, tickets] of Object.entries(capacity.byChannel)) {
    if (!channel.test(name)) throw new Refusal('invalid-input', `"${name.slice(0, 40)}" is not a channel: write it as tickets carry it, for example email.`, { capacity: 'names an unknown channel' })
    if (capacity.total !== null && tickets > capacity.total) {
      throw new Refusal('invalid-input', `${tickets} tickets by ${name} are more than the ${capacity.total} allowed over all channels: raise the total or lower the channel.`, { capacity: 'a channel allows more than all channels together' })
    }
  }
  return { skills: [...seen.values()], capacity, shiftCalendarId }
}

function checkSkill({ kind, value }: Ability['skills'][number]): Ability['skills'][number] {
  if (kind === 'channel') {
    if (!channel.test(value)) throw new Refusal('invalid-input', `"${value.slice(0, 40)}" is not a channel: write it as tickets carry it, for example email.`, { skills: 'names an unknown channel' })
    return { kind, value }
  }
  if (kind === 'product') {
    if (!isId(value)) throw new Refusal('invalid-input', 'A product is named by the id of its tag: choose a tag from the list.', { skills: 'names an unknown tag' })
    return { kind, value: value.toLowerCase() }
  }
  try {
    return { kind, value: Intl.getCanonicalLocales(value)[0]! }
  } catch {
    throw new Refusal('invalid-input', `"${value.slice(0, 40)}" is not a language: write its tag, for example pl, ru or en.`, { skills: 'names an unknown language' })
  }
}
