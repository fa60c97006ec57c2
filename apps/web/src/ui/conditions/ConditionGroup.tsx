// Rules that hold together: all of them, any of them, or none.
import type { ConditionGroup as Group } from '@kontuar/conditions'
import { Button, CloseButton, Select } from '@mantine/core'
import { IconPlus, IconStack2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RuleGroupProps } from 'react-querybuilder'
import { useBuilder } from './builder-context.ts'
import { problemsAt } from './condition-problems.ts'
import { changeAt, isGroup } from './condition-tree.ts'
import { Problems } from './Problems.tsx'
import classes from './conditions.module.css'

const joins = ['and', 'or', 'not-or', 'not-and'] as const
type Join = (typeof joins)[number]
const deepest = 4

export function ConditionGroup({ ruleGroup, path, schema, actions, translations }: RuleGroupProps) {
  const { t } = useTranslation('conditions')
  const { problems, whenEmpty } = useBuilder()
  const group = ruleGroup as unknown as Group
  const { rule: RuleElement, ruleGroup: GroupElement } = schema.controls
  const join: Join = `${group.not ? 'not-' : ''}${group.combinator}`
  const setJoin = (value: Join) => {
    const [combinator, not] = [value.replace('not-', '') as 'and' | 'or', value.startsWith('not-')]
    schema.dispatchQuery(changeAt(schema.getQuery() as unknown as Group, path, (node) => ({ ...(node as Group), combinator, not })) as never)
  }
  const root = path.length === 0
  return (
    <div className={classes.group} role="group" aria-label={t(`join.${join}`)} data-nested={!root || undefined}>
      {(group.rules.length > 1 || !root || group.not === true) && (
        <div className={classes.head}>
          <Select
            size="xs"
            className={classes.join}
            aria-label={t('join.label')}
            data={joins.filter((each) => each !== 'not-and' || join === 'not-and').map((each) => ({ value: each, label: t(`join.${each}`) }))}
            value={join}
            onChange={(value) => value && setJoin(value as Join)}
          />
          {!root && <CloseButton size="sm" className={classes.remove} aria-label={t('removeGroup')} title={t('removeGroup')} onClick={() => actions.onGroupRemove(path)} />}
        </div>
      )}
      {root && group.rules.length === 0 && <p className={classes.none}>{whenEmpty}</p>}
      {group.rules.length > 0 && (
        <ul className={classes.rules}>
          {ruleGroup.rules.map((node, index) => {
            if (typeof node === 'string') return null
            const given = { schema, actions, translations, path: [...path, index], id: node.id ?? '' }
            return (
              <li key={node.id ?? index} className={classes.item}>
                {isGroup(node) ? <GroupElement {...given} ruleGroup={node as never} /> : <RuleElement {...given} rule={node as never} />}
              </li>
            )
          })}
        </ul>
      )}
      <Problems problems={problemsAt(problems, path)} />
      <div className={classes.add}>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.5} />} onClick={() => actions.onRuleAdd(schema.createRule(), path)}>{t('addRule')}</Button>
        {path.length < deepest && group.rules.length > 0 && (
          <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconStack2 size={15} stroke={1.5} />} onClick={() => actions.onGroupAdd(schema.createRuleGroup(), path)}>{t('addGroup')}</Button>
        )}
      </div>
    </div>
  )
}
