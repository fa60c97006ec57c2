import type { Task } from '@kontuar/contracts'

/** Closing it asks for what nobody has said yet. */
export const asksWords = ({ asksCause, causeId, remedy }: Pick<Task, 'asksCause' | 'causeId' | 'remedy'>): boolean => asksCause && (causeId === null || remedy === '')
