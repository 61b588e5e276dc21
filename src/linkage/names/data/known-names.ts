import { letterPairs } from '../letter-pairs.ts'

/**
 * Names whose usual Latin spelling no rule finds, because the script leaves vowels out (Arabic) or writes more than is said
 * (Khmer). Keys are without vowel points; أ إ آ are ا.
 */
export const knownNames: ReadonlyMap<string, string> = new Map([
  ...letterPairs(
    'عبير:abir عادل:adel افنان:afnan امل:amal امير:amir اميره:amira اميرة:amira امجد:amjad انس:anas انور:anwar اسماء:asma اشرف:ashraf ' +
      'بشار:bashar بشير:bashir باسم:basem بسام:bassam بشرى:bushra دانا:dana ديما:dima دعاء:duaa فادي:fadi فيصل:faisal فرح:farah فارس:fares ' +
      'فريد:farid فؤاد:fuad غادة:ghada غسان:ghassan حبيب:habib حليم:halim حليمة:halima حنان:hanan هاني:hani حارث:harith هبة:hiba هشام:hisham ' +
      'هند:hind حسام:husam اياد:iyad ايمان:iman اسراء:israa جابر:jaber جعفر:jafar جاسم:jasim جواد:jawad كاظم:kazem خليل:khalil خلود:khulud ' +
      'لينا:lina لمى:lama لؤي:luay ماهر:maher مجد:majd ماجد:majed مالك:malik منال:manal منصور:mansour مروة:marwa مروان:marwan ميساء:maysa ' +
      'مازن:mazen محسن:mohsen منى:mona معاذ:muath منذر:munther نبيل:nabil نادية:nadia نجوى:najwa نزار:nizar نسرين:nisreen عمار:ammar عماد:imad ' +
      'قاسم:qasem راشد:rashed رائد:raed رانيا:rania رامي:rami رنا:rana رشا:rasha رغد:raghad ريم:reem رياض:riyad رزان:razan صفاء:safa سحر:sahar ' +
      'سلام:salam سليم:salim سلمان:salman سالم:salem سمر:samar سامر:samer سمير:samir سميرة:samira سامي:sami سارة:sara ساره:sara شادي:shadi شيماء:shaimaa ' +
      'شريف:sharif شيرين:shireen صبا:saba صبحي:subhi سهى:suha تامر:tamer تيسير:taysir وليد:walid وائل:wael وفاء:wafa ياسر:yasser ياسين:yassin ' +
      'يحيى:yahya يحيي:yahya زهراء:zahra زهرة:zahra زياد:ziad زيد:zaid زكريا:zakaria عائدة:aida علاء:alaa الاء:alaa اية:aya ايات:ayat بتول:batoul ' +
      'جمعة:jumaa درويش:darwish حداد:haddad خوري:khoury نجار:najjar مصري:masri حلبي:halabi شامي:shami عطية:attia عوض:awad غانم:ghanem ' +
      'قدور:kaddour نعيم:naim هلال:hilal ادم:adam اسحق:ishaq تاج:taj دين:din بن:bin بنت:bint ابو:abu ام:umm ابن:ibn ال:al',
  ),
  ...letterPairs(
    'សុខ:sok ស៊ុខ:sok ចាន់:chan ហេង:heng ជា:chea កែវ:keo មាស:meas ញ៉ែម:nhem នួន:nuon ប៊ុន:bun ប៊ុនធឿន:bunthoeun លី:ly លឹម:lim ឡុង:long ' +
      'ហ៊ុន:hun សៀង:sieng សាន់:san អ៊ុក:ouk អ៊ុំ:um គឹម:kim គង់:kong ងួន:nguon ឆាយ:chhay ឈឹម:chhim ឈួន:chhuon ជួន:chuon ឌិន:din ឌុច:duch តាំង:tang តែ:te ' +
      'ថោង:thong ទូច:touch ទេព:tep ធឹម:thim នាង:neang នុត:nuth ប៉ែន:pen ប្រាក់:prak ផល:phal ផុន:phon ពេជ្រ:pich ភួង:phuong មុំ:mom ម៉ៅ:mao យឹម:yim យិន:yin ' +
      'រស់:ros លាង:leang វង្ស:vong វណ្ណ:vann វណ្ណា:vanna សំ:sam សំអាត:samath សុផល:sophal សុភា:sophea សុភាព:sopheap សុភ័ក្ត្រ:sopheak សុខា:sokha សុខុម:sokhom ' +
      'សុជាតា:socheata សុវណ្ណ:sovann ស្រីមុំ:sreymom ស្រីពៅ:sreypov ស្រីនិច:sreynich ស្រីមាស:sreymeas ស្រីនាង:sreyneang ស្រី:srey ចន្ធូ:chanthou ចាន់ណា:channa ' +
      'ចាន់ដារា:chandara ច័ន្ទ:chan ចំរើន:chamroeun ដារា:dara ដាលីន:dalin ធារា:theara ធីតា:thida ពិសី:pisey ពិសិដ្ឋ:piseth ភារម្យ:phearom មករា:makara មាលា:malea ' +
      'រតនា:rattana រស្មី:raksmey រិទ្ធី:rithy លក្ខិណា:leakhena វាសនា:veasna វិចិត្រ:vichet វុទ្ធី:vuthy សំណាង:samnang កុសល:kosal កល្យាណី:kalyanee ណារិទ្ធ:narith ' +
      'បូរី:borey បុប្ផា:bopha ចរិយា:chariya សុវណ្ណារី:sovannary មុនី:mony នារី:neary សេរី:serey វីរៈ:virak រដ្ឋា:ratha សារ៉ាត់:sarath ស្រេង:sreng',
  ),
])
