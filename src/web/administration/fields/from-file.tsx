import { FileInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Extension, ExtensionProblem } from '#dictionary/extension.ts'
import { useDictionary } from '../../shell/words.ts'
import { useProblemText } from '../../text/problem.ts'
import { useLabels, useText } from '../../text/text.tsx'
import { FormDialog } from '../dialog.tsx'
import { Appears } from './appears.tsx'
import { usePublish } from './use-publish.ts'

type Read =
  | { readonly is: 'nothing' | 'not_json' | 'too_large' }
  | { readonly is: 'wrong'; readonly problems: readonly ExtensionProblem[] }
  | { readonly is: 'good'; readonly extension: Extension }

const largest = 1_500_000

/** Own fields, lists and questionnaires as a JSON file: checked here first, with every mistake and its place. */
export function FromFile(props: { onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const say = useProblemText()
  const publish = usePublish()
  const [file, setFile] = useState<File | null>(null)
  const [read, setRead] = useState<Read>({ is: 'nothing' })

  const choose = async (next: File | null) => {
    setFile(next)
    if (next === null) return setRead({ is: 'nothing' })
    if (next.size > largest) return setRead({ is: 'too_large' })
    const json = await next
      .text()
      .then(JSON.parse)
      .catch(() => undefined)
    if (json === undefined) return setRead({ is: 'not_json' })
    // The checks come with their own library; they are fetched when a file is.
    const { checkExtension } = await import('#dictionary/extension.ts')
    const checked = checkExtension(d, json)
    setRead(checked.ok ? { is: 'good', extension: checked.extension } : { is: 'wrong', problems: checked.problems })
  }

  return (
    <FormDialog
      title={t('admin.file')}
      submit={t('admin.field.publish')}
      size="xl"
      disabled={read.is !== 'good'}
      onClose={props.onClose}
      onSubmit={async () => {
        if (read.is !== 'good') return
        await publish(read.extension)
        props.onClose()
      }}
    >
      <FileInput
        label={t('admin.file.choose')}
        description={t('admin.file.about')}
        placeholder={t('admin.file.none')}
        accept="application/json,.json"
        leftSection={<IconFileUpload size={18} aria-hidden />}
        value={file}
        onChange={next => void choose(next)}
      />
      <div role="status" className="stack">
        {(read.is === 'not_json' || read.is === 'too_large') && (
          <div className="notice stop">
            <IconAlertTriangle size={20} aria-hidden />
            <p>{t(`admin.file.${read.is}`)}</p>
          </div>
        )}
        {read.is === 'wrong' && (
          <div className="notice stop">
            <IconAlertTriangle size={20} aria-hidden />
            <div>
              <p>{t('admin.file.wrong', { n: read.problems.length })}</p>
              <ul>
                {read.problems.slice(0, 50).map(problem => (
                  <li key={`${problem.at} ${problem.code}`}>
                    <bdi className="id">{problem.at || '–'}</bdi>: {say(problem)}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {read.is === 'good' && (
          <>
            <p className="meaning done">
              <IconCircleCheck size={18} aria-hidden />{' '}
              {t('admin.version.what', {
                fields: read.extension.fields.length,
                answers:
                  read.extension.codes.length + read.extension.lists.reduce((sum, each) => sum + each.codes.length, 0),
                questionnaires: read.extension.questionnaires.length,
                hidden: read.extension.hidden.length,
              })}
            </p>
            {read.extension.fields.map(field => (
              <div key={`${field.type}.${field.id}`} className="preview">
                <h3>
                  <bdi>{field.label.en}</bdi> <span className="quiet">({labels.type(field.type)})</span>
                </h3>
                <Appears
                  type={field.type}
                  class={field.class}
                  counted={field.dimension === true}
                  section={field.section}
                />
              </div>
            ))}
          </>
        )}
      </div>
    </FormDialog>
  )
}
