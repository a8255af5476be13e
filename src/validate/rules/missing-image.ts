import type { PlacedRule } from '../scope.ts'

/** A container or script has an image, of its own or by the defaults for all templates. (Argo: validateLeaf.) */
export const checkImage: PlacedRule = ({ node, type, name = 'without a name' }, reader, around) => {
  if (type !== 'container' && type !== 'script') return []
  const runs = reader.field(node, type)
  if (runs?.kind !== 'map' || around.defaultImages.has(type)) return []
  if ((reader.text(runs, 'image') ?? '') !== '') return []
  const message = `The ${type} of the template ${name} has no image. Write \`image:\` with what it runs in.`
  return [{ code: 'image-missing', message, path: [type], marks: 'key' }]
}
