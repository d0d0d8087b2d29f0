import {
  attributePrefixes,
  nameKind,
  scopeNames,
  type ExpressionScope,
} from '../names/expressionScope.ts';
import { nearestName } from '../names/nearestName.ts';
import { pathsOf, type Comparison, type Path } from '../syntax/expression.ts';
import { spanOf } from '../syntax/span.ts';
import type { ExpressionFinding } from './expressionFinding.ts';

/** Which keys of a condition do not exist where it stands, with the names that are likely meant. */
export function nameFindings(
  comparison: Comparison,
  scope: ExpressionScope,
): readonly ExpressionFinding[] {
  return pathsOf(comparison).flatMap((path) => (path.holed ? [] : findingsOf(path, scope)));
}

function findingsOf(path: Path, scope: ExpressionScope): readonly ExpressionFinding[] {
  const kind = nameKind(path, scope);
  switch (kind) {
    case 'field':
      return [];
    case 'attribute': {
      // Attributes have any name: only what is nearly one of TaskRouter's own in full is a slip.
      const meant = path.segments.length > 1 ? nearestOf(path, scope) : undefined;
      const isTime = meant?.startsWith('taskrouter.');
      return isTime ? [finding(path, 'unknownName', 'doubtful', [meant])] : [];
    }
    case 'unknown': {
      const meant = nearestOf(path, scope);
      return [finding(path, 'unknownName', 'certain', meant === undefined ? [] : [meant])];
    }
    case 'unprefixed':
      return [unprefixed(path, scope)];
    case 'foreign':
      return [finding(path, 'foreignName', 'doubtful', withoutPrefix(path, scope))];
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
    .map(({ name }) => name.replace('channel.*', `channel.${String(path.segments[2])}`))
    .filter((name) => !name.includes('*'));
  return nearestName(path.text, names);
}

/** `wworker.name` → `worker.name` */
function withNearRoot({ text, segments }: Path, scope: ExpressionScope): string | undefined {
  const [root] = segments;
  if (typeof root !== 'string' || segments.length < 2) return undefined;
  const roots = attributePrefixes(scope).map((prefix) => prefix.slice(0, -1));
  const near = nearestName(root, roots);
  return near === undefined ? undefined : near + text.slice(root.length);
}

function withoutPrefix({ text, segments }: Path, scope: ExpressionScope): readonly string[] {
  const [root] = segments;
  return root === scope && segments.length > 1 ? [text.slice(root.length + 1)] : [];
}
