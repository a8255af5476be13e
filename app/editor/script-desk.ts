import { assertNever, type Result } from '../../src/base/index.ts'
import { EditorSession, type ChangeSet } from '../../src/document/index.ts'
import {
  runCommand,
  type Edit,
  type EditContext,
  type Refusal,
  type Shared,
} from '../../src/edit/index.ts'
import { findPythonTraps, parseFunction, type PythonProblem } from '../../src/hera/index.ts'
import type { Designer, ViewState } from '../store/index.ts'
import { functionOf, functionOffer, inputsKey } from './script-function.ts'
import { renamedTemplate, scriptTarget, type ScriptTarget } from './script-target.ts'

export type ScriptMode = 'plain' | 'function'

/** Why what is in the editor is not in the manifest. */
export type Hindrance =
  | { readonly kind: 'unreadable'; readonly problems: readonly PythonProblem[] }
  | { readonly kind: 'broken-yaml' }
  | { readonly kind: 'refused'; readonly message: string }
  /** Others share the script through an anchor, and nobody has said yet for whom it changes. */
  | { readonly kind: 'shared'; readonly shared: Shared; readonly userEvent: string }
  /** The manifest's script became another one in the meantime. */
  | { readonly kind: 'conflict' }

/** What the script tab shows. */
export interface ScriptState {
  readonly target: ScriptTarget | undefined
  readonly mode: ScriptMode
  readonly hindrance: Hindrance | undefined
  /** Problems of a function, in its text. */
  readonly problems: readonly PythonProblem[]
  /** What becoming a function would mean for a plain script, once asked for: the function, or why not. */
  readonly offer: Result<string, string> | undefined
}

/** Why the text in the editor is another one than before. */
export type TextReason = 'other-script' | 'outside'

/**
 * The script tab without its looks: which script, shown in which way, and what becomes of what is typed. It goes into the manifest at once;
 * what cannot (a function in the middle of being typed) is kept as a draft. Edits that the manifest does not show (drafts, types) have a small
 * history of their own, on top of the document's: undo takes those back first.
 */
export class ScriptDesk {
  private readonly designer: Designer
  private readonly now: () => number
  private readonly listeners = new Set<() => void>()
  private readonly textListeners = new Set<(reason: TextReason) => void>()
  /** Signatures that were typed, by template and inputs: undo brings back inputs, and the types with them. */
  private readonly signatures = new Map<string, string>()
  private local = new EditorSession()
  private state: ScriptState = nothing
  private names: readonly (string | undefined)[] = []
  private known = ''
  private busy = false

  constructor(designer: Designer, now: () => number = () => performance.now()) {
    this.designer = designer
    this.now = now
  }

  /** What is in the editor. */
  get text(): string {
    return this.local.state.text
  }

  readonly getState = (): ScriptState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** Calls `listener` when the text in the editor is to be another one, for other reasons than typing. */
  onText(listener: (reason: TextReason) => void): () => void {
    this.textListeners.add(listener)
    return () => {
      this.textListeners.delete(listener)
    }
  }

  /** Begins to follow the designer; gives back what ends that. */
  start(): () => void {
    const follow = (): void => this.follow()
    const ends = [
      this.designer.document.subscribe(follow),
      this.designer.view.subscribe((view, before) => {
        if (view.trail !== before.trail || view.document !== before.document) this.follow()
      }),
    ]
    this.names = this.templateNames()
    this.enter(this.target())
    return () => {
      for (const end of ends) end()
    }
  }

  typed(changes: ChangeSet, userEvent: string): void {
    const text = changes.apply(this.text)
    if (this.commit(text, userEvent)) this.local = new EditorSession(text)
    else this.local.dispatch({ changes, userEvent }, this.now())
    this.keepDraft()
    this.publish()
  }

  composed(): void {
    this.local.isolate()
    this.designer.session.isolate()
  }

  get canUndo(): boolean {
    return this.local.history.canUndo || this.designer.session.history.canUndo
  }

