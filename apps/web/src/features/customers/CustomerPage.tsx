import { useTranslation } from 'react-i18next'

export function CustomerPage() {
  const { t } = useTranslation('customers')
  return <h1>{t('title')}</h1>
}
