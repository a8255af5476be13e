import { Download, FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import { printMocks, type Mock } from '../../src/simulate/index.ts'
import { factsOfMock } from '../mocks/facts-of-mock.ts'
import { MockEditor } from '../mocks/MockEditor.tsx'
import { MockRow } from '../mocks/MockRow.tsx'
import styles from '../mocks/Mocks.module.css'
import { Problems } from '../mocks/MockYaml.tsx'
import { replaceMock, withMocksSaid } from '../mocks/said.ts'
import { changeSettings, useMocks } from '../mocks/settings.ts'
import { download } from '../platform/index.ts'
import { useDesigner, useRuns, useSceneOf } from '../store/index.ts'
import { Button, Field, Select } from '../ui/index.ts'
import { openMocks, type LoadedMocks } from './open-mocks.ts'

/** All that was said of what steps give, to be changed, taken back, saved and loaded. */
export function MocksList() {
  const runs = useRuns()
  const designer = useDesigner()
  const manifest = useSceneOf((scene) => scene.manifest)
  const mocks = useMocks()
  const [edited, setEdited] = useState<Mock>()
  const [loaded, setLoaded] = useState<LoadedMocks>()
  const body = useRef<HTMLElement>(null)
  /** What had the focus is gone with the form, or the line. */
  const close = (): void => {
    setEdited(undefined)
    body.current?.focus()
  }
  const put = (all: readonly Mock[]): void => {
    changeSettings(runs, designer, { mocks: all })
    close()
  }
  const take = (from: string, more: readonly Mock[]): void => {
    setLoaded(undefined)
    put(withMocksSaid(mocks, more))
    const count = more.length === 1 ? 'One mock is' : `${String(more.length)} mocks are`
    const text = more.length === 0 ? `There is no mock in ${from}.` : `${count} taken from ${from}.`
    designer.actions.notify({ tone: more.length === 0 ? 'warning' : 'success', text })
  }
  const load = async (): Promise<void> => {
    const found = await openMocks()
    if (found === undefined) return
    if (found.problems.length === 0 && found.tests.length === 0) take(found.name, found.mocks)
    else setLoaded(found)
  }
  const file = `${designer.document.getState().file.name.replace(/\.(ya?ml|json)$/, '')}.mocks.yaml`
  return (
    <section ref={body} className={styles.body} tabIndex={-1} aria-label="What steps give">
      <h3 className={styles.title}>What steps give</h3>
      <p className={styles.note}>
        {mocks.length === 0
          ? 'Nothing is said: scripts in Python and JavaScript run here, and of all other steps the outputs are made up. Say more in the inspector, of a step that is selected, or load a file.'
          : 'This holds in all dry runs of this file, in place of running. Of several for a step the one that names it most closely counts.'}
      </p>
      {mocks.length > 0 && (
        <ul className={styles.list}>
          {mocks.map((mock, index) => (
            <MockRow
              key={index}
              mock={mock}
              onEdit={() => setEdited(mock)}
              onTakeBack={() => put(replaceMock(mocks, mock, []))}
            />
          ))}
        </ul>
      )}
      {edited !== undefined && mocks.includes(edited) && (
        <MockEditor
          key={mocks.indexOf(edited)}
          begun={{ mock: edited }}
          {...factsOfMock(manifest, edited)}
          onSave={(next) => put(replaceMock(mocks, edited, next))}
          onCancel={close}
        />
      )}
      {loaded !== undefined && loaded.problems.length > 0 && (
        <div>
          <p className={styles.problem}>
            {`Nothing is taken from ${loaded.name}. Mend it and load it again:`}
          </p>
          <Problems problems={loaded.problems} />
        </div>
      )}
      {loaded !== undefined && loaded.problems.length === 0 && (
        <Field label={`Mocks of which test of ${loaded.name}?`}>
          <Select
            value={undefined}
            placeholder="Choose a test"
            options={loaded.tests.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(value) => {
              const test = loaded.tests[Number(value)]
              if (test !== undefined) take(loaded.name, test.mocks)
            }}
          />
        </Field>
      )}
      <div className={styles.actions}>
        <Button size="sm" icon={<FolderOpen />} onClick={() => void load()}>
          Load mocks…
        </Button>
        <Button
          size="sm"
          icon={<Download />}
          disabled={mocks.length === 0}
          title="For “npx stepwright run --mocks”, and for tests"
          onClick={() => download(file, printMocks(mocks))}
        >
          {`Save as ${file}`}
        </Button>
      </div>
    </section>
  )
}
