import { readFile } from 'node:fs/promises';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { OpenApiOperation } from './openApiOperation.ts';
import type { OpenApiSchema } from './openApiSchema.ts';
import { strictSchema } from './strictSchema.ts';

/** What an OpenAPI document says of the reads of an API. */
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

  /** The read that a path is, without its query. */
  find(path: string): OpenApiOperation | undefined {
    return this.reads.find(({ pattern }) => pattern.test(path));
  }

  /** What is wrong with the body of an answer, one line a fault; empty if nothing is. */
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
