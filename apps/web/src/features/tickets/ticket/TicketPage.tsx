import { getTicket, type DraftBody } from '@kontuar/contracts'
import { VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { loadWords } from '../../../i18n/i18n.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useHere } from '../../../live/LiveProvider.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { isGone } from '../../../api/problem.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { askForDraft } from '../composer/drafts.ts'
import { holdKeys } from '../composer/early-keys.ts'
import type { ComposerHandle } from '../composer/composer-handle.ts'
import { ClosingPanel } from './ClosingPanel.tsx'
import { MergePanel } from './MergePanel.tsx'
import { TicketPanel } from './panel/TicketPanel.tsx'
import { TicketHeader } from './TicketHeader.tsx'
import { TicketHeaderSkeleton } from './TicketHeaderSkeleton.tsx'
import { useClosing } from './use-closing.ts'
import classes from './ticket-page.module.css'

// Asking for feedback comes when somebody does it: surveys and their questions are no part of a ticket.
const asking = () => Promise.all([import('../../feedback/at-ticket/index.ts'), loadWords('ask')]).then(([part]) => part)
const AskPanel = lazy(async () => ({ default: (await asking()).AskPanel }))
const PhonePanel = lazy(async () => ({ default: (await asking()).PhonePanel }))

// On its way while the ticket loads, so that R answers at once.
const loading = import('../composer/Composer.tsx')
/** From this width of the pane the side panel stands beside the timeline, px. */
const roomForPanel = 840

/** Not `lazy`: React shows what it awaited at the earliest 300 ms after the placeholder, and this is long here by then. */
function useComposerPart() {
  const [part, setPart] = useState<{ Composer: Awaited<typeof loading>['Composer'] } | { error: unknown } | null>(null)
  useEffect(() => {
    loading.then(setPart, (error: unknown) => setPart({ error }))
  }, [])
  if (part && 'error' in part) throw part.error
  return part?.Composer
}

export function TicketPage() {
  const { ticketId } = useParams({ from: '/workspace/tickets/$ticketId' })
  const { entry } = useSearch({ from: '/workspace/tickets' })
  return <TicketPane key={ticketId} ticketId={ticketId} entry={entry} />
}

function TicketPane({ ticketId, entry }: { ticketId: string; entry: string | undefined }) {
  const { t } = useTranslation('tickets')
  const { t: tTicket } = useTranslation('ticket')
  const { data: ticket, error, refetch } = useQuery({ queryKey: queryKeys.tickets.one(ticketId), queryFn: ({ signal }) => api(getTicket, { params: { id: ticketId }, signal }) })
  const mayAnswer = useCan('ticket.answer')
  const Composer = useComposerPart()
  const { ref, width } = useElementSize<HTMLElement>()
  const [wish, setWish] = useState<boolean | null>(null)
  const [writing, setWriting] = useState(false)
  const [below, setBelow] = useState<'merge' | 'ask' | 'phone' | null>(null)
  const closing = useClosing(ticket)
  const composer = useRef<ComposerHandle>(null)
  const wanted = useRef<DraftBody['kind'] | null>(null)
  const write: ComposerHandle['write'] = (kind) => {
    // R before the composer is there: it opens as soon as it is.
    holdKeys()
    if (composer.current) composer.current.write(kind)
    else wanted.current = kind
  }
  const takeWish = () => {
    const wish = wanted.current
    wanted.current = null
    return wish
  }
  const pane = useRef<HTMLDivElement>(null)
  useShortcuts(t('keys.writing'), mayAnswer
    ? [
        { keys: 'r', label: t('keys.answer'), run: () => write('message') },
        { keys: 'n', label: t('keys.note'), run: () => write('note') },
      ]
    : [])
  useTitle(ticket ? `#${ticket.number} ${ticket.subject || t('noSubject')}` : '')
  useEffect(() => {
    if (mayAnswer) askForDraft(ticketId).catch(() => {})
  }, [mayAnswer, ticketId])
  useHere(ticketId, writing ? 'writing' : 'viewing')

  const roomy = width >= roomForPanel
  const Below = below === 'merge' ? MergePanel : below === 'ask' ? AskPanel : PhonePanel
  const shown = wish ?? roomy
  const found = ticket !== undefined
  useEffect(() => {
    // The row that was clicked may be hidden now: whoever works by keyboard goes on inside the ticket.
    if (!document.activeElement || document.activeElement === document.body || document.activeElement.matches('[data-ticket]')) pane.current?.querySelector<HTMLElement>('[data-timeline]')?.focus({ preventScroll: true })
  }, [found])

  return (
    <article ref={ref} className={classes.ticket} data-customer={(shown && roomy) || undefined} aria-label={ticket ? t('ticket.label', { number: ticket.number }) : t('ticket.loading')}>
      {ticket ? (
        <TicketHeader ticket={ticket} panelShown={shown} togglePanel={() => setWish(!shown)} write={write} closing={closing} show={setBelow} />
      ) : error ? (
        <div className={classes.problem}>
          <Problem error={error} retry={isGone(error) ? undefined : () => void refetch()} />
        </div>
      ) : (
        <TicketHeaderSkeleton />
      )}
      {!ticket && <VisuallyHidden component="h1">{t('ticket.loading')}</VisuallyHidden>}
      <div ref={pane} className={classes.main}>
        {!error && <Timeline ticketId={ticketId} entry={entry} undone={(id) => composer.current?.takeBack(id)} />}
        {ticket && (below !== null ? (
          <Suspense fallback={null}><Below key={below} ticket={ticket} leave={() => setBelow(null)} /></Suspense>
        ) : closing.asked && <ClosingPanel key={closing.asked.status} ticket={ticket} closing={closing} />)}
        {ticket && mayAnswer && (
          Composer ? <Composer key={ticketId} ticket={ticket} handle={composer} takeWish={takeWish} setWriting={setWriting} closing={closing} /> : <div className={classes.composerPlace} />
        )}
      </div>
      {ticket && shown && (
        <aside className={classes.customer} data-over={!roomy || undefined} aria-label={tTicket('panel.label')}>
          <TicketPanel ticket={ticket} close={roomy ? undefined : () => setWish(false)} />
        </aside>
      )}
    </article>
  )
}
