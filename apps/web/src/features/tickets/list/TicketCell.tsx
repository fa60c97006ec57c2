import type { Ticket } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { ClockRing } from '../../../ui/clock/ClockRing.tsx'
import { ColourDot } from '../../../ui/colour/ColourDot.tsx'
import { TagMark } from '../../../ui/colour/TagMark.tsx'
import { Initials } from '../../../ui/Initials.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { PriorityMark } from '../marks/PriorityMark.tsx'
import { TicketStatus } from '../marks/StatusMark.tsx'
import { customerName } from './customer-name.ts'
import type { Names } from './use-names.ts'
import classes from './ticket-row.module.css'

/** One value of a row, by the name of its column. */
export function TicketCell({ name, ticket, names }: { name: string; ticket: Ticket; names: Names }) {
  const { t } = useTranslation('tickets')
  switch (name) {
    case 'number': return <span className={classes.number}>{ticket.number}</span>
    case 'customer': return <span className={classes.customer}>{customerName(ticket)}</span>
    case 'subject': return (
      <span className={classes.about}>
        <span className={classes.subject}>{ticket.subject || t('noSubject')}</span>
        {ticket.preview && <span className={classes.preview}>{ticket.preview}</span>}
      </span>
    )
    case 'status': return <span className={classes.status}><TicketStatus status={ticket.status} category={ticket.statusCategory} /></span>
    case 'priority': return <span className={classes.priority}><PriorityMark priority={ticket.priority} /></span>
    case 'queueId': {
      const queue = names.queue(ticket.queueId)
      return <span className={classes.soft}>{queue && <><ColourDot colour={queue.colour} /> {queue.name}</>}</span>
    }
    case 'assigneeId': return (
      <span className={classes.owner} title={ticket.assignee ? t('owner.is', { name: ticket.assignee.name }) : t('owner.none')}>
        {ticket.assignee && <Initials name={ticket.assignee.name} />}
        <span className={ticket.assignee ? classes.ownerName : classes.hidden}>{ticket.assignee?.name ?? t('owner.none')}</span>
      </span>
    )
    case 'dueAt': return <span className={classes.due}>{ticket.dueAt && <ClockRing from={ticket.dueFrom} due={ticket.dueAt} kind={ticket.dueKind} />}</span>
    case 'reasonId': return <span className={classes.soft}>{names.reason(ticket.reasonId)}</span>
    case 'tagIds': return <span className={classes.tags}>{ticket.tagIds.map((id) => { const tag = names.tag(id); return tag && <TagMark key={id} name={tag.name} colour={tag.colour} /> })}</span>
    case 'locationId': return <span className={classes.soft}>{names.location(ticket.locationId)}</span>
    case 'channel': return <span className={classes.soft}>{ticket.channel}</span>
    case 'waitingSince': case 'createdAt': case 'updatedAt': case 'lastInteractionAt': {
      const at = ticket[name]
      return at ? <RelativeTime at={at} className={classes.time} /> : <span />
    }
    default: return <span className={classes.soft}>{name.startsWith('fields.') ? names.field(ticket, name.slice('fields.'.length)) : ''}</span>
  }
}
