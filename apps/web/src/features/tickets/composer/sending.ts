// What was sent from this window, so that "undo" brings back exactly the text with its files.
import type { Content } from './draft-content.ts'

const sent = new Map<string, Content>()

export const rememberSent = (interactionId: string, content: Content): void => void sent.set(interactionId, content)
export function takeSent(interactionId: string): Content | undefined {
  const content = sent.get(interactionId)
  sent.delete(interactionId)
  return content
}

let last: { act: string; key: string } | null = null
/** The same act tried again carries the same key, so that a lost answer does not send twice. */
export function keyForAct(act: string, fresh: () => string): string {
  if (last?.act !== act) last = { act, key: fresh() }
  return last.key
}
export const actDone = (): void => {
  last = null
}
