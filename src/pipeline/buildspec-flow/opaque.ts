/** Programs of the project's own, and those that fetch or unpack: what files they leave is not known. */
const OPAQUE =
  /^(?:make|gmake|rake|just|task|gulp|grunt|invoke|ant|sbt|earthly|npx|unzip|tar|patch|chef-\S+|ansible\S*|terraform|cdk|sam|serverless)\b/;

/** Standard goals of build tools: they leave their own results. */
const STANDARD: readonly RegExp[] = [
  /^(?:npm|pnpm|yarn|bun)(?: --\S+)* (?:ci|install|i|add|audit|cache|config|login|publish|set|version|-v|--version)\b/,
  /^(?:npm|pnpm|yarn|bun)(?: --\S+)* (?:(?:run )?(?:test|lint|build)(?:[:-]\S*)?|t)(?: |$)/,
  /^(?:\S*\/)?(?:mvn|mvnw)\b(?!.*\bexec:)/,
  /^(?:\S*\/)?(?:gradle|gradlew)(?: -\S+)*(?: (?:clean|build|test|check|assemble|bootJar|jar|war|shadowJar|bootBuildImage|-\S+))+$/,
  /^go (?:build|test|vet|mod|get|install|version|env)\b/,
  /^cargo (?:build|test|check|clippy|fmt)\b/,
  /^dotnet (?:build|test|restore|publish|tool|--version)\b/,
  /^(?:python\d?(?:\.\d+)? -m )?(?:pip\d?|pytest|unittest|venv|flake8|pylint|mypy|black|tox)\b/,
  /^(?:composer|bundle|poetry|pipenv|uv) (?:install|update|config|sync|check)\b/,
  /^\S+ (?:--?version|-v|-V)$/
];

const BUILD_TOOLS =
  /^(?:(?:\S*\/)?(?:mvnw?|gradlew?|npm|pnpm|yarn|bun)|go|cargo|dotnet|composer|bundle|poetry|pipenv|uv|node|deno|python\d?(?:\.\d+)?|ruby|perl|php|java)$/;

/**
 * Whether a program may leave a file that deploy stages read, as `imagedefinitions.json`: one of the project's own may, build tools with their
 * standard goals do not.
 *
 * @param words the command with what starts it (`sudo`, `env`) taken away
 */
export function mayWriteImageFiles(words: readonly string[]): boolean {
  const [program = '', ...args] = words;
  const line = words.join(' ');
  if (args.some(arg => /image[-_]?(?:definitions?|details?)[^/]*$/i.test(arg))) return true;
  if (STANDARD.some(pattern => pattern.test(line))) return false;
  // Code on the command line shows what it writes.
  if (/^(?:-c|-e|--eval)$/.test(args[0] ?? '')) return /image/i.test(line);
  if (/^git (?:clone|checkout|pull|submodule|reset|restore|apply|switch)\b/.test(line)) return true;
  if (/^aws s3 (?:cp|sync|mv)\b/.test(line)) return true;
  if (/^(?:docker|podman|nerdctl)(?:-compose| compose)? (?:run|cp|exec|up)\b/.test(line)) return true;
  return OPAQUE.test(line) || BUILD_TOOLS.test(program);
}
