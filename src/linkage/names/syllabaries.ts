import { letterPairs } from './letter-pairs.ts'

const ethiopicRows =
  'h l h m s r s sh k k k k b v t ch h h n ny _ k k k k w _ z zh y d d j g g ng t ch p ts ts f p'.split(' ')
const ethiopicVowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa']

/** Ethiopic: eight signs a consonant, in the order of their vowels; ʾ and ʿ have no letter in Latin. */
export function ethiopicToLatin(word: string): string {
  return [...word]
    .map((letter, i, all) => {
      const point = (letter.codePointAt(0) ?? 0) - 0x1200
      if (point < 0 || point > 0x157) return ''
      const row = ethiopicRows[point >> 3] ?? ''
      const silent = row === '_'
      const vowel = ethiopicVowels[point & 7] ?? ''
      if (silent) return vowel === 'e' ? 'a' : vowel === '' ? 'i' : vowel
      // The sixth sign has a short i between two consonants and nothing at the end.
      return vowel === '' && i < all.length - 1 && i === 0 ? `${row}i` : row + vowel
    })
    .join('')
}

const initial = 'k kk n t tt r m p pp s ss  j jj ch k t p h'.split(' ')
const medial = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const final = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

/** Korean syllables, by the arithmetic of Unicode (three letters a syllable). */
export function hangulToLatin(word: string): string {
  return [...word.normalize('NFC')]
    .map(letter => {
      const at = (letter.codePointAt(0) ?? 0) - 0xac00
      if (at < 0 || at >= 11172) return ''
      return (
        (initial[Math.floor(at / 588)] ?? '') + (medial[Math.floor((at % 588) / 28)] ?? '') + (final[at % 28] ?? '')
      )
    })
    .join('')
}

/** Chinese characters that are frequent in names, by sound; the rest stays what it is. */
const han = letterPairs(
  '王:wang 李:li 张:zhang 張:zhang 刘:liu 劉:liu 陈:chen 陳:chen 杨:yang 楊:yang 赵:zhao 趙:zhao 黄:huang 黃:huang 周:zhou 吴:wu 吳:wu 徐:xu 孙:sun 孫:sun 胡:hu 朱:zhu 高:gao ' +
    '林:lin 何:he 郭:guo 马:ma 馬:ma 罗:luo 羅:luo 梁:liang 宋:song 郑:zheng 鄭:zheng 谢:xie 謝:xie 韩:han 韓:han 唐:tang 冯:feng 馮:feng 于:yu 董:dong 萧:xiao 蕭:xiao 程:cheng 曹:cao 袁:yuan 邓:deng 鄧:deng 许:xu 許:xu ' +
    '傅:fu 沈:shen 曾:zeng 彭:peng 吕:lu 呂:lu 苏:su 蘇:su 卢:lu 盧:lu 蒋:jiang 蔣:jiang 蔡:cai 丁:ding 魏:wei 薛:xue 叶:ye 葉:ye 余:yu 潘:pan 杜:du 戴:dai 夏:xia 钟:zhong 鍾:zhong 汪:wang 田:tian 任:ren 姜:jiang 范:fan ' +
    '伟:wei 芳:fang 娜:na 秀:xiu 英:ying 敏:min 静:jing 丽:li 强:qiang 磊:lei 军:jun 洋:yang 勇:yong 艳:yan 杰:jie 娟:juan 涛:tao 明:ming 超:chao 兰:lan 霞:xia 平:ping 刚:gang 桂:gui 玲:ling 红:hong 梅:mei 小:xiao 龙:long 华:hua 建:jian 文:wen 玉:yu 春:chun 雪:xue 云:yun',
)

export const hanToLatin = (letter: string): string | null => han.get(letter) ?? null
