// Who writes what about. Long words on purpose.
export const stories: readonly [name: string, address: string, subject: string, text: string, language: string][] = [
  ['Magdalena Zielińska', 'magda.zielinska@poczta.example', 'Zmiana terminu wizyty', 'Dzień dobry, chciałabym przełożyć wizytę z czwartku na piątek po 16:00. Czy to możliwe?', 'pl'],
  ['Дмитрий Орлов', 'd.orlov@pochta.example', 'Не пришло подтверждение записи', 'Здравствуйте! Я записался через сайт на субботу, но письмо с подтверждением так и не пришло.', 'ru'],
  ['Emily Carter', 'emily.carter@mail.example', 'Gift voucher not accepted', 'Hello, the voucher I received for my birthday was refused at the checkout. The code is still valid until March.', 'en'],
  ['Hurtownia „Lawenda”', 'zamowienia@lawenda.example', 'Re: Zamówienie nr 2026/11/483 – brak trzech pozycji', 'W załączeniu przesyłamy korektę faktury. Brakujące pozycje wyślemy w poniedziałek.', 'pl'],
  ['Beata Król', 'b.krol@poczta.example', 'Podziękowanie', 'Bardzo dziękuję za cierpliwość i świetną obsługę w sobotę!', 'pl'],
  ['Светлана Щербакова', 'sveta@pochta.example', 'Аллергия после процедуры', 'После вчерашней процедуры появилось покраснение. Подскажите, пожалуйста, что делать и к кому обратиться.', 'ru'],
  ['Jan Kowalczyk', 'jan.kowalczyk@firma.example', 'Faktura na firmę', 'Proszę o wystawienie faktury za wizytę z 14 listopada. Dane firmy w stopce.', 'pl'],
  ['Krzysztof Dąbrowski', 'kd@poczta.example', '', 'Dzwoniłem trzy razy i nikt nie odbiera. Proszę o kontakt.', 'pl'],
  ['Agnieszka Wójcik-Konstantynopolitańczykiewicz', 'a.wojcik@poczta.example', 'Reklamacja zabiegu pielęgnacyjnego wykonanego 3 listopada w salonie przy ulicy Długiej', 'Szanowni Państwo, zabieg nie przyniósł efektu opisanego na stronie. Proszę o odniesienie się do sprawy w ciągu 14 dni.', 'pl'],
  ['Oliver Brown', 'oliver@mail.example', 'Parking near the salon?', 'Hi, is there any parking close to Długa street? I come by car on Thursday.', 'en'],
  ['Наталья Воскресенская', 'n.voskresenskaya@pochta.example', 'Запись на окрашивание', 'Добрый день, есть ли свободное время в воскресенье утром?', 'ru'],
  ['Piotr Mazur', 'piotr.mazur@poczta.example', 'Zgubiona rękawiczka', 'Wczoraj wieczorem zostawiłem w poczekalni czarną rękawiczkę. Czy się znalazła?', 'pl'],
  ['Zofia Lis', 'zosia@poczta.example', 'Karnet – ile wejść zostało', 'Proszę o informację, ile wejść zostało mi na karnecie nr 4471.', 'pl'],
]
