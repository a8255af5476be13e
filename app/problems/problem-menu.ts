import { problemCodes, type Problem } from '../../src/validate/index.ts'
import {
  ignoreProblem,
  mend,
  mendAlike,
  type Designer,
  type ProblemSource,
} from '../store/index.ts'
import type { MenuEntry } from '../ui/index.ts'

/** What can be done about a problem: its fixes, all fixes of its kind, and to hear no more of it. */
export function problemMenu(
  designer: Designer,
  source: ProblemSource,
  problem: Problem,
): readonly MenuEntry[] {
  const { code, fixes = [] } = problem
  const { about } = problemCodes[code]
  const isLocked = designer.scene().lock !== undefined
  const { list } = source.getSnapshot()
  const alike = list.filter((other) => other.code === code && hasSafeFix(other)).length
  const act = (label: string, onSelect: () => void, hint?: string): MenuEntry => ({
    type: 'action',
    label,
    hint,
    disabled: isLocked,
    onSelect,
  })
  // What is not YAML has no rule that could be turned off.
  const isRule = !code.startsWith('yaml-') || code === 'yaml-duplicate-key'
  return [
    { type: 'heading', label: `${code}: ${about}` },
    ...fixes.map((fix) => act(`Fix: ${fix.title}`, () => mend(designer, source, problem, fix))),
    ...(alike > 1
      ? [act(`Fix all ${String(alike)} of this kind`, () => mendAlike(designer, source, code))]
      : []),
    ...(isRule ? [{ type: 'separator' } as const] : []),
    ...(isRule
      ? [
          act(
            'Turn off here',
            () => ignoreProblem(designer, source, problem, 'here'),
            'By a comment above the line',
          ),
          act(
            'Turn off in this file',
            () => ignoreProblem(designer, source, problem, 'file'),
            'By a comment in its first line',
          ),
          {
            type: 'action' as const,
            label: 'Turn off for me',
            hint: 'In this browser, for all files',
            onSelect: () => {
              const { off } = source.settings.getSnapshot()
              source.settings.change({ off: new Set([...off, code]) })
            },
          },
        ]
      : []),
  ]
}

function hasSafeFix({ fixes = [] }: Problem): boolean {
  return fixes.some(({ isSafe }) => isSafe)
}
