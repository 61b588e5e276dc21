import { languageOf } from '../text/languages.ts'
import { usePreferences } from './preferences.ts'
import { useSession } from './store.ts'

/**
 * Language and direction of this screen: what was chosen here, else the account's, else the browser's. A screen may be turned
 * right to left by hand as well.
 */
export function useScreenLanguage(): { readonly code: string; readonly dir: 'ltr' | 'rtl' } {
  const { language, dir } = usePreferences()
  const session = useSession()
  const account = session.state === 'in' || session.state === 'locked' ? session.me.language : null
  const spoken = languageOf(language ?? account ?? navigator.language)
  return { code: spoken.code, dir: dir === 'rtl' ? 'rtl' : spoken.dir }
}
