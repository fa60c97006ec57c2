// An online shop for shoes and outdoor clothes with stores in seven cities.
import { customer, note, staff, type DemoCompany } from '../company.ts'
import { askShop } from '../feedback/shop.ts'
import { liveShop } from '../life/shop.ts'

export const shop: DemoCompany = {
  name: 'Turnia Sport',
  admin: { name: 'Marek Zawrat', email: 'marek@turnia.example' },
  staff: [
    { name: 'Iwona Halna', email: 'iwona@turnia.example', role: 'manager' }, { name: 'Damian Krzesany', email: 'damian@turnia.example', role: 'agent' },
    { name: 'Olga Smreczyńska', email: 'olga@turnia.example', role: 'agent' }, { name: 'Tomasz Żleb', email: 'tomasz@turnia.example', role: 'agent' },
    { name: 'Ewa Perć', email: 'ewa@turnia.example', role: 'agent' }, { name: 'Józef Gazda', email: 'jozef@turnia.example', role: 'agent' }, { name: 'Magda Przełęcz', email: 'magda@turnia.example', role: 'agent' }, { name: 'Rafał Kotlina', email: 'rafal@turnia.example', role: 'agent' },
    { name: 'Kasia Turnicka', email: 'kasia@turnia.example', role: 'agent' }, { name: 'Paweł Halski', email: 'pawel@turnia.example', role: 'agent' }, { name: 'Hela Potok', email: 'hela@turnia.example', role: 'agent' },
  ],
  mailboxes: [{ name: 'Turnia Sport', address: 'sklep@turnia.example' }, { name: 'Turnia Sport – reklamacje', address: 'reklamacje@turnia.example' }],
  people: [
    { name: 'Anna Nowak', address: 'anna.nowak@poczta.example' }, { name: 'Krzysztof Wójcik', address: 'k.wojcik@poczta.example' }, { name: 'Zofia Kaczmarek', address: 'zosia.k@poczta.example' }, { name: 'Michał Dąbrowski', address: 'mdabrowski@firma.example' },
    { name: 'Ирина Соколова', address: 'irina.sokolova@pochta.example' }, { name: 'James Miller', address: 'j.miller@mail.example' }, { name: 'Łukasz Pawlak', address: 'lpawlak@poczta.example' }, { name: 'Karolina Jóźwiak', address: 'karolina.jozwiak@poczta.example' },
    { name: 'Grzegorz Ćwik', address: 'g.cwik@poczta.example' }, { name: 'Dorota Borowa', address: 'dborowa@poczta.example' }, { name: 'Stanisław Mazur', address: 'stan.mazur@poczta.example' }, { name: 'Emilia Wąs', address: 'emilia@wydawnictwo.example' },
  ],
  desk: {
    locations: ['Kraków', 'Zakopane', 'Warszawa', 'Wrocław', 'Gdańsk', 'Rzeszów', 'Nowy Targ'],
    charge: {
      managers: ['ewa', 'jozef', 'magda', 'rafal', 'kasia', 'pawel', 'hela'].map((name) => `${name}@turnia.example`),
      regions: [{ name: 'Południe', manager: 'iwona@turnia.example', locations: [0, 1, 5, 6] }, { name: 'Północ i zachód', manager: 'marek@turnia.example', locations: [2, 3, 4] }],
    },
    teams: [
      { name: 'Sklep internetowy', manager: 'iwona@turnia.example', members: ['iwona@turnia.example', 'damian@turnia.example', 'olga@turnia.example'], queues: ['sales', 'after-sales', 'accounting'] },
      { name: 'Reklamacje', manager: 'iwona@turnia.example', members: ['tomasz@turnia.example', 'olga@turnia.example'], queues: ['complaints'] },
      // Sellers write down who came to their shop; they serve no queue.
      ...[['Kraków', 'ewa'], ['Zakopane', 'jozef'], ['Warszawa', 'magda'], ['Wrocław', 'rafal'], ['Gdańsk', 'kasia'], ['Rzeszów', 'pawel'], ['Nowy Targ', 'hela']].map(([city, name], location) => ({ name: `Sklep ${city}`, manager: `${name}@turnia.example`, members: [`${name}@turnia.example`], location, queues: [] })),
    ],
    mailboxQueues: [null, 'complaints'],
    rules: [{ name: 'Faktury', words: ['faktura'], queue: 'accounting' }, { name: 'Pytania przed zakupem', words: ['rozmiar', 'kiedy będą', 'delivery', 'kod rabatowy'], queue: 'sales' }],
    reasons: [[/reklamacja/i, 'defect'], [/zwrot/i, 'return'], [/gdzie jest|delivery/i, 'order-status'], [/заказ/i, 'order-change'], [/faktura|kod/i, 'payment'], [/obsługa/i, 'bad-service'], [/./, 'question']],
    tags: [{ name: 'Grań GTX', colour: 'red', pattern: /grań/i }, { name: 'VIP', colour: 'violet' }, { name: 'Zwrot pieniędzy', colour: 'amber', pattern: /zwrot/i }],
    skills: { 'olga@turnia.example': ['pl', 'en', 'ru'], 'damian@turnia.example': ['pl', 'en'], 'tomasz@turnia.example': ['pl'] },
    capacity: 25,
    tasks: [
      { kind: 'call-back', title: 'Oddzwonić do pana Michała: decyzja w sprawie podeszwy', owner: 'tomasz@turnia.example', inHours: -2 }, { kind: 'task', title: 'Zgłosić partię Grań GTX producentowi', owner: 'tomasz@turnia.example', inHours: 6 },
      { kind: 'task', title: 'Sprawdzić przelewy zwrotów z tego tygodnia', owner: 'iwona@turnia.example', inHours: 3, begun: true, steps: [['Lista zwrotów przyjętych w magazynie', true], ['Porównać z przelewami', true], ['Zlecić brakujące', false]] },
      { kind: 'task', title: 'Rozmowa z zespołem o niskich ocenach we Wrocławiu', owner: 'rafal@turnia.example', inHours: 26, location: 3, steps: [['Przeczytać opinie z ostatnich trzech tygodni', true], ['Porozmawiać z każdym ze zmiany', false], ['Zapisać, co zmieniamy', false]] },
      { kind: 'task', title: 'Druga kasa w soboty – sprawdzić, czy kolejki są krótsze', owner: 'ewa@turnia.example', inHours: 74, location: 0 },
      { kind: 'task', title: 'Wymienić tablicę z rozmiarami przy butach', owner: 'rafal@turnia.example', inHours: -30, location: 3, done: { hoursAgo: 28, remedy: 'Nowa tablica wisi, stara zawierała błędne rozmiary dziecięce.' } },
    ],
    canned: [
      { name: 'Podziękowanie i zamknięcie', shortcut: 'dzieki', pl: '<p>Dzień dobry {{customer.firstName}},</p><p>dziękujemy za wiadomość. Sprawa jest załatwiona, a gdyby coś było niejasne, proszę po prostu odpisać.</p><p>Pozdrawiam<br>{{agent.name}}</p>', ru: '<p>Здравствуйте, {{customer.firstName}}!</p><p>Спасибо за сообщение. Вопрос решён; если что-то осталось неясным, просто ответьте на это письмо.</p><p>{{agent.name}}</p>', en: '<p>Hello {{customer.firstName}},</p><p>thank you for your message. This is settled; just reply if anything is unclear.</p><p>Best regards<br>{{agent.name}}</p>' },
      { name: 'Prosimy o numer zamówienia', shortcut: 'numer', pl: '<p>Dzień dobry,</p><p>żeby sprawdzić sprawę, potrzebujemy numeru zamówienia albo paragonu. Znajdzie go Pan/Pani w wiadomości z potwierdzeniem.</p>', ru: '<p>Здравствуйте!</p><p>Чтобы проверить, нам нужен номер заказа или чека. Он указан в письме с подтверждением.</p>', en: '<p>Hello,</p><p>to look into this we need your order or receipt number. You will find it in the confirmation.</p>' },
      { name: 'Reklamacja przyjęta', shortcut: 'reklamacja', pl: '<p>Dzień dobry {{customer.firstName}},</p><p>przyjęliśmy reklamację pod numerem {{ticket.number}}. Odpowiemy najpóźniej {{legal.lastDay}}.</p><p>{{agent.name}}</p>', ru: '<p>Здравствуйте, {{customer.firstName}}!</p><p>Рекламация принята под номером {{ticket.number}}. Мы ответим не позднее {{legal.lastDay}}.</p>', en: '<p>Hello {{customer.firstName}},</p><p>we have taken your complaint under number {{ticket.number}} and will answer by {{legal.lastDay}} at the latest.</p>' },
    ],
  },
  tickets: 110,
  customers: 1100,
  languages: { pl: 88, ru: 7, en: 5 },
  live: liveShop,
  asking: askShop,
  stories: [
    { subject: 'Gdzie jest moje zamówienie 48213?', language: 'pl', ends: 'closed', lines: [
      customer('Dzień dobry,\n\nzamówienie 48213 miało dojść we wtorek, a śledzenie od czterech dni pokazuje „w sortowni”. Wyjeżdżam w góry w piątek i buty są mi potrzebne. Proszę o pilną odpowiedź.'),
      staff('Dzień dobry Panie Krzysztofie,\n\nsprawdziłem w firmie kurierskiej: paczka utknęła w Łodzi. Nadaliśmy drugą parę dziś przesyłką ekspresową, numer listu przewozowego otrzyma Pan SMS-em. Pierwszą proszę zwrócić kurierowi, gdyby dotarła.', 3),
      customer('Doszły dziś rano. Dziękuję, świetna robota!', 22)] },
    { subject: 'Reklamacja: rozklejona podeszwa, Grań GTX', language: 'pl', mailbox: 1, ends: 'open', lines: [
      customer('Zgłaszam reklamację butów Grań GTX rozm. 43, zakup 14 stycznia, sklep Zakopane, paragon 771/2026. Po sześciu wyjściach podeszwa odkleiła się z przodu w obu butach. Żądam wymiany na nowe.\n\nMichał Dąbrowski'),
      note('Termin ustawowy: 14 dni od otrzymania. Trzecia taka para z tej partii w tym miesiącu, zgłosić do producenta.'),
      staff('Dzień dobry Panie Michale,\n\nprzyjęliśmy reklamację. Prosimy o zostawienie butów w dowolnym z naszych sklepów albo nadanie paczki na nasz koszt (etykieta w załączniku). Odpowiedź otrzyma Pan najpóźniej 14 dni od dziś.', 5),
      customer('Zaniosłem dziś do sklepu w Krakowie. Czekam na decyzję.', 30)] },
    { subject: 'zwrot kurtki - nie doszly pieniadze', language: 'pl', ends: 'open', lines: [
      customer('odeslalam kurtke 3 tygodnie temu i dalej nie mam zwrotu na koncie!! nikt nie odbiera telefonu. to juz moj drugi mail w tej sprawie'),
      note('Zwrot przyjęty w magazynie 9 dni temu, księgowość nie zleciła przelewu — pilne.'),
      staff('Dzień dobry,\n\nbardzo przepraszamy. Kurtka dotarła do magazynu, a przelew nie został zlecony z naszej winy. Zleciłem go właśnie jako ekspresowy; powinien być na koncie dziś do 18:00.', 2),
      customer('dalej nic nie mam...', 26)] },
    { subject: 'Rozmiar butów – pytanie przed zakupem', language: 'pl', ends: 'closed', lines: [
      customer('Dzień dobry, noszę zwykle 38,5. Czy w modelu Percz Lady brać 38,5 czy 39 na grubszą skarpetę?'), staff('Dzień dobry! Ten model wypada lekko mniejszy, na grubszą skarpetę polecamy 39. Wymiana rozmiaru jest bezpłatna przez 30 dni.', 1)] },
    { subject: 'Delivery to Germany?', language: 'en', ends: 'closed', lines: [
      customer('Hi, do you ship to Berlin, and how much would two jackets cost to send?\n\nThanks\nJames'), staff('Hi James,\n\nwe do. Shipping to Germany is 49 PLN, free above 600 PLN, and takes 3–4 working days.', 2), customer('Great, ordered. Thanks!', 12)] },
    { subject: 'Вопрос по заказу 48377', language: 'ru', ends: 'waiting', lines: [
      customer('Добрый день! В заказе 48377 я случайно указала старый адрес. Можно ли его поменять, пока посылка не отправлена?\nИрина'), staff('Добрый день, Ирина! Посылка ещё на складе. Пришлите, пожалуйста, новый адрес с индексом — мы поменяем.', 1)] },
    { subject: 'Faktura do zamówienia 48102', language: 'pl', ends: 'closed', lines: [customer('Proszę o fakturę VAT do zamówienia 48102. Dane: Wydawnictwo Wąs, NIP 000-000-00-00.'), staff('Dzień dobry, faktura w załączniku. Pozostaje też dostępna po zalogowaniu w zakładce Zamówienia.', 3)] },
    { subject: 'Obsługa w sklepie w Krakowie', language: 'pl', ends: 'waiting', lines: [
      customer('Chciałam pochwalić pana Adriana z Krakowa za cierpliwość przy dobieraniu plecaka. Natomiast kolejka do kasy na 25 minut przy jednej otwartej kasie to przesada.'), note('Przekazać kierowniczce Krakowa — kasy w soboty.'), staff('Dziękujemy za ciepłe słowa, przekazaliśmy je panu Adrianowi. Co do kolejek – od przyszłej soboty będą czynne dwie kasy. Czy możemy zapytać, o której godzinie była Pani w sklepie?', 6)] },
    { subject: 'Kod rabatowy nie działa', language: 'pl', ends: 'new', lines: [customer('Kod WIOSNA20 wyskakuje jako nieważny, a w newsletterze pisze że do końca miesiąca. Mam w koszyku towar za 700 zł.')] },
    { subject: 'Reklamacja plecaka – pęknięta klamra', language: 'pl', mailbox: 1, ends: 'new', lines: [customer('Dzień dobry, w plecaku Żleb 40 pękła klamra pasa biodrowego po miesiącu. Czy muszę odsyłać cały plecak, czy przyślecie samą klamrę?\n\nStanisław Mazur')] },
    { subject: 'Kiedy będą raki w rozmiarze M?', language: 'pl', ends: 'new', lines: [customer('Dzień dobry, kiedy wrócą raki koszykowe rozmiar M? Na stronie od miesiąca „wkrótce”.')] },
  ],
}
