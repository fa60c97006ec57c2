import type { TouchpointDefinition, Trigger } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { happens, roadsKey, shareShape, splitDelay } from './asking-shape.ts'

/** What a touchpoint does, in one sentence. Its conditions are said apart: they need the names of the organization. */
export function useAskingWords() {
  const { t } = useTranslation('asking')
  const { t: tConditions } = useTranslation('conditions')
  const list = (parts: readonly string[]) => new Intl.ListFormat(currentLocale(), { type: 'disjunction' }).format(parts)

  const when = (trigger: Trigger, { interactionKinds, channels }: TouchpointDefinition): string => {
    const happened = trigger === 'interaction-recorded' && interactionKinds.length > 0 ? list(interactionKinds.map((kind) => t(`after.${kind}`))) : t(`after.${trigger}`)
    const look = tConditions as unknown as (key: string, options: object) => string
    return channels.length === 0 ? happened : t('byChannel', { happened, channels: list(channels.map((channel) => look(`channel.${channel}`, { defaultValue: channel }).toLocaleLowerCase())) })
  }
  const delay = (minutes: number): string => {
    const { amount, unit } = splitDelay(minutes)
    return minutes === 0 ? t('atOnce') : t(`delay.${unit}`, { count: amount })
  }
  const share = (of: number): string | null => {
    const shape = shareShape(of)
    return shape.kind === 'all' ? null : shape.kind === 'one-in' ? t(`share.${shape.n}`) : t('share.percent', { percent: new Intl.NumberFormat(currentLocale()).format(shape.percent) })
  }
  const rest = (days: number | null, usual: number | undefined): string | null => {
    if (days === null) return usual === undefined ? null : usual === 0 ? t('rest.none') : t('rest.days', { count: usual })
    return days === 0 ? t('rest.none') : t('rest.days', { count: days })
  }
  return {
    delay, share,
    /** @param usualRest days of the organization's own rest, while known */
    sentence(trigger: Trigger, definition: TouchpointDefinition, usualRest: number | undefined): string {
      const first = [when(trigger, definition), ...(happens(trigger) || definition.delayMinutes > 0 ? [delay(definition.delayMinutes)] : []), t(`roads.${roadsKey(definition.roads)}`)].join(', ')
      const whole = [first, share(definition.sampleShare), rest(definition.restDays, usualRest)].filter((part) => part !== null).join('; ')
      return `${whole.charAt(0).toLocaleUpperCase()}${whole.slice(1)}.`
    },
    exclusions({ exclude }: TouchpointDefinition): string | null {
      const who = [...(exclude.openComplaint ? [t('not.openComplaint')] : []), ...(exclude.minors ? [t('not.minors')] : [])]
      return who.length === 0 ? null : t('not', { who: new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(who) })
    },
  }
}
