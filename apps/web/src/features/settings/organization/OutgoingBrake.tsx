// The global brake. Takes hold at once and can be taken back, so it asks nothing beforehand.
import { changeOrganization, type Me } from '@kontuar/contracts'
import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { showNotice } from '../../../ui/undo.ts'

export function OutgoingBrake() {
  const { t } = useTranslation('settings')
  const { outgoingPaused } = useMe().organization
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: (paused: boolean) => api(changeOrganization, { body: { outgoingPaused: paused } }),
    onSuccess: (organization, paused) => {
      queries.setQueryData<Me>(queryKeys.me, (me) => me && { ...me, organization })
      showNotice({ message: paused ? t('brake.on') : t('brake.off'), undo: () => mutation.mutate(!paused) })
    },
  })
  return (
    <>
      <Switch
        label={t('brake.switch')}
        description={outgoingPaused ? t('brake.nowOn') : t('brake.nowOff')}
        color="amber"
        checked={mutation.isPending ? mutation.variables : outgoingPaused}
        onChange={(event) => mutation.mutate(event.currentTarget.checked)}
      />
      {mutation.isError && <Problem error={mutation.error} />}
    </>
  )
}
