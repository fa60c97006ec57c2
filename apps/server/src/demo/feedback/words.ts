// What customers of the demonstration write beside their score. By tone and language; a company's own trade stands in its surveys.
import type { Locale } from '@kontuar/contracts'

export const comments: Record<'low' | 'middle' | 'high', Record<Locale, readonly string[]>> = {
  low: {
    pl: [
      'Trzy razy tłumaczyłam to samo, za każdym razem komu innemu.', 'Niby załatwione, ale u mnie dalej nic się nie zmieniło.', 'Czekałem na odpowiedź dwa dni, a sprawa była na pięć minut.',
      'Miło i grzecznie, tylko problem został.', 'zero konkretow, szablonowa odpowiedz', 'Ostatecznie poradziłam sobie sama. Szkoda mojego czasu.', 'Nikt nie oddzwonił, chociaż obiecano do południa.',
      'Kolejka na pół sklepu, jedna osoba przy kasie.', 'pani niemiła, odesłała mnie do internetu', 'Ceny w górę, obsługa w dół.', 'Trzeci raz dzwonię w tej samej sprawie.', 'Nie polecam, szkoda nerwów.', 'Długo czekałam, a na końcu i tak nic.',
    ],
    ru: ['Три раза объясняла одно и то же разным людям.', 'Написали, что решено, а у меня всё по-прежнему.', 'Ответа ждал два дня.', 'Вежливо, но проблема осталась.'],
    en: ['I had to explain the same thing three times.', 'You say it is solved. It is not.', 'Two days for a one-line answer.'],
  },
  middle: {
    pl: ['W porządku, choć mogło być szybciej.', 'Sprawa załatwiona, ale dopiero po przypomnieniu.', 'Poprawnie, bez zachwytu.', 'Ujdzie.', 'Obsługa miła, ale wybór mały.', 'Raz lepiej, raz gorzej.'],
    ru: ['Нормально, но можно быстрее.', 'Решили после напоминания.'],
    en: ['Fine, could have been quicker.', 'Sorted in the end.'],
  },
  high: {
    pl: ['Bardzo dziękuję, szybko i po ludzku!', 'Pani, która odpisała, naprawdę wiedziała, o czym mówi.', 'Załatwione od ręki. Tak trzymać.', 'Super kontakt, polecam każdemu.', 'Dawno nikt mi tak nie pomógł :)', 'Miła i cierpliwa obsługa, wrócę na pewno.', 'wszystko super, dziekuje', 'Szybko, konkretnie, z uśmiechem.', 'Polecono mi dokładnie to, czego szukałem.'],
    ru: ['Спасибо, очень быстро и по-человечески!', 'Всё решили с первого раза.', 'Отличное обслуживание, рекомендую.'],
    en: ['Quick and human, thank you!', 'Solved at the first try. Brilliant.', 'Really kind and competent.'],
  },
}
