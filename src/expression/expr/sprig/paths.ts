import { str, type SprigTable } from './table.ts'

/** Functions of Sprig on paths. Those of the file system are the same, as Argo runs on Linux. */
export const pathFunctions: SprigTable = {
  ...both('base', ['(string) string', ([path]) => base(str(path))]),
  ...both('dir', ['(string) string', ([path]) => clean(str(path).replace(/[^/]*$/, ''))]),
  ...both('clean', ['(string) string', ([path]) => clean(str(path))]),
  ...both('ext', ['(string) string', ([path]) => /\.[^./]*$/.exec(str(path))?.[0] ?? '']),
  ...both('isAbs', ['(string) bool', ([path]) => str(path).startsWith('/')]),
}

function both(name: string, entry: SprigTable[string]): SprigTable {
  return { [name]: entry, [`os${name.slice(0, 1).toUpperCase()}${name.slice(1)}`]: entry }
}

function base(path: string): string {
  if (path === '') return '.'
  const trimmed = path.replace(/\/+$/, '')
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1)
}

/** The shortest path that means the same. */
function clean(path: string): string {
  const rooted = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    const last = parts.at(-1)
    if (part !== '..') parts.push(part)
    else if (last !== undefined && last !== '..') parts.pop()
    else if (!rooted) parts.push(part)
  }
  return (rooted ? '/' : '') + parts.join('/') || '.'
}
