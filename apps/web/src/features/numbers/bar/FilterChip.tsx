import { Checkbox, CloseButton, Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ConditionField } from '@kontuar/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from './use-choices-of.ts'
import classes from './bar.module.css'

interface Given { name: string; field: ConditionField; choices: readonly Choice[]; values: readonly string[]; opened: boolean; setOpened: (opened: boolean) => void; change: (values: string[]) => void; drop: () => void }

/** "Channel: chat, email" – a list to tick, and a way to take it off. */
export function FilterChip({ name, field, choices, values, opened, setOpened, change, drop }: Given) {
  const { t } = useTranslation('numbers')
  const [words, setWords] = useState('')
  const nameOf = (value: string) => (value === '@none' ? t('filters.none') : (choices.find(({ id }) => id === value)?.name ?? '…'))
  const said = values.length === 0 ? t('filters.choose') : values.length > 2 ? t('filters.several', { count: values.length }) : values.map(nameOf).join(', ')
  const folded = words.trim().toLocaleLowerCase()
  const offered = choices.filter(({ id, name: label, retired }) => (!retired || values.includes(id)) && label.toLocaleLowerCase().includes(folded))
  const none = field.operators.includes('null') && folded === ''
  const toggle = (value: string) => change(values.includes(value) ? values.filter((each) => each !== value) : [...values, value])
  // A chip that was begun and left without a choice was only a look.
  const close = (open: boolean) => { setOpened(open); if (!open) { setWords(''); if (values.length === 0) drop() } }
  return (
    <span className={classes.chip}>
      <Popover opened={opened} onChange={close} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.chipButton} aria-haspopup="dialog" aria-expanded={opened} title={values.map(nameOf).join(', ')} onClick={() => close(!opened)}>
            <span className={classes.chipName}>{name}:</span> <span className={classes.chipValue}>{said}</span> <IconChevronDown size={13} stroke={1.5} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={classes.choices} aria-label={name}>
          {choices.length > 8 && <TextInput size="xs" data-autofocus value={words} placeholder={t('filters.search')} aria-label={t('filters.search')} onChange={(event) => setWords(event.currentTarget.value)} />}
          <div className={classes.choiceList} role="group" aria-label={name}>
            {offered.map(({ id, name: label, depth }) => <Checkbox key={id} size="xs" label={label} checked={values.includes(id)} onChange={() => toggle(id)} style={{ paddingInlineStart: depth * 16 }} />)}
            {none && <Checkbox size="xs" label={t('filters.none')} checked={values.includes('@none')} onChange={() => toggle('@none')} />}
            {offered.length === 0 && !none && <p className={classes.nothing}>{t('filters.nothing')}</p>}
          </div>
        </Popover.Dropdown>
      </Popover>
      {values.length > 0 && <CloseButton size="xs" aria-label={t('filters.drop', { name })} onClick={drop} />}
    </span>
  )
}
