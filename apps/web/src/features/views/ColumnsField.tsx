import { Button, CloseButton, Select } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAllColumns, usualColumns } from '../tickets/list/index.ts'
import classes from './view-form.module.css'

/** Which columns, in which order: moved by buttons, so that a keyboard and a thumb can do it too. */
export function ColumnsField({ value, change }: { value: string[] | null; change: (columns: string[] | null) => void }) {
  const { t } = useTranslation('views')
  const all = useAllColumns()
  const chosen = (value ?? usualColumns).flatMap((name) => all.find((each) => each.name === name) ?? [])
  const names = chosen.map(({ name }) => name)
  const left = all.filter(({ name }) => !names.includes(name))
  const move = (index: number, step: 1 | -1) => {
    const next = [...names]
    next.splice(index + step, 0, ...next.splice(index, 1))
    change(next)
  }
  return (
    <fieldset className={classes.columns}>
      <legend>{t('page.columns')}</legend>
      <ol className={classes.chosen}>
        {chosen.map(({ name, label }, index) => (
          <li key={name} className={classes.column}>
            {index > 0 && <button type="button" className={classes.step} aria-label={t('columns.left', { column: label })} title={t('columns.left', { column: label })} onClick={() => move(index, -1)}><IconArrowLeft size={13} stroke={1.5} /></button>}
            <span>{label}</span>
            {index < chosen.length - 1 && <button type="button" className={classes.step} aria-label={t('columns.right', { column: label })} title={t('columns.right', { column: label })} onClick={() => move(index, 1)}><IconArrowRight size={13} stroke={1.5} /></button>}
            {chosen.length > 1 && <CloseButton size="xs" aria-label={t('columns.drop', { column: label })} onClick={() => change(names.filter((each) => each !== name))} />}
          </li>
        ))}
      </ol>
      <div className={classes.addColumn}>
        <Select size="xs" aria-label={t('columns.add')} placeholder={t('columns.add')} searchable value={null} data={left.map(({ name, label }) => ({ value: name, label }))} onChange={(name) => name && names.length < 30 && change([...names, name])} disabled={left.length === 0} />
        {value !== null && <Button variant="subtle" color="gray" size="compact-sm" onClick={() => change(null)}>{t('page.usualColumns')}</Button>}
      </div>
    </fieldset>
  )
}
