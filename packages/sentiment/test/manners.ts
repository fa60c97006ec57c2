/*
 * Ways of speaking in which a word says the contrary of what the text says, as sentences put together of parts, so that what is tested is the way
 * and not a sentence. None of them stands in the corpus.
 */
import type { Language } from '../src/language.ts'

const each = <T>(...parts: readonly (readonly T[])[]): T[][] => parts.reduce<T[][]>((made, part) => made.flatMap((before) => part.map((next) => [...before, next])), [[]])
const sentences = (...parts: readonly (readonly string[])[]): string[] => each(...parts).map((words) => words.filter(Boolean).join(' ').replaceAll(' ,', ','))

/** What is denied of somebody or something: never positive. */
export const denied: Record<Language, string[]> = {
  pl: [
    ...sentences(['Nie jestem', 'nie byłam', 'Szczerze mówiąc nie jestem', 'Nie byliśmy'], ['', 'zbyt', 'do końca'], ['zadowolona', 'zadowoleni', 'zachwycony'], ['z obsługi', 'z rozwiązania', 'z waszej pracy']),
    ...sentences(['Obsługa nie była', 'Pani nie jest', 'Kelnerka wcale nie była'], ['', 'specjalnie'], ['miła', 'uprzejma', 'pomocna']),
  ],
  ru: [
    ...sentences(['Я не', 'Мы не', 'Жена осталась не'], ['', 'очень', 'слишком'], ['доволен', 'довольна', 'довольны'], ['обслуживанием', 'решением вопроса', 'вашей работой']),
    ...sentences(['Обслуживание не было', 'Девушка не была', 'Официант совсем не был'], ['', 'особо'], ['вежливым', 'приветливой', 'внимательным']),
  ],
  en: [
    ...sentences(['I am not', "I'm not", 'We were not', "wasn't"], ['', 'really', 'at all', 'entirely'], ['happy with', 'pleased with', 'satisfied with'], ['the service', 'your last answer', 'how it was handled']),
    ...sentences(['The staff were not', "The waiter wasn't"], ['', 'very', 'particularly'], ['friendly', 'polite', 'helpful']),
  ],
}

/** Praise, then the point: never surely positive. */
export const complaintsAfterPraise: Record<Language, string[]> = {
  pl: sentences(['Obsługa miła', 'Ładne miejsce', 'Szybka odpowiedź', 'Pan bardzo uprzejmy'], [', ale', ', niestety', ', jednak', ' lecz'], ['sprawy i tak nie załatwili', 'jedzenie niejadalne', 'pieniędzy nie oddali', 'problem pozostał', 'towar przyszedł zepsuty']),
  ru: sentences(['Персонал вежливый', 'Уютное место', 'Ответили быстро', 'Мастер приятный'], [', но', ', однако', ', к сожалению', ', только вот'], ['вопрос так и не решили', 'еда несъедобная', 'деньги не вернули', 'проблема осталась', 'товар пришёл сломанный']),
  en: sentences(['Nice staff', 'Lovely place', 'Quick reply', 'The man was very polite'], [', but', ', unfortunately', ', however', ' but sadly'], ['they never solved the matter', 'the food is inedible', 'my money was not returned', 'the problem is still there', 'the goods arrived broken']),
}

/** A drawback, then the point: never surely negative. */
export const praiseAfterDrawback: Record<Language, string[]> = {
  pl: sentences(['drogo', 'Długo czekałam', 'Daleko', 'Były drobne problemy'], [', ale', ', jednak', ', lecz'], ['warto było', 'efekt świetny', 'jestem bardzo zadowolona', 'polecam każdemu']),
  ru: sentences(['дорого', 'Долго ждала', 'Далеко', 'Были мелкие проблемы'], [', но', ', однако', ', зато'], ['того стоит', 'результат отличный', 'я очень довольна', 'рекомендую всем']),
  en: sentences(['expensive', 'I waited a long time', 'Far away', 'There were minor problems'], [', but', ', however', ' but'], ['worth it', 'the result is great', 'I am very happy', 'I recommend it to everyone']),
}

/** Politeness and business: never surely anything else. */
export const sober: Record<Language, string[]> = {
  pl: ['Pozdrawiam, Jan Kowalski', 'Pozdrawiam serdecznie, Ewa', 'Z poważaniem, Adam Lis', 'Rezygnuję z newslettera', 'Rezygnuję z kursu w maju', 'Dziękuję za informację, czekam na kuriera', 'Dziękuję za odpowiedź', 'Dobrze, dziękuję, będę jutro', 'Proszę o pilne przesłanie faktury'],
  ru: ['С уважением, Иван Петров', 'Всего хорошего, Ева', 'Спасибо за информацию, жду курьера', 'Отказываюсь от рассылки', 'Спасибо за ответ', 'Хорошо, спасибо, буду завтра', 'Прошу срочно прислать счёт'],
  en: ['Kind regards, John Smith', 'Best wishes, Eve', 'I would like to unsubscribe from the newsletter', 'Thanks for the information, waiting for the courier', 'Thank you for your reply', 'All right, thank you, I will be there tomorrow', 'Please send me the invoice urgently'],
}

/** Harm that needs somebody at once, told without a hard word: negative. */
export const harm: Record<Language, string[]> = {
  pl: sentences(['Prosimy o pilną interwencję,', 'Proszę o natychmiastową pomoc,', ''], ['tydzień bez ogrzewania', 'trzeci dzień nie mamy wody', 'zalewa nam mieszkanie', 'od wczoraj dziecko siedzi bez prądu']),
  ru: sentences(['Просим срочно вмешаться,', 'Прошу немедленно помочь,', ''], ['неделю без отопления', 'третий день нет воды', 'нас заливает сверху', 'со вчера ребёнок сидит без света']),
  en: sentences(['Please act urgently,', 'We need help at once,', ''], ['a week without heating', 'third day with no water', 'our flat is being flooded', 'my child has been without power since yesterday']),
}
