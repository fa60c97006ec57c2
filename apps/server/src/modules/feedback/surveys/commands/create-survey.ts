import type { Static } from 'typebox'
import type { NewSurvey } from '@kontuar/contracts'
import { textIn, type SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { getSurveyRow, readOrganization } from '../queries.ts'
import { checkSettings } from '../rules/check-settings.ts'
import { toDraft } from '../rules/refuse-problems.ts'
import { copyName, emptyDefinition, freshName, getTemplate, speaking } from '../rules/starting-definition.ts'

interface Beginning { name: string; template: string | null; draft: SurveyDefinition; anonymous?: boolean }

/** Answers its id. It is asked of nobody before it is published. @throws Refusal */
export async function createSurvey(tx: Tx, doer: Doer, wish: Static<typeof NewSurvey>): Promise<string> {
  const begun = await begin(tx, wish)
  const settings = await checkSettings(tx, { name: begun.name, anonymous: begun.anonymous ?? false, startsAt: null, endsAt: null, quota: null, mailboxId: null }, wish)
  const id = newId()
  await tx.query('insert into survey (org_id, id, name, template, anonymous, draft, starts_at, ends_at, quota, mailbox_id, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [tx.orgId, id, settings.name, begun.template, settings.anonymous, JSON.stringify(begun.draft), settings.startsAt, settings.endsAt, settings.quota, settings.mailboxId, doer?.staffId ?? null], 'insert-survey')
  await audit(tx, doer, 'survey.created', { kind: 'survey', id }, { name: settings.name, ...(begun.template === null ? {} : { template: begun.template }) })
  tx.publish({ name: 'feedback.surveyChanged', ids: { surveyId: id } })
  return id
}

async function begin(tx: Tx, { template, copyOf, draft }: Static<typeof NewSurvey>): Promise<Beginning> {
  if ([template, copyOf, draft].filter((one) => one !== undefined).length > 1) throw new Refusal('invalid-input', 'A survey begins as one thing: send template, copyOf or draft, not several of them.', { template: 'stands beside copyOf or draft' })
  const { locale } = await readOrganization(tx)
  if (draft !== undefined) return { name: freshName(locale), template: null, draft: toDraft(draft) }
  if (template !== undefined) {
    const ready = getTemplate(template)
    return { name: textIn(ready.name, locale, 'en'), template: ready.key, draft: toDraft(speaking(ready.definition, locale)) }
  }
  if (copyOf === undefined) return { name: freshName(locale), template: null, draft: emptyDefinition(locale) }
  const original = await getSurveyRow(tx, copyOf)
  return { name: copyName(original.name, locale), template: original.template, draft: original.draft, anonymous: original.anonymous }
}
