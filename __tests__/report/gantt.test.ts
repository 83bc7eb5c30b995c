import { describe, expect, it } from '@jest/globals';

import { renderGantt } from '../../src/report/gantt.js';

const T = Date.UTC(2026, 0, 1, 12);
const bar = (phase: string, from = 0, to = 1_000) => ({ phase, startedAt: T + from, endedAt: T + to });

/** The names of the bars of one section, as Mermaid's grammar splits them: up to the first colon. */
function namesOf(...phases: readonly string[]): readonly string[] {
  return renderGantt([{ title: 'x', bars: phases.map(phase => bar(phase)), green: true }])
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
    const [head, ...rest] = renderGantt([
      { title: 'shop/web', bars: [bar('start', 0, 61_000.4), bar('rollback', 61_000.4, 71_000)], green: false },
      { title: 'Tasks', bars: [bar('pull', 2_000, 12_000)], green: false }
    ]).split('\n---\n');
    expect(head).toMatch(/^```mermaid$/);
    expect(rest[1]).toBe(
      [
        'gantt',
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        '  tickInterval 10second',
        '  todayMarker off',
        '  section shop/web',
        `  start (1 min 1 s) :${T}, 61000ms`,
        `  rollback (10 s) :crit, ${T + 61_000}, 10000ms`,
        '  section Tasks',
        `  pull (10 s) :${T + 2_000}, 10000ms`,
        '```'
      ].join('\n')
    );
  });

  it.each([
    [0, '1second'],
    [9, '1second'],
    [9.5, '5second'],
    [85, '10second'],
    [312, '1minute'],
    [3_600, '10minute'],
    [12 * 3_600, '3hour'],
    [6 * 24 * 3_600, '1day']
  ])('of %d seconds has marks whose times can be read side by side: %s', (seconds, tick) => {
    const text = renderGantt([
      { title: 'x', bars: [bar('start', 0, 1)], green: true },
      { title: 'y', bars: [bar('drain', 0, seconds * 1_000)], green: true }
    ]);
    expect(text).toContain(`\n  tickInterval ${tick}\n`);
  });

  it.each([
    ['green where all went well', [true, true], '#1f883d', ['', '']],
    ['grey where nothing did', [false, false], '#6e7781', ['', '']],
    ['green, and grey what did not', [true, false], '#1f883d', ['', 'done, ']]
  ])('is %s', (_name, greens, colour, tags) => {
    const text = renderGantt(greens.map((green, index) => ({ title: `s${index}`, bars: [bar('start')], green })));
    expect(text).toContain(`"taskBkgColor":"${colour}"`);
    expect(text.match(/start \(1 s\) :.*/g)).toEqual(tags.map(tag => `start (1 s) :${tag}${T}, 1000ms`));
  });

  it('has room for the longest title, and keeps most of it for the bars', () => {
    const paddingOf = (title: string): number =>
      Number(/"leftPadding":(\d+)/.exec(renderGantt([{ title, bars: [bar('start')], green: true }]))?.[1]);
    expect(paddingOf('production/web')).toBeGreaterThan(paddingOf('a/b') + 80);
    expect(paddingOf('x'.repeat(500))).toBe(300);
  });

  it('is left out where there is nothing to draw, and so is an empty section', () => {
    expect(renderGantt([])).toBe('');
    expect(renderGantt([{ title: 'Tasks', bars: [], green: true }])).toBe('');
    expect(
      renderGantt([
        { title: 'Tasks', bars: [], green: true },
        { title: 'a', bars: [bar('start')], green: true }
      ])
    ).not.toContain('section Tasks');
  });

  it('gives a phase without length a bar that can be seen', () => {
    expect(renderGantt([{ title: 'a', bars: [bar('start', 5, 5)], green: true }])).toContain(`${T + 5}, 1ms`);
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
    const text = renderGantt([
      { title: 'a\n```\nclick x href "javascript:alert(1)"', bars: [bar('start')], green: true }
    ]);
    expect(text.match(/```/g)).toHaveLength(2);
    expect(text).toContain('  section a click x href javascript alert(1)\n');
  });
});
