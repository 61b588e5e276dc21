import { RegisterProblem } from './problem.ts'

/** A bucket of its own at an S3-compatible store, addressed as `<endpoint>/<bucket>/<name>`. */
export interface S3Settings {
  /** Without a slash at its end. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

const named = {
  endpoint: 'WAYMARK_S3_ENDPOINT',
  bucket: 'WAYMARK_S3_BUCKET',
  region: 'WAYMARK_S3_REGION',
  accessKey: 'WAYMARK_S3_ACCESS_KEY',
  secretKey: 'WAYMARK_S3_SECRET_KEY',
} as const

/**
 * Reads the environment; null when none of it is set, so that files lie in the data folder. The region may be left out
 * (`us-east-1`, which most stores other than AWS take).
 * @throws RegisterProblem invalid, naming the variable and what to write there; never a value.
 */
export function s3Settings(environment: NodeJS.ProcessEnv): S3Settings | null {
  const given = (field: keyof typeof named) => environment[named[field]]?.trim() ?? ''
  const fields = Object.keys(named) as (keyof typeof named)[]
  if (fields.every(field => given(field) === '')) return null
  const missing = fields.filter(field => field !== 'region' && given(field) === '').map(field => named[field])
  if (missing.length > 0)
    throw wrong(`Files are to lie in an S3 store, but ${missing.join(', ')} is not set. Set all of it, or none.`)
  const bucket = given('bucket')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw wrong(`${named.bucket} is no name of a bucket: 3 to 63 small letters, digits, dots and hyphens.`)
  const region = given('region') || 'us-east-1'
  if (!/^[a-z0-9-]{1,40}$/.test(region)) throw wrong(`${named.region} is no region, such as eu-central-1.`)
  return {
    endpoint: endpoint(given('endpoint')),
    bucket,
    region,
    accessKey: given('accessKey'),
    secretKey: given('secretKey'),
  }
}

function endpoint(text: string): string {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw wrong(`${named.endpoint} is no address, such as https://s3.example.org.`)
  if (url.username || url.password || url.search || url.hash)
    throw wrong(`${named.endpoint} is an address only: keys go into ${named.accessKey} and ${named.secretKey}.`)
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

const wrong = (message: string) => new RegisterProblem('invalid', message)
