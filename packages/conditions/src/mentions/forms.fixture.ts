// Words of customers with their real forms, as people write them: what is looked for stands first. And pairs that are not one word.
export const forms: Record<'pl' | 'ru' | 'en', string> = {
  pl: `
reklamacja: reklamacji reklamację reklamacją reklamacje reklamacjom reklamacjami reklamacjach REKLAMACJĘ reklamacje
umowa: umowy umowie umowę umową umów umowom umowami umowach umowe umów
sprawa: sprawy sprawie sprawę sprawą spraw sprawom sprawami sprawach
skarga: skargi skardze skargę skargą skarg skargom skargami skargach
adwokat: adwokata adwokatowi adwokatem adwokacie adwokaci adwokatów adwokatom adwokatami
prawnik: prawnika prawnikowi prawnikiem prawniku prawnicy prawników prawnikom prawnikami prawnikach
sąd: sądu sądowi sądem sądzie sądy sądów sądom sądami sądach sadu sad
rzecznik: rzecznika rzecznikowi rzecznikiem rzeczniku rzecznicy rzeczników
klient: klienta klientowi klientem kliencie klienci klientów klientom klientami klientach
klientka: klientki klientce klientkę klientką klientek klientkom klientkami
sprzedawca: sprzedawcy sprzedawcę sprzedawcą sprzedawcom sprzedawcami
kierownik: kierownika kierownikiem kierownikowi kierownicy kierowników
pracownik: pracownika pracownikiem pracownicy pracowników pracownikom
kurier: kuriera kurierowi kurierem kurierze kurierzy kurierów
dostawa: dostawy dostawie dostawę dostawą dostaw dostawami
paczka: paczki paczce paczkę paczką paczek paczkom paczkami
przesyłka: przesyłki przesyłce przesyłkę przesyłką przesyłek przesylki
zwrot: zwrotu zwrotowi zwrotem zwrocie zwroty zwrotów zwrotach
pieniądze: pieniędzy pieniądzom pieniędzmi pieniądzach pieniedzy
faktura: faktury fakturze fakturę fakturą faktur fakturami
rachunek: rachunku rachunkowi rachunkiem rachunki rachunków rachunkach
błąd: błędu błędem błędzie błędy błędów błędami bledu blad
usterka: usterki usterce usterkę usterką usterek usterkami
awaria: awarii awarię awarią awarie awariami awariach
gwarancja: gwarancji gwarancję gwarancją gwarancje gwarancjach
naprawa: naprawy naprawie naprawę naprawą napraw naprawami
serwis: serwisu serwisowi serwisem serwisie serwisy serwisów
sklep: sklepu sklepowi sklepem sklepie sklepy sklepów sklepach
but: buta butem bucie buty butów butom butami butach
kupon: kuponu kuponem kuponie kupony kuponów kuponami
telefon: telefonu telefonem telefonie telefony telefonów telefonami
internet: internetu internetem internecie internetowi
zamówienie: zamówienia zamówieniu zamówieniem zamówień zamówieniom zamówieniami zamowienie
opóźnienie: opóźnienia opóźnieniu opóźnieniem opóźnień opóźnieniami opoznienia
odszkodowanie: odszkodowania odszkodowaniu odszkodowaniem odszkodowań
jakość: jakości jakością jakosc jakosci
obsługa: obsługi obsłudze obsługę obsługą obsluga
kolejka: kolejki kolejce kolejkę kolejką kolejek kolejkach
cena: ceny cenie cenę ceną cen cenom cenami cenach
opłata: opłaty opłacie opłatę opłatą opłat opłatami oplaty
kara: kary karze karę karą kar karom karami karach
noga: nogi nodze nogę nogą nóg nogom nogami nogach
ręka: ręki ręce rękę ręką rąk rękom rękami rekach
okno: okna oknu oknem oknie okien oknom oknami oknach
pudełko: pudełka pudełku pudełkiem pudełek pudełkach
krzesło: krzesła krześle krzesłem krzeseł krzesłami
oszust: oszusta oszustowi oszustem oszuście oszuści oszustów oszustami
oszustwo: oszustwa oszustwu oszustwem oszustwie oszustw oszustwami
policja: policji policję policją
urząd: urzędu urzędowi urzędem urzędzie urzędy urzędów urzędami
prawo: prawa prawu prawem praw prawom prawami prawach
miesiąc: miesiąca miesiącu miesiącem miesiące miesiącom miesiącami
żółty: żółta żółte żółtego żółtej żółtym żółtych żółtą zolty zolta
zepsuty: zepsuta zepsute zepsutego zepsutej zepsutym zepsutą zepsuci
niezadowolony: niezadowolona niezadowolonego niezadowoloną niezadowoleni niezadowolonych
drogi: droga drogie drogiego drogiej drogim drogich
pomoc: pomocy pomocą
rzecz: rzeczy rzeczą rzeczom rzeczami rzeczach
odpowiedź: odpowiedzi odpowiedzią odpowiedziom odpowiedziami
reklamować: reklamuję reklamujesz reklamuje reklamujemy reklamują reklamował reklamowała reklamowaliśmy reklamowałem reklamowany
oszukać: oszukał oszukała oszukali oszukałem oszukałam oszukany oszukana oszukani oszuka
zwrócić: zwrócę zwrócisz zwróci zwrócimy zwrócą zwrócił zwróciła zwrócili zwróciłem zwrócony zwrócono zwrocic
zrezygnować: zrezygnuję zrezygnuje zrezygnował zrezygnowałam zrezygnowaliśmy zrezygnują
zgłosić: zgłoszę zgłosi zgłosił zgłosiłam zgłosimy zgłoszony zgłoszono zglosilem
czekać: czekam czekasz czeka czekamy czekają czekał czekała czekałam czekaliśmy czekając
grozić: grożę grozisz grozi grożą groził grozili
złamać: złamał złamała złamało złamali złamany złamana złamię złamie
zepsuć: zepsuł zepsuła zepsuło zepsuły zepsuje zepsuję zepsuty
kupić: kupię kupi kupił kupiła kupiłem kupiłam kupiliśmy kupiony kupiona
działać: działa działają działał działała działało działały działam
bank: banku bankowi bankiem banki banków bankach
hotel: hotelu hotelem hotele hoteli hotelach
lekarz: lekarza lekarzowi lekarzem lekarze lekarzy lekarzom
rata: raty racie ratę ratą rat ratami
kredyt: kredytu kredytem kredycie kredyty kredytów
ubezpieczenie: ubezpieczenia ubezpieczeniu ubezpieczeniem ubezpieczeń
wniosek: wniosku wnioskiem wnioski wniosków wnioskach
termin: terminu terminem terminie terminy terminów
walizka: walizki walizce walizkę walizką walizek
sukienka: sukienki sukience sukienkę sukienek sukienkami
lodówka: lodówki lodówce lodówkę lodówek
pralka: pralki pralce pralkę pralką pralek
konto: konta kontu kontem koncie kont kontach
rozmowa: rozmowy rozmowie rozmowę rozmów rozmowach
konsultantka: konsultantki konsultantce konsultantkę konsultantką konsultantek
konsultant: konsultanta konsultantem konsultanci konsultantów
infolinia: infolinii infolinię infolinią infolinie
abonament: abonamentu abonamencie abonamenty abonamentów
wypowiedzenie: wypowiedzenia wypowiedzeniu wypowiedzeniem wypowiedzeń
decyzja: decyzji decyzję decyzją decyzje decyzjach
promocja: promocji promocję promocją promocje
rabat: rabatu rabatem rabaty rabatów rabacie
koszt: kosztu kosztem koszty kosztów kosztach koszcie
wada: wady wadzie wadę wadą wad wadami
dziura: dziury dziurze dziurę dziur
uszkodzony: uszkodzona uszkodzone uszkodzoną uszkodzonego uszkodzonej uszkodzeni
nowy: nowa nowe nowego nowej nowym nowi nowymi
wysoki: wysoka wysokie wysokiej wysokich wysocy
pozwać: pozwę pozwie pozwał pozwała pozwany pozwiemy
odstąpić: odstąpię odstąpi odstąpił odstąpiłem odstąpimy
wypowiedzieć: wypowiem wypowie wypowiedział wypowiedziała
żądać: żądam żąda żądamy żądał żądała żądają
zapłacić: zapłacę zapłaci zapłacił zapłaciłam zapłacone zapłacony
naprawić: naprawię naprawi naprawił naprawiony naprawiona naprawili
odmówić: odmówię odmówił odmówiła odmówiono odmówili
kłamać: kłamie kłamiesz kłamią kłamał kłamali
obiecać: obiecał obiecała obiecano obiecali obiecany
dzwonić: dzwonię dzwoni dzwonił dzwoniłam dzwonimy
chcieć: chcę chcesz chce chcemy chcą chciał chciała chciałbym chcieli
widzieć: widzę widzisz widzi widział widziała widzieli
musieć: muszę musisz musi muszą musiał musiała musieli
pisać: piszę piszesz pisze pisał pisałam piszą
zniknąć: zniknął zniknęła zniknie znikną zniknęło
otrzymać: otrzymałem otrzymałam otrzymał otrzymam otrzymany
szyba: szyby szybie szybę szyb
wojna: wojny wojnie wojen
łazienka: łazienki łazience łazienek
dostawca: dostawcy dostawcę dostawcą dostawców dostawcom
kelner: kelnera kelnerem kelnerzy kelnerów
stół: stołu stole stołem stoły stołów
łóżko: łóżka łóżku łóżkiem łóżek
zegarek: zegarka zegarkiem zegarki zegarków
pierścionek: pierścionka pierścionkiem pierścionki
ból: bólu bólem bóle
zdrowie: zdrowia zdrowiu zdrowiem
śmierć: śmierci śmiercią
wypadek: wypadku wypadkiem wypadki wypadków
dziecko: dziecka dzieci dziećmi
media: mediów mediom mediach
finanse: finansów finansach finansom
mandat: mandatu mandatem mandaty mandatów mandacie
kolizja: kolizji kolizję kolizją kolizje
koszula: koszuli koszulę koszulą koszule koszul koszulach
spodnie: spodni spodniom spodniami spodniach
skarpeta: skarpety skarpecie skarpetę skarpet skarpetami
lampa: lampy lampie lampę lampą lamp
komputer: komputera komputerem komputerze komputery komputerów
drukarka: drukarki drukarce drukarkę drukarek
zasilacz: zasilacza zasilaczem zasilacze zasilaczy
mechanik: mechanika mechanikiem mechanicy mechaników
hydraulik: hydraulika hydraulikowi hydraulicy
pacjent: pacjenta pacjentem pacjenci pacjentów
recepcja: recepcji recepcję recepcją
wizyta: wizyty wizycie wizytę wizytą wizyt
zabieg: zabiegu zabiegiem zabiegi zabiegów
krem: kremu kremem kremie kremy kremów
alergia: alergii alergię alergią alergie
oparzenie: oparzenia oparzeniu oparzeń oparzeniami
blizna: blizny bliźnie bliznę blizną blizn
farba: farby farbie farbę farbą farb
włosy: włosów włosom włosami włosach
lustro: lustra lustrze lustrem luster
szkło: szkła szkle szkłem
mięso: mięsa mięsie mięsem
sieć: sieci siecią sieciami
zasięg: zasięgu zasięgiem
router: routera routerem routerze routery
oferta: oferty ofercie ofertę ofertą ofert
regulamin: regulaminu regulaminie regulaminem regulaminy
świadek: świadka świadkiem świadkowie świadków
dowód: dowodu dowodem dowodzie dowody dowodów
mieszkanie: mieszkania mieszkaniu mieszkaniem mieszkań
brudny: brudna brudne brudnej brudnego brudni
zimny: zimna zimne zimnej zimnego zimną
ciężki: ciężka ciężkie ciężkiego ciężkiej
stracić: straciłem stracił stracę straci straciliśmy stracony
podpisać: podpisałem podpisze podpisaną podpisany podpiszę
zaskarżyć: zaskarżę zaskarżył zaskarży zaskarżyłam
skrzywdzić: skrzywdził skrzywdzili skrzywdzony skrzywdzę
ostrzec: ostrzegł ostrzegam ostrzegę
zniszczyć: zniszczył zniszczyli zniszczony zniszczona zniszczę
odebrać: odebrał odebrałam odbiorę odebrany odbierze
opóźniać: opóźnia opóźniał opóźniają opóźniany
uderzyć: uderzył uderzyła uderzę uderzony`,
  ru: `
жалоба: жалобы жалобе жалобу жалобой жалоб жалобам жалобами жалобах ЖАЛОБУ
адвокат: адвоката адвокату адвокатом адвокате адвокаты адвокатов адвокатам адвокатами
юрист: юриста юристу юристом юристе юристы юристов юристами
суд: суда суду судом суде суды судов судам судах
возврат: возврата возврату возвратом возврате возвраты возвратов
деньги: денег деньгам деньгами деньгах
покупка: покупки покупке покупку покупкой покупок покупкам покупками
посылка: посылки посылке посылку посылкой посылок посылками
доставка: доставки доставке доставку доставкой доставок
заказ: заказа заказу заказом заказе заказы заказов заказами
звонок: звонка звонку звонком звонке звонки звонков звонками
продавец: продавца продавцу продавцом продавце продавцы продавцов продавцами
покупатель: покупателя покупателю покупателем покупателе покупатели покупателей покупателями
клиент: клиента клиенту клиентом клиенте клиенты клиентов клиентам
магазин: магазина магазину магазином магазине магазины магазинов магазинах
договор: договора договору договором договоре договоры договоров
гарантия: гарантии гарантию гарантией гарантиям гарантиями
претензия: претензии претензию претензией претензий претензиями
организация: организации организацию организацией организаций
обращение: обращения обращению обращением обращении обращений обращениями
качество: качества качеству качеством качестве
письмо: письма письму письмом письме писем письмам письмами
ошибка: ошибки ошибке ошибку ошибкой ошибок ошибками
обман: обмана обману обманом обмане
мошенник: мошенника мошеннику мошенником мошенники мошенников мошенниками
сотрудник: сотрудника сотруднику сотрудником сотрудники сотрудников
товар: товара товару товаром товаре товары товаров товарами
брак: брака браку браком браке
дефект: дефекта дефектом дефекты дефектов дефектами
ремонт: ремонта ремонту ремонтом ремонте ремонты
чек: чека чеку чеком чеке чеки чеков
счёт: счёта счёту счётом счёте счета счетов счетами
цена: цены цене цену ценой цен ценам ценами
очередь: очереди очередью очередей очередям очередях
дверь: двери дверью дверей дверям дверями
неделя: недели неделе неделю неделей недель неделям неделями
день: дня дню днём дне дни дней дням днями
месяц: месяца месяцу месяцем месяце месяцы месяцев
телефон: телефона телефону телефоном телефоне телефоны телефонов
интернет: интернета интернету интернетом интернете
полиция: полиции полицию полицией
прокуратура: прокуратуры прокуратуре прокуратуру прокуратурой
компенсация: компенсации компенсацию компенсацией компенсаций
менеджер: менеджера менеджеру менеджером менеджеры менеджеров
обувь: обуви обувью
вещь: вещи вещью вещей вещам вещами
случай: случая случаю случаем случае случаи случаев
плохой: плохая плохое плохие плохого плохой плохому плохую плохим плохих
недовольный: недовольная недовольны недовольна недоволен недовольного недовольных недовольными
сломанный: сломанная сломанное сломанные сломан сломана сломано сломаны сломанного
жёлтый: жёлтая желтая жёлтого желтой жёлтые жёлтых жёлтую
хороший: хорошая хорошего хорошему хорошие хороших хорошую
последний: последняя последнего последнюю последние последних последней
вернуть: верну вернёшь вернёт вернём вернут вернул вернула вернули верните
обмануть: обманул обманула обманули обману обманут обманет
жаловаться: жалуюсь жалуешься жалуется жалуются жаловался жаловалась жаловались
отказаться: отказался отказалась отказались откажусь откажется откажутся
ждать: жду ждёшь ждёт ждём ждут ждал ждала ждали
купить: куплю купишь купит купим купят купил купила купили куплен куплена
сломать: сломал сломала сломали сломаю сломает сломан сломана
написать: напишу напишешь напишет напишут написал написала написали напишите
работать: работаю работает работают работал работала работало
заплатить: заплачу заплатишь заплатит заплатят заплатил заплатила заплачено
банк: банка банку банком банки банков
врач: врача врачу врачом врачи врачей
кредит: кредита кредиту кредиты кредитов
страховка: страховки страховку страховкой страховок
заявление: заявления заявлению заявлением заявлений
срок: срока сроку сроком сроки сроков
платье: платья платью платьем платьев
холодильник: холодильника холодильником холодильники
разговор: разговора разговоре разговоры
линия: линии линию линией линий
решение: решения решением решений
скидка: скидки скидку скидкой скидок
стоимость: стоимости стоимостью
дыра: дыры дыру дыр
запах: запаха запахом запахи
новый: новая новое новые нового новой
высокий: высокая высокое высокие высокого высоких
грубый: грубая грубые грубого
требовать: требую требует требуем требовал требовала требуют
оплатить: оплачу оплатит оплатил оплатила оплачено оплачен
починить: починю починит починил починили
отказать: отказал отказала откажет откажут отказали
врать: врёт врут врал врала
обещать: обещал обещала обещали обещаю обещает обещано
звонить: звоню звонит звонил звонила звонят
видеть: вижу видит видел видела видят
писать: пишу пишет писал писала пишут
получить: получу получит получил получила получили получено
исчезнуть: исчез исчезла исчезло исчезнет
стекло: стекла стеклу стеклом стёкла стёкол
кровать: кровати кроватью кроватей
часы: часов часам часами
кольцо: кольца кольцу кольцом колец
боль: боли болью болей
смерть: смерти смертью
здоровье: здоровья здоровью здоровьем
курьер: курьера курьером курьеры курьеров
официант: официанта официантом официанты
хамство: хамства хамством хамству
директор: директора директору директором директоров
проверка: проверки проверку проверок
подать: подам подаст подал подала подали
платить: плачу платит платил платят
задержка: задержки задержку задержкой задержек
вода: воды воде воду водой
штраф: штрафа штрафу штрафом штрафы штрафов
рубашка: рубашки рубашке рубашку рубашек
компьютер: компьютера компьютером компьютеры
принтер: принтера принтером принтеры
мастер: мастера мастеру мастером мастеров
пациент: пациента пациентом пациенты
аллергия: аллергии аллергию аллергией
ожог: ожога ожогом ожоги ожогов
краска: краски краске краску красок
волосы: волос волосам волосами
зеркало: зеркала зеркалу зеркалом зеркал
мясо: мяса мясу мясом
сеть: сети сетью сетей
предложение: предложения предложению предложений
свидетель: свидетеля свидетелем свидетели свидетелей
доказательство: доказательства доказательств доказательствами
квартира: квартиры квартире квартиру квартир
грязный: грязная грязное грязные грязной грязного
холодный: холодная холодное холодной холодного
тяжёлый: тяжёлая тяжёлое тяжёлого тяжёлой
потерять: потерял потеряла потеряю потеряет потеряли потерян
подписать: подписал подпишу подписала подписан подпишет
разбить: разбил разбила разбит разобью
ударить: ударил ударила ударю ударит
испортить: испортил испортили испорчу испорчен испорчена
угрожать: угрожаю угрожает угрожал угрожали
перезвонить: перезвоню перезвонит перезвонили перезвоните
опоздать: опоздал опоздала опоздали опоздает
прислать: прислал прислали пришлю пришлёт
забрать: забрал забрала заберу заберёт`,
  en: `
complaint: complaints complaint's Complaints
complain: complains complained complaining
lawyer: lawyers lawyer's LAWYERS
court: courts court's
refund: refunds refunded refunding
return: returns returned returning
cancel: cancels cancelled canceled cancelling canceling
delivery: deliveries delivery's
company: companies company's
party: parties
policy: policies
apply: applies applied applying
reply: replies replied replying
invoice: invoices invoiced invoicing
charge: charges charged charging
lie: lies lied lying
die: dies died dying
box: boxes boxed
fix: fixes fixed fixing
address: addresses addressed addressing
branch: branches
watch: watches watched watching
crash: crashes crashed crashing
shop: shops shopped shopping
stop: stops stopped stopping
rob: robs robbed robbing
scam: scams scammed scamming
cheat: cheats cheated cheating
fraud: frauds
break: breaks broke broken breaking
buy: buys bought buying
pay: pays paid paying
send: sends sent sending
sell: sells sold selling
lose: loses lost losing
steal: steals stole stolen stealing
sue: sues sued suing
leave: leaves left leaving
write: writes wrote written writing
choose: chooses chose chosen choosing
withdraw: withdraws withdrew withdrawn withdrawing
promise: promises promised promising
damage: damages damaged damaging
order: orders ordered ordering
shoe: shoes
price: prices priced pricing
fee: fees
queue: queues queued queueing
manager: managers manager's
customer: customers customers'
person: people persons person's
child: children child's
woman: women woman's
man: men man's
wait: waits waited waiting
delay: delays delayed delaying
mistake: mistakes
error: errors
guarantee: guarantees guaranteed guaranteeing
warranty: warranties
attorney: attorneys attorney's
battery: batteries
photo: photos
hero: heroes
bank: banks banked
loan: loans
claim: claims claimed claiming
compensate: compensates compensated compensating
knife: knives
wife: wives
bus: buses
tax: taxes taxed
notify: notifies notified notifying
deny: denies denied denying
argue: argues argued arguing
freeze: freezes froze frozen freezing
hold: holds held holding
hear: hears heard hearing
feel: feels felt feeling
tooth: teeth
foot: feet
drop: drops dropped dropping
ship: ships shipped shipping
refuse: refuses refused refusing
burn: burns burned burnt burning
bite: bites bit bitten biting
tear: tears tore torn tearing
rude: rude
wrong: wrong
quality: qualities
fine: fines fined fining
witness: witnesses witnessed
injury: injuries
allergy: allergies
printer: printers
threaten: threatens threatened threatening
destroy: destroys destroyed destroying
hit: hits hitting
shut: shuts shutting
ring: rings rang rung ringing
wake: wakes woke woken waking
contract: contracts
offer: offers offered offering
quit: quits quitting
ban: bans banned banning
expire: expires expired expiring
shelf: shelves
half: halves
apology: apologies`,
}

