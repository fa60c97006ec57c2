// Whether the answer counts. Taking it out asks for a reason, which stays with it; nothing is deleted.
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { problemText } from '../../../../ui/problem-text.ts'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { useAnswerChange } from './answer-query.ts'
import type { Answer } from './Said.tsx'
import classes from './parts.module.css'

const reasons = ['trial', 'double', 'other-person', 'abuse'] as const

interface Given { answer: Answer; /** It is taken out, and that is said above everything else; `fresh`: just now, so that the keyboard goes on there. */ banner?: 'fresh' | 'known'; taken?: () => void }

export function Counting({ answer, banner, taken }: Given) {
  const { t } = useTranslation('answers')
  const { t: tCommon } = useTranslation()
  const mayChange = useCan('feedback.manage')
  const change = useAnswerChange(answer.id)
  const [reason, setReason] = useState<string | null>(null)
  const again = () => change({ invalid: null }).catch((error: unknown) => void showNotice({ message: problemText(error, tCommon), tone: 'failed' }))
  const out = useMutation({
    mutationFn: (why: string) => change({ invalid: { reason: why } }),
    onSuccess: () => {
      setReason(null)
      taken?.()
      showNotice({ message: t('invalid.done'), undo: again })
    },
  })
  if (banner && answer.invalid) {
    return (
      <div className={classes.banner} role="note">
        <p>
          <b>{t('invalid.mark')}</b> <RelativeTime at={answer.invalid.at} />
          <span className={classes.why}>{t('invalid.because', { reason: answer.invalid.reason })}</span>
        </p>
        {mayChange && <Button variant="default" size="compact-sm" autoFocus={banner === 'fresh'} onClick={() => void again()}>{t('invalid.again')}</Button>}
      </div>
    )
  }
  if (!mayChange) return null
  if (reason === null) return <button type="button" className={classes.quiet} onClick={() => setReason('')}>{t('invalid.take')}</button>
  return (
    <form className={classes.form} onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') out.mutate(reason.trim()) }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setReason(null) } }}>
      <TextInput label={t('invalid.reason')} description={t('invalid.reasonText')} required maxLength={500} autoFocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className={classes.ready} role="group" aria-label={t('invalid.ready')}>
        {reasons.map((each) => <button key={each} type="button" className={classes.readyOne} onClick={() => setReason(t(`invalid.reason.${each}`))}>{t(`invalid.reason.${each}`)}</button>)}
      </div>
      {out.isError && <Problem error={out.error} />}
      <div className={classes.acts}>
        <Button type="submit" color="red" variant="light" size="compact-md" loading={out.isPending} disabled={reason.trim() === ''}>{t('invalid.take')}</Button>
        <Button variant="subtle" color="gray" size="compact-md" onClick={() => setReason(null)}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
