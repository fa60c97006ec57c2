import type { Words } from './index.ts'

const plural = new Intl.PluralRules('pl')
/** 1 zgłoszenie, 2 zgłoszenia, 5 zgłoszeń. */
const count = (n: number, one: string, few: string, many: string) => `${n}\u00a0${{ one, few, many, other: many, zero: many, two: many }[plural.select(n)]}`
const about = (sentence: string, ticket: string | null) => (ticket === null ? sentence : `${ticket}: ${sentence}`)

export const pl: Words = {
  push: {
    'assigned': (t) => about('zgłoszenie przydzielone Tobie', t),
    'mentioned': (t) => about('wzmianka o\u00a0Tobie w\u00a0notatce', t),
    'customer-answered': (t, n) => about(n > 1 ? `nowe wiadomości od klienta: ${n}` : 'nowa wiadomość od klienta', t),
    'sla-warning': (t) => about('zbliża się termin', t),
    'sla-breach': (t) => about('termin minął', t),
    'escalation': (t) => about('potrzebna Twoja pomoc', t),
    'legal-reminder': (t) => about('zbliża się termin ustawowy', t),
    'task-due': (t) => about('czas na zadanie', t),
    'task-late': (t) => about('zadanie po terminie', t),
    'alert': (t, n) => about(n > 1 ? count(n, 'alert', 'alerty', 'alertów') : 'alert', t),
    'recovery': (t) => about('niezadowolony klient czeka na\u00a0kontakt', t),
    'report': (t) => about('raport wymaga uwagi', t),
    'given-back': (t) => about('zgłoszenie wróciło do kolejki', t),
  },
  settings: { 'rule-problem': 'reguła alertów wymaga uwagi', 'conditions': 'warunki obsługi niskich ocen wymagają uwagi' },
  several: (n) => count(n, 'powiadomienie czeka', 'powiadomienia czekają', 'powiadomień czeka'),
  trial: 'Tak wygląda powiadomienie.',
  ticket: (n) => `#${n}`,
  digest: {
    subject: (n, organization) => `${count(n, 'powiadomienie', 'powiadomienia', 'powiadomień')} · ${organization}`,
    greeting: (name) => `${name}, dzień dobry.`,
    lead: (n, tickets) => `${count(n, 'nieprzeczytane powiadomienie', 'nieprzeczytane powiadomienia', 'nieprzeczytanych powiadomień')}${tickets > 0 ? ` w\u00a0${count(tickets, 'zgłoszeniu', 'zgłoszeniach', 'zgłoszeniach')}` : ''}.`,
    other: 'Pozostałe',
    more: (n) => `oraz ${count(n, 'inne zgłoszenie', 'inne zgłoszenia', 'innych zgłoszeń')}`,
    why: (time) => `Ta wiadomość przychodzi, bo w\u00a0ustawieniach jest wybrane podsumowanie o\u00a0${time}.`,
    change: 'Zmień ustawienia',
  },
}
