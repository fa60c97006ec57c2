// Guards that only pictures without scripts are shown to strangers, whatever a file calls itself.
import { expect, test } from 'vitest'
import { pictureType } from './picture-type.ts'

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p))))
test.each([
  ['PNG', bytes([0x89], 'PNG\r\n', [0x1a], '\n', 'rest'), 'image/png'], ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'], ['WebP', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8L'), 'image/webp'],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null], ['SVG behind a byte order mark', bytes([0xef, 0xbb, 0xbf], '<svg/>'), null], ['GIF', bytes('GIF89a'), null], ['HTML', bytes('<html>'), null], ['PDF', bytes('%PDF-1.7'), null],
  ['sound in the same wrapper as WebP', bytes('RIFF', [1, 0, 0, 0], 'WAVEfmt '), null], ['the beginning of a PNG', bytes([0x89], 'PN'), null], ['nothing', bytes(''), null],
])('%s', (_what, given, type) => expect(pictureType(given)).toBe(type))
