/**
 * Reads the plain form of a filter pattern: words and "phrases" that must all be in the message, `-word` that must not,
 * `?word` of which one must be. Letter case counts. JSON and regular expression patterns are not read.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function readFilterPattern(pattern: string): (message: string) => boolean {
  const terms = [...pattern.matchAll(/([?-]?)(?:"([^"]*)"|(\S+))/g)].map(([, sign = '', phrase, word]) => ({
    sign,
    text: phrase ?? word ?? ''
  }));
  const required = terms.filter(each => each.sign === '');
  const forbidden = terms.filter(each => each.sign === '-');
  const anyOf = terms.filter(each => each.sign === '?');
  return message =>
    required.every(each => message.includes(each.text)) &&
    !forbidden.some(each => message.includes(each.text)) &&
    (anyOf.length === 0 || required.length > 0 || anyOf.some(each => message.includes(each.text)));
}
