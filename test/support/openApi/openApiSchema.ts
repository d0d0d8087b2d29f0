/** The part of OpenAPI 3.0's schemas that Twilio's documents use. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly type?: string;
  /** Null is allowed too, whatever else the schema says. */
  readonly nullable?: boolean;
  /** That of JSON Schema, or Twilio's own `uri-map`: an object whose values are addresses. */
  readonly format?: string;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly items?: OpenApiSchema;
  readonly [keyword: string]: unknown;
}
