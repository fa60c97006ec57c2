import { useReasons } from '../../api/desk.ts'
import { useNamed } from '../ready-made.ts'
import { TreePicker, type TreePickerProps } from './TreePicker.tsx'

/** Why the customer contacted us. */
export function ReasonPicker(props: Omit<TreePickerProps, 'nodes'>) {
  const named = useNamed()
  const nodes = useReasons().map((reason) => ({ ...reason, name: named('reason', reason), retired: reason.retired || reason.mergedIntoId !== null }))
  return <TreePicker {...props} nodes={nodes} />
}
