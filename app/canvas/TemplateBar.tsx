import { ArrowLeft, Wrench } from 'lucide-react'
import { readManifest, templatePath, type ManifestView } from '../../src/argo/index.ts'
import { kindWords, type DagGraph } from '../../src/graph/index.ts'
import { KindIcon } from '../authoring/index.ts'
import {
  problemWords,
  useActions,
  useDesigner,
  useProblemCounts,
  useScene,
  useView,
} from '../store/index.ts'
import { Breadcrumbs, Button, Menu, Select } from '../ui/index.ts'
import { CallChoice } from './CallChoice.tsx'
import { pictureOf } from './picture.ts'
import { templateRefactorings } from './refactor/menu.ts'
import styles from './TemplateBar.module.css'

/** Which template is drawn, the way to it, and a list to draw another. */
export function TemplateBar() {
  const actions = useActions()
  const designer = useDesigner()
  const scene = useScene()
  const { manifest, templateIndex, trail, tree, document } = scene
  const { templates, entrypoint } = manifest.spec
  const picture = pictureOf(scene)
  const cameFrom = useView((view) => view.cameFrom)
  const countsOf = useProblemCounts()
  const isElsewhere = templates.length === 0 && manifest.spec.workflowTemplateRef !== undefined
  // What such a workflow runs has a bar of its own.
  if (isElsewhere && cameFrom === undefined && tree.documents.length < 2) return null
  return (
    <div className={styles.bar}>
      {cameFrom && (
        <Button
          variant="ghost"
          size="sm"
          icon={<ArrowLeft />}
          onClick={() => actions.comeBack()}
        >{`Back to ${cameFrom.words}`}</Button>
      )}
      {tree.documents.length > 1 && (
        <Select
          quiet
          label="Document"
          value={String(document)}
          options={tree.documents.map((one, index) => ({
            value: String(index),
            label: documentName(readManifest(one), index),
          }))}
          onChange={(value) => actions.showDocument(Number(value))}
        />
      )}
      {templates.length > 0 && (
        <Select
          quiet
          label="Template"
          value={templateIndex === undefined ? undefined : String(templateIndex)}
          options={templates.map(({ name, type }, index) => {
            const counts = countsOf(document, templatePath(manifest, index))
            return {
              value: String(index),
              label: name ?? `template ${String(index + 1)}`,
              description: [
                kindWords(type ?? 'unknown'),
                ...(name !== undefined && name === entrypoint ? ['entrypoint'] : []),
                ...(counts === undefined ? [] : [problemWords(counts)]),
              ].join(' · '),
              icon: (
                <span className={styles.kind} data-kind={type}>
                  <KindIcon kind={type ?? 'unknown'} size={14} />
                </span>
              ),
            }
          })}
          onChange={(value) => actions.showTemplate(Number(value))}
        />
      )}
      {templates.length === 0 && !isElsewhere && (
        <span className={styles.none}>{scene.isTests ? 'Tests' : 'No templates yet'}</span>
      )}
      {templateIndex !== undefined && (
        <Menu
          entries={() => templateRefactorings(designer)}
          trigger={
            <Button
              variant="ghost"
              size="sm"
              title="Refactor the template"
              label="Refactor the template"
              icon={<Wrench />}
            />
          }
        />
      )}
      {trail.length > 1 && (
        <Breadcrumbs
          label="Way to this template"
          crumbs={trail.map((crumb, depth) => ({
            label: crumb.name,
            onSelect: () => actions.leaveTo(depth),
          }))}
        />
      )}
      <CallChoice />
      {picture.type === 'lanes' && picture.graph.lanes.length > 0 && (
        <span className={styles.count}>
          {countWords(picture.graph.lanes.map(({ cards }) => cards.length))}
        </span>
      )}
      {picture.type === 'graph' && picture.graph.cards.length > 0 && (
        <span className={styles.count}>{graphWords(picture.graph)}</span>
      )}
    </div>
  )
}

function graphWords({ kind, cards, edges }: DagGraph): string {
  const plural = (count: number, word: string) =>
    `${String(count)} ${word}${count === 1 ? '' : 's'}`
  return `${plural(cards.length, kind === 'tasks' ? 'task' : 'container')}, ${plural(edges.length, 'edge')}`
}

function countWords(lanes: readonly number[]): string {
  const steps = lanes.reduce((sum, count) => sum + count, 0)
  const plural = (count: number, word: string) =>
    `${String(count)} ${word}${count === 1 ? '' : 's'}`
  return `${plural(steps, 'step')} in ${plural(lanes.length, 'lane')}`
}

/** A document by its kind and name, in few words. */
function documentName({ kind, name, generateName }: ManifestView, index: number): string {
  const called = name ?? generateName
  return [
    String(index + 1),
    (kind ?? 'no kind').slice(0, 40),
    ...(called === undefined ? [] : [called.slice(0, 40)]),
  ].join(' ')
}
