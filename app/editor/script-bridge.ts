import { templatePath } from '../../src/argo/index.ts'
import type { ChangeSet } from '../../src/document/index.ts'
import type { Designer, ProblemSource } from '../store/index.ts'
import { addLanguage, scriptSpots } from './language.ts'
import { markersOf } from './markers.ts'
import { ModelLink, type LinkOwner } from './model-link.ts'
import type { Monaco, MonacoEditor } from './monaco-types.ts'
import { addNavigation } from './navigation.ts'
import type { FindSpot } from './spot.ts'
import { scriptReferences } from './reference-help.ts'
import { problemsInScript } from './script-problems.ts'
import { referenceItems } from './reference-items.ts'
import type { ScriptDesk, TextReason } from './script-desk.ts'

type ViewState = ReturnType<MonacoEditor['saveViewState']>

/** Holds Monaco's script model and the desk together. */
export class ScriptBridge implements LinkOwner {
  readonly link: ModelLink
  private readonly monaco: Monaco
  private readonly designer: Designer
  private readonly desk: ScriptDesk
  private readonly source: ProblemSource
  private readonly find: FindSpot
  private readonly ends: readonly (() => void)[]
  /** Where cursor and scroll position were in each script. */
  private readonly places = new Map<string, ViewState>()
  private editor: MonacoEditor | undefined
  private shown: string
  private typing = false
  private isRenaming = false
  private isMarked = false

  constructor(monaco: Monaco, designer: Designer, desk: ScriptDesk, source: ProblemSource) {
    this.monaco = monaco
    this.designer = designer
    this.desk = desk
    this.source = source
    this.link = new ModelLink(monaco, this, desk.text, languageOf(desk))
    this.shown = this.key()
    const { model, sync } = this.link
    this.find = scriptSpots(designer, desk, sync)
    this.ends = [
      desk.onText((reason) => this.follow(reason)),
      desk.subscribe(() => this.mark()),
      source.subscribe(() => this.markProblems()),
      addLanguage(monaco, designer, model, sync, this.find, (rename) => this.renamed(rename)),
      offerReferences(monaco, designer, desk, this.link),
    ]
    this.mark()
    this.markProblems()
  }

  /** Shows the model in an editor; gives back what ends that. */
  attach(editor: MonacoEditor): () => void {
    const end = this.link.attach(editor)
    const endNavigation = addNavigation(this.monaco, editor, this.designer, this.find)
    this.editor = editor
    const place = this.places.get(this.shown)
    if (place) editor.restoreViewState(place)
    return () => {
      this.places.set(this.shown, editor.saveViewState())
      this.editor = undefined
      endNavigation()
      end()
    }
  }

  typed(changes: ChangeSet, userEvent: string): void {
    this.typing = true
    try {
      this.desk.typed(changes, userEvent)
    } finally {
      this.typing = false
    }
    this.link.sync.adopt(this.desk.text)
  }

  composed(): void {
    this.desk.composed()
  }

  undo(): void {
    this.desk.undo()
  }

  redo(): void {
    this.desk.redo()
  }

  canUndo(): boolean {
    return this.desk.canUndo
  }

  canRedo(): boolean {
    return this.desk.canRedo
  }

  dispose(): void {
    for (const end of this.ends) end()
    this.link.dispose()
  }

  private follow(reason: TextReason): void {
    // Monaco is in the middle of telling what was typed: no time to edit its model.
    if (this.typing) return queueMicrotask(() => this.follow(reason))
    const { editor, desk } = this
    const { model, sync } = this.link
    const key = this.key()
    if (reason === 'other-script' && key !== this.shown) {
      if (editor) this.places.set(this.shown, editor.saveViewState())
      this.shown = key
    }
    const changes = sync.show(desk.text)
    this.monaco.editor.setModelLanguage(model, languageOf(desk))
    if (reason === 'other-script') {
      this.markProblems()
      const place = this.places.get(key)
      if (place) editor?.restoreViewState(place)
      else editor?.setPosition({ lineNumber: 1, column: 1 })
    } else if (!changes.isEmpty && !this.isRenaming && editor?.hasTextFocus()) {
      const end = changes.changedRanges.at(-1)?.after.to ?? 0
      const position = sync.map.positionAt(end)
      editor.setPosition(position)
      editor.revealPositionInCenterIfOutsideViewport(position)
    }
    this.mark()
  }

  /** Whoever renames stays at the name, while undo goes to what it changes. */
  private renamed(rename: () => void): void {
    this.isRenaming = true
    try {
      rename()
    } finally {
      this.isRenaming = false
    }
  }

  private mark(): void {
    const { problems } = this.desk.getState()
    const { model, sync } = this.link
    // Ranges of problems are in the desk's text; when the model is not there yet, it will be told again.
    if (sync.text !== this.desk.text) return
    const markers = markersOf(this.monaco.MarkerSeverity, sync, problems)
    this.monaco.editor.setModelMarkers(model, 'script', markers)
  }

  /** Marks what the rules found in a plain script. Until they have seen what was typed, marks stay where Monaco carries them. */
  private markProblems(): void {
    const { source, designer, desk, monaco } = this
    const { model, sync } = this.link
    const found = source.getSnapshot()
    const { target, mode } = desk.getState()
    const { document, manifest } = designer.scene()
    const isPlain = target !== undefined && mode === 'plain'
    if (isPlain && found.tree.text !== designer.session.state.text) return
    const problems = isPlain
      ? problemsInScript(
          found,
          { document, path: [...templatePath(manifest, target.address), 'script', 'source'] },
          sync.text,
        )
      : []
    if (problems.length === 0 && !this.isMarked) return
    this.isMarked = problems.length > 0
    monaco.editor.setModelMarkers(
      model,
      'problems',
      markersOf(monaco.MarkerSeverity, sync, problems),
    )
  }

  private key(): string {
    const { target, mode } = this.desk.getState()
    return `${mode} ${target?.name ?? ''}`
  }
}

function languageOf(desk: ScriptDesk): string {
  return desk.getState().target?.language ?? 'plaintext'
}

/** Completes the tags of a script; gives back what ends that. */
function offerReferences(
  monaco: Monaco,
  designer: Designer,
  desk: ScriptDesk,
  { model, sync }: ModelLink,
): () => void {
  const only = { scheme: model.uri.scheme, pattern: model.uri.path }
  const provider = monaco.languages.registerCompletionItemProvider(only, {
    triggerCharacters: ['{', '.', '='],
    provideCompletionItems(_, position) {
      const { tree, document, manifest, sources } = designer.scene()
      const { target } = desk.getState()
      if (target === undefined) return { suggestions: [] }
      const path = [...templatePath(manifest, target.address), 'script', 'source']
      const offset = sync.map.offsetAt(position)
      const found = scriptReferences(tree, document, path, sync.text, offset, sources)
      return found === undefined ? { suggestions: [] } : referenceItems(monaco, sync, found)
    },
  })
  return () => provider.dispose()
}
