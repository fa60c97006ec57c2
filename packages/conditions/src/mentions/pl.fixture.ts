// Polish words of customers with their real forms, as people write them: what is looked for stands first.
export const pl = `
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
uderzyć: uderzył uderzyła uderzę uderzony`