/** What is looked for, and what is another word. */
export const others: readonly (readonly [wanted: string, text: string])[] = [
  ['sad', 'sądzę'], ['sąd', 'sądzę'], ['sąd', 'sądzi'], ['prawo', 'prawie'], ['kara', 'karp'], ['kara', 'karta'], ['kara', 'karetka'], ['umowa', 'umowny'], ['sprawa', 'sprawdzam'], ['sprawa', 'sprawny'], ['zwrot', 'zwrotka'],
  ['but', 'butelka'], ['but', 'butik'], ['cena', 'centrum'], ['cena', 'ocena'], ['cena', 'cenny'], ['klient', 'klientela'], ['prawnik', 'prawo'], ['prawo', 'prawnik'], ['prawo', 'poprawa'], ['rachunek', 'rachuba'], ['sklep', 'sklepienie'], ['noga', 'nagi'], ['opłata', 'płatny'],
  ['policja', 'polityka'], ['kolejka', 'kolejny'], ['kolejka', 'kolej'], ['telefon', 'telefonia'], ['naprawa', 'naprawdę'], ['kupon', 'kupno'], ['rzecz', 'rzecznik'], ['pomoc', 'pomocnik'], ['dostawa', 'dostać'], ['żółty', 'żółtko'], ['drogi', 'drogeria'], ['okno', 'okoń'], ['sprzedawca', 'sprzedać'],
  ['opłata', 'opłaci'], ['kierownik', 'kierownicę'], ['nowy', 'nowo'], ['delivery', 'deliver'], ['party', 'part'],
  ['суд', 'судьба'], ['суд', 'посуда'], ['суд', 'сударь'], ['право', 'правда'], ['брак', 'браслет'], ['чек', 'человек'], ['цена', 'ценный'], ['цена', 'оценка'], ['день', 'деньги'], ['счёт', 'счастье'], ['товар', 'товарищ'], ['заказ', 'казань'], ['покупка', 'покупатель'], ['магазин', 'магнит'], ['вещь', 'вечер'], ['ремонт', 'демонтаж'], ['жалоба', 'жаль'], ['договор', 'разговор'],
  ['sue', 'issue'], ['sue', 'suit'], ['court', 'courtesy'], ['shop', 'shoe'], ['box', 'boxer'], ['pay', 'payload'], ['lie', 'life'], ['fix', 'fixture'], ['man', 'manager'], ['order', 'border'], ['fee', 'feedback'], ['return', 'turn'], ['scam', 'scan'], ['rob', 'robot'], ['error', 'terror'], ['charge', 'charger'],
]
