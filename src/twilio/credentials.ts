/** What requests of one profile sign in with. Lives in memory, and goes into one header. */
export interface Credentials {
  /** `SK…` of an API key, or `AC…` of the account. */
  readonly username: string;
  /** The key's secret, or the account's Auth Token. */
  readonly password: string;
}
