// What does not hold any more, said in the reader's language, each with what to do about it.
import type { Locale } from '@kontuar/contracts'
import type { Problem } from './find-problems.ts'

type Sentence = (name: string) => string
const sentences: Record<Locale, Record<Problem['code'], Sentence>> = {
  pl: {
    'conditions': (name) => `Warunki już nie obowiązują${name === '' ? '' : ` (pole „${name}”)`}: reguła milczy, dopóki nie zostaną poprawione.`,
    'metric-gone': (name) => `Wskaźnika „${name}” już nie ma: reguła milczy, dopóki nie zostanie wybrany inny.`,
    'location-retired': (name) => `„${name}” nie jest już w użyciu: reguła nie zobaczy tam niczego.`,
    'team-retired': (name) => `Zespół „${name}” nie jest już w użyciu: nikt z niego nie zostanie powiadomiony.`,
    'calendar-retired': (name) => `Kalendarz „${name}” nie jest już w użyciu: liczą się godziny organizacji.`,
    'destination-retired': (name) => `Miejsce „${name}” nie jest już w użyciu: nic tam nie trafi.`,
    'destination-failing': (name) => `Wysyłka do „${name}” się nie udaje: sprawdź adres.`,
    'nobody': () => 'Nikt z wskazanych osób nie jest teraz dostępny: powiadamiani są kierownicy. Wskaż innych odbiorców.',
  },
  ru: {
    'conditions': (name) => `Условия больше не действуют${name === '' ? '' : ` (поле «${name}»)`}: правило молчит, пока их не исправят.`,
    'metric-gone': (name) => `Показателя «${name}» больше нет: правило молчит, пока не выбран другой.`,
    'location-retired': (name) => `«${name}» больше не используется: там правило ничего не увидит.`,
    'team-retired': (name) => `Команда «${name}» больше не используется: из неё никто не узнает.`,
    'calendar-retired': (name) => `Календарь «${name}» больше не используется: считаются часы организации.`,
    'destination-retired': (name) => `Место «${name}» больше не используется: туда ничего не придёт.`,
    'destination-failing': (name) => `Отправка в «${name}» не удаётся: проверьте адрес.`,
    'nobody': () => 'Никого из указанных сейчас нет: оповещаются руководители. Укажите других получателей.',
  },
  en: {
    'conditions': (name) => `Its conditions do not hold any more${name === '' ? '' : ` (field “${name}”)`}: the rule is silent until they are put right.`,
    'metric-gone': (name) => `There is no metric “${name}” any more: the rule is silent until another one is chosen.`,
    'location-retired': (name) => `“${name}” is not in use any more: the rule will see nothing there.`,
    'team-retired': (name) => `The team “${name}” is not in use any more: nobody of it will be told.`,
    'calendar-retired': (name) => `The calendar “${name}” is not in use any more: the organization's hours count.`,
    'destination-retired': (name) => `The destination “${name}” is not in use any more: nothing will get there.`,
    'destination-failing': (name) => `Sending to “${name}” fails: check its address.`,
    'nobody': () => 'Nobody of those named is here now, so the managers are told: name other recipients.',
  },
}

export const problemSentence = ({ code, name }: Problem, language: Locale): string => sentences[language][code](name ?? '')
