import { Button } from '@mantine/core'
import { IconCompassOff, IconPlugConnectedX } from '@tabler/icons-react'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { problemText } from '../ui/problem-text.ts'

export function NotFoundPage() {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <EmptyState
        heading
        icon={<IconCompassOff size={22} stroke={1.5} />}
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={<Button onClick={() => void router.navigate({ to: '/' })}>{t('notFound.action')}</Button>}
    />
  )
}

/** A screen that could not be loaded or broke. A part of a screen shows ui/Problem instead. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div role="alert">
      <EmptyState heading icon={<IconPlugConnectedX size={22} stroke={1.5} />} title={t('problem.title')} text={problemText(error, t)} action={<Button onClick={again}>{t('action.retry')}</Button>} />
    </div>
  )
}

/** The same before there is a frame around. */
export const OuterNotFoundPage = () => <main><NotFoundPage /></main>
export const OuterCrashPage = (props: ErrorComponentProps) => <main><CrashPage {...props} /></main>
