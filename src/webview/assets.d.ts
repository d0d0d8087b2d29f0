/** The text of an SVG file, inserted by the bundler. */
declare module '*.svg' {
  const text: string;
  export default text;
}

/** Bundled as a separate style sheet. */
declare module '*.css';
