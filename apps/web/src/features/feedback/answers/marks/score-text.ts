import type { SurveyAnswer } from '@kontuar/contracts'

/** "2 / 5"; null when nothing was scored. */
export const scoreText = ({ score, scale }: Pick<SurveyAnswer, 'score' | 'scale'>): string | null => (score === null ? null : scale === null ? String(score) : `${score} / ${scale.max}`)
