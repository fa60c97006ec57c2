import { valueText } from '@kontuar/charts'
import type { MetricInfo, MetricRow } from '@kontuar/contracts'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './rows.module.css'

/** Forms whose rows say yes or no; of the others each row has a value of its own. */
const yesOrNo = new Set(['share', 'parts', 'nps'])
const measured = new Set(['mean', 'quantile'])

/** One thing a figure counted: what it was, and the way to the very entry. */
export const Row = memo(function Row({ row, metric }: { row: MetricRow; metric: MetricInfo | undefined }) {
  const { t } = useTranslation('numbers')
  const form = metric?.form.form ?? 'count'
  const where = [row.queueName, row.locationName, row.reasonName, row.staffName].filter((each) => each !== null).slice(0, 3)
  return (
    <RowPlace row={row}>
      <span className={classes.top}>
        {metric && yesOrNo.has(form) && <span className={classes.mark} data-counted={row.counted || undefined} title={t(row.counted ? 'row.counted' : 'row.other')}>{row.counted ? <IconCheck size={14} stroke={2} aria-hidden /> : <IconMinus size={14} stroke={2} aria-hidden />}<span className={classes.hidden}>{t(row.counted ? 'row.counted' : 'row.other')}</span></span>}
        {metric && row.value !== null && (measured.has(form) || form === 'nps') && <b className={classes.value}>{form === 'nps' ? row.value : valueText(metric, row.value, currentLocale())}</b>}
        <span className={classes.subject}>{row.ticket ? `#${row.ticket.number} ${row.ticket.subject || t('row.noSubject')}` : t(row.answerId ? 'row.answer' : 'row.hidden')}</span>
        <RelativeTime at={row.at} className={classes.time} />
      </span>
      <span className={classes.excerpt}>{row.excerpt ?? '\u00a0'}</span>
      <span className={classes.bottom}>{[...(row.customer ? [row.customer.name || t('row.nameless')] : []), ...where].join(' · ')}</span>
    </RowPlace>
  )
})

/** To the entry in its ticket; of an answer without one to the answer. What may not be opened is no link. */
function RowPlace({ row, children }: { row: MetricRow; children: ReactNode }) {
  const marks = { 'className': classes.row, 'data-row': row.id } as const
  if (row.ticket) return <Link to="/tickets/$ticketId" params={{ ticketId: row.ticket.id }} search={row.interactionId ? { view: 'all', entry: row.interactionId } : { view: 'all' }} preload={false} {...marks}>{children}</Link>
  if (row.answerId) return <Link to="/feedback/answers/$answerId" params={{ answerId: row.answerId }} search={{}} preload={false} {...marks}>{children}</Link>
  return <div {...marks} data-shut>{children}</div>
}
