import { listQuotes, deleteQuote, createQuote, type Quote } from '@kontuar/contracts'
import { Button, CopyButton, Select } from '@mantine/core'
import { IconCheck, IconCopy, IconQuote } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan, useMe } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { problemText } from '../../../../ui/problem-text.ts'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { useTitle } from '../../../../ui/use-title.ts'
import { surveysQuery } from '../../surveys/survey-queries.ts'
import { ToneMark } from '../marks/ToneMark.tsx'
import { monthOf } from './month-of.ts'
import classes from './quotes.module.css'

const here = getRouteApi('/workspace/feedback/home/quotes')

/** Sentences of customers, word for word, ready to be shown to others. */
export function QuotesPage() {
  const { t } = useTranslation('answers')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const { survey } = here.useSearch()
  const surveys = useInfiniteQuery(surveysQuery('false')).data?.pages.flatMap(({ items }) => items) ?? []
  const quotes = useInfiniteQuery({
    queryKey: queryKeys.quotes.list({ surveyId: survey }),
    queryFn: ({ pageParam, signal }) => api(listQuotes, { query: { limit: 50, ...(survey && { surveyId: survey }), ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  useTitle(t('quotes.title'))
  const all = quotes.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{t('quotes.title')}</h1>
          <p>{t('quotes.text')}</p>
        </div>
        {surveys.length > 1 && <Select size="xs" aria-label={t('filter.survey')} className={classes.survey} data={[{ value: '', label: t('quotes.every') }, ...surveys.map(({ id, name }) => ({ value: id, label: name }))]} value={survey ?? ''} onChange={(value) => void navigate({ to: '/feedback/quotes', search: value ? { survey: value } : {}, replace: true })} />}
      </header>
      {quotes.isPending ? <RowSkeletons rows={5} height={84} /> : quotes.isError ? <Problem error={quotes.error} retry={() => void quotes.refetch()} /> : all.length === 0 ? (
        <EmptyState icon={<IconQuote size={22} stroke={1.5} />} title={t('quotes.empty')} text={t('quotes.emptyText')} action={<Button variant="default" renderRoot={(props) => <Link to="/feedback/answers" search={{ commented: 'true', tone: 'high' }} {...props} />}>{t('quotes.find')}</Button>} />
      ) : <ul className={classes.list}>{all.map((quote) => <li key={quote.id}><QuoteCard quote={quote} /></li>)}</ul>}
      {quotes.hasNextPage && <Button variant="default" size="compact-sm" loading={quotes.isFetchingNextPage} onClick={() => void quotes.fetchNextPage()}>{tCommon('action.loadMore')}</Button>}
    </div>
  )
}

function QuoteCard({ quote }: { quote: Quote }) {
  const { t } = useTranslation('answers')
  const { t: tCommon } = useTranslation()
  const { timeZone } = useMe().organization
  const mayManage = useCan('feedback.manage')
  const queries = useQueryClient()
  const when = monthOf(quote.at, timeZone, currentLocale())
  const attribution = [quote.signed || t('quotes.customer'), when].join(', ')
  const renew = () => queries.invalidateQueries({ queryKey: queryKeys.quotes.all })
  const drop = async () => {
    try {
      await api(deleteQuote, { params: { id: quote.id } })
      showNotice({ message: t('quote.dropped'), undo: async () => { await api(createQuote, { params: { id: quote.answerId }, body: { text: quote.text, ...(quote.signed && { signed: quote.signed }) } }); await renew() } })
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void renew()
    }
  }
  return (
    <figure className={classes.quote}>
      <blockquote dir="auto">{t('quote.marks', { text: quote.text })}</blockquote>
      <figcaption>
        <span className={classes.signed}>{attribution}</span>
        {quote.tone !== null && <ToneMark tone={quote.tone} />}
        <Link to="/feedback/answers/$answerId" params={{ answerId: quote.answerId }}>{t('quotes.answer', { survey: quote.surveyName })}</Link>
        <span className={classes.acts}>
          {window.isSecureContext && (
            <CopyButton value={`${t('quote.marks', { text: quote.text })} — ${attribution}`} timeout={2000}>
              {({ copied, copy }) => <Button variant="default" size="compact-sm" leftSection={copied ? <IconCheck size={14} stroke={1.5} aria-hidden /> : <IconCopy size={14} stroke={1.5} aria-hidden />} onClick={copy}><span aria-live="polite">{copied ? tCommon('action.copied') : tCommon('action.copy')}</span></Button>}
            </CopyButton>
          )}
          {mayManage && <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void drop()}>{t('quote.drop')}</Button>}
        </span>
      </figcaption>
    </figure>
  )
}
