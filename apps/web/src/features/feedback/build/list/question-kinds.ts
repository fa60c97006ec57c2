import type { QuestionType } from '@kontuar/survey'
import { IconAlignLeft, IconCircleDot, IconFeather, IconGauge, IconListDetails, IconMoodSmile, IconPaperclip, IconShieldCheck, IconSquareCheck, IconStar, IconTable, IconThumbUp, type TablerIcon } from '@tabler/icons-react'

export const kindIcons: Record<QuestionType, TablerIcon> = {
  nps: IconGauge, csat: IconThumbUp, ces: IconFeather, stars: IconStar, faces: IconMoodSmile, single: IconCircleDot, multiple: IconSquareCheck, reasons: IconListDetails,
  matrix: IconTable, text: IconAlignLeft, file: IconPaperclip, consent: IconShieldCheck,
}
/** As they are offered: what rates, what chooses, what is written. */
export const kindGroups = [
  { group: 'rate', kinds: ['nps', 'csat', 'ces', 'stars', 'faces'] },
  { group: 'choose', kinds: ['single', 'multiple', 'reasons', 'matrix'] },
  { group: 'write', kinds: ['text', 'file', 'consent'] },
] as const satisfies readonly { group: string; kinds: readonly QuestionType[] }[]
