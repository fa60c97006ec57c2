import { Badge, Button } from '@mantine/core'
import { IconMessage2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cannedAnswersQuery, useQueues } from '../../../api/desk.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { folded } from '../../../ui/pickers/tree.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { beginning } from './variables.ts'
import classes from '../settings.module.css'
import words from '../words/words.module.css'
import own from './canned.module.css'

export function CannedPage() {
  const { t } = useTranslation('canned')
  const { t: tSettings } = useTranslation('settings')
  const { t: tDesk } = useTranslation('desk')
  const navigate = useNavigate()
  const named = useNamed()
  const queues = useQueues()
  const answers = useQuery(cannedAnswersQuery)
  const search = useSearch({ strict: false }).q ?? ''
  const all = answers.data?.items ?? []
  const textOf = (texts: (typeof all)[number]['texts']) => texts[currentLocale()] ?? texts.pl ?? texts.ru ?? texts.en ?? ''
  const wanted = folded(search).split(/\s+/).filter(Boolean)
  const found = all.filter(({ name, shortcut, texts }) => {
    const where = folded([name, shortcut, ...Object.values(texts)].join(' '))
    return wanted.every((word) => where.includes(word))
  })
  const add = <Button renderRoot={(props) => <Link to="/settings/canned/new" {...props} />}>{t('new')}</Button>

  return (
    <SettingsPage title={tSettings('canned.title')} text={t('text')} action={all.length > 0 && add}>
      {answers.isPending ? <RowSkeletons rows={5} height={64} /> : answers.isError ? <Problem error={answers.error} retry={() => void answers.refetch()} /> : all.length === 0 ? <EmptyState icon={<IconMessage2 size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} action={add} /> : (
        <>
          <div className={words.tools}>
            <SearchBox value={search} search={(q) => void navigate({ to: '/settings/canned', search: q === '' ? {} : { q }, replace: true })} label={tDesk('word.search')} />
          </div>
          {found.length === 0 ? <p className={words.nothing}>{tDesk('word.nothing')}</p> : (
            <ul className={classes.list}>
              {found.map(({ id, name, shortcut, texts, sharing, queueId }) => {
                const queue = queues.find((each) => each.id === queueId)
                return (
                  <li key={id} className={classes.row}>
                    <div className={classes.rowMain}>
                      <div className={classes.rowName}>
                        <Link to="/settings/canned/$answerId" params={{ answerId: id }}>{name}</Link>
                        {shortcut !== null && <code className={own.shortcut}>/{shortcut}</code>}
                      </div>
                      <div className={`${classes.rowText} ${own.beginning}`}>{beginning(textOf(texts))}</div>
                    </div>
                    <div className={own.marks}>
                      {queue && <span className={classes.rowText}>{named('queue', queue)}</span>}
                      <span className={own.languages}>{Object.keys(texts).join(' ').toUpperCase()}</span>
                      <Badge variant="light" color="gray" size="sm">{t(`sharing.${sharing}`)}</Badge>
                    </div>
                  </li>
                )
              })}
            </ul>
          )}
        </>
      )}
    </SettingsPage>
  )
}
