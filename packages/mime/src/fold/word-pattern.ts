/**
 * A pattern source that matches any of the given words as whole words. JavaScript's \b knows only
 * ASCII letters, so Polish and Russian words need borders by letter class. Use with the "u" flag.
 */
export function wordPattern(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  return `(?<![\\p{L}\\d])(?:${sorted.map(escape).join('|')})(?![\\p{L}\\d])`;
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s`);
}
