import type { Use } from './use.ts'

/** What no condition compares with, so that it stands for all other values. */
export const OTHER = 'something_else'

/** The same twice, for values that are compared with each other. */
export const OTHERS: readonly string[] = [OTHER, 'yet_another']

/** Of a list of maps not more combinations of fields are made. */
const MOST_ITEMS = 24

/** A thing that may be this or that in a run: a parameter, an output, how a step ends. */
export class Variable {
  readonly key: string
  /** As people are told of it: `flip.result`. */
  readonly name: string
  /** Values that it has if nobody gives others; the first is that of a run in which nothing else is tried. */
  private readonly own: readonly string[]
  private readonly isClosed: boolean
  private readonly equal = new Set<string>()
  private readonly numbers = new Set<number>()
  private readonly fields = new Map<string | undefined, Variable>()
  private readonly tries = new Set<string>()
  private readonly pairs = new Set<Variable>()
  private readonly reasons = new Set<string>()
  private isTruth = false

  constructor(key: string, name: string, own: readonly string[] = [], isClosed = false) {
    this.key = key
    this.name = name
    this.own = own
    this.isClosed = isClosed
  }

  /** Takes in what is done with it. */
  add(use: Use): void {
    switch (use.kind) {
      case 'equal':
        for (const value of use.values) this.equal.add(value)
        break
      case 'order':
        for (const number of use.numbers) this.numbers.add(number)
        break
      case 'truth':
        this.isTruth = true
        break
      case 'pair':
        break
      case 'list': {
        const field = this.fields.get(use.field) ?? new Variable('', '')
        this.fields.set(use.field, field)
        if (use.item !== undefined) field.add(use.item)
        break
      }
      case 'open':
        this.reasons.add(use.why)
        for (const value of use.tries) this.tries.add(value)
    }
  }

  /** Says that it is compared with another one: each is tried with what the other is compared with. */
  pairWith(other: Variable): void {
    this.pairs.add(other)
    other.pairs.add(this)
  }

  /** Whether it has no values but its own, as with an enum. */
  get hasOnlyOwn(): boolean {
    return this.isClosed
  }

  /** Why trying its lists proves nothing; nothing where it does, or where there are none. */
  get openBecause(): string | undefined {
    return this.isClosed ? undefined : this.listReasons[0]
  }

  /** The values to try, the usual one first; none where nothing that is known of it makes a difference. */
  get values(): readonly string[] {
    if (this.isClosed) return this.own
    const named = [...this.named(new Set())]
    const lists = this.lists
    if (lists.length > 0) return [...new Set([...this.own, ...lists])]
    const truth = this.isTruth ? ['true', 'false'] : []
    const numbers = numbersAround([...this.numbers, ...this.numeric(named)])
    const known = [...new Set([...named, ...numbers, ...truth, ...this.tries])]
    if (known.length === 0 && this.pairs.size === 0) return this.own
    // What is ordered by numbers is a number, and any other text an error.
    const others = this.numbers.size > 0 ? [] : OTHERS.slice(0, this.pairs.size > 0 ? 2 : 1)
    return [...new Set([...this.own, ...known, ...others])]
  }

  private named(seen: Set<Variable>): ReadonlySet<string> {
    if (seen.has(this)) return new Set()
    seen.add(this)
    return new Set([...this.equal, ...[...this.pairs].flatMap((pair) => [...pair.named(seen)])])
  }

  private numeric(named: readonly string[]): readonly number[] {
    if (this.numbers.size === 0) return []
    return named.map(Number).filter(Number.isFinite)
  }

  private get listReasons(): readonly string[] {
    if (this.fields.size === 0) return []
    const isMixed = this.equal.size + this.numbers.size > 0 || this.isTruth
    const isBoth = this.fields.size > 1 && this.fields.has(undefined)
    const inner = [...this.fields.values()].flatMap(({ reasons }) => [...reasons])
    const count = [...this.fields.values()].reduce((all, field) => all * field.itemValues.length, 1)
    return [
      ...(isMixed ? ['it is a list here and something else there'] : []),
      ...(isBoth ? ['its items are texts here and maps there'] : []),
      ...(count > MOST_ITEMS ? ['its items have too many fields that conditions read'] : []),
      ...inner,
    ]
  }

  private get itemValues(): readonly string[] {
    const { values } = this
    return values.length > 0 ? values : OTHERS.slice(0, 1)
  }

  /** For a loop: a list of all items that make a difference, and an empty one. */
  private get lists(): readonly string[] {
    if (this.fields.size === 0) return []
    const plain = this.fields.get(undefined)
    const named = [...this.fields].filter(([field]) => field !== undefined)
    if (named.length === 0) return [JSON.stringify(plain?.itemValues ?? []), '[]']
    let items: readonly Readonly<Record<string, string>>[] = [{}]
    for (const [field = '', { itemValues }] of named)
      items = items
        .flatMap((item) => itemValues.map((value) => ({ ...item, [field]: value })))
        .slice(0, MOST_ITEMS)
    return [JSON.stringify(items), '[]']
  }
}

/** Some numbers, those between them, and one on either side. */
function numbersAround(numbers: readonly number[]): readonly string[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  const between = sorted.slice(1).map((number, at) => (number + (sorted[at] ?? number)) / 2)
  return [...sorted, first - 1, last + 1, ...between].map(String)
}
