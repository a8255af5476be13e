/** The code editor, which is most of the designer's weight: fetched when it is first wanted, once. */
export const loadEditor = () => import('../editor/index.ts')
