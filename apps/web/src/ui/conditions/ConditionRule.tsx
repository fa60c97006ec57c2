// One rule: field, operator, value. On a phone they stand below each other.
import type { ConditionGroup, ConditionRule as Rule } from '@kontuar/conditions'
import { CloseButton, Select } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleProps } from 'react-querybuilder'
import { useBuilder } from './builder-context.ts'
import { problemsAt } from './condition-problems.ts'
import { changeAt, offered, ruleFor, withOperator } from './condition-tree.ts'
import { Problems } from './Problems.tsx'
import { useWords } from './use-words.ts'
import { ValueEditor } from './ValueEditor.tsx'
import classes from './conditions.module.css'

export function ConditionRule({ rule: given, path, schema, actions }: RuleProps) {
  const { t } = useTranslation('conditions')
  const { fields, byName, problems, about } = useBuilder()
  const { fieldName, operatorName } = useWords()
  const problemId = useId()
  const rule = given as unknown as Rule
  const field = byName.get(rule.field)
  const wrong = problemsAt(problems, path)
  const replace = (next: Rule) => schema.dispatchQuery(changeAt(schema.getQuery() as unknown as ConditionGroup, path, (node) => ({ ...node, ...next })) as never)
  const own = fields.filter(({ custom }) => custom)
  const known = fields.filter(({ custom }) => !custom).map((each) => ({ value: each.name, label: fieldName(each) }))
  const name = field ? fieldName(field) : rule.field
  return (
    <div className={classes.rule} data-wrong={wrong.length > 0 || undefined}>
      <Select
        size="xs"
        className={classes.what}
        aria-label={t('fieldLabel')}
        searchable
        openOnFocus={false}
        nothingFoundMessage={t('nothingFound')}
        maxDropdownHeight={320}
        data={[
          ...(field ? [] : [{ value: rule.field, label: t('gone', { name: rule.field }) }]),
          { group: about, items: known },
          ...(own.length > 0 ? [{ group: t('ownFields'), items: own.map((each) => ({ value: each.name, label: each.label })) }] : []),
        ]}
        value={rule.field}
        onChange={(value) => {
          const chosen = byName.get(value ?? '')
          if (chosen && chosen.name !== rule.field) replace(ruleFor(chosen))
        }}
        error={wrong.length > 0}
        aria-describedby={wrong.length > 0 ? problemId : undefined}
      />
      {field && (
        <Select
          size="xs"
          className={classes.how}
          aria-label={t('operatorLabel', { field: name })}
          data={offered(field, rule.operator).map((each) => ({ value: each, label: operatorName(field, each) }))}
          value={rule.operator}
          onChange={(value) => value && replace(withOperator(rule, value, field))}
          maxDropdownHeight={320}
        />
      )}
      <div className={classes.value}>{field && <ValueEditor field={field} name={name} rule={rule} change={(value) => replace({ ...rule, value })} />}</div>
      <CloseButton size="sm" className={classes.remove} aria-label={t('removeRule', { field: name })} title={t('removeRule', { field: name })} onClick={() => actions.onRuleRemove(path)} />
      <Problems problems={wrong} id={problemId} />
    </div>
  )
}
