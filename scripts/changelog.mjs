// Prints the section of CHANGELOG.md for a version: what the release says. Fails where there is none, or it says nothing.
import { readFileSync } from 'node:fs';

const [version = ''] = process.argv.slice(2);
const text = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
const sections = text.split(/^## /m).slice(1);
const section = sections.find(part => part.split(/[\s(]/, 1)[0] === version);
const said = section?.slice(section.indexOf('\n')).trim() ?? '';
if (said === '') {
  console.error(
    `CHANGELOG.md has no section "## ${version}" that says anything. Name the version there, with its date.`
  );
  process.exit(1);
}
console.log(said);
