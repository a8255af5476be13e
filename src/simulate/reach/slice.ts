import {
  findExpressionReferences,
  findReferences,
  findTags,
  type Reference,
  type StepPart,
  type StepReference,
} from '../../expression/index.ts'
import {
  anyTextIn,
  isObject,
  isTrueIn,
  listIn,
  objectIn,
  parseJson,
  textIn,
} from '../engine/json.ts'
import { isLoop, typeOf } from '../engine/template.ts'
import { factsOf, logicOf, textsIn } from './call-facts.ts'
import { isLeaf, leavesOf, parameterIn, type CallSite, type TemplateSite } from './call-graph.ts'
import { openUse, type FoundUse, type Use } from './use.ts'
import type { Variable } from './variable.ts'
import type { Variables } from './variables.ts'

/** All on which it depends whether a step runs. */
export interface Slice {
  readonly variables: ReadonlySet<Variable>
  /** Why it proves nothing that all values of these were tried; none where it does. */
  readonly reasons: ReadonlySet<string>
  /** Whether one template gives several of the values, so that each call of it must be tried for itself. */
  readonly isPerCall: boolean
}

/** Where a text stands: in a template, and in one of its steps perhaps. */
interface Place {
  readonly around: TemplateSite | undefined
  readonly site: CallSite | undefined
}

/** A value is not followed through more texts than this. */
const DEEPEST = 12

/** What a `depends` may ask for that only a failure brings about, or the lack of one. */
const ofFailures = /!|\b(Failed|Errored|Omitted|AnySucceeded|AllFailed)\b/

/** What asks for an end with Error, and not only for a failure. */
const ofErrors = /\bErr/

/** What asks how things stand while they go on. */
const ofMoments = /\b(Running|Pending)\b/

/** Walks from a step to all on which it depends whether it runs, and notes of each variable what conditions do with it. */
export function sliceOf(site: CallSite, variables: Variables): Slice {
  const walk = new Walk(variables)
  walk.from(site)
  return {
    variables: walk.found,
    reasons: walk.reasons,
    isPerCall: [...walk.opened].some(({ callers }) => callers.length > 1),
  }
}

class Walk {
  readonly found = new Set<Variable>()
  readonly reasons = new Set<string>()
  /** Templates whose outputs or failures are followed into them. */
  readonly opened = new Set<TemplateSite>()
  private readonly variables: Variables
  private readonly needed = new Set<CallSite>()
  private readonly followed = new Set<string>()
  /** Tasks of which it is noted that they may fail, and so for all before them; with Error, where that is asked for. */
  private readonly mayFail = new Set<CallSite>()
  private readonly mayErr = new Set<CallSite>()
  /** What is compared with each other in the condition that is looked at. */
  private pairs: { readonly variables: Set<Variable>; readonly constants: Set<string> } | undefined

  constructor(variables: Variables) {
    this.variables = variables
  }

  /** Walks to all on which it depends whether a step, a task or a hook runs. */
  from(site: CallSite): void {
    this.need(site)
    // More are added while it goes on.
    for (const one of this.needed) this.visit(one)
  }

  private need(site: CallSite): void {
    this.needed.add(site)
  }

  private visit(site: CallSite): void {
    const { around, hooked } = site
    const place: Place = { around, site: hooked ?? site }
    const { conditions, reads } = factsOf(site)
    for (const { uses, text } of conditions) this.condition(uses, place, text)
    this.loop(site, place)
    if (site.called === undefined)
      this.reasons.add('the template that it calls is in none of the files')
    if (site.kind === 'task') this.dependencies(site)
    // A step that reads what was skipped never begins.
    for (const reference of reads) this.sibling(reference, around, (one) => this.need(one))
    if (hooked !== undefined) this.need(hooked)
    for (const caller of around?.callers ?? []) this.need(caller)
  }

