/** Stems and endings of family names that a language builds, and second given names. Common parts, invented together. */
export interface Building {
  readonly stems: readonly string[]
  /** The form of men, then of women. */
  readonly endings: readonly (readonly [string, string])[]
  readonly second?: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')
const same = (text: string): readonly (readonly [string, string])[] => words(text).map(ending => [ending, ending])

const ukrainian: Building = {
  stems: words(
    'Бондар Ковал Мельник Шевч Гонч Кравч Ткач Олійник Панас Роман Савч Левч Марч Іван Петр Василь Степан Федор Гаврил Данил Захар Ігнат Климен Лукаш Макар Назар Онис Пилип Прокоп Семен Тимош Харч Юрч Ярем Березов Вербов Дуб Заліз Калин Кирич Лис Медвед Мороз Орл Павл Пономар Руд Сидор Скляр Солов Тарас Чорн Шульж Явор Яким',
  ),
  endings: [...same('енко чук юк ко ець'), ['ський', 'ська'], ['ів', 'ова']],
}
const russian: Building = {
  stems: words(
    'Иван Петр Сидор Кузнец Поп Волк Зайц Медведь Орл Соболь Лебед Голуб Воробь Соловь Грач Козл Баран Бык Жук Мух Комар Карп Щук Рыбак Мельник Гончар Плотник Столяр Бондар Ткач Шуб Сапож Белоус Чернов Рыж Красн Зелен Мороз Зим Вес Лет Осен Туман Гром Дожд Снег Лес Пол Луг Озер Берез Дуб Сосн Кал',
  ),
  endings: [
    ['ов', 'ова'],
    ['ев', 'ева'],
    ['ин', 'ина'],
    ['овский', 'овская'],
    ['енков', 'енкова'],
  ],
}
const uzbek: Building = {
  stems: words(
    'Abdul Ali Aziz Bahrom Botir Davron Eshon Ergash Fayz G‘afur Hakim Hamid Ibrohim Ismoil Jalol Jabbor Karim Komil Mahmud Mirza Murod Nazar Nematul Normat Olim Ortiq Qodir Qosim Rahim Rashid Rustam Sobir Soli Sulton Temur Toshpo‘lat Tursun Umar Usmon Xolmat Xudoyor Yusuf Zokir',
  ),
  endings: [
    ['ov', 'ova'],
    ['boyev', 'boyeva'],
    ['xonov', 'xonova'],
    ['jonov', 'jonova'],
  ],
}
const moldovan: Building = {
  stems: words(
    'Mold Munt Cod Bot Cioc Gru Lup Mor Pop Rus Sand Stan Tud Ung Vas Zam Bar Cal Dim Fil Gherg Ion Luc Mih Nic',
  ),
  endings: same('ean eanu escu aru an oiu uc ari iciuc'),
}
const arabic: Building = {
  stems: words(
    'الحسن الحسين العباس الهاشم الكاظم الصادق المهدي الجبور الدليم الشمر العنز القحطان الزهران الغامد الحرب المطير البغداد الدمشق الموصل النابلس',
  ),
  endings: same('ي اوي اني'),
}
const khmer: Building = {
  stems: words(
    'ចាន់ សុខ ហេង កែវ មាស ប៊ុន លឹម គឹម ឈឹម នួន ស៊ុន យឹម ឡុង ជា ហ៊ុន អ៊ុំ តាន់ ឈាង លី គង់ ផុន ភួង ទេព ម៉ៅ រស់ សំ វង្ស ស្រេង ថោង ញ៉ែម ឌុច ឆាយ យិន ប្រាក់',
  ),
  endings: same(''),
  second: words('សុខា សុភា ដារា រតនា វណ្ណា ធីតា មុំ នាង នី ស្រី មាលា បូរី'),
}
const nepali: Building = {
  stems: words(
    'तामाङ गुरुङ श्रेष्ठ अधिकारी कार्की थापा मगर राई लामा शेर्पा भण्डारी खड्का बस्नेत विश्वकर्मा परियार महर्जन पौडेल घिमिरे दाहाल कोइराला शर्मा यादव चौधरी साह झा थारू सुनार नेपाली लिम्बु भट्टराई',
  ),
  endings: same(''),
  second: words('माया कुमारी देवी बहादुर लाल प्रसाद'),
}

/** By country; a country that is not here has the families of its list. */
export const endings: Readonly<Record<string, Building>> = {
  UA: ukrainian,
  RU: russian,
  BY: russian,
  UZ: uzbek,
  KG: uzbek,
  TJ: uzbek,
  MD: moldovan,
  SY: arabic,
  JO: arabic,
  EG: arabic,
  YE: arabic,
  KH: khmer,
  NP: nepali,
}
