// The customer's employer: found by the start of its name, or added on the fly.
import { createCompany, listCompanies, type Customer } from '@kontuar/contracts'
import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { useCustomerChange } from '../use-customer.ts'
import classes from './panel.module.css'

const fresh = ':new'

export function CompanyField({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  const mayChange = useCan('customer.change')
  const change = useCustomerChange(customer.id)
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [words] = useDebouncedValue((typed ?? '').trim(), 150)
  const query = { q: words, limit: 8 }
  const { data } = useQuery({ queryKey: queryKeys.companies.list(query), queryFn: ({ signal }) => api(listCompanies, { query, signal }), enabled: typed !== null, placeholderData: (before) => before })
  const found = typed === null ? [] : (data?.items ?? [])
  const isNew = words !== '' && !found.some(({ name }) => name.toLowerCase() === words.toLowerCase())

  const first = useEffectEvent(() => typed !== null && list.selectFirstOption())
  useEffect(() => void first(), [words, found.length])

  const take = async (id: string) => {
    list.closeDropdown()
    setError(null)
    try {
      const companyId = id === fresh ? (await api(createCompany, { body: { name: words } })).id : id
      await change({ companyId })
      setTyped(null)
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <Combobox store={list} onOptionSubmit={(id) => void take(id)}>
      <Combobox.Target>
        <TextInput
          className={classes.field}
          size="xs"
          label={t('company')}
          placeholder={t('company.placeholder')}
          readOnly={!mayChange}
          maxLength={300}
          value={typed ?? customer.companyName ?? ''}
          error={error === null ? undefined : problemText(error, tCommon)}
          rightSectionPointerEvents="all"
          rightSection={mayChange && customer.companyId !== null && typed === null ? <CloseButton size="xs" aria-label={t('company.remove')} onClick={() => change({ companyId: null }).catch(setError)} /> : undefined}
          onFocus={() => mayChange && list.openDropdown()}
          onBlur={() => {
            list.closeDropdown()
            setTyped(null)
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            list.openDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === null}>
        <Combobox.Options aria-label={t('company')}>
          {found.map(({ id, name }) => <Combobox.Option key={id} value={id}>{name}</Combobox.Option>)}
          {isNew && <Combobox.Option value={fresh}>{t('company.new', { name: words })}</Combobox.Option>}
          {found.length === 0 && !isNew && <Combobox.Empty>{tCommon('picker.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
