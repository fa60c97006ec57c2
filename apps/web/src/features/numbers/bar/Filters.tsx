// The filter that acts on all tiles at once: each dimension chosen stands as a chip that opens its list again.
import { Button, Menu } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import type { ConditionField, Conditions } from '@kontuar/contracts'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConditionsSentence } from '../../../ui/conditions/ConditionsSentence.tsx'
import { useFields } from '../data/use-fields.ts'
import { readChosen, writeChosen, type Chosen } from '../search/where.ts'
import { useDimensionWords } from '../tiles/use-tile-words.ts'
import { FilterChip } from './FilterChip.tsx'
import { SentenceChip } from './SentenceChip.tsx'
import { inBar, shapeOf, useChoicesOf } from './use-choices-of.ts'
import classes from './bar.module.css'

/** `fixed`: what the dashboard itself asks, whoever looks. */
export function Filters({ where, fixed, mine = false, change }: { where: Conditions | null; fixed?: Conditions | null | undefined; /** Held to the reader's own work. */ mine?: boolean; change: (where: Conditions | null) => void }) {
  const { t } = useTranslation('numbers')
  const fields = useFields()
  const offered = useMemo(() => fields.filter(inBar), [fields])
  const { chosen, rest } = readChosen(where, new Set(offered.map(({ name }) => name)))
  const choicesOf = useChoicesOf(offered)
  const { nameOf } = useDimensionWords()
  // Chosen in the menu a moment ago, and still without a value.
  const [begun, setBegun] = useState<string | null>(null)
  const byName = new Map(offered.map((field) => [field.name, field]))
  const shape = (name: string) => shapeOf(byName.get(name))
  const put = (next: readonly Chosen[]) => change(writeChosen(next, shape, rest))
  const set = (name: string, values: readonly string[]) => put(chosen.some(({ field }) => field === name) ? chosen.map((each) => (each.field === name ? { field: name, values } : each)) : [...chosen, { field: name, values }])
  const shown: Chosen[] = [...chosen, ...(begun !== null && !chosen.some(({ field }) => field === begun) ? [{ field: begun, values: [] }] : [])]
  const free = offered.filter((field) => !shown.some((each) => each.field === field.name) && choicesOf(field).length > 0)
  const item = (field: ConditionField) => <Menu.Item key={field.name} onClick={() => setBegun(field.name)}>{nameOf(field.name)}</Menu.Item>
  const custom = free.filter(({ custom }) => custom)
  return (
    <div className={classes.filters} role="group" aria-label={t('filters')}>
      {mine && <span className={classes.fixed}>{t('filters.mine')}</span>}
      {fixed && fixed.rules.length > 0 && <div className={classes.fixed} title={t('filters.fixedHint')}>{t('filters.fixed')} <ConditionsSentence value={fixed} fields={fields} /></div>}
      {shown.map(({ field: name, values }) => {
        const field = byName.get(name)
        return field && <FilterChip key={name} name={nameOf(name)} field={field} choices={choicesOf(field)} values={values} opened={begun === name} setOpened={(open) => setBegun(open ? name : null)} change={(next) => set(name, next)} drop={() => { setBegun(null); put(chosen.filter((each) => each.field !== name)) }} />
      })}
      {rest && <SentenceChip where={rest} fields={fields} drop={() => change(writeChosen(chosen, shape, null))} />}
      {free.length > 0 && (
        <Menu position="bottom-start" loop withinPortal={false} floatingStrategy="fixed">
          <Menu.Target><Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconFilter size={15} stroke={1.5} aria-hidden />}>{t('filters.add')}</Button></Menu.Target>
          <Menu.Dropdown className={classes.menu}>
            {free.filter((field) => !field.custom).map(item)}
            {custom.length > 0 && <Menu.Label>{t('filters.custom')}</Menu.Label>}
            {custom.map(item)}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
