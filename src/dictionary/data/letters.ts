/**
 * Letters of other scripts in Latin, for searching only: nobody is ever shown these. Written for sound, and merged
 * over the languages that share a script (Ukrainian, Russian, Belarusian, Bulgarian, Serbian, Macedonian): a search must
 * find the same name however the clerk wrote it, so two letters that clerks mix up get one spelling.
 */
const pairs = (text: string): readonly (readonly [string, string])[] =>
  text
    .trim()
    .split(/\s+/)
    .map(pair => {
      const [letter = '', latin = ''] = pair.split(':')
      return [letter, latin] as const
    })

/** Keys are lower case and without diacritics (NFKD took them off: й is и, ї is і, ё is е). */
export const letters: ReadonlyMap<string, string> = new Map([
  // Cyrillic
  ...pairs('а:a б:b в:v г:g ґ:g д:d е:e є:ie ж:zh з:z и:i і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts'),
  ...pairs(
    'ч:ch ш:sh щ:shch ъ: ы:i ь: э:e ю:iu я:ia ђ:dj ѕ:dz ј:j љ:l њ:n ћ:ch џ:dj қ:k ғ:g ң:n ө:o ү:u ұ:u ә:a һ:h ҳ:kh ҷ:dj',
  ),
  // Greek
  ...pairs('α:a β:v γ:g δ:d ε:e ζ:z η:i θ:t ι:i κ:k λ:l μ:m ν:n ξ:ks ο:o π:p ρ:r σ:s ς:s τ:t υ:i φ:f χ:h ψ:ps ω:o'),
  // Arabic, Persian, Urdu, Kurdish
  ...pairs(
    'ا:a ب:b ت:t ث:t ج:j ح:h خ:kh د:d ذ:d ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع:a غ:gh ف:f ق:q ك:k ل:l م:m ن:n ه:h',
  ),
  ...pairs('و:u ي:i ى:a ة:a ء: پ:p چ:ch ژ:zh گ:g ک:k ی:i ے:i ہ:h ھ:h ٹ:t ڈ:d ڑ:r ں:n ە:e ۆ:o ێ:e ڵ:l ڕ:r ڤ:v ۇ:u'),
  // Georgian
  ...pairs(
    'ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:k შ:sh ჩ:ch',
  ),
  ...pairs('ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h'),
  // Armenian
  ...pairs(
    'ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:e թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch մ:m յ:i ն:n շ:sh ո:o չ:ch պ:p',
  ),
  ...pairs('ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ:v փ:p ք:k օ:o ֆ:f և:ev'),
  // Hebrew
  ...pairs(
    'א:a ב:b ג:g ד:d ה:h ו:v ז:z ח:h ט:t י:i כ:k ך:k ל:l מ:m ם:m נ:n ן:n ס:s ע:a פ:p ף:f צ:ts ץ:ts ק:k ר:r ש:sh ת:t',
  ),
  // Latin letters that do not decompose
  ...pairs('ø:o ł:l đ:d ð:d þ:th ß:ss æ:e œ:e ı:i ŋ:n ə:a ħ:h ĸ:k'),
])

/** Given names written without their vowels in Arabic, in the spelling that Latin clerks use most. */
export const arabicNames: ReadonlyMap<string, string> = new Map([
  ...pairs('محمد:muhamad احمد:ahmad محمود:mahmud حسن:hasan حسين:husein علي:ali عمر:omar عثمان:osman يوسف:yusuf'),
  ...pairs(
    'ابراهيم:ibrahim اسماعيل:ismail مصطفي:mustafa مصطفى:mustafa خالد:khalid عبد:abd عبدالله:abdullah الله:allah',
  ),
  ...pairs('عبدالرحمن:abdulrahman رحمن:rahman كريم:karim رحيم:rahim حمزه:hamza حمزة:hamza بلال:bilal طارق:tarik'),
  ...pairs(
    'فاطمه:fatima فاطمة:fatima خديجه:khadija خديجة:khadija مريم:maryam عايشه:aisha عائشة:aisha عايشة:aisha زينب:zeinab',
  ),
  ...pairs('نور:nur هدي:huda هدى:huda ليلي:layla ليلى:layla سلمي:salma سلمى:salma امنه:amina امينة:amina حسنا:hasna'),
  ...pairs(
    'جمال:jamal كمال:kamal سعيد:said رشيد:rashid سعد:saad فهد:fahd ناصر:nasir حمد:hamad حامد:hamid سليمان:sulaiman',
  ),
  ...pairs(
    'بكر:bakr صالح:salih داود:daud موسي:musa موسى:musa عيسي:isa عيسى:isa ايمن:ayman حيدر:haidar مهدي:mahdi رضا:rida',
  ),
])
