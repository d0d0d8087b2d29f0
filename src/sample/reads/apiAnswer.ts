/** What TaskRouter answers to a read. The body is JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}
