export { canvasActions, clipboardKeys, type CanvasAction } from './actions.ts'
export { Canvas, type CanvasProps } from './Canvas.tsx'
