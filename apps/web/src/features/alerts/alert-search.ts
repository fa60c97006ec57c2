import type { QueryOf, listAlerts } from '@kontuar/contracts'

export const shows = ['mine', 'open', 'acknowledged', 'resolved'] as const
export type Show = (typeof shows)[number]
export interface AlertSearch { show?: Show }

export function readAlertSearch({ show }: Record<string, unknown>): AlertSearch {
  const found = shows.find((each) => each === show)
  return found && found !== 'open' ? { show: found } : {}
}

export const alertQuery = (show: Show, language: 'pl' | 'ru' | 'en'): QueryOf<typeof listAlerts> => ({ language, ...(show === 'mine' ? { mine: true } : { state: show }) })
