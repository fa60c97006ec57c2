import { getCustomer, listCustomers } from '@kontuar/contracts'
import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'

const few = 20

/** Customers are too many for a list: they are looked for. */
export function CustomersValue({ label, value, change }: { label: string; value: unknown; change: (value: unknown) => void }) {
  const { t } = useTranslation('conditions')
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 250)
  const chosen = (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string' && each !== '')
  const found = useQuery({ queryKey: queryKeys.customers.list({ q, limit: few }), queryFn: ({ signal }) => api(listCustomers, { query: { limit: few, ...(q !== '' && { q }) }, signal }), placeholderData: keepPreviousData }).data?.items ?? []
  const known = useQueries({ queries: chosen.map((id) => ({ queryKey: queryKeys.customers.one(id), queryFn: ({ signal }: { signal: AbortSignal }) => api(getCustomer, { params: { id }, signal }) })) })
  const named = [...known.flatMap(({ data }) => data ?? []), ...found]
  const data = [...new Map([...chosen.map((id) => [id, '…'] as const), ...named.map(({ id, name, identities }) => [id, name || identities[0]?.address || '—'] as const)])].map(([id, name]) => ({ value: id, label: name }))
  return <MultiSelect size="xs" aria-label={label} data={data} value={chosen} onChange={change} searchable searchValue={typed} onSearchChange={setTyped} filter={({ options }) => options} nothingFoundMessage={t('nothingFound')} placeholder={chosen.length === 0 ? t('choose') : undefined} maxDropdownHeight={320} />
}