  get canRedo(): boolean {
    return this.local.history.canRedo || this.designer.session.history.canRedo
  }

  undo(): void {
    if (this.local.undo(this.now())) this.moved()
    else this.designer.actions.undo()
  }

  redo(): void {
    if (this.local.redo(this.now())) this.moved()
    else this.designer.actions.redo()
  }

  /** Shows the script in another way. A plain script that is no function yet only gets the offer to become one. */
  choose(mode: ScriptMode): void {
    const { target } = this.state
    if (target === undefined || mode === this.state.mode) return
    const { view, actions } = this.designer
    if (mode === 'function' && this.draft(target, mode) === undefined) {
      if (this.functionOf(target) === undefined) {
        return this.set({ offer: functionOffer(target) })
      }
    }
    const plain = new Set(view.getState().plainScripts)
    if (mode === 'plain') plain.add(target.name)
    else plain.delete(target.name)
    actions.setView({ plainScripts: plain })
    this.enter(target)
  }

  /** Makes a function of a plain script, as was offered. */
  accept(): void {
    const { target, offer } = this.state
    if (target === undefined || offer?.ok !== true) return
    const { actions, view } = this.designer
    const plain = new Set(view.getState().plainScripts)
    plain.delete(target.name)
    this.busy = true
    const args = { template: target.address, code: offer.value }
    const done = actions.execute('command.setFunction', (context) =>
      runCommand(context, 'setFunction', args),
    )
    this.busy = false
    if (!done.ok) return
    actions.setView({ plainScripts: plain })
    this.enter(this.target())
  }

  /** Asks what is to become of a text that others share through an anchor. The draft is kept until that is answered. */
  ask(): void {
    const { target, mode, hindrance } = this.state
    if (target === undefined || hindrance?.kind !== 'shared') return
    const { shared, userEvent } = hindrance
    const { actions, view } = this.designer
    const { signature } = this.check(this.text)
    const signatures = new Map(view.getState().signatures)
    if (signature !== undefined) signatures.set(target.name, signature)
    const plan = (context: EditContext) => planOf(context, target, mode, this.text)
    const { tree } = this.designer.scene()
    actions.setView({ signatures, question: { shared, tree, userEvent, plan } })
  }

  decline(): void {
    this.set({ offer: undefined })
  }

  /** Gives up the draft for what the manifest has. */
  discard(): void {
    const { target, mode } = this.state
    if (target === undefined) return
    this.setDraft(target, mode, undefined)
    this.load(target, this.modeOf(target))
    this.tell('outside')
  }

  /** Whatever happened to the document or the view: finds out what it means here. */
  private follow(): void {
    if (this.busy) return
    this.followRename()
    const scene = this.designer.scene()
    const target = this.target()
    const { target: old, mode, hindrance } = this.state
    if (target?.name !== old?.name || target === undefined) return this.enter(target)
    if (keyOf(target, mode) !== this.known) return this.outside(target)
    if (target !== old) this.set({ target })
    if (hindrance?.kind === 'broken-yaml' && !scene.isStale) queueMicrotask(() => this.retry())
  }

  /** Shows a script from the start. */
  private enter(target: ScriptTarget | undefined): void {
    if (target === undefined) {
      if (this.state === nothing) return
      this.local = new EditorSession()
      this.state = nothing
      this.known = ''
      return this.tell('other-script')
    }
    this.load(target, this.modeOf(target))
    this.tell('other-script')
  }

  /** The script was changed by others. */
  private outside(target: ScriptTarget): void {
    const { mode } = this.state
    if (this.draft(target, mode) !== undefined && this.shown(target, mode) === this.text) {
      // What was asked about is answered: the manifest has the draft.
      this.setDraft(target, mode, undefined)
      this.known = keyOf(target, mode)
      this.local = new EditorSession(this.text)
      return this.set({ target, ...this.check(this.text) })
    }
    if (this.draft(target, mode) !== undefined) {
      this.known = keyOf(target, mode)
      return this.set({ target, hindrance: { kind: 'conflict' } })
    }
    this.load(target, this.modeOf(target))
    this.tell('outside')
  }

