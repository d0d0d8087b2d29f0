import {
  attributePrefixes,
  nameKind,
  scopeNames,
  type ExpressionScope,
} from '../names/expressionScope.ts';
import { segmentsOf, type Path } from '../syntax/expression.ts';
import { nearestName } from '../syntax/nearestName.ts';
import { spanOf } from '../syntax/span.ts';
import type { ExpressionFinding } from './expressionFinding.ts';

/** Whether a key exists where it stands; if not, what is likely meant. */
export function nameFinding(path: Path, scope: ExpressionScope): ExpressionFinding | undefined {
  if (path.holed) return undefined;
  switch (nameKind(path, scope)) {
    case 'field':
      return undefined;
    case 'attribute': {
      // Attributes have any name: only what is nearly one of TaskRouter's own in full is a slip.
      const mayBe = 'tT'.includes(path.text.charAt(0)) && /^taskr\w*\./i.test(path.text);
      const meant = mayBe ? nearestOf(path, scope) : undefined;
      return meant === undefined ? undefined : finding(path, 'unknownName', 'doubtful', [meant]);
    }
    case 'unknown': {
      const meant = nearestOf(path, scope);
      return finding(path, 'unknownName', 'certain', meant === undefined ? [] : [meant]);
    }
    case 'unprefixed':
      return unprefixed(path, scope);
    case 'foreign':
      return finding(path, 'foreignName', 'doubtful', withoutPrefix(path, scope));
  }
}

/** The suggestion is made only where one name is meant; the fixes have each that may be. */
function finding(
  path: Path,
  code: ExpressionFinding['code'],
  severity: ExpressionFinding['severity'],
  names: readonly (string | undefined)[],
): ExpressionFinding {
  const meant = names.filter((name) => name !== undefined);
  const [only] = meant;
  return {
    ...{ code, severity, text: path.text, ...spanOf(path) },
    ...(only !== undefined && meant.length === 1 && { suggestion: only }),
    fixes: meant.map((text) => ({ ...spanOf(path), text })),
  };
}

function unprefixed(path: Path, scope: ExpressionScope): ExpressionFinding {
  const near = nearestOf(path, scope) ?? withNearRoot(path, scope);
  if (near !== undefined) return finding(path, 'unknownName', 'certain', [near]);
  const names = scopeNames(scope).map(({ name }) => name);
  const fields = names.filter((name) => name.slice(name.indexOf('.') + 1) === path.text);
  const prefixes = attributePrefixes(scope);
  const meant = fields.length > 0 ? fields : prefixes.map((prefix) => prefix + path.text);
  // Whether attributes can stand in `skip_if` is not documented.
  const severity = prefixes.length > 0 || fields.length > 0 ? 'certain' : 'doubtful';
  return finding(path, 'missingPrefix', severity, meant);
}

function nearestOf(path: Path, scope: ExpressionScope): string | undefined {
  const names = scopeNames(scope)
    .map(({ name }) => name.replace('channel.*', `channel.${String(segmentsOf(path)[2])}`))
    .filter((name) => !name.includes('*'));
  return nearestName(path.text, names);
}

/** `wworker.name` → `worker.name` */
function withNearRoot(path: Path, scope: ExpressionScope): string | undefined {
  const { text } = path;
  const segments = segmentsOf(path);
  const [root] = segments;
  if (typeof root !== 'string' || segments.length < 2) return undefined;
  const roots = attributePrefixes(scope).map((prefix) => prefix.slice(0, -1));
  const near = nearestName(root, roots);
  return near === undefined ? undefined : near + text.slice(root.length);
}

function withoutPrefix(path: Path, scope: ExpressionScope): readonly string[] {
  const { text } = path;
  const segments = segmentsOf(path);
  const [root] = segments;
  return root === scope && segments.length > 1 ? [text.slice(root.length + 1)] : [];
}
