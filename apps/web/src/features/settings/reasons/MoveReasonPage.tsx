import { changeReason, type Reason } from '@kontuar/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { reasonsQuery, useReasons } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { TreePicker } from '../../../ui/pickers/TreePicker.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { refusalText } from '../words/refusal.ts'
import { isWithin } from './reason-tree.ts'
import classes from '../settings.module.css'

export function MoveReasonPage() {
  const { t } = useTranslation('settings')
  const { reasonId } = useParams({ strict: false })
  const reasons = useQuery(reasonsQuery)
  return <OnePage list={reasons} find={({ id }) => id === reasonId} back={{ to: '/settings/reasons', label: t('reasons.title') }}>{(reason) => <Move key={reason.id} reason={reason} />}</OnePage>
}

function Move({ reason }: { reason: Reason }) {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const named = useNamed()
  const [parentId, setParentId] = useState(reason.parentId)
  const name = named('reason', reason)
  const nodes = useReasons().filter((each) => !isWithin(each, reason.id)).map((each) => ({ ...each, name: named('reason', each), retired: each.retired || each.mergedIntoId !== null }))
  const read = () => queries.invalidateQueries({ queryKey: queryKeys.reasons })
  const send = (to: string | null) => api(changeReason, { params: { id: reason.id }, body: { parentId: to } })
  const moving = useMutation({
    mutationFn: async () => {
      if (parentId !== reason.parentId) await send(parentId)
      await read()
    },
    onSuccess: async () => {
      if (parentId !== reason.parentId) showNotice({ message: t('reasons.moved', { name }), undo: () => void send(reason.parentId).finally(read) })
      await navigate({ to: '/settings/reasons' })
    },
  })
  return (
    <SettingsPage title={t('reasons.moveOf', { name })} text={t('reasons.moveText')} back={{ to: '/settings/reasons', label: tSettings('reasons.title') }}>
      <SaveForm button={t('reasons.moveAct')} pending={moving.isPending} error={moving.error} errorText={refusalText(moving.error, t)} onSubmit={() => moving.mutate()}>
        <TreePicker className={classes.narrow} label={t('reasons.parent')} description={t('reasons.parentHint')} placeholder={t('reasons.atRoot')} nodes={nodes} value={parentId} change={setParentId} />
      </SaveForm>
    </SettingsPage>
  )
}
