export { nextRuns } from './next-runs.ts'
export { parseSchedule, type EverySchedule, type Schedule, type TimesSchedule } from './parse.ts'
export { scheduleWords } from './words.ts'
export { offsetAt, timeZones, zoneProblem } from './zone.ts'
