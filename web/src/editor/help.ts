// Completion, signature help and hover: Monaco's questions to the engine, and its answers.
//
// The engine answers in code points; Monaco counts UTF-16 units, lines and columns from 1.

import * as monaco from 'monaco-editor/editor/editor.api.js';
import type {Disposable} from '../base/disposable';
import {codePoints, utf16Units} from '../base/text';
import type {Completion, HelpAnswers, HelpKind, NameKind, Place} from '../engine/protocol';

// Asks the engine; null when it cannot say.
export type Ask = <K extends HelpKind>(kind: K, place: Place, source: string) => Promise<HelpAnswers[K] | null>;

const languageId = 'python';

const itemKinds: Readonly<Record<NameKind, keyof typeof monaco.languages.CompletionItemKind>> = {
  module: 'Module',
  class: 'Class',
  function: 'Function',
  method: 'Method',
  property: 'Property',
  attribute: 'Field',
  variable: 'Variable',
  constant: 'Constant',
  parameter: 'Variable',
  keyword: 'Keyword',
};

function placeOf(model: monaco.editor.ITextModel, position: monaco.Position): Place {
  const line = model.getLineContent(position.lineNumber);
  return {line: position.lineNumber, column: codePoints(line, position.column - 1)};
}

function rangeOf(model: monaco.editor.ITextModel, start: Place, end: Place): monaco.IRange {
  const column = ({line, column: points}: Place): number => utf16Units(model.getLineContent(line), points) + 1;
  return {
    startLineNumber: start.line,
    startColumn: column(start),
    endLineNumber: end.line,
    endColumn: column(end),
  };
}

function toItem(found: Completion, index: number, range: monaco.IRange): monaco.languages.CompletionItem {
  const isCallable = found.detail.startsWith('(');
  return {
    label: found.label,
    kind: monaco.languages.CompletionItemKind[itemKinds[found.kind]],
    detail: isCallable ? found.label + found.detail : found.detail,
    documentation: found.documentation,
    insertText: found.label,
    sortText: String(index).padStart(5, '0'),
    range,
  };
}

// A space asks only where names to import follow.
function isWorthAsking(
  model: monaco.editor.ITextModel, position: monaco.Position, context: monaco.languages.CompletionContext,
): boolean {
  if (context.triggerCharacter !== ' ') return true;
  return /^\s*(from|import)\s/.test(model.getLineContent(position.lineNumber).slice(0, position.column - 1));
}

// Serves one model until it is disposed of.
export function provideHelp(served: monaco.editor.ITextModel, ask: Ask): Disposable {
  const questions = <K extends HelpKind>(
    kind: K, model: monaco.editor.ITextModel, position: monaco.Position, token: monaco.CancellationToken,
  ): Promise<HelpAnswers[K] | null> => {
    if (model !== served) return Promise.resolve(null);
    const source = model.getValue(monaco.editor.EndOfLinePreference.LF);
    return ask(kind, placeOf(model, position), source).then((answer) =>
      // Monaco matches what was typed meanwhile with the answer, as long as its line is there.
      token.isCancellationRequested || position.lineNumber > model.getLineCount() ? null : answer,
    );
  };
  const providers = [
    monaco.languages.registerCompletionItemProvider(languageId, {
      triggerCharacters: ['.', ' '],
      provideCompletionItems: async (model, position, context, token) => {
        if (!isWorthAsking(model, position, context)) return null;
        const answer = await questions('complete', model, position, token);
        if (!answer) return null;
        const replace = rangeOf(model, answer.start, answer.end);
        return {suggestions: answer.items.map((item, index) => toItem(item, index, replace))};
      },
    }),
    monaco.languages.registerSignatureHelpProvider(languageId, {
      signatureHelpTriggerCharacters: ['(', ','],
      signatureHelpRetriggerCharacters: [')', '='],
      provideSignatureHelp: async (model, position, token) => {
        const answer = await questions('signature', model, position, token);
        if (!answer || answer.label === '') return null;
        const {label, documentation, parameters, active} = answer;
        const signature = {
          label,
          documentation,
          parameters: parameters.map(([start, end]) => ({
            label: [utf16Units(label, start), utf16Units(label, end)] as [number, number],
          })),
        };
        const value = {signatures: [signature], activeSignature: 0, activeParameter: active};
        return {value, dispose: () => {}};
      },
    }),
    monaco.languages.registerHoverProvider(languageId, {
      provideHover: async (model, position, token) => {
        const answer = await questions('hover', model, position, token);
        if (!answer || answer.code === '') return null;
        const contents = [{value: `\`\`\`python\n${answer.code}\n\`\`\``}];
        if (answer.documentation !== '') contents.push({value: escapeMarkdown(answer.documentation)});
        return {range: rangeOf(model, answer.start, answer.end), contents};
      },
    }),
  ];
  return {
    dispose: () => {
      for (const provider of providers) provider.dispose();
    },
  };
}

// Plain text as Markdown, its line ends kept.
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-!|~]/g, '\\$&').replace(/\n/g, '  \n');
}
