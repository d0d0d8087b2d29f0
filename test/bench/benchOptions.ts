export interface BenchOptions {
  /** Does each thing once or so, to see that it works: its figures say nothing. */
  readonly brief: boolean;
}
