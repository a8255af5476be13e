import type { Cluster } from '../store/index.ts'
import { submitNow } from './submit-now.ts'

export const submitShortcut = 'Mod+Shift+Enter'

/** Submit, for the table of actions: menus, keys and the list of commands. */
export function submitAction(cluster: Cluster) {
  return {
    id: 'cluster.submit',
    label: 'Submit to Argo',
    hint: 'Creates the document that is drawn',
    shortcut: submitShortcut,
    everywhere: true,
    isEnabled: () => true,
    run: () => submitNow(cluster),
  }
}
