import { changeShopSource, type BodyOf, type ShopSource } from '@kontuar/contracts'
import { ActionIcon, Switch } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useLocations } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { CopyField } from '../../../ui/CopyField.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { ConfirmButton } from '../ConfirmButton.tsx'
import shared from '../settings.module.css'
import classes from './feedback.module.css'

export function ShopRow({ shop, told }: { shop: ShopSource; told: (shop: ShopSource) => void }) {
  const { t } = useTranslation('inviting')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const location = useLocations().find(({ id }) => id === shop.locationId)
  const { id, name, active } = shop
  const changing = useMutation({
    mutationFn: (body: BodyOf<typeof changeShopSource>) => api(changeShopSource, { params: { id }, body }),
    onError: (error) => showNotice({ message: problemText(error, tCommon), tone: 'failed' }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.shopSources }),
  })
  const undo = (body: BodyOf<typeof changeShopSource>) => () => void api(changeShopSource, { params: { id }, body }).finally(() => queries.invalidateQueries({ queryKey: queryKeys.shopSources }))
  return (
    <li className={classes.shop} data-off={!active || undefined}>
      <div className={classes.shopHead}>
        <div className={shared.rowMain}>
          <div className={shared.rowName}>{name} {location && <span className={shared.rowText}>{location.name}</span>}</div>
          <p className={shared.rowText}>{shop.lastTakenAt === null ? t('takenNever') : <>{t('taken')} <RelativeTime at={shop.lastTakenAt} /></>}</p>
        </div>
        <ConfirmButton label={t('renew')} about={t('renewOf', { name })} confirm={t('renewSure')} onConfirm={() => changing.mutate({ renewSecret: true }, { onSuccess: told })} />
        <Switch aria-label={t('shopActive', { name })} checked={active} onChange={() => changing.mutate({ active: !active }, { onSuccess: () => showNotice({ message: active ? t('shopOff', { name }) : t('shopOn', { name }), undo: undo({ active }) }) })} />
        <ActionIcon variant="subtle" color="gray" aria-label={t('shopRemoveOf', { name })} title={t('shopRemove')} onClick={() => changing.mutate({ retired: true }, { onSuccess: () => showNotice({ message: t('shopRemoved', { name }), undo: undo({ retired: false }) }) })}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>
      </div>
      {shop.lastRefusedAt !== null && shop.lastRefusal !== null && <p className={classes.refusal}>{t('refused')} <RelativeTime at={shop.lastRefusedAt} />: {shop.lastRefusal}</p>}
      <CopyField value={shop.url} label={t('shopUrlOf', { name })} />
    </li>
  )
}
