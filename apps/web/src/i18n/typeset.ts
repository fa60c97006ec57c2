// No line ends with a word of one letter (Polish and Russian rule), and none begins with a dash. Done once when a catalogue
// is loaded, so that translators write plain spaces.
const lonely = /(?<=^|[\s(„«\u00a0])([aiouwzавикосуя]) (?=\S)/giu

export const typesetText = (text: string): string => text.replace(lonely, '$1\u00a0').replace(/ (?=—)/g, '\u00a0')

export const typeset = (catalogue: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, typesetText(text)]))
