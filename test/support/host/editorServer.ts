/** A running editor, to be opened in a browser. */
export interface EditorServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** Resolves when it has ended, by itself too. */
  readonly ended: Promise<unknown>;
  /** Ends every process that it consists of, and removes its data, within 2 s. */
  stop(): Promise<void>;
}
