import type { Because } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'

/** Why somebody was told, in a few words. */
export function useBecause(): (because: Because) => string {
  const { t } = useTranslation('alerts')
  return ({ code, name, step }) => {
    const said = t(`because.${code}`, { step: step ?? 1 })
    return name === undefined || code === 'role' ? said : `${said}: ${name}`
  }
}
