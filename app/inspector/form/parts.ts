import { createContext, use, type ComponentType } from 'react'
import type { Path } from '../../../src/base/index.ts'
import type { YamlNode } from '../../../src/yaml/index.ts'
import type { ControlProps } from './control.ts'

export interface ObjectFormProps {
  /** The object's name in the API. */
  readonly type: string
  readonly path: Path
  readonly node: YamlNode | undefined
  /** How many of the maps and lists around it go with it when it is left empty. */
  readonly emptied?: number
  /** Keys that are shown elsewhere. */
  readonly hidden?: readonly string[]
}

/** The two components that contain each other: objects have fields, and fields may be objects. */
export interface FormParts {
  readonly ObjectForm: ComponentType<ObjectFormProps>
  readonly ValueField: ComponentType<ControlProps>
}

/** Through this, what is inside a form makes forms again. */
export const FormPartsContext = createContext<FormParts | undefined>(undefined)

/** The form of an object inside another. */
export function useFormParts(): FormParts {
  const parts = use(FormPartsContext)
  if (parts === undefined) throw new Error('no form around this field')
  return parts
}
