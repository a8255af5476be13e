import type { TextRule } from '../scope.ts'

/** Every `{{` must be closed: Argo refuses the whole template otherwise. */
export const checkTags: TextRule = ({ path, text, unclosed }) =>
  unclosed === undefined
    ? []
    : [
        {
          code: 'tag-unclosed',
          message: 'This {{ is never closed. Write }} where the tag ends.',
          path,
          within: { from: unclosed, to: text.length },
        },
      ]
