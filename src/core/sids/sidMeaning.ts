/** One kind of resource that a prefix stands for. */
export interface SidMeaning {
  /**
   * Twilio's name of the resource, singular, as its documentation writes it: `Task Queue`. It says by
   * itself what is meant, so a noun that products share carries the product's: `Verify Service`. A
   * proper name, not translated.
   */
  readonly name: string;
  /** The product, as the documentation names it: `TaskRouter`, `Programmable Voice`. */
  readonly product: string;
  /**
   * Where the API reads one such resource, with the names of the OpenAPI document:
   * `/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`. Absent where it reads none by its SID.
   */
  readonly path?: string;
  /** First label of the host of `path`: `taskrouter` in `taskrouter.twilio.com`. */
  readonly host?: string;
  /** The documentation's page below `https://www.twilio.com/docs/`: `taskrouter/api/task`. */
  readonly docs: string;
}
