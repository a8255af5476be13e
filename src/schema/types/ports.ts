import {
  atMostOne,
  exactlyOne,
  expression,
  field,
  list,
  multiline,
  object,
  path,
  ref,
  required,
  scalar,
  text,
  type TypeTable,
} from '../notation.ts'
import { artifactFields, artifactGroups } from './artifact.ts'
import { artifactGcStrategies } from './enums.ts'

/** Inputs, outputs and arguments. */
export const portsTypes: TypeTable = {
  Arguments: object('Values that are handed to a template, or to the whole workflow.', {
    parameters: field(list(ref('Parameter')), 'Texts by name.'),
    artifacts: field(list(ref('Artifact')), 'Files and folders by name.'),
  }),
  Inputs: object('What a template needs from whoever calls it.', {
    parameters: field(list(ref('Parameter')), 'Texts that the template takes.'),
    artifacts: field(
      list(ref('Artifact')),
      'Files and folders that are put in place before it starts.',
    ),
  }),
  Outputs: object('What a template gives back.', {
    parameters: field(list(ref('Parameter')), 'Texts that it gives back.'),
    artifacts: field(list(ref('Artifact')), 'Files and folders that are stored when it has ended.'),
    result: field(text, 'What it printed; Argo fills it in.'),
    exitCode: field(text, 'With which code it ended; Argo fills it in.'),
  }),
  Parameter: object(
    'A named text.',
    {
      name: required(text, 'Name of the parameter, of letters, digits, `-` and `_`.'),
      description: field(
        multiline,
        'What the parameter is for, for the person who submits the workflow.',
      ),
      default: field(scalar, 'Value of an input when the caller gives none.'),
      value: field(scalar, 'The value itself; numbers and booleans become text.'),
      valueFrom: field(ref('ValueFrom'), 'Where the value is taken from instead of standing here.'),
      enum: field(list(scalar), 'The values that can be chosen when somebody submits or approves.'),
      globalName: field(
        text,
        'Name under which an output is known to the whole workflow, as `workflow.outputs.parameters.…`.',
      ),
    },
    atMostOne('value', 'valueFrom'),
  ),
  ValueFrom: object(
    'Where the value of a parameter comes from.',
    {
      path: field(path, 'File in the container whose text becomes the value.', {
        example: '/tmp/result.txt',
      }),
      parameter: field(text, 'Tag of the output of a step or task that becomes the value.', {
        example: "'{{steps.build.outputs.parameters.tag}}'",
      }),
      expression: field(expression, 'Expression over outputs of steps or tasks.', {
        example: "steps.flip.outputs.result == 'heads' ? 'yes' : 'no'",
      }),
      jsonPath: field(
        text,
        'Part of the Kubernetes object that a resource template handled, as a JSONPath.',
        { example: "'{.status.phase}'" },
      ),
      jqFilter: field(
        text,
        'Part of the Kubernetes object that a resource template handled, as a jq filter.',
      ),
      supplied: field(
        ref('SuppliedValueFrom'),
        'A person gives the value when resuming; write `{}`.',
      ),
      configMapKeyRef: field(
        ref('ConfigMapKeySelector'),
        'Entry of a ConfigMap that becomes the value.',
      ),
      event: field(expression, 'Part of the event that started the workflow, as an expression.', {
        example: 'payload.message',
      }),
      default: field(scalar, 'Value that counts when the source gives none.'),
    },
    exactlyOne(
      'path',
      'parameter',
      'expression',
      'jsonPath',
      'jqFilter',
      'supplied',
      'configMapKeyRef',
      'event',
    ),
  ),
  SuppliedValueFrom: object('A value that a person gives when resuming; it has no fields.', {}),
  Artifact: object(
    'A file or folder that is handed from step to step, and where it is stored.',
    artifactFields,
    ...artifactGroups,
  ),
  ArtifactGC: object('When one artifact is deleted from its store.', {
    strategy: field(
      artifactGcStrategies,
      'When the artifact goes; this counts more than what the workflow says.',
    ),
    serviceAccountName: field(text, 'Service account of the pod that deletes it.'),
    podMetadata: field(ref('Metadata'), 'Labels and annotations of the pod that deletes it.'),
  }),
  ArchiveStrategy: object(
    'How an artifact is packed before it is stored.',
    {
      none: field(
        ref('NoneStrategy'),
        'As it is, so that a folder becomes several objects; write `{}`.',
      ),
      tar: field(ref('TarStrategy'), 'As a tar with gzip, which is the usual way.'),
      zip: field(ref('ZipStrategy'), 'As a zip; write `{}`.'),
    },
    atMostOne('none', 'tar', 'zip'),
  ),
  NoneStrategy: object('Stores without packing; it has no fields.', {}),
  TarStrategy: object('Packs as a tar with gzip.', {
    compressionLevel: field(
      { kind: 'integer', min: -2, max: 9 },
      'How hard gzip tries: 0 only packs, 9 is smallest and slowest.',
      { default: '-1' },
    ),
  }),
  ZipStrategy: object('Packs as a zip; it has no fields.', {}),
}
