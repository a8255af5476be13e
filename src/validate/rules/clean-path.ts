/**
 * Whether a path leads out of the folder before its first `..`, as Argo judges it (`Artifact.CleanPath`). Argo's pattern for a `..` at the
 * end fits any two letters behind a slash, which matters only where the path has dots or doubled slashes before.
 */
export function leavesFolder(path: string): boolean {
  const middle = path.indexOf('/../')
  const folder = middle >= 0 ? path.slice(0, middle) : /\/..$/.test(path) ? path.slice(0, -3) : ''
  if (folder === '') return false
  const within = `${folder}/`
  const cleaned = cleanPath(path)
  return !cleaned.startsWith(within) || cleaned.length <= within.length
}

/** The shortest path to the same place, as Go's `path.Clean` makes it. */
function cleanPath(path: string): string {
  const isRooted = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    const canGoUp = parts.length > 0 && parts.at(-1) !== '..'
    if (part !== '..') parts.push(part)
    else if (canGoUp) parts.pop()
    else if (!isRooted) parts.push(part)
  }
  const joined = parts.join('/')
  if (isRooted) return `/${joined}`
  return joined === '' ? '.' : joined
}
