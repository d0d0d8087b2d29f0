import { Ajv } from 'ajv';
import { parse } from 'yaml';

/*
 * GitHub's rules for issue forms:
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/common-validation-errors-when-creating-issue-forms
 */

interface IssueForm {
  readonly body: readonly FormElement[];
}

interface FormElement {
  readonly type: string;
  readonly id?: string;
  readonly attributes: {
    readonly label?: string;
    readonly description?: string;
    readonly placeholder?: string;
    readonly value?: string;
    readonly options?: readonly (string | { readonly label: string })[];
  };
}

const text = { type: 'string', pattern: String.raw`\S` };
const texts = { anyOf: [text, { type: 'array', items: text }] };
const flag = { type: 'boolean' };

type Schemas = Readonly<Record<string, object>>;

function object(required: Schemas, optional: Schemas = {}): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

function field(type: string, required: Schemas, optional: Schemas): object {
  const attributes = object({ label: text, ...required }, { description: text, ...optional });
  const id = { type: 'string', pattern: '^[A-Za-z0-9_-]+$' };
  return object(
    { type: { const: type }, attributes },
    { id, validations: object({}, { required: flag }) },
  );
}

const list = (items: object) => ({ type: 'array', minItems: 1, uniqueItems: true, items });
const option = { ...text, not: { pattern: '^[Nn]one$' } };
const schema = object(
  {
    name: text,
    description: text,
    body: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['type'],
        discriminator: { propertyName: 'type' },
        oneOf: [
          object({ type: { const: 'markdown' }, attributes: object({ value: text }) }),
          field('input', {}, { placeholder: text, value: text }),
          field('textarea', {}, { placeholder: text, value: text, render: text }),
          field(
            'dropdown',
            { options: list(option) },
            { multiple: flag, default: { type: 'integer' } },
          ),
          field('checkboxes', { options: list(object({ label: text }, { required: flag })) }, {}),
        ],
      },
    },
  },
  { assignees: texts, labels: texts, title: text, type: text, projects: texts },
);
const isForm = new Ajv({ allErrors: true, discriminator: true }).compile<IssueForm>(schema);

/** Fields with one of these words in their name ask for private data. GitHub also rejects some of them. */
const SECRET = /password|passwd|secret|token|credential|api[ _-]?key|authorization/i;

/** The problems of an issue form, by GitHub's rules and by those of this project. */
export function issueFormProblems(content: string): string[] {
  let form: unknown;
  try {
    form = parse(content);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  if (!isForm(form)) {
    return (isForm.errors ?? []).map(({ instancePath, message = '', params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  }
  const fields = form.body.filter(({ type }) => type !== 'markdown');
  const ids = fields.flatMap(({ id }) => id ?? []);
  const names = fields.flatMap(({ attributes: { label = '', options = [] } }) => [
    label,
    ...options.flatMap((one) => (typeof one === 'string' ? [] : [one.label])),
  ]);
  const asked = fields
    .filter(({ type }) => type === 'input' || type === 'textarea')
    .flatMap(({ id = '', attributes: { label = '', placeholder = '', value = '' } }) =>
      [id, label, placeholder, value].filter((one) => SECRET.test(one)),
    );
  const prose = form.body.flatMap(({ attributes: { value = '' } }) => value).join('\n');
  return [
    ...(fields.length > 0 ? [] : ['it has no field']),
    ...repeated(ids).map((id) => `two elements have the id ${id}`),
    ...repeated(names.map(parameterized)).map((label) => `two labels become ${label}`),
    ...asked.map((one) => `it asks for a secret: ${one}`),
    ...(/never paste credentials/i.test(prose) ? [] : ['it does not say to paste no credentials']),
    ...(ids.includes('log') && content.includes('Twilio: Show TaskRouter Log')
      ? []
      : ['it does not ask for the log']),
  ];
}

/** GitHub compares labels after `parameterize` of Rails. */
function parameterized(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
