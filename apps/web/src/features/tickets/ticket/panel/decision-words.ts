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
  const { code, open } = because as Record<string, unknown>
  switch (code) {
    case 'given': return t('decision.mode.hand')
    case 'took': return t('decision.took')
    case 'answered': return t('decision.answered')
    case 'began': return t('decision.began')
    case 'released': return t('decision.released')
    case 'moved': return t('decision.moved')
    case 'pull': return t('decision.mode.pull')
    case 'round-robin': return t('decision.mode.round-robin')
    case 'least-loaded': return typeof open === 'number' ? t('decision.leastLoaded', { count: open }) : t('decision.mode.least-loaded')
    case 'sticky': return t('decision.mode.sticky')
    case 'away': return t('decision.away')
    case 'left': return t('decision.left')
    case 'escalation': return t('decision.mode.escalation')
    case 'bulk': return t('decision.bulk')
    case 'undone': return t('decision.undone')
    case 'rule': return t('decision.rule')
    case 'mailbox': return t('decision.mailbox')
    case 'merged': return t('event.merged')
    case 'nobody-serves': return t('decision.nobodyServes')
    case 'nobody-at-location': return t('decision.nobodyAtLocation')
    case 'nobody-available': return t('decision.nobodyAvailable')
    case 'no-skill': return t('decision.noSkill')
    case 'no-capacity': return t('decision.noCapacity')
    default: return null
  }
}
