// Settings of warnings while they are tried. Pure.
import type { WarningKind, WarningSettings } from '@kontuar/contracts'

/** The steps of the slider: what one would say, from once in four months to one a day. */
export const budgets = [0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 16, 24, 30] as const
/** The nearest step; a budget set through the API may lie between two. */
export const stepOf = (budget: number): number => budgets.reduce<number>((best, each, index) => (Math.abs(Math.log(each / budget)) < Math.abs(Math.log(budgets[best]! / budget)) ? index : best), 0)

export type Unit = 'times' | 'points' | 'share' | 'contacts'
/** In what the smallest change that matters is said. */
export const unitOf = (kind: WarningKind): Unit => (kind === 'no-feedback' ? 'contacts' : kind === 'nps-falls' || kind === 'step-falls' ? 'points' : kind === 'fewer-good-reviews' ? 'share' : 'times')

export const isOn = ({ kinds }: Pick<WarningSettings, 'kinds'>, kind: WarningKind): boolean => kinds[kind]?.on !== false
export const leastOf = ({ kinds }: Pick<WarningSettings, 'kinds'>, kind: WarningKind): number | null => kinds[kind]?.threshold ?? null

export const withKind = ({ kinds }: Pick<WarningSettings, 'kinds'>, kind: WarningKind, part: { on?: boolean; threshold?: number | null }): WarningSettings['kinds'] => ({ ...kinds, [kind]: { ...(kinds[kind] ?? { on: true }), ...part } })

/** As the server would treat them: a kind that is not named is on, without a threshold. */
export function sameSettings(one: WarningSettings, other: WarningSettings): boolean {
  const names = new Set([...Object.keys(one.kinds), ...Object.keys(other.kinds)]) as Set<WarningKind>
  return one.falseAlarmsPerMonth === other.falseAlarmsPerMonth && one.perLocation === other.perLocation && [...names].every((kind) => isOn(one, kind) === isOn(other, kind) && leastOf(one, kind) === leastOf(other, kind))
}
