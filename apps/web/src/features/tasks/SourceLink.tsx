// What a task came from, as a link to it.
import type { Task } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { PathLink } from '../../ui/PathLink.tsx'
import { origins } from './task-search.ts'
import classes from './task-pane.module.css'

const places = { alert: '/alerts/', recovery: '/recoveries/', answer: '/feedback/answers/', warning: '/numbers/warnings?warning=' } as const

export function SourceLink({ task: { source, origin } }: { task: Pick<Task, 'source' | 'origin'> }) {
  const { t } = useTranslation('tasks')
  const known = origins.find((each) => each === origin)
  if (!source) return <>{t(`origin.${known ?? 'hand'}`)}</>
  return <PathLink href={`${places[source.kind]}${encodeURIComponent(source.id)}`} className={classes.link}>{t(`source.${source.kind}`)}</PathLink>
}
