// Takes a word out of use or brings it back; what refuses it stands below the button.
import type { RouteDefinition, BodyOf } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import type { QueryKey } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { problemText } from '../../../ui/problem-text.ts'
import { refusalText } from './refusal.ts'
import { usePatch } from './use-patch.ts'
import classes from './words.module.css'

export function RetireButton<const R extends RouteDefinition>({ route, queryKey, id, name, retired }: { route: R; queryKey: QueryKey; id: string; name: string; retired: boolean }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const patch = usePatch(route, queryKey)
  const act = () => patch.mutate({ id, body: { retired: !retired } as BodyOf<R>, before: { retired } as BodyOf<R>, message: retired ? t('retired.isBack', { name }) : t('retired.done', { name }), quiet: true })
  return (
    <>
      <Button type="button" variant="default" aria-disabled={patch.isPending} onClick={() => !patch.isPending && act()}>{retired ? t('retired.bringBack') : t('retired.act')}</Button>
      {patch.isError && <p role="alert" className={classes.refused}>{refusalText(patch.error, t) ?? problemText(patch.error, everywhere)}</p>}
    </>
  )
}
