import type { ConditionWords } from './words.ts'

export const pl: ConditionWords = {
  fields: {
    happened: 'co się stało', clock: 'termin', lateMinutes: 'minut po terminie', score: 'ocena', tone: 'ocena', metric: 'pytanie', text: 'treść', sentiment: 'nastrój', topicId: 'temat', kind: 'rodzaj', stars: 'gwiazdki', surveyId: 'ankieta', touchpointId: 'punkt styku', road: 'droga',
    priority: 'priorytet', channel: 'kanał', queueId: 'kolejka', locationId: 'lokalizacja', teamId: 'zespół', staffId: 'osoba', reasonId: 'powód kontaktu', result: 'wynik', tagIds: 'tagi', customerTagIds: 'tagi klienta', companyId: 'firma', newcomer: 'nowy klient', language: 'język', weekday: 'dzień tygodnia', hour: 'godzina',
  },
  operators: {
    '=': 'to', '!=': 'to nie', '<': 'poniżej', '<=': 'najwyżej', '>': 'powyżej', '>=': 'co najmniej', between: 'między', notBetween: 'poza przedziałem', in: 'jedno z', notIn: 'żadne z', mentions: 'zawiera słowo', doesNotMention: 'nie zawiera słowa', contains: 'zawiera', doesNotContain: 'nie zawiera', beginsWith: 'zaczyna się od', doesNotBeginWith: 'nie zaczyna się od',
    endsWith: 'kończy się na', doesNotEndWith: 'nie kończy się na', null: 'puste', notNull: 'niepuste', within: 'w obrębie', notWithin: 'poza', containsAny: 'ma któryś z', containsAll: 'ma wszystkie', containsNone: 'nie ma żadnego z',
  },
  values: { 'tone.low': 'niska', 'tone.middle': 'średnia', 'tone.high': 'wysoka', opened: 'otwarto', reopened: 'otwarto ponownie', complaint: 'stało się reklamacją', warned: 'blisko', breached: 'minął', negative: 'negatywny', neutral: 'neutralny', positive: 'pozytywny', low: 'niski', middle: 'średni', high: 'wysoki', urgent: 'pilny', normal: 'zwykły', message: 'wiadomość', call: 'rozmowa', visit: 'wizyta', 'first-response': 'pierwsza odpowiedź', 'next-response': 'kolejna odpowiedź', resolution: 'załatwienie sprawy', status: 'czas w statusie', nps: 'NPS', csat: 'CSAT', ces: 'CES' },
  and: ' i\u00a0', or: ' lub ', not: (inner) => `nie (${inner})`, quoted: (text) => `„${text}”`, yes: 'tak', no: 'nie', gone: 'coś, czego już nie ma', between: (low, high) => `${low} a\u00a0${high}`,
  on: { event: '', sequence: 'z\u00a0rzędu: ', silence: 'zbyt długo nic: ' }, among: 'spośród',
}
