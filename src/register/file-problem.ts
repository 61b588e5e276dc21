/** A place for files that cannot do what it was asked to. The words are for the administrator and name no file, key or password. */
export class FileStoreProblem extends Error {
  /** One of a closed list, fit for logs and screens (`files.problem.<code>`). */
  readonly code: FileProblemCode

  constructor(code: FileProblemCode, message: string) {
    super(message)
    this.name = 'FileStoreProblem'
    this.code = code
  }
}

export function said(code: FileProblemCode, status?: number): FileStoreProblem {
  return new FileStoreProblem(code, `${words[code]}${status === undefined ? '' : ` (status ${status})`}`)
}

/** What is wrong, as the code of a failure that was written down says it. */
export const inAdministratorsWords = (code: string): string => words[code as FileProblemCode] ?? words.unexpected

const words = {
  unreachable: 'The file store cannot be reached. Look at WAYMARK_S3_ENDPOINT and at the network.',
  timeout: 'The file store does not answer in time. Look at the network between this server and the store.',
  failing: 'The file store answers that it is broken or busy. Look at the store; what waits is tried again.',
  access_key: 'The file store does not know the access key. Look at WAYMARK_S3_ACCESS_KEY.',
  secret_key: 'The file store does not accept the signature. Look at WAYMARK_S3_SECRET_KEY.',
  denied:
    'The file store does not allow this. The access key needs GetObject, PutObject, DeleteObject and ListBucket on the bucket.',
  clock: 'The clock of this server and that of the file store differ too much. Set the clock.',
  no_bucket: 'There is no such bucket. Look at WAYMARK_S3_BUCKET, or make the bucket.',
  region: 'The bucket is elsewhere. Look at WAYMARK_S3_REGION and WAYMARK_S3_ENDPOINT.',
  keeps_versions:
    'The bucket keeps old versions, so that a deleted file is only hidden. Switch versioning off and remove the old versions.',
  too_large: 'The file store gives out a file larger than any that is kept. Look at what else writes into the bucket.',
  folder_closed: 'The folder of the files cannot be written to. Look at its owner and its mode.',
  unexpected: 'The file store gives an answer that is not understood. Is WAYMARK_S3_ENDPOINT an S3 store?',
} as const

export type FileProblemCode = keyof typeof words
