import assert from 'node:assert/strict';
import { withoutLinks } from '../../../src/core/messages/withoutLinks.ts';

/** What makes a link, a tag or an entity of plain text, as GitHub's Markdown has it. */
const LINKING = [
  /(?:https?|ftp):\/\//i,
  /www\./i,
  /[\w.+-]+@[\w-]/,
  /<[a-z][a-z0-9+.-]*:/i,
  /<[/!?]?[a-z]/i,
  /&#?\w+;/,
];

describe('withoutLinks', () => {
  const linked = [
    'https://evil.example/x',
    'HTTP://evil.example',
    'ftp://evil.example',
    'www.evil.example',
    'WWW.evil.example',
    'bob@evil.example',
    'mailto:bob@evil.example',
    '<command:taskrouter.fetchTask>',
    '<https://evil.example>',
    '<b>bold</b>',
    '<?php',
    '<!-- x -->',
    '&lt;img&gt;',
    '&#60;b&#x3e;',
  ];
  for (const text of linked) {
    it(`makes plain text of ${text}, which reads the same`, () => {
      assert.ok(LINKING.some((pattern) => pattern.test(text) || text.startsWith('<')));
      const plain = withoutLinks(text);
      for (const pattern of LINKING) assert.doesNotMatch(plain, pattern);
      assert.equal(plain.replaceAll('\u200b', ''), text);
    });
  }

  it('leaves all other text as it is', () => {
    const text = 'Pending · Task Queue www: 1 > 0 · 2 h old · profile a/b · fetched 9:41:12';
    assert.equal(withoutLinks(text), text);
  });
});
