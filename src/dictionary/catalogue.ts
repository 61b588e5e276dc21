import { reservedLabels } from './data/reserved.ts'
import { sectionLabels } from './data/sections.ts'
import { contentProblems } from './check.ts'
import type { Dictionary } from './dictionary.ts'
import { extensionProblems } from './extension-problem.ts'
import { questionnaireKey } from './questionnaire.ts'

/**
 * Every word of the dictionary by its key, in English: `type.*`, `field.*`, `help.*`, `list.*`, `answer.*`, `section.*`,
 * `dimension.*`, `questionnaire.*`, `question.*`, `problem.*`. A translation is the same keys with other values; a key
 * that it lacks falls back to these.
 */
export function messagesOf(d: Dictionary): Record<string, string> {
  return {
    ...prefixed('answer', reservedLabels),
    ...prefixed('section', sectionLabels),
    ...prefixed('problem', contentProblems),
    ...prefixed('problem', extensionProblems),
    ...typeMessages(d),
    ...listMessages(d),
    ...Object.fromEntries([...d.dimensions.values()].map(x => [`dimension.${x.id}`, x.label])),
    ...questionMessages(d),
  }
}

const prefixed = (prefix: string, words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${prefix}.${key}`, text]))

function typeMessages(d: Dictionary): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const [id, type] of d.recordTypes) {
    messages[`type.${id}`] = type.label
    messages[`type.${id}.plural`] = type.plural
    messages[`type.${id}.empty`] = type.empty
    for (const [name, field] of Object.entries(type.fields)) {
      messages[`field.${id}.${name}`] = field.label
      if (field.help !== undefined) messages[`help.${id}.${name}`] = field.help
    }
  }
  return messages
}

function listMessages(d: Dictionary): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const [id, list] of d.lists) {
    messages[`list.${id}`] = list.label
    for (const code of list.codes) {
      messages[`list.${id}.${code.code}`] = code.label
      if (code.help !== undefined) messages[`help.list.${id}.${code.code}`] = code.help
    }
  }
  return messages
}

function questionMessages(d: Dictionary): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const questionnaire of d.questionnaires.values()) {
    const key = questionnaireKey(questionnaire)
    messages[`questionnaire.${key}`] = questionnaire.title
    for (const section of questionnaire.sections) {
      messages[`question.${key}.section.${section.id}`] = section.label
      if (section.help !== undefined) messages[`help.question.${key}.section.${section.id}`] = section.help
      for (const question of section.questions) {
        messages[`question.${key}.${question.id}`] = question.label
        if (question.help !== undefined) messages[`help.question.${key}.${question.id}`] = question.help
      }
    }
  }
  return messages
}
