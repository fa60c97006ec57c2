// A policy may only speak of what there is. Pure: what there is comes in.
import { checkConditions, cleanConditions, type ConditionGroup } from '@kontuar/conditions'
import type { SlaDefinition } from '@kontuar/contracts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { Category } from '../derive/types.ts'
import type { PolicyFields } from './policy-fields.ts'

export interface PolicyGround {
  fields: PolicyFields
  calendarIds: ReadonlySet<string>
  statuses: ReadonlyMap<string, { name: string; category: Category }>
  /** Active people. */
  staffIds: ReadonlySet<string>
}

const categories = new Set(['new', 'open', 'waiting', 'closed'])
const refuse = (sentence: string, field: string): never => { throw new Refusal('invalid-input', sentence, { [field]: sentence }) }

/** Answers the definition with nothing in it but what counts. @throws Refusal `invalid-input`, one sentence for the first mistake */
export function checkPolicy(definition: SlaDefinition, ground: PolicyGround): SlaDefinition {
  const [problem] = checkConditions(definition.conditions, ground.fields, { me: false })
  if (problem !== undefined) refuse(problem.sentence, ['definition/conditions', ...problem.path].join('/'))
  if (definition.calendarId !== null && !ground.calendarIds.has(definition.calendarId)) refuse('There is no such calendar, or it has been retired: choose another one, or none for that of the queue.', 'definition/calendarId')
  for (const key of Object.keys(definition.targets.statuses)) {
    const status = ground.statuses.get(key)
    if (status === undefined) refuse(`There is no status "${short(key)}": give a time only to statuses that exist.`, `definition/targets/statuses/${short(key)}`)
    else if (status.category === 'closed') refuse(`"${status.name}" is a closed status, in which nothing waits: leave out its time.`, `definition/targets/statuses/${short(key)}`)
  }
  for (const key of definition.pausesIn) {
    if (!categories.has(key) && !ground.statuses.has(key)) refuse(`There is no status or category "${short(key)}" in which a clock could pause: choose another.`, 'definition/pausesIn')
  }
  definition.escalations.forEach((e, i) => checkEscalation(e, `definition/escalations/${i}`, ground))
  return { ...definition, conditions: cleanConditions(definition.conditions as ConditionGroup) as unknown as SlaDefinition['conditions'], pausesIn: [...new Set(definition.pausesIn)] }
}

function checkEscalation({ act, to, title }: SlaDefinition['escalations'][number], field: string, { staffIds }: PolicyGround) {
  if (act === 'reassign') {
    if (to === undefined) return refuse('A step that reassigns has to say to whom: a person, or `queue` to give the ticket back.', `${field}/to`)
    if (to === 'owner' || to === 'manager') return refuse('A ticket is reassigned to one person, or given back to its `queue`: choose one of the two.', `${field}/to`)
  }
  if (act === 'raise-priority' && to !== undefined) return refuse('A step that raises the priority is sent to nobody: leave out "to".', `${field}/to`)
  if (title !== undefined && act !== 'task') return refuse('Only a task has a title: leave it out.', `${field}/title`)
  if (to !== undefined && !['owner', 'manager', 'queue'].includes(to) && !staffIds.has(to)) refuse('An escalation goes to owner, manager, queue or an active person: choose one of them.', `${field}/to`)
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
