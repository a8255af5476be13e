/**
 * The message of a rejection with everything taken out that is the manifest's own, so that messages of one rule are the same: names,
 * indices, and the way from template to template that led to it.
 */
export function patternOf(message: string): string {
  return message
    .replaceAll(/strict decoding error: .*/gs, strictPattern)
    .replaceAll(/^failed to parse YAML from file \S+: /g, 'cannot be read: ')
    .replaceAll(/(unmarshal \w+ into Go )struct field \S+/g, '$1field')
    .replaceAll(/\{\{.*?\}\}/g, '{{…}}')
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replaceAll(/'[^']*'/g, "'…'")
    .replaceAll(/`[^`]*`/g, '`…`')
    .replaceAll(/\[\d+\]/g, '[i]')
    .replaceAll(/\btemplates\.[^.\s]+/g, 'templates.T')
    .replaceAll(/\.(steps\[i\]|tasks)\.(?!name\b)[^.\s]+/g, '.$1.S')
    .replace(/^(?:templates\.T(?:\.(?:steps\[i\]|tasks)\.S)? )+(?=templates)/, '')
    .replaceAll(/\.arguments\.[^.\s]+/g, '.arguments.A')
    .replaceAll(/\b(parameters|artifacts|containers)\.[^.\s]+/g, '$1.P')
    .replaceAll(/^templates\.T ((?:in|out)puts)/g, 'templates.T $1')
    .replaceAll(/\b\d+\b/g, 'N')
    .slice(0, 200)
}

/** Unknown fields and doubled ones are each one rule, whatever their number. */
function strictPattern(message: string): string {
  const kinds = [
    message.includes('unknown field') ? 'unknown field' : '',
    message.includes('duplicate field') ? 'duplicate field' : '',
    message.includes('already set in map') ? 'key already set' : '',
  ].filter((kind) => kind !== '')
  return `strict decoding error: ${kinds.join(', ')}`
}
