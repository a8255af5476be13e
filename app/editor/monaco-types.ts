import type * as monaco from 'monaco-editor/editor'

/*
 * Monaco's types. What is imported as a type loads nothing, so every module here may name them; the code itself comes from
 * `loadMonaco` alone.
 */

export type Monaco = typeof monaco
export type MonacoModel = monaco.editor.ITextModel
export type MonacoEditor = monaco.editor.IStandaloneCodeEditor
export type MonacoOptions = monaco.editor.IStandaloneEditorConstructionOptions
export type MonacoDecoration = monaco.editor.IModelDeltaDecoration
export type MonacoMarker = monaco.editor.IMarkerData
export type MonacoTheme = monaco.editor.IStandaloneThemeData
export type ContentChange = monaco.editor.IModelContentChangedEvent
export type MonacoPosition = monaco.Position
export type MonacoRange = monaco.Range
export type MonacoSpan = monaco.IRange
export type MonacoCodeAction = monaco.languages.CodeAction
export type MonacoCompletion = monaco.languages.CompletionItem
export type MonacoCompletions = monaco.languages.CompletionList
export type MonacoHover = monaco.languages.Hover
