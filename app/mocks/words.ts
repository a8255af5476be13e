import {
  durationText,
  type Mock,
  type MockOutcome,
  type MockTarget,
} from '../../src/simulate/index.ts'

/** Longer values are cut. */
const LONGEST = 40

/** Whom a mock is for, as the subject of a sentence. */
export function targetWords({ step, template, node, item, index, attempt }: MockTarget): string {
  const who = step ?? (template === undefined ? undefined : `All that run ${template}`)
  const loop =
    index !== undefined
      ? `, item ${String(index)}`
      : item !== undefined
        ? `, item ${shortened(typeof item === 'string' ? item : JSON.stringify(item))}`
        : ''
  const tried = attempt === undefined ? '' : `, attempt ${String(attempt + 1)}`
  const named = node === undefined ? '' : `${who === undefined ? '' : ', '}nodes ${node}`
  return `${who ?? ''}${named}${loop}${tried}`.replace(/^, /, '') || 'All steps'
}

/** What a mock says happens: `gives heads`, `fails with exit code 1, then gives 12`. */
export function mockWords({ attempts, resume, reject }: Mock): string {
  const decided =
    reject !== undefined
      ? [`is rejected${reject === '' ? '' : `: ${shortened(reject)}`}`]
      : resume !== undefined
        ? [`is approved${Object.keys(resume).length === 0 ? '' : ` with ${pairs(resume)}`}`]
        : []
  const told = [...decided, ...attempts.map(outcomeWords)]
  return told.length === 0 ? 'does what it does' : told.join(', then ')
}

function outcomeWords(outcome: MockOutcome): string {
  const { exitCode, duration, log, oneOf, message } = outcome
  const phase = outcome.phase ?? ((exitCode ?? 0) === 0 ? 'Succeeded' : 'Failed')
  const code = exitCode === undefined ? '' : ` with exit code ${String(exitCode)}`
  const why = message === undefined || message === '' ? '' : `: ${shortened(message)}`
  const given = givenWords(outcome)
  const chance = oneOf?.map(choiceWords).join(' or ')
  const ends =
    phase === 'Failed'
      ? `fails${code}${why}`
      : phase === 'Error'
        ? `ends as an error${why}`
        : outcome.phase !== undefined && given === ''
          ? 'succeeds'
          : ''
  const parts = [
    ends,
    given === '' ? '' : `gives ${given}`,
    chance === undefined ? '' : `by chance ${chance}`,
    log === undefined ? '' : `logs ${shortened(log)}`,
    duration === undefined ? '' : `takes ${durationText(duration)}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'does what it does' : parts.join(', ')
}

function choiceWords(outcome: MockOutcome): string {
  const { result } = outcome
  const isPlain = Object.values(outcome).filter((value) => value !== undefined).length === 1
  return isPlain && result !== undefined ? shortened(result) : outcomeWords(outcome)
}

function givenWords({ result, parameters = {}, artifacts = {} }: MockOutcome): string {
  const own = result === undefined ? [] : [result === '' ? 'an empty result' : shortened(result)]
  const all = { ...parameters, ...artifacts }
  return [...own, ...(Object.keys(all).length === 0 ? [] : [pairs(all)])].join(', ')
}

function pairs(values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null ? `no ${name}` : `${name} = ${shortened(value)}`))
    .join(', ')
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s*\r?\n\s*/g, ' ⏎ ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}
