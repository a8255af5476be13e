import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { compareManifests, manifestParts } from './manifests/judge.ts'
import { compareExpressions } from './expressions/judge.ts'
import { recordExpressions } from './expressions/recorded.ts'
import { recordExamples } from './manifests/recorded.ts'
import { compareRandomRuns, compareRuns } from './runs/judge.ts'
import { recordRandomRuns, recordRuns } from './runs/recorded.ts'
import type { Group, Tally } from './tally.ts'

/*
 * Compares Stepwright with the real Argo, whose program is the first argument; `npm run oracle:argo` builds and runs both. Ends with
 * status 1 when there is a disagreement that `differences.ts` does not explain.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20210411' },
    mutants: { type: 'string', default: '5000' },
    when: { type: 'string', default: '20000' },
    expr: { type: 'string', default: '5000' },
    random: { type: 'string', default: '1000' },
    show: { type: 'string', default: '40' },
    about: { type: 'string', default: '' },
    record: { type: 'boolean', default: false },
  },
})
const [program = '', ...parts] = positionals
const seed = Number(values.seed)
const list = '.cache/oracle/disagreements.json'

if (values.record) await recordAll()
else process.exitCode = (await compareAll()) ? 0 : 1

/** Records what the real Argo says of what is asked for; examples of rules, and conditions and expressions, are recorded together. */
async function recordAll(): Promise<void> {
  if (isWanted('rules')) {
    console.log(`${String(await recordExamples(program))} examples of rules recorded`)
    console.log(`${String(await recordExpressions(program))} conditions and expressions recorded`)
  }
  if (isWanted('random-runs'))
    console.log(`${String(await recordRandomRuns(program))} random runs recorded`)
  if (!isWanted('runs')) return
  const { count, left } = await recordRuns(program, values.about)
  for (const [name, reason] of left) console.log(`${name} is not recorded: ${reason}`)
  console.log(`${String(count)} runs recorded`)
}

/** Compares what is asked for, and prints where the two disagree; gives whether nowhere. */
async function compareAll(): Promise<boolean> {
  console.log(`seed ${String(seed)}`)
  const tallies: Tally[] = []
  for (const part of manifestParts.filter(isWanted))
    tallies.push(await compareManifests(part, program, seed, Number(values.mutants)))
  for (const kind of (['when', 'expr'] as const).filter(isWanted))
    tallies.push(await compareExpressions(kind, program, seed, Number(values[kind])))
  if (isWanted('runs')) tallies.push(await compareRuns(program))
  if (isWanted('random-runs'))
    tallies.push(await compareRandomRuns(program, seed, Number(values.random)))

  const groups = tallies.flatMap((tally) => tally.disagreements)
  mkdirSync(dirname(list), { recursive: true })
  writeFileSync(list, `${JSON.stringify(groups, null, 2)}\n`)
  const wanted = groups.filter((group) => JSON.stringify(group).includes(values.about))
  for (const group of wanted.slice(0, Number(values.show))) console.log(shown(group))
  for (const { summary } of tallies) console.log(summary)
  if (groups.length > 0) console.log(`all ${String(groups.length)} kinds of disagreement: ${list}`)
  return groups.length === 0
}

function isWanted(part: string): boolean {
  return parts.length === 0 || parts.includes(part)
}

function shown({ part, sort, pattern, ours, count, example }: Group): string {
  const text = example.text.length > 1500 ? `${example.text.slice(0, 1500)}…` : example.text
  return `
== ${String(count)} × ${part}, ${sort}
   Argo: ${pattern === '' ? 'accepts' : pattern}
   ours: ${ours === '' ? 'no error' : ours}
   as in ${example.name}: ${example.message}
${text.trimEnd().replaceAll(/^/gm, '   | ')}`
}
