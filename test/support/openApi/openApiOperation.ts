import type { OpenApiSchema } from './openApiSchema.ts';

/** A read that a document declares. */
export interface OpenApiOperation {
  /** With the names of its parameters, such as `/v1/Workspaces/{Sid}`. */
  readonly template: string;
  /** Of its paths: a parameter stands for what its own pattern allows. */
  readonly pattern: RegExp;
  /** Names of the parameters that its query may have. */
  readonly queryNames: readonly string[];
  /** Of the body of an answer with status 200. */
  readonly schema: OpenApiSchema;
  /** Bodies of such answers, as the document gives them. */
  readonly examples: readonly unknown[];
}
