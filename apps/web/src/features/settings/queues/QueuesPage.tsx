import { changeQueue, type Queue } from '@kontuar/contracts'
import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { calendarsQuery, queuesQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { ColourDot } from '../../../ui/colour/ColourDot.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { Sortable } from '../../../ui/sortable/Sortable.tsx'
import { moved } from '../../../ui/sortable/moved.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import { useReorder } from '../words/use-reorder.ts'
import shared from '../settings.module.css'
import classes from './queues.module.css'

export function QueuesPage() {
  const { t } = useTranslation('queues')
  const named = useNamed()
  const queues = useQuery(queuesQuery)
  const calendars = useQuery(calendarsQuery).data?.items ?? []
  const reorder = useReorder(changeQueue, queryKeys.queues, ({ id }: Queue) => id)
  const patch = usePatch(changeQueue, queryKeys.queues)
  const all = queues.data?.items ?? []
  const active = all.filter(({ retired }) => !retired)
  const nameOf = (queue: Queue) => named('queue', queue)
  const said = ({ serverIds, assignment, calendarId }: Queue) => {
    const calendar = calendars.find(({ id }) => id === calendarId)
    return [serverIds.length === 0 ? t('row.everybody') : t('row.people', { count: serverIds.length }), t(`mode.${assignment.mode}`), ...(calendar ? [named('calendar', calendar)] : [])].join(' · ')
  }

  return (
    <SettingsPage title={t('title')} text={t('text')} action={<Button renderRoot={(props) => <Link to="/settings/queues/new" {...props} />}>{t('add')}</Button>}>
      {queues.isPending ? <RowSkeletons rows={5} height={60} /> : queues.isError ? <Problem error={queues.error} retry={() => void queues.refetch()} /> : (
        <>
          <Sortable
            items={active}
            idOf={({ id }) => id}
            nameOf={nameOf}
            label={t('title')}
            move={(from, to) => reorder(moved(active, from, to))}
          >
            {(queue, handle) => (
              <div className={classes.row}>
                {handle}
                <ColourDot colour={queue.colour} />
                <div className={shared.rowMain}>
                  <div className={shared.rowName}>
                    <Link to="/settings/queues/$queueId" params={{ queueId: queue.id }}>{nameOf(queue)}</Link>
                    {queue.isDefault && <Badge variant="light" color="gray" tt="none">{t('row.default')}</Badge>}
                  </div>
                  <div className={shared.rowText}>{said(queue)}</div>
                </div>
              </div>
            )}
          </Sortable>
          <p className={classes.after}>{t('rulesHint')} <Link to="/settings/queue-rules">{t('rulesLink')}</Link></p>
          <RetiredList items={all.filter(({ retired }) => retired)} idOf={({ id }) => id} nameOf={nameOf} bringBack={(queue) => patch.mutate({ id: queue.id, body: { retired: false }, before: { retired: true }, message: t('back', { name: nameOf(queue) }) })} />
        </>
      )}
    </SettingsPage>
  )
}
