// Who is meant by a recipient: in words, and as the people it is now.
import type { Recipient } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useLocations, useRegions, useStaff, useTeams } from '../../../../api/desk.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'

/** More names than these are a number. */
const mostNames = 4

export function useRecipientWords() {
  const { t } = useTranslation('rules')
  const [locations, regions, teams, staff] = [useLocations(), useRegions(), useTeams(), useStaff()]
  const personOf = (id: string | null) => staff.find((each) => each.id === id && each.active)?.name
  const listed = (names: readonly string[]): string => {
    const shown = names.slice(0, mostNames)
    const more = names.length - shown.length
    return new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(more > 0 ? [...shown, t('now.more', { count: more })] : shown)
  }

  const nameOf = (recipient: Recipient): string => {
    switch (recipient.to) {
      case 'role': return t(`role.${recipient.role}`)
      case 'team-of': return t('recipient.team-of', { name: teams.find(({ id }) => id === recipient.teamId)?.name ?? '…' })
      case 'staff': return staff.find(({ id }) => id === recipient.staffId)?.name ?? '…'
      default: return t(`recipient.${recipient.to}`)
    }
  }
  const people = (ids: readonly string[]): string => {
    const names = ids.flatMap((id) => personOf(id) ?? [])
    return names.length === 0 ? t('now.nobody') : t('now.are', { names: listed(names) })
  }
  /** Whoever is in charge of each of these places, and the places nobody is in charge of. */
  const managers = (places: readonly { name: string; managerId: string | null; retired: boolean }[]): string => {
    const inUse = places.filter(({ retired }) => !retired)
    const names = [...new Set(inUse.flatMap(({ managerId }) => personOf(managerId) ?? []))]
    const without = inUse.filter(({ managerId }) => personOf(managerId) === undefined).map(({ name }) => name)
    return [names.length === 0 ? t('now.nobody') : t('now.are', { names: listed(names) }), ...(names.length > 0 && without.length > 0 ? [t('now.without', { places: listed(without) })] : [])].join(' ')
  }
  const whoNow = (recipient: Recipient): string => {
    switch (recipient.to) {
      case 'location-manager': return managers(locations)
      case 'region-manager': return managers(regions)
      case 'team-manager': return managers(teams)
      case 'role': return people(staff.filter(({ role }) => role === recipient.role).map(({ id }) => id))
      case 'team-of': return people(teams.find(({ id }) => id === recipient.teamId)?.memberIds ?? [])
      case 'staff': return personOf(recipient.staffId) === undefined ? t('now.gone') : t('now.byName')
      case 'team': case 'owner': case 'queue-servers': return t(`now.${recipient.to}`)
    }
  }
  return { nameOf, whoNow, listed, teams: teams.filter(({ retired }) => !retired), staff: staff.filter(({ active }) => active) }
}
