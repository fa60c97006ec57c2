// The customers of a demonstration company: invented, but such as there are. Their addresses lie in domains that exist nowhere (RFC 2606).
import type { Locale } from '@kontuar/contracts'
import type { Chance } from './chance.ts'

/** Without phone numbers: none is known to belong to nobody. */
export interface Person { name: string; address: string; language: Locale }

const polish = {
  women: ['Anna', 'Maria', 'Katarzyna', 'Małgorzata', 'Agnieszka', 'Barbara', 'Ewa', 'Krystyna', 'Magdalena', 'Elżbieta', 'Joanna', 'Aleksandra', 'Zofia', 'Monika', 'Teresa', 'Natalia', 'Julia', 'Karolina', 'Marta', 'Beata', 'Dorota', 'Halina', 'Jadwiga', 'Alicja', 'Iwona', 'Paulina', 'Justyna', 'Renata', 'Sylwia', 'Weronika', 'Izabela', 'Patrycja', 'Kinga', 'Oliwia', 'Urszula'],
  men: ['Piotr', 'Krzysztof', 'Andrzej', 'Tomasz', 'Paweł', 'Michał', 'Jan', 'Marcin', 'Jakub', 'Adam', 'Stanisław', 'Marek', 'Łukasz', 'Grzegorz', 'Mateusz', 'Wojciech', 'Mariusz', 'Dariusz', 'Zbigniew', 'Rafał', 'Robert', 'Kamil', 'Maciej', 'Jacek', 'Tadeusz', 'Szymon', 'Dawid', 'Sebastian', 'Artur', 'Bartosz', 'Filip', 'Henryk', 'Mirosław', 'Leszek', 'Hubert'],
  // Those in -ski have a form for women, the others have one for all.
  families: ['Nowak', 'Kowalski', 'Wiśniewski', 'Wójcik', 'Kowalczyk', 'Kamiński', 'Lewandowski', 'Zieliński', 'Szymański', 'Woźniak', 'Dąbrowski', 'Kozłowski', 'Jankowski', 'Mazur', 'Kwiatkowski', 'Krawczyk', 'Piotrowski', 'Grabowski', 'Nowakowski', 'Pawłowski', 'Michalski', 'Adamczyk', 'Dudek', 'Zając', 'Wieczorek', 'Jabłoński', 'Król', 'Majewski', 'Olszewski', 'Jaworski', 'Wróbel', 'Malinowski', 'Pawlak', 'Witkowski', 'Walczak', 'Stępień', 'Górski', 'Rutkowski', 'Michalak', 'Sikora', 'Ostrowski', 'Baran', 'Duda', 'Szewczyk', 'Tomaszewski', 'Pietrzak', 'Marciniak', 'Wróblewski', 'Zalewski', 'Jakubowski', 'Jasiński', 'Zawadzki', 'Sadowski', 'Bąk', 'Chmielewski', 'Włodarczyk', 'Borkowski', 'Czarnecki', 'Sawicki', 'Sokołowski', 'Urbański', 'Kubiak', 'Maciejewski', 'Szczepański', 'Kucharski', 'Wilk', 'Kalinowski', 'Lis', 'Mazurek', 'Wysocki', 'Adamski', 'Kaźmierczak', 'Wasilewski', 'Sobczak', 'Czerwiński', 'Andrzejewski', 'Cieślak', 'Głowacki', 'Zakrzewski', 'Kołodziej', 'Sikorski', 'Krajewski', 'Gajewski', 'Szymczak', 'Laskowski', 'Brzeziński', 'Makowski', 'Ziółkowski', 'Przybylski'],
}
const eastern = {
  women: ['Оксана', 'Олена', 'Ирина', 'Наталья', 'Светлана', 'Татьяна', 'Юлия', 'Мария', 'Виктория', 'Анастасия', 'Людмила', 'Екатерина'],
  men: ['Андрей', 'Сергей', 'Дмитрий', 'Олег', 'Виталий', 'Игорь', 'Роман', 'Максим', 'Богдан', 'Александр', 'Тарас', 'Павел'],
  families: ['Шевченко', 'Бондаренко', 'Коваленко', 'Ткаченко', 'Кравченко', 'Мельник', 'Коваль', 'Лысенко', 'Марченко', 'Савченко', 'Руденко', 'Мороз', 'Петренко', 'Клименко', 'Павленко', 'Гончар'],
}
const english = {
  women: ['Emma', 'Olivia', 'Charlotte', 'Grace', 'Hannah', 'Lucy', 'Sarah', 'Rachel'],
  men: ['Jack', 'Thomas', 'William', 'Daniel', 'Matthew', 'Peter', 'George', 'Ryan'],
  families: ['Smith', 'Taylor', 'Walker', 'Wright', 'Hughes', 'Green', 'Murphy', 'Clarke', 'Bennett', 'Cooper', 'Ward', 'Morgan'],
}
const namesOf = { pl: polish, ru: eastern, en: english }
const domainsOf: Record<Locale, readonly string[]> = { pl: ['poczta.example', 'poczta.example', 'skrzynka.example', 'firma.example'], ru: ['pochta.example'], en: ['mail.example'] }

/** @param known they come first, and keep their addresses */
export function inventPeople(many: number, known: readonly { name: string; address: string }[], chance: Chance, shares: Readonly<Record<Locale, number>>): Person[] {
  const people: Person[] = known.map((person) => ({ name: person.name, address: person.address, language: languageOf(person) }))
  const taken = new Set(people.map((p) => p.address))
  while (people.length < many) {
    const language = chance.weighted(shares)
    const { women, men, families } = namesOf[language]
    const woman = chance.happens(0.55)
    const first = chance.one(woman ? women : men)
    const family = chance.one(families)
    const own = woman && language === 'pl' ? family.replace(/([sc]k)i$/, '$1a') : family
    const name = `${first} ${own}`
    const address = `${latin(first)}.${latin(own)}${chance.happens(0.4) ? Math.floor(chance.between(1, 99)) : ''}@${chance.one(domainsOf[language])}`
    if (taken.has(address)) continue
    taken.add(address)
    people.push({ name, address, language })
  }
  return people
}

/** The people of the demonstration write in the language of their name and address. */
export const languageOf = (person: { name: string; address: string }): Locale => (/[а-яё]/i.test(person.name) ? 'ru' : person.address.endsWith('@mail.example') ? 'en' : 'pl')

const letters: Record<string, string> = {
  ł: 'l', а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ь: '', ы: 'y', э: 'e', ю: 'yu', я: 'ya', ё: 'e',
}
const latin = (name: string) => name.toLowerCase().normalize('NFC').replace(/[łа-яё]/g, (letter) => letters[letter] ?? '').normalize('NFD').replace(/[^a-z]/g, '')
