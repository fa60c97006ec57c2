// What stands in a report line by line: tickets, what customers wrote, low scores and what became of them.
import type { FilledBlock } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { exactTime } from '../../../ui/relative-time.ts'
import classes from './blocks.module.css'

type Of<Kind extends FilledBlock['kind']> = Extract<FilledBlock, { kind: Kind }>
interface Given<Kind extends FilledBlock['kind']> { block: Of<Kind>; zone: string }

function Lines({ block, children }: { block: Of<'tickets'> | Of<'comments'> | Of<'loops'>; children: ReactNode }) {
  const { t } = useTranslation('reports')
  return (
    <section className={classes.whole}>
      <h2 className={classes.title}>{block.title}</h2>
      {block.items.length === 0 ? <p className={classes.soft}>{t(`view.none.${block.kind}`)}</p> : children}
      {block.more > 0 && <p className={classes.soft}>{t('view.more', { count: block.more })}</p>}
    </section>
  )
}

const scoreText = (score: number | null, most: number | null) => (score === null ? null : most === null ? String(score) : `${score} / ${most}`)

export function TicketLines({ block, zone }: Given<'tickets'>) {
  const { t } = useTranslation('reports')
  const mayOpen = useCan('ticket.read')
  const time = (at: string) => exactTime(new Date(at), currentLocale(), zone)
  return (
    <Lines block={block}>
      <ul className={classes.lines}>
        {block.items.map((line) => (
          <li key={line.id}>
            <p className={classes.line}>{mayOpen ? <Link to="/tickets/$ticketId" params={{ ticketId: line.id }}>#{line.number} {line.subject}</Link> : <b>#{line.number} {line.subject}</b>}</p>
            <p className={classes.soft}>{[line.customerName, line.ownerName ?? t('view.nobody'), line.queueName, line.locationName, line.dueAt === null ? t('view.since', { at: time(line.createdAt) }) : t('view.due', { at: time(line.dueAt) })].filter(Boolean).join(' · ')}</p>
            {line.missing.length > 0 && <p className={classes.soft}>{t('view.missing', { what: line.missing.join(', ') })}</p>}
          </li>
        ))}
      </ul>
    </Lines>
  )
}

export function Comments({ block, zone }: Given<'comments'>) {
  const { t } = useTranslation('reports')
  const mayOpen = useCan('feedback.read')
  const mayFollow = useCan('recovery.read')
  return (
    <Lines block={block}>
      <ul className={classes.lines}>
        {block.items.map((line) => (
          <li key={line.answerId}>
            <blockquote className={classes.quote}>{line.text}</blockquote>
            <p className={classes.soft}>
              {[scoreText(line.score, line.scaleMax), line.locationName, line.ticketNumber === null ? null : `#${line.ticketNumber}`].filter(Boolean).join(' · ')}
              {line.becameOf !== null && <> · {line.recoveryId !== null && mayFollow ? <Link to="/recoveries/$recoveryId" params={{ recoveryId: line.recoveryId }} search={{}}>{line.becameOf}</Link> : line.becameOf}</>}
              {' '}{mayOpen ? <Link to="/feedback/answers/$answerId" params={{ answerId: line.answerId }} aria-label={t('view.openAnswer', { at: exactTime(new Date(line.at), currentLocale(), zone) })}>{exactTime(new Date(line.at), currentLocale(), zone)}</Link> : exactTime(new Date(line.at), currentLocale(), zone)}
            </p>
          </li>
        ))}
      </ul>
    </Lines>
  )
}

export function Loops({ block, zone }: Given<'loops'>) {
  const { t } = useTranslation('reports')
  const mayOpen = useCan('recovery.read')
  const time = (at: string) => exactTime(new Date(at), currentLocale(), zone)
  return (
    <Lines block={block}>
      <ul className={classes.lines}>
        {block.items.map((line) => (
          <li key={line.id}>
            <p className={classes.line}>{mayOpen ? <Link to="/recoveries/$recoveryId" params={{ recoveryId: line.id }} search={{}}>{line.customerName}</Link> : <b>{line.customerName}</b>} {[scoreText(line.score, line.scaleMax), line.state].filter(Boolean).join(' · ')}</p>
            <p className={classes.soft}>{[time(line.openedAt), line.ownerName ?? t('view.nobody'), line.contactedAt === null ? t('view.notContacted') : t('view.contacted', { at: time(line.contactedAt) })].filter(Boolean).join(' · ')}</p>
            {(line.causeName !== null || line.remedy !== '') && <p className={classes.soft}>{[line.causeName, line.remedy].filter(Boolean).join(': ')}</p>}
          </li>
        ))}
      </ul>
    </Lines>
  )
}
