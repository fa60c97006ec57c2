/** A simple guess at the language of a text, from its letters and its commonest words; null when unsure. */
import type { MailLanguage } from './mail.ts';

const words: Record<'pl' | 'en' | 'de', Set<string>> = {
  pl: new Set('i w na z się nie do to że jest za od po jak ale czy dla mam proszę dziękuję dzień dobry pozdrawiam tak już będzie są przez lub oraz państwo pan pani witam mnie mi sie prosze dziekuje dzien zamówienie kiedy moje jestem może by o tym co ten ta'.split(' ')),
  en: new Set('the and to of is in you for that it with on are this have not be my we your can please thank thanks from at was but hello hi dear regards an will would when order i me do if or as by what there'.split(' ')),
  de: new Set('und der die das ich ist nicht sie wir mit für ein eine zu den von auf im dem bitte danke vielen dank sehr geehrte damen herren haben wird hallo grüße mfg freundlichen grüßen mein meine es auch oder wie bei am noch kann'.split(' ')),
};
const enough = 2000;

export function guessLanguage(text: string): MailLanguage | null {
  const sample = text.slice(0, enough).toLowerCase().split(/\s+/).filter((word) => !word.includes('@') && !word.startsWith('http')).join(' ');
  const cyrillic = sample.match(/[а-яё]/g)?.length ?? 0;
  const latin = sample.match(/[a-ząćęłńóśźżäöüß]/g)?.length ?? 0;
  if (cyrillic > latin) {
    const notRussian = sample.match(/[іїєґўљњћђџјѕ]/g)?.length ?? 0;
    return cyrillic >= 4 && notRussian * 40 < cyrillic ? 'ru' : null;
  }
  const score = { pl: 0, en: 0, de: 0 };
  for (const word of sample.match(/\p{L}+/gu) ?? []) {
    for (const language of ['pl', 'en', 'de'] as const) if (words[language].has(word)) score[language] += 1;
  }
  // Letters no other of the three has.
  score.pl += (sample.match(/[ąćęłńśźż]/g)?.length ?? 0) * 0.7;
  score.de += (sample.match(/[äöüß]/g)?.length ?? 0) * 0.5;
  const [first, second] = (Object.entries(score) as [MailLanguage, number][]).sort((a, b) => b[1] - a[1]);
  return first![1] >= 2 && first![1] > second![1] * 1.2 ? first![0] : null;
}
