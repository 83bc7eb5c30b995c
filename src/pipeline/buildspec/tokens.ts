import type { NameValue } from '../../config/config.js';
import { listTokens, replaceTokens, type Token, type VariableToken } from '../../text/tokens.js';
import { quoteWord } from '../../text/shell.js';
import { listBuilds, type ShellImage } from './images.js';
import type { Step } from './yaml.js';

const COMMIT = 'CODEBUILD_RESOLVED_SOURCE_VERSION';
/** Seconds since the epoch. */
const TIME = 'NOW';

/** What tokens are made from: that it is there, and that the tags come out as tags. */
export function checkTokens(images: readonly ShellImage[]): readonly Step[] {
  const builds = listBuilds(images).map(({ image }) => image);
  const tags = [...new Set(builds.flatMap(image => image.tags))];
  const values = builds.flatMap(({ build }) => [...build.buildArgs, ...build.labels].map(({ value }) => value));
  const tokens = [...tags, ...values].flatMap(listTokens);
  const inTags = tags.flatMap(listTokens);
  const variables = tokens.filter(token => token.kind === 'variable');
  const distinct = new Map(variables.map(token => [writeToken(token), token]));
  const zones = new Set(tokens.flatMap(token => (token.kind === 'date' ? (token.zone ?? []) : [])));
  const open = tags.filter(tag => listTokens(tag).some(({ kind }) => kind === 'variable'));
  return [
    ...(tokens.some(isCommit) ? [checkCommit(inTags.some(isCommit) ? 'tag' : 'image')] : []),
    ...(tokens.some(({ kind }) => kind === 'date') ? [TAKE_TIME] : []),
    ...[...zones].map(checkZone),
    ...[...distinct.values()].map(checkVariable),
    ...open.map(checkTag)
  ];
}

function isCommit({ kind }: Token): boolean {
  return kind === 'commit';
}

function checkCommit(what: 'tag' | 'image'): Step {
  const script = `[[ "$${COMMIT}" =~ ^[0-9a-f]{40}$ ]] || {
  echo "The ${what} is made from the commit, and CodeBuild names none: ${COMMIT} is '$${COMMIT}'."
  false
}`;
  return { comment: [`The ${what} is made from the commit that CodePipeline has checked out.`], script };
}

const TAKE_TIME: Step = {
  comment: ['The time of this build, taken once: every tag and argument that holds it is made from the same.'],
  script: `${TIME}="$(date +%s)"`
};

/** `date` takes a zone that it does not know for UTC. */
function checkZone(zone: string): Step {
  const script = `[[ -e /usr/share/zoneinfo/${zone} ]] || {
  echo "The time zone ${zone} is not in this build image: install tzdata, or write the date in UTC."
  false
}`;
  return { comment: [], script };
}

function checkVariable(token: VariableToken): Step {
  const { name, part } = token;
  const value = part === undefined ? `"\${${name}-}"` : `"${writeToken(token, `\${${name}-}`)}"`;
  const which = part === undefined ? name : `part ${part.number} of ${name} between '${part.separator}'`;
  const script = `[[ "\${${name}-}" != *$'\\n'* && -n ${value} ]] || {
  echo "The image is made from ${which}, which is not set in this build, empty, or more than one line."
  false
}`;
  return { comment: [`${name} is in a tag, a build argument or a label: a variable of this build.`], script };
}

function checkTag(tag: string): Step {
  const word = writeTag(tag);
  const inQuotes = word.slice(1, -1);
  const script = `LC_ALL=C grep -q -x -E '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}' <<< ${word} || {
  echo "The tag is '${inQuotes}': a tag has up to 128 letters, digits or any of _.- (the first no . or -)."
  false
}`;
  return { comment: [], script };
}

/** A tag as a word of bash, with what they stand for in place of its tokens. */
export function writeTag(tag: string): string {
  if (listTokens(tag).length === 0) return tag;
  const written = replaceTokens(tag, token => writeToken(token));
  return `"${written}"`.replace(/^"\$\{(\w+)\}"$/, '"$$$1"');
}

/** Stands before and after a token among Docker's arguments; no argument can hold it. */
const MARK = '\0';

/** Marks the tokens in the values of a setting that takes them, for `writeMarked`. */
export function markTokens(pairs: readonly NameValue[]): readonly NameValue[] {
  return pairs.map(({ name, value }) => ({
    name,
    value: replaceTokens(value, token => MARK + writeToken(token) + MARK)
  }));
}

/** An argument as a word of bash: what is marked is put in by bash, all else is taken as it is. */
export function writeMarked(argument: string): string {
  if (!argument.includes(MARK)) return quoteWord(argument) ?? '';
  return argument
    .split(MARK)
    .map((part, index) => {
      if (index % 2 === 1) return `"${part}"`;
      return part === '' ? '' : (quoteWord(part) ?? '');
    })
    .join('');
}

/**
 * What a token stands for, as bash puts it in between double quotes.
 *
 * @param variable how the variable is read, where it may not be set
 */
function writeToken(token: Token, variable?: string): string {
  switch (token.kind) {
    case 'commit':
      return token.length === undefined ? `\${${COMMIT}}` : `\${${COMMIT}:0:${token.length}}`;
    case 'date': {
      const format = quoteWord(`+${token.format}`) ?? '';
      const date = token.zone === undefined ? 'date -u' : `TZ=${token.zone} date`;
      return `$(${date} -d "@$${TIME}" ${format})`;
    }
    case 'variable': {
      const { name, part } = token;
      if (part === undefined) return `\${${name}}`;
      // Without a separator in it, all of it is the first part, and there is no second.
      const only = part.number === 1 ? '' : '-s ';
      return `$(cut ${only}-d${part.separator} -f${part.number} <<< "${variable ?? `$${name}`}")`;
    }
  }
}
