import type { CaseFile, Change, Problem, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { MoneyTotal } from './fund/money-total.ts'

/**
 * The rules of one subject (return, shelter ...), as data and pure functions: the browser shows their reading at once,
 * the server's verdict counts. A subject is one file that exports one RuleSet, listed in `rule-sets.ts`.
 */
export interface RuleSet {
  /** Every code its functions can give; the catalogue phrases each as `problem.<code>`. */
  readonly problems: readonly string[]
  /** `type.field` dates that may lie ahead because they are plans; every other built-in date tells of something that happened. */
  readonly planned?: readonly string[]
  /** Record type -> pairs of date fields of which the second never comes before the first. */
  readonly pairs?: Readonly<Record<string, readonly (readonly [string, string])[]>>
  /** Record type -> why this change of such a record is refused; empty when it may stand. */
  readonly check?: Readonly<Record<string, (s: Situation) => readonly Problem[]>>
  /**
   * Record types whose check is about their own sealed answers too: it is shown the whole record as `change.set`. Of
   * other records it still sees what is open.
   */
  readonly seesWhole?: readonly string[]
  /**
   * Record types whose check looks at records of offices (`around`), or at other cases of the person; `type.field`: only when
   * the change says something of that field.
   */
  readonly looksAround?: readonly string[]
  /** Of those, the ones that need all records in use of a common type (`Around.all`): record type -> common types. */
  readonly looksAt?: Readonly<Record<string, readonly string[]>>
  /**
   * Projects and funds whose money the check counts over all cases (`Around.spent`). Read under a lock of each, so that two who
   * take the last money at once never both find it. The file is the one of the case that the change is about.
   */
  readonly spends?: (file: CaseFile | null, change: Change) => readonly string[]
  /** What follows from the file as it now stands. Not asked for closed cases and for cases an outside source asserts. */
  readonly follows?: (d: Dictionary, file: CaseFile, today: string) => readonly Consequence[]
  /** What follows from a closed file: a closed case opens no work but what was promised for afterwards. */
  readonly followsClosed?: (d: Dictionary, file: CaseFile, today: string) => readonly Consequence[]
  /**
   * Record type of the change that stands -> what the file, as it now is, brings about in another case of the same person,
   * whichever mission keeps it. Written by the register itself: the one who made the change may not see that case.
   */
  readonly elsewhere?: Readonly<Record<string, (file: CaseFile, other: CaseFile) => Elsewhere>>
  /** Who must be told of this change, after it stands. */
  readonly tells?: (s: Told) => readonly Notice[]
  /** The same for a record of an office, which hangs on no case. */
  readonly tellsOffice?: (s: Omit<Told, 'file'>) => readonly Notice[]
  /**
   * Who must be told because a day has come, although nothing changed: record type -> notices of one open record. Asked by
   * the register every few minutes for records in use whose date in lists (`list.on`) lies behind or within a week.
   */
  readonly reminds?: Readonly<Record<string, (record: RecordView, today: string) => readonly Notice[]>>
}

/** One change under judgement. */
export interface Situation {
  readonly d: Dictionary
  /**
   * The case file as it stands; null when the change concerns no case yet. On the server it holds open (coded) answers
   * only: rules must not need names, places or stories.
   */
  readonly before: CaseFile | null
  readonly change: Change
  /** The record as it stands; null when the change creates it. */
  readonly record: RecordView | null
  /** The record as it will be. */
  readonly content: Content
  /** Latest calendar day that has begun anywhere (see `latestDayOnEarth`). */
  readonly today: string
  readonly actor: RuleActor
  readonly around: Around
}

/** Who makes the change. */
export interface RuleActor {
  readonly id: string
  /** The register itself, writing what a file or a rule says; what takes two people was settled before it came here. */
  readonly machine?: boolean
  /** A verb of the access room, at the office of the change. */
  may(verb: string): boolean
}

/** What lies beyond the case: records of offices that the file names (a fund, a project, a house), and other cases. */
export interface Around {
  /** A record of an office that the change or a record of the case refers to; null when there is none or it may not be seen. */
  record(id: string): RecordView | null
  /**
   * Other case files of the same person, coded answers only, whichever office keeps them. For a record of an office that
   * names a case: that case, with what hangs on its person and on no case (rules of safe contact).
   */
  readonly otherFiles: readonly CaseFile[]
  /** Open records that belong to a place (`list.at`): the stays of a house, the deliveries of a project. */
  at(type: string, place: string): readonly RecordView[]
  /** Every record in use of a common type that the rules of this change name in `looksAt`. */
  all(type: string): readonly RecordView[]
  /** Sums of what every case asks of, or takes from, a project or fund that the rules of this change name in `spends`. */
  spent(source: string): readonly MoneyTotal[]
  /** Country (alpha-2) of an office; null when it has none. */
  country(office: string): string | null
}

export const nothingAround: Around = {
  record: () => null,
  otherFiles: [],
  at: () => [],
  all: () => [],
  spent: () => [],
  country: () => null,
}

/** A record that a rule opens, or changes, by itself. */
export interface Consequence {
  readonly type: string
  /** Same case and same rule, same key for ever: the register makes the record's id of it, so it exists once. */
  readonly key: string
  readonly set: Content
  /** The record of the case to change instead of opening one; skipped when it holds these answers already. */
  readonly record?: string
}

/** What one case brings about in another. */
export interface Elsewhere {
  /** Records of the other case. */
  readonly follows: readonly Consequence[]
  readonly tells: readonly Notice[]
}

/** A change that stands, for those who must hear of it. */
export interface Told {
  readonly d: Dictionary
  readonly file: CaseFile
  readonly change: Change
  /** The record before the change; null when it is new. */
  readonly before: RecordView | null
  readonly record: RecordView
  readonly today: string
}

/** A neutral notice: its words are `notice.<kind>` in the catalogue, and never name a person or a place. */
export interface Notice {
  readonly kind: string
  readonly to:
    | { readonly account: string }
    /** Everybody with this role at the office, or above it with a scope that covers it. */
    | { readonly role: string; readonly office: string }
  /** Told once for the same key. */
  readonly key: string
}
