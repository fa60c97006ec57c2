/** A block of MAPI properties as it stands in TNEF ([MS-OXTNEF] 2.1.3.4): count, then tag and value each. */

export interface MapiProperty {
  unicode: boolean;
  bytes: Buffer;
}

/** By property id; of several values the first is kept. */
export type MapiProperties = Map<number, MapiProperty>;

const fixedSizes: Record<number, number> = { 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0a: 4, 0x0b: 4, 0x14: 8, 0x40: 8, 0x48: 16 };
const variable = new Set([0x0d, 0x1e, 0x1f, 0x102]);

export function readMapiProperties(block: Buffer): MapiProperties {
  const properties: MapiProperties = new Map();
  if (block.length < 4) return properties;
  const count = block.readUInt32LE(0);
  let at = 4;
  for (let i = 0; i < count && at + 4 <= block.length; i++) {
    const tag = block.readUInt32LE(at);
    at += 4;
    const id = tag >>> 16;
    const type = tag & 0x0fff;
    const many = (tag & 0x1000) !== 0;
    if (id >= 0x8000) {
      const after = skipName(block, at);
      if (after === -1) return properties;
      at = after;
    }
    const size = fixedSizes[type];
    let values = 1;
    if (many || variable.has(type)) {
      if (at + 4 > block.length) return properties;
      values = block.readUInt32LE(at);
      at += 4;
    }
    for (let value = 0; value < values; value++) {
      if (size !== undefined) {
        at += size;
        continue;
      }
      if (!variable.has(type) || at + 4 > block.length) return properties;
      const length = block.readUInt32LE(at);
      at += 4;
      if (value === 0 && !properties.has(id)) properties.set(id, { unicode: type === 0x1f, bytes: block.subarray(at, Math.min(block.length, at + length)) });
      at += padded(length);
      if (at > block.length) return properties;
    }
    if (at > block.length) return properties;
  }
  return properties;
}

/** A named property carries a GUID, a kind, and a number or a name; −1 when cut off. */
function skipName(block: Buffer, at: number): number {
  if (at + 24 > block.length) return -1;
  const kind = block.readUInt32LE(at + 16);
  if (kind === 0) return at + 24;
  return at + 24 + padded(block.readUInt32LE(at + 20));
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
