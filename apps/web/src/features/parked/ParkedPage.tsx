import { useTranslation } from 'react-i18next'

export function ParkedPage() {
  const { t } = useTranslation('parked')
  return <h1>{t('title')}</h1>
}
