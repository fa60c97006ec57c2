import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './legal.module.css'

export function LegalNote() {
  const { t } = useTranslation('times')
  return <p className={classes.note} role="note"><IconInfoCircle size={16} stroke={1.5} aria-hidden /> <span>{t('basis.noAdvice')}</span></p>
}
