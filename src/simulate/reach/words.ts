import { assertNever } from '../../base/index.ts'
import type { NeverBecause, TriedValue } from './standing.ts'
import { OTHERS } from './variable.ts'

/** Of a condition no more than this is said. */
const MOST_LETTERS = 120

/** Why a step runs in no run, in words to follow a colon and without a full stop: the condition, and what was tried for it. */
export function neverWords(because: NeverBecause): string {
  switch (because.kind) {
    case 'when': {
      const tried = because.tried.filter(isNew).map(triedWords)
      const ending = tried.length === 0 ? '' : `: ${tried.join('; ')}`
      return `its condition ${quoted(because.text)} is never true${ending}`
    }
    case 'depends':
      return `the tasks that it depends on never end as ${quoted(because.text)} asks`
    case 'after':
      return `${listed(because.tasks, 'and')}, which it depends on, never ${because.tasks.length === 1 ? 'runs' : 'run'}`
    case 'items':
      return 'its loop never has an item'
    case 'early':
      return `Argo asks its condition ${quoted(because.text)} before it knows the items of the loop, and takes it for false then`
    case 'caller':
      return because.callers.length === 0
        ? 'nothing that runs calls its template'
        : `its template is called by ${listed(because.callers, 'and')} only, which never ${because.callers.length === 1 ? 'runs' : 'run'}`
    case 'uncalled':
      return 'no step calls its template'
    case 'passed':
      return 'the run never comes to it, as with tasks that no target needs'
    default:
      return assertNever(because)
  }
}

function isNew({ tag }: TriedValue, at: number, all: readonly TriedValue[]): boolean {
  return all.findIndex((one) => one.tag === tag) === at
}

/** What a tag was: one value, some values, or whatever conditions know, and any other text. */
function triedWords({ tag, values, isCut }: TriedValue): string {
  const named = values.filter((value) => !OTHERS.includes(value)).map(shown)
  const isOpen = named.length < values.length
  if (isCut) return `${tag} was tried with ${named.join(', ')} and more`
  if (isOpen) return `${tag} was tried with ${listed([...named, 'any other text'], 'and')}`
  return `${tag} is ${values.length > 1 ? 'only ever' : 'always'} ${listed(named, 'or')}`
}

/** A value as it stands in a sentence; quotes where it would be lost or mistaken there. */
function shown(value: string): string {
  return /^[\w.+-]+$/.test(value) ? value : cut(JSON.stringify(value))
}

function quoted(text: string): string {
  return `\`${cut(text.replace(/\s+/g, ' ').trim())}\``
}

function cut(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text
}

function listed(words: readonly string[], joint: 'and' | 'or'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`
}
