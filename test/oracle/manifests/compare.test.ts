import { expect, it } from 'vitest'
import type { ManifestVerdict } from '../ask.ts'
import { compare, ourProblems, verdictOf } from './compare.ts'

const sound = 'kind: Workflow\nspec: {entrypoint: a, templates: [{name: a, suspend: {}}]}\n'
const unknown = sound.replace('entrypoint: a', 'entrypoint: b')
const accepted: ManifestVerdict = { accepted: true, objects: [] }

function refused(message: string, file = 'a.yaml'): ManifestVerdict {
  return { accepted: false, objects: [{ file, index: 0, kind: 'Workflow', message }] }
}

function outcome(text: string, verdict: ManifestVerdict) {
  const found = compare(verdictOf('a.yaml', verdict), ourProblems([{ name: 'a.yaml', text }]))
  return found.kind === 'disagree' ? found.sort : found.kind
}

it.each([
  [sound, accepted, 'agree'],
  [unknown, refused("template name 'b' undefined"), 'agree'],
  [unknown, refused('spec.templates[0].name is required'), 'other rule'],
  [unknown, refused('something new'), 'unknown message'],
  [unknown, accepted, 'only we refuse'],
  [sound, refused("template name 'b' undefined"), 'only Argo refuses'],
  [sound, refused("template name 'b' undefined", 'other.yaml'), 'agree'],
  [sound, refused('couldn\'t find workflow template "x" in namespace ""'), 'only Argo refuses'],
  [sound, { accepted: false, message: 'nothing to judge' }, 'explained'],
  // Argo skips the second document.
  [`${sound}---\na: *b`, { ...accepted, unread: 1 }, 'explained'],
  [`${sound}---\na: *b`, accepted, 'only we refuse'],
  [
    sound,
    { accepted: false, message: 'failed to parse YAML from file a.yaml: x' },
    'only Argo refuses',
  ],
] as const)('%j, %j: %s', (text, verdict, expected) => {
  expect(outcome(text, verdict)).toBe(expected)
})
