import type { ResponseOf, importAnswers } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { RefusedLines } from './RefusedLines.tsx'
import shared from '../frame/roads.module.css'
import classes from './import.module.css'

export function Outcome({ outcome: { taken, known, refused }, again }: { outcome: ResponseOf<typeof importAnswers>; again: () => void }) {
  const { t } = useTranslation('roads')
  const number = new Intl.NumberFormat(currentLocale())
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={classes.outcome}>
      <p role="status" className={classes.taken}><IconCheck size={18} stroke={1.75} aria-hidden /> {t('import.taken', { count: taken, number: number.format(taken) })}</p>
      {known > 0 && <p className={shared.soft}>{t('import.known', { count: known, number: number.format(known) })}</p>}
      <RefusedLines refused={refused} open />
      <div><Button variant="default" onClick={again}>{t('import.again')}</Button></div>
    </div>
  )
}
