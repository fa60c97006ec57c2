// The form of a touchpoint: what stands in it and what is sent of it. Pure.
import type { Touchpoint, TouchpointDefinition, Trigger } from '@kontuar/contracts'
import { delayMinutes, hasTicket, roadsKey, roadsOf, splitDelay, type DelayUnit } from '../sentence/asking-shape.ts'

export interface TouchpointValues {
  surveyId: string | null
  trigger: Trigger
  name: string
  interactionKinds: TouchpointDefinition['interactionKinds']
  channels: string[]
  conditions: NonNullable<TouchpointDefinition['conditions']>
  delayAmount: number | string
  delayUnit: DelayUnit
  roads: ReturnType<typeof roadsKey>
  /** In percent. */
  share: number | string
  ownRest: boolean
  restDays: number | string
  openComplaint: boolean
  minors: boolean
  active: boolean
}

/** As the server completes what is left out. */
const usual: TouchpointDefinition = { interactionKinds: [], channels: [], conditions: null, roads: ['email'], delayMinutes: 60, sampleShare: 1, restDays: null, exclude: { openComplaint: true, minors: true } }

/** @param usualRest what a rest of one's own begins with, in days */
export function valuesOf(touchpoint: Touchpoint | null, surveyId: string | null, usualRest = 30): TouchpointValues {
  const { interactionKinds, channels, conditions, delayMinutes: minutes, roads, sampleShare, restDays, exclude } = touchpoint?.definition ?? usual
  const { amount, unit } = splitDelay(minutes)
  return {
    surveyId: touchpoint?.surveyId ?? surveyId, trigger: touchpoint?.trigger ?? 'ticket-closed', name: touchpoint?.name ?? '', interactionKinds, channels, conditions: conditions ?? { combinator: 'and', rules: [] },
    delayAmount: amount, delayUnit: unit, roads: roadsKey(roads), share: Math.round(sampleShare * 1000) / 10, ownRest: restDays !== null, restDays: restDays ?? usualRest, ...exclude, active: touchpoint?.active ?? true,
  }
}

/** What does not apply to the trigger is left out, whatever was chosen before the trigger changed. */
export function definitionOf(values: TouchpointValues): TouchpointDefinition {
  const ofTicket = hasTicket(values.trigger)
  return {
    interactionKinds: values.trigger === 'interaction-recorded' ? values.interactionKinds : [],
    channels: ofTicket ? values.channels : [],
    conditions: ofTicket && values.conditions.rules.length > 0 ? values.conditions : null,
    roads: roadsOf(values.roads),
    delayMinutes: delayMinutes(Number(values.delayAmount), values.delayUnit),
    sampleShare: Number(values.share) / 100,
    restDays: values.ownRest ? Number(values.restDays) : null,
    exclude: { openComplaint: values.openComplaint, minors: values.minors },
  }
}

const longestDelay = 525_600

export const faults = {
  survey: ({ surveyId }: TouchpointValues) => surveyId === null,
  name: ({ name }: TouchpointValues) => name.trim() === '',
  delay: ({ delayAmount, delayUnit }: TouchpointValues) => delayAmount === '' || !(Number(delayAmount) >= 0) || delayMinutes(Number(delayAmount), delayUnit) > longestDelay,
  share: ({ share }: TouchpointValues) => share === '' || !(Number(share) > 0 && Number(share) <= 100),
  rest: ({ ownRest, restDays }: TouchpointValues) => ownRest && (restDays === '' || !(Number(restDays) >= 0 && Number(restDays) <= 3650)),
}
/** Whether the sentence and the trial can be made of what stands in the form. */
export const isReadable = (values: TouchpointValues): boolean => !faults.delay(values) && !faults.share(values) && !faults.rest(values)
