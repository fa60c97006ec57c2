import { exportAnswers } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { apiPath } from '../../../../api/api.ts'
import type { AnswersQuery } from '../answer-search.ts'
import classes from './filter.module.css'

/** The answers of this filter as a table to take away. */
export function ExportLink({ query, today }: { query: AnswersQuery; today: string }) {
  const { t } = useTranslation('answers')
  return (
    <Button variant="subtle" color="gray" size="compact-sm" className={classes.export} leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />} renderRoot={(props) => <a href={apiPath(exportAnswers, {}, query)} download={`answers-${today}.csv`} {...props}>{props['children']}</a>}>
      <span className={classes.exportWord}>{t('export')}</span>
    </Button>
  )
}
