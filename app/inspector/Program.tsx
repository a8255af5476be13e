import { FileCode } from 'lucide-react'
import { scriptLanguage, type ContainerView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { useActions } from '../store/index.ts'
import { Button, Section } from '../ui/index.ts'
import { FieldRow } from './FieldRow.tsx'
import styles from './forms.module.css'
import { CommandField } from './CommandField.tsx'
import { LinesField } from './LinesField.tsx'
import { isLines } from './split-command.ts'

const languages = {
  python: 'Python',
  shell: 'Shell',
  javascript: 'JavaScript',
  plaintext: 'plain text',
} as const

/** What a script or a container runs. */
export function Program({
  title,
  view,
  path,
  isScript,
}: {
  readonly title: string
  readonly view: ContainerView
  readonly path: Path
  readonly isScript: boolean
}) {
  const actions = useActions()
  return (
    <Section title={title} level={3}>
      <FieldRow
        label="Image"
        path={[...path, 'image']}
        value={view.image}
        placeholder="python:3.12"
      />
      {isLines(view.command) && (
        <CommandField
          label="Command"
          path={[...path, 'command']}
          value={view.command}
          placeholder={isScript ? 'python' : 'the image’s own'}
        />
      )}
      {(!isScript || view.args.length > 0) && isLines(view.args) && (
        <LinesField label="Arguments, one a line" path={[...path, 'args']} value={view.args} />
      )}
      {isScript && (
        <div className={styles.line}>
          <Button
            icon={<FileCode />}
            onClick={() => {
              actions.openCode('script')
            }}
          >
            Edit script
          </Button>
          <span
            className={styles.note}
          >{`Highlighted as ${languages[scriptLanguage(view)]}.`}</span>
        </div>
      )}
    </Section>
  )
}
