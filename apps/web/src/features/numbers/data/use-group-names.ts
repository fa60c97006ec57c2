// What groups are called on the screen. The server names what the organization named; channels, languages and what is ready-made have
// the words of the reader's language.
import type { MetricResult } from '@kontuar/contracts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueues, useReasons } from '../../../api/desk.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useNamed } from '../../../ui/ready-made.ts'

const channels = ['email', 'phone', 'visit', 'chat', 'form', 'sms', 'messenger', 'post', 'review'] as const
type Channel = (typeof channels)[number]
const isChannel = (key: string): key is Channel => (channels as readonly string[]).includes(key)

export function useGroupNames(): (result: MetricResult, by: string) => MetricResult {
  const { t } = useTranslation('numbers')
  const { t: tConditions } = useTranslation('conditions')
  const [queues, reasons] = [useQueues(), useReasons()]
  const named = useNamed()
  const locale = currentLocale()
  return useMemo(() => {
    const languages = new Intl.DisplayNames(locale, { type: 'language' })
    const nameOf = (by: string, key: string | null, name: string): string => {
      if (key === null) return t('none')
      if (by === 'channel') return isChannel(key) ? tConditions(`channel.${key}`) : key
      if (by === 'newcomer') return t(key === 'true' ? 'newcomer.true' : 'newcomer.false')
      if (by === 'language') { try { return languages.of(key) ?? key } catch { return key } }
      const known = by === 'queue' ? queues.find(({ id }) => id === key) : by === 'reason' ? reasons.find(({ id }) => id === key) : undefined
      return known ? named(by as 'queue' | 'reason', known) : name
    }
    return (result, by) => (result.groups === null ? result : { ...result, groups: result.groups.map((group) => ({ ...group, name: nameOf(by, group.key, group.name) })) })
  // `named` is new in each drawing and says the same.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [t, tConditions, queues, reasons, locale])
}
