import { translated } from '#dictionary/translated.ts'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { createIntl, IntlProvider, useIntl } from 'react-intl'
import activity from './en.activity.json' with { type: 'json' }
import administration from './en.administration.json' with { type: 'json' }
import assessment from './en.assessment.json' with { type: 'json' }
import confidentiality from './en.confidentiality.json' with { type: 'json' }
import document from './en.document.json' with { type: 'json' }
import field from './en.field.json' with { type: 'json' }
import figures from './en.figures.json' with { type: 'json' }
import fund from './en.fund.json' with { type: 'json' }
import hotline from './en.hotline.json' with { type: 'json' }
import incident from './en.incident.json' with { type: 'json' }
import justice from './en.justice.json' with { type: 'json' }
import network from './en.network.json' with { type: 'json' }
import planning from './en.planning.json' with { type: 'json' }
import proof from './en.proof.json' with { type: 'json' }
import referral from './en.referral.json' with { type: 'json' }
import reintegration from './en.reintegration.json' with { type: 'json' }
import report from './en.report.json' with { type: 'json' }
import returns from './en.return.json' with { type: 'json' }
import release from './en.release.json' with { type: 'json' }
import review from './en.review.json' with { type: 'json' }
import rights from './en.rights.json' with { type: 'json' }
import shelter from './en.shelter.json' with { type: 'json' }
import survey from './en.survey.json' with { type: 'json' }
import teamwork from './en.teamwork.json' with { type: 'json' }
import tracing from './en.tracing.json' with { type: 'json' }
import casework from './en.json' with { type: 'json' }
import { languageOf } from './languages.ts'
import { useTexts } from './use-texts.ts'

const english = {
  ...casework,
  ...field,
  ...figures,
  ...administration,
  ...release,
  ...review,
  ...survey,
  ...rights,
  ...confidentiality,
  ...assessment,
  ...planning,
  ...proof,
  ...referral,
  ...shelter,
  ...returns,
  ...tracing,
  ...reintegration,
  ...report,
  ...fund,
  ...justice,
  ...hotline,
  ...document,
  ...incident,
  ...network,
  ...teamwork,
  ...activity,
}

/** A key of the app's own catalogues. Words of the dictionary (fields, codes) come through `useLabels`. */
export type TextKey = keyof typeof english
export type TextValues = Readonly<Record<string, string | number>>

const Loaded = createContext<Readonly<Record<string, string>>>({})

/**
 * The language of the app around everything; `more` are the dictionary's words once it is loaded. Until the catalogue of the
 * language has come, and where it has no words, English stands.
 */
export function Words(props: { locale: string; more: Readonly<Record<string, string>>; children: ReactNode }) {
  const { code } = languageOf(props.locale)
  const texts = useTexts(code)
  const words = useMemo(
    () => (texts ? { ...props.more, ...translated(props.more, texts.dictionary, code) } : props.more),
    [props.more, texts, code],
  )
  const messages = useMemo(() => ({ ...words, ...english, ...texts?.app.texts }), [words, texts])
  return (
    <IntlProvider locale={texts ? code : 'en'} defaultLocale="en" messages={messages}>
      <Loaded value={words}>{props.children}</Loaded>
    </IntlProvider>
  )
}

/** Sentences in another language than the reader's: what is read to a person, or handed to one. */
export function useTextIn(language: string): (key: TextKey, values?: TextValues) => string {
  const { code } = languageOf(language)
  const texts = useTexts(code)
  return useMemo(() => {
    const intl = createIntl({ locale: code, messages: { ...english, ...texts?.app.texts } })
    return (key, values) => intl.formatMessage({ id: key }, values)
  }, [code, texts])
}

/** `t('find.title')`: the sentence in the reader's language. An unknown key is a type error. */
export function useText(): (key: TextKey, values?: TextValues) => string {
  const intl = useIntl()
  return useCallback((key, values) => intl.formatMessage({ id: key }, values), [intl])
}

/** For keys made at run time (`problem.<code>`): the sentence, or null when no catalogue has it. */
export function useMaybeText(): (key: string, values?: TextValues) => string | null {
  const intl = useIntl()
  return useCallback(
    (key, values) => (Object.hasOwn(intl.messages, key) ? intl.formatMessage({ id: key }, values) : null),
    [intl],
  )
}

export interface Labels {
  /** Label of a field of a record type. */
  field(type: string, field: string): string
  /** Help sentence of a field, or null. */
  help(type: string, field: string): string | null
  /** Label of a code of a list, or of a reserved answer; the code itself when the list does not know it. */
  code(list: string, code: string): string
  answer(word: string): string
  type(type: string): string
  plural(type: string): string
  empty(type: string): string
  section(section: string): string
}

/** Words of the dictionary. A missing word shows its id: better a bare code than a wrong sentence. */
export function useLabels(): Labels {
  const words = useContext(Loaded)
  return useMemo(() => {
    const get = (key: string) => words[key]
    const answer = (word: string) => get(`answer.${word}`) ?? word
    return {
      field: (type, field) => get(`field.${type}.${field}`) ?? field,
      help: (type, field) => get(`help.${type}.${field}`) ?? null,
      code: (list, code) => get(`list.${list}.${code}`) ?? get(`answer.${code}`) ?? code,
      answer,
      type: type => get(`type.${type}`) ?? type,
      plural: type => get(`type.${type}.plural`) ?? type,
      empty: type => get(`type.${type}.empty`) ?? '',
      section: section => get(`section.${section}`) ?? section,
    }
  }, [words])
}
