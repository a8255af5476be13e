import { createDesigner, type Designer } from '../../../app/store/index.ts'
import { lanesOf } from '../../../app/canvas/edits.ts'
import type { LanesPicture } from '../../../app/canvas/picture.ts'

/** A designer of a text, without a page. */
export function openDesigner(text: string): Designer {
  let time = 0
  return createDesigner({ name: 'a.yaml' }, text, () => (time += 10_000))
}

/** A Workflow whose entrypoint has lanes of steps, given as `a | b c | d`, which all call `run`. */
export function designerOf(lanes: string): Designer {
  const steps = lanes.split('|').map((lane) => {
    const names = lane.trim().split(/\s+/)
    return names
      .map(
        (name, step) => `    ${step === 0 ? '- -' : '  -'} name: ${name}\n        template: run\n`,
      )
      .join('')
  })
  return openDesigner(
    `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  entrypoint: main\n  templates:\n  - name: main\n    steps:\n${steps.join('')}  - name: run\n    suspend: {}\n`,
  )
}

/** The lanes as `designerOf` takes them. */
export function lanesText(designer: Designer): string {
  const { template } = designer.scene()
  return (template?.lanes ?? [])
    .map(({ steps }) => steps.map(({ name }) => name).join(' '))
    .join(' | ')
}

/** Names of the selected steps. */
export function selectedText(designer: Designer): string {
  const { template, selected } = designer.scene()
  return selected.map(({ lane, step }) => template?.lanes[lane]?.steps[step]?.name).join(' ')
}

export function pictureFor(designer: Designer): LanesPicture {
  const lanes = lanesOf(designer.scene())
  if (lanes === undefined) throw new Error('no lanes')
  return lanes
}
