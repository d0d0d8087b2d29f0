import ts from 'typescript';
import { sourcePosition } from './sourceFiles.ts';

/** A string that the user would read in English, whatever the display language. */
export interface HardCodedText {
  readonly text: string;
  readonly place: string;
}

/** Calls whose texts are keys of translations, or never reach the user. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'message',
  'l10n.t',
  'Error',
  'FetchError',
  'super',
  // The name of an operation, for the log.
  'run',
  'logFault',
  // For a language model.
  'refusalForModel',
]);

/** Properties whose strings the editor or our own code shows. */
const SHOWN_PROPERTIES: ReadonlySet<string> = new Set([
  ...['title', 'label', 'description', 'detail', 'tooltip', 'prompt', 'placeHolder', 'placeholder'],
  ...['message', 'words', 'sentence', 'spoken', 'note', 'notes', 'text', 'headline'],
  ...['textContent', 'innerText', 'ariaLabel', 'alt', 'aria-label', 'aria-description'],
  ...['validationMessage', 'invocationMessage', 'ariaDescription', 'documentation'],
]);

/** Functions that show their arguments. */
const SHOWING_CALLS =
  /^(?:show\w+Message|setStatusBarMessage|showQuickPick|append(?:Text|Markdown|Plain)?|prepend|MarkdownString|createTextNode|runWithProgress|say|sayAll|plainText)$/;

/** Two words, of which the first starts with a capital letter. */
const PROSE =
  /(?:^|[^\p{L}\p{N}.'"/<-])\p{Lu}\p{Ll}+(?:’s)?[,:;]? \p{L}+|\p{Ll}{2,} \p{Ll}{2,}[^]*[.?!…]$/u;

/** At least one word of two letters. */
const WORD = /\p{L}{2,}/u;

/**
 * Strings in our code that look like untranslated text for the user: prose anywhere, and any word where the
 * editor or the page shows it.
 */
export function hardCodedTexts(files: readonly ts.SourceFile[]): readonly HardCodedText[] {
  const found: HardCodedText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const text = textOf(node);
    if (text !== undefined && WORD.test(withoutIcons(text))) {
      const use = useOf(node);
      if (use === 'shown' || (use === 'unknown' && PROSE.test(text))) {
        found.push({ text, place: sourcePosition(node) });
      }
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || isTemplateRest(node)
    ? node.text
    : undefined;
}

function isTemplateRest(node: ts.Node): node is ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

function withoutIcons(text: string): string {
  return text.replace(/\$\([\w-]+\)/g, '');
}

/** What a string is used for, as far as the expression around it tells. */
function useOf(literal: ts.Node): 'shown' | 'hidden' | 'unknown' {
  for (let node = literal; !ts.isStatement(node); node = node.parent) {
    const { parent } = node;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      if (parent.expression === node) return 'unknown';
      return useOfArgument(parent, node);
    }
    if (ts.isPropertyAssignment(parent)) {
      if (parent.name === node) return 'hidden';
      const name = nameOf(parent.name);
      if (name === 'attributes' || name === 'command') return 'unknown';
      if (SHOWN_PROPERTIES.has(name)) return 'shown';
    }
    if (ts.isBinaryExpression(parent)) {
      const { operatorToken, left } = parent;
      if (isComparison(operatorToken.kind)) return 'hidden';
      if (operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(left)) {
        return SHOWN_PROPERTIES.has(left.name.text) ? 'shown' : 'unknown';
      }
    }
    if (ts.isElementAccessExpression(parent) || ts.isCaseClause(parent)) return 'hidden';
    if (ts.isFunctionLike(parent)) return 'unknown';
  }
  return 'unknown';
}

function useOfArgument(
  call: ts.CallExpression | ts.NewExpression,
  argument: ts.Node,
): 'shown' | 'hidden' | 'unknown' {
  const { expression } = call;
  const whole = expression.getText();
  const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : whole;
  const index = call.arguments?.findIndex((one) => one === argument) ?? -1;
  // An element of the page: its tag, its properties, then its content.
  if (whole === 'element') return index > 1 ? 'shown' : 'unknown';
  if (whole === 'message' || whole === 'l10n.t') return index === 0 ? 'hidden' : 'shown';
  if (NOT_SHOWN.has(name)) return 'hidden';
  return SHOWING_CALLS.test(name) ? 'shown' : 'unknown';
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '';
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}
