import type { Colour, Ticket } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useStatuses } from '../../../api/desk.ts'
import { useNamed } from '../../../ui/ready-made.ts'
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

/** A shape for the category, the organization's colour, and the word; `bare`: the shape alone, the word is its title. */
function Mark({ category, colour, word, bare }: { category: Ticket['statusCategory']; colour: Colour | undefined; word: string; bare: boolean }) {
  return (
    <span className={classes.status} data-status={category} data-colour={colour}>
      <svg viewBox="0 0 14 14" width="14" height="14" {...(bare ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}>
        {bare && <title>{word}</title>}
        {shapes[category]}
      </svg>
      {!bare && <span className={classes.word}>{word}</span>}
    </span>
  )
}

/** The category alone, where a list of all statuses would be too fine. */
export function StatusMark({ status, bare = false }: { status: Ticket['statusCategory']; bare?: boolean }) {
  const { t } = useTranslation('tickets')
  return <Mark category={status} colour={undefined} word={t(`status.${status}`)} bare={bare} />
}

/** The organization's own status by its key. Until the list of statuses is there, or without it, the category speaks. */
export function TicketStatus({ status, category, bare = false }: { status: string; category: Ticket['statusCategory']; bare?: boolean }) {
  const { t } = useTranslation('tickets')
  const named = useNamed()
  const found = useStatuses().find(({ key }) => key === status)
  return <Mark category={found?.category ?? category} colour={found?.colour} word={found ? named('status', found) : t(`status.${category}`)} bare={bare} />
}