  private condition(uses: readonly FoundUse[], place: Place, text: string): void {
    const pairs = { variables: new Set<Variable>(), constants: new Set<string>() }
    this.pairs = pairs
    for (const { reference, use } of uses) {
      if (reference === undefined) this.open(use)
      else this.follow(reference, place, use, text, 0)
    }
    this.pairs = undefined
    for (const variable of pairs.variables) {
      variable.add({ kind: 'equal', values: [...pairs.constants] })
      for (const other of pairs.variables) if (other !== variable) variable.pairWith(other)
    }
  }

  private open(use: Use): void {
    if (use.kind === 'open') this.reasons.add(use.why)
  }

  private loop(site: CallSite, place: Place): void {
    const { json } = site
    const parameter = textIn(json, 'withParam')
    if (parameter !== undefined)
      for (const field of factsOf(site).itemFields)
        this.text(parameter, place, { kind: 'list', field, item: undefined }, 0)
    for (const field of ['withItems', 'withSequence'])
      for (const text of textsIn(json[field]))
        for (const { reference } of findReferences(text))
          this.follow(reference, place, openUse('a loop is made of it', ['1', '0', '3']), text, 0)
  }

  private dependencies(site: CallSite): void {
    const logic = logicOf(site.json)
    const target = textIn(objectIn(site.around?.json, 'dag'), 'target') ?? ''
    for (const { reference } of findReferences(target))
      this.follow(
        reference,
        { ...nowhere, around: site.around },
        openUse('it says which tasks are targets'),
        target,
        0,
      )
    for (const before of factsOf(site).before) {
      this.need(before)
      this.daemons(before)
    }
    if (!ofFailures.test(logic)) return
    const known = ofErrors.test(logic) ? this.mayErr : this.mayFail
    const more: CallSite[] = []
    const visit = (one: CallSite): void => {
      for (const before of factsOf(one).before) {
        if (known.has(before)) continue
        known.add(before)
        more.push(before)
        visit(before)
      }
    }
    visit(site)
    for (const before of more) this.failing(before, logic)
  }

  private daemons(site: CallSite): void {
    if (leavesOf(site).some(({ called }) => isTrueIn(called?.json, 'daemon')))
      this.reasons.add(`${site.name} is a daemon, which may end at any time`)
  }

  /** That a step may fail makes a difference; `text` is what asks for it. */
  private failing(site: CallSite, text: string): void {
    this.need(site)
    this.daemons(site)
    const { called } = site
    if (called === undefined) this.reasons.add(`the template of ${site.name} is not known`)
    else if (!isLeaf(called)) {
      this.opened.add(called)
      for (const leaf of leavesOf(site)) this.need(leaf)
      if (ofErrors.test(text)) this.reasons.add(`${site.name} ends with Error only in odd ways`)
    }
    const { variable, isAll } = this.variables.failureOf(site)
    if (!isAll) this.reasons.add(`more steps of ${site.name} may fail than are tried`)
    this.found.add(variable)
  }

  private workflowStatus(text: string): void {
    const { variable, isAll } = this.variables.failureOfWorkflow()
    this.found.add(variable)
    if (ofMoments.test(text)) this.reasons.add('a workflow is at work only for a while')
    if (!isAll && ofErrors.test(text))
      this.reasons.add('a workflow ends with Error only in odd ways')
  }

  /** Follows a value to where it comes from. */
  private follow(reference: Reference, place: Place, use: Use, text: string, depth: number): void {
    const key = [reference.kind, JSON.stringify(reference), use.kind, JSON.stringify(use)].join(' ')
    const whole = `${place.site?.key ?? ''} ${String(this.variables.numberOf(place.around))} ${key}`
    if (this.pairs === undefined || use.kind !== 'pair') {
      if (this.followed.has(whole)) return
      this.followed.add(whole)
    }
    if (depth > DEEPEST) {
      this.reasons.add('a value goes through too many templates')
      return
    }
    switch (reference.kind) {
      case 'workflow-parameter':
        this.parameter(reference.name.name, use)
        return
      case 'input':
        if (reference.of === 'parameter') this.input(reference.name.name, place, use, depth)
        else this.reasons.add('an artifact decides')
        return
      case 'item':
        this.item(reference.key?.name, place, use, depth)
        return
      case 'step':
        this.step(reference, place, use, text, depth)
        return
      case 'built-in':
        if (reference.name === 'workflow.status') this.workflowStatus(text)
        else this.reasons.add(`${reference.name} decides, which no run can say in advance`)
        return
      case 'output':
      case 'workflow-output':
        this.reasons.add(`${text.slice(reference.range.from, reference.range.to)} decides`)
    }
  }

