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
const neutral = new Set('¿¡„”“’‘–—…«»€§°©®™•·\u00a0\u00ad№‚›‹');

const sampleBytes = 6000;

export function guessCharset(bytes: Buffer): string {
  const sample = sampleOf(bytes);
  let best = 'windows-1252';
  let bestScore = -Infinity;
  for (const { charset, script } of candidates) {
    const score = judge(iconv.decode(sample, charset), script);
    if (score > bestScore) [best, bestScore] = [charset, score];
  }
  return bestScore <= -0.4 ? 'windows-1252' : best;
}

/** Latin-1 is what many programs declare for anything: only letters no western word can have count against it. */
export function westernLooksWrong(bytes: Buffer): boolean {
  const sample = sampleOf(bytes);
  // One odd letter (µ, °) is no evidence against a declaration.
  if (new Set(sample.filter((byte) => byte >= 0xa1)).size < 2) return false;
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

/** −1 (nonsense) to about 1.1 (plain text of the script). */
function judge(text: string, script: Script): number {
  let sum = 0;
  let count = 0;
  let words = 0;
  for (let i = 0; i < text.length; ) {
    if (text.charCodeAt(i) < 0x80 || (neutral.has(text[i]!) && !between(text, i))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < text.length && text.charCodeAt(end) >= 0x80 && !neutral.has(text[end]!)) end++;
    const touchesLatin = isLatin(text.charCodeAt(i - 1)) || isLatin(text.charCodeAt(end));
    const alike = sameThroughout(text, i, end);
    // A row of one sign is a drawn line, whatever letter it would be.
    if (alike && end - i >= 4) {
      i = end;
      continue;
    }
    if (!alike) words++;
    for (let at = i; at < end; at++) sum += script === 'cyrillic' ? judgeCyrillic(text, at, end - i, touchesLatin) : judgeLatin(text, at, at - i, touchesLatin, script);
    count += end - i;
    i = end;
  }
  if (count === 0) return 0;
  // Lone letters alone are blanks and apostrophes of another charset: no Cyrillic text is without a word.
  return script === 'cyrillic' && words === 0 ? Math.min(-0.4, sum / count) : sum / count;
}

function sameThroughout(text: string, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (text[at] !== text[from]) return false;
  return true;
}

function judgeCyrillic(text: string, at: number, run: number, touchesLatin: boolean): number {
  const char = text[at]!;
  if (!usualSets.cyrillic.has(char)) return -1;
  // Words do not mix scripts; a lone letter is more often a sign of another charset.
  if (touchesLatin) return -0.7;
  const capital = isCapital(char);
  // A capital after a small letter is how the wrong one of two Cyrillic charsets shows itself.
  if (capital && at > 0 && isSmallCyrillic(text[at - 1]!)) return -1.5;
  if (run === 1) return veryUsual.has(char) || 'уяУЯВКСИОАвкси'.includes(char) ? 0.4 : -0.3;
  return veryUsual.has(char) ? 1.2 : 0.8;
}

function judgeLatin(text: string, at: number, before: number, touchesLatin: boolean, script: 'polish' | 'western'): number {
  const char = text[at]!;
  // "don’t": the one quotation mark that stands inside words.
  if (char === '’') return 0.3;
  if (!usualSets[script].has(char)) return -1;
  if (before > 3) return -1;
  if (isCapital(char) && isSmallLatin(text.charCodeAt(at - 1))) return -0.5;
  // The same byte is ń and ñ, ę and ê, ć and æ: where they stand in a word tells them apart.
  const next = text[at + 1] ?? ' ';
  const vowelNext = /[aeiouyóąęáéíúAEIOUY]/.test(next);
  const wordEnds = !isLetter(text, at + 1);
  if (char === 'ñ' && !vowelNext) return -0.5;
  if (char === 'ń' && vowelNext) return -0.5;
  if ((char === 'ê' || char === 'æ') && wordEnds) return -0.3;
  return touchesLatin ? 1 : 0.5;
}

function between(text: string, i: number): boolean {
  return isLetter(text, i - 1) && isLetter(text, i + 1);
}

function isLetter(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code > 0x7f ? !neutral.has(text[i]!) : isLatin(code);
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
