// A number between 0 and 1 that chance cannot have chosen better, and that is the same for everybody who looks: at the same check on the same
// day it is always the same one. Whole counts never lie exactly at a level; with it they do (score.ts), so that the borne number of false
// alarms is the number that comes, and a look that was killed and repeated says what it said.

/** FNV-1a, then the finish of MurmurHash3, so that neighbouring days have nothing in common. */
export function drawOf(text: string): number {
  let hash = 0x811C9DC5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85EBCA6B)
  hash = Math.imul(hash ^ (hash >>> 13), 0xC2B2AE35)
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32
}
