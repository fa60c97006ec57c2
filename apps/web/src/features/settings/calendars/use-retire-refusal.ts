import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../api/problem.ts'
import { quotedList, usersNamed } from '../queues/refusal.ts'

/** Why a calendar or a policy cannot be retired: what still names it. */
export function useRetireRefusal(): (error: unknown) => string | undefined {
  const { t } = useTranslation('times')
  const { t: tQueues } = useTranslation('queues')
  return (error) => {
    if (!(error instanceof ApiProblem) || error.detail === undefined) return undefined
    const users = usersNamed(error.detail)
    return users.length > 0 ? t('refused.users', { users: quotedList(users, tQueues) }) : error.detail
  }
}
