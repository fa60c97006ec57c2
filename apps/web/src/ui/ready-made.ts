// What every organization begins with is shown in the reader's language until somebody renames it; then in their words.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

export type ReadyMadeKind = 'status' | 'queue' | 'reason' | 'view' | 'calendar' | 'policy' | 'legal' | 'legalConsequence'
export interface Named { name: string; readyMade?: string | null | undefined }

/** The name to show. A key that this version does not know (a newer server) shows the stored name. */
export const shownName = (t: TFunction, kind: ReadyMadeKind, thing: Named): string =>
  thing.readyMade ? (t as unknown as (key: string, options: object) => string)(`readyMade.${kind}.${thing.readyMade}`, { ns: 'everywhere', defaultValue: thing.name }) : thing.name

/** `const named = useNamed(); named('queue', queue)` */
export function useNamed(): (kind: ReadyMadeKind, thing: Named) => string {
  const { t } = useTranslation()
  return (kind, thing) => shownName(t, kind, thing)
}
