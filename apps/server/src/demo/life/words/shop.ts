// Customers of a chain of outdoor shops.
import { letter, told, type Words } from './words.ts'

export const shopWords: Words = {
  letters: {
    'order-status': {
      pl: [letter('Gdzie jest zamówienie {number}?', 'zamówienie {number} miało być u mnie wczoraj, a śledzenie stoi w miejscu. Proszę o informację.'), letter('Status zamówienia {number}', 'kiedy wyślą Państwo moje zamówienie? Zapłaciłem tydzień temu.'), letter('paczka', 'paczka {number} miala byc w piatek, nie ma jej do dzis')],
      ru: [letter('Где мой заказ {number}?', 'заказ должен был прийти вчера, а его нет. Подскажите, пожалуйста, где он.')], en: [letter('Where is my order {number}?', 'tracking has not moved for four days. Could you check?')],
    },
    'delivery-late': {
      pl: [letter('Opóźniona dostawa {number}', 'czekam na buty już {short} dni, a wyjazd mam w sobotę. To niepoważne. Proszę o pilną odpowiedź.'), letter('Kurier nie dotarł', 'kurier oznaczył paczkę jako doręczoną, a ja nic nie dostałam. Jestem rozczarowana.')],
      ru: [letter('Заказ {number} опаздывает', 'жду уже {short} дней. Очень недовольна.')], en: [letter('Late again', 'this is the second order in a row that is late. Order {number}.')],
    },
    return: {
      pl: [
        letter('Zwrot zamówienia {number}', 'chcę zwrócić kurtkę z zamówienia {number}, rozmiar jest zły. Jak wygenerować etykietę?'), letter('Brak zwrotu pieniędzy', 'odesłałam spodnie {short} dni temu i dalej nie mam zwrotu pieniędzy. Ile mam jeszcze czekać?'),
        letter('Zwrot – za małe buty', 'buty Percz wypadają dużo mniejsze niż w tabeli rozmiarów. Zwracam je i proszę o zwrot {amount} zł.'), letter('zwrot', 'tabela rozmiarow na stronie jest zla, juz druga para za mala. chce zwrocic'), letter('Zwrot kurtki Turbacz', 'kolor na żywo jest zupełnie inny niż na zdjęciu. Odsyłam, proszę o potwierdzenie.'),
      ],
      ru: [letter('Возврат заказа {number}', 'размер не подошёл, хочу вернуть ботинки. Как это сделать?'), letter('Где мои деньги?', 'я отправила возврат {short} дней назад, деньги так и не пришли.')], en: [letter('Return of order {number}', 'the boots are far too small compared with your size chart. How do I send them back?')],
    },
    defect: {
      pl: [letter('Reklamacja: rozpruty szew plecaka', 'w plecaku Żleb 40 po dwóch wyjściach puścił szew. Proszę o naprawę lub wymianę.'), letter('Reklamacja butów – przemakają', 'buty Grań GTX przemakają po trzech miesiącach, choć miały być nieprzemakalne. Jestem zawiedziony.'), letter('Reklamacja – zamek w kurtce', 'zamek w kurtce rozszedł się w górach przy minus dziesięciu. To było niebezpieczne. Żądam zwrotu pieniędzy.')],
      ru: [letter('Рекламация: молния на куртке', 'молния сломалась на второй день. Прошу обмен.')], en: [letter('Complaint: leaking boots', 'the boots leak after three months. I would like a refund.')],
    },
    'bad-service': {
      pl: [letter('Obsługa w sklepie', 'pani przy kasie nie odpowiedziała nawet na dzień dobry i kazała mi czekać 20 minut. Więcej nie przyjdę.'), letter('Skarga', 'w sklepie we Wrocławiu nikt nie chciał doradzić, sprzedawcy rozmawiali między sobą.')],
      ru: [letter('Жалоба на продавца', 'продавец был груб и не захотел помочь.')], en: [letter('Bad experience in your shop', 'nobody wanted to help me, although the shop was empty.')],
    },
    question: {
      pl: [letter('Rozmiar butów', 'noszę 38,5. Czy w modelu Percz Lady brać 38,5 czy 39?'), letter('Czy kurtka nadaje się na skitury?', 'czy kurtka Turbacz ma wywietrzniki pod pachami i kieszeń na lawinowe ABC?'), letter('Dostępność w sklepie', 'czy raki koszykowe M są dostępne w Zakopanem?'), letter('Impregnacja', 'czym impregnować kurtkę z membraną i jak często?')],
      ru: [letter('Вопрос о размере', 'какой размер выбрать, если обычно ношу 42?')], en: [letter('Do you ship to Slovakia?', 'and how long does it take?')],
    },
    payment: {
      pl: [letter('Faktura do zamówienia {number}', 'proszę o fakturę VAT do zamówienia {number}.'), letter('Kod rabatowy', 'kod z newslettera nie działa, w koszyku mam {amount} zł.'), letter('Podwójna płatność', 'zapłaciłem dwa razy za zamówienie {number}. Proszę o zwrot nadpłaty.')],
      ru: [letter('Счёт-фактура', 'пришлите, пожалуйста, фактуру к заказу {number}.')], en: [letter('Invoice for order {number}', 'could you send me an invoice?')],
    },
    praise: {
      pl: [letter('Pochwała', 'chciałam pochwalić pana z działu butów w Krakowie. Fachowo i z cierpliwością, dziękuję!'), letter('Dziękuję', 'świetna obsługa i szybka wymiana. Tak trzymać!')],
      ru: [letter('Спасибо', 'очень помогли с выбором, отличный магазин!')], en: [letter('Great service', 'your colleague in Zakopane was brilliant. Thank you!')],
    },
  },
  told: {
    question: [told('Szukał butów na lato w Tatry, niepewny rozmiaru.', 'Dobrane Percz 43, kupił.'), told('Pyta o różnicę między plecakami Żleb 30 i 40.', 'Pokazano oba, wybrał większy.'), told('Pyta o raki do butów półsztywnych.', 'Doradzono koszykowe, zamówione do sklepu.'), told('Pyta o impregnację kurtki.', 'Sprzedano środek, pokazano sposób użycia.'), told('Szuka prezentu dla taty, do 200 zł.', 'Wybrała kijki, zapakowano.')],
    return: [told('Zwraca kurtkę, za mały rozmiar wobec tabeli.', 'Przyjęto zwrot, pieniądze na kartę.'), told('Zwraca buty kupione przez internet, za ciasne.', 'Przyjęto, wymiana na większe.'), told('Oddaje spodnie, inny kolor niż na stronie.', 'Przyjęto zwrot.'), told('Zwrot prezentu z paragonem.', 'Wydano kartę podarunkową.')],
    defect: [told('Reklamacja: odklejona podeszwa Grań GTX.', ''), told('Reklamacja: pęknięta klamra plecaka.', ''), told('Reklamacja: przemakająca kurtka.', '')],
    'order-status': [told('Pyta o odbiór zamówienia {number} w sklepie.', 'Wydano na miejscu.'), told('Pyta, kiedy przyjdzie zamówienie.', 'Sprawdzono: kurier jutro.')],
    payment: [told('Prosi o fakturę na firmę.', 'Wystawiono.'), told('Karta podarunkowa nie działa przy kasie.', 'Aktywowano, zapłacił.')],
    'bad-service': [told('Skarży się na długą kolejkę do kasy.', 'Przeproszono, otwarto drugą kasę.'), told('Niezadowolony, że nikt nie podszedł doradzić.', 'Przeproszono i doradzono.')],
    praise: [told('Chwali doradztwo przy wyborze butów.', 'Podziękowano.')],
    'order-change': [told('Chce zmienić rozmiar w zamówieniu {number}.', 'Zmieniono przed wysyłką.'), told('Anuluje zamówienie.', 'Anulowano, zwrot płatności.')],
    'delivery-late': [told('Zdenerwowana, zamówienie {number} spóźnia się tydzień.', 'Nadano ponownie ekspresem, przeproszono.')],
  },
  answers: {
    return: { pl: ['Dzień dobry,\n\netykieta zwrotna w załączniku. Pieniądze zwracamy w ciągu 5 dni od otrzymania paczki.', 'Dzień dobry,\n\nbardzo przepraszamy za zwłokę. Przelew zleciliśmy dziś, powinien dotrzeć do jutra.'], ru: ['Добрый день!\n\nЭтикетка для возврата во вложении. Деньги вернём в течение 5 дней.'], en: ['Hello,\n\nthe return label is attached. We refund within 5 days of receipt.'] },
    defect: { pl: ['Dzień dobry,\n\nreklamację uznajemy, wysyłamy nowy egzemplarz na nasz koszt.', 'Dzień dobry,\n\nproponujemy naprawę w serwisie producenta. Termin 10 dni, koszt po naszej stronie.', 'Dzień dobry,\n\nrzeczoznawca stwierdził uszkodzenie mechaniczne, dlatego reklamacji nie możemy uznać.'], ru: ['Добрый день!\n\nРекламация принята, отправим новый товар за наш счёт.'], en: ['Hello,\n\nwe accept your complaint and send a new item.'] },
    any: { pl: ['Dzień dobry,\n\nsprawdziliśmy: wszystko jest w drodze, numer przesyłki wysłaliśmy SMS-em.', 'Dzień dobry,\n\ndziękujemy za wiadomość, sprawa załatwiona. W razie pytań proszę odpisać.', 'Dzień dobry,\n\ntak, jest dostępne. Odłożyliśmy na Pana/Pani nazwisko do soboty.'], ru: ['Добрый день!\n\nВсё сделано, если будут вопросы — просто ответьте.'], en: ['Hello,\n\nthis is done. Just reply if there is anything else.'] },
  },
}
export const reviews: Record<'good' | 'middling' | 'bad', readonly string[]> = {
  good: ['Świetny sklep, fachowe doradztwo. Polecam!', 'Duży wybór i bardzo miła obsługa.', 'Wymiana bez problemu, dziękuję.', 'Najlepszy sklep górski w okolicy.', 'Pan przy butach zna się na rzeczy.', 'Great shop, very helpful staff.', 'Отличный магазин, помогли с выбором.'],
  middling: ['W porządku, ale ceny wysokie.', 'Obsługa miła, mały wybór rozmiarów.', 'Dobry towar, kolejka do kasy za długa.'],
  bad: ['Nikt się nie zainteresował, czekałem 20 minut.', 'Obsługa opryskliwa. Nie polecam.', 'Od miesiąca jest coraz gorzej, ciągle brak ludzi na sali.', 'Zwrot załatwiany trzy tygodnie, szkoda nerwów.', 'Дорого и грубо.'],
}
