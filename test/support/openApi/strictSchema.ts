import type { OpenApiSchema } from './openApiSchema.ts';

/** Mean the same in JSON Schema. */
const kept = ['enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'];
const said = ['$ref', 'type', 'nullable', 'format', 'properties', 'items'];
const saysNothing = ['description', 'title', 'default', 'example', 'x-twilio'];
const understood = new Set([...kept, ...said, ...saysNothing]);

/**
 * The JSON Schema of an OpenAPI schema, and stricter than it: Twilio's documents require no field and
 * forbid none, and so would have nothing against `{}`. What they declare must be there, and nothing
 * else may.
 *
 * @param resolve what a `$ref` stands for; none may lead back to itself
 * @throws for a keyword that is not understood here, before it is silently not checked
 */
export function strictSchema(
  schema: OpenApiSchema,
  resolve: (ref: string) => OpenApiSchema,
): Record<string, unknown> {
  const unknown = Object.keys(schema).filter((keyword) => !understood.has(keyword));
  if (unknown.length > 0) throw new Error(`Not understood in a schema: ${unknown.join(', ')}`);
  if (schema.$ref !== undefined) return strictSchema(resolve(schema.$ref), resolve);

  const { type, nullable = false, format, properties, items } = schema;
  const of = (inner: OpenApiSchema) => strictSchema(inner, resolve);
  return {
    // Without a type, everything is allowed, null too.
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
