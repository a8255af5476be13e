import type { JsonObject, JsonValue } from '../../yaml/index.ts'
import { objectIn, textIn } from './json.ts'
import type { ArtifactContent } from '../outcome.ts'

/** What artifacts hold, by where they lie. */
export class ContentStore {
  private readonly byKey = new Map<string, ArtifactContent>()

  /** Keeps what a node gave out, and says where it lies, as a repository with Argo's usual keys would. */
  keep(workflow: string, pod: string, name: string, content: ArtifactContent): JsonObject {
    const key = `${workflow}/${pod}/${name}${content.kind === 'folder' ? '' : '.tgz'}`
    this.byKey.set(key, content)
    return { s3: { key } }
  }

  /** What an artifact holds, `raw` ones included; nothing when only the cluster or the net has it. */
  of(artifact: JsonObject): ArtifactContent | undefined {
    const raw = objectIn(artifact, 'raw')
    if (raw) return { kind: 'file', bytes: new TextEncoder().encode(textIn(raw, 'data') ?? '') }
    // It may say where it lies in a repository of its own, too.
    const keys = keysOf(artifact)
    const whole = keys.map((key) => this.byKey.get(key)).find((content) => content !== undefined)
    return whole ?? keys.map((key) => this.part(key)).find((content) => content !== undefined)
  }

  /** A part of a folder, by a key that goes on from the folder's. */
  private part(key: string): ArtifactContent | undefined {
    for (const [whole, content] of this.byKey) {
      if (content.kind !== 'folder' || !key.startsWith(`${whole}/`)) continue
      const path = key.slice(whole.length + 1).replace(/\/$/, '')
      const file = content.files.find((one) => one.path === path)
      if (file) return { kind: 'file', bytes: file.bytes }
      const files = content.files
        .filter((one) => one.path.startsWith(`${path}/`))
        .map((one) => ({ path: one.path.slice(path.length + 1), bytes: one.bytes }))
      if (files.length > 0) return { kind: 'folder', files }
    }
    return undefined
  }
}

function keysOf(artifact: JsonObject): readonly string[] {
  return Object.values<JsonValue>(artifact).flatMap((location) => textIn(location, 'key') ?? [])
}
