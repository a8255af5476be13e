import type { JsonValue } from '../../src/yaml/index.ts'

/*
 * What Hera emits for the three workflows of its guide to steps, but for the bodies of functions, which are as their author wrote them.
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

/** The three workflows by the names of the examples that ship with the designer. */
export const guideWorkflows: Readonly<
  Record<'hello-world-steps' | 'parallel-steps' | 'coinflip', JsonValue>
> = {
  'hello-world-steps': workflow('hello-world-', [
    {
      name: 'steps',
      steps: [[says('hello', 'Hello world!')], [says('goodbye', 'Goodbye world!')]],
    },
    echo,
  ]),
  'parallel-steps': workflow('hello-world-', [
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
  coinflip: workflow('coinflip-', [
    {
      name: 'steps',
      steps: [[{ name: 'flip', template: 'flip' }], [sideUp('heads'), sideUp('tails')]],
    },
    flip,
    itWas,
  ]),
}

/** The functions of the guide as a person types them. */
export const guideFunctions = {
  echo: 'def echo(message: str):\n    print(message)\n',
  flip: 'def flip():\n    import random\n\n    result = "heads" if random.randint(0, 1) == 0 else "tails"\n    print(result)\n',
  itWas: 'def it_was(coin_result):\n    print(f"it was {coin_result}")\n',
} as const
