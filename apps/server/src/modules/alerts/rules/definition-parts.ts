// What a definition holds, whatever its kind: conditions with what they are asked of, and ids it names.
import type { ConditionGroup } from '@kontuar/conditions'
import type { AlertRuleDefinition, AlertSubject } from '@kontuar/contracts'

interface AskedConditions { /** Where it stands in the definition. */ field: 'where' | 'fits' | 'among'; on: AlertSubject; group: ConditionGroup }

/** Conditions over occurrences; those of figures are asked of the numbers. */
export function conditionsOf(definition: AlertRuleDefinition): AskedConditions[] {
  const asked = (field: AskedConditions['field'], on: AlertSubject, group: unknown): AskedConditions[] => (group === null || group === undefined ? [] : [{ field, on, group: group as ConditionGroup }])
  switch (definition.kind) {
    case 'event': case 'silence': return asked('where', definition.on, definition.where)
    case 'sequence': return [...asked('fits', definition.on, definition.fits), ...asked('among', definition.on, definition.among)]
    case 'figure': case 'warning': return []
  }
}

/** Judged by the clock, rather than when something comes. */
export const isOfTicks = ({ kind }: AlertRuleDefinition): boolean => kind === 'figure' || kind === 'silence'
