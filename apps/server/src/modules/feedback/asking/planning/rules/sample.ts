import { createHash } from 'node:crypto'

/**
 * Whether a happening falls into the share that is asked. Not drawn but computed: the same happening gives the same answer at every
 * retry, and of many the share is met. 0 asks nobody, 1 everybody, exactly.
 * @param share 0 to 1
 */
export function isSampled(touchpointId: string, cause: string, share: number): boolean {
  const digest = createHash('sha256').update(`${touchpointId}\n${cause}`).digest()
  // 48 bits: below 1 always, and fine enough for a share of any use.
  return digest.readUIntBE(0, 6) / 2 ** 48 < share
}
