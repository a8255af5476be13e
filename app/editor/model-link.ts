import type { ChangeSet } from '../../src/document/index.ts'
import { shownText } from './line-map.ts'
import { ModelSync } from './model-sync.ts'
import type { Monaco, MonacoEditor, MonacoModel } from './monaco-types.ts'
import { routeUndo, type UndoRoute } from './undo-service.ts'
import { userEventOf } from './user-event.ts'

/** What happens to a text that is edited in Monaco. */
export interface LinkOwner extends UndoRoute {
  /** Something was typed: `changes` lead from the text before to the one that the model shows now. */
  typed(changes: ChangeSet, userEvent: string, before: string): void
  /** An input method has finished a word. */
  composed(): void
}

let count = 0

/** One of Monaco's models, held together with a text: tells its owner what is typed, and asks it to undo. */
export class ModelLink {
  readonly model: MonacoModel
  readonly sync: ModelSync
  private readonly owner: LinkOwner
  private isComposing = false
  private readonly endRoute: () => void

  constructor(monaco: Monaco, owner: LinkOwner, text: string, language: string) {
    this.owner = owner
    const uri = monaco.Uri.from({ scheme: 'stepwright', path: `/${++count}` })
    this.model = monaco.editor.createModel('', language, uri)
    this.model.setEOL(monaco.editor.EndOfLineSequence.LF)
    // Set as an edit, for Monaco would take a second byte order mark off a whole value.
    this.model.applyEdits([{ range: this.model.getFullModelRange(), text: shownText(text) }])
    this.sync = new ModelSync(this.model, text)
    this.endRoute = routeUndo(uri, owner)
    this.model.onDidChangeContent((event) => {
      if (this.sync.isApplying || event.isEolChange) return
      const before = this.sync.text
      const changes = this.sync.read(event.changes)
      if (!changes.isEmpty) owner.typed(changes, userEventOf(event, this.isComposing), before)
    })
  }

  /** Listens to the input methods of an editor that shows the model; gives back what ends that. */
  attach(editor: MonacoEditor): () => void {
    const listeners = [
      editor.onDidCompositionStart(() => {
        this.isComposing = true
      }),
      editor.onDidCompositionEnd(() => {
        this.isComposing = false
        this.owner.composed()
      }),
    ]
    return () => {
      this.isComposing = false
      for (const listener of listeners) listener.dispose()
    }
  }

  dispose(): void {
    this.endRoute()
    this.model.dispose()
  }
}
