import { quote } from '../text/format.js';

/** What is wrong with a text as a name of a branch or tag, and what to write. */
interface BadRef {
  readonly what: string;
  readonly next: string;
}

/**
 * Why a text is no branch that a push can be held to; undefined where it is one. A name is meant, without `refs/heads/` and without a pattern:
 * whether it matches is decided by filters and by the subject of a token, and what never matches would be found out by nothing happening.
 */
export function refuseBranch(name: string): BadRef | undefined {
  const refuse = (next: string, why = "expected a branch's name such as main"): BadRef => ({
    what: `--branch is ${quote(name)}, ${why}.`,
    next
  });
  const [, kind, rest = ''] = /^(?:refs\/)?(heads|tags|remotes)\/(.+)$/.exec(name) ?? [];
  if (kind === 'heads' && name.startsWith('refs/')) return refuse(`Write --branch=${rest}.`);
  if (kind === 'tags' && name.startsWith('refs/')) return refuse(`For tags, write --git-tag=${rest}.`);
  if (name.startsWith('refs/')) return refuse("Write the branch's short name.");
  if (/[*?[\]]/.test(name)) return refuse('A pattern is not taken: name one branch.');
  const broken = findBroken(name);
  if (broken !== undefined) return refuse('', `expected a branch's name such as main: git takes none ${broken}`);
  return refuseSpecial(name, refuse);
}

/**
 * Why a text is no tag, or pattern of tags with `*` in it, that a push can be held to; undefined where it is one. `*` is the only sign that
 * GitHub, CodePipeline and IAM all take for any characters.
 */
export function refuseTag(pattern: string): BadRef | undefined {
  const refuse = (next: string, why = 'expected a tag such as v1.2 or a pattern such as v*'): BadRef => ({
    what: `--git-tag is ${quote(pattern)}, ${why}.`,
    next
  });
  const [, kind, rest = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(pattern) ?? [];
  if (kind === 'tags') return refuse(`Write --git-tag=${rest}.`);
  if (kind === 'heads') return refuse(`For a branch, write --branch=${rest}.`);
  if (/[?[\]]/.test(pattern)) return refuse('Of the signs for patterns only * is taken.');
  const broken = findBroken(pattern.replaceAll('*', 'x'));
  if (broken !== undefined) return refuse('', `expected a tag such as v1.2 or v*: git takes none ${broken}`);
  return refuseSpecial(pattern, refuse);
}

/** These mean something in the filters of GitHub (`!`, `+`) or CodePipeline (`{}`), and quotes in what is made of them. */
function refuseSpecial(name: string, refuse: (next: string, why?: string) => BadRef): BadRef | undefined {
  const sign = /[!+{}'"`$\\]/.exec(name)?.[0];
  return sign === undefined ? undefined : refuse(`${sign} cannot be used here: it means something in filters.`);
}

/** https://git-scm.com/docs/git-check-ref-format, with what `git branch` refuses besides. */
function findBroken(name: string): string | undefined {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/^$/, 'that is empty'],
    [/^(?:@|HEAD)$/, 'of that name'],
    [/^-/, 'that begins with -'],
    [/[\p{Cc} ~^:\\]/u, 'with a space, a control character or any of ~ ^ : \\'],
    [/\.\./, 'with two dots in a row'],
    [/@\{/, 'with @{'],
    [/^\/|\/\/|\/$/, 'that begins or ends with / or has two of them in a row'],
    [/(?:^|\/)\./, 'with a part that begins with a dot'],
    [/\.$|\.lock(?:\/|$)/, 'that ends with a dot, or has a part that ends with .lock']
  ];
  return rules.find(([rule]) => rule.test(name))?.[1];
}
