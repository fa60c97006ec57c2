import { createShopSource, listShopSources, type ShopSource } from '@kontuar/contracts'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { LocationPicker } from '../../../ui/pickers/LocationPicker.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { ShopRow } from './ShopRow.tsx'
import { ShopSecret } from './ShopSecret.tsx'
import shared from '../settings.module.css'

/** Shops that tell of purchases: each has an address to send to and a secret to sign with. */
export function Shops() {
  const { t } = useTranslation('inviting')
  const shops = useQuery({ queryKey: queryKeys.shopSources, queryFn: ({ signal }) => api(listShopSources, { signal }) })
  const [making, setMaking] = useState(false)
  const [told, setTold] = useState<ShopSource | null>(null)
  const items = shops.data?.items ?? []
  return (
    <div className={shared.stack}>
      {told !== null && told.secret !== null && <ShopSecret shop={told} secret={told.secret} done={() => setTold(null)} />}
      {shops.isPending ? <RowSkeletons rows={2} height={60} /> : shops.isError ? <Problem error={shops.error} retry={() => void shops.refetch()} /> : items.length > 0 && (
        <ul className={shared.list}>{items.map((shop) => <ShopRow key={shop.id} shop={shop} told={setTold} />)}</ul>
      )}
      {making ? <NewShop leave={() => setMaking(false)} made={(shop) => { setMaking(false); setTold(shop) }} /> : shops.isSuccess && <div><Button variant="default" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{t('shopAdd')}</Button></div>}
    </div>
  )
}

function NewShop({ made, leave }: { made: (shop: ShopSource) => void; leave: () => void }) {
  const { t } = useTranslation('inviting')
  const queries = useQueryClient()
  const form = useForm({ initialValues: { name: '', locationId: null as string | null }, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() === '' ? t('wrong.shopName') : null) } })
  const making = useMutation({ mutationFn: ({ name, locationId }: typeof form.values) => api(createShopSource, { body: { name: name.trim(), locationId } }), onSuccess: made, onError: (error) => form.setErrors(fieldErrors(error)), onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.shopSources }) })
  return (
    <SaveForm button={t('shopAdd')} pending={making.isPending} error={making.error} onSubmit={form.onSubmit((values) => making.mutate(values))} beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>}>
      <div className={shared.pair}>
        <TextInput autoFocus label={t('shopName')} placeholder={t('shopNameExample')} maxLength={200} {...form.getInputProps('name')} />
        <LocationPicker label={t('shopLocation')} placeholder={t('shopLocationNone')} comboboxProps={{ position: 'bottom-start' }} value={form.values.locationId} change={(id) => form.setFieldValue('locationId', id)} error={form.errors['locationId']} />
      </div>
    </SaveForm>
  )
}
