import type { Recovery } from '@kontuar/contracts'

/** "2 / 10"; null where nothing was scored or the score is not for this reader. */
export const scoreSaid = ({ score, scaleMax }: Pick<Recovery, 'score' | 'scaleMax'>): string | null => (score === null ? null : scaleMax === null ? String(score) : `${score} / ${scaleMax}`)
