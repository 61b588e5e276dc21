/**
 * The network that cases of an office make together: suspects and persons as nodes, what was told of them as ties.
 * A person is known here by case numbers only. Pure data, the same on the server and in the browser.
 */
export interface Network {
  readonly nodes: readonly Node[]
  readonly ties: readonly Tie[]
  readonly journeys: readonly Journey[]
}

export type Node = SuspectNode | PersonNode

export interface SuspectNode {
  readonly id: string
  readonly of: 'suspect'
  /** Code of the list `suspect_kind`. */
  readonly kind: string
  readonly label: string
  readonly country: string | null
}

/** One human being, however many of the cases are theirs. */
export interface PersonNode {
  readonly id: string
  readonly of: 'person'
  readonly cases: readonly { readonly id: string; readonly number: string | null }[]
}

export interface Tie {
  readonly id: string
  /** A suspect. */
  readonly from: string
  /** A suspect or a person. */
  readonly to: string
  /** Code of the list `actor_role`. */
  readonly role: string
  readonly certainty: Certainty
  /** Partial dates; null when nobody told. */
  readonly since: string | null
  readonly until: string | null
  /** Alpha-2. */
  readonly country: string | null
}

/** One stretch of the way of one person, from country to country. */
export interface Journey {
  readonly person: string
  readonly from: string
  readonly to: string
}

/** From strongest to weakest. */
export const certainties = ['confirmed', 'probable', 'possible'] as const
export type Certainty = (typeof certainties)[number]

/** Why the network is opened: written to the read log with who and when. */
export const networkPurposes = ['case_support', 'safety', 'authority_request', 'patterns', 'data_quality'] as const
export type NetworkPurpose = (typeof networkPurposes)[number]

/** The largest network that is read, drawn and sent at once, in nodes. */
export const mostNodes = 5_000
