import type { Decision } from '@kontuar/contracts'
import type { TFunction } from 'i18next'

/** Who got the ticket and how it was chosen: "Anna: least work (3 open)". */
export function decisionWords({ mode, staffName, because }: Pick<Decision, 'mode' | 'staffName' | 'because'>, t: TFunction<'ticket'>): string {
  const who = staffName ?? t('decision.nobody')
  const how = becauseWords(because, t) ?? t(`decision.mode.${mode}`)
  return `${who}: ${how}`
}

/** What a choice rested on, in words; null when this version does not know the code. */
export function becauseWords(because: unknown, t: TFunction<'ticket'>): string | null {
  if (typeof because !== 'object' || because === null) return null
  const { code, ...facts } = because as Record<string, unknown>
  const number = (name: string) => (typeof facts[name] === 'number' ? (facts[name] as number) : null)
  const open = number('open') ?? number('openTickets')
  switch (code) {
    case 'by-hand': case 'hand': return t('decision.mode.hand')
    case 'taken': case 'pull': case 'pulled': return t('decision.mode.pull')
    case 'round-robin': return t('decision.mode.round-robin')
    case 'least-loaded': return open === null ? t('decision.mode.least-loaded') : t('decision.leastLoaded', { count: open })
    case 'sticky': return t('decision.mode.sticky')
    case 'only-one': return t('decision.onlyOne')
    case 'away': case 'away-too-long': return t('decision.away')
    case 'off': case 'off-shift': return t('decision.off')
    case 'left': case 'left-queue': case 'inactive': return t('decision.left')
    case 'escalation': return t('decision.mode.escalation')
    default: return null
  }
}
