import { Select, type ComboboxItem, type OptionsFilter, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { searchTree, treeRows, type Node } from './tree.ts'
import classes from './pickers.module.css'

export interface TreePickerProps extends Omit<SelectProps, 'data' | 'filter' | 'renderOption' | 'value' | 'onChange'> {
  nodes: readonly Node[]
  value: string | null
  change: (id: string | null) => void
}

/** One of a tree, with search. Branches can be chosen as well as leaves. */
export function TreePicker({ nodes, value, change, ...input }: TreePickerProps) {
  const { t } = useTranslation()
  const rows = useMemo(() => treeRows(nodes, value), [nodes, value])
  const rowOf = (id: string) => rows.find((row) => row.id === id)
  const filter: OptionsFilter = ({ options, search }) => {
    const kept = new Set(searchTree(rows, search).map(({ id }) => id))
    return options.filter((option) => kept.has((option as ComboboxItem).value))
  }
  return (
    <Select
      searchable
      openOnFocus={false}
      clearable
      clearButtonProps={{ 'aria-label': t('picker.clear') }}
      nothingFoundMessage={t('picker.nothing')}
      placeholder={t('picker.choose')}
      comboboxProps={{ width: 280, position: 'bottom-end' }}
      {...input}
      data={rows.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={change}
      filter={filter}
      title={value === null ? undefined : rowOf(value)?.path.join(' › ')}
      renderOption={({ option }) => <span className={classes.option} style={{ paddingInlineStart: (rowOf(option.value)?.depth ?? 0) * 16 }}>{option.label}</span>}
    />
  )
}
