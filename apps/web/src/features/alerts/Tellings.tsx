import type { AlertDelivery } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { useLedgerWords } from '../../ui/use-ledger-words.ts'
import { useBecause } from './use-because.ts'
import classes from './story.module.css'

/** Who was told by which road, why, and what became of it. */
export function Tellings({ deliveries }: { deliveries: readonly AlertDelivery[] }) {
  const { t } = useTranslation('alerts')
  const because = useBecause()
  const noted = useLedgerWords()
  if (deliveries.length === 0) return null
  return (
    <>
      <h2>{t('told')}</h2>
      <ul className={classes.told}>
        {deliveries.map((each) => (
          <li key={each.id}>
            <span>{each.staffName ?? each.destinationName} · {t(`road.${each.road}`)}</span>
            <span className={classes.meta}>{because(each.because)}</span>
            <span className={classes.meta} data-state={each.state}>{t(`delivery.${each.state}`)}{each.state === 'waiting' ? <> · <RelativeTime at={each.sendAfter} /></> : each.sentAt && <> · <RelativeTime at={each.sentAt} /></>}</span>
            {noted(each) !== null && <span className={classes.detail}>{noted(each)}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
