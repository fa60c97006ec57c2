import type { Ticket } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import classes from './marks.module.css'

const shapes: Record<Ticket['statusCategory'], React.ReactNode> = {
  new: <circle cx="7" cy="7" r="5" fill="currentColor" />,
  open: (
    <>
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 2a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  waiting: (
    <>
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 4.4V7l1.8 1.2" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  closed: <path d="M3 7.4 5.8 10.2 11 4.4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />,
}

/** The status as a shape with its word; `bare` where there is room for the shape alone (the word is then its title). */
export function StatusMark({ status, bare = false }: { status: Ticket['statusCategory']; bare?: boolean }) {
  const { t } = useTranslation('tickets')
  const word = t(`status.${status}`)
  return (
    <span className={classes.status} data-status={status}>
      <svg viewBox="0 0 14 14" width="14" height="14" {...(bare ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}>
        {bare && <title>{word}</title>}
        {shapes[status]}
      </svg>
      {!bare && <span className={classes.word}>{word}</span>}
    </span>
  )
}