  private step(
    reference: StepReference,
    place: Place,
    use: Use,
    text: string,
    depth: number,
  ): void {
    const { part } = reference
    const isThere = this.sibling(reference, place.around, (site) => {
      this.need(site)
      if (part.kind === 'field' && part.field === 'status') this.failing(site, text)
      else if (part.kind === 'field' && part.field === 'exitCode') this.exitCode(site, use, text)
      else if (part.kind === 'result' || part.kind === 'parameter')
        this.output(site, part, use, depth)
      else this.reasons.add(`${site.name}: what no run can say in advance decides`)
    })
    if (!isThere) this.reasons.add(`there is no ${reference.step.name}`)
  }

  private sibling(
    { step }: StepReference,
    around: TemplateSite | undefined,
    then: (site: CallSite) => void,
  ): boolean {
    const found = around?.calls.filter(({ name }) => name === step.name) ?? []
    found.forEach(then)
    return found.length > 0
  }

  private exitCode(site: CallSite, use: Use, text: string): void {
    this.failing(site, text)
    const { called } = site
    if (called !== undefined && isLeaf(called) && !isLoop(site.json))
      this.note(this.variables.exitCodeOf(site), use)
    else this.reasons.add(`${site.name}: exit codes of what it calls are not tried`)
  }

  private note(variable: Variable, use: Use): void {
    variable.add(use)
    this.found.add(variable)
    if (use.kind === 'pair') this.pairs?.variables.add(variable)
    const { item = use } = use.kind === 'list' ? use : {}
    if (item.kind === 'open' && !variable.hasOnlyOwn)
      this.reasons.add(`${variable.name}: ${item.why}`)
  }

  private parameter(name: string, use: Use): void {
    const variable = this.variables.parameter(name)
    if (typeof variable === 'string') this.constant(variable, use)
    else if (variable === undefined) this.reasons.add(`there is no parameter ${name}`)
    else this.note(variable, use)
  }

  private constant(text: string, use: Use): void {
    if (use.kind === 'pair') this.pairs?.constants.add(text)
  }

  /** An input has what the callers of its template give it. */
  private input(name: string, { around }: Place, use: Use, depth: number): void {
    if (around === undefined) {
      this.parameter(name, use)
      return
    }
    if (this.variables.isLibrary)
      this.reasons.add('other manifests may call its template with other arguments')
    const own = parameterIn(around.json, 'inputs', name)
    for (const caller of around.callers) {
      const hasOwn = objectIn(caller.json, 'arguments') !== undefined
      if (!hasOwn && this.takesOfWorkflow(caller) && this.variables.hasParameter(name)) {
        this.parameter(name, use)
        continue
      }
      const given = parameterIn(caller.json, 'arguments', name)
      const value = anyTextIn(given, 'value')
      if (value !== undefined)
        this.text(value, { around: caller.around, site: caller.hooked ?? caller }, use, depth + 1)
      else if (given !== undefined) this.reasons.add(`${name} is given when the step runs`)
      else {
        const fallback = anyTextIn(own, 'value') ?? anyTextIn(own, 'default')
        if (fallback !== undefined) this.text(fallback, nowhere, use, depth + 1)
        else if (objectIn(own, 'valueFrom') !== undefined)
          this.reasons.add(`${name} is read when the step runs`)
      }
    }
  }

