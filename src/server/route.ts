import type { z } from 'zod'
import type { Permissions } from '#access/permission.ts'
import type { Verb } from '#access/role.ts'
import { type Desk, atDesk } from '#register/desk.ts'
import type { Register } from '#register/register.ts'
import type { Session } from '#register/sessions.ts'
import { type Work, inWork } from '#register/work.ts'
import type { Settings } from './options.ts'

/**
 * A route is a list of guarantees and returns a value: its contract, who may, and what it works with. One request is one
 * transaction with one outcome. There is no way to declare a route without saying who may use it.
 */

/** anyone: also without an account. signed_in: a person's own session. A verb: somebody with a role that has it. */
export type May = 'anyone' | 'signed_in' | 'signed_in_or_program' | Verb

type Shape = z.ZodObject | undefined
type In<S> = S extends z.ZodType ? z.output<S> : undefined
/** What a route may return for a contract: the same, readonly all the way down. */
export type Out<T> = T extends readonly (infer U)[]
  ? readonly Out<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Out<T[K]> }
    : T

export interface Input<P extends Shape, Q extends Shape, B extends z.ZodType | undefined> {
  readonly params: In<P>
  readonly query: In<Q>
  readonly body: In<B>
}

/** The door the request came through: the only thing a route may do besides returning a value. */
export interface Door {
  readonly settings: Settings
  /** The session of a signed-in person; null for programs and strangers. */
  readonly session: Session | null
  /** Hands the session's token to the browser. */
  open(token: string): void
  /** Takes the browser's token away. */
  close(): void
  /** The answer is to be kept by its reader under this name, never shown inside a page of this server. */
  attach(file: { readonly name: string; readonly contentType: string }): void
}

interface Contract<P extends Shape, Q extends Shape, B extends z.ZodType | undefined, R extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api. */
  readonly path: string
  /** One line for the API description. */
  readonly about: string
  readonly tag: 'session' | 'records' | 'figures' | 'organisation' | 'dictionary' | 'audit' | 'server'
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly reply: R
  /** The body is the bytes of a file, of at most `fileLimit`. */
  readonly takesFile?: true
  /** The answer is a file of this media type (or of the one that the route named at the door), as bytes. */
  readonly file?: string
  /** Open to a person who still has the password that somebody else chose. */
  readonly beforeOwnPassword?: true
  /** Attempts per minute and address are limited, as for sign-in. */
  readonly limited?: true
  /** Runs once the transaction is committed, before the reply: reading small tables again. */
  readonly after?: (register: Register) => Promise<void>
}

export interface Asked {
  readonly input: { readonly params: unknown; readonly query: unknown; readonly body: unknown }
  readonly register: Register
  readonly door: Door
  readonly actor: Session['actor'] | null
  readonly permissions: Permissions | null
}

export interface Route extends Contract<Shape, Shape, z.ZodType | undefined, z.ZodType> {
  readonly may: May
  readonly answer: (asked: Asked) => Promise<unknown>
}

type Run<P extends Shape, Q extends Shape, B extends z.ZodType | undefined, R extends z.ZodType, C> = (
  input: Input<P, Q, B>,
  on: C,
  door: Door,
) => Promise<Out<z.output<R>>>

/** Works on records: under the reader's own reach, by row-level security too. */
export function workRoute<
  R extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends z.ZodType | undefined = undefined,
>(o: Contract<P, Q, B, R> & { may: Exclude<May, 'anyone'>; run: Run<P, Q, B, R, Work> }): Route {
  return {
    ...o,
    answer: ({ register, actor, input, door }) =>
      inWork(register, signedIn(actor), work => o.run(input as Input<P, Q, B>, work, door)),
  }
}

/** Works on accounts and grants; sees no records. */
export function deskRoute<
  R extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends z.ZodType | undefined = undefined,
>(o: Contract<P, Q, B, R> & { may: Exclude<May, 'anyone'>; run: Run<P, Q, B, R, Desk> }): Route {
  return {
    ...o,
    answer: ({ register, actor, input, door }) =>
      atDesk(register, signedIn(actor), register.now(), desk => o.run(input as Input<P, Q, B>, desk, door)),
  }
}

/** For what keeps its own transactions: sign-in, figures, verification. */
export function registerRoute<
  R extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends z.ZodType | undefined = undefined,
>(o: Contract<P, Q, B, R> & { may: May; run: Run<P, Q, B, R, Asked> }): Route {
  return { ...o, answer: asked => o.run(asked.input as Input<P, Q, B>, asked, asked.door) }
}

/** The frame has let nobody through without an actor; this says so to the compiler, and stops if it is ever untrue. */
export function signedIn(actor: Session['actor'] | null): Session['actor'] {
  if (!actor) throw new Error('a route that needs an actor was reached without one')
  return actor
}
