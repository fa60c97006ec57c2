import type { Ticket } from '@kontuar/contracts'
import { IconChevronDown, IconChevronsUp, IconChevronUp, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './marks.module.css'

const icons = { urgent: IconChevronsUp, high: IconChevronUp, normal: IconMinus, low: IconChevronDown }

/** Normal priority is silent unless `word` asks for all of it. */
export function PriorityMark({ priority, word = false }: { priority: Ticket['priority']; word?: boolean }) {
  const { t } = useTranslation('tickets')
  if (priority === 'normal' && !word) return null
  const Icon = icons[priority]
  const said = t(`priority.${priority}`)
  return (
    <span className={classes.priority} data-priority={priority} title={word ? undefined : t('priority.title', { priority: said })}>
      <Icon size={15} stroke={2} aria-hidden />
      {word ? <span className={classes.word}>{said}</span> : <span className={classes.hidden}>{t('priority.title', { priority: said })}</span>}
    </span>
  )
}
