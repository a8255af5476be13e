import { mainDocument, readManifest } from '../argo/index.ts'
import { ok, type Result } from '../base/index.ts'
import type { YamlTree } from '../yaml/index.ts'
import { driveRun, type Driven, type DriveOptions } from './drive.ts'
import type { Mock } from './mocks/mock.ts'
import { decisionsOf, withMocks } from './mocks/with-mocks.ts'
import { expectedIn } from './placeholder/expected.ts'
import { placeholder } from './placeholder/placeholder.ts'
import { firstOf, kept, type Answered, type ProvideSome } from './provide.ts'
import type { Run, RunOptions } from './run.ts'
import { startRun } from './engine/start.ts'
import { timed, untimed, type Timing } from './timing/timed.ts'

/** What a dry run is made from, beside what the run itself is. */
export interface DryRunOptions extends RunOptions, Omit<DriveOptions, 'decide'> {
  readonly mocks: readonly Mock[]
  /** Who really runs some steps; asked for those that are not mocked. */
  readonly scripts?: ProvideSome | undefined
  /** How long steps take, beside what mocks say. */
  readonly timing?: Timing | undefined
}

/** A run that is idle, or was stopped. */
export interface DryRun extends Driven {
  readonly run: Run
  /** How its pods ended, by the names of nodes. */
  readonly answers: ReadonlyMap<string, Answered>
}

/**
 * Runs a workflow from its start until it is idle: steps are mocked, else run by `scripts`, else made up. Refused, in a sentence, for what
 * cannot be run at all.
 */
export async function dryRun(options: DryRunOptions): Promise<Result<DryRun, string>> {
  const { mocks, scripts, sources, timing = untimed } = options
  const started = startRun(options)
  if (!started.ok) return started
  const run = started.value
  const expected = expectedIn(sources)
  const invent: typeof placeholder = (request) => placeholder(request, expected)
  const answers = new Map<string, Answered>()
  const others = firstOf(scripts === undefined ? [] : [scripts], (request) => invent(request))
  const provide = kept(timed(timing, withMocks(mocks, others, invent)), answers)
  const driven = await driveRun(run, provide, { ...options, decide: decisionsOf(mocks) })
  return ok({ ...driven, run, answers })
}

/** Which document of a file runs: the first Workflow, else the first CronWorkflow, else the first of Argo's. */
export function documentToRun(tree: YamlTree): number {
  for (const kind of ['Workflow', 'CronWorkflow']) {
    const found = tree.documents.findIndex((document) => readManifest(document).kind === kind)
    if (found >= 0) return found
  }
  return mainDocument(tree)
}
