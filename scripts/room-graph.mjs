/**
 * The rooms of src and their imports as a Mermaid graph, for CONTRIBUTING.md. An arrow points from a room to one whose code it uses; types alone
 * draw none, and neither do the shared rooms, which all use.
 *
 * @param {typeof import('../__tests__/rooms.js')} table
 */
export function renderRoomGraph({ ROOMS, SHARED }) {
  const nameOf = (/** @type {string} */ path) => path.split('/')[0] ?? '';
  const rooms = Object.entries(ROOMS).filter(([room]) => !SHARED.includes(room));
  const edges = rooms.flatMap(([room, { values }]) => {
    const used = new Set(values.filter(path => !SHARED.includes(path)).map(nameOf));
    return [...used].map(other => `  ${room} --> ${other}`);
  });
  const alone = rooms.filter(([room]) => !edges.some(edge => edge.includes(` ${room} `) || edge.endsWith(` ${room}`)));
  return ['```mermaid', 'graph TD', ...alone.map(([room]) => `  ${room}`), ...edges, '```'].join('\n');
}

const BEGIN = '<!-- rooms: made by `npm run generate` from __tests__/rooms.ts -->';
const END = '<!-- /rooms -->';

/**
 * Puts the graph between its two marks.
 *
 * @param {string} page
 * @param {string} graph
 */
export function putRoomGraph(page, graph) {
  return putBetween(page, 'CONTRIBUTING.md', [BEGIN, END], graph);
}

/**
 * Puts a generated part between its two marks in a page that people write.
 *
 * @param {string} page
 * @param {string} path of the page
 * @param {readonly [string, string]} marks
 * @param {string} part
 */
export function putBetween(page, path, marks, part) {
  const [begin, end] = [page.indexOf(marks[0]), page.indexOf(marks[1])];
  if (begin < 0 || end < begin) throw new Error(`${path} lacks the marks ${marks[0]} and ${marks[1]}.`);
  return `${page.slice(0, begin)}${marks[0]}\n\n${part}\n\n${page.slice(end)}`;
}
