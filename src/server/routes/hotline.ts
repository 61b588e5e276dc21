import { repeatCaller } from '#register/repeat-caller.ts'
import { CallerCode, RepeatCaller } from '../contract/hotline.ts'
import { Refused } from '../problems.ts'
import { workRoute } from '../route.ts'

/** The hotline beside its records: who calls again, without anybody knowing who it is. */
export const hotlineRoutes = [
  workRoute({
    method: 'POST',
    path: '/hotline/callers',
    tag: 'records',
    about: 'The fingerprint of a word that a caller chose: write it on the call, and list the earlier calls at it.',
    may: 'write',
    body: CallerCode,
    reply: RepeatCaller,
    run: async ({ body }, work) => {
      const writable = work.permissions.writable('call', { office: body.office, own: true })
      if (writable.size === 0) throw new Refused('not_found')
      const caller = repeatCaller(work.register.keys, body.office, body.code)
      if (caller === null) throw new Refused('invalid', { problems: [{ code: 'caller_code_short', field: 'code' }] })
      return { caller }
    },
  }),
]
