// The text in each language in a tab of its own, with the variables to put in and the preview below.
import { cannedVariables, type CannedAnswer, type Locale } from '@kontuar/contracts'
import { Button, Menu, Tabs } from '@mantine/core'
import '@mantine/core/styles/Tabs.layer.css'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { currentLocale, localeNames, locales } from '../../../i18n/i18n.ts'
import { RichTextField } from '../../../ui/RichTextField.tsx'
import { Preview } from './Preview.tsx'
import { filled, unknownVariables, type Sample } from './variables.ts'
import classes from './canned.module.css'

type Texts = CannedAnswer['texts']

export function TextsField({ value, change, error }: { value: Texts; change: (texts: Texts) => void; error?: string | undefined }) {
  const { t } = useTranslation('canned')
  const { organization, staff } = useMe()
  const [language, setLanguage] = useState<Locale>(() => locales.find((each) => each === currentLocale() && value[each]) ?? locales.find((each) => value[each]) ?? organization.locale)
  const [inTwoWeeks] = useState(() => Date.now() + 14 * 86_400_000)
  const html = value[language] ?? ''
  const sample: Sample = {
    'customer.name': t('sample.customer'), 'customer.firstName': t('sample.firstName'), 'ticket.number': '1042', 'ticket.subject': t('sample.subject'), 'agent.name': staff.name, 'agent.firstName': staff.name.split(' ')[0] ?? staff.name,
    'organization.name': organization.name, 'queue.name': t('sample.queue'), 'legal.lastDay': new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(inTwoWeeks),
  }
  const unknown = unknownVariables(html)
  return (
    <div>
      <Tabs value={language} onChange={(next) => setLanguage((next ?? language) as Locale)} keepMounted={false}>
        <Tabs.List aria-label={t('languages')}>
          {locales.map((each) => <Tabs.Tab key={each} value={each} lang={each} className={classes.tab}>{localeNames[each]}{value[each] ? '' : ` (${t('noText')})`}</Tabs.Tab>)}
        </Tabs.List>
        {locales.map((each) => (
          <Tabs.Panel key={each} value={each} className={classes.panel}>
            <RichTextField
              label={t('textIn', { language: localeNames[each] })}
              value={value[each] ?? ''}
              onChange={(next) => {
                const { [each]: _, ...rest } = value
                change(next === '' ? rest : { ...rest, [each]: next })
              }}
            >
              {(insert) => (
                <Menu position="bottom-start" withinPortal={false} floatingStrategy="fixed">
                  <Menu.Target><Button type="button" variant="subtle" color="gray" size="compact-sm" rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>{t('insert')}</Button></Menu.Target>
                  <Menu.Dropdown>
                    {cannedVariables.map((name) => <Menu.Item key={name} onClick={() => insert(`{{${name}}}`)}>{t(`variable.${name}`)}</Menu.Item>)}
                  </Menu.Dropdown>
                </Menu>
              )}
            </RichTextField>
          </Tabs.Panel>
        ))}
      </Tabs>
      <div className={classes.panel}>
        {error !== undefined && <p className={classes.error} role="alert">{error}</p>}
        {unknown.length > 0 && <p className={classes.warning} role="status">{t('unknown', { names: unknown.map((name) => `{{${name}}}`).join(', ') })}</p>}
        {html !== '' && <Preview key={language} html={filled(html, sample)} />}
      </div>
    </div>
  )
}
