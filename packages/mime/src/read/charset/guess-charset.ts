/**
 * Which 8-bit charset undeclared text is in. Each candidate decodes a sample, and the letters beyond
 * ASCII are judged: how usual they are in the language, and whether they stand as its words have them
 * (Polish and western letters between Latin ones, Cyrillic ones among themselves, capitals in front).
 */
import iconv from 'iconv-lite';

type Script = 'polish' | 'western' | 'cyrillic';

const candidates: { charset: string; script: Script }[] = [
  { charset: 'windows-1252', script: 'western' },
  { charset: 'windows-1250', script: 'polish' },
  { charset: 'iso-8859-2', script: 'polish' },
  { charset: 'windows-1251', script: 'cyrillic' },
  { charset: 'koi8-r', script: 'cyrillic' },
  { charset: 'cp866', script: 'cyrillic' },
  { charset: 'iso-8859-5', script: 'cyrillic' },
];

const usual: Record<Script, string> = {
  // Czech, Slovak and Hungarian letters come with the same two charsets.
  polish: 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻěščřžýáíéúůďťňľôäĚŠČŘŽÝÁÍÉÚőűöüŐŰÖÜ',
  western: 'äöüßÄÖÜéèêëàâçîïôûùœæøåñáíóúãõÉÈÀÇÅØÆÑÁÍÓÚìòÊ',
  cyrillic: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёієїОЕАИНТСРВЛКМДПУЯГЗБЧЙХЖШЮЦЩЭФІЄЇЁ',
};
const usualSets = Object.fromEntries(Object.entries(usual).map(([script, letters]) => [script, new Set(letters)])) as Record<Script, Set<string>>;
const veryUsual = new Set('оеаинтсрвлк');
// Neither for nor against: quotes, dashes, blanks, signs that every mail may have.
const neutral = new Set('„”“’‘–—…«»€§°©®™•·\u00a0\u00ad№‚›‹');

const sampleBytes = 6000;

export function guessCharset(bytes: Buffer): string {
  const sample = sampleOf(bytes);
  let best = 'windows-1252';
  let bestScore = -Infinity;
  for (const { charset, script } of candidates) {
    const score = judge(iconv.decode(sample, charset), script);
    if (score > bestScore) [best, bestScore] = [charset, score];
  }
  return best;
}

/** Latin-1 is what many programs declare for anything: only letters no western word can have count against it. */
export function westernLooksWrong(bytes: Buffer): boolean {
  const sample = sampleOf(bytes);
  const western = judge(iconv.decode(sample, 'windows-1252'), 'western');
  if (western > 0.2) return false;
  let best = western;
  for (const { charset, script } of candidates) {
    if (script !== 'western') best = Math.max(best, judge(iconv.decode(sample, charset), script));
  }
  return best > western + 0.6;
}

/** The stretch that holds the first byte beyond ASCII, so that a long English beginning hides nothing. */
function sampleOf(bytes: Buffer): Buffer {
  if (bytes.length <= sampleBytes) return bytes;
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 200);
  return bytes.subarray(from, from + sampleBytes);
}

/** −1 (nonsense) to about 1.3 (plain text of the script). */
function judge(text: string, script: Script): number {
  const letters = usualSets[script];
  let sum = 0;
  let count = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char.charCodeAt(0) < 0x80) {
      run = 0;
      continue;
    }
    if (neutral.has(char) && !between(text, i)) {
      run = 0;
      continue;
    }
    count++;
    run++;
    if (!letters.has(char)) {
      sum -= 1;
      continue;
    }
    const latinNeighbour = isLatin(text.charCodeAt(i - 1)) || isLatin(text.charCodeAt(i + 1));
    if (script === 'cyrillic') {
      sum += latinNeighbour ? -0.5 : veryUsual.has(char) ? 1.3 : 0.8;
      // A capital after a small letter is how the wrong one of two Cyrillic charsets shows itself.
      if (i > 0 && isCapital(char) && isSmallCyrillic(text[i - 1]!)) sum -= 2;
    } else {
      sum += run > 3 ? -1 : latinNeighbour ? 1 : 0.5;
      if (isCapital(char) && isSmallLatin(text.charCodeAt(i - 1))) sum -= 1.5;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function between(text: string, i: number): boolean {
  return isLatin(text.charCodeAt(i - 1)) && isLatin(text.charCodeAt(i + 1));
}

function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || isSmallLatin(code);
}

function isSmallLatin(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isCapital(char: string): boolean {
  return char !== char.toLowerCase();
}

function isSmallCyrillic(char: string): boolean {
  return char >= 'а' && char <= 'ӿ';
}
