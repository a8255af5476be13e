import { useMemo } from 'react'
import { err, ok, type Path } from '../../src/base/index.ts'
import { refusalOf, runCommand, type CommandId, type RenameSubject } from '../../src/edit/index.ts'
import { setSource } from '../../src/yaml/index.ts'
import { isTaskPlace, nodeAt, templateAt, type NodePlace } from '../../src/argo/index.ts'
import { setList } from './set-list.ts'
import { renameInFiles, useDesigner, type Designer, type Planner } from '../store/index.ts'

/** How forms change the document. Each gives what was refused, in words, or nothing when it was done. */
export interface Edits {
  /** Runs a command of the catalogue. What is selected stays so. */
  readonly run: (id: CommandId, args: object) => string | undefined
  /** The same for commands that change which steps there are: they say what is selected afterwards. */
  readonly restructure: (id: CommandId, args: object) => string | undefined
  /** Runs a command on the step that was at a place under a name, wherever in its template it is by now. */
  readonly onStep: (step: StepHandle, id: CommandId, args: object) => string | undefined
  /** Makes a list of texts these; none take it away. */
  readonly setTexts: (path: Path, texts: readonly string[]) => string | undefined
  /** Renames something in all files that are open. What is selected stays so. */
  readonly rename: (subject: RenameSubject, name: string) => string | undefined
  /** Puts YAML as it was typed in place of a value that exists. */
  readonly write: (path: Path, source: string) => string | undefined
}

/** What a form knows its step by. */
export interface StepHandle {
  readonly place: NodePlace
  readonly name: string | undefined
}

/** The edits of the open document; always the same object. */
export function useEdits(): Edits {
  const designer = useDesigner()
  return useMemo(() => editsOf(designer), [designer])
}

function renameCommand(subject: RenameSubject): CommandId {
  if (subject.kind === 'manifest') return 'setField'
  if (subject.kind === 'template') return 'renameTemplate'
  return subject.port.artifact === true ? 'renameArtifact' : 'renameParameter'
}

function editsOf(designer: Designer): Edits {
  return {
    run: (id, args) => {
      return execute(designer, id, (context) => runCommand(context, id, args), true)
    },
    restructure: (id, args) => {
      return execute(designer, id, (context) => runCommand(context, id, args), false)
    },
    onStep: (step, id, args) => {
      const all = { ...args, ...addressOf(presentPlace(designer, step)) }
      return execute(designer, id, (context) => runCommand(context, id, all), true)
    },
    setTexts: (path, texts) => {
      return execute(designer, 'setField', (context) => setList(context, path, texts), true)
    },
    rename: (subject, name) => {
      const done = renameInFiles(designer, subject, name, `command.${renameCommand(subject)}`)
      return done.ok ? undefined : done.error.message
    },
    write: (path, source) => {
      const plan: Planner = ({ tree, document }) => {
        const planned = setSource(tree, { document, path }, source)
        return planned.ok ? ok({ changes: planned.value }) : err(refusalOf(planned.error))
      }
      return execute(designer, 'setField', plan, true)
    },
  }
}

/**
 * A refusal is said at the field, so it must not become a notice as well; but that the whole document cannot be edited now is the
 * store's to say. A field that commits as it goes away must not bring the selection back to itself.
 */
function execute(
  designer: Designer,
  id: CommandId,
  plan: Planner,
  keepSelection: boolean,
): string | undefined {
  const { lock, tree, document } = designer.scene()
  const planned = lock !== undefined ? undefined : plan({ tree, document })
  // What is shared is asked about, which the field need not say too.
  const isAsked = planned?.ok === false && planned.error.shared !== undefined
  if (planned?.ok === false && !isAsked) return planned.error.message
  const result = designer.actions.execute(`command.${id}`, (context) => {
    const edit = planned === undefined || isAsked ? plan(context) : planned
    return edit.ok && keepSelection ? ok({ changes: edit.value.changes }) : edit
  })
  return result.ok || isAsked ? undefined : result.error.message
}

/** What the commands call the step or task at a place. */
export function addressOf(place: NodePlace): object {
  const { template } = place
  return isTaskPlace(place)
    ? { template, task: place.task }
    : { template, lane: place.lane, index: place.step }
}

/** A field may commit when its step has just been moved: then the place that the form knew is another step's. */
function presentPlace(designer: Designer, { place, name }: StepHandle): NodePlace {
  const { manifest } = designer.scene()
  const { template } = place
  if (name === undefined || nodeAt(manifest, place)?.name === name) return place
  const view = templateAt(manifest, template)
  if (isTaskPlace(place)) {
    const task = view?.tasks.findIndex((other) => other.name === name) ?? -1
    return task >= 0 ? { template, task } : place
  }
  for (const [lane, { steps }] of view?.lanes.entries() ?? []) {
    const step = steps.findIndex((other) => other.name === name)
    if (step >= 0) return { template, lane, step }
  }
  return place
}
