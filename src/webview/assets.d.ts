/** The text of a drawing, which the bundler puts in. */
declare module '*.svg' {
  const text: string;
  export default text;
}

/** Becomes a style sheet of its own. */
declare module '*.css';
