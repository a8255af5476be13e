import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { anchorsOf, parseTree, toValue, type JsonValue } from '../src/yaml/index.ts'

/*
 * The examples that ship with the designer are what Hera emits for the workflows of its guide to steps, but for the
 * bodies of functions, which are as their author wrote them.
 */

const echo: JsonValue = {
  name: 'echo',
  inputs: { parameters: [{ name: 'message' }] },
  script: {
    image: 'python:3.10',
    source:
      'import os\nimport sys\nsys.path.append(os.getcwd())\nimport json\n' +
      "try: message = json.loads(r'''{{inputs.parameters.message}}''')\n" +
      "except: message = r'''{{inputs.parameters.message}}'''\n" +
      '\nprint(message)',
    command: ['python'],
  },
}

const flip: JsonValue = {
  name: 'flip',
  script: {
    image: 'python:3.10',
    source:
      'import os\nimport sys\nsys.path.append(os.getcwd())\nimport random\n' +
      '\nresult = "heads" if random.randint(0, 1) == 0 else "tails"\nprint(result)',
    command: ['python'],
  },
}

const itWas: JsonValue = {
  name: 'it-was',
  inputs: { parameters: [{ name: 'coin_result' }] },
  script: {
    image: 'python:3.10',
    source:
      'import os\nimport sys\nsys.path.append(os.getcwd())\nimport json\n' +
      "try: coin_result = json.loads(r'''{{inputs.parameters.coin_result}}''')\n" +
      "except: coin_result = r'''{{inputs.parameters.coin_result}}'''\n" +
      '\nprint(f"it was {coin_result}")',
    command: ['python'],
  },
}

describe('the examples have the form that Hera gives them', () => {
  test('hello-world-steps', () => {
    expect(exampleValue('hello-world-steps')).toEqual(
      workflow('hello-world-', [
        {
          name: 'steps',
          steps: [[says('hello', 'Hello world!')], [says('goodbye', 'Goodbye world!')]],
        },
        echo,
      ]),
    )
  })

  test('parallel-steps', () => {
    expect(exampleValue('parallel-steps')).toEqual(
      workflow('hello-world-', [
        {
          name: 'steps',
          steps: [
            [says('pre-parallel', 'Hello world!')],
            [
              says('parallel-1', "I'm parallel-1!"),
              says('parallel-2', "I'm parallel-2!"),
              says('parallel-3', "I'm parallel-3!"),
            ],
            [says('post-parallel', 'Goodbye world!')],
          ],
        },
        echo,
      ]),
    )
  })

  test('coinflip', () => {
    expect(exampleValue('coinflip')).toEqual(
      workflow('coinflip-', [
        {
          name: 'steps',
          steps: [[{ name: 'flip', template: 'flip' }], [sideUp('heads'), sideUp('tails')]],
        },
        flip,
        itWas,
      ]),
    )
  })
})

function workflow(generateName: string, templates: readonly JsonValue[]): JsonValue {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: { generateName },
    spec: { entrypoint: 'steps', templates },
  }
}

function says(name: string, message: string): JsonValue {
  return {
    name,
    template: 'echo',
    arguments: { parameters: [{ name: 'message', value: message }] },
  }
}

function sideUp(side: string): JsonValue {
  return {
    name: side,
    template: 'it-was',
    when: `{{steps.flip.outputs.result}} == "${side}"`,
    arguments: { parameters: [{ name: 'coin_result', value: side }] },
  }
}

function exampleValue(name: string): JsonValue | undefined {
  const url = new URL(`../public/examples/${name}.yaml`, import.meta.url)
  const tree = parseTree(readFileSync(url, 'utf8'))
  expect(tree.problems).toEqual([])
  const [document, ...others] = tree.documents
  expect(others).toEqual([])
  return document && toValue(document.root, anchorsOf(document.root))
}
