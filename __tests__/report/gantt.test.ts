import { describe, expect, it } from '@jest/globals';

import { renderGantt } from '../../src/report/gantt.js';

const T = Date.UTC(2026, 0, 1, 12);
const bar = (phase: string, from = 0, to = 1_000) => ({ phase, startedAt: T + from, endedAt: T + to });

/** The names of the bars of one section, as Mermaid's grammar splits them: up to the first colon. */
function namesOf(...phases: readonly string[]): readonly string[] {
  return renderGantt([{ title: 'x', bars: phases.map(phase => bar(phase)) }])
    .split('\n')
    .filter(line => line.includes(' :'))
    .map(line =>
      line
        .slice(0, line.indexOf(':'))
        .trim()
        .replace(/ \(1 s\)$/, '')
    );
}

describe('the timeline as a gantt chart', () => {
  it('has a section a title and a bar a phase, with its duration', () => {
    expect(
      renderGantt([
        { title: 'shop/web', bars: [bar('start', 0, 61_000.4), bar('rollback', 61_000.4, 71_000)] },
        { title: 'Tasks', bars: [bar('pull', 2_000, 12_000)] }
      ])
    ).toBe(
      [
        '```mermaid',
        'gantt',
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        '  todayMarker off',
        '  section shop/web',
        `  start (1 min 1 s) :done, ${T}, 61000ms`,
        `  rollback (10 s) :crit, ${T + 61_000}, 10000ms`,
        '  section Tasks',
        `  pull (10 s) :done, ${T + 2_000}, 10000ms`,
        '```'
      ].join('\n')
    );
  });

  it('is left out where there is nothing to draw, and so is an empty section', () => {
    expect(renderGantt([])).toBe('');
    expect(renderGantt([{ title: 'Tasks', bars: [] }])).toBe('');
    expect(
      renderGantt([
        { title: 'Tasks', bars: [] },
        { title: 'a', bars: [bar('start')] }
      ])
    ).not.toContain('section Tasks');
  });

  it('gives a phase without length a bar that can be seen', () => {
    expect(renderGantt([{ title: 'a', bars: [bar('start', 5, 5)] }])).toContain(`${T + 5}, 1ms`);
  });

  it.each([
    ['post_scale_up', 'post_scale_up'],
    ['AfterAllowTraffic', 'AfterAllowTraffic'],
    ['Übergang 2', 'Übergang 2'],
    ['a: b', 'a b'],
    ['a #1; %%c', 'a 1 c'],
    ['"a" <b> `c` {d}', 'a b c d'],
    ['two\nlines', 'two lines'],
    ['', '-'],
    ['::', '-'],
    ['section two', '- section two'],
    ['Title', '- Title'],
    ['click', '- click'],
    ['clicks', 'clicks'],
    ['accDescr {', '- accDescr']
  ])('writes the name %j so that Mermaid reads it as one: %s', (phase, name) => {
    expect(namesOf(phase)).toEqual([name]);
  });

  it('cannot be broken out of by the name of a service', () => {
    const text = renderGantt([{ title: 'a\n```\nclick x href "javascript:alert(1)"', bars: [bar('start')] }]);
    expect(text.match(/```/g)).toHaveLength(2);
    expect(text).toContain('  section a click x href javascript alert(1)\n');
  });
});
