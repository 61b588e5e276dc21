import { Button } from '@mantine/core'
import { IconFileImport, IconPencilPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { usePermissions } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { useText } from '../text/text.tsx'
import { LoadForm } from './load-form.tsx'
import { Tally } from './tally.tsx'
import { useForms } from './use-forms.ts'
import './surveys.css'

/** The questions of a survey: load them, fill them in, see what was answered. */
export function Questionnaires(props: { survey: RecordView; answers: readonly RecordView[]; writable: boolean }) {
  const t = useText()
  const me = useMe()
  const permissions = usePermissions()
  const { survey } = props
  const { forms } = useForms(survey.id)
  const [loading, setLoading] = useState(false)
  const [counting, setCounting] = useState(false)
  const at = { office: survey.office, own: survey.author === me.id }
  const may = (type: string) => permissions.writable(type, at).size > 0
  const [newest] = forms
  const title = plainText(survey.content['title'])
  return (
    <div className="stack">
      {newest && (
        <p className="quiet small">
          {t('questionnaire.version', {
            title: newest.form.title,
            version: newest.form.version || '–',
            n: forms.length,
          })}
        </p>
      )}
      <div className="row">
        {newest && may('survey_response') && (
          <Link
            to="/surveys/$survey"
            params={{ survey: survey.id }}
            className="row"
            aria-label={t('questionnaire.fillOf', { title })}
          >
            <IconPencilPlus size={16} aria-hidden />
            {t('questionnaire.fill')}
          </Link>
        )}
        {newest && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={counting}
            aria-label={t('questionnaire.countOf', { title })}
            onClick={() => setCounting(!counting)}
          >
            {t('questionnaire.count')}
          </Button>
        )}
        {may('survey_form') && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFileImport size={16} aria-hidden />}
            aria-label={t('questionnaire.loadOf', { title })}
            onClick={() => setLoading(true)}
          >
            {t('questionnaire.load')}
          </Button>
        )}
      </div>
      {counting && <Tally survey={survey} answers={props.answers} writable={props.writable} />}
      {loading && <LoadForm survey={survey} onClose={() => setLoading(false)} />}
    </div>
  )
}
