import { letterPairs } from './letter-pairs.ts'

/** Greek as passports write it (ELOT 743): pairs of vowels stay pairs, ευ and αυ are ev and av, or ef and af before a mute letter. */
const letters = letterPairs(
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o',
)

/** A lower-case word without accents. */
export function greekToLatin(word: string): string {
  const text = word
    .replaceAll('ου', 'ou')
    .replace(/([αεη])υ(?=[θκξπστφχψς]|$)/g, '$1f')
    .replace(/([αεη])υ/g, '$1v')
    .replace(/γ(?=[γξχ])/g, 'n')
    .replace(/^μπ/, 'b')
  return [...text].map(letter => letters.get(letter) ?? letter).join('')
}
