import { roles, type Because, type Role } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name)

/** Why somebody was told, in a few words. */
export function useBecause(): (because: Because) => string {
  const { t } = useTranslation('alerts')
  return ({ code, name, step }) => {
    const said = t(`because.${code}`, { step: step ?? 1 })
    return name === undefined ? said : `${said}: ${isRole(name) ? t(`role.${name}`) : name}`
  }
}
