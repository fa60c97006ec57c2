import { useTranslation } from 'react-i18next'

/** "about 40 s", "about 2 min": to five seconds under a minute, to half a minute above. It is an estimate and reads as one. */
export function useDurationWords(): (seconds: number) => string {
  const { t } = useTranslation('surveys')
  return (seconds) => {
    if (seconds < 58) return t('measure.seconds', { seconds: Math.max(5, Math.round(seconds / 5) * 5) })
    const halves = Math.max(2, Math.round(seconds / 30))
    return halves % 2 === 0 ? t('measure.minutes', { minutes: halves / 2 }) : t('measure.minutesHalf', { minutes: Math.floor(halves / 2) })
  }
}
