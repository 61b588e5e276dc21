import { messagesOf } from '#dictionary/catalogue.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import type { Extension } from '#dictionary/extension.ts'
import type { LoadedDictionary } from './loaded-dictionary.ts'

interface State {
  readonly version: number
  readonly extensions: readonly Readonly<Record<string, unknown>>[]
}

/** Built-in words plus the organisation's own. The server has checked the extensions before it published them. */
export async function assemble(state: State): Promise<LoadedDictionary> {
  const dictionary =
    state.extensions.length === 0
      ? { ...builtIn, version: state.version }
      : (await import('#dictionary/extension.ts')).withExtensions(
          builtIn,
          state.extensions as unknown as readonly Extension[],
          state.version,
        )
  return { dictionary, messages: messagesOf(dictionary) }
}
