// Customers of a telecom, and what is written down about their calls.
import { letter, told, type Words } from './words.ts'

export const telecomWords: Words = {
  letters: {
    technical: {
      pl: [
        letter('Internet zwalnia wieczorami', 'od tygodnia między 19 a 22 internet ledwo działa. Test prędkości pokazuje 8 Mb/s, a płacę za 300. Router restartowałem kilka razy. Nr klienta {number}.'),
        letter('Brak sygnału TV', 'dekoder pokazuje błąd E{short} i czarny ekran. Kable sprawdzone, restart nie pomaga.'),
        letter('Router się rozłącza', 'router rozłącza się kilka razy dziennie, czerwona dioda miga i po minucie wraca. Pracuję z domu i jest to bardzo uciążliwe.'),
        letter('nie dziala internet', 'znowu nie dziala internet, to juz trzeci raz w tym miesiacu. prosze o naprawe'),
        letter('Zrywane rozmowy', 'rozmowy zrywają się po kilku minutach, głównie w domu. W innych miejscach jest dobrze.'),
        letter('Hasło do WiFi po wymianie routera', 'po wymianie routera nie znam nowego hasła do sieci. Gdzie je znajdę?'),
      ],
      ru: [
        letter('Медленный интернет', 'по вечерам интернет очень медленный, видео не загружается. Номер клиента {number}. Помогите, пожалуйста.'),
        letter('Не работает телевидение', 'приставка показывает ошибку E{short}. Перезагрузка не помогла.'),
      ],
      en: [letter('Slow connection in the evening', 'every evening the connection drops to almost nothing. My customer number is {number}. Could you check the line?'), letter('Router keeps restarting', 'the router restarts several times a day and I lose my calls. Please help.')],
    },
    payment: {
      pl: [
        letter('Faktura wyższa niż w umowie', 'na ostatniej fakturze jest {amount} zł zamiast 69 zł. Skąd ta różnica? Proszę o wyjaśnienie.'),
        letter('Podwójne obciążenie', 'zapłaciłam fakturę {number}, a dostałam wezwanie do zapłaty. W załączeniu potwierdzenie przelewu.'),
        letter('Zmiana terminu płatności', 'czy mogę przesunąć termin płatności na 20. dzień miesiąca? Wtedy dostaję wypłatę.'),
        letter('Nowy cennik a moja umowa', 'dostałem pismo o nowym cenniku. Umowę mam do przyszłego roku, na jakiej podstawie podnoszą Państwo opłatę o {amount} zł?'),
        letter('Proszę o fakturę na firmę', 'proszę o wystawienie faktury na firmę, NIP 000-000-00-00, od bieżącego miesiąca.'),
      ],
      ru: [letter('Счёт больше обычного', 'в счёте {amount} злотых вместо обычных 69. Объясните, пожалуйста, откуда разница.'), letter('Оплата через банк', 'на какой счёт переводить оплату и что писать в назначении?')],
      en: [letter('Bill higher than agreed', 'my bill says {amount} PLN and the contract says 69. Where does the difference come from?'), letter('Change of payment date', 'may I pay on the 20th of each month?')],
    },
    order: {
      pl: [
        letter('Oferta dla firmy', 'szukamy internetu dla biura na 12 osób, ze stałym adresem IP. Proszę o ofertę i termin instalacji.'),
        letter('Przedłużenie umowy', 'umowa kończy mi się za miesiąc. Co mogą Państwo zaproponować stałemu klientowi?'),
        letter('Pakiet z telewizją', 'ile dopłacę do pakietu sportowego i czy muszę podpisywać nową umowę?'),
        letter('Zasięg światłowodu', 'czy pod adresem Lipowa {short} jest już światłowód? Na mapie jest, a infolinia mówi, że nie.'),
      ],
      ru: [letter('Подключение в новой квартире', 'мы переезжаем, можно ли перенести интернет на новый адрес и сколько это стоит?')],
      en: [letter('New connection', 'I am moving to Kraków next month and need internet from the first day. What can you offer?')],
    },
    question: {
      pl: [letter('Jak sprawdzić zużycie danych', 'gdzie w aplikacji sprawdzę, ile danych zostało mi do końca miesiąca?'), letter('Roaming w Chorwacji', 'jadę na wakacje do Chorwacji. Czy muszę coś włączać, żeby telefon działał?'), letter('Zmiana danych', 'zmieniłam nazwisko. Jakie dokumenty mam przysłać?')],
      ru: [letter('Роуминг в Украине', 'как включить роуминг на поездку в Украину и сколько стоит минута?')],
      en: [letter('Roaming in Spain', 'do I need to switch anything on before I travel to Spain?')],
    },
    complaint: {
      pl: [
        letter('Reklamacja: naliczona opłata za nowy cennik', 'składam reklamację. Podnieśli mi Państwo abonament o {amount} zł w trakcie umowy. Nie zgadzam się na to i żądam zwrotu. To jest skandal, jestem klientem od dziesięciu lat.'),
        letter('Reklamacja – trzy tygodnie bez internetu', 'reklamuję niewykonanie usługi. Od {short} dni nie mam internetu, technik nie przyszedł dwa razy. Żądam obniżenia opłaty i natychmiastowej naprawy.'),
        letter('Reklamacja faktury {number}', 'reklamuję fakturę. Doliczono usługi, których nie zamawiałam. Nikt na infolinii nie potrafił tego wyjaśnić, za każdym razem słyszę co innego.'),
        letter('reklamacja', 'skladam reklamacje na obsluge. czekalem na linii 40 minut i mnie rozlaczono. nikt nie oddzwonil mimo obietnic. jestem bardzo niezadowolony'),
        letter('Reklamacja – błędne naliczenie opłat', 'od zmiany cennika co miesiąc mam na fakturze inną kwotę. Mam tego dosyć. Proszę o korektę i odpowiedź na piśmie.'),
      ],
      ru: [letter('Рекламация: лишние услуги в счёте', 'подаю рекламацию. В счёте {number} услуги, которые я не подключал. Требую вернуть деньги.')],
      en: [letter('Complaint: price raised during my contract', 'I want to complain. You raised the price by {amount} PLN in the middle of my contract. This is not acceptable and I expect a refund.')],
    },
    'bad-service': {
      pl: [letter('Skarga na obsługę w salonie', 'w salonie w Tarnowie pan był nieuprzejmy i odesłał mnie z niczym, chociaż miałam wszystkie dokumenty. Straciłam pół dnia.'), letter('Skarga na technika', 'technik spóźnił się trzy godziny, nie przeprosił i zostawił bałagan. Proszę o reakcję.')],
      ru: [letter('Жалоба на обслуживание', 'оператор бросил трубку посреди разговора. Это неприемлемо.')],
      en: [letter('Rude agent on the phone', 'the person on the phone was rude and hung up on me.')],
    },
  },
  told: {
    technical: [
      told('Brak internetu od rana, dioda LOS czerwona.', 'Awaria na ulicy, ekipa w drodze. Klient poinformowany o godzinie naprawy.'), told('Internet bardzo wolny wieczorem.', 'Zmieniony kanał WiFi, prędkość wróciła do normy.'), told('Dekoder nie uruchamia się po aktualizacji.', 'Przywrócone ustawienia, działa.'),
      told('Telefon nie łączy się z siecią po wymianie karty.', 'Karta aktywowana ponownie, klient potwierdził zasięg.'), told('Rozłącza rozmowy w domu.', 'Zgłoszone do działu sieci, pomiary w tym tygodniu.'), told('Nie działa poczta w telefonie.', 'Podane ustawienia serwera, działa.'), told('Klient prosi o technika, sygnał zanika po burzy.', 'Umówiona wizyta technika.'),
    ],
    payment: [
      told('Pyta, dlaczego faktura jest wyższa niż zwykle.', 'Wyjaśniono: opłata za roaming z poprzedniego miesiąca.'), told('Nie zgadza się z podwyżką z nowego cennika.', 'Przedstawiono warunki, klient przemyśli.'), told('Prosi o rozłożenie zaległości na raty.', 'Ustalono trzy raty.'), told('Zapłacił, a usługa nadal zablokowana.', 'Wpłata zaksięgowana, blokada zdjęta.'), told('Prosi o duplikat faktury.', 'Wysłano na adres e-mail klienta.'),
    ],
    order: [told('Pyta o światłowód w nowym domu.', 'Jest zasięg, umówiona instalacja.'), told('Chce przedłużyć umowę.', 'Przedłużona na 24 miesiące z rabatem.'), told('Pyta o cenę pakietu rodzinnego.', 'Oferta wysłana, klient oddzwoni.'), told('Chce przenieść numer do nas.', 'Wniosek przyjęty.')],
    question: [told('Pyta, jak sprawdzić zużycie danych.', 'Pokazano w aplikacji.'), told('Pyta o roaming poza Unią.', 'Podano stawki i włączono limit.'), told('Pyta, kiedy kończy się umowa.', 'Podano datę.'), told('Jak zmienić adres do korespondencji?', 'Zmieniono podczas rozmowy.')],
    complaint: [told('Składa reklamację na opłatę po zmianie cennika, bardzo zdenerwowany.', ''), told('Reklamuje przerwy w działaniu internetu, żąda obniżenia rachunku.', ''), told('Reklamuje usługi dodatkowe, których nie zamawiała.', '')],
    'bad-service': [told('Skarży się, że nikt nie oddzwonił mimo obietnicy.', 'Przeproszono, sprawa załatwiona w trakcie rozmowy.'), told('Skarży się na technika, który nie przyjechał.', 'Przeproszono, nowy termin na jutro.')],
  },
  answers: {
    technical: { pl: ['Dzień dobry,\n\nsprawdziliśmy łącze i wymusiliśmy zmianę kanału. Proszę zrestartować router i dać znać, czy jest lepiej.', 'Dzień dobry,\n\nusterka leżała po naszej stronie i została usunięta dziś rano. Przepraszamy za kłopot.', 'Dzień dobry,\n\numówiliśmy wizytę technika, zadzwoni godzinę przed przyjazdem.'], ru: ['Добрый день!\n\nМы проверили линию и устранили неисправность. Перезагрузите, пожалуйста, роутер.'], en: ['Hello,\n\nwe found a fault on your line and fixed it this morning. Please restart the router.'] },
    payment: { pl: ['Dzień dobry,\n\nróżnica wynika z opłaty za połączenia poza pakietem. Szczegóły są na drugiej stronie faktury.', 'Dzień dobry,\n\nma Pan/Pani rację, wystawiamy korektę. Kwota pomniejszy kolejną fakturę.', 'Dzień dobry,\n\nzmieniliśmy termin płatności od kolejnego okresu.'], ru: ['Добрый день!\n\nРазница — это звонки вне пакета. Корректировка будет в следующем счёте.'], en: ['Hello,\n\nthe difference comes from calls outside your plan. We corrected it on the next bill.'] },
    complaint: { pl: ['Szanowni Państwo,\n\nuznajemy reklamację w całości. Nadpłata zostanie odliczona od kolejnej faktury. Przepraszamy.', 'Szanowni Państwo,\n\nuznajemy reklamację w części: obniżamy opłatę za okres przerwy. Uzasadnienie poniżej.', 'Szanowni Państwo,\n\npo sprawdzeniu bilingów nie znaleźliśmy podstaw do uznania reklamacji. Przysługuje odwołanie w terminie 14 dni.'], ru: ['Уважаемый клиент!\n\nРекламация принята, переплата будет вычтена из следующего счёта.'], en: ['Dear customer,\n\nwe accept your complaint. The overpaid amount will be taken off the next bill.'] },
    any: { pl: ['Dzień dobry,\n\nsprawa załatwiona. Gdyby było coś jeszcze, proszę odpisać na tę wiadomość.', 'Dzień dobry,\n\nodpowiedź znajdzie Pan/Pani w serwisie Moja Wisła, w zakładce Usługi. W razie pytań jesteśmy do dyspozycji.', 'Dzień dobry,\n\noferta w załączniku. Jest ważna 14 dni.'], ru: ['Добрый день!\n\nВсё сделано. Если останутся вопросы, просто ответьте на это письмо.'], en: ['Hello,\n\nthis is done. Just reply if anything is unclear.'] },
  },
}
