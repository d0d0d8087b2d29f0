/** A request to the API, as the server saw it. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Without the question mark; empty if there was none. */
  readonly query: string;
  /** Real time, whatever the clock of the simulation says; milliseconds since the epoch. */
  readonly at: number;
  /** The credentials themselves are not kept. */
  readonly authorizationPresent: boolean;
  /** The caller's own port: two requests that have one came over one connection. */
  readonly port: number | undefined;
  /** The caller cut the connection before the answer was complete. */
  readonly aborted: boolean;
}
