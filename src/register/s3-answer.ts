import { type FileProblemCode, type FileStoreProblem, said } from './file-problem.ts'

/**
 * What an S3 store means by an answer that is no success (AWS "Error responses", read by MinIO, Ceph, Garage and others alike),
 * and what the administrator does about it. The body names the key and the address: nothing of it is passed on.
 */
export function problemOf(status: number, code: string | null): FileStoreProblem {
  const known = (code === null ? undefined : byCode[code]) ?? byStatus(status)
  return said(known, status)
}

/** Whether asking again may help: the store is busy or ill, or something between us is. */
export const passes = (status: number): boolean => status >= 500 || status === 429 || status === 408

/** `<Code>` of an error, or null. */
export const codeIn = (body: string): string | null => /<Code>([A-Za-z]{1,60})<\/Code>/.exec(body)?.[1] ?? null

const byCode: Readonly<Record<string, FileProblemCode>> = {
  SignatureDoesNotMatch: 'secret_key',
  InvalidAccessKeyId: 'access_key',
  AccessDenied: 'denied',
  AllAccessDisabled: 'denied',
  RequestTimeTooSkewed: 'clock',
  NoSuchBucket: 'no_bucket',
  PermanentRedirect: 'region',
  TemporaryRedirect: 'region',
  AuthorizationHeaderMalformed: 'region',
}

function byStatus(status: number): FileProblemCode {
  if (passes(status)) return 'failing'
  if (status >= 300 && status < 400) return 'region'
  return status === 401 || status === 403 ? 'denied' : 'unexpected'
}
