import { oneOf } from './shapes.ts'
import type { Static } from 'typebox'

export const Priority = oneOf('low', 'normal', 'high', 'urgent')
export type Priority = Static<typeof Priority>
