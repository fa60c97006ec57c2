import type { Customer } from '@kontuar/contracts'
import { Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useCustomerChange } from '../use-customer.ts'
import classes from './panel.module.css'

const saveAfter = 900

/** What we should all know about the customer. Saves itself; what could not be saved stays in the field. */
export function CustomerNote({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  const change = useCustomerChange(customer.id)
  const mayChange = useCan('customer.change')
  const [typed, setTyped] = useState<string | null>(null)
  const [state, setState] = useState<'idle' | 'saved' | 'failed'>('idle')
  const [error, setError] = useState<unknown>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wanted = useRef<string | null>(null)

  const save = async () => {
    clearTimeout(timer.current)
    const note = wanted.current
    if (note === null) return
    wanted.current = null
    try {
      await change({ note })
      setState('saved')
      setError(null)
      if (wanted.current === null) setTyped(null)
    } catch (failed) {
      wanted.current ??= note
      setState('failed')
      setError(failed)
    }
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => () => void latest.current(), [])

  return (
    <div className={classes.note}>
      <Textarea
        size="xs"
        label={t('note')}
        placeholder={t('notePlaceholder')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        readOnly={!mayChange}
        value={typed ?? customer.note}
        onChange={(event) => {
          wanted.current = event.currentTarget.value
          setTyped(event.currentTarget.value)
          setState('idle')
          clearTimeout(timer.current)
          timer.current = setTimeout(() => void latest.current(), saveAfter)
        }}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <span className={classes.saved} role="status">{state === 'saved' ? tCommon('state.saved') : ''}</span>
      {state === 'failed' && <Problem error={error} retry={() => void save()} />}
    </div>
  )
}
