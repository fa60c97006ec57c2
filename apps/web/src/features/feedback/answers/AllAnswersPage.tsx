import { VisuallyHidden } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTitle } from '../../../ui/use-title.ts'
import { AnswersScreen } from './list/AnswersScreen.tsx'

const here = getRouteApi('/workspace/feedback/home/answers')

/** What customers answered, whatever they were asked. */
export function AllAnswersPage() {
  const { t } = useTranslation('answers')
  useTitle(t('title'))
  return (
    <>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <AnswersScreen search={here.useSearch()} />
    </>
  )
}