  private load(target: ScriptTarget, mode: ScriptMode): void {
    const { source } = target
    const shown = this.shown(target, mode)
    const draft = this.draft(target, mode)
    this.local = new EditorSession(shown)
    this.known = keyOf(target, mode)
    this.state = { ...nothing, target, mode }
    if (draft !== undefined) {
      const changes = [{ from: 0, to: shown.length, insert: draft.text }]
      this.local.dispatch({ changes, userEvent: 'input.edit' }, this.now())
    }
    const check = this.check(this.text)
    const conflict = draft !== undefined && draft.source !== source
    this.state = {
      ...this.state,
      ...check,
      hindrance: conflict ? { kind: 'conflict' } : check.hindrance,
    }
  }

  /** The text that the manifest has for a way of showing it. */
  private shown(target: ScriptTarget, mode: ScriptMode): string {
    return mode === 'function' ? (this.functionOf(target) ?? target.source) : target.source
  }

  private modeOf(target: ScriptTarget): ScriptMode {
    if (target.language !== 'python') return 'plain'
    if (this.designer.view.getState().plainScripts.has(target.name)) return 'plain'
    const isFunction =
      this.draft(target, 'function') !== undefined || this.functionOf(target) !== undefined
    return isFunction ? 'function' : 'plain'
  }

  /** Puts a text into the manifest. Says whether the manifest is another one now. */
  private commit(text: string, userEvent: string): boolean {
    const { target, mode } = this.state
    if (target === undefined) return false
    const check = this.check(text)
    const wasAsked = this.state.hindrance?.kind === 'shared'
    this.state = { ...this.state, ...check, offer: undefined }
    if (check.hindrance !== undefined) return false
    const { actions } = this.designer
    const scene = this.designer.scene()
    const plan = planOf(scene, target, mode, text)
    if (!plan.ok) {
      const { message, shared } = plan.error
      const hindrance: Hindrance =
        shared === undefined ? { kind: 'refused', message } : { kind: 'shared', shared, userEvent }
      this.state = { ...this.state, hindrance }
      // Once: whoever goes on typing, or does not want to choose, is not asked at each letter.
      if (!wasAsked) this.ask()
      return false
    }
    this.busy = true
    if (check.signature !== undefined) {
      const signatures = new Map(this.designer.view.getState().signatures)
      actions.setView({ signatures: signatures.set(target.name, check.signature) })
    }
    const changed = plan.value.changes.length > 0
    if (changed) actions.execute(userEvent, () => plan)
    this.busy = false
    const now = this.target()
    if (now?.name === target.name) {
      this.state = { ...this.state, target: now }
      this.known = keyOf(now, mode)
      if (check.signature !== undefined) {
        this.signatures.set(now.name + inputsKey(now), check.signature)
      }
    }
    return changed
  }

  /** What is wrong with a text, before anybody tries to put it into the manifest. */
  private check(
    text: string,
  ): Pick<ScriptState, 'hindrance' | 'problems'> & { readonly signature?: string } {
    const broken: Hindrance | undefined = this.designer.scene().isStale
      ? { kind: 'broken-yaml' }
      : undefined
    if (this.state.mode === 'plain') return { hindrance: broken, problems: [] }
    const fn = parseFunction(text)
    if (!fn.ok) {
      return { hindrance: { kind: 'unreadable', problems: fn.error }, problems: fn.error }
    }
    const { signature } = fn.value
    return { hindrance: broken, problems: findPythonTraps(fn.value), signature }
  }

  private retry(): void {
    if (this.state.hindrance?.kind !== 'broken-yaml' || this.designer.scene().isStale) return
    const { text } = this
    if (this.commit(text, 'input.edit')) this.local = new EditorSession(text)
    this.keepDraft()
    this.publish()
  }

