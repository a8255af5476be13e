type Argument = 'value' | 'predicate' | 'value?' | 'predicate?'

/** Builtins that evaluate something for each item, and what their arguments are. `?` marks what may be left out. */
export const predicateBuiltins: ReadonlyMap<string, readonly Argument[]> = new Map<
  string,
  readonly Argument[]
>([
  ['all', ['value', 'predicate']],
  ['none', ['value', 'predicate']],
  ['any', ['value', 'predicate']],
  ['one', ['value', 'predicate']],
  ['filter', ['value', 'predicate']],
  ['map', ['value', 'predicate']],
  ['count', ['value', 'predicate?']],
  ['sum', ['value', 'predicate?']],
  ['find', ['value', 'predicate']],
  ['findIndex', ['value', 'predicate']],
  ['findLast', ['value', 'predicate']],
  ['findLastIndex', ['value', 'predicate']],
  ['groupBy', ['value', 'predicate']],
  ['sortBy', ['value', 'predicate', 'value?']],
  ['reduce', ['value', 'predicate', 'value?']],
])

const others =
  'len type abs ceil floor round int float string trim trimPrefix trimSuffix upper lower split splitAfter replace repeat join indexOf lastIndexOf hasPrefix hasSuffix max min mean median toJSON fromJSON toBase64 fromBase64 now duration date timezone first last get take keys values toPairs fromPairs reverse uniq concat flatten sort bitand bitor bitxor bitnand bitshl bitshr bitushr bitnot'

/** The names of all builtins of expr-lang, for completion and for "did you mean". */
export const builtinNames: readonly string[] = [...predicateBuiltins.keys(), ...others.split(' ')]

const known = new Set(builtinNames)

/** Whether expr-lang has a builtin of that name. */
export function isBuiltin(name: string): boolean {
  return known.has(name)
}
