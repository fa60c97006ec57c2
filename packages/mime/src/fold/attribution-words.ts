/**
 * Words of the line that stands above a quoted mail ("On …, Jan wrote:"). Extend by adding a row;
 * everything is lower case, compared as whole words, and needs no regular expression.
 */

/** "wrote", in the forms mail programs use. */
export const WROTE: readonly string[] = [
  // en
  'wrote', 'writes', 'sent', 'has written', 'said',
  // pl
  'napisał', 'napisała', 'napisał(a)', 'napisała(a)', 'napisał/a', 'napisali', 'pisze', 'pisał', 'pisała', 'pisał(a)', 'napisano', 'napisana', 'utworzona', 'писали',
  // ru, uk, be, bg
  'написал', 'написала', 'написал(а)', 'написал(-а)', 'написал:(а)', 'написали', 'написав', 'написав(ла)', 'написав(-ла)', 'написав (ла)', 'пишет', 'пише', 'писал', 'писала', 'писал(а)', 'писал(-а)', 'писав', 'пишуть', 'напісаў', 'написа',
  // de, nl
  'schrieb', 'schrieben', 'geschrieben', 'schreibt', 'hat geschrieben', 'schreef', 'schreven', 'geschreven', 'schrijft',
  // fr, es, it, pt, ro, ca
  'écrit', 'écrivait', 'écrivit', 'a écrit', 'escribió', 'escribio', 'escribe', 'scritto', 'scrive', 'scrisse', 'escreveu', 'escreve', 'a scris', 'va escriure',
  // cs, sk, hu, sl, hr
  'napsal', 'napsala', 'napsal(a)', 'napsal/a', 'píše', 'napísal', 'napísala', 'napísal(a)', 'napísal/a', 'írta', 'je napisal', 'je napisal/a', 'napisao',
  // sv, da, nb, fi, et
  'skrev', 'skrifte', 'skriver', 'har skrevet', 'kirjoitti', 'kirjoittaa', 'kirjutas',
  // tr, el, vi, id, lt
  'yazdı', 'şunu yazdı', 'έγραψε', 'đã viết', 'menulis', 'rašė',
];

/** The same where words are not parted by spaces; compared as substrings. */
export const WROTE_UNSPACED: readonly string[] = ['写道', '寫道', '写信', '来信', 'のメッセージ', 'のメール', '書きました', 'が書いた', '작성'];

/** What such a line begins with, when it is not a weekday, a digit or a name. */
export const OPENERS: readonly string[] = [
  'on', 'at', 'date',
  'dnia', 'w dniu', 'dn.', 'użytkownik', 'w', 'dne', 'dňa',
  'am', 'om', 'op', 'le', 'el', 'il', 'il giorno', 'in data', 'em', 'no dia', 'na', 'a', 'la',
  'den', 'd.', 'på', 'em dia', 'pe', 'ke', 'kl.',
  'в', 'у', 'вы', 'от', 'на', 'στις', 'vào', 'pada', 'dana', 'dne', 'ob',
  '在', '于', '於',
];

/** Weekday stems (first letters); enough to see that a line begins with a day. */
export const WEEKDAYS: readonly string[] = [
  'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun',
  'pon', 'wt', 'śr', 'czw', 'pt', 'pią', 'sob', 'nie', 'ndz', 'wto',
  'пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс', 'пон', 'вто', 'сре', 'чет', 'пят', 'суб', 'вос', 'нд', 'нед', 'вів', 'сер', 'п’ят', "п'ят", 'пʼят', 'неділя',
  'mo', 'di', 'mi', 'do', 'fr', 'sa', 'so', 'don', 'die', 'mit',
  'lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim', 'mié', 'mie', 'jue', 'vie', 'sáb', 'sab', 'dom', 'gio', 'seg', 'ter', 'qua', 'qui', 'sex',
  'ma', 'wo', 'vr', 'za', 'zo', 'mån', 'man', 'tis', 'tirs', 'tir', 'ons', 'tor', 'tors', 'fre', 'lör', 'lør', 'sön', 'søn',
  'po', 'út', 'ut', 'st', 'čt', 'pá', 'ne', 'úte', 'stř', 'čtv', 'pát', 'maa', 'tii', 'kes', 'per', 'lau', 'sun', 'ti', 'ke', 'to', 'pe', 'la', 'su',
];

/** Month stems, to tell "Am 4. Juli" from "Am Telefon". */
export const MONTHS: readonly string[] = [
  'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec',
  'sty', 'lut', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru',
  'янв', 'фев', 'мар', 'апр', 'мая', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек',
  'січ', 'лют', 'бер', 'кві', 'тра', 'чер', 'лип', 'сер', 'вер', 'жов', 'лис', 'гру',
  'jän', 'mär', 'mai', 'okt', 'dez', 'janv', 'fév', 'avr', 'juin', 'juil', 'aoû', 'déc', 'ene', 'abr', 'ago', 'dic',
  'gen', 'mag', 'giu', 'lug', 'set', 'ott', 'fev', 'out', 'mrt', 'mei', 'led', 'úno', 'bře', 'dub', 'kvě', 'čer', 'srp', 'zář', 'říj', 'pro',
  'tam', 'hel', 'maa', 'huh', 'tou', 'kes', 'hei', 'elo', 'syy', 'lok', 'mars', 'juni', 'juli',
];
