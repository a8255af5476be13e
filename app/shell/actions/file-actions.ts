import type { Designer } from '../../store/index.ts'
import { EXAMPLES } from '../files/examples.ts'
import type { Desk } from '../files/desk.ts'
import type { DraftKeeper } from '../start/draft-keeper.ts'
import { always, type Action } from './action.ts'

/** All about files. Their questions and messages are the desk's. */
export function fileActions(desk: Desk, designer: Designer, drafts: DraftKeeper): Action[] {
  return [
    {
      id: 'file.new',
      label: 'New workflow',
      shortcut: 'Mod+Alt+N',
      isEnabled: always,
      run: () => {
        desk.newFile()
      },
    },
    {
      id: 'file.open',
      label: 'Open…',
      shortcut: 'Mod+O',
      everywhere: true,
      isEnabled: always,
      run: () => void desk.open(),
    },
    {
      id: 'file.close',
      label: 'Close file',
      shortcut: 'Mod+Alt+W',
      isEnabled: always,
      run: () => void desk.close(),
    },
    {
      id: 'file.next',
      label: 'Next open file',
      shortcut: 'Alt+PageDown',
      everywhere: true,
      isEnabled: () => designer.workspace.entries().length > 1,
      run: () => showBeside(designer, 1),
    },
    {
      id: 'file.previous',
      label: 'Previous open file',
      shortcut: 'Alt+PageUp',
      everywhere: true,
      isEnabled: () => designer.workspace.entries().length > 1,
      run: () => showBeside(designer, -1),
    },
    ...EXAMPLES.map(({ name, label, hint }) => ({
      id: `file.example.${name}`,
      label: `Open example: ${label}`,
      hint,
      isEnabled: always,
      run: () => void desk.openExample(name),
    })),
    {
      id: 'file.save',
      label: 'Save',
      shortcut: 'Mod+S',
      everywhere: true,
      isEnabled: always,
      run: () => void desk.save(),
    },
    {
      id: 'file.save-as',
      label: 'Save as…',
      shortcut: 'Mod+Shift+S',
      everywhere: true,
      isEnabled: always,
      run: () => void desk.saveAs(),
    },
    {
      id: 'file.download-yaml',
      label: 'Download YAML',
      isEnabled: always,
      run: () => void desk.export('yaml', 'download'),
    },
    {
      id: 'file.download-json',
      label: 'Download JSON',
      isEnabled: always,
      run: () => void desk.export('json', 'download'),
    },
    {
      id: 'file.copy-yaml',
      label: 'Copy YAML',
      isEnabled: always,
      run: () => void desk.export('yaml', 'copy'),
    },
    {
      id: 'file.copy-json',
      label: 'Copy JSON',
      isEnabled: always,
      run: () => void desk.export('json', 'copy'),
    },
    {
      id: 'file.revert',
      label: 'Revert to saved',
      hint: 'Undo brings the changes back',
      isEnabled: () => designer.session.isDirty,
      run: () => desk.revert(),
    },
    {
      id: 'file.discard-recovered',
      label: 'Discard recovered work',
      isEnabled: () => drafts.getSnapshot().recovered !== undefined,
      run: () => void desk.discardRecovered(),
    },
  ]
}

/** Shows the file before or after the one on the canvas, round and round. */
function showBeside({ workspace }: Designer, by: 1 | -1): void {
  const { order, active } = workspace.store.getState()
  const next = order.at((order.indexOf(active) + by) % order.length)
  if (next !== undefined) workspace.show(next)
}
