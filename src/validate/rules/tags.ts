import type { TemplateRule } from '../scope.ts'
import { textsOfTemplate } from '../texts.ts'

/** Every `{{` must be closed: Argo refuses the whole template otherwise. */
export const checkTags: TemplateRule = (template) =>
  textsOfTemplate(template).flatMap(({ path, text, unclosed }) =>
    unclosed === undefined
      ? []
      : [
          {
            code: 'tag-unclosed',
            message: 'This {{ is never closed. Write }} where the tag ends.',
            path,
            within: { from: unclosed, to: text.length },
          },
        ],
  )
