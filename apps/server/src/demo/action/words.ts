// What was found behind low scores, what was done about them, and what customers said afterwards.
import type { Locale } from '@kontuar/contracts'

/** Causes by their place among those an organization begins with (migration 0042). */
export const cause = { defect: 1, delay: 2, information: 3, conduct: 4, payment: 5, failure: 6 } as const
export type CausePlace = (typeof cause)[keyof typeof cause]

/** What usually lies behind it, by the reason of the contact. */
export const causesOf = (reason: string | null): Readonly<Partial<Record<CausePlace, number>>> => {
  switch (reason) {
    case 'defect': return { [cause.defect]: 8, [cause.delay]: 3 }
    case 'return': return { [cause.delay]: 5, [cause.payment]: 4, [cause.information]: 2 }
    case 'delivery-late': case 'order-status': return { [cause.delay]: 8, [cause.information]: 3 }
    case 'bad-service': case 'complaint': return { [cause.conduct]: 6, [cause.delay]: 3, [cause.information]: 2 }
    case 'payment': return { [cause.payment]: 7, [cause.information]: 4 }
    case 'technical': return { [cause.failure]: 8, [cause.delay]: 3, [cause.information]: 1 }
    default: return { [cause.information]: 6, [cause.delay]: 4, [cause.conduct]: 2 }
  }
}

export const remedies: Record<CausePlace, readonly string[]> = {
  [cause.defect]: ['Wymieniono na nowy egzemplarz, przesyłka na nasz koszt.', 'Zwrócono pieniądze tego samego dnia.', 'Naprawiono od ręki i przeproszono.'],
  [cause.delay]: ['Przeproszono, sprawę załatwiono tego samego dnia.', 'Ustalono nowy termin i potwierdzono go telefonicznie.', 'Nadano przesyłką ekspresową, koszt po naszej stronie.'],
  [cause.information]: ['Wyjaśniono wszystko przez telefon, poprawiono tekst na stronie.', 'Wysłano pełną informację i poprawiono szablon odpowiedzi.', 'Wyjaśniono krok po kroku, klient potwierdził, że rozumie.'],
  [cause.conduct]: ['Przeproszono, rozmowa z pracownikiem odbyta.', 'Zadzwoniono z przeprosinami, zaproponowano rabat na następny raz.'],
  [cause.payment]: ['Wystawiono korektę i zwrócono nadpłatę.', 'Zlecono przelew ekspresowy, klient potwierdził wpływ.'],
  [cause.failure]: ['Usunięto awarię i naliczono bonifikatę.', 'Wymieniono urządzenie, sprawdzono łącze razem z klientem.'],
}

/** Told on the telephone, as a colleague wrote it down. */
export const calls: readonly { request: string; decision: string }[] = [
  { request: 'Zadzwoniono w sprawie niskiej oceny. Klient opisał, co poszło nie tak.', decision: 'Sprawdzimy i wrócimy z odpowiedzią.' },
  { request: 'Rozmowa po niskiej ocenie: klient czuje się zlekceważony, oczekuje konkretnej odpowiedzi.', decision: 'Obiecano załatwić do jutra.' },
  { request: 'Oddzwoniono. Klient spokojny, chodziło głównie o brak informacji.', decision: 'Wysyłamy informację na piśmie.' },
  { request: 'Rozmowa z klientem o ocenie. Zaskoczony, że ktoś dzwoni.', decision: 'Naprawiamy po naszej stronie.' },
]

export const second: Record<'yes' | 'no', Record<Locale, readonly string[]>> = {
  yes: { pl: ['Dziękuję, teraz wszystko w porządku.', 'Nie spodziewałam się telefonu. Doceniam.', 'Załatwione, dziękuję.'], ru: ['Спасибо, теперь всё в порядке.'], en: ['All good now, thank you.'] },
  no: { pl: ['Obiecano, a nic się nie zmieniło.', 'Rozmowa miła, ale problem dalej jest.'], ru: ['Обещали, но ничего не изменилось.'], en: ['Promised, but nothing has changed.'] },
}

/** What is written beside an alert when it is resolved, with whether it was worth it. */
export const endings: Record<'handled' | 'nothing-to-do' | 'false-alarm' | 'known', { useful: boolean; notes: readonly string[] }> = {
  'handled': { useful: true, notes: ['Zadzwoniono, sprawa wyjaśniona.', 'Rozmowa ze zmianą odbyta, wiemy, co poprawić.', 'Odpisano i przeproszono.', ''] },
  'nothing-to-do': { useful: true, notes: ['Klient sam napisał, że to nie nasza wina.', ''] },
  'false-alarm': { useful: false, notes: ['Pomyłka w ocenie, komentarz jest pochwałą.', ''] },
  'known': { useful: false, notes: ['Wiemy o tym od wczoraj, pracujemy nad tym.', ''] },
}
