import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { issueFormProblems } from '../../support/github/issueFormProblems.ts';

const folder = resolve('.github/ISSUE_TEMPLATE');
const read = (name: string) => readFileSync(resolve(folder, name), 'utf8');
const CHOOSER = 'config.yml';

const warning = "- type: markdown\n  attributes:\n    value: 'Never paste credentials.'\n";
const log =
  "- type: textarea\n  id: log\n  attributes:\n    label: Log\n    description: 'Twilio: Show TaskRouter Log'\n";
const form = (elements: string, head = 'name: A\ndescription: B\n') =>
  `${head}body:\n${warning}${log}${elements}`;
const field = (type: string, attributes: string, more = '') =>
  form(`- type: ${type}\n  attributes: { ${attributes} }\n${more}`);

describe('The issue forms', () => {
  const forms = readdirSync(folder).filter((name) => name !== CHOOSER);

  for (const name of forms) {
    it(`${name} keeps GitHub's rules, asks for the log and for no credentials`, () => {
      assert.match(name, /\.yml$/);
      assert.deepEqual(issueFormProblems(read(name)), []);
    });
  }

  it('are one for a bug and one for a feature, with names of their own', () => {
    const names = forms.map((name) => (parse(read(name)) as { name: string }).name);
    assert.deepEqual(names.toSorted(), ['Bug', 'Feature']);
  });

  it('have a chooser that leads with a vulnerability to where SECURITY.md does', () => {
    const chooser = parse(read(CHOOSER)) as Readonly<Record<string, unknown>>;
    assert.deepEqual(Object.keys(chooser).toSorted(), ['blank_issues_enabled', 'contact_links']);
    const links = chooser['contact_links'] as readonly Readonly<Record<string, string>>[];
    for (const link of links) {
      assert.deepEqual(Object.keys(link).toSorted(), ['about', 'name', 'url']);
      assert.ok(readFileSync(resolve('SECURITY.md'), 'utf8').includes(link['url'] ?? '?'));
    }
  });

  const good: readonly (readonly [what: string, text: string])[] = [
    ['a line of text', field('input', 'label: Version, placeholder: 1.0.0')],
    ['a choice', field('dropdown', 'label: Where, options: [Here, There], default: 1')],
    ['"Yes" in quotes', field('dropdown', "label: Where, options: ['Yes', 'No']")],
    ['boxes to tick', field('checkboxes', 'label: C, options: [{ label: D, required: true }]')],
    ['a required field', field('input', 'label: V', '  validations: { required: true }\n')],
    ['labels and a title', form('', 'name: A\ndescription: B\nlabels: [bug]\ntitle: "[A] "\n')],
    [
      'a box that says that there are no secrets',
      field('checkboxes', 'label: C, options: [{ label: No secrets }]'),
    ],
    ['a description that names a token', field('input', 'label: V, description: Paste no token.')],
  ];
  for (const [what, text] of good) {
    it(`may have ${what}`, () => {
      assert.deepEqual(issueFormProblems(text), []);
    });
  }

  const broken: readonly (readonly [what: string, text: string, problem: RegExp])[] = [
    ['no name', form('', 'description: B\n'), /required.*"name"/],
    ['an empty description', form('', 'name: A\ndescription: " "\n'), /\/description/],
    ['a description that is no text', form('', 'name: A\ndescription: true\n'), /must be string/],
    ['an unknown key', form('', 'name: A\ndescription: B\nabout: C\n'), /"about"/],
    ['no body', 'name: A\ndescription: B\n', /"body"/],
    ['two documents', 'name: A\ndescription: B\n---\nbody: []\n', /./],
    ['no field', `name: A\ndescription: B\nbody:\n${warning}`, /it has no field/],
    ['an unknown type', field('text', 'label: V'), /\/body\/2/],
    ['an element without a type', form('- attributes: { label: V }\n'), /\/body\/2/],
    ['a field without a label', field('input', 'description: V'), /"label"/],
    ['an unknown attribute', field('input', 'label: V, required: true'), /"required"/],
    ['render of a line', field('input', 'label: V, render: text'), /"render"/],
    ['a choice of nothing', field('dropdown', 'label: V, options: []'), /fewer than 1/],
    ['a choice twice', field('dropdown', 'label: V, options: [a, a]'), /duplicate/],
    ['the choice None', field('dropdown', 'label: V, options: [a, None]'), /options\/1/],
    ['a choice that is no text', field('dropdown', 'label: V, options: [true]'), /must be string/],
    ['boxes without labels', field('checkboxes', 'label: V, options: [a]'), /must be object/],
    ['an id with a space', field('input', 'label: V', '  id: a b\n'), /\/id/],
    ['an id on prose', form('- type: markdown\n  id: a\n  attributes: { value: V }\n'), /"id"/],
    ['an id twice', field('input', 'label: V', '  id: log\n'), /two elements have the id log/],
    ['a label twice', field('input', 'label: log??'), /two labels become log/],
    ['a field for a token', field('input', 'label: Auth Token'), /a secret: Auth Token/],
    ['a field for a secret', field('textarea', 'label: Secret of the key'), /a secret/],
    ['a field for an API key', field('input', 'label: API key'), /a secret/],
    ['a place for a header', field('textarea', "label: V, value: 'Authorization:'"), /a secret/],
    ['no warning', form('').replace(warning, ''), /paste no credentials/],
    ['no log', field('input', 'label: V').replace(log, ''), /does not ask for the log/],
    ['what is no YAML', form('- type: [\n'), /./],
  ];
  for (const [what, text, problem] of broken) {
    it(`may not have ${what}`, () => {
      assert.match(issueFormProblems(text).join('\n'), problem);
    });
  }
});
