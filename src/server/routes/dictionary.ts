import { checkExtension } from '#dictionary/extension.ts'
import { readExtensions } from '#register/dictionary-versions.ts'
import { publishExtension } from '#register/extensions.ts'
import { DictionaryState, PublishExtension } from '../contract/administration.ts'
import { Refused } from '../problems.ts'
import { registerRoute, workRoute } from '../route.ts'

/** The organisation's own fields, lists and questionnaires. The built-in part is compiled into the web app. */
export const dictionaryRoutes = [
  registerRoute({
    method: 'GET',
    path: '/dictionary',
    tag: 'dictionary',
    about: 'Version of the dictionary in force, and the organisation’s own additions in order.',
    may: 'signed_in_or_program',
    reply: DictionaryState,
    run: async (_, { register }) => {
      const versions = await readExtensions(register.pool)
      return { version: register.dictionary().version, extensions: versions.map(each => ({ ...each.extension })) }
    },
  }),

  workRoute({
    method: 'POST',
    path: '/dictionary/extensions',
    tag: 'dictionary',
    about: 'Publishes an addition; `base` is the version you saw. Every mistake is listed with its place.',
    may: 'manage_dictionary',
    body: PublishExtension,
    reply: DictionaryState,
    run: async ({ body }, work) => {
      const checked = checkExtension(work.dictionary, body.extension)
      if (!checked.ok)
        throw new Refused('invalid', { problems: checked.problems.map(({ code, at }) => ({ code, field: at })) })
      const version = await publishExtension(work, body.base, body.extension)
      const versions = await readExtensions(work.client)
      return { version, extensions: versions.map(each => ({ ...each.extension })) }
    },
    after: register => register.refresh(),
  }),
]
