import { checkBranches } from '../../src/branches/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import type { BranchAnswer, BranchRequest } from './branch-messages.ts'

/*
 * The inside of a worker that looks for steps that never run: hundreds of runs in a row, which must not hold up the rules, and even less the page.
 */
addEventListener('message', ({ data }: MessageEvent<BranchRequest>) => {
  const { version, text, others, settings } = data
  const sources = others.map((other) => ({ tree: parseTree(other) }))
  const list = checkBranches(parseTree(text), sources, settings)
  postMessage({ version, list } satisfies BranchAnswer)
})
