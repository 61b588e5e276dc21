import { plain } from './letters.ts'
import type { Preparation } from './preparation.ts'

/** A number that is a name: of a document, a telephone, a house. Letters and digits only, without zeros in front. */
export const code: Preparation = {
  name: 'code',
  outputs: { '': 'text', words: 'list' },
  prepare:
    () =>
    ([text = null]) => {
      const latin = text === null ? '' : plain(text)
      const bare = latin.replaceAll(' ', '').replace(/^0+(?=.)/, '')
      return bare === '' ? { '': null, words: null } : { '': bare, words: latin.split(' ') }
    },
}

/** A quantity: how far two are apart means something. */
export const amount: Preparation = {
  name: 'amount',
  outputs: { '': 'real' },
  prepare:
    () =>
    ([text = null]) => {
      const value = text === null || text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'))
      return { '': Number.isFinite(value) ? value : null }
    },
}

/** A mail address: `''` whole, `_user` before the sign, `_host` after it. */
export const email: Preparation = {
  name: 'email',
  outputs: { '': 'text', user: 'text', host: 'text' },
  prepare:
    () =>
    ([text = null]) => {
      const whole = (text ?? '')
        .trim()
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^a-z0-9@._+-]+/g, '')
      const [user = '', host = ''] = whole.split('@')
      return whole === '' ? { '': null, user: null, host: null } : { '': whole, user: user || null, host: host || null }
    },
}
