import {
  CalendarClock,
  Cloud,
  File,
  FileText,
  LayoutTemplate,
  Plus,
  Ellipsis,
  Workflow,
  X,
} from 'lucide-react'
import {
  moveDocument,
  removeDocument,
  addDocument,
  manifestKinds,
} from '../../../src/edit/index.ts'
import { memo } from 'react'
import { wholeDocuments } from '../../../src/yaml/index.ts'
import { useDesigner, useFiles, useSceneOf, type FileEntry } from '../../store/index.ts'
import { ProblemMark } from './ProblemMark.tsx'
import { Button, IconButton, Menu, type MenuEntry } from '../../ui/index.ts'
import type { Desk } from './desk.ts'
import styles from './Outline.module.css'
import { outlineOf, type OutlineEntry } from './outline.ts'

/** The open files and the documents in them: which is drawn, and what can be done with each. */
export function Outline({ desk }: { readonly desk: Desk }) {
  const files = useFiles()
  const designer = useDesigner()
  const isLocked = useSceneOf((scene) => scene.lock !== undefined)
  const add: readonly MenuEntry[] = [
    { type: 'action', label: 'New workflow', onSelect: desk.newFile },
    { type: 'action', label: 'Open…', onSelect: () => void desk.open() },
    { type: 'heading', label: 'Add to this file' },
    ...manifestKinds.map((kind): MenuEntry => ({
      type: 'action',
      label: kind,
      disabled: isLocked,
      onSelect: () => {
        const done = designer.actions.execute('command.addDocument', (context) =>
          addDocument(context, { kind }),
        )
        const last = wholeDocuments(designer.session.state.tree).length - 1
        if (done.ok) designer.actions.showDocument(last)
      },
    })),
  ]
  return (
    <nav className={styles.outline} aria-label="Files">
      <div className={styles.head}>
        <h2 className={styles.heading}>Files</h2>
        <Menu
          align="end"
          trigger={
            <Button variant="ghost" size="sm" icon={<Plus />} label="Add a file or document" />
          }
          entries={add}
        />
      </div>
      <ul className={styles.list}>
        {files.map((file) => (
          <FileRow key={file.id} file={file} desk={desk} />
        ))}
      </ul>
    </nav>
  )
}

interface FileRowProps {
  readonly file: FileEntry
  readonly desk: Desk
}

const FileRow = memo(function FileRow({ file, desk }: FileRowProps) {
  const { workspace } = useDesigner()
  const document = useSceneOf((scene) => scene.document)
  const { id, isActive, isDirty, tree } = file
  const entries = outlineOf(tree, file.file.name)
  const [only] = entries
  const single = entries.length === 1 && only !== undefined && only.items.length === 0
  return (
    <li>
      <div className={styles.row} data-current={isActive || undefined}>
        <button
          type="button"
          className={styles.name}
          aria-current={isActive ? 'true' : undefined}
          title={file.file.name}
          onClick={() => workspace.show(id)}
        >
          <span className={styles.icon}>
            <FileText aria-hidden />
          </span>
          <span className={styles.text}>
            <span className={styles.words}>{file.file.name}</span>
            {single && <span className={styles.kind}>{only.kind}</span>}
          </span>
          {isActive && single && <ProblemMark document={only.index} />}
          {file.file.origin !== undefined && (
            <Cloud className={styles.origin} role="img" aria-label={`from ${file.file.origin}`} />
          )}
          {isDirty && (
            <span className={styles.dot}>
              <span className={styles.hidden}>, unsaved changes</span>
            </span>
          )}
        </button>
        <span className={styles.actions}>
          <IconButton
            icon={<X />}
            size="sm"
            label={`Close ${file.file.name}`}
            onClick={() => void desk.close(id)}
          />
        </span>
      </div>
      {!single && (
        <ul className={styles.documents}>
          {entries.map((entry) => (
            <DocumentRow
              key={entry.index}
              entry={entry}
              file={file}
              count={entries.length}
              drawn={isActive ? document : undefined}
            />
          ))}
        </ul>
      )}
    </li>
  )
}, isSameRow)

/** Whether a file is listed as before, whatever was changed within its documents. */
function isSameRow(a: FileRowProps, b: FileRowProps): boolean {
  return a.desk === b.desk && rowKey(a.file) === rowKey(b.file)
}

function rowKey({ id, file, isActive, isDirty, tree }: FileEntry): string {
  return JSON.stringify([id, file.name, file.origin, isActive, isDirty, outlineOf(tree, file.name)])
}

function DocumentRow({
  entry,
  file,
  count,
  drawn,
}: {
  readonly entry: OutlineEntry
  readonly file: FileEntry
  /** How many documents it can change places with; nothing of an item of a list. */
  readonly count?: number
  /** Which document of the file is drawn. */
  readonly drawn: number | undefined
}) {
  const { workspace, actions } = useDesigner()
  const { index, kind, name, items } = entry
  const isDrawn = index === drawn
  const show = (document: number): void => {
    workspace.show(file.id)
    actions.showDocument(document)
  }
  const move = (by: number): void => {
    show(index)
    const done = actions.execute('command.moveDocument', (context) =>
      moveDocument(context, { from: index, to: index + by }),
    )
    if (done.ok) actions.showDocument(index + by)
  }
  const menu: readonly MenuEntry[] = [
    { type: 'action', label: 'Move up', disabled: index === 0, onSelect: () => move(-1) },
    { type: 'action', label: 'Move down', disabled: index + 1 === count, onSelect: () => move(1) },
    { type: 'separator' },
    {
      type: 'action',
      label: 'Remove from the file',
      danger: true,
      disabled: count === 1,
      onSelect: () => {
        show(index)
        const done = actions.execute('command.removeDocument', (context) =>
          removeDocument(context, { index }),
        )
        if (done.ok) actions.showDocument(Math.max(0, index - 1))
      },
    },
  ]
  const title = `${kind}${name === '' ? '' : ` ${name}`}`
  return (
    <li>
      <div
        className={styles.row}
        data-drawn={isDrawn || undefined}
        data-other={!entry.isDrawn || undefined}
      >
        <button
          type="button"
          className={styles.name}
          aria-current={isDrawn ? 'true' : undefined}
          title={entry.isDrawn ? title : `${title}: kept as it is, not drawn`}
          onClick={() => show(index)}
        >
          <span className={styles.icon}>{iconOf(kind)}</span>
          <span className={styles.text}>
            <span className={styles.words}>{name === '' ? kind : name}</span>
            {name !== '' && <span className={styles.kind}>{kind}</span>}
          </span>
          {drawn !== undefined && <ProblemMark document={index} />}
        </button>
        {count !== undefined && (
          <span className={styles.actions}>
            <Menu
              align="end"
              trigger={
                <Button variant="ghost" size="sm" icon={<Ellipsis />} label={`More for ${title}`} />
              }
              entries={menu}
            />
          </span>
        )}
      </div>
      {items.length > 0 && (
        <ul className={styles.documents} aria-label={`In ${title}`}>
          {items.map((item) => (
            <DocumentRow key={item.index} entry={item} file={file} drawn={drawn} />
          ))}
        </ul>
      )}
    </li>
  )
}

function iconOf(kind: string) {
  if (kind === 'Workflow') return <Workflow aria-hidden />
  if (kind === 'CronWorkflow') return <CalendarClock aria-hidden />
  if (kind.endsWith('WorkflowTemplate')) return <LayoutTemplate aria-hidden />
  return <File aria-hidden />
}
