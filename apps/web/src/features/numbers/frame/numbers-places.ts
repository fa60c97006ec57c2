// Places of numbers besides the dashboards, in the list at the side. `label` is a key of the words `numbers`.
import type { Permission } from '@kontuar/contracts'
import { IconAdjustments, IconAlertTriangle, IconBook2, IconScale, type TablerIcon } from '@tabler/icons-react'

export interface NumbersPlace { to: '/numbers/warnings' | '/numbers/metrics' | '/numbers/effect' | '/settings/numbers'; label: 'place.warnings' | 'place.metrics' | 'place.effect' | 'place.settings'; icon: TablerIcon; permission?: Permission }
export const numbersPlaces: readonly NumbersPlace[] = [
  { to: '/numbers/warnings', label: 'place.warnings', icon: IconAlertTriangle },
  { to: '/numbers/metrics', label: 'place.metrics', icon: IconBook2 },
  { to: '/numbers/effect', label: 'place.effect', icon: IconScale },
  { to: '/settings/numbers', label: 'place.settings', icon: IconAdjustments, permission: 'insight.manage' },
]
