import { FigureProblem } from '#figures/problem.ts'
import { FileStoreProblem } from '#register/file-problem.ts'
import { RegisterProblem } from '#register/problem.ts'
import { ReportProblem } from '#reports/problem.ts'
import type { Refusal } from './contract/shared.ts'

/**
 * Every refusal of the API: status, and a sentence that says what can be done. "Not found" and "not yours" are one
 * entry, so that the answer never tells that somebody is in the register.
 */
export const problems = {
  invalid_request: {
    status: 400,
    message: 'The request does not have the expected form. The fields at fault are listed.',
  },
  not_signed_in: { status: 401, message: 'Sign in first, or sign in again: a session ends after a while without use.' },
  sign_in_failed: { status: 401, message: 'Login, password or code is wrong. Check them and try again.' },
  header_missing: { status: 403, message: 'Send the header "x-waymark: 1" with every request that changes something.' },
  password_change_needed: {
    status: 403,
    message: 'Change your password first (POST /api/account/password): somebody else chose the present one.',
  },
  device_revoked: {
    status: 403,
    message: 'This device was reported lost. What it carried is removed from it. Ask whoever manages accounts.',
  },
  not_allowed: { status: 403, message: 'Your roles do not allow this. Ask whoever manages accounts in your office.' },
  not_found: { status: 404, message: 'There is no such thing, or you have no access to it.' },
  stale: { status: 409, message: 'Somebody else changed this in the meantime. Look again, then save.' },
  taken: { status: 409, message: 'This is already in use. Choose another one.' },
  not_empty: { status: 409, message: 'Something else still depends on this.' },
  too_large: { status: 413, message: 'This is too large: at most 20 MB for a file, 2 MB for anything else.' },
  wrong_format: { status: 415, message: 'Send JSON, with the header "content-type: application/json".' },
  invalid: { status: 422, message: 'This does not obey the rules. The reasons are listed.' },
  wrong_code: { status: 422, message: 'The six digits are wrong or have been used. Wait for the next ones.' },
  wrong_password: { status: 422, message: 'The present password is wrong.' },
  same_password: { status: 422, message: 'This is the present password. Choose another one.' },
  too_many: { status: 429, message: 'Too many attempts. Wait a moment, then try again.' },
  fault: {
    status: 500,
    message: 'Something broke here. Nothing was saved. Try again; if it stays, tell your administrator the request id.',
  },
  unavailable: { status: 503, message: 'The register is busy or starting. Nothing was saved. Try again in a moment.' },
  files_unavailable: {
    status: 503,
    message:
      'The place where files are kept does not answer. The file was neither saved nor lost. Try again in a minute; if it stays, tell your administrator.',
  },
} as const

export type ProblemCode = keyof typeof problems
type Details = Refusal['problems']

/** Thrown by a route; the frame turns it into a Refusal. */
export class Refused extends Error {
  readonly code: ProblemCode
  readonly problems: Details
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | null

  constructor(code: ProblemCode, o: { problems?: Details; retryAfter?: number } = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.problems = o.problems ?? []
    this.retryAfter = o.retryAfter ?? null
  }
}

export interface Answer {
  readonly status: number
  readonly body: Refusal
  readonly retryAfter: number | null
}

/** What the caller is told about an error. Never its text, unless the text is ours: it may hold what was typed. */
export function answerTo(error: unknown): Answer {
  if (error instanceof Refused) return answer(error.code, { problems: error.problems, retryAfter: error.retryAfter })
  if (error instanceof RegisterProblem) return fromRegister(error)
  if (error instanceof FileStoreProblem) return answer('files_unavailable', { retryAfter: 60 })
  if (error instanceof FigureProblem) {
    if (error.code === 'not_allowed') return answer('not_allowed')
    return answer('invalid', { message: error.message, problems: [{ code: error.code }] })
  }
  if (error instanceof ReportProblem) {
    const { code, field, message } = error
    return answer('invalid', { message, problems: [{ code, ...(field === null ? {} : { field }) }] })
  }
  const { validation, statusCode, code } = asFields(error)
  if (validation) return answer('invalid_request', { problems: validation.map(asDetail) })
  if (statusCode === 429) return answer('too_many', { retryAfter: 60 })
  if (statusCode === 413) return answer('too_large')
  if (statusCode === 415) return answer('wrong_format')
  if (statusCode === 404) return answer('not_found')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return answer('invalid_request')
  if (code !== undefined && passing.test(code)) return answer('unavailable', { retryAfter: 2 })
  return answer('fault')
}

/** PostgreSQL: connection (08), serialisation and deadlock (40), resources (53), shutdown (57P); Node: sockets. */
const passing = /^(08...|40001|40P01|53...|57P..|ECONN.*|EPIPE|ENOENT|ETIMEDOUT)$/

function fromRegister(error: RegisterProblem): Answer {
  if (error.code === 'unreadable') return answer('fault')
  const { reason, field, ...details } = error.details
  const named = reason !== undefined || field !== undefined || Object.keys(details).length > 0
  const detail = {
    code: String(reason ?? error.code),
    ...(field === undefined ? {} : { field: String(field) }),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  }
  return answer(error.code, { message: error.message, problems: named ? [detail] : [] })
}

function answer(
  code: ProblemCode,
  o: { message?: string; problems?: Details; retryAfter?: number | null } = {},
): Answer {
  const { status, message } = problems[code]
  return {
    status,
    body: { code, message: o.message ?? message, problems: o.problems ?? [] },
    retryAfter: o.retryAfter ?? null,
  }
}

interface ErrorFields {
  validation?: { keyword?: string; instancePath?: string }[]
  statusCode?: number
  code?: string
}

const asFields = (error: unknown): ErrorFields =>
  typeof error === 'object' && error !== null ? (error as ErrorFields) : {}

/** Where the fault is and of which kind; the value that was sent stays out. */
const asDetail = (issue: { keyword?: string; instancePath?: string }) => ({
  code: issue.keyword ?? 'invalid',
  field: (issue.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.'),
})
