/**
 * Given names that one person bears: forms of the same name in several languages (Mykola and Nikolai are translated, not
 * transliterated) and pet names. One line a name, the key first. A pet name may stand in several lines. Written by hand.
 */
export const aliasLines = `
f:alexandra aleksandra oleksandra alessandra sandra sasha sashka shura olesia lesia alexia sanja
f:anna hanna ganna ana anne ann anya ania hania aneta annie nyura anka anichka
f:anastasia anastasiia anastasiya nastya nastia nastassia anastasija stasia nastka asya
f:angelina angelika angela anzhelika anhelina lina gelya
f:barbara varvara varya basia barbora
f:catherine kateryna ekaterina yekaterina iekaterina katarina katerina katya katia kasia katarzyna catalina caterina kaciaryna kati kate katja
f:christina khrystyna kristina krystyna hristina cristina kristya tina
f:daria dariia darya daryna dasha darja odarka
f:diana dijana dayana
f:helen olena elena yelena ielena alena helena elene lena lenka ileana ilona iliana jelena olenka
f:elizabeth yelyzaveta elizaveta yelizaveta lizaveta elisabeta elisabeth elzbieta liza lisa elisaveta jelisaveta lizka
f:eugenia yevheniia evgenia yevgeniya zhenya evheniia eugenie jevgenija
f:eva yeva eve ieva
f:galina halyna galyna halina galya halia
f:irene iryna irina ira irena irinka iraida irka
f:inna ina
f:juliana uliana ulyana iuliana yuliana
f:julia yuliia yulia iuliia iulia juliia giulia julija yuliya iouliia ioulia yulya
f:justine yustyna iustina justyna justina
f:kira kyra
f:larissa larysa larisa lara laryssa
f:laura lavra
f:liudmyla lyudmila ludmila ludmyla liudmila luda lyuda liuda mila
f:lydia lidiia lidia lidiya lida
f:liubov lyubov lubov liuba lyuba luba ljubov
f:margaret marharyta margarita margaryta rita margareta malgorzata
f:mary maria mariia mariya marija maryna marina masha marusia marichka maryam miriam mariam marie maryia manya
f:marina maryna
f:martha marta marfa
f:matilda matylda
f:michaela mykhailyna mihaela michalina mikhaila
f:nadia nadiia nadezhda nadiya nadzeya nadezda nadejda nadya
f:natalia nataliia natalya natasha natalie nata natallia natalka natalija natali
f:nina ninel
f:oksana oxana aksana aksinia ksenia ksiusha kseniia ksenija xenia oksanka ksusha
f:olga olha volha olya olia olechka helga
f:polina paulina pauline pavlina
f:rose roza ruzha rosa
f:sarah sara sarra
f:sophia sofiia sofia sofya sonia sonya zofia sofija
f:susan zuzana susanna suzanna
f:svetlana svitlana sviatlana sveta svitka svetka
f:tatiana tetiana tatyana tatsiana tania tanya tetyana tatjana
f:theodora teodora fedora
f:valentina valentyna valya valia
f:valeria valeriia valeriya lera valeriya
f:victoria viktoriia viktoria vika viktoryia vita viktoriya
f:vera vira veera
f:veronica veronika nika
f:yana jana iana joanna ioana ivana johanna
f:zoe zoia zoya
m:alexander oleksandr aleksandr alexandr aliaksandr aleksander alexandru sasha sashko olek aleks sania shura iskandar eskandar alejandro alessandro iskender alex sanya
m:alexis oleksii aleksei alexei aliaksei aleksey alosha alyosha lyosha alexey olexiy aleksi
m:andrew andrii andrei andrey andriy andrzej andreas andrejs andriyko andro andre
m:anthony anton antonii antoni antonio antin tosha
m:arthur artur
m:artemy artem artemii tyoma
m:basil vasyl vasilii vasili vasile vasya vasil vasily bazyli vasyliy
m:benjamin veniamin binyamin benyamin
m:boris borys borka
m:constantine kostiantyn konstantin kastus kostya kostia konstantyn constantin kostas
m:cyril kyrylo kirill kiryl kiril
m:daniel danylo danil daniil danila danilo danyil daniyal
m:david davyd davit dawid daud dawud davud
m:demetrius dmytro dmitri dmitry dzmitry dima dimitri dmitriy dimitar dumitru mitya dimitrije dimitris
m:dennis denys denis
m:edward eduard
m:elias ilia illia ilya iliya ilyas ilie ilija
m:eugene yevhen evgenii evgeny yevgeny yauhen zhenya eugen evhen jevgenijs
m:felix feliks
m:gabriel havrylo gavriil jibril jabril gavril
m:george heorhii georgii georgi yurii yuri iurii juri yuriy gheorghe giorgi jerzy yura jorge egor yehor yahor iouri jurij
m:gregory hryhorii grigorii grigory ryhor grisha grzegorz grigore hrysha
m:ignatius ihnat ignat
m:ivan ioan john jan ivanko vanya yann ian jovan johann giovanni juan jean vania ioannis hovhannes yahya
m:jacob yakiv yakov iakov yakub jakub yaqub yasha
m:james iago
m:joseph yosyp osip iosif josef jozef yusuf yosef josip yousef osyp
m:leo lev leonid leonyd liova lyova leon
m:lucas luka lukas lukasz
m:mark marko markus marek
m:martin martyn marcin
m:matthew matvii matvei mateusz matei matej matviy
m:maximus maksym maxim maksim max maks
m:michael mykhailo mikhail mihail mihai misha michal mikhas mykhaylo mikael mihajlo mikayil
m:nicholas mykola nikolai nikolay mikalai kolya mikola nicolae nikola nikolaus nicolai nikolaj
m:nikita mykyta mikita nikitos
m:oleg oleh aleh
m:paul pavlo pavel paval pasha pawel pablo paolo pavlos boulos
m:peter petro pyotr petr piotr petya petar petru pedro pierre butrus piatro petrus
m:philip pylyp filipp pilip filip
m:prokop prokip prokopii
m:richard rychard ryszard
m:robert rob roberto
m:roman romko roma
m:sebastian sevastian
m:sergius serhii sergei sergey siarhei serhiy seryozha sergiu serge sergiy serj
m:simon semen semyon symon szymon shimon
m:stanislav stanislau stas stanislaw
m:stephen stepan stefan sciapan styopa stephan
m:theodore fedir fyodor fedor fiodar teodor
m:thomas foma khoma tomas tomasz toma
m:timothy tymofii timofei timur tymofiy tima
m:valentin valentyn
m:valery valerii valerij valeriu
m:victor viktor vitya
m:vitaly vitalii vital vitalik
m:vladimir volodymyr uladzimir wlodzimierz volodya vova vladimer vowa vladimiras valdemar
m:vladislav vladyslav uladzislau vlad wladyslaw
m:vyacheslav viacheslav slava viachaslau vjaceslav slavik
m:yaroslav jaroslav slavko iaroslav jaroslaw
m:mohammed muhammad mohamed mohammad muhamad mohamad mamadou muhammed mehmet muhamed mohamet magomed mahomed mamoudou md mokhamed
m:ahmed ahmad ahmet akhmed akhmad
m:mahmoud mahmud mahmood makhmud
m:ali aly
m:hassan hasan hasanov khasan assan
m:hussein husein hussain hossain hossein husayn huseyn khusein ousseynou
m:abdullah abdallah abdoulaye abdulla abdoullah
m:abdulrahman abdurrahman abderrahmane abdirahman abdourahmane
m:ibrahim ebrahim ibrahima brahim abraham ibragim avraam
m:ismail ismael ismayil ismoil
m:mustafa mostafa moustapha mustapha
m:omar umar oumar omer umaru
m:osman othman usman ousmane uthman
m:khalid khaled halid xalid
m:saleh salih salah
m:suleiman sulaiman souleymane soliman solomon suleyman sulayman
m:musa moussa mousa moses moisei
m:isa issa eissa
m:haji hadji
m:karim kareem kerim
m:rashid rachid rasheed
m:said saeed saied seyid
m:hamid hameed
m:tariq tarek tarik
f:fatima fatma fatimah fatoumata fatou fatemeh fadimata
f:aisha aicha aysha ayesha aissatou aishatu aysel ayse
f:khadija khadidja hadija kadidiatou khadijah hatice xadicha
f:zainab zeinab zaynab zeynep zenab zineb
f:amina aminah aminata aminatou
f:maryam meryem mariama
f:leila layla laila leyla
f:noor nur nour noura
f:huda hoda
f:salma selma
m:rajendra raj rajendar
m:krishna kisan krishan
m:laxman lakshman
f:laxmi lakshmi laksmi
f:sita seeta
f:gita geeta
f:puja pooja
f:sunita suneeta
f:bimala vimala
f:parbati parvati
f:bishnu vishnu
m:bikram vikram
m:binod vinod
m:bikash vikash
`
