// A telecom with a contact centre.
import { customer, note, staff, type DemoCompany } from '../company.ts'
import { askTelecom } from '../feedback/telecom.ts'
import { liveTelecom } from '../life/telecom.ts'

export const telecom: DemoCompany = {
  name: 'Wisła Telekom',
  admin: { name: 'Robert Nurt', email: 'robert@wislatel.example' },
  staff: [
    { name: 'Beata Zakole', email: 'beata@wislatel.example', role: 'manager' }, { name: 'Filip Bród', email: 'filip@wislatel.example', role: 'agent' }, { name: 'Weronika Łęg', email: 'weronika@wislatel.example', role: 'agent' },
    { name: 'Сергей Ткаченко', email: 'sergiy@wislatel.example', role: 'agent' }, { name: 'Hanna Prom', email: 'hanna@wislatel.example', role: 'agent' }, { name: 'Adam Tama', email: 'adam@wislatel.example', role: 'agent' },
  ],
  mailboxes: [{ name: 'Wisła Telekom', address: 'bok@wislatel.example' }, { name: 'Wisła Telekom – faktury', address: 'faktury@wislatel.example' }, { name: 'Wisła Telekom – reklamacje', address: 'reklamacje@wislatel.example' }],
  people: [
    { name: 'Halina Kurek', address: 'halina.kurek@poczta.example' }, { name: 'Tadeusz Bąk', address: 'tbak@poczta.example' }, { name: 'Monika Piątek', address: 'monika.piatek@firma.example' }, { name: 'Rafał Żak', address: 'rafal.zak@poczta.example' },
    { name: 'Виктор Иваненко', address: 'v.ivanenko@pochta.example' }, { name: 'Елена Петрова', address: 'elena.petrova@pochta.example' }, { name: 'Oliver Brown', address: 'oliver.brown@mail.example' }, { name: 'Justyna Gęś', address: 'justyna.ges@poczta.example' },
    { name: 'Piotr Szczur', address: 'pszczur@poczta.example' }, { name: 'Alicja Wilk', address: 'alicja.wilk@poczta.example' }, { name: 'Janusz Kruk', address: 'janusz@kruk-transport.example' }, { name: 'Marta Czyż', address: 'marta.czyz@poczta.example' },
    { name: 'Kamil Dzik', address: 'kamil.dzik@poczta.example' }, { name: 'Teresa Jeż', address: 'teresa.jez@poczta.example' },
  ],
  desk: {
    locations: ['Biuro Kraków', 'Salon Tarnów', 'Salon Rzeszów'],
    charge: {
      managers: ['beata@wislatel.example', 'weronika@wislatel.example', 'adam@wislatel.example'],
      regions: [{ name: 'Małopolska', manager: 'beata@wislatel.example', locations: [0, 1] }, { name: 'Podkarpacie', manager: 'robert@wislatel.example', locations: [2] }],
    },
    teams: [
      { name: 'Linia techniczna', manager: 'beata@wislatel.example', members: ['filip@wislatel.example', 'weronika@wislatel.example', 'adam@wislatel.example'], queues: ['it', 'after-sales'] },
      { name: 'Rozliczenia i reklamacje', manager: 'beata@wislatel.example', members: ['sergiy@wislatel.example', 'hanna@wislatel.example'], queues: ['accounting', 'complaints'] },
      { name: 'Sprzedaż', manager: 'beata@wislatel.example', members: ['weronika@wislatel.example', 'hanna@wislatel.example'], queues: ['sales'] },
    ],
    mailboxQueues: [null, 'accounting', 'complaints'],
    rules: [{ name: 'Awarie', words: ['brak internetu', 'awaria', 'nie działa', 'router'], queue: 'it' }, { name: 'Oferta', words: ['oferta', 'umowa', 'business', 'przeniesienie'], queue: 'sales' }],
    reasons: [[/reklamacja/i, 'complaint'], [/faktur|rachun|zapłat|счёт|bill/i, 'payment'], [/internet|router|awari|nie działa|wolno|tv/i, 'technical'], [/umow|oferta|przenies/i, 'order'], [/./, 'question']],
    tags: [{ name: 'Awaria masowa', colour: 'red', pattern: /brak internetu/i }, { name: 'Klient biznesowy', colour: 'blue' }, { name: 'Grozi odejściem', colour: 'amber', pattern: /reklamacja|wypowiedz/i }],
    skills: { 'sergiy@wislatel.example': ['pl', 'ru'], 'weronika@wislatel.example': ['pl', 'en'], 'filip@wislatel.example': ['pl'], 'hanna@wislatel.example': ['pl', 'en'], 'adam@wislatel.example': ['pl'] },
    capacity: 20,
    tasks: [
      { kind: 'call-back', title: 'Potwierdzić usunięcie awarii przy Kwiatowej', owner: 'filip@wislatel.example', inHours: 1 }, { kind: 'task', title: 'Bonifikaty za awarię W-114', owner: 'sergiy@wislatel.example', inHours: -20, begun: true, steps: [['Lista adresów z ulicy Kwiatowej', true], ['Naliczyć bonifikaty', false], ['Zawiadomić klientów', false]] },
      { kind: 'call-back', title: 'Umówić wizytę technika w Tarnowie', owner: 'weronika@wislatel.example', inHours: 4, location: 1 },
      { kind: 'task', title: 'Uprościć wyjaśnienie nowego cennika na fakturze', owner: 'beata@wislatel.example', inHours: 50, steps: [['Zebrać pytania klientów', true], ['Napisać nowy tekst', false]] },
      { kind: 'task', title: 'Sprawdzić, dlaczego połączenia z centrali nie trafiają do dziennika', owner: 'filip@wislatel.example', inHours: -44, done: { hoursAgo: 20, remedy: 'Centrala gubiła połączenia w czasie aktualizacji; ustawiono ponowne wysyłanie.' } },
    ],
    canned: [
      { name: 'Podziękowanie i zamknięcie', shortcut: 'dzieki', pl: '<p>Dzień dobry {{customer.firstName}},</p><p>dziękujemy za wiadomość. Sprawa jest załatwiona, a gdyby coś było niejasne, proszę po prostu odpisać.</p><p>Pozdrawiam<br>{{agent.name}}</p>', ru: '<p>Здравствуйте, {{customer.firstName}}!</p><p>Спасибо за сообщение. Вопрос решён; если что-то осталось неясным, просто ответьте на это письмо.</p><p>{{agent.name}}</p>', en: '<p>Hello {{customer.firstName}},</p><p>thank you for your message. This is settled; just reply if anything is unclear.</p><p>Best regards<br>{{agent.name}}</p>' },
      { name: 'Prosimy o numer zamówienia', shortcut: 'numer', pl: '<p>Dzień dobry,</p><p>żeby sprawdzić sprawę, potrzebujemy numeru zamówienia albo paragonu. Znajdzie go Pan/Pani w wiadomości z potwierdzeniem.</p>', ru: '<p>Здравствуйте!</p><p>Чтобы проверить, нам нужен номер заказа или чека. Он указан в письме с подтверждением.</p>', en: '<p>Hello,</p><p>to look into this we need your order or receipt number. You will find it in the confirmation.</p>' },
      { name: 'Reklamacja przyjęta', shortcut: 'reklamacja', pl: '<p>Dzień dobry {{customer.firstName}},</p><p>przyjęliśmy reklamację pod numerem {{ticket.number}}. Odpowiemy najpóźniej {{legal.lastDay}}.</p><p>{{agent.name}}</p>', ru: '<p>Здравствуйте, {{customer.firstName}}!</p><p>Рекламация принята под номером {{ticket.number}}. Мы ответим не позднее {{legal.lastDay}}.</p>', en: '<p>Hello {{customer.firstName}},</p><p>we have taken your complaint under number {{ticket.number}} and will answer by {{legal.lastDay}} at the latest.</p>' },
    ],
  },
  tickets: 160,
  customers: 1100,
  languages: { pl: 86, ru: 10, en: 4 },
  live: liveTelecom,
  asking: askTelecom,
  stories: [
    { subject: 'Brak internetu od rana', language: 'pl', ends: 'open', lines: [
      customer('Od 6:40 nie działa internet, dioda LOS na czerwono. Pracuję z domu. Adres: ul. Kwiatowa 3, nr klienta 5540212. Kiedy będzie naprawione?'),
      note('Awaria masowa W-114, Kwiatowa 1–19, ekipa w drodze, ETA 13:00.'),
      staff('Dzień dobry Panie Rafale,\n\nna Pana ulicy uszkodzono światłowód podczas robót drogowych. Ekipa jest na miejscu, przewidujemy naprawę do 13:00. Naliczymy bonifikatę za czas przerwy bez wniosku z Pana strony.', 0.6),
      customer('Jest 14:30 i dalej nie działa.', 7)] },
    { subject: 'Za wysoka faktura 03/2026', language: 'pl', mailbox: 1, ends: 'waiting', lines: [
      customer('Na fakturze mam 49 zł za „usługi premium”, z których nie korzystałam. Proszę o wyjaśnienie i korektę.\n\nHalina Kurek'),
      staff('Dzień dobry Pani Halino,\n\nopłata pochodzi z subskrypcji uruchomionej 2 marca na numerze kończącym się na 118. Zablokowałam takie usługi i wystawiam korektę. Czy zgadza się Pani na rozliczenie nadpłaty w kolejnej fakturze?', 5)] },
    { subject: 'Reklamacja – przerwy w połączeniach', language: 'pl', mailbox: 2, ends: 'open', lines: [
      customer('Składam reklamację na podstawie umowy. Od trzech tygodni połączenia są zrywane po kilku minutach. Żądam odszkodowania za niewykonanie usługi.\n\nJanusz Kruk, Kruk Transport'),
      note('Termin odpowiedzi: 30 dni od wpływu. Pomiary stacji 2217 zlecone.'),
      staff('Szanowny Panie,\n\npotwierdzamy przyjęcie reklamacji nr R/2217. Zleciliśmy pomiary stacji bazowej w Pana okolicy. Odpowiemy pisemnie w terminie 30 dni.', 8)] },
    { subject: 'Przeniesienie numeru do Was', language: 'pl', ends: 'closed', lines: [
      customer('Chcę przenieść numer od innego operatora. Co muszę przygotować i ile to trwa?'), staff('Dzień dobry! Wystarczy numer konta abonenckiego u obecnego operatora i dowód. Przeniesienie trwa jeden dzień roboczy. Formularz: w serwisie Moja Wisła → Przenieś numer.', 2), customer('Zrobione, dziękuję.', 30)] },
    { subject: 'Wypowiedzenie umowy', language: 'pl', ends: 'waiting', lines: [
      customer('Wypowiadam umowę nr 77812 z zachowaniem okresu wypowiedzenia. Powód: konkurencja daje to samo za 20 zł mniej i nikt z Państwa się do mnie nie odzywa od dwóch lat.'),
      note('Klient od 9 lat. Zadzwonić z ofertą utrzymaniową zanim potwierdzimy.'),
      staff('Dzień dobry Panie Tadeuszu,\n\nprzykro nam, że chce Pan odejść po dziewięciu latach. Przyjęliśmy wypowiedzenie. Zanim zacznie biec termin, chciałabym zadzwonić z propozycją – czy jutro o 10:00 odpowiada?', 3)] },
    { subject: 'Не работает роуминг', language: 'ru', ends: 'closed', lines: [
      customer('Здравствуйте, я в Чехии, и телефон не находит сеть. Роуминг в пакете включён. Что делать?\nВиктор'), staff('Здравствуйте, Виктор! Включите, пожалуйста, «Передача данных в роуминге» и выберите сеть вручную. Мы обновили профиль вашей SIM-карты — перезагрузите телефон.', 0.8), customer('Заработало, спасибо!', 1)] },
    { subject: 'Смена тарифа', language: 'ru', ends: 'new', lines: [customer('Добрый день. Хочу перейти на тариф «Семейный» с 1 числа, у меня три номера. Как это сделать и что будет со скидкой?\nЕлена Петрова')] },
    { subject: 'New contract for a foreigner', language: 'en', ends: 'closed', lines: [customer('Hello, I moved to Warsaw last month. Which documents do I need to sign a 12-month internet contract without a PESEL number?'), staff('Hello Oliver,\n\na passport and a proof of address (rental contract) are enough. You can sign in any of our shops or by courier.', 3)] },
    { subject: 'Zmiana adresu do korespondencji', language: 'pl', ends: 'closed', lines: [customer('Proszę o zmianę adresu do korespondencji na ul. Polna 8/2, 31-000 Kraków.'), staff('Dzień dobry, adres zmieniony od kolejnej faktury.', 1)] },
    { subject: 'technik nie przyjechal', language: 'pl', ends: 'new', lines: [customer('czekałam dziś w domu 8-12 na technika, nikt nie przyjechał i nikt nie zadzwonił. wzięłam na to urlop. co teraz?')] },
    { subject: 'Duplikat faktury', language: 'pl', mailbox: 1, ends: 'new', lines: [customer('Dzień dobry, proszę o duplikat faktury FV/2026/02/1182.\nMonika Piątek, księgowość')] },
    { subject: 'Limit transferu', language: 'pl', ends: 'new', lines: [customer('Dlaczego internet zwolnił mi w połowie miesiąca, skoro w umowie jest „bez limitu”?')] },
  ],
}
