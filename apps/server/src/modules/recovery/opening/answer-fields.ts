// What conditions of the closed loop may ask of a low answer.
import { checkConditions, cleanConditions, ConditionsError, fieldRegistry, toPredicate, type ConditionGroup, type FieldDefinition } from '@kontuar/conditions'
import { findPhrase } from '@kontuar/conditions/mentions'
import type { Conditions } from '@kontuar/contracts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { LowAnswer } from './read-low-answers.ts'

const never = 'null'
const id = (name: string, read: (a: LowAnswer) => string | null): FieldDefinition<LowAnswer> => ({ name, type: 'choice', ids: 'uuid', sql: never, read })
const word = (name: string, read: (a: LowAnswer) => string | null): FieldDefinition<LowAnswer> => ({ name, type: 'choice', sql: never, read })

/** As rules of alerts have them. */
export const tones = ['low', 'middle', 'high']

export const answerFields = fieldRegistry<FieldDefinition<LowAnswer>>([
  { name: 'score', type: 'number', range: { min: 0, max: 10 }, sql: never, read: (a) => a.score }, { ...word('tone', (a) => a.tone), known: new Set(tones) } as FieldDefinition<LowAnswer>, word('metric', (a) => a.metric), { name: 'text', type: 'text', sql: never, read: (a) => a.comment, mentions: findPhrase },
  id('surveyId', (a) => a.survey_id), id('touchpointId', (a) => a.touchpoint_id), id('locationId', (a) => a.location_id), id('queueId', (a) => a.queue_id), id('teamId', (a) => a.team_id),
  { name: 'staffId', type: 'person', ids: 'uuid', sql: never, read: (a) => a.staff_id }, id('reasonId', (a) => a.reason_id), word('channel', (a) => a.channel), word('language', (a) => a.language),
  { name: 'customerTagIds', type: 'choices', ids: 'uuid', sql: never, read: (a) => a.customer_tag_ids },
])

/** @throws Refusal `invalid-input` with the first thing that is wrong */
export function checkWhere(where: Conditions): Conditions {
  const problem = checkConditions(where, answerFields)[0]
  if (problem !== undefined) throw new Refusal('invalid-input', `The conditions cannot be used: ${problem.sentence}`, { where: problem.sentence })
  return cleanConditions(where as ConditionGroup) as Conditions
}

interface Meant { holds: (answer: LowAnswer) => boolean; /** False: nobody understands the condition any more. */ isUsable: boolean }

/** A stored condition that is understood no more lets every low score open a loop: one too many is closed in a moment, one too few is a customer lost. */
export function whoIsMeant(where: Conditions | null, timeZone: string): Meant {
  if (where === null) return { holds: () => true, isUsable: true }
  try {
    return { holds: toPredicate(where as ConditionGroup, answerFields, { now: new Date(), timeZone, me: null }), isUsable: true }
  } catch (error) {
    if (error instanceof ConditionsError) return { holds: () => true, isUsable: false }
    throw error
  }
}
