import ts from 'typescript';
import { sourcePosition } from './sourceFiles.ts';

/** Functions that take a text for users. */
const TAKERS: ReadonlySet<string> = new Set(['message', 'l10n.t']);

/** Functions that look up a text collected elsewhere. */
const LOOK_UP = 'src/editor/ui/localize.ts';

/** Functions that take reasons for a language model, which are not translated. */
const FOR_MODELS = 'refusalForModel';

export interface CollectedTexts {
  /** The keys of translations, each with its first position. */
  readonly texts: ReadonlyMap<string, string>;
  /** The positions of texts that are not literals. */
  readonly faults: readonly string[];
}

/** Collects the texts that the code translates. */
export function collectTexts(files: readonly ts.SourceFile[]): CollectedTexts {
  const texts = new Map<string, string>();
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && TAKERS.has(node.expression.getText())) {
      const [text] = node.arguments;
      if (text !== undefined && ts.isStringLiteralLike(text)) {
        if (!isForModels(node) && !texts.has(text.text)) texts.set(text.text, sourcePosition(node));
      } else if (node.getSourceFile().fileName !== LOOK_UP) {
        faults.push(sourcePosition(node));
      }
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return { texts, faults };
}

function isForModels({ parent }: ts.CallExpression): boolean {
  return ts.isCallExpression(parent) && parent.expression.getText() === FOR_MODELS;
}