  /** Whether a call without arguments gives those of the workflow. */
  private takesOfWorkflow({ kind, origin }: CallSite): boolean {
    const last = origin.path.at(-1)
    return kind === 'entry' || kind === 'exit' || last === 'exit' || last === 'onExit'
  }

  private item(field: string | undefined, place: Place, use: Use, depth: number): void {
    const { site } = place
    const parameter = textIn(site?.json, 'withParam')
    if (parameter !== undefined)
      this.text(parameter, place, { kind: 'list', field, item: use }, depth + 1)
    // What stands in the file is tried as it is; of tags in it, need has said so.
    else if (use.kind === 'pair') this.reasons.add('an item is compared with another value')
  }

  private output(
    site: CallSite,
    part: Extract<StepPart, { readonly kind: 'result' | 'parameter' }>,
    use: Use,
    depth: number,
  ): void {
    const { called } = site
    if (called === undefined) {
      this.reasons.add(`the template of ${site.name} is not known`)
      return
    }
    if (isLoop(site.json)) {
      this.reasons.add(`${site.name}: what all of a loop give together decides`)
      return
    }
    const within: Place = { around: called, site: undefined }
    const declared =
      part.kind === 'parameter' ? parameterIn(called.json, 'outputs', part.name.name) : undefined
    const valueFrom = objectIn(declared, 'valueFrom')
    const value = anyTextIn(declared, 'value')
    const expression = textIn(valueFrom, 'expression')
    const parameter = textIn(valueFrom, 'parameter')
    if (value !== undefined && valueFrom === undefined) this.text(value, within, use, depth + 1)
    else if (expression !== undefined) {
      this.opened.add(called)
      for (const { reference } of findExpressionReferences(expression))
        this.follow(reference, within, openUse('an expression works with it'), expression, depth)
      this.reasons.add(`${site.name}: an expression gives its outputs`)
    } else if (!isLeaf(called)) {
      this.opened.add(called)
      if (parameter !== undefined) this.text(parameter, within, use, depth + 1)
      else this.reasons.add(`${site.name} has no such output`)
    } else if (part.kind === 'parameter' && declared === undefined)
      this.reasons.add(`${site.name} has no such output`)
    else this.note(this.variables.output(site, part, choicesOf(called, site, part)), use)
  }

  /** Follows the value of a text: all of it where it is one tag, else whatever it is made of. */
  private text(text: string, place: Place, use: Use, depth: number): void {
    const tags = findTags(text)
    const [tag] = tags
    if (tag === undefined) {
      this.constant(text, use)
      return
    }
    const isAlone = tags.length === 1 && text.trim() === text.slice(tag.range.from, tag.range.to)
    const isPlain = isAlone && tag.kind === 'simple'
    const references = findReferences(text)
    if (isPlain && references.length === 0) this.reasons.add(`${text} is not known`)
    const passed = isPlain ? use : openUse('it is put into another text', triesOf(use))
    for (const { reference } of references) this.follow(reference, place, passed, text, depth)
    // Whatever it is, it is no list that is known.
    if (!isPlain && references.length === 0) this.reasons.add('an expression decides')
  }
}

const nowhere: Place = { around: undefined, site: undefined }

function triesOf(use: Use): readonly string[] {
  return use.kind === 'equal' ? use.values : use.kind === 'open' ? use.tries : []
}

/** What a person may choose from who ends a pause, where its input says so. */
function choicesOf(
  called: TemplateSite,
  site: CallSite,
  part: StepPart,
): readonly string[] | undefined {
  if (typeOf(called.json) !== 'suspend' || part.kind !== 'parameter') return undefined
  const given = parameterIn(site.json, 'arguments', part.name.name)
  const input = parameterIn(called.json, 'inputs', part.name.name)
  const text = anyTextIn(given, 'value') ?? anyTextIn(input, 'value') ?? anyTextIn(input, 'default')
  const value = parseJson(text ?? '')
  const choices = isObject(value) ? listIn(value, 'enum').map(String) : []
  return choices.length > 0 ? choices : undefined
}
