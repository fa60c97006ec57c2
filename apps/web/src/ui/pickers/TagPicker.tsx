// Tags as pills with a field behind them: typing searches, Enter takes what is offered, a new name makes a new tag.
import { createTag, type Tag } from '@kontuar/contracts'
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useTags } from '../../api/desk.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { ColourDot } from '../colour/ColourDot.tsx'
import { TagMark } from '../colour/TagMark.tsx'
import { problemText } from '../problem-text.ts'
import { folded } from './tree.ts'
import classes from './pickers.module.css'

interface Given { label: string; value: readonly string[]; change: (tagIds: string[]) => void; /** May add a tag nobody has used yet. */ mayCreate: boolean; disabled?: boolean }
const fresh = ':new'

export function TagPicker({ label, value, change, mayCreate, disabled = false }: Given) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const tags = useTags()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<unknown>(null)
  const field = useRef<HTMLInputElement>(null)
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption(), onDropdownOpen: () => list.updateSelectedOptionIndex('active') })
  const chosen = value.map((id) => tags.find((tag) => tag.id === id) ?? { id, name: '…', colour: 'grey' as const, retired: false })
  const words = folded(typed.trim())
  const offered = tags.filter((tag) => !tag.retired && !value.includes(tag.id) && folded(tag.name).includes(words))
  const isNew = mayCreate && words !== '' && !tags.some((tag) => folded(tag.name) === words)

  // Enter takes the first of what is shown now, which is drawn only after what was typed.
  const first = useEffectEvent(() => typed !== '' && list.selectFirstOption())
  useEffect(() => void first(), [typed, offered.length])

  const take = async (id: string) => {
    setError(null)
    list.closeDropdown()
    const name = typed.trim()
    setTyped('')
    if (id !== fresh) return change([...value, id])
    try {
      const made = await api(createTag, { body: { name } })
      queries.setQueryData<{ items: Tag[]; next: string | null }>(queryKeys.tags, (before) => before && { ...before, items: [...before.items, made] })
      change([...value, made.id])
    } catch (failed) {
      setTyped(name)
      setError(failed)
    }
  }
  const drop = (id: string) => {
    change(value.filter((each) => each !== id))
    field.current?.focus()
  }
  return (
    <div className={classes.tags} role="group" aria-label={label}>
      {chosen.map(({ id, name, colour }) => (
        <TagMark key={id} name={name} colour={colour}>
          {!disabled && (
            <button type="button" className={classes.drop} aria-label={t('picker.dropTag', { name })} onClick={() => drop(id)}>
              <IconX size={12} stroke={1.75} aria-hidden />
            </button>
          )}
        </TagMark>
      ))}
      {!disabled && (
        <Combobox store={list} onOptionSubmit={(id) => void take(id)} width={220} position="bottom-end" withinPortal>
          <Combobox.Target>
            <TextInput
              ref={field}
              size="xs"
              variant="unstyled"
              className={classes.tagField}
              aria-label={t('picker.addTag')}
              placeholder={t('picker.addTag')}
              leftSection={<IconPlus size={13} stroke={1.5} aria-hidden />}
              leftSectionWidth={20}
              maxLength={100}
              value={typed}
              onFocus={() => list.openDropdown()}
              onClick={() => list.openDropdown()}
              onBlur={() => list.closeDropdown()}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                setError(null)
                list.openDropdown()
              }}
              onKeyDown={(event) => {
                if (event.key === 'Backspace' && typed === '' && value.length > 0) drop(value.at(-1)!)
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown>
            <Combobox.Options className={classes.options} aria-label={label}>
              {offered.map(({ id, name, colour }) => (
                <Combobox.Option key={id} value={id}><span className={classes.option}><ColourDot colour={colour} /> {name}</span></Combobox.Option>
              ))}
              {isNew && <Combobox.Option value={fresh}>{t('picker.newTag', { name: typed.trim() })}</Combobox.Option>}
              {offered.length === 0 && !isNew && <Combobox.Empty>{t('picker.nothing')}</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
      {error !== null && <p className={classes.error} role="alert">{problemText(error, t)}</p>}
    </div>
  )
}