  /** After undo or redo of what the manifest does not show. */
  private moved(): void {
    const { text } = this
    if (this.commit(text, 'input.edit')) this.local = new EditorSession(text)
    this.keepDraft()
    this.tell('outside')
  }

  private keepDraft(): void {
    const { target, mode, hindrance } = this.state
    if (target === undefined) return
    const old = this.draft(target, mode)
    if (hindrance === undefined) {
      if (old !== undefined) this.setDraft(target, mode, undefined)
    } else this.setDraft(target, mode, { text: this.text, source: old?.source ?? target.source })
  }

  private draft(target: ScriptTarget, mode: ScriptMode) {
    return this.designer.view.getState().drafts.get(draftKey(target.name, mode))
  }

  private setDraft(
    target: ScriptTarget,
    mode: ScriptMode,
    draft: { readonly text: string; readonly source: string } | undefined,
  ): void {
    const drafts = new Map(this.designer.view.getState().drafts)
    if (draft === undefined) drafts.delete(draftKey(target.name, mode))
    else drafts.set(draftKey(target.name, mode), draft)
    this.designer.actions.setView({ drafts })
  }

  private functionOf(target: ScriptTarget): string | undefined {
    const signature =
      this.signatures.get(target.name + inputsKey(target)) ??
      this.designer.view.getState().signatures.get(target.name)
    return functionOf(target, signature)
  }

  /** What is remembered of a template goes with it when it gets another name. */
  private followRename(): void {
    const names = this.templateNames()
    const renamed = renamedTemplate(this.names, names)
    this.names = names
    if (renamed === undefined) return
    const { from, to } = renamed
    this.designer.actions.setView(renamedView(this.designer.view.getState(), from, to))
    const { target } = this.state
    if (target?.name === from) this.state = { ...this.state, target: { ...target, name: to } }
  }

  private target(): ScriptTarget | undefined {
    return scriptTarget(this.designer.scene(), this.designer.session.state.selection.steps)
  }

  private templateNames(): readonly (string | undefined)[] {
    return this.designer.scene().manifest.spec.templates.map(({ name }) => name)
  }

  private set(change: Partial<ScriptState>): void {
    this.state = { ...this.state, ...change }
    this.publish()
  }

  private tell(reason: TextReason): void {
    for (const listener of this.textListeners) listener(reason)
    this.publish()
  }

  private publish(): void {
    for (const listener of this.listeners) listener()
  }
}

const nothing: ScriptState = {
  target: undefined,
  mode: 'plain',
  hindrance: undefined,
  problems: [],
  offer: undefined,
}

function planOf(
  { tree, document }: EditContext,
  target: ScriptTarget,
  mode: ScriptMode,
  text: string,
): Result<Edit, Refusal> {
  const context = { tree, document }
  switch (mode) {
    case 'plain':
      return runCommand(context, 'setScriptSource', { template: target.address, source: text })
    case 'function':
      return runCommand(context, 'setFunction', { template: target.address, code: text })
    default:
      return assertNever(mode)
  }
}

/** What of a script is shown: another key is another text. */
function keyOf(target: ScriptTarget, mode: ScriptMode): string {
  const inputs = mode === 'function' ? inputsKey(target) : ''
  return JSON.stringify([target.name, target.language, target.source, inputs])
}

/** Template names have no space in them. */
function draftKey(name: string, mode: ScriptMode): string {
  return mode === 'function' ? name : `${name} plain`
}

function renamedView(view: ViewState, from: string, to: string): Partial<ViewState> {
  const rename = (name: string): string => (name === from ? to : name)
  return {
    signatures: new Map([...view.signatures].map(([name, each]) => [rename(name), each])),
    plainScripts: new Set([...view.plainScripts].map(rename)),
    drafts: new Map(
      [...view.drafts].map(([name, each]) => [
        name === draftKey(from, 'plain') ? draftKey(to, 'plain') : rename(name),
        each,
      ]),
    ),
  }
}
