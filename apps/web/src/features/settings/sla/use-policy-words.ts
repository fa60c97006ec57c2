// A policy said in sentences: targets and what follows when they are missed.
import type { Escalation, SlaDefinition } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useStaff, useStatuses } from '../../../api/desk.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { durationText } from '../calendars/when.ts'
import type { Target } from './TargetField.tsx'

const priorities = ['urgent', 'high', 'normal', 'low'] as const
/** Warnings come before breaches, each in the order of time. */
export const inOrder = (steps: readonly Escalation[]): Escalation[] => [...steps].sort((one, other) => (one.on === other.on ? one.afterSeconds - other.afterSeconds : one.on === 'warning' ? -1 : 1))

export function usePolicyWords() {
  const { t } = useTranslation('times')
  const { t: tConditions } = useTranslation('conditions')
  const { t: everywhere } = useTranslation()
  const named = useNamed()
  const statuses = useStatuses()
  const staff = useStaff()
  const length = (seconds: number, clock: Target['clock']) => (clock === 'business' ? t('said.business', { time: durationText(seconds) }) : durationText(seconds))
  const target = ({ seconds, clock, byPriority }: Target) => {
    const others = priorities.flatMap((priority) => (byPriority?.[priority] === undefined ? [] : [t('said.priority', { priority: tConditions(`priority.${priority}`).toLocaleLowerCase(currentLocale()), time: durationText(byPriority[priority]) })]))
    return others.length === 0 ? length(seconds, clock) : `${length(seconds, clock)} (${others.join(', ')})`
  }
  const statusName = (key: string) => {
    const found = statuses.find((status) => status.key === key)
    return found ? named('status', found) : key
  }
  const who = (to: string | undefined) => (to === undefined || to === 'owner' ? t('to.owner') : to === 'manager' ? t('to.manager') : to === 'queue' ? t('to.queue') : (staff.find(({ id }) => id === to)?.name ?? '…'))
  return {
    statusName,
    /** One line for each target. */
    targets: ({ targets }: SlaDefinition): string[] => [
      ...(targets.firstResponse ? [`${everywhere('clock.kind.first-response')}: ${target(targets.firstResponse)}`] : []),
      ...(targets.nextResponse ? [`${everywhere('clock.kind.next-response')}: ${target(targets.nextResponse)}`] : []),
      ...(targets.resolution ? [`${everywhere('clock.kind.resolution')}: ${target(targets.resolution)}`] : []),
      ...Object.entries(targets.statuses).map(([key, each]) => t('said.status', { status: statusName(key), time: target(each) })),
    ],
    escalation({ on, afterSeconds, act, to, title, kinds }: Escalation): string {
      const time = durationText(afterSeconds)
      const when = on === 'warning' ? (afterSeconds === 0 ? t('when.warning') : t('when.warningAfter', { time })) : afterSeconds === 0 ? t('when.breach') : t('when.breachAfter', { time })
      const what = act === 'notify' ? t('act.notifyWho', { who: who(to) }) : act === 'reassign' ? (to === 'queue' ? t('act.giveBack') : t('act.reassignTo', { who: who(to) })) : act === 'raise-priority' ? t('act.raise') : title ? t('act.taskNamed', { who: who(to), title }) : t('act.taskFor', { who: who(to) })
      const only = kinds && kinds.length > 0 ? ` (${kinds.map((kind) => everywhere(`clock.kind.${kind}`).toLocaleLowerCase(currentLocale())).join(', ')})` : ''
      return `${when}: ${what}${only}`
    },
  }
}
