import { Code } from 'lucide-react'
import { templateAt, type TemplateAddress } from '../../src/argo/index.ts'
import { kindWords } from '../../src/graph/index.ts'
import { KindIcon } from '../authoring/index.ts'
import { useActions, useDesigner, useScene } from '../store/index.ts'
import { Button, CommitField } from '../ui/index.ts'
import { LeafPicture } from './LeafPicture.tsx'
import styles from './OtherTemplate.module.css'
import { beginningOf, templateText, writeTemplate } from './template-text.ts'

/** A template that has no lanes, as the text that it is. */
export function OtherTemplate({ address }: { readonly address: TemplateAddress }) {
  const scene = useScene()
  const designer = useDesigner()
  const actions = useActions()
  const template = templateAt(scene.manifest, address)
  const text = templateText(scene, address)
  if (template === undefined || text === undefined) return null
  const kind = template.type ?? 'unknown'
  return (
    <div className={styles.scroll}>
      <article className={styles.card} data-kind={kind}>
        <header className={styles.head}>
          <span className={styles.kind}>
            <KindIcon kind={kind} />
          </span>
          <div className={styles.words}>
            <h2 className={styles.name}>
              {template.name ?? scene.trail.at(-1)?.name ?? '(no name)'}
            </h2>
            <p className={styles.note}>{noteOf(kind)}</p>
          </div>
          {kind === 'script' && (
            <Button icon={<Code />} onClick={() => actions.openCode('script')}>
              Edit script
            </Button>
          )}
          <Button
            variant="ghost"
            onClick={() => {
              actions.openCode('yaml')
              actions.selectRanges([text.range])
            }}
          >
            Show in YAML
          </Button>
        </header>
        {kind !== 'dag' && kind !== 'unknown' && (
          <LeafPicture template={template} address={address} />
        )}
        {text.isShort ? (
          <div className={styles.edit}>
            <CommitField
              key={String(address)}
              label="YAML of the template"
              layout="hidden"
              code
              rows={Math.min(24, text.source.split('\n').length + 1)}
              value={text.source}
              disabled={scene.lock !== undefined}
              onCommit={(source) => writeTemplate(designer, address, source)}
            />
          </div>
        ) : (
          // Scrolls by keys, too.
          <pre
            className={styles.text}
            tabIndex={0}
            aria-label="Beginning of the YAML of the template"
          >
            {beginningOf(text.source)}
          </pre>
        )}
      </article>
    </div>
  )
}

function noteOf(kind: Parameters<typeof kindWords>[0]): string {
  const words = kindWords(kind)
  const first = words.charAt(0).toUpperCase() + words.slice(1)
  if (kind === 'unknown') return 'This template says nothing of what it runs yet.'
  if (kind === 'dag')
    return 'A DAG has no lanes: its tasks depend on each other. It is kept as it is written.'
  return `${first} template. It has no lanes of its own.`
}
