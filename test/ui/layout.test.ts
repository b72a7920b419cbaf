import assert from 'node:assert/strict';
import { test } from 'node:test';
import { footRow, isIn, isTooSmall, layoutOf } from '../../src/ui/layout.ts';
import { PANES } from '../../src/ui/panes.ts';

test('at every size the parts fill the body exactly and leave the last row of the terminal free', () => {
  for (let columns = 40; columns <= 240; columns += 7) {
    for (let rows = 12; rows <= 80; rows += 3) {
      for (const pane of PANES) {
        const { kind, panes, preview, body } = layoutOf({ columns, rows }, pane);
        const at = `${kind} ${columns}×${rows}`;
        assert.equal(body.height, rows - 3, at);
        const { sources, entities, quotes } = panes;
        if (kind === 'wide') {
          assert.equal((sources?.width ?? 0) + (entities?.width ?? 0) + (quotes?.width ?? 0), columns, at);
          assert.equal((quotes?.height ?? 0) + preview.height, body.height, at);
        } else if (kind === 'square') {
          assert.equal((sources?.width ?? 0) + (quotes?.width ?? 0), columns, at);
          assert.equal((sources?.height ?? 0) + (entities?.height ?? 0), body.height, at);
          assert.equal((quotes?.height ?? 0) + preview.height, body.height, at);
        } else {
          assert.equal((panes[pane]?.height ?? 0) + preview.height, body.height, at);
        }
        for (const box of [...Object.values(panes), preview]) assert.ok(box.height >= 3 && box.width >= 20, at);
      }
    }
  }
});

test('every cell of the body is in one part, where it is drawn', () => {
  for (const [columns, rows] of [
    [80, 24],
    [120, 40],
    [200, 60],
    [50, 14],
  ] as const) {
    const { panes, preview, body } = layoutOf({ columns, rows }, 'quotes');
    const boxes = [...Object.values(panes), preview];
    for (let row = body.top; row < body.top + body.height; row++)
      for (let column = 0; column < columns; column++)
        assert.equal(boxes.filter((box) => isIn(box, column, row)).length, 1, `${columns}×${rows}: ${column}, ${row}`);
    assert.equal(footRow({ columns, rows }), body.top + body.height);
  }
});

test('the three sizes that everybody uses have the layouts meant for them', () => {
  assert.equal(layoutOf({ columns: 80, rows: 24 }, 'quotes').kind, 'square');
  assert.equal(layoutOf({ columns: 120, rows: 40 }, 'quotes').kind, 'wide');
  assert.equal(layoutOf({ columns: 200, rows: 60 }, 'quotes').kind, 'wide');
  assert.equal(layoutOf({ columns: 50, rows: 14 }, 'quotes').kind, 'narrow');
});

test('below the minimum there is nothing to lay out', () => {
  assert.ok(isTooSmall({ columns: 39, rows: 40 }));
  assert.ok(isTooSmall({ columns: 80, rows: 11 }));
  assert.ok(!isTooSmall({ columns: 40, rows: 12 }));
});
