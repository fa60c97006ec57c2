import { changeView, createView, deleteView, type View } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { problemText } from '../../ui/problem-text.ts'
import { useNamed } from '../../ui/ready-made.ts'
import { showNotice } from '../../ui/undo.ts'

export function useViewActions() {
  const { t } = useTranslation('views')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const named = useNamed()
  const again = () => queries.invalidateQueries({ queryKey: queryKeys.views.all })
  const failed = (error: unknown) => showNotice({ message: problemText(error, tCommon), tone: 'failed' })

  return {
    /** Taking it back saves the same view anew: its address is another one then. */
    async remove(view: View, leave: boolean): Promise<void> {
      try {
        await api(deleteView, { params: { id: view.id } })
      } catch (error) {
        failed(error)
        return
      }
      if (leave) void navigate({ to: '/tickets' })
      await again()
      const { conditions, sort, columns, group, sharing, position } = view
      showNotice({
        message: t('deleted', { name: named('view', view) }),
        undo: async () => {
          await api(createView, { body: { name: named('view', view), conditions, sort, columns, group, sharing, position } }).catch(failed)
          await again()
        },
      })
    },
    /** The two change places. */
    async exchange(one: View, other: View): Promise<void> {
      // Where both have the same position (nobody has ordered yet) the number alone would change nothing.
      const [a, b] = one.position === other.position ? [Math.max(0, one.position - 1), other.position + (one.position === 0 ? 1 : 0)] : [other.position, one.position]
      await Promise.all([api(changeView, { params: { id: one.id }, body: { position: a } }), api(changeView, { params: { id: other.id }, body: { position: b } })]).catch(failed)
      await again()
    },
  }
}
