import type { ConditionField } from '@kontuar/contracts'
import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBuilder } from './builder-context.ts'
import { shapeOf } from './condition-tree.ts'

const equality = new Set(['=', '!=', 'in', 'notIn'])

/** One or several of the field's choices; for people also "me", and "nobody" where the field may be empty. */
export function ChoicesValue({ field, label, operator, value, change }: { field: ConditionField; label: string; operator: string; value: unknown; change: (value: unknown) => void }) {
  const { t } = useTranslation('conditions')
  const { choicesOf, me } = useBuilder()
  const chosen = (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string' && each !== '')
  const choices = choicesOf(field).filter(({ id, retired }) => !retired || chosen.includes(id))
  const data = [
    ...(field.type === 'person' && me ? [{ value: '@me', label: t('me') }] : []),
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
    ...(equality.has(operator) && field.operators.includes('null') ? [{ value: '@none', label: field.type === 'person' ? t('nobody') : t('none') }] : []),
  ]
  const strange = chosen.filter((id) => !data.some((each) => each.value === id)).map((id) => ({ value: id, label: choices.length === 0 ? '…' : t('goneChoice') }))
  const many = shapeOf(operator) !== 'one'
  return (
    <MultiSelect
      size="xs"
      aria-label={label}
      data={[...data, ...strange]}
      value={chosen}
      onChange={(next) => change(many ? next : (next.at(-1) ?? ''))}
      searchable={data.length > 6}
      nothingFoundMessage={t('nothingFound')}
      placeholder={chosen.length === 0 ? t('choose') : undefined}
      maxDropdownHeight={320}
      hidePickedOptions={false}
    />
  )
}
