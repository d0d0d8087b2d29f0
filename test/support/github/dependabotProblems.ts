import { Ajv } from 'ajv';
import { parse } from 'yaml';

/*
 * The options of Dependabot that are used here:
 * https://docs.github.com/code-security/reference/supply-chain-security/dependabot-options-reference
 */
const text = { type: 'string', minLength: 1 };
const kind = (prefix: string) => ({
  enum: ['major', 'minor', 'patch'].map((name) => `${prefix}${name}`),
});
const listOf = (items: object) => ({ type: 'array', minItems: 1, items });
const days = { type: 'integer', minimum: 1, maximum: 90 };
const group = {
  type: 'object',
  properties: {
    'dependency-type': { enum: ['development', 'production'] },
    patterns: listOf(text),
    'update-types': listOf(kind('')),
  },
  additionalProperties: false,
};
const ignored = {
  type: 'object',
  properties: {
    'dependency-name': text,
    'update-types': listOf(kind('version-update:semver-')),
    versions: listOf(text),
  },
  required: ['dependency-name'],
  additionalProperties: false,
};
const update = {
  type: 'object',
  properties: {
    'package-ecosystem': { enum: ['npm', 'github-actions'] },
    directory: { type: 'string', pattern: '^/' },
    schedule: {
      type: 'object',
      properties: { interval: { enum: ['daily', 'weekly', 'monthly', 'quarterly'] } },
      required: ['interval'],
      additionalProperties: false,
    },
    cooldown: {
      type: 'object',
      properties: { 'default-days': days },
      additionalProperties: false,
    },
    groups: { type: 'object', additionalProperties: group },
    ignore: listOf(ignored),
  },
  required: ['package-ecosystem', 'directory', 'schedule'],
  additionalProperties: false,
};
const isConfiguration = new Ajv({ allErrors: true }).compile({
  type: 'object',
  properties: { version: { const: 2 }, updates: listOf(update) },
  required: ['version', 'updates'],
  additionalProperties: false,
});

/** The problems of a `dependabot.yml`. */
export function dependabotProblems(content: string): string[] {
  let configuration: unknown;
  try {
    configuration = parse(content);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  if (isConfiguration(configuration)) return [];
  return (isConfiguration.errors ?? []).map(({ instancePath, message = '', params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
}
