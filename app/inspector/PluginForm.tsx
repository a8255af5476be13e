import type { Path } from '../../src/base/index.ts'
import { keyText, type YamlNode } from '../../src/yaml/index.ts'
import { CommitField } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { RawRow } from './RawRow.tsx'

/** The name of the plugin that a template asks; nothing when it asks several, or what is there is no map. */
export function pluginName(node: YamlNode | undefined): string | undefined {
  if (node === undefined || node.kind === 'empty') return ''
  if (node.kind !== 'map' || node.props?.tag !== undefined || node.entries.length > 1)
    return undefined
  const [entry] = node.entries
  const key = entry === undefined ? '' : keyText(entry)
  return key === '<<' ? undefined : key
}

/** The plugin that a template asks, by its name, and what it is asked: that has the plugin's own fields, and so is YAML. */
export function PluginForm({
  path,
  node,
  name,
}: {
  /** Of the field `plugin`. */
  readonly path: Path
  readonly node: YamlNode | undefined
  readonly name: string
}) {
  const edits = useEdits()
  return (
    <>
      <CommitField
        label="Plugin"
        layout="row"
        mono
        required
        value={name}
        placeholder="slack"
        hint={name === '' ? 'The name under which the plugin is set up in the cluster.' : undefined}
        onCommit={(typed) => {
          const text = typed.trim()
          if (text === '') return 'A plugin has a name.'
          return name === ''
            ? edits.run('setField', {
                path: node?.kind === 'map' ? [...path, text] : path,
                value: node?.kind === 'map' ? {} : { [text]: {} },
              })
            : edits.run('renameField', { path: [...path, name], name: text })
        }}
      />
      {name !== '' && (
        <RawRow
          label="What it is asked"
          path={[...path, name]}
          hint="As the plugin understands it; references may stand in its texts."
          onRemove={() => void edits.run('setField', { path: [...path, name], value: {} })}
        />
      )}
    </>
  )
}
