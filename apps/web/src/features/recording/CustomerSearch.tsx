import { listCustomers, type Customer } from '@kontuar/contracts'
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { nameOf } from '../customers/index.ts'
import classes from './record.module.css'

const fresh = ':new'

/** Finds a customer by name, address or number; what nobody has yet begins a new one. */
export function CustomerSearch({ choose, begin, error }: { choose: (customer: Customer) => void; begin: (typed: string) => void; error?: string | undefined }) {
  const { t } = useTranslation('recording')
  const { t: tCommon } = useTranslation()
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 150)
  const query = { q: words, limit: 8 }
  const { data } = useQuery({ queryKey: queryKeys.customers.list(query), queryFn: ({ signal }) => api(listCustomers, { query, signal }), enabled: words !== '', placeholderData: (before) => before })
  const found = words === '' ? [] : (data?.items ?? [])
  const first = useEffectEvent(() => words !== '' && list.selectFirstOption())
  useEffect(() => void first(), [words, found.length])
  return (
    <Combobox store={list} withinPortal={false} onOptionSubmit={(id) => {
      list.closeDropdown()
      const customer = found.find((each) => each.id === id)
      if (customer) choose(customer)
      else begin(typed.trim())
    }}>
      <Combobox.Target>
        <TextInput
          label={t('customer')}
          required
          placeholder={t('customer.search')}
          leftSection={<IconSearch size={15} stroke={1.5} aria-hidden />}
          value={typed}
          error={error}
          onClick={() => list.openDropdown()}
          onBlur={() => list.closeDropdown()}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            list.openDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('customer')}>
          {found.map((customer) => (
            <Combobox.Option key={customer.id} value={customer.id}>
              <span className={classes.found}><b>{nameOf(customer)}</b> <span>{customer.identities.map(({ address }) => address).join(', ')}</span></span>
            </Combobox.Option>
          ))}
          {words !== '' && data && found.length === 0 && <Combobox.Empty>{tCommon('picker.nothing')}</Combobox.Empty>}
          <Combobox.Option value={fresh}><span className={classes.new}><IconUserPlus size={15} stroke={1.5} aria-hidden /> {typed.trim() === '' ? t('customer.new') : t('customer.newNamed', { name: typed.trim() })}</span></Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
