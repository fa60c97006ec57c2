import { dismissReasons, type Warning } from '@kontuar/contracts'
import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { useShortcuts } from '../../../../ui/Shortcuts.tsx'
import { useWarningActs } from '../data/use-warning-acts.ts'
import { useWarningWords } from '../words/use-warning-words.ts'
import classes from './card.module.css'

type Reason = (typeof dismissReasons)[number]
/** These two say that the check was too quick; it learns. */
const teaches = (reason: Reason) => reason === 'false-alarm' || reason === 'not-important'

/** Why it is no matter: asked in the card, for the check learns from it and colleagues read it. */
export function DismissForm({ warning, close }: { warning: Warning; close: () => void }) {
  const { t } = useTranslation('warnings')
  const acts = useWarningActs()
  const title = useWarningWords().titleOf(warning)
  const [reason, setReason] = useState<Reason>('known-cause')
  const [note, setNote] = useState('')
  useShortcuts(t('dismiss'), [{ keys: 'escape', label: t('cancel'), run: close, whileTyping: true }])
  const dismiss = () => {
    close()
    void acts.change(warning, { state: 'dismissed', reason, ...(note.trim() !== '' && { note: note.trim() }) }, t('dismissed', { title }))
  }
  return (
    <div className={classes.form} role="group" aria-label={t('dismissOf', { title })}>
      <SaveForm pending={false} button={t('dismiss')} onSubmit={dismiss} beside={<Button variant="subtle" color="gray" onClick={close}>{t('cancel')}</Button>}>
        <Radio.Group label={t('dismiss.why')} value={reason} onChange={(next) => setReason(next as Reason)}>
          <div className={classes.reasons}>{dismissReasons.map((each, index) => <Radio key={each} size="xs" value={each} label={t(`reason.${each}`)} autoFocus={index === 0} />)}</div>
        </Radio.Group>
        {teaches(reason) && <p className={classes.teaches} role="note">{t('dismiss.teaches')}</p>}
        <TextInput label={t('dismiss.note')} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </SaveForm>
    </div>
  )
}
