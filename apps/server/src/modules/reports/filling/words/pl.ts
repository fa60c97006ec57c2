import { counted } from '@kontuar/charts'
import type { ReportWords } from './words.ts'

const by = { channel: 'według kanału', queue: 'według kolejki', reason: 'według powodu kontaktu', location: 'według lokalizacji', team: 'według zespołu', staff: 'według osoby', survey: 'według ankiety', touchpoint: 'według momentu pytania', language: 'według języka', newcomer: 'według nowych i\u00a0powracających klientów', weekday: 'według dnia tygodnia', hour: 'według godziny' }

export const pl: ReportWords = {
  summary: {
    title: 'Co się zmieniło',
    alone: (label, now, range) => `${label}: ${now}${range === null ? '' : ` (przedział od ${range[0]} do ${range[1]})`}.`,
    more: (label, { now, by, before }) => `${label}: ${now}, o\u00a0${by} więcej niż poprzednio (${before}).`,
    less: (label, { now, by, before }) => `${label}: ${now}, o\u00a0${by} mniej niż poprzednio (${before}).`,
    same: (label, now) => `${label}: ${now}, tyle samo co poprzednio.`,
    better: 'To rzeczywista poprawa.', worse: 'To rzeczywiste pogorszenie.', real: 'To rzeczywista zmiana.',
    chance: 'Przy takiej liczbie może to być przypadek.', untold: 'Dla tego wskaźnika nie da się ocenić, czy to przypadek.',
    nothing: (label) => `${label}: w\u00a0tym okresie nie było danych.`,
    few: (label, n, shownFrom) => `${label}: za mało danych, by pokazać wynik (${n}, pokazujemy od ${shownFrom}).`,
    nothingBefore: 'W poprzednim okresie nie było danych, więc nie ma z\u00a0czym porównać.', fewBefore: 'W poprzednim okresie było za mało danych, więc nie ma z\u00a0czym porównać.',
    unread: (label) => `${label}: tego wskaźnika nie udało się odczytać.`,
  },
  by, byField: (name) => `według pola „${name}”`,
  tile: { cut: (label, cut) => `${label} ${cut}`, table: (cut) => `Zestawienie ${cut}`, network: (label) => `${label}: lokalizacje na tle sieci`, heat: (label) => `${label}: kiedy`, distribution: (label) => `${label}: jak rozkładają się wartości`, funnel: (from, to) => `Od „${from}” do „${to}”` },
  ranking: (label, cut) => `${label} ${by[cut]}`,
  tickets: { overdue: 'Zgłoszenia po terminie', oldest: 'Zgłoszenia czekające najdłużej', incomplete: 'Niepełne wpisy w\u00a0dzienniku' },
  comments: { all: 'Co napisali klienci', low: 'Co napisali niezadowoleni klienci' },
  loops: 'Niskie oceny i\u00a0co z\u00a0nimi zrobiono',
  missing: { request: 'czego dotyczył kontakt', decision: 'decyzja lub wynik', result: 'wynik', reason: 'powód kontaktu', place: 'lokalizacja lub kolejka' },
  because({ code, name = '' }) {
    switch (code) {
      case 'location-manager': return `Ten raport przychodzi do kierownika lokalizacji „${name}”.`
      case 'region-manager': return `Ten raport przychodzi do kierownika regionu „${name}”.`
      case 'team-manager': return `Ten raport przychodzi do kierownika zespołu „${name}”.`
      case 'team': case 'team-of': return `Ten raport przychodzi do wszystkich w\u00a0zespole „${name}”.`
      case 'role': return `Ten raport przychodzi do wszystkich osób w\u00a0roli: ${pl.role[name] ?? name}.`
      case 'address': return 'Ten raport przychodzi, bo firma dodała ten adres do jego odbiorców.'
      default: return 'Ten raport przychodzi, bo wybrano Cię na odbiorcę.'
    }
  },
  role: { administrator: 'administrator', manager: 'kierownik', agent: 'pracownik obsługi', observer: 'obserwator' },
  attached: (files) => `Raport jest w\u00a0załączniku (${counted(files, { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' }, 'pl')}).`,
  page: {
    title: 'Wstrzymać ten raport?', text: (report) => `Raport „${report}” nie będzie już przychodził na ten adres.`, button: 'Wstrzymaj',
    doneTitle: 'Raport wstrzymany', doneText: (report) => `Raport „${report}” już nie przyjdzie na ten adres.`, again: 'Przysyłaj dalej',
    backTitle: 'Raport będzie przychodził', backText: (report) => `Raport „${report}” znów będzie przychodził na ten adres.`,
  },
}
