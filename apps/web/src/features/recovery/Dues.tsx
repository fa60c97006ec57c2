import type { Recovery } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { ClockRing } from '../../ui/clock/ClockRing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import classes from './dues.module.css'

/** Until when somebody has to talk with the customer, and until when it has to be closed; afterwards whether that was in time. */
export function Dues({ recovery }: { recovery: Recovery }) {
  const { t } = useTranslation('recovery')
  const { openedAt, reachDueAt: talkDueAt, contactedAt, reachLate: talkLate, dueAt, closedAt, inTime } = recovery
  return (
    <dl className={classes.dues}>
      <div>
        <dt>{t('due.talk')}</dt>
        <dd>
          {contactedAt !== null ? <><RelativeTime at={contactedAt} />{talkDueAt !== null && <span data-late={talkLate || undefined}>{t(talkLate ? 'due.wasLate' : 'due.wasInTime')}</span>}</>
            : closedAt !== null ? t('due.neverTalked') : talkDueAt !== null ? <ClockRing from={openedAt} due={talkDueAt} /> : t('due.none')}
        </dd>
      </div>
      <div>
        <dt>{t('due.close')}</dt>
        <dd>
          {closedAt !== null ? <><RelativeTime at={closedAt} />{inTime !== null && <span data-late={!inTime || undefined}>{t(inTime ? 'due.wasInTime' : 'due.wasLate')}</span>}</>
            : dueAt !== null ? <ClockRing from={openedAt} due={dueAt} /> : t('due.none')}
        </dd>
      </div>
    </dl>
  )
}

/** Of an open one: what is due next, in one ring. */
export function NextDue({ recovery: { openedAt, reachDueAt: talkDueAt, contactedAt, dueAt, closedAt } }: { recovery: Recovery }) {
  const due = closedAt !== null ? null : contactedAt === null ? (talkDueAt ?? dueAt) : dueAt
  return due === null ? null : <ClockRing from={openedAt} due={due} />
}
