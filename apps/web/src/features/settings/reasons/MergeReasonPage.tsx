// Merging cannot be taken back, so this page says what will happen and its button names it.
import { listTickets, mergeReason, type Reason } from '@kontuar/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { reasonsQuery, useReasons } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { TreePicker } from '../../../ui/pickers/TreePicker.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { refusalText } from '../words/refusal.ts'
import { isWithin } from './reason-tree.ts'
import classes from '../settings.module.css'
import own from './reasons.module.css'

const most = 200

export function MergeReasonPage() {
  const { t } = useTranslation('settings')
  const { reasonId } = useParams({ strict: false })
  const reasons = useQuery(reasonsQuery)
  return <OnePage list={reasons} find={({ id }) => id === reasonId} back={{ to: '/settings/reasons', label: t('reasons.title') }}>{(reason) => <Merge key={reason.id} reason={reason} />}</OnePage>
}

function Merge({ reason }: { reason: Reason }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const named = useNamed()
  const [intoId, setIntoId] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const all = useReasons()
  const name = named('reason', reason)
  const into = all.find(({ id }) => id === intoId)
  const children = all.filter(({ parentId, retired }) => parentId === reason.id && !retired).length
  const nodes = all.filter((each) => !isWithin(each, reason.id)).map((each) => ({ ...each, name: named('reason', each), retired: each.retired || each.mergedIntoId !== null }))
  const tickets = useQuery({ queryKey: queryKeys.tickets.list({ mergingReason: reason.id }), queryFn: ({ signal }) => api(listTickets, { query: { reasonId: reason.id, limit: most }, signal }), staleTime: 60_000 })
  const merging = useMutation({
    mutationFn: () => api(mergeReason, { params: { id: reason.id }, body: { intoId: intoId! } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: queryKeys.reasons })
      showNotice({ message: t('reasons.merged', { name, into: into ? named('reason', into) : '' }) })
      await navigate({ to: '/settings/reasons' })
    },
  })
  const mine = tickets.data?.items.filter(({ reasonId }) => reasonId === reason.id).length
  const wrong = merging.isError ? (refusalText(merging.error, t) ?? problemText(merging.error, everywhere)) : missing ? t('reasons.intoMissing') : undefined
  return (
    <SettingsPage title={t('reasons.mergeOf', { name })} text={t('reasons.mergeText')} back={{ to: '/settings/reasons', label: tSettings('reasons.title') }}>
      <SaveForm button={into ? t('reasons.mergeInto', { name: named('reason', into) }) : t('reasons.mergeAct')} pending={merging.isPending} onSubmit={() => (intoId === null ? setMissing(true) : merging.mutate())}>
        <TreePicker className={classes.narrow} label={t('reasons.into')} nodes={nodes} value={intoId} error={wrong} change={(id) => {
          setIntoId(id)
          setMissing(false)
          merging.reset()
        }} />
        <div className={own.card}>
          {mine !== undefined && <p>{tickets.data?.next ? t('reasons.ticketsMany', { count: mine }) : t('reasons.tickets', { count: mine })}</p>}
          {children > 0 && <p>{t('reasons.children', { count: children })}</p>}
          <p>{t('reasons.mergeForever', { name })}</p>
        </div>
      </SaveForm>
    </SettingsPage>
  )
}
