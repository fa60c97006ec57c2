// A rule that would be overlooked is saved only when it is asked for a second time.
import { decimalText, wholeText } from '@kontuar/charts'
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../../api/problem.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import classes from './edit.module.css'

export const isNoisy = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.code === 'noisy-rule'

export function NoisyQuestion({ error, pending, yes, no }: { error: ApiProblem; pending: boolean; yes: () => void; no: () => void }) {
  const { t } = useTranslation('rules')
  const locale = currentLocale()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [error])
  const { perWeek, alarms, noisyFor } = error.fields
  const [often, all] = [Number(perWeek), Number(alarms)]
  const figures = Number.isFinite(often) && Number.isFinite(all) ? t('noisy.figures', { name: noisyFor ?? '…', perWeek: often < 10 ? decimalText(often, 1, locale) : wholeText(often, locale), alarms: wholeText(all, locale) }) : (error.detail ?? error.message)
  return (
    <div ref={place} className={classes.noisy} role="alert" tabIndex={-1} data-noisy>
      <p className={classes.noisyTitle}><IconAlertTriangle size={16} stroke={1.75} aria-hidden /> {t('noisy.title')}</p>
      <p>{figures} {t('noisy.borne')}</p>
      <p>{t('noisy.advice')}</p>
      <div className={classes.buttons}>
        <Button variant="default" size="compact-sm" onClick={no}>{t('noisy.back')}</Button>
        <Button variant="subtle" color="gray" size="compact-sm" aria-disabled={pending} onClick={() => { if (!pending) yes() }}>{t('noisy.save')}</Button>
      </div>
    </div>
  )
}
