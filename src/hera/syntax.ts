import type { SyntaxNodeRef } from '@lezer/common'
import { pythonError, type PythonProblem } from './problem.ts'
import type { PythonTree } from './tree.ts'

/**
 * What Python 3 cannot read in a code, in order. The grammar is more lenient than Python (it is made for
 * highlighting), so that finding nothing is no promise.
 */
export function findSyntaxProblems(code: string, tree: PythonTree): PythonProblem[] {
  const problems: PythonProblem[] = []
  tree.iterate({
    enter(node) {
      if (node.type.isError) problems.push(...explainError(code, node))
      else if (node.name === 'PrintStatement') {
        const message = '`print` is a function in Python 3: write `print(…)`.'
        problems.push(pythonError('syntax', message, node))
      } else if (node.name === 'String' || node.name === 'FormatString') {
        if (isClosed(code.slice(node.from, node.to))) return
        const message = 'This string is not closed: write its other quote.'
        problems.push(pythonError('unclosed-string', message, node))
        // The error inside it says no more.
        return false
      }
      return undefined
    },
  })
  return problems
}

function explainError(code: string, error: SyntaxNodeRef): PythonProblem[] {
  const { parent, prevSibling } = error.node
  // A bare `yield` is fine, but the grammar does not know it.
  if (parent?.name.startsWith('Yield') && error.from === error.to) return []
  const range = { from: error.from, to: Math.max(error.to, Math.min(error.from + 1, code.length)) }
  if (parent?.name === 'Body') {
    if (!prevSibling) {
      return [pythonError('missing-colon', 'A `:` is missing at the end of this line.', range)]
    }
    const before = prevSibling.name === 'Comment' ? parent.firstChild : prevSibling
    if (before?.name === ':' && error.from === error.to) {
      const message = 'Nothing follows this `:`: write at least `pass` in an indented line.'
      return [pythonError('missing-body', message, before)]
    }
  }
  const text = code.slice(error.from, error.to).trim()
  if (text !== '') {
    return [pythonError('syntax', `Python does not expect \`${shortened(text)}\` here.`, range)]
  }
  if (error.from >= code.trimEnd().length) {
    const message = 'The code ends too early: is a bracket or a quote not closed?'
    return [pythonError('syntax', message, { from: code.trimEnd().length, to: code.length })]
  }
  const line =
    code
      .slice(error.from)
      .split(/[\r\n]/, 1)[0]
      ?.trim() ?? ''
  const message =
    line === ''
      ? 'Something is missing at the end of this line, or the next line is indented too far.'
      : `Something is missing before \`${shortened(line)}\`, or the line is indented too far.`
  return [pythonError('syntax', message, range)]
}

function shortened(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? ''
  return line.length > 30 ? `${line.slice(0, 30)}…` : line
}

/** Whether a string ends with the quotes with which it begins. */
function isClosed(text: string): boolean {
  const start = /^[A-Za-z]*("""|'''|"|')/.exec(text)
  const quote = start?.[1]
  if (start === null || quote === undefined) return true
  if (text.length < start[0].length + quote.length || !text.endsWith(quote)) return false
  const backslashes = /\\*$/.exec(text.slice(start[0].length, -quote.length))?.[0] ?? ''
  return backslashes.length % 2 === 0
}
