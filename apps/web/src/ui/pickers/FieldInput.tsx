// One custom field by its type. Text, numbers, dates and links are told when one leaves the field; choices at once.
import type { CustomField } from '@kontuar/contracts'
import { Checkbox, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@mantine/core/styles/Checkbox.layer.css'
import { fieldFault, readField, type FieldValue } from './field-value.ts'
import { TreePicker } from './TreePicker.tsx'

interface Given {
  field: CustomField
  value: FieldValue
  change: (value: FieldValue) => void
  error?: string | undefined
  required?: boolean
  disabled?: boolean
  size?: 'xs' | 'sm'
  placeholder?: string
  classNames?: { root: string; label: string; error: string }
}

export function FieldInput({ field, value, change, error, required = false, disabled = false, size = 'xs', placeholder = '', classNames }: Given) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<ReturnType<typeof fieldFault>>(null)
  const shown = typed ?? (value === null ? '' : String(value))
  const shared = { label: field.name, ...(field.help === '' ? {} : { title: field.help }), required, disabled, size, ...(classNames ? { classNames } : {}) }
  const said = fault === null ? error : t(`field.${fault}`)

  const leave = () => {
    if (typed === null) return
    const wrong = fieldFault(field.type, typed)
    setFault(wrong)
    if (wrong !== null) return
    setTyped(null)
    const next = readField(field.type, typed)
    if (next !== value) change(next)
  }
  if (field.type === 'checkbox') return <Checkbox {...shared} checked={value === true} onChange={(event) => change(event.currentTarget.checked)} error={said} />
  if (field.type === 'choice' || field.type === 'tree')
    return <TreePicker {...shared} nodes={field.options} placeholder={placeholder || t('picker.choose')} value={typeof value === 'string' ? value : null} change={change} error={said} searchable={field.options.length > 8} />
  return (
    <TextInput
      {...shared}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : field.type === 'link' ? 'url' : undefined}
      placeholder={placeholder || (field.type === 'link' ? 'https://' : '')}
      data-empty={shown === '' || undefined}
      maxLength={10_000}
      value={shown}
      error={said}
      rightSection={field.type === 'link' && typeof value === 'string' && typed === null ? <a href={value} target="_blank" rel="noreferrer" aria-label={t('field.open', { name: field.name })}><IconExternalLink size={14} stroke={1.5} aria-hidden /></a> : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setFault(null)
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation()
          setTyped(null)
          setFault(null)
        }
      }}
    />
  )
}
