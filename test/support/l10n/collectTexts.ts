import ts from 'typescript';
import { sourcePosition } from './sourceFiles.ts';

/** What takes a text for users, as the code calls it. */
const TAKERS: ReadonlySet<string> = new Set(['message', 'l10n.t']);

/** Where a text is looked up that was collected elsewhere. */
const LOOK_UP = 'src/editor/ui/localize.ts';

/** What takes reasons for a language model, which are never translated. */
const FOR_MODELS = 'refusalForModel';

export interface CollectedTexts {
  /** Each is the key of its translations; with where it is first. */
  readonly texts: ReadonlyMap<string, string>;
  /** The places of texts that cannot be collected, as they are no literals. */
  readonly faults: readonly string[];
}

/** The texts that the code hands over to be translated. */
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
