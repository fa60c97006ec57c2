/** Without controls and marks that turn the direction of what follows: an address must not be read backwards. */
export const clean = (text: string): string => text.toWellFormed().normalize('NFC').replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu, (letter) => (letter === '\n' ? letter : letter === '\t' ? ' ' : ''))
export const oneLine = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim()
