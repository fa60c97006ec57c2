import { useTranslation } from 'react-i18next'

/** Why somebody was not asked, in words. A reason of a newer server keeps its own name. */
export function useReasonWords(): (code: string) => string {
  const { t } = useTranslation('asking')
  const look = t as unknown as (key: string, options: object) => string
  return (code) => look(`reason.${code}`, { defaultValue: code })
}
