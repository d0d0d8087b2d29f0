import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskExpression, presenter } from '../../../src/core/privacy/presenter.ts';
import {
  describeFilter,
  splitFilter,
  type FilterFacet,
  type NamedFilter,
} from '../../../src/core/tree/namedFilter.ts';
import { plainLine } from '../../support/english.ts';
import { anyText } from '../../support/json/jsonTexts.ts';

const whole: NamedFilter = {
  statuses: ['pending', 'wrapping'],
  ...{ taskQueueSid: `WQ${'0'.repeat(32)}`, taskQueueName: 'Billing' },
  ...{ workflowSid: `WW${'1'.repeat(32)}`, workflowName: '' },
  ...{ priority: 0, expression: "tier == 'gold'" },
};

describe('A filter', () => {
  it('is described by all that it lets through', () => {
    assert.equal(
      plainLine(describeFilter(whole, presenter(false))),
      "Pending · Wrapping · TaskQueue Billing · Workflow WW…11111111 · priority 0 · tier == 'gold'",
    );
    assert.deepEqual(describeFilter({}, presenter(false)), []);
  });

  it('is masked in names and in the values of its expression', () => {
    const filter = { ...whole, taskQueueName: '+15005550006', expression: 'name == "Ada"' };
    assert.equal(
      plainLine(describeFilter(filter, presenter(true))),
      'Pending · Wrapping · TaskQueue ••• · Workflow WW…11111111 · priority 0 · name == •••',
    );
  });

  const facets: Record<FilterFacet, readonly (keyof NamedFilter)[]> = {
    status: ['statuses'],
    queue: ['taskQueueSid', 'taskQueueName'],
    workflow: ['workflowSid', 'workflowName'],
    priority: ['priority'],
    expression: ['expression'],
  };
  for (const [facet, keys] of Object.entries(facets)) {
    it(`is parted by ${facet}, and nothing of it is lost`, () => {
      const { own, others } = splitFilter(whole, facet as FilterFacet);
      assert.deepEqual(Object.keys(own), keys);
      assert.deepEqual({ ...own, ...others }, whole);
      assert.equal(Object.keys(own).length + Object.keys(others).length, Object.keys(whole).length);
    });
  }
});

describe('maskExpression', () => {
  const expressions: [expression: string, masked: string][] = [
    ["name == 'Ada'", 'name == •••'],
    ['name == "Ada Lovelace" AND age > 35', 'name == ••• AND age > •••'],
    ["a.b2 == 'it\\'s' OR c IN ['x', 'y']", 'a.b2 == ••• OR c IN [•••, •••]'],
    ["name == 'Ada", 'name == •••'],
    ["name == 'Ada\\", 'name == •••\\'],
    ['x_1 == -2.5', 'x_1 == •••'],
    ['x_1 == 1.5e-7 OR x == 2E8', 'x_1 == ••• OR x == •••'],
    ['tags HAS "a" ', 'tags HAS ••• '],
    ['active == true', 'active == true'],
    ['', ''],
  ];
  for (const [expression, masked] of expressions) {
    it(`makes ${JSON.stringify(masked)} of ${JSON.stringify(expression)}`, () => {
      assert.equal(maskExpression(expression), masked);
    });
  }
});

describe('maskExpression, of any expression', () => {
  const quote = (value: string) => `'${value.replace(/['\\]/g, '\\$&')}'`;
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const value = fc.oneof(anyText.map(quote), fc.integer().map(String), number.map(String));
  const term = fc.tuple(
    fc.stringMatching(/^[a-z_]{1,5}\d?(?:\.[a-z]{1,5})?$/),
    fc.constantFrom(' == ', '!=', ' HAS ', ' > '),
    value,
  );

  it('keeps names and operators, and nothing of a value', () => {
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const expression = terms.map((parts) => parts.join('')).join(' AND ');
        const masked = terms.map(([name, operator]) => `${name}${operator}•••`).join(' AND ');
        assert.equal(maskExpression(expression), masked);
      }),
    );
  });

  it('is the same once it is masked, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = maskExpression(text);
        assert.equal(maskExpression(masked), masked);
      }),
    );
  });
});
