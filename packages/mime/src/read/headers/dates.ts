/**
 * The Date header (RFC 5322 3.3, with the obsolete forms of 4.3) and what stands there in the wild:
 * ISO 8601, asctime, month names of other languages, 12-hour clocks, zones by name.
 */

const months: Record<string, number> = {};
const monthNames = [
  'jan january sty stycznia янв января januar januari janvier ene enero gen gennaio jän januára',
  'feb february lut lutego фев февраля februar fév févr fevr février febbraio febrero fev',
  'mar march mär marca мар марта märz maerz mars marzo mrz maa mrt',
  'apr april kwi kwietnia апр апреля april avr avril abr abril aprile',
  'may maj maja мая май mai mayo mag maggio mei',
  'jun june cze czerwca июн июня juni juin junio giu giugno',
  'jul july lip lipca июл июля juli juil juillet julio lug luglio',
  'aug august sie sierpnia авг августа août aout ago agosto',
  'sep sept september wrz września wrzesnia сен сентября sept septembre septiembre set settembre',
  'oct october paź paz października okt окт октября oktober octobre octubre ott ottobre out',
  'nov november lis listopada ноя ноября novembre noviembre',
  'dec december gru grudnia дек декабря dez dezember déc décembre decembre dic diciembre dicembre',
];
for (const [index, names] of monthNames.entries()) for (const name of names.split(' ')) months[name] = index;

// RFC 5322 4.3 and the European zones that stand in real mail; hours east of Greenwich.
const zones: Record<string, number> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 1, bst: 1, cet: 1, cest: 2, met: 1, mest: 2, mez: 1, mesz: 2, eet: 2, eest: 3,
  msk: 3, msd: 4, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, jst: 9, kst: 9, hkt: 8, ist: 5.5,
  akst: -9, akdt: -8, hst: -10, aest: 10, aedt: 11, nzst: 12, nzdt: 13, ast: -4, adt: -3,
};

/** null when the text names no day and time that exists. */
export function readDate(value: string): Date | null {
  const text = value.slice(0, 200).replace(/\([^()]*\)/g, ' ').replace(/[\s,"]+/g, ' ').trim().toLowerCase();
  if (!text) return null;
  const day = readDay(text);
  if (!day) return null;
  const clock = readClock(text.slice(0, day.from) + ' | ' + text.slice(day.to).replace(/^[t:]/, ' '));
  const year = day.year < 50 ? day.year + 2000 : day.year < 1000 ? day.year + 1900 : day.year;
  if (year < 1970 || year > 2200 || day.day < 1 || day.day > new Date(Date.UTC(year, day.month + 1, 0)).getUTCDate()) return null;
  const { hour, minute, second, offsetMinutes } = clock;
  if (hour > 24 || minute > 59 || second > 60) return null;
  return new Date(Date.UTC(year, day.month, day.day, hour, minute - offsetMinutes, Math.min(second, 59)));
}

interface Day {
  year: number;
  month: number;
  day: number;
  from: number;
  to: number;
}

function readDay(text: string): Day | null {
  const named = /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th)?[\s.\-/]{1,3}(\p{L}{3,12})\.?[\s.\-/]{0,3}'?(\d{4}|\d{2,3})(?!\d|:)/u.exec(text);
  if (named && months[named[2]!] !== undefined) {
    return { day: Number(named[1]), month: months[named[2]!]!, year: Number(named[3]), from: named.index, to: named.index + named[0].length };
  }
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return numbered(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso);
  // asctime and "Month day, year": the year may stand after the clock.
  const american = /(?<!\p{L})(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d:])/u.exec(text);
  if (american && months[american[1]!] !== undefined) {
    const year = /(?<![\d+\-:])((?:19|20)\d{2})(?![\d:])/.exec(text);
    if (!year) return null;
    const to = american.index + american[0].length;
    return { day: Number(american[2]), month: months[american[1]!]!, year: Number(year[1]), from: american.index, to };
  }
  const dotted = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (!dotted) return null;
  const first = Number(dotted[1]);
  const second = Number(dotted[3]);
  // Slashes are American unless that gives no month; dots and hyphens are European.
  const monthFirst = (dotted[2] === '/' && first <= 12) || second > 12;
  return numbered(Number(dotted[4]), monthFirst ? first : second, monthFirst ? second : first, dotted);
}

function numbered(year: number, month: number, day: number, match: RegExpExecArray): Day | null {
  if (month < 1 || month > 12) return null;
  return { year, month: month - 1, day, from: match.index, to: match.index + match[0].length };
}

function readClock(text: string): { hour: number; minute: number; second: number; offsetMinutes: number } {
  const none = { hour: 0, minute: 0, second: 0, offsetMinutes: 0 };
  const clock = /(?<!\d)(\d{1,2})[:.h](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\b\.?)?/.exec(text);
  if (!clock) return none;
  let hour = Number(clock[1]);
  if (clock[4] === 'p' && hour < 12) hour += 12;
  if (clock[4] === 'a' && hour === 12) hour = 0;
  const after = text.slice(clock.index + clock[0].length);
  return { hour, minute: Number(clock[2]), second: Number(clock[3] ?? 0), offsetMinutes: readZone(after) };
}

/** Minutes east of Greenwich; an unknown zone counts as UTC (RFC 5322 4.3). */
function readZone(text: string): number {
  const numeric = /([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes > 16 * 60) return 0;
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const named = /(?<![\p{L}])([a-z]{1,4})(?![\p{L}])/u.exec(text);
  return named ? (zones[named[1]!] ?? 0) * 60 : 0;
}
