import { readFile } from 'node:fs/promises';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** The GET operations of an OpenAPI document. */
export class OpenApiDocument {
  readonly reads: readonly OpenApiOperation[];
  readonly #schemas: Readonly<Record<string, OpenApiSchema | undefined>>;
  readonly #ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true });
  readonly #validators = new Map<OpenApiOperation, ValidateFunction>();

  static async read(path: string): Promise<OpenApiDocument> {
    return new OpenApiDocument(JSON.parse(await readFile(path, 'utf8')) as DocumentJson);
  }

  private constructor({ paths, components }: DocumentJson) {
    addFormats(this.#ajv);
    this.#schemas = components.schemas;
    this.reads = Object.entries(paths).flatMap(([template, { get }]) =>
      get === undefined ? [] : [operationOf(template, get)],
    );
  }

  /** The operation of a path without its query. */
  find(path: string): OpenApiOperation | undefined {
    return this.reads.find(({ pattern }) => pattern.test(path));
  }

  /** The problems of an answer's body, one line each; empty if it is valid. */
  faults(operation: OpenApiOperation, body: unknown): readonly string[] {
    const validate = this.#validators.get(operation) ?? this.#compile(operation);
    this.#validators.set(operation, validate);
    return validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message, params, data }) => {
          const found = JSON.stringify(data).slice(0, 80);
          return `${instancePath} ${message ?? ''} ${JSON.stringify(params)}: ${found}`;
        });
  }

  #compile({ schema }: OpenApiOperation): ValidateFunction {
    const strict = strictSchema(schema, (ref) => {
      const found = this.#schemas[ref.replace('#/components/schemas/', '')];
      if (found === undefined) throw new Error(`The document has no ${ref}`);
      return found;
    });
    return this.#ajv.compile(strict);
  }
}

function operationOf(template: string, operation: OperationJson): OpenApiOperation {
  const { parameters = [], responses } = operation;
  const { schema, examples = {} } = responses['200'].content['application/json'];
  const patternOf = (name: string) =>
    parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema
      .pattern ?? '[^/]+';
  const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    patternOf(name).replace(/^\^|\$$/g, ''),
  );
  return {
    template,
    pattern: new RegExp(`^${pattern}$`),
    queryNames: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
    schema,
    examples: Object.values(examples).map(({ value }) => value),
  };
}

interface DocumentJson {
  readonly paths: Readonly<Record<string, { readonly get?: OperationJson }>>;
  readonly components: { readonly schemas: Readonly<Record<string, OpenApiSchema>> };
}

interface OperationJson {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: { readonly pattern?: string };
  }[];
  readonly responses: {
    readonly 200: {
      readonly content: {
        readonly 'application/json': {
          readonly schema: OpenApiSchema;
          readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
        };
      };
    };
  };
}

/** A GET operation of a document. */
export interface OpenApiOperation {
  /** The path with its parameter names, such as `/v1/Workspaces/{Sid}`. */
  readonly template: string;
  /** Matches its paths, with the pattern of each parameter. */
  readonly pattern: RegExp;
  /** The names of its query parameters. */
  readonly queryNames: readonly string[];
  /** The schema of the body of an answer with status 200. */
  readonly schema: OpenApiSchema;
  /** Example bodies of such answers in the document. */
  readonly examples: readonly unknown[];
}

/** The part of OpenAPI 3.0's schemas that Twilio's documents use. */
interface OpenApiSchema {
  readonly $ref?: string;
  readonly type?: string;
  /** Also allows null, whatever the rest of the schema. */
  readonly nullable?: boolean;
  /** That of JSON Schema, or Twilio's `uri-map`: an object whose values are URLs. */
  readonly format?: string;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly items?: OpenApiSchema;
  readonly [keyword: string]: unknown;
}

/** Keywords with the same meaning in JSON Schema. */
const kept = ['enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'];
const said = ['$ref', 'type', 'nullable', 'format', 'properties', 'items'];
const saysNothing = ['description', 'title', 'default', 'example', 'x-twilio'];
const understood = new Set([...kept, ...said, ...saysNothing]);

/**
 * Converts an OpenAPI schema to a stricter JSON Schema: Twilio's documents require no field and forbid none, so
 * that even `{}` would be valid. Here, all declared fields are required and no others are allowed.
 *
 * @param resolve resolves a `$ref`; there must be no cycles
 * @throws for an unknown keyword, which would otherwise be ignored
 */
function strictSchema(
  schema: OpenApiSchema,
  resolve: (ref: string) => OpenApiSchema,
): Record<string, unknown> {
  const unknown = Object.keys(schema).filter((keyword) => !understood.has(keyword));
  if (unknown.length > 0) throw new Error(`Not understood in a schema: ${unknown.join(', ')}`);
  if (schema.$ref !== undefined) return strictSchema(resolve(schema.$ref), resolve);

  const { type, nullable = false, format, properties, items } = schema;
  const of = (inner: OpenApiSchema) => strictSchema(inner, resolve);
  return {
    // Without a type, everything is allowed, also null.
    ...(type !== undefined && { type: nullable ? [type, 'null'] : type }),
    ...(format === 'uri-map'
      ? { additionalProperties: { type: 'string', format: 'uri' } }
      : format !== undefined && { format }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, of(property)]),
      ),
      required: Object.keys(properties),
      additionalProperties: false,
    }),
    ...(items !== undefined && { items: of(items) }),
    ...Object.fromEntries(
      kept.flatMap((keyword) => (keyword in schema ? [[keyword, schema[keyword]]] : [])),
    ),
  };
}

/**
 * The paths of a template such as `/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`: each parameter takes the SIDs of the
 * list before it.
 *
 * @param sidsIn the SIDs in the list at a path; empty if there is no such list
 */
export async function* pathsOf(
  template: string,
  sidsIn: (path: string) => Promise<readonly string[]>,
): AsyncGenerator<string> {
  const [before = '', after] = template.split(/\/\{\w+\}(.*)/s);
  if (after === undefined) {
    yield before;
    return;
  }
  for (const sid of await sidsIn(before)) yield* pathsOf(`${before}/${sid}${after}`, sidsIn);
}
