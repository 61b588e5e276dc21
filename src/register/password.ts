import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Passwords as argon2id in PHC form, so that the cost stands beside each hash and can be raised later. The work runs
 * on Node's four worker threads: the event loop stays free, and never more than four times the memory is in use.
 */
export interface PasswordCost {
  readonly memoryKiB: number
  readonly passes: number
}

/** 64 MiB, three passes, one lane: RFC 9106, second recommended option, with the lanes taken down to one. */
export const passwordCost: PasswordCost = { memoryKiB: 65_536, passes: 3 }

export async function hashPassword(password: string, cost: PasswordCost = passwordCost): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, cost, 32)
  return `$argon2id$v=19$m=${cost.memoryKiB},t=${cost.passes},p=1$${plain64(salt)}$${plain64(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** False for a wrong password. Throws when what is stored is no hash of ours: that is a fault, not a wrong password. */
export async function checkPassword(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, salt, tag] = phc.exec(stored) ?? []
  if (!memory || !passes || !salt || !tag) throw new Error('stored password is not argon2id in PHC form')
  const expected = Buffer.from(tag, 'base64')
  const cost = { memoryKiB: Number(memory), passes: Number(passes) }
  const found = await derive(password, Buffer.from(salt, 'base64'), cost, expected.length)
  return timingSafeEqual(found, expected)
}

const decoys = new Map<PasswordCost, Promise<string>>()

/** What a sign-in with an unknown login is checked against, so that it takes as long as one with a known login. */
export function decoy(cost: PasswordCost): Promise<string> {
  const made = decoys.get(cost) ?? hashPassword(randomBytes(16).toString('hex'), cost)
  decoys.set(cost, made)
  return made
}

// NFKC: the same password typed on a phone and on a desk keyboard is the same bytes.
const derive = (password: string, nonce: Buffer, cost: PasswordCost, tagLength: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const message = password.normalize('NFKC')
    const o = { message, nonce, parallelism: 1, tagLength, memory: cost.memoryKiB, passes: cost.passes }
    argon2('argon2id', o, (error, tag) => (error ? reject(error) : resolve(tag)))
  })

const plain64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
