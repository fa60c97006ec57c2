import type { ConditionGroup as Group } from '@kontuar/conditions'
import type { ConditionField, Conditions } from '@kontuar/contracts'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryBuilder, prepareRuleGroup, type ControlElementsProp, type FullField, type RuleGroupType } from 'react-querybuilder'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { BuilderContext } from './builder-context.ts'
import { ConditionGroup } from './ConditionGroup.tsx'
import { ConditionRule } from './ConditionRule.tsx'
import type { ConditionsFieldProps } from './ConditionsField.tsx'
import { checkHere, serverProblems } from './condition-problems.ts'
import { forEditing, forSaving, ruleFor, rulesIn } from './condition-tree.ts'
import { useChoices } from './use-choices.ts'
import classes from './conditions.module.css'

const controls = { rule: ConditionRule, ruleGroup: ConditionGroup } as unknown as ControlElementsProp<FullField, string>
const translations = {}

const edited = (value: Conditions, fields: ReadonlyMap<string, ConditionField>) => prepareRuleGroup(forEditing(value as unknown as Group, fields) as unknown as RuleGroupType)

export function Builder({ label, value, onChange, fields, error, checked = false, me = true, whenEmpty, about }: ConditionsFieldProps) {
  const { t } = useTranslation('conditions')
  const byName = useMemo(() => new Map(fields.map((field) => [field.name, field])), [fields])
  const [query, setQuery] = useState(() => edited(value, byName))
  // Another value than the one we told: the page was filled anew.
  const told = useRef(value)
  useEffect(() => {
    if (told.current === value) return
    told.current = value
    setQuery(edited(value, byName))
  }, [value, byName])

  const change = (next: RuleGroupType) => {
    const saved = forSaving(next as unknown as Group) as unknown as Conditions
    told.current = saved
    setQuery(next)
    onChange(saved)
  }
  const used = useMemo(() => rulesIn(query).flatMap(({ field }) => byName.get(field) ?? []), [query, byName])
  const choicesOf = useChoices(used)
  const problems = useMemo(() => [...(checked ? checkHere(value, fields, { me }) : []), ...serverProblems(error)], [checked, value, fields, me, error])
  // The package makes a landmark of each builder and takes no name for it; two on a page must be told apart.
  const field = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => field.current?.querySelector('[role=form]')?.setAttribute('aria-label', label), [label])
  const first = fields.find(({ name }) => name === 'status') ?? fields[0]!

  return (
    <BuilderContext value={{ fields, byName, choicesOf, problems, me, whenEmpty: whenEmpty ?? t('empty'), about: about ?? t('ofTicket') }}>
      <fieldset ref={field} className={classes.field}>
        <legend className={classes.legend}>{label}</legend>
        <QueryBuilder
          query={query}
          onQueryChange={change as never}
          enableMountQueryChange={false}
          fields={fields.map(({ name, label }) => ({ name, value: name, label })) as FullField[]}
          getOperators={(name) => (byName.get(name)?.operators ?? []).map((each) => ({ name: each, value: each, label: each }))}
          onAddRule={(rule) => ({ ...rule, ...ruleFor(first) })}
          addRuleToNewGroups
          controlElements={controls}
          translations={translations}
          suppressStandardClassnames
          listsAsArrays
        />
      </fieldset>
    </BuilderContext>
  )
}
