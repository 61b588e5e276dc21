/**
 * Name pools. Every entry is a common name of its country, written by hand; the combinations are invented. `a/b` is the same
 * name in its own script and in Latin letters. Names that are also words of the product are left out, because a test
 * greps the register's files for every name of the demo.
 */
export interface NamePool {
  readonly female: string
  readonly male: string
  readonly family: string
  /** Family names of women when they differ, entry by entry in the order of `family`. */
  readonly familyFemale?: string
}

export const ukrainian: NamePool = {
  female:
    'Наталія/Nataliia Оксана/Oksana Тетяна/Tetiana Людмила/Liudmyla Олена/Olena Ірина/Iryna Світлана/Svitlana Галина/Halyna ' +
    'Катерина/Kateryna Ганна/Hanna Юлія/Yuliia Марія/Mariia Анастасія/Anastasiia Вікторія/Viktoriia Дарина/Daryna Соломія/Solomiia ' +
    'Богдана/Bohdana Ярослава/Yaroslava Леся/Lesia Мирослава/Myroslava Надія/Nadiia Злата/Zlata Уляна/Uliana Валентина/Valentyna',
  male:
    'Олександр/Oleksandr Андрій/Andrii Сергій/Serhii Микола/Mykola Володимир/Volodymyr Іван/Ivan Богдан/Bohdan Тарас/Taras ' +
    'Ярослав/Yaroslav Дмитро/Dmytro Петро/Petro Василь/Vasyl Михайло/Mykhailo Юрій/Yurii Олег/Oleh Віталій/Vitalii ' +
    'Степан/Stepan Максим/Maksym Остап/Ostap Павло/Pavlo Кирило/Kyrylo Артем/Artem Назар/Nazar',
  family:
    'Шевченко/Shevchenko Коваленко/Kovalenko Бондаренко/Bondarenko Ткаченко/Tkachenko Кравченко/Kravchenko Олійник/Oliinyk ' +
    'Ковальчук/Kovalchuk Поліщук/Polishchuk Савченко/Savchenko Марченко/Marchenko Руденко/Rudenko Мельничук/Melnychuk ' +
    'Гончаренко/Honcharenko Кравчук/Kravchuk Левченко/Levchenko Павленко/Pavlenko Романюк/Romaniuk Захарченко/Zakharchenko ' +
    'Лисенко/Lysenko Харченко/Kharchenko Панасюк/Panasiuk Василенко/Vasylenko Гаврилюк/Havryliuk Назаренко/Nazarenko ' +
    'Пономаренко/Ponomarenko Мартинюк/Martyniuk Степаненко/Stepanenko Яременко/Yaremenko Тимошенко/Tymoshenko Ярошенко/Yaroshenko ' +
    'Осадчук/Osadchuk Федоренко/Fedorenko Дяченко/Diachenko Демченко/Demchenko Бойчук/Boichuk Прокопенко/Prokopenko ' +
    'Іващенко/Ivashchenko Слободянюк/Slobodianiuk Нечипоренко/Nechyporenko Гриценко/Hrytsenko Онищенко/Onyshchenko Кириленко/Kyrylenko',
}

export const russian: NamePool = {
  female:
    'Наталья/Natalya Елена/Yelena Ольга/Olga Татьяна/Tatyana Екатерина/Yekaterina Мария/Mariya Людмила/Lyudmila Ксения/Kseniya ' +
    'Дарья/Darya Полина/Polina Алёна/Alyona Любовь/Lyubov Вероника/Veronika Зинаида/Zinaida Галина/Galina Евгения/Yevgeniya ' +
    'Раиса/Raisa Антонина/Antonina Тамара/Tamara Снежана/Snezhana',
  male:
    'Сергей/Sergey Дмитрий/Dmitriy Алексей/Aleksey Николай/Nikolay Владимир/Vladimir Евгений/Yevgeniy Михаил/Mikhail ' +
    'Вячеслав/Vyacheslav Анатолий/Anatoliy Геннадий/Gennadiy Валерий/Valeriy Константин/Konstantin Виталий/Vitaliy Григорий/Grigoriy ' +
    'Леонид/Leonid Станислав/Stanislav Тимофей/Timofey Руслан/Ruslan Степан/Stepan Арсений/Arseniy',
  family:
    'Кузнецов/Kuznetsov Смирнов/Smirnov Васильев/Vasilyev Соколов/Sokolov Новиков/Novikov Морозов/Morozov Волков/Volkov Лебедев/Lebedev ' +
    'Козлов/Kozlov Николаев/Nikolayev Степанов/Stepanov Семёнов/Semyonov Голубев/Golubev Виноградов/Vinogradov Богданов/Bogdanov ' +
    'Воробьёв/Vorobyov Фёдоров/Fyodorov Беляев/Belyayev Тарасов/Tarasov Макаров/Makarov Киселёв/Kiselyov Ковалёв/Kovalyov ' +
    'Гусев/Gusev Кудрявцев/Kudryavtsev Баранов/Baranov Куликов/Kulikov Алексеев/Alekseyev Яковлев/Yakovlev Сорокин/Sorokin Романов/Romanov ' +
    'Захаров/Zakharov Борисов/Borisov Филиппов/Filippov Комаров/Komarov Щербаков/Shcherbakov',
  familyFemale:
    'Кузнецова/Kuznetsova Смирнова/Smirnova Васильева/Vasilyeva Соколова/Sokolova Новикова/Novikova Морозова/Morozova Волкова/Volkova Лебедева/Lebedeva ' +
    'Козлова/Kozlova Николаева/Nikolayeva Степанова/Stepanova Семёнова/Semyonova Голубева/Golubeva Виноградова/Vinogradova Богданова/Bogdanova ' +
    'Воробьёва/Vorobyova Фёдорова/Fyodorova Беляева/Belyayeva Тарасова/Tarasova Макарова/Makarova Киселёва/Kiselyova Ковалёва/Kovalyova ' +
    'Гусева/Guseva Кудрявцева/Kudryavtseva Баранова/Baranova Куликова/Kulikova Алексеева/Alekseyeva Яковлева/Yakovleva Сорокина/Sorokina Романова/Romanova ' +
    'Захарова/Zakharova Борисова/Borisova Филиппова/Filippova Комарова/Komarova Щербакова/Shcherbakova',
}

export const moldovan: NamePool = {
  female:
    'Ecaterina Elena Ana Doina Nadejda Tatiana Valentina Lilia Aliona Mihaela Cristina Natalia Ludmila Veronica Stela Ileana ' +
    'Parascovia Raluca Domnica Daniela Snejana Corina Rodica Zinaida Loredana',
  male:
    'Vasile Gheorghe Alexandru Sergiu Mihail Andrei Nicolae Dumitru Veaceslav Constantin Iurie Octavian Eugeniu Vladislav Ghenadie ' +
    'Anatolie Valeriu Petru Tudor Pavel Grigore Victor Ruslan Marcel Denis',
  family:
    'Rusnac Ciobanu Munteanu Ceban Cebotari Moraru Popescu Lungu Botnaru Cojocaru Cazacu Ursachi Grosu Gherman Vieru Cretu ' +
    'Plamadeala Brinzaru Scutaru Gutsu Bostan Zagorneanu Frunzeanu Ciubotaru Pascaru Sandulescu Bejenaru Rotarescu Postolachi Guzun ' +
    'Melnicenco Negruta Tomsa Croitoru Spataru Vulpescu Caraman Bulgaru Oprea Savciuc',
}
