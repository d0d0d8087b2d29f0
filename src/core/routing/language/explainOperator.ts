import { message, type Message } from '../../messages/message.ts';
import { describeRule } from '../expression/evaluation/describeRule.ts';
import type { Operator } from '../expression/syntax/expression.ts';
import { operatorNamed } from '../expression/syntax/operatorUse.ts';
import type { Token } from '../expression/syntax/token.ts';
import { documented, type Explanation } from './explanation.ts';

/** A word or sign of the language. */
export type Keyword = Operator | 'AND' | 'OR' | 'NOT' | 'null';

/** The keyword that begins at a token, which may take two tokens; undefined if none does. */
export function keywordAt(
  tokens: readonly Token[],
  index: number,
): { readonly keyword: Keyword; readonly first: Token; readonly last: Token } | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  switch (token.kind) {
    case 'and':
      return { keyword: 'AND', first: token, last: token };
    case 'or':
      return { keyword: 'OR', first: token, last: token };
    case 'null':
      return { keyword: 'null', first: token, last: token };
    case 'not':
      return after === undefined || negated(after) === undefined
        ? { keyword: 'NOT', first: token, last: token }
        : keywordAt(tokens, index + 1);
    case 'operator': {
      const keyword = operatorNamed(token);
      const negation = before?.kind === 'not' ? negated(token) : undefined;
      if (before !== undefined && negation !== undefined) {
        return { keyword: negation, first: before, last: token };
      }
      return keyword && { keyword, first: token, last: token };
    }
    case 'path':
    case 'string':
    case 'number':
    case 'boolean':
    case 'open':
    case 'close':
    case 'openList':
    case 'closeList':
    case 'comma':
    case 'hole':
    case 'unknown':
      return undefined;
  }
}

function negated(token: Token): Operator | undefined {
  const name = operatorNamed(token);
  return name === 'IN' || name === 'HAS' || name === 'CONTAINS' ? `NOT ${name}` : undefined;
}

/** https://www.twilio.com/docs/taskrouter/expression-syntax */
export function explainKeyword(keyword: Keyword): Explanation {
  const onSyntax = (text: Message, ...notes: readonly Message[]) =>
    documented('expressions', text, ...notes);
  switch (keyword) {
    case '==':
      return onSyntax(
        message('True if both sides are equal.'),
        describeRule('scalarOnArray', '=='),
        describeRule('letterCase', '=='),
      );
    case '!=':
      return onSyntax(
        message('True if the sides differ.'),
        describeRule('scalarOnArray', '!='),
        describeRule('nullDiffers', '!='),
      );
    case '>':
      return compares(message('True if the left side is greater than the right side.'), keyword);
    case '>=':
      return compares(
        message('True if the left side is greater than the right side, or equal.'),
        keyword,
      );
    case '<':
      return compares(message('True if the left side is less than the right side.'), keyword);
    case '<=':
      return compares(
        message('True if the left side is less than the right side, or equal.'),
        keyword,
      );
    case 'CONTAINS':
      return onSyntax(
        message('True if the text on the left contains the text on the right.'),
        describeRule('scalarOnArray', 'CONTAINS'),
      );
    case 'HAS':
      return onSyntax(
        message('True if the array on the left has the value on the right.'),
        describeRule('arrayOnScalars', 'HAS'),
        describeRule('nullInNoList', 'HAS'),
      );
    case 'IN':
      return onSyntax(
        message('True if the array on the right has the value on the left.'),
        describeRule('arrayOnScalars', 'IN'),
        describeRule('nullInNoList', 'IN'),
      );
    case 'NOT IN':
      return onSyntax(
        message('True if the array on the right does not have the value on the left.'),
        describeRule('arrayOnScalars', 'NOT IN'),
        describeRule('nullNotIn', 'NOT IN'),
      );
    case 'AND':
      return onSyntax(
        message('True if both sides are true.'),
        describeRule('mixedPrecedence', 'AND'),
      );
    case 'OR':
      return onSyntax(
        message('True if one of the sides is true.'),
        describeRule('mixedPrecedence', 'OR'),
      );
    case 'NOT HAS':
    case 'NOT CONTAINS':
    case 'NOT':
      return {
        ...onSyntax(message('Twilio documents NOT only in NOT IN.')),
        evidence: 'undocumented',
      };
    case 'null':
      // In official examples, but not on the page on the syntax.
      return {
        ...onSyntax(
          message('NULL, which a key has that is missing.'),
          describeRule('nullIsNull', 'null'),
        ),
        evidence: 'recorded',
      };
  }
}

function compares(text: Message, operator: Operator): Explanation {
  return documented(
    'expressions',
    text,
    describeRule('textAsNumber', operator),
    describeRule('nullCompared', operator),
  );
}
