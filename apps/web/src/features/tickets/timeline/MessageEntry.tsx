import type { Interaction } from '@kontuar/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../../ui/Initials.tsx'
import { Attachments } from './Attachments.tsx'
import { BodyHtml } from './BodyHtml.tsx'
import { BodyText } from './BodyText.tsx'
import { ChangeLine } from './ChangeLine.tsx'
import { EntryTimes } from './EntryTimes.tsx'
import { DeliveryLine } from './DeliveryLine.tsx'
import { EntryHead } from './EntryHead.tsx'
import { Hints } from './Hints.tsx'
import { ReadByMachine } from './ReadByMachine.tsx'
import { RecordedByHand } from './RecordedByHand.tsx'
import { prefersHtml } from './text-parts.ts'
import classes from './timeline.module.css'

/** How an entry is told apart at a glance; the head says the same in words. */
export function toneOf(entry: Interaction): 'in' | 'out' | 'note' | 'robot' {
  if (entry.kind === 'note' || (entry.direction === 'internal' && entry.byHand === null)) return 'note'
  if (entry.direction === 'internal') return 'out'
  if (entry.automatic || entry.mailClass === 'bounce') return 'robot'
  return entry.direction
}

export function MessageEntry({ entry, undone }: { entry: Interaction; undone: (interactionId: string) => void }) {
  const { t } = useTranslation('tickets')
  const tone = toneOf(entry)
  const [asHtml, setAsHtml] = useState(() => prefersHtml(entry))
  const cancelled = entry.delivery?.state === 'cancelled'
  const [opened, setOpened] = useState(!cancelled)
  const author = entry.staffName ?? (entry.from.name || entry.from.address)
  return (
    <article className={classes.entry} data-tone={tone} data-entry={entry.id} data-cancelled={cancelled || undefined} aria-label={t('entry.by', { name: author || t('event.system') })}>
      <div className={classes.avatar}>
        <Initials name={author} size={28} color={tone === 'note' ? 'amber' : tone === 'out' ? 'teal' : 'gray'} />
      </div>
      <div className={classes.body}>
        <EntryHead entry={entry} tone={tone} asHtml={asHtml} setAsHtml={setAsHtml} />
        <Hints entry={entry} />
        {cancelled && (
          <button type="button" className={classes.disclose} aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {t('delivery.cancelled')}
          </button>
        )}
        {opened && (
          <>
            {entry.byHand ? <RecordedByHand byHand={entry.byHand} /> : asHtml && entry.html !== null ? <BodyHtml entry={entry} /> : <BodyText text={entry.text} folds={entry.folds} />}
            <EntryTimes entry={entry} />
            <Attachments entry={entry} asHtml={asHtml} />
            <ReadByMachine entry={entry} as="topic" />
          </>
        )}
        {entry.delivery && !cancelled && <DeliveryLine entry={entry} delivery={entry.delivery} undone={undone} />}
        <ChangeLine entry={entry} />
      </div>
    </article>
  )
}
