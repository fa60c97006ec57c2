import type { NewAlertRule } from '@kontuar/contracts'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { readyQuery } from '../rule-queries.ts'
import classes from './edit.module.css'

/** Words and numbers of a ready-made rule are a beginning, and meant to be changed. */
export function ReadyMade({ choose }: { choose: (rule: NewAlertRule) => void }) {
  const { t } = useTranslation('rules')
  const ready = useQuery(readyQuery(currentLocale())).data?.items ?? []
  if (ready.length === 0) return null
  return (
    <Select
      className={classes.ready} label={t('ready')} description={t('readyHint')} placeholder={t('readyChoose')} maxDropdownHeight={360} data={ready.map(({ name }) => name)}
      onChange={(name) => {
        const rule = ready.find((each) => each.name === name)
        if (rule) choose(rule)
      }}
    />
  )
}
