// "<org>/<sha256>" and nothing else: a key becomes a path or an address.

/** @throws for anything else */
export function splitFileKey(key: string): { org: string; hash: string } {
  const found = /^(\d{1,10})\/([0-9a-f]{64})$/.exec(key)
  if (found === null) throw new Error(`not a file key: ${JSON.stringify(key.slice(0, 100))}`)
  return { org: found[1]!, hash: found[2]! }
}
