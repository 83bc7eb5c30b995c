export const id = 8253;
export const ids = [8253];
export const modules = {

/***/ 8253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/config/setting-rules.js
var setting_rules = __webpack_require__(4112);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/outcome.js
var outcome = __webpack_require__(3259);
;// CONCATENATED MODULE: ./lib/report/findings.js

/** For people and editors, a line each: `file:line:column: severity rule: path: what and cure`; then how many there are. */
function renderFindings(checked) {
    const lines = checked.flatMap(({ file, kind, findings }) => {
        if (findings.length === 0)
            return [`${file ?? kind}: nothing found.`];
        return findings.map(finding => {
            const { line, column } = finding.place;
            const position = [file ?? kind, line, column].filter(part => part !== undefined).join(':');
            return `${position}: ${finding.severity} ${finding.code}: ${logFinding(finding)}`;
        });
    });
    return `${lines.join('\n')}\n${count(checked, 'error')}, ${count(checked, 'warning')}.\n`;
}
/** What is wrong and what would be right, after the path in the file. */
function logFinding({ code, place, what, next }) {
    return (0,errors/* formatProblem */.Vw)({ code, place: { path: place.path }, what, next });
}
function count(checked, severity) {
    const found = checked.flatMap(({ findings }) => findings).filter(finding => finding.severity === severity).length;
    return `${found} ${severity}${found === 1 ? '' : 's'}`;
}
/** The same for programs: `{"files": [{"file", "kind", "findings": [{"severity", "rule", "line", "column", "path", "what", "next"}]}]}`. */
function renderFindingsJson(checked) {
    const files = checked.map(({ file, kind, findings }) => ({
        file: file ?? null,
        kind,
        findings: findings.map(({ severity, code, place, what, next }) => ({
            severity,
            rule: code,
            line: place.line,
            column: place.column,
            path: place.path,
            what,
            next
        }))
    }));
    return `${JSON.stringify({ files }, undefined, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/report/annotations.js

/**
 * A finding as a workflow command, which GitHub shows on the file's line: `::error file=…,line=…,col=…,title=…::…`
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions).
 *
 * @param folder the working directory, from the root of the repository, from where GitHub takes paths; empty where it is the root
 */
function renderAnnotation(finding, folder) {
    const { file, line, column } = finding.place;
    const properties = [
        ['file', file === undefined || folder === '' || file.startsWith('/') ? file : `${folder}/${file}`],
        ['line', line],
        ['col', column],
        ['title', finding.code]
    ].flatMap(([name, value]) => (value === undefined ? [] : [`${String(name)}=${escapeProperty(String(value))}`]));
    return `::${finding.severity} ${properties.join(',')}::${escapeData(logFinding(finding))}\n`;
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/appspec/appspec.js + 4 modules
var appspec_appspec = __webpack_require__(2225);
// EXTERNAL MODULE: ./lib/task-definition/check-rules.js + 16 modules
var check_rules = __webpack_require__(6373);
// EXTERNAL MODULE: ./lib/task-definition/index.js + 3 modules
var task_definition = __webpack_require__(6635);
// EXTERNAL MODULE: ./lib/config/decode/decode.js + 9 modules
var decode = __webpack_require__(1581);
// EXTERNAL MODULE: ./lib/config/sources/resolved-settings.js
var resolved_settings = __webpack_require__(2373);
// EXTERNAL MODULE: ./lib/config/table/build.js
var build = __webpack_require__(8745);
// EXTERNAL MODULE: ./lib/config/table/files.js
var files = __webpack_require__(1330);
// EXTERNAL MODULE: ./lib/config/sources/environments.js
var sources_environments = __webpack_require__(4609);
// EXTERNAL MODULE: ./lib/image/check/dockerfile-rules.js
var dockerfile_rules = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/image/build/dockerfile.js
var dockerfile = __webpack_require__(9062);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-check/kind.js
var buildspec_check_kind = __webpack_require__(365);
// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
// EXTERNAL MODULE: ./lib/text/encoding.js
var encoding = __webpack_require__(806);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/docker.js
var docker = __webpack_require__(3568);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/interpret.js
var interpret = __webpack_require__(7263);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/paths.js
var paths = __webpack_require__(6470);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/visit.js
var visit = __webpack_require__(3649);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/base-images.js









const BASE_IMAGE_RULES = new errors/* RuleList */.VZ();
const BASE_IMAGE_LOGIN = BASE_IMAGE_RULES.add('base-image-login', 'error', 'The Dockerfile takes an image from a private registry of ECR that the build does not log into.', 'Docker answers: “no basic auth credentials”');
/**
 * Base images from registries that nothing logs into before the build.
 *
 * @param read a file of the source by its path from the source's root; undefined where it is not there
 */
async function checkBaseImages(buildspec, read) {
    const run = (0,interpret/* interpretBuildspec */.T)(buildspec);
    if (mayLogInUnseen(buildspec))
        return [];
    const findings = [];
    const told = new Set();
    for (const [index, step] of run.steps.entries()) {
        const call = (0,docker/* readDocker */.NG)(step.words);
        if (call?.kind !== 'build')
            continue;
        const path = findDockerfile(call, step, run);
        const bytes = path === undefined ? undefined : await read(path);
        if (path === undefined || bytes === undefined)
            continue;
        for (const { image, line } of listImages(path, bytes, call)) {
            const host = image.slice(0, Math.max(0, image.indexOf('/')));
            if ((0,ecr_host/* parseEcrHost */.wl)(host) === undefined || told.has(host) || isLoggedIn(host, run, index))
                continue;
            told.add(host);
            const what = `${path}:${line} takes ${(0,format/* quote */.hD)(image)}, and no command before docker build logs into ${host}: Docker answers "no basic auth credentials".`;
            const region = (0,ecr_host/* parseEcrHost */.wl)(host)?.region ?? '';
            const next = `Write before it: aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${host}.`;
            findings.push({ severity: 'error', code: BASE_IMAGE_LOGIN.name, place: step.place, what, next });
        }
    }
    return findings;
}
/** undefined: where it lies is known at build time only. */
function findDockerfile(call, { directory }, { unknowns }) {
    const { file, context } = call;
    if (file === '-' || (file === undefined && (context === undefined || context === '-')))
        return undefined;
    const path = (0,paths/* resolvePath */.o)(directory, file ?? `${context ?? '.'}/Dockerfile`, unknowns);
    return unknowns.listIn(path).length > 0 || /^[/~]|:\/\//.test(path) ? undefined : path;
}
/** The images that a Dockerfile takes: FROM, COPY --from, RUN --mount=from, with the build's arguments put in. */
function listImages(path, bytes, { buildArgs }) {
    const args = new Map(buildArgs.map(arg => [arg.split('=')[0] ?? '', arg.slice(arg.indexOf('=') + 1)]));
    const fill = (image) => image.replace(/\$\{?(\w+)\}?/g, (found, name) => args.get(name) ?? found);
    const bases = (0,dockerfile/* readDockerfile */.n_)(path, bytes).stages.map(({ base, line }) => ({ image: fill(base), line }));
    const lines = (0,encoding/* decodeText */.g)(bytes).text.split(/\r?\n/);
    const copied = lines.flatMap((text, index) => [...text.matchAll(/^\s*(?:COPY|ADD|RUN)\b.*?(?:--|,)from=([^\s,]+)/gi)].map(match => ({
        image: fill(match[1] ?? ''),
        line: index + 1
    })));
    return [...bases, ...copied];
}
/** A login whose host is not known whole may be this one. */
function isLoggedIn(host, { steps, unknowns }, before) {
    return steps.slice(0, before).some(({ words }) => {
        const call = (0,docker/* readDocker */.NG)(words);
        if (call?.kind !== 'login' || call.registry === undefined)
            return false;
        const named = call.registry.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
        const pattern = Array.from(named, character => unknowns.get(character) === undefined ? character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '.*');
        return new RegExp(`^${pattern.join('')}$`).test(host);
    });
}
/** The old login, a helper for credentials, and scripts that cannot be read may log in anywhere. */
function mayLogInUnseen({ phases }) {
    const commands = phases.flatMap(({ commands: items, finallyCommands }) => [...items, ...finallyCommands].flatMap(({ shell }) => (0,visit/* listCommands */.FH)(shell ?? [])));
    return commands.some(({ words, redirects }) => {
        if (redirects.some(({ target }) => target.source.includes('.docker/config')))
            return true;
        const texts = (0,docker/* stripPrefixes */.DT)(words.map(word => (0,visit/* plainText */.wh)(word) ?? word.source));
        const [program = '', ...args] = texts;
        if (/(?:get-login|credential)(?:-helper|-ecr-login)?$/.test(args.join(' ')) || args.includes('get-login'))
            return true;
        if (texts.some(text => /credHelpers|credential-ecr-login|credential-helper|\.docker\/config/.test(text)))
            return true;
        return /\.sh$|^\.{1,2}\/|^(?:make|source|\.|(?:ba)?sh)$/.test(program) && !/(?:gradlew|mvnw)$/.test(program);
    });
}

// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/reader.js
var reader = __webpack_require__(4251);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/artifacts.js






const FILES_PAGE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html';
const ARTIFACT_RULES = new errors/* RuleList */.VZ();
const NO_ARTIFACTS = ARTIFACT_RULES.add('no-artifacts', 'either', 'There are no artifacts for the deploy stage.', FILES_PAGE);
const ARTIFACT_MISSING = ARTIFACT_RULES.add('artifact-missing', 'either', 'A file that the deploy action reads is not among the artifacts.', FILES_PAGE);
const ARTIFACT_NOT_WRITTEN = ARTIFACT_RULES.add('artifact-not-written', 'warning', 'No command writes the artifact, and it is not in the repository.', 'CodeBuild answers: “no matching artifact paths found”');
const ARTIFACT_ELSEWHERE = ARTIFACT_RULES.add('artifact-elsewhere', 'error', 'A file is written outside of where the artifacts are taken from.', `${reader/* BUILDSPEC_REFERENCE */.m1} (base-directory)`);
const FILE_NAME = ARTIFACT_RULES.add('file-name', 'either', 'A file does not have the name that the deploy action looks for. A warning if the action may be given another name.', FILES_PAGE);
const IMAGE_FILE = ARTIFACT_RULES.add('image-file', 'error', 'imagedefinitions.json or imageDetail.json does not have the format that its action reads.', FILES_PAGE);
const DEFINITIONS = 'imagedefinitions.json';
const DETAIL = 'imageDetail.json';
/**
 * What the deploy stage will not find. File names:
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html
 */
function checkArtifacts(buildspec, run, facts, provider, report) {
    const sets = [buildspec.artifacts, ...buildspec.secondaryArtifacts].filter(set => set !== undefined);
    checkImageFiles(run, report);
    checkNames(sets, provider, report);
    checkWritten(sets, facts, report);
    if (sets.length === 0)
        reportMissing(buildspec, run, provider, report);
    else {
        checkKept(sets, run, report);
        if (provider !== undefined)
            checkProvider(sets, provider, report);
    }
}
/** The two files by their content: CodePipeline reads them after the build, when it is too late. */
function checkImageFiles({ steps, unknowns }, report) {
    for (const [index, step] of steps.entries()) {
        const name = step.writes.map(text_path/* baseName */.F).find(file => file === DEFINITIONS || file === DETAIL);
        if (name === undefined || step.output === undefined || step.output.trim() === '')
            continue;
        const wrong = (name === DEFINITIONS ? findInDefinitions(step.output) : findInDetail(step.output)) ??
            findLiteral(step, name, steps.slice(index + 1));
        if (wrong === undefined)
            continue;
        const right = name === DEFINITIONS ? '[{"name":"<container>","imageUri":"<image>"}]' : '{"ImageURI":"<image>"}';
        const what = `${name} becomes ${(0,format/* quote */.hD)(unknowns.show(step.output.trim()))}: ${wrong}.`;
        report('error', IMAGE_FILE, step.place, what, `It must be ${right}.`);
    }
}
function findInDefinitions(text) {
    const value = parseJson(text);
    if (value === undefined)
        return 'that is no JSON';
    if (!Array.isArray(value))
        return 'a list is expected';
    for (const entry of value) {
        if (!(0,record/* isRecord */.u4)(entry))
            return `the entry ${(0,format/* showValue */.vp)(entry)} is not an object`;
        for (const key of ['name', 'imageUri']) {
            const wrong = findInText(entry, key);
            if (wrong !== undefined)
                return wrong;
        }
    }
    return value.length === 0 ? 'the list is empty' : undefined;
}
function findInDetail(text) {
    const value = parseJson(text);
    if (value === undefined)
        return 'that is no JSON';
    return (0,record/* isRecord */.u4)(value) ? findInText(value, 'ImageURI') : 'an object is expected';
}
function findInText(record, key) {
    const value = record[key];
    if (typeof value === 'string' && value !== '')
        return undefined;
    const other = Object.keys(record).find(name => name.toLowerCase() === key.toLowerCase() && name !== key);
    if (other !== undefined)
        return `the key is ${(0,format/* quote */.hD)(other)}, and CodePipeline reads ${(0,format/* quote */.hD)(key)}`;
    return value === undefined ? `${(0,format/* quote */.hD)(key)} is missing` : `${(0,format/* quote */.hD)(key)} is ${(0,format/* showValue */.vp)(value)}`;
}
/** Programs that look at a file and leave it as it is. */
const READERS = /^(?:cat|ls|echo|printf|head|tail|wc|test|\[|\[\[|chmod|file|stat|jq)$/;
/** A variable that the shell did not put in, because of quotes, and that nothing puts in later. */
function findLiteral({ output = '' }, name, later) {
    const literal = /\$\{\w+\}|\$\([^)]*\)|\$[A-Za-z_]\w*/.exec(output)?.[0];
    const changes = ({ words, writes }) => writes.some(path => (0,text_path/* baseName */.F)(path) === name) ||
        (!READERS.test(words[0] ?? '') && words.some(word => word.includes(name)));
    if (literal === undefined || later.some(changes))
        return undefined;
    return `${(0,format/* quote */.hD)(literal)} stays in it as it is: in single quotes, after a backslash and in <<'EOF' the shell puts nothing in`;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What a file is to be called whose name is that of an image file, or nearly. */
function findRightName(name) {
    if (/^image[-_]?definitions?\.jso?n$/i.test(name))
        return DEFINITIONS;
    return /^image[-_]?details?\.jso?n$/i.test(name) ? DETAIL : undefined;
}
/** Names that are nearly right. */
function checkNames(sets, provider, report) {
    for (const file of sets.flatMap(({ files }) => files)) {
        const name = (0,text_path/* baseName */.F)(file.value);
        const right = findRightName(name);
        if (right === undefined || right === name)
            continue;
        const certain = right === DETAIL || provider === 'ECS';
        const what = right === DETAIL
            ? `The file is called ${name}; CodeDeployToECS reads ${DETAIL} and nothing else.`
            : `The file is called ${name}; the ECS action reads ${DEFINITIONS} unless its FileName says otherwise.`;
        report(certain ? 'error' : 'warning', FILE_NAME, file.place, what, `Call it ${right}.`);
    }
}
/** Files that must come from the build, and that no command writes there. */
function checkWritten(sets, facts, report) {
    const files = [...facts.files];
    for (const set of sets) {
        const base = (set.baseDirectory ?? '').replace(/^\$\{?CODEBUILD_SRC_DIR\}?\/?/, '').replace(/^\.?\/+|\/$/g, '');
        for (const file of set.files) {
            const path = [base === '.' ? '' : base, file.value.replace(/^\.\//, '')].filter(part => part !== '').join('/');
            if (/[*?[$]/.test(path) || !/^image[-_]?(?:definitions?|details?)/i.test((0,text_path/* baseName */.F)(path)))
                continue;
            // Where not every way was followed, a command that was not seen may write it.
            if (facts.files.has(path) || !facts.complete)
                continue;
            const same = files.filter(([other]) => (0,text_path/* baseName */.F)(other) === (0,text_path/* baseName */.F)(path));
            if (same.some(([, { known, settled }]) => !known || !settled))
                continue;
            const [elsewhere] = same;
            if (elsewhere !== undefined) {
                const [where] = elsewhere;
                const what = `The file is written to ${where}, after a cd, and looked for at ${path}.`;
                const next = `Write it to "$CODEBUILD_SRC_DIR/${path}", or list ${where}.`;
                report('error', ARTIFACT_ELSEWHERE, file.place, what, next);
            }
            else if (!facts.opaque) {
                const what = `No command writes ${file.value}; where it is not in the repository, the build ends with "no matching artifact paths found".`;
                report('warning', ARTIFACT_NOT_WRITTEN, file.place, what, 'Write it in post_build, or leave it out.');
            }
        }
    }
}
/** Written for the deploy stage, and then left behind. */
function checkKept(sets, { steps }, report) {
    const files = sets.flatMap(set => set.files);
    for (const name of [DEFINITIONS, DETAIL]) {
        const step = steps.find(({ writes }) => writes.some(path => (0,text_path/* baseName */.F)(path) === name));
        if (step === undefined || files.some(file => matches(file, name)))
            continue;
        const what = `${name} is written, and no artifact holds it: the deploy stage will not find it.`;
        report('warning', ARTIFACT_MISSING, step.place, what, `Add - ${name} to artifacts.files.`);
    }
}
function reportMissing(buildspec, { steps }, provider, report) {
    const pushes = steps.some(({ words }) => {
        const call = (0,docker/* readDocker */.NG)(words);
        return call?.kind === 'push' || (call?.kind === 'build' && call.push);
    });
    const writes = steps.some(step => step.writes.some(path => [DEFINITIONS, DETAIL].includes((0,text_path/* baseName */.F)(path))));
    if (!pushes && !writes && provider === undefined)
        return;
    const what = 'There are no artifacts: a deploy stage of CodePipeline gets nothing from this build.';
    const files = provider === 'CodeDeployToECS' ? [DETAIL, 'taskdef.json', 'appspec.yaml'] : [DEFINITIONS];
    const next = `Add artifacts with files: ${(0,format/* listNames */.Zv)(files)}.`;
    const certain = writes || provider !== undefined;
    report(certain ? 'error' : 'warning', NO_ARTIFACTS, buildspec.document.place(['artifacts']), what, next);
}
function checkProvider(sets, provider, report) {
    const [first] = sets;
    if (first === undefined)
        return;
    const files = sets.flatMap(set => set.files);
    const has = (name) => files.some(file => matches(file, name));
    const { place } = first;
    if (provider === 'ECS') {
        if (has(DEFINITIONS) || files.some(({ value }) => /^image[-_]?definitions?\.json$/i.test((0,text_path/* baseName */.F)(value))))
            return;
        const what = `The ECS action needs ${DEFINITIONS}, and no artifact holds it.`;
        const other = has(DETAIL) ? ` (${DETAIL} is for CodeDeployToECS)` : '';
        report('error', ARTIFACT_MISSING, place, `${what}${other}`, `Write it in post_build and add - ${DEFINITIONS}.`);
        return;
    }
    if (!has(DETAIL) && !files.some(({ value }) => /^image[-_]?details?\.json$/i.test((0,text_path/* baseName */.F)(value)))) {
        const other = has(DEFINITIONS) ? ` (${DEFINITIONS} is for the ECS action)` : '';
        const what = `CodeDeployToECS needs ${DETAIL} to fill in the image, and no artifact holds it${other}.`;
        report('error', ARTIFACT_MISSING, place, what, `Write it in post_build and add - ${DETAIL}.`);
    }
    const templates = [
        { name: 'taskdef.json', setting: 'TaskDefinitionTemplatePath', like: /task.?def.*\.json$/i },
        { name: 'appspec.yaml', setting: 'AppSpecTemplatePath', like: /appspec.*\.(?:ya?ml|json)$/i }
    ];
    for (const { name, setting, like } of templates) {
        if (has(name))
            continue;
        const near = files.find(({ value }) => like.test(value));
        if (near === undefined) {
            const what = `CodeDeployToECS looks for ${name}, and no artifact holds such a file.`;
            report('error', ARTIFACT_MISSING, place, what, `Add - ${name}.`);
        }
        else {
            const what = `CodeDeployToECS looks for ${name} unless ${setting} says otherwise.`;
            const next = `Call it ${name}, or set ${setting}: ${near.value}.`;
            report('warning', FILE_NAME, near.place, what, next);
        }
    }
}
/** Whether an entry of `artifacts.files` takes a file at the root, or anywhere. */
function matches({ value }, name) {
    const last = (0,text_path/* baseName */.F)(value);
    const pattern = last
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*+/g, '.*')
        .replace(/\?/g, '.');
    return new RegExp(`^${pattern}$`).test(name);
}

// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/commands.js






const COMMAND_RULES = new errors/* RuleList */.VZ();
const LOST_BETWEEN_COMMANDS = COMMAND_RULES.add('lost-between-commands', 'error', 'A command relies on a variable or the working directory of an earlier one, which version 0.1 loses after each command.', reader/* BUILDSPEC_REFERENCE */.m1);
const NO_PIPEFAIL = COMMAND_RULES.add('no-pipefail', 'warning', 'The first part of a pipe can fail unnoticed.', 'https://www.gnu.org/software/bash/manual/html_node/Pipelines.html');
const NEEDS_BASH = COMMAND_RULES.add('needs-bash', 'warning', 'The command needs bash, and the shell is not bash.', `${reader/* BUILDSPEC_REFERENCE */.m1} (env.shell)`);
const GET_LOGIN = COMMAND_RULES.add('get-login', 'error', 'aws ecr get-login does not exist in version 2 of the AWS CLI.', 'https://docs.aws.amazon.com/cli/latest/userguide/cliv2-migration-changes.html');
const PASSWORD_ARGUMENT = COMMAND_RULES.add('password-argument', 'warning', 'docker login gets the password as an argument instead of through standard input.', 'https://docs.docker.com/reference/cli/docker/login/');
const STARTS_DOCKER = COMMAND_RULES.add('starts-docker', 'warning', 'The build starts the Docker daemon, which already runs in a privileged project.', 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-docker.html');
const ONLY_LATEST = COMMAND_RULES.add('only-latest', 'warning', 'Only the tag latest is pushed.', 'https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/container-image.html');
const HARD_CODED_ACCOUNT = COMMAND_RULES.add('hard-coded-account', 'warning', 'A command contains an account id, so it works in that account only.', 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html (CODEBUILD_BUILD_ARN)');
const HARD_CODED_REGION = COMMAND_RULES.add('hard-coded-region', 'warning', 'A command contains a region, so it works in that region only.', 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html (AWS_REGION)');
const ECR_HOST = /\b(\d{12})\.dkr[.-]ecr(?:-fips)?(?:\.([a-z0-9-]+))?/g;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;
const REGION_OPTION = /--region[= ]["']?([a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\b/g;
/** Known mistakes in what the commands say. */
function checkCommands(buildspec, run, report) {
    const commands = buildspec.phases.flatMap(phase => [...phase.commands, ...phase.finallyCommands]);
    for (const command of commands) {
        reportRemovedLogin(command, report);
        reportPasswordArgument(command, report);
        reportStartedDocker(command, report);
    }
    reportBareLogin(commands, report);
    reportShellNeeds(buildspec, commands, report);
    reportLost(buildspec, commands, report);
    reportFixedPlaces(buildspec, commands, report);
    reportOnlyLatest(run, report);
}
function reportRemovedLogin(command, report) {
    for (const { words, offset } of (0,visit/* listCommands */.FH)(command.shell ?? [])) {
        const texts = words.map(visit/* plainText */.wh);
        if (texts[0] !== 'aws' || !texts.includes('ecr') || !texts.includes('get-login'))
            continue;
        const what = "aws ecr get-login was removed: the AWS CLI 2, which CodeBuild's images have, does not know it.";
        const next = 'Write aws ecr get-login-password | docker login --username AWS --password-stdin <account>.dkr.ecr.<region>.amazonaws.com.';
        report('error', GET_LOGIN, (0,reader/* placeInCommand */.a4)(command, offset), what, next);
    }
}
function reportPasswordArgument(command, report) {
    for (const { words, offset } of (0,visit/* listCommands */.FH)(command.shell ?? [])) {
        const call = (0,docker/* readDocker */.NG)(words.map(textOrSource));
        if (call?.kind !== 'login' || !call.passwordAsArgument)
            continue;
        const what = 'docker login gets the password as an argument, where other processes and logs can see it.';
        report('warning', PASSWORD_ARGUMENT, (0,reader/* placeInCommand */.a4)(command, offset), what, 'Pipe it in: … | docker login --username <name> --password-stdin.');
    }
}
function reportStartedDocker(command, report) {
    for (const { words, offset } of (0,visit/* listCommands */.FH)(command.shell ?? [])) {
        const texts = words.map(word => (0,visit/* plainText */.wh)(word) ?? '');
        const starts = texts.some(text => /(?:^|\/)dockerd(?:-entrypoint\.sh)?$/.test(text)) && texts[0] !== 'echo';
        const service = /(?:^|\/)(?:service|systemctl)$/.test(texts[0] ?? '') && texts.includes('docker');
        if (!starts && !service)
            continue;
        const what = "The command starts Docker by hand; CodeBuild's own images start it where the project is privileged.";
        const next = 'Leave it out, and set privilegedMode: true in the environment of the project.';
        report('warning', STARTS_DOCKER, (0,reader/* placeInCommand */.a4)(command, offset), what, next);
    }
}
/** A pipe takes the status of its last command: the first login without pipefail stands for all. */
function reportBareLogin(commands, report) {
    let pipefail = false;
    for (const command of commands) {
        for (const statement of command.shell ?? []) {
            const texts = statement.node.kind === 'simple' ? statement.node.words.map(visit/* plainText */.wh) : [];
            if (texts[0] === 'set' && texts.includes('pipefail'))
                pipefail = true;
            if (statement.node.kind !== 'pipeline' || pipefail)
                continue;
            const [first, ...rest] = statement.node.members;
            if (first?.kind !== 'simple' || !first.words.some(word => (0,visit/* plainText */.wh)(word) === 'get-login-password'))
                continue;
            if (!rest.some(member => member.kind === 'simple' && (0,docker/* readDocker */.NG)(member.words.map(textOrSource))?.kind === 'login'))
                continue;
            const what = 'Without pipefail a failed get-login-password goes on to docker login, which then fails with "Cannot perform an interactive login from a non TTY device" and hides the reason.';
            const next = 'Write set -o pipefail before it (env: shell: bash).';
            report('warning', NO_PIPEFAIL, (0,reader/* placeInCommand */.a4)(command, first.offset), what, next);
            return;
        }
    }
}
/** CodeBuild's default shell is `sh`. */
function reportShellNeeds({ shell, phases }, commands, report) {
    if (shell !== undefined && shell !== 'sh' && shell !== '/bin/sh')
        return;
    if (phases.length === 0)
        return;
    for (const command of commands) {
        const found = (0,visit/* listCommands */.FH)(command.shell ?? []).find(({ words }) => words.some(usesBash) || ((0,visit/* plainText */.wh)(words[0]) === 'set' && words.some(isPipefail)));
        if (found === undefined)
            continue;
        const written = command.text.slice(found.offset, found.end);
        const what = `${(0,format/* quote */.hD)(written)} needs bash, and the commands run in sh, which is not bash in every image.`;
        report('warning', NEEDS_BASH, (0,reader/* placeInCommand */.a4)(command, found.offset), what, 'Write env: shell: bash.');
        return;
    }
}
function usesBash(word) {
    if ((0,visit/* plainText */.wh)(word) === '[[' || word.source.startsWith('(('))
        return true;
    return word.parts.some(part => part.kind === 'variable' && /^(?::|\/\/?|\^\^?|,,?)$/.test(part.operator));
}
function isPipefail(word) {
    return (0,visit/* plainText */.wh)(word) === 'pipefail';
}
function reportLost({ version }, commands, report) {
    if (version?.value !== '0.1')
        return;
    for (const command of commands) {
        const [statement] = command.shell ?? [];
        const node = command.shell?.length === 1 ? statement?.node : undefined;
        if (node?.kind !== 'simple')
            continue;
        const program = (0,visit/* plainText */.wh)(node.words[0]);
        const assigns = node.words.length === 0 && node.assignments.length > 0;
        if (!assigns && program !== 'cd' && program !== 'export')
            continue;
        const what = `In version 0.1 each command has a shell of its own, so ${assigns ? 'the variable' : (program ?? '')} is lost after it.`;
        report('error', LOST_BETWEEN_COMMANDS, command.place, what, 'Write version: 0.2.');
    }
}
/** Accounts and regions that are written in: the buildspec then works in one place only. Each is told once. */
function reportFixedPlaces(buildspec, commands, report) {
    const accounts = [];
    const regions = [];
    const look = (text, place, isMeant = () => false) => {
        for (const match of text.matchAll(ECR_HOST)) {
            accounts.push({ text: match[1] ?? '', place: place(match.index) });
            if (REGION.test(match[2] ?? ''))
                regions.push({ text: match[2] ?? '', place: place(match.index) });
        }
        for (const match of text.matchAll(new RegExp(arn/* ARN_WITH_ACCOUNT */.Hh, 'g')))
            accounts.push({ text: match[1] ?? '', place: place(match.index) });
        for (const match of text.matchAll(REGION_OPTION))
            if (!isMeant(match.index))
                regions.push({ text: match[1] ?? '', place: place(match.index) });
        for (const match of text.matchAll(/\.ecr\.([a-z0-9-]+)\.amazonaws/g))
            if (REGION.test(match[1] ?? ''))
                regions.push({ text: match[1] ?? '', place: place(match.index) });
    };
    for (const { name, value, place } of buildspec.variables) {
        if (/^\d{12}$/.test(value) && /acc(?:oun)?t|aws_?id/i.test(name))
            accounts.push({ text: value, place });
        if (REGION.test(value) && !isForGlobal(name, commands))
            regions.push({ text: value, place });
        look(value, () => place);
    }
    for (const command of commands) {
        const spans = (0,visit/* listCommands */.FH)(command.shell ?? []).filter(isGlobal);
        look(command.text, offset => (0,reader/* placeInCommand */.a4)(command, offset), offset => spans.some(span => span.offset <= offset && offset < span.end));
    }
    reportOnce(accounts, (text, more) => {
        const what = `The account ${text} is written in${more}; in another account the build pushes to the wrong place, or nowhere.`;
        const next = 'Take it from the build: AWS_ACCOUNT_ID=$(echo "$CODEBUILD_BUILD_ARN" | cut -d: -f5), or the whole URI from aws ecr describe-repositories.';
        return [HARD_CODED_ACCOUNT, what, next];
    }, report);
    reportOnce(regions, (text, more) => {
        const what = `The region ${text} is written in${more}.`;
        return [HARD_CODED_REGION, what, 'Write $AWS_REGION, which CodeBuild sets.'];
    }, report);
}
/** Services of AWS that have one region, wherever they are used from. */
const GLOBAL_SERVICES = ['ecr-public', 'cloudfront', 'iam', 'organizations', 'route53', 'ce', 'budgets'];
function isGlobal({ words }) {
    const texts = words.map(word => (0,visit/* plainText */.wh)(word) ?? '');
    return texts[0] === 'aws' && texts.some(text => GLOBAL_SERVICES.includes(text));
}
/** A variable that only such commands use. */
function isForGlobal(name, commands) {
    const uses = commands
        .flatMap(({ shell }) => (0,visit/* listCommands */.FH)(shell ?? []))
        .filter(({ words }) => words.some(({ source }) => new RegExp(`\\$\\{?${name}\\b`).test(source)));
    return uses.length > 0 && uses.every(isGlobal);
}
function reportOnce(found, say, report) {
    for (const text of new Set(found.map(fixed => fixed.text))) {
        const all = found.filter(fixed => fixed.text === text);
        const lines = new Set(all.map(({ place }) => place.line));
        const [first] = all;
        if (first === undefined)
            continue;
        const [rule, what, next] = say(text, lines.size < 2 ? '' : ` (in ${lines.size} lines)`);
        report('warning', rule, first.place, what, next);
    }
}
function reportOnlyLatest({ steps, unknowns }, report) {
    const pushes = steps.flatMap(({ words, place }) => {
        const call = (0,docker/* readDocker */.NG)(words);
        if (call?.kind === 'push' && !call.allTags)
            return [{ place, tag: (0,docker/* readImage */.AM)(call.image, unknowns).tag }];
        return call?.kind === 'build' && call.push
            ? call.tags.map(image => ({ place, tag: (0,docker/* readImage */.AM)(image, unknowns).tag }))
            : [];
    });
    const [first] = pushes;
    // ECR itself gives further tags.
    if (steps.some(({ words }) => words[0] === 'aws' && words.includes('put-image')))
        return;
    if (first === undefined || pushes.some(({ tag }) => tag !== 'latest'))
        return;
    const what = 'Only the tag latest is pushed: a running service cannot be told apart from the next one, and there is nothing to go back to.';
    report('warning', ONLY_LATEST, first.place, what, 'Push a tag of the commit too: $CODEBUILD_RESOLVED_SOURCE_VERSION.');
}
function textOrSource(word) {
    return (0,visit/* plainText */.wh)(word) ?? word.source;
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/site.js

/** Line and column of a command in the buildspec. */
function placeOf({ command, node }) {
    return (0,reader/* placeInCommand */.a4)(command, node.offset);
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/unseen.js

const SET_E = 'Write set -e as the first command of the item, or make an item of each command.';
const FOLLOWED = { how: 'is followed by other commands of the same item', next: SET_E };
const BACKGROUND = { how: 'runs in the background (&)', next: 'Leave the & out.' };
const PIPED = {
    how: 'is at the start of a pipe, which takes the status of its last command',
    next: 'Write set -o pipefail before it (env: shell: bash), or leave the pipe out.'
};
const LOOPED = {
    how: 'is in a loop, which takes the status of its last round',
    next: 'Write || exit 1 after it, or set -e before the loop.'
};
const ASKED = {
    how: 'is asked for its status, and the item ends well all the same',
    next: 'End the item with exit 1 where it failed.'
};
const OTHER = { how: 'does not end the phase', next: 'Let its status be that of the item.' };
/** Looks at where a command stands in its item. What it says holds where it is known that nobody sees its failure. */
function explainUnseen(command, node) {
    return findInList(command.shell ?? [], node, command) ?? OTHER;
}
function findInList(list, node, command) {
    const index = list.findIndex(statement => (0,visit/* listCommandsOf */.AM)(statement.node).includes(node));
    const statement = list[index];
    if (statement === undefined)
        return undefined;
    if (statement.background)
        return BACKGROUND;
    return findInNode(statement.node, node, command) ?? (index < list.length - 1 ? FOLLOWED : undefined);
}
function findInNode(inner, node, command) {
    switch (inner.kind) {
        case 'simple':
            return undefined;
        case 'pipeline': {
            const at = inner.members.findIndex(member => (0,visit/* listCommandsOf */.AM)(member).includes(node));
            const member = inner.members[at];
            const found = member === undefined ? undefined : findInNode(member, node, command);
            return found ?? (at < inner.members.length - 1 ? PIPED : undefined);
        }
        case 'chain':
            return explainChain(inner, node, command);
        case 'if': {
            if (inner.branches.some(({ condition }) => includes(condition, node)))
                return ASKED;
            const lists = [...inner.branches.map(({ body }) => body), inner.otherwise ?? []];
            return findInLists(lists, node, command);
        }
        case 'loop':
            if (includes(inner.head, node))
                return ASKED;
            return findInList(inner.body, node, command) === BACKGROUND ? BACKGROUND : LOOPED;
        case 'case':
            return findInLists(inner.items.map(({ body }) => body), node, command);
        case 'group':
            return findInList(inner.body, node, command);
        case 'function':
            return findInNode(inner.body, node, command);
    }
}
function findInLists(lists, node, command) {
    const list = lists.find(each => includes(each, node));
    return list === undefined ? undefined : findInList(list, node, command);
}
/** `|| true`, `|| echo …`: whatever happens, it went well. */
function explainChain({ links }, node, command) {
    const at = links.findIndex(link => (0,visit/* listCommandsOf */.AM)(link.node).includes(node));
    const excuse = links.slice(at + 1).find(({ operator }) => operator === '||');
    if (excuse === undefined) {
        const link = links[at];
        return link === undefined ? undefined : findInNode(link.node, node, command);
    }
    const [said] = (0,visit/* listCommandsOf */.AM)(excuse.node);
    const isPlain = excuse.node.kind === 'simple' && /^(?:true|:|echo|printf)$/.test((0,visit/* plainText */.wh)(excuse.node.words[0]) ?? '');
    if (said === undefined || !isPlain)
        return ASKED;
    return { how: `is excused by || ${command.text.slice(said.offset, said.end)}`, next: 'Leave it out.' };
}
function includes(list, node) {
    return list.some(statement => (0,visit/* listCommandsOf */.AM)(statement.node).includes(node));
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-reader/image-tools.js

/** Tools beside Docker that build or push, by their words. */
const TOOLS = [
    [/^(?:crane|gcrane) (?:push|copy|cp|append|mutate|tag)\b/, false, true],
    [/^skopeo (?:copy|sync)\b.* docker:\/\/\S+$/, false, true],
    [/^regctl image (?:copy|import|mod)\b/, false, true],
    [/^(?:oras|img|buildah|finch|wasm-to-oci) push\b/, false, true],
    [/^(?:buildah (?:bud|build)|img build|finch build)\b/, true, false],
    [/^pack build\b.* --publish\b/, true, true],
    [/^pack build\b/, true, false],
    [/^ko (?:build|publish|apply|resolve)\b(?!.* --(?:local|push=false)\b)/, true, true],
    [/^(?:\S*\/)?(?:kaniko\/)?executor\b.* --destination\b(?!.* --no-push\b)/, true, true],
    [/^buildctl(?:-daemonless\.sh)? build\b.*\bpush=true\b/, true, true],
    [/^buildctl(?:-daemonless\.sh)? build\b/, true, false],
    [/^(?:\S*\/)?(?:mvnw?|gradlew?)\b.*(?:\bjib:build\b|\sjib\b)/, true, true],
    [/^earthly\b.* --push\b/, true, true],
    [/^packer build\b/, true, false]
];
/** undefined: the command does nothing with images that is known here. */
function readImageCall(words) {
    const plain = (0,docker/* stripPrefixes */.DT)(words);
    const call = (0,docker/* readDocker */.NG)(plain);
    if (call?.kind === 'build')
        return { builds: true, pushes: call.push, shown: 'docker build' };
    if (call?.kind === 'push')
        return { builds: false, pushes: true, shown: 'docker push' };
    const compose = readCompose(plain);
    if (compose !== undefined)
        return compose;
    if (call?.kind === 'other')
        return readOther(call.command, plain);
    const line = plain.join(' ').replace(/^\S*\/(?=\w+ )/, '');
    const tool = TOOLS.find(([pattern]) => pattern.test(line));
    if (tool === undefined)
        return undefined;
    const [, builds, pushes] = tool;
    return { builds, pushes, shown: plain.slice(0, 2).join(' ') };
}
/** `docker compose build`, `docker-compose push`: https://docs.docker.com/reference/cli/docker/compose/ */
function readCompose(words) {
    const program = (words[0] ?? '').replace(/^.*\//, '');
    const plugin = /^(?:docker|podman|nerdctl|finch)$/.test(program) && words.includes('compose');
    if (!plugin && !/^(?:docker|podman)-compose$/.test(program))
        return undefined;
    const rest = words.slice(plugin ? words.indexOf('compose') + 1 : 1);
    const command = skipOptions(rest).at(0) ?? '';
    const shown = `${plugin ? `${program} compose` : program} ${command}`;
    if (command === 'push')
        return { builds: false, pushes: true, shown };
    return command === 'build' ? { builds: true, pushes: rest.includes('--push'), shown } : undefined;
}
function skipOptions(words) {
    const takesValue = /^(?:-f|--file|-p|--project-name|--profile|--env-file|--project-directory|--ansi|--progress|--parallel)$/;
    let at = 0;
    while (words[at]?.startsWith('-') === true)
        at += takesValue.test(words[at] ?? '') ? 2 : 1;
    return words.slice(at);
}
function readOther(command, words) {
    if (command === 'buildx bake')
        return {
            builds: true,
            pushes: words.some(word => /^--push(?:=true)?$|push=true|type=registry/.test(word)),
            shown: 'docker buildx bake'
        };
    if (command === 'manifest' && words.includes('push'))
        return { builds: false, pushes: true, shown: 'docker manifest push' };
    if (command === 'buildx imagetools' && words.includes('create'))
        return { builds: false, pushes: true, shown: 'docker buildx imagetools create' };
    return undefined;
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/push.js





const PHASES_PAGE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html';
const PUSH_RULES = new errors/* RuleList */.VZ();
const PUSH_AFTER_FAILED_BUILD = PUSH_RULES.add('push-after-failed-build', 'either', 'An image is pushed even if the build failed, because post_build runs then too. A warning where a script that is not in the buildspec may prevent it.', PHASES_PAGE);
const UNSEEN_FAILURE = PUSH_RULES.add('unseen-failure', 'either', 'A failed build or push does not fail the phase. A warning where a script that is not in the buildspec may do so.', PHASES_PAGE);
const GUARD = 'test "$CODEBUILD_BUILD_SUCCEEDING" = 1';
/** A push that runs although the image was not built, and builds and pushes whose failure nobody sees. */
function checkPushes(buildspec, facts, report) {
    const order = new Map(buildspec.phases
        .flatMap(({ commands, finallyCommands }) => [...commands, ...finallyCommands])
        .map((command, index) => [command, index]));
    const sorted = (some) => some.toSorted(({ site: one }, { site: other }) => (order.get(one.command) ?? 0) - (order.get(other.command) ?? 0) || one.node.offset - other.node.offset);
    const { afterFailedPhase, pushedAfter, unseen } = facts;
    const inFinally = ({ site }) => site.command.phase === 'build';
    const pushes = sorted(afterFailedPhase);
    reportPushes(pushes.filter(inFinally), report);
    reportPushes(pushes.filter(fact => !inFinally(fact)), report);
    const pushed = new Set(pushedAfter.map(({ site }) => site.node));
    for (const fact of sorted(pushedAfter))
        reportUnseen(fact, true, report);
    for (const fact of sorted(unseen))
        if (!pushed.has(fact.site.node))
            reportUnseen(fact, false, report);
}
/**
 * After a failed BUILD phase CodeBuild runs POST_BUILD all the same
 * (https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html), and `finally` after a failed command.
 */
function reportPushes(facts, report) {
    const certain = facts.filter(fact => fact.certain);
    const reported = certain.length > 0 ? certain : facts;
    const [first] = reported;
    if (first === undefined)
        return;
    const { phase } = first.site.command;
    const where = phase === 'build' ? 'finally of the build phase' : 'post_build';
    const more = reported.length === 1 ? '' : ` (and ${reported.length - 1} more)`;
    const unless = first.certain ? '' : `, unless a script before it, which is not in the buildspec, ends the phase`;
    const what = `The push${more} runs in ${where} also after the build phase failed${unless}: it may push an image that was not built or not tested, and it hides the cause.`;
    const next = phase === 'build'
        ? 'Move it to the end of commands.'
        : `Write as the first command of post_build: - ${GUARD}. Or push at the end of the build phase.`;
    report(first.certain ? 'error' : 'warning', PUSH_AFTER_FAILED_BUILD, placeOf(first.site), what, next);
}
function reportUnseen({ site, certain }, pushes, report) {
    const { command, node } = site;
    const { how, next } = explainUnseen(command, node);
    const shown = showCall(command, site.node.words.map(word => (0,visit/* plainText */.wh)(word) ?? word.source));
    const unless = certain ? '' : ', unless a script that is not in the buildspec asks for it';
    const what = `If ${shown} fails, nobody sees it${unless}: it ${how}${pushes ? ', and a push comes all the same' : ''}.`;
    const rule = pushes ? PUSH_AFTER_FAILED_BUILD : UNSEEN_FAILURE;
    report(certain ? 'error' : 'warning', rule, placeOf(site), what, next);
}
function showCall(command, words) {
    return readImageCall(words)?.shown ?? `the build or push that ${words[0] ?? command.text} runs`;
}

// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/shell.js
var shell = __webpack_require__(4916);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/structure.js







const BUILDSPEC_RULES = new errors/* RuleList */.VZ();
const NO_VERSION = BUILDSPEC_RULES.add('no-version', 'error', 'The version is missing.', reader/* BUILDSPEC_REFERENCE */.m1);
const UNKNOWN_VERSION = BUILDSPEC_RULES.add('unknown-version', 'error', 'The version is neither 0.1 nor 0.2.', reader/* BUILDSPEC_REFERENCE */.m1);
const OLD_VERSION = BUILDSPEC_RULES.add('old-version', 'warning', 'The version is 0.1, in which each command has its own shell.', reader/* BUILDSPEC_REFERENCE */.m1);
const OLD_KEY = BUILDSPEC_RULES.add('old-key', 'error', 'Version 0.2 does not know environment_variables.', reader/* BUILDSPEC_REFERENCE */.m1);
const UNKNOWN_KEY = BUILDSPEC_RULES.add('unknown-key', 'warning', 'CodeBuild does not read the key.', reader/* BUILDSPEC_REFERENCE */.m1);
const NO_PHASES = BUILDSPEC_RULES.add('no-phases', 'error', 'There are no phases.', reader/* BUILDSPEC_REFERENCE */.m1);
const UNKNOWN_PHASE = BUILDSPEC_RULES.add('unknown-phase', 'error', 'A phase is not install, pre_build, build or post_build.', reader/* BUILDSPEC_REFERENCE */.m1);
const ON_FAILURE = BUILDSPEC_RULES.add('on-failure', 'error', 'on-failure is not ABORT, CONTINUE or RETRY.', reader/* BUILDSPEC_REFERENCE */.m1);
const DOCKER_RUNTIME = BUILDSPEC_RULES.add('docker-runtime', 'error', 'Docker is not a runtime version of a build image.', "CodeBuild answers: “Unknown runtime named 'docker'”");
const COLON_IN_COMMAND = BUILDSPEC_RULES.add('colon-in-command', 'error', 'A command is not a string: a colon and a space make it a map.', 'CodeBuild answers: “Expected Commands[N] to be of string type: found subkeys instead”');
const SHELL_SYNTAX = BUILDSPEC_RULES.add('shell-syntax', 'warning', 'A shell cannot parse the command.', 'bash -n');
const BACKSLASH_JOINED = BUILDSPEC_RULES.add('backslash-joined', 'warning', 'A command of several lines is not a block: YAML joins plain lines before the shell sees the backslash.', 'https://yaml.org/spec/1.2.2/#733-plain-style');
const SWALLOWED_BY_COMMENT = BUILDSPEC_RULES.add('swallowed-by-comment', 'error', 'YAML joins the lines of a command, so that a comment in it takes the lines after it too: they never run.', 'https://yaml.org/spec/1.2.2/#813-folded-style');
const FILES_NOT_A_LIST = BUILDSPEC_RULES.add('files-not-a-list', 'warning', 'artifacts.files is not a list.', reader/* BUILDSPEC_REFERENCE */.m1);
/** The keys of each part, as https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html has them. */
const KEYS = {
    buildspec: ['version', 'run-as', 'env', 'proxy', 'batch', 'phases', 'reports', 'artifacts', 'cache'],
    env: ['shell', 'variables', 'parameter-store', 'secrets-manager', 'exported-variables', 'git-credential-helper'],
    phase: ['run-as', 'on-failure', 'runtime-versions', 'commands', 'finally'],
    report: ['files', 'base-directory', 'discard-paths', 'file-format'],
    artifacts: [
        'files',
        'name',
        'base-directory',
        'discard-paths',
        'exclude-paths',
        'enable-symlinks',
        's3-prefix',
        'secondary-artifacts',
        // Deprecated, and harmless.
        'type'
    ],
    cache: ['key', 'fallback-keys', 'action', 'paths', 'type']
};
const ON_FAILURE_FORMAT = /^(?:ABORT|CONTINUE|RETRY(?:-.+)?)$/;
/** What can be said of a buildspec without looking at what its commands do. */
function checkStructure(buildspec, report) {
    checkVersion(buildspec, report);
    checkKeys(buildspec, report);
    checkPhases(buildspec, report);
    checkCommandItems(buildspec, report);
    for (const { rule, place, what, next } of buildspec.oddities)
        report('error', rule, place, what, next);
    for (const artifacts of [buildspec.artifacts, ...buildspec.secondaryArtifacts]) {
        if (artifacts?.filesAreText !== true)
            continue;
        const [file] = artifacts.files;
        const what = `artifacts.files is a text, and AWS documents a list: a second file would not fit in.`;
        report('warning', FILES_NOT_A_LIST, file?.place ?? artifacts.place, what, `Write - ${file?.value ?? ''} below it.`);
    }
}
function checkVersion({ version, document }, report) {
    if (version === undefined) {
        const what = 'The version is missing; CodeBuild refuses a buildspec without one.';
        report('error', NO_VERSION, document.place([]), what, 'Write version: 0.2 at the top.');
    }
    else if (version.value === '0.1') {
        const what = 'Version 0.1 runs every command in a shell of its own: cd and variables are lost after each.';
        report('warning', OLD_VERSION, version.place, what, 'Write version: 0.2, and environment_variables as env.');
    }
    else if (version.value !== '0.2') {
        report('error', UNKNOWN_VERSION, version.place, `There is no version ${(0,format/* quote */.hD)(version.value)}.`, 'Write version: 0.2.');
    }
}
function checkKeys(buildspec, report) {
    const { document, version } = buildspec;
    const check = (path, value, known) => {
        if (!(0,record/* isRecord */.u4)(value))
            return;
        for (const key of (0,record/* keysOf */.YD)(value).filter(name => !known.includes(name))) {
            const near = (0,suggest/* nearestName */.q)(key, known);
            const where = path.length === 0 ? 'A buildspec' : path.join('.');
            const what = `${where} has no key ${(0,format/* quote */.hD)(key)}; CodeBuild does not read it.`;
            const next = near === undefined ? `There are ${(0,format/* listNames */.Zv)(known)}.` : `Did you mean ${near}?`;
            report('warning', UNKNOWN_KEY, document.place([...path, key]), what, next);
        }
    };
    const { value } = document;
    if (!(0,record/* isRecord */.u4)(value))
        return;
    const old = version?.value === '0.1' ? ['environment_variables'] : [];
    if (old.length === 0 && Object.hasOwn(value, 'environment_variables')) {
        const what = 'environment_variables belongs to version 0.1.';
        const next = 'Write env, with variables (was plaintext) and parameter-store below it.';
        report('error', OLD_KEY, document.place(['environment_variables']), what, next);
    }
    check([], value, [...KEYS.buildspec, 'environment_variables']);
    check(['env'], (0,record/* own */.ZV)(value, 'env'), KEYS.env);
    check(['cache'], (0,record/* own */.ZV)(value, 'cache'), KEYS.cache);
    check(['artifacts'], (0,record/* own */.ZV)(value, 'artifacts'), KEYS.artifacts);
    const phases = (0,record/* own */.ZV)(value, 'phases');
    for (const phase of buildspec.phases) {
        check(['phases', phase.name], (0,record/* isRecord */.u4)(phases) ? phases[phase.name] : undefined, KEYS.phase);
    }
    const reports = (0,record/* own */.ZV)(value, 'reports');
    for (const { value: name } of buildspec.reports) {
        check(['reports', name], (0,record/* isRecord */.u4)(reports) ? reports[name] : undefined, KEYS.report);
    }
}
function checkPhases(buildspec, report) {
    const { document, phases } = buildspec;
    const written = (0,record/* isRecord */.u4)(document.value) ? (0,record/* own */.ZV)(document.value, 'phases') : undefined;
    if (!(0,record/* isRecord */.u4)(written)) {
        report('error', NO_PHASES, document.place(['phases']), 'The phases are missing.', 'Write phases with commands.');
        return;
    }
    for (const name of (0,record/* keysOf */.YD)(written).filter(key => !reader/* PHASES */.ZG.some(phase => phase === key))) {
        const near = (0,suggest/* nearestName */.q)(name, reader/* PHASES */.ZG);
        const what = `There is no phase ${(0,format/* quote */.hD)(name)}; CodeBuild refuses the buildspec.`;
        const next = near === undefined ? `There are ${(0,format/* listNames */.Zv)(reader/* PHASES */.ZG)}.` : `Did you mean ${near}?`;
        report('error', UNKNOWN_PHASE, document.place(['phases', name]), what, next);
    }
    for (const { onFailure, runtimes } of phases) {
        if (onFailure !== undefined && !ON_FAILURE_FORMAT.test(onFailure.value)) {
            const near = (0,suggest/* nearestName */.q)(onFailure.value, ['ABORT', 'CONTINUE', 'RETRY']);
            const what = `on-failure is ${(0,format/* quote */.hD)(onFailure.value)}, expected ABORT, CONTINUE, RETRY, RETRY-<count> or RETRY-<pattern>.`;
            report('error', ON_FAILURE, onFailure.place, what, near === undefined ? '' : `Write ${near}.`);
        }
        const docker = runtimes.find(({ name }) => name === 'docker');
        if (docker !== undefined) {
            const what = `Today's build images have no runtime "docker": the build stops with "Unknown runtime named 'docker'".`;
            const next = 'Leave it out: Docker is in the image, and needs the privileged mode of the project.';
            report('error', DOCKER_RUNTIME, docker.place, what, next);
        }
    }
}
function checkCommandItems({ phases }, report) {
    for (const { commands, finallyCommands } of phases) {
        for (const command of [...commands, ...finallyCommands]) {
            const { place, text, wasMap, block, trouble } = command;
            const swallowed = findSwallowed(command);
            if (swallowed !== undefined) {
                const what = `YAML joins the lines of the command, and the comment takes what comes after it: ${(0,format/* quote */.hD)(swallowed)} does not run.`;
                report('error', SWALLOWED_BY_COMMENT, place, what, 'Write the command as a block (- |), or take the comment out.');
            }
            if (wasMap) {
                const what = `YAML reads the command as a map, because of the colon and the blank in it: ${(0,format/* quote */.hD)(text)}. CodeBuild stops with "Expected Commands[…] to be of string type".`;
                report('error', COLON_IN_COMMAND, place, what, `Write the whole command in quotes: '${text.split('\n')[0] ?? ''}'.`);
            }
            else if (trouble !== undefined) {
                const what = `A shell cannot read the command: ${trouble}.`;
                report('warning', SHELL_SYNTAX, place, what, 'Try it with bash -n.');
            }
            else if (!block && /\\ +-/.test(text)) {
                const what = 'The backslash joins no lines here: YAML has joined them already, so it makes the blank after it a part of the next argument.';
                report('warning', BACKSLASH_JOINED, place, what, 'Leave the backslashes out, or write the command as a block (- |).');
            }
        }
    }
}
/** The first line that a comment takes with it: without the comment the shell would see more words. */
function findSwallowed({ joinedLines, text }) {
    const lines = (joinedLines ?? []).filter(line => line !== '');
    const comment = /(?:^|\s)#.*$/;
    const at = lines.findIndex(line => comment.test(line));
    if (at < 0 || at === lines.length - 1)
        return undefined;
    const [seen, meant] = [countWords(text), countWords(lines.map(line => line.replace(comment, '')).join(' '))];
    return seen !== undefined && meant !== undefined && seen < meant
        ? lines.slice(at + 1).find(line => !line.startsWith('#'))
        : undefined;
}
function countWords(text) {
    try {
        return (0,visit/* listCommands */.FH)((0,shell/* readShell */.l)(text)).reduce((sum, { words }) => sum + words.length, 0);
    }
    catch (error) {
        if (error instanceof shell/* ShellSyntaxError */.M)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/values.js
var values = __webpack_require__(4290);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/choices.js
/**
 * Decides what reading cannot tell, a way at a time. `choose` answers false wherever a way has not been told otherwise; `advance` goes to the next
 * way, those with the fewest answers of true first, until every combination has been tried.
 */
class Choices {
    waiting = [];
    given = [];
    asked = 0;
    choose() {
        return this.given[this.asked++] === true;
    }
    /** Whether there is another way; the next answers are those of it. */
    advance() {
        // Each way is reached from the one with its last true answer taken away.
        for (let at = this.given.length; at < this.asked && this.waiting.length < MAX_WAITING; at++)
            this.waiting.push([...this.given, ...Array.from({ length: at - this.given.length }, () => false), true]);
        this.asked = 0;
        const next = this.waiting.shift();
        if (next === undefined)
            return false;
        this.given = next;
        return true;
    }
}
const MAX_WAITING = 5_000;

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/call.js
/** 1 while the build is well, 0 after a failure (https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html). */
const SUCCEEDING = 'CODEBUILD_BUILD_SUCCEEDING';

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/output.js + 1 modules
var buildspec_reader_output = __webpack_require__(2212);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/parse-script.js

/** The commands of a script; undefined where it has a syntax error. */
function parseScript(text) {
    try {
        return (0,shell/* readShell */.l)(text);
    }
    catch (error) {
        if (error instanceof shell/* ShellSyntaxError */.M)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/signals.js
/** What ends a part of a script early; each is caught where that part was begun. */
class Signal extends Error {
}
/** The shell, or the subshell, ends. */
class ExitSignal extends Signal {
    status;
    constructor(status) {
        super();
        this.status = status;
    }
}
/** A function or a sourced file ends. */
class ReturnSignal extends Signal {
    status;
    constructor(status) {
        super();
        this.status = status;
    }
}
/** `break 2`, `continue`. */
class LoopSignal extends Signal {
    kind;
    /** How many loops it goes out of; each counts down. */
    levels;
    constructor(kind, levels) {
        super();
        this.kind = kind;
        this.levels = levels;
    }
}
/** Nothing more comes on this way: the build was stopped, or the way is longer than is followed. */
class EndOfPath extends Signal {
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/builtins.js



/** Commands of the shell itself; undefined: it is none. */
function runBuiltin(machine, { node, words }, program, args) {
    const { shell, settings } = machine;
    switch (program) {
        case 'exit':
            throw new ExitSignal(readStatus(machine, args[0], 'exit'));
        case 'return':
            throw new ReturnSignal(readStatus(machine, args[0], 'return'));
        case 'break':
        case 'continue':
            throw new LoopSignal(program, Number(args[0] ?? 1) || 1);
        case 'true':
        case ':':
            return 0;
        case 'false':
            return 1;
        case 'set':
            setOptions(machine, args);
            return 0;
        case 'shift':
            shell.parameters = shell.parameters.slice(Number(args[0] ?? 1) || 1);
            return 0;
        case 'cd':
        case 'pushd':
        case 'popd':
            return changeFolder(machine, words);
        case 'export':
        case 'declare':
        case 'readonly':
        case 'local':
        case 'typeset':
            declare(machine, node, args);
            return 0;
        case 'unset':
            for (const name of args.filter(arg => !arg.startsWith('-')))
                shell.unset(name);
            return 0;
        case 'trap': {
            if (args.at(-1) === 'ERR')
                shell.errorTrap = args[0] === '-' ? undefined : parseScript(args[0] ?? '');
            return 0;
        }
        case 'eval':
            machine.runScript(args.join(' '));
            return shell.status;
        case 'read':
            return read(machine, args);
        case 'wait':
            return wait(machine, args);
        case 'exec':
            if (args.length === 0)
                return 0;
            throw new ExitSignal(settings.runCommand(machine, { node, words: args, tested: true }));
        case 'command':
        case 'builtin':
            if (args[0]?.startsWith('-') === true || args.length === 0)
                return undefined;
            return settings.runCommand(machine, { node, words: args, tested: true });
        default:
            return undefined;
    }
}
/** A folder that nothing went into before a command failed is taken as not there: a step that was left out led to it. */
function changeFolder({ shell, settings, fault, buildFailed }, words) {
    const before = shell.directory.copy();
    shell.directory.change(words);
    const { current } = shell.directory;
    if (fault === undefined && !buildFailed) {
        settings.entered.add(current);
        return 0;
    }
    const isKnown = settings.unknowns.listIn(current).length === 0;
    if (fault?.kind !== 'build' || buildFailed || !isKnown || isCertain(current, settings.entered))
        return 0;
    shell.directory = before;
    return 1;
}
function isCertain(folder, entered) {
    return folder === '' || folder.startsWith('/') || entered.has(folder);
}
function readStatus(machine, text, question) {
    if (text === undefined)
        return machine.shell.statusBefore;
    const [unknown] = machine.settings.unknowns.listIn(text);
    if (unknown !== undefined)
        return Number(machine.decide(`${question} ${text}`));
    return /^-?\d+$/.test(text) ? Number(text) & 0xff : 2;
}
function setOptions({ shell }, args) {
    for (const [index, arg] of args.entries()) {
        const on = arg.startsWith('-');
        if (arg === '--' || !/^[-+]/.test(arg)) {
            if (arg === '--' || (index === 0 && arg !== '')) {
                shell.parameters = args.slice(arg === '--' ? index + 1 : index);
                return;
            }
            continue;
        }
        if (/^[-+][a-zA-Z]*e/.test(arg))
            shell.errexit = on;
        const named = /^[-+][a-zA-Z]*o$/.test(arg) ? args[index + 1] : undefined;
        if (named === 'errexit')
            shell.errexit = on;
        if (named === 'pipefail')
            shell.pipefail = on;
        if (/^-[b-zA-Z]*a/.test(arg))
            shell.exportsAll = true;
    }
}
function declare({ shell }, node, args) {
    const exports = args.includes('-x') || (0,visit/* plainText */.wh)(node.words[0]) === 'export';
    for (const arg of args.filter(each => !each.startsWith('-'))) {
        const at = arg.indexOf('=');
        const name = at < 0 ? arg : arg.slice(0, at);
        if (at > 0)
            shell.set(name, arg.slice(at + 1));
        if (exports)
            shell.export(name);
    }
}
function read(machine, args) {
    const names = args.filter(arg => /^[A-Za-z_]\w*$/.test(arg));
    const { unknowns } = machine.settings;
    const [first = 'REPLY', ...others] = names;
    const value = machine.input.takeLine(unknowns.put({ kind: 'computed', source: `$${first}`, by: 'loop' }));
    if (value === undefined) {
        machine.shell.set(first, '');
        return 1;
    }
    const fields = others.length === 0 ? [value] : value.trim().split(/\s+/);
    for (const [index, name] of [first, ...others].entries())
        machine.shell.set(name, fields[index] ?? '');
    return 0;
}
function wait({ jobs }, args) {
    const named = args.filter(arg => arg.startsWith('job:'));
    if (args.includes('-n'))
        return [...jobs.values()].find(status => status !== 0) ?? 0;
    return jobs.get(named.at(-1) ?? '') ?? 0;
}

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/arithmetic.js
var arithmetic = __webpack_require__(6308);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/conditions.js
/** `test`, `[ … ]`, `[[ … ]]` (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/test.html), without the brackets. */
function evaluateTest(operands, facts) {
    return new TestReader(operands, facts).read();
}
/** The pattern that a word is in `case` and `[[ == ]]`: what is quoted stands for itself. undefined: it is not known whole. */
function readPattern(word, text, unknowns) {
    if (unknowns.listIn(text).length > 0)
        return undefined;
    const isLiteral = word.parts.every(part => part.kind !== 'text' || part.quoted);
    const source = isLiteral ? conditions_escape(text) : translateParts(word, text);
    try {
        return new RegExp(`^(?:${source})$`, 's');
    }
    catch {
        return undefined;
    }
}
function translateParts({ parts }, text) {
    // Quoted and unquoted texts beside each other: each by its own rule.
    if (parts.every(part => part.kind === 'text'))
        return parts.map(part => (part.quoted ? conditions_escape(part.text) : translate(part.text))).join('');
    return translate(text);
}
function conditions_escape(text) {
    return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
function translate(glob) {
    return glob.replace(/\[[!^]?[^\]]+\]|[.*+?^${}()|[\]\\/]/g, found => {
        if (found === '*')
            return '.*';
        if (found === '?')
            return '.';
        return found.length > 1 ? found.replace(/^\[!/, '[^') : `\\${found}`;
    });
}
class TestReader {
    operands;
    facts;
    at = 0;
    constructor(operands, facts) {
        this.operands = operands;
        this.facts = facts;
    }
    read() {
        const { length } = this.operands;
        if (length === 0)
            return false;
        // POSIX: what one and three words mean goes by their number.
        if (length === 1)
            return this.isFilled(this.operands[0]?.text ?? '');
        if (length === 3 && isBinary(this.operands[1]?.text ?? ''))
            return this.readPrimary();
        const truth = this.readOr();
        return this.at === length ? truth : undefined;
    }
    peek(offset = 0) {
        return this.operands[this.at + offset]?.text;
    }
    readOr() {
        let truth = this.readAnd();
        while (this.peek() === '-o' || this.peek() === '||') {
            this.at++;
            const right = this.readAnd();
            truth = either(truth, right);
        }
        return truth;
    }
    readAnd() {
        let truth = this.readNot();
        while (this.peek() === '-a' || this.peek() === '&&') {
            this.at++;
            const right = this.readNot();
            truth = not(either(not(truth), not(right)));
        }
        return truth;
    }
    readNot() {
        if (this.peek() === '!' && this.peek(1) !== undefined) {
            this.at++;
            return not(this.readNot());
        }
        if (this.peek() === '(' && !isBinary(this.peek(1) ?? '')) {
            this.at++;
            const truth = this.readOr();
            this.at++;
            return truth;
        }
        return this.readPrimary();
    }
    readPrimary() {
        const operator = this.peek(1);
        if (operator !== undefined && isBinary(operator) && this.peek(2) !== undefined) {
            const left = this.peek() ?? '';
            const right = this.operands[this.at + 2];
            this.at += 3;
            return right === undefined ? undefined : this.compare(left, operator, right);
        }
        const first = this.peek() ?? '';
        const second = this.peek(1);
        if (/^-[a-zA-Z]$/.test(first) && second !== undefined && !/^(?:-[ao]|&&|\|\||\))$/.test(second)) {
            this.at += 2;
            return this.ask(first, second);
        }
        this.at++;
        return this.isFilled(first);
    }
    ask(operator, operand) {
        if (operator === '-n')
            return this.isFilled(operand);
        if (operator === '-z')
            return not(this.isFilled(operand));
        return /^-[efsrxw]$/.test(operator) ? this.facts.isFile(operand) : undefined;
    }
    isFilled(text) {
        const parts = this.facts.unknowns.listIn(text);
        if (text === '')
            return false;
        const certain = (kind) => ['account', 'region', 'source-directory', 'digest'].includes(kind);
        return parts.length < Array.from(text).length || parts.some(({ kind }) => certain(kind)) ? true : undefined;
    }
    compare(left, operator, right) {
        const { text, pattern } = right;
        const unknown = this.facts.unknowns.listIn(left + text).length > 0;
        if (/^(?:=|==|!=)$/.test(operator)) {
            const equal = unknown && left !== text ? this.guessEqual(left, text) : (pattern?.test(left) ?? left === text);
            return equal === undefined ? undefined : equal === (operator !== '!=');
        }
        if (operator === '=~')
            return unknown ? undefined : conditions_matches(left, text);
        if (unknown && !(left === text && /^-(?:eq|ne|le|ge|lt|gt)$/.test(operator)))
            return undefined;
        return compareNumbers(operator, left, text);
    }
    /** What AWS says of the phase that failed, asked by `aws codebuild batch-get-builds`. */
    guessEqual(left, right) {
        const asked = [left, right].some(text => this.facts.unknowns
            .listIn(text)
            .some(part => part.kind === 'computed' && part.source.includes('batch-get-builds')));
        if (!asked)
            return undefined;
        const literal = [left, right].find(text => this.facts.unknowns.listIn(text).length === 0) ?? '';
        if (/^succe/i.test(literal))
            return false;
        return /^(?:fail|fault)/i.test(literal) ? true : undefined;
    }
}
function not(truth) {
    return truth === undefined ? undefined : !truth;
}
function either(one, other) {
    if (one === true || other === true)
        return true;
    return one === false && other === false ? false : undefined;
}
function isBinary(text) {
    return /^(?:=|==|!=|=~|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/.test(text);
}
function conditions_matches(text, expression) {
    try {
        return new RegExp(expression).test(text);
    }
    catch {
        return undefined;
    }
}
function compareNumbers(operator, left, right) {
    if (operator === '<')
        return left < right;
    if (operator === '>')
        return left > right;
    const [one, other] = [left.trim() === '' ? NaN : Number(left), right.trim() === '' ? NaN : Number(right)];
    // "integer expression expected": the test fails.
    if (Number.isNaN(one) || Number.isNaN(other))
        return false;
    switch (operator) {
        case '-eq':
            return one === other;
        case '-ne':
            return one !== other;
        case '-lt':
            return one < other;
        case '-le':
            return one <= other;
        case '-gt':
            return one > other;
        case '-ge':
            return one >= other;
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/condition-commands.js


/** `test`, `[`, `[[`, `((`, `grep`, `expr`: what is known of the answer. undefined: it is another command. */
function judgeCondition(machine, call) {
    const { node, words, tested } = call;
    const [program = '', ...args] = words;
    const source = node.words[0]?.source ?? '';
    const decide = (truth) => {
        if (truth !== undefined)
            return Number(!truth);
        return Number(!machine.decide(words.join(' ')));
    };
    if (program === '[[')
        return decide(evaluateTest(readOperands(machine, node), facts(machine)));
    if (program === 'test' || program === '[') {
        const inner = program === 'test' ? args : args.slice(0, -1);
        return decide(evaluateTest(inner.map(text => ({ text })), facts(machine)));
    }
    if (source.startsWith('((') || program === 'let') {
        const text = program === 'let' ? args.join(' ') : source.slice(2, -2);
        const value = (0,arithmetic/* evaluateArithmetic */.k)(text, name => machine.shell.lookUp(name));
        return decide(value === undefined ? undefined : value !== 0);
    }
    if (program === 'expr')
        return decide(evaluateExpression(machine, args));
    if (/^(?:e|f)?grep$/.test(program)) {
        const found = search(machine, program, args);
        return found === undefined && !tested ? undefined : decide(found);
    }
    return undefined;
}
function facts(machine) {
    return { unknowns: machine.settings.unknowns, isFile: path => machine.isFile(path) };
}
/** The words of `[[ … ]]` are not split, and one on the right may be a pattern. */
function readOperands(machine, node) {
    const { shell, settings } = machine;
    return node.words.slice(1, -1).map((word) => {
        const text = shell.expander.expandWhole(word);
        return { text, pattern: readPattern(word, text, settings.unknowns) };
    });
}
/** `expr "$A" = 1`, `expr 1 - $A`: false where the value is 0 or empty. */
function evaluateExpression(machine, args) {
    const { unknowns } = machine.settings;
    if (args.some(arg => unknowns.listIn(arg).length > 0))
        return undefined;
    const [left = '', operator, right] = args;
    if (args.length === 1)
        return left !== '' && left !== '0';
    if (right !== undefined && operator === ':')
        return new RegExp(`^(?:${right})`).test(left);
    if (right !== undefined && /^!?=$/.test(operator ?? ''))
        return (left === right) === (operator === '=');
    const value = (0,arithmetic/* evaluateArithmetic */.k)(args.join(' '), () => undefined);
    return value === undefined ? undefined : value !== 0;
}
/** `grep` in what comes in or in a file that a command wrote. */
function search(machine, program, args) {
    const options = args.filter(arg => /^-[A-Za-z]+$/.test(arg)).join('');
    const [pattern, ...files] = args.filter(arg => !arg.startsWith('-'));
    if (pattern === undefined || /[efABCm]/.test(options.replace(/[EFqiwxvcnsoHhlL-]/g, '')))
        return undefined;
    const text = files.length === 0 ? machine.input.take() : machine.files.get(machine.resolve(files[0] ?? ''));
    if (text === undefined && files.length === 1 && machine.isFile(files[0] ?? '') === false)
        return false;
    const { unknowns } = machine.settings;
    if (text === undefined || unknowns.listIn(pattern).length > 0)
        return undefined;
    const isFixed = program === 'fgrep' || options.includes('F');
    let source = isFixed ? pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : pattern;
    if (options.includes('x'))
        source = `^(?:${source})$`;
    if (options.includes('w'))
        source = `\\b(?:${source})\\b`;
    try {
        const expression = new RegExp(source, options.includes('i') ? 'i' : '');
        const lines = text.replace(/\n$/, '').split('\n');
        const certain = lines.filter(line => unknowns.listIn(line).length === 0);
        const found = certain.some(line => expression.test(line) !== options.includes('v'));
        return found || certain.length === lines.length ? found : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/file-commands.js

/** Programs that write files, as far as guards are made of them. */
function changeFiles(machine, program, args) {
    const named = args.filter(arg => !arg.startsWith('-'));
    const { files } = machine;
    switch (program) {
        case 'touch':
            for (const path of named)
                if (!files.has(machine.resolve(path)))
                    machine.write(path, '', false);
            return true;
        case 'rm':
            for (const path of named)
                files.delete(machine.resolve(path));
            return true;
        case 'cp':
        case 'mv':
            copyFiles(machine, named, program === 'mv');
            return true;
        case 'tee': {
            const text = machine.input.take();
            for (const path of named)
                machine.write(path, text, args.includes('-a'));
            machine.output.write(text);
            return true;
        }
        default:
            return false;
    }
}
/** `cp a b folder/`: a file that no command writes is taken as there. */
function copyFiles(machine, named, moves) {
    const { files, settings } = machine;
    const target = machine.resolve(named.at(-1) ?? '');
    const sources = named.slice(0, -1);
    const intoFolder = sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(named.at(-1) ?? '') || target === '' || settings.entered.has(target);
    for (const source of sources) {
        const from = machine.resolve(source);
        if (!files.has(from) && settings.products.has(from))
            continue;
        const to = intoFolder ? `${target === '' ? '' : `${target}/`}${(0,text_path/* baseName */.F)(from)}` : target;
        files.set(to, files.get(from));
        if (moves)
            files.delete(from);
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/opaque.js
/** Programs of the project's own, and those that fetch or unpack: what files they leave is not known. */
const OPAQUE = /^(?:make|gmake|rake|just|task|gulp|grunt|invoke|ant|sbt|earthly|npx|unzip|tar|patch|chef-\S+|ansible\S*|terraform|cdk|sam|serverless)\b/;
/** Standard goals of build tools: they leave their own results. */
const STANDARD = [
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
const BUILD_TOOLS = /^(?:(?:\S*\/)?(?:mvnw?|gradlew?|npm|pnpm|yarn|bun)|go|cargo|dotnet|composer|bundle|poetry|pipenv|uv|node|deno|python\d?(?:\.\d+)?|ruby|perl|php|java)$/;
/**
 * Whether a program may leave a file that deploy stages read, as `imagedefinitions.json`: one of the project's own may, build tools with their
 * standard goals do not.
 *
 * @param words the command with what starts it (`sudo`, `env`) taken away
 */
function mayWriteImageFiles(words) {
    const [program = '', ...args] = words;
    const line = words.join(' ');
    if (args.some(arg => /image[-_]?(?:definitions?|details?)[^/]*$/i.test(arg)))
        return true;
    if (STANDARD.some(pattern => pattern.test(line)))
        return false;
    // Code on the command line shows what it writes.
    if (/^(?:-c|-e|--eval)$/.test(args[0] ?? ''))
        return /image/i.test(line);
    if (/^git (?:clone|checkout|pull|submodule|reset|restore|apply|switch)\b/.test(line))
        return true;
    if (/^aws s3 (?:cp|sync|mv)\b/.test(line))
        return true;
    if (/^(?:docker|podman|nerdctl)(?:-compose| compose)? (?:run|cp|exec|up)\b/.test(line))
        return true;
    return OPAQUE.test(line) || BUILD_TOOLS.test(program);
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/scripts.js

/**
 * Scripts: `bash -c '…'`, `bash file`, `./file`, `. file`, a script on standard input. One that the buildspec writes is run; one of the project's
 * own may ask whether the build failed, which cannot be seen. undefined: the command is none.
 */
function runScriptCommand(machine, { words, tested }) {
    const plain = (0,docker/* stripPrefixes */.DT)(words);
    const [program = '', ...args] = plain;
    if (program === '.' || program === 'source')
        return sourceFile(machine, args, tested);
    if (/^(?:.*\/)?(?:ba|da|z|k)?sh$/.test(program))
        return runShell(machine, args, tested);
    // Wrappers of build tools are what they wrap.
    if ((!program.includes('/') && !program.endsWith('.sh')) || /(?:^|\/)(?:gradlew|mvnw)$/.test(program))
        return undefined;
    const file = machine.resolve(program);
    if (!machine.files.has(file) && /^\/(?:usr|bin|sbin|opt)\//.test(program))
        return undefined;
    return runFile(machine, program, args, tested);
}
function sourceFile(machine, [path = '', ...args], tested) {
    const text = machine.files.get(machine.resolve(path));
    if (text === undefined)
        return runUnseen(machine, path, tested);
    const { parameters } = machine.shell;
    if (args.length > 0)
        machine.shell.parameters = args;
    machine.catchReturn(() => machine.runScript(text));
    machine.shell.parameters = parameters;
    return machine.shell.status;
}
function runShell(machine, args, tested) {
    const options = [];
    let at = 0;
    while (/^[-+]/.test(args[at] ?? '')) {
        options.push(args[at] ?? '');
        at++;
        if (/^[-+][a-zA-Z]*o$/.test(options.at(-1) ?? ''))
            options.push(args[at++] ?? '');
    }
    const rest = args.slice(at);
    const inline = options.some(option => /^-[a-zA-Z]*c[a-zA-Z]*$/.test(option));
    const [first, ...others] = rest;
    if (inline)
        return runText(machine, first ?? '', others.slice(1), options);
    if (first !== undefined) {
        const text = machine.files.get(machine.resolve(first));
        return text === undefined ? runUnseen(machine, first, tested) : runText(machine, text, others, options);
    }
    const text = machine.input.take();
    return text === undefined ? runUnseen(machine, 'standard input', tested) : runText(machine, text, [], options);
}
function runFile(machine, path, args, tested) {
    const text = machine.files.get(machine.resolve(path));
    if (text === undefined)
        return runUnseen(machine, path, tested);
    const [, interpreter = 'sh', flags = ''] = /^#!\s*(?:\/usr\/bin\/env(?: -S)?\s+)?(\S+)(.*)/.exec(text) ?? [];
    if (!/sh$/.test(interpreter))
        return runUnseen(machine, path, tested);
    return runText(machine, text, args, flags.trim().split(/\s+/));
}
function runText(machine, text, args, options) {
    const shell = machine.shell.spawn();
    shell.parameters = args;
    shell.errexit = options.some(option => /^-[a-zA-Z]*e/.test(option)) || options.includes('errexit');
    shell.pipefail = options.includes('pipefail');
    return machine.apart(shell, () => machine.runScript(text));
}
/** A script that nothing is known of: it may end with either status, and may be a guard. */
function runUnseen(machine, path, tested) {
    machine.output.write(undefined);
    if (machine.isFile(path) === false)
        return 127;
    machine.files.noteOpaque();
    if (machine.buildFailed || machine.fault?.kind === 'build')
        machine.doubt = true;
    if (tested)
        return Number(machine.settings.choices.choose());
    return machine.inBuildPhase && machine.fails('command', '') ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/commands.js










/** Commands that do not fail, or whose failure says nothing about an image. */
const HARMLESS = /^(?:echo|printf|date|ls|pwd|cat|env|printenv|true|:|set|export|cd|pushd|popd|sleep|whoami|uname|which|du|df|free|tree|tee|touch|mkdir|chmod|rm|cp|mv|shopt|ulimit|umask|alias|hash|type|kill|disown|declare|local|readonly|typeset|unset|read|mapfile|readarray|dirs)$/;
/** Runs a command and returns its status. */
function runCommand(machine, call) {
    const { words, tested } = call;
    const [program = '', ...args] = words;
    const { shell } = machine;
    const known = shell.functions.get(program);
    if (known !== undefined) {
        machine.runFunction(known, args, tested);
        return shell.status;
    }
    const builtin = runBuiltin(machine, call, program, args);
    if (builtin !== undefined)
        return builtin;
    const script = runScriptCommand(machine, call);
    if (script !== undefined)
        return script;
    const condition = judgeCondition(machine, call);
    if (condition !== undefined)
        return condition;
    if (changeFiles(machine, program, args))
        return 0;
    return runProgram(machine, call);
}
/** Any other program: those that build and push are what this is about. */
function runProgram(machine, { node, words, tested }) {
    const plain = (0,docker/* stripPrefixes */.DT)(words);
    const [program = ''] = plain;
    if (program === 'aws' && plain.includes('stop-build'))
        throw new EndOfPath();
    const image = readImageCall(words);
    if (image !== undefined && !isHelp(plain)) {
        // What is built is told from what is pushed by its words.
        const call = (0,docker/* readDocker */.NG)(plain);
        const images = call?.kind === 'build' ? call.tags : [];
        if (machine.fails(image.builds ? 'build' : 'push', plain.join(' '), images))
            return 1;
        if (call?.kind === 'build')
            noteBuilt(machine, call);
        if (image.pushes && machine.here !== undefined)
            machine.settings.onPush(machine.here, machine);
        machine.output.write(undefined);
        return 0;
    }
    if (mayWriteImageFiles(plain))
        machine.files.noteOpaque();
    print(machine, node, words);
    const missing = asksMissing(machine, plain);
    if (missing) {
        // A machine with a cache of layers may have the image of an earlier build.
        if (machine.decide(`image ${plain.at(-1) ?? ''}`))
            machine.doubt = true;
        else
            return 1;
    }
    if (mayGuard(machine, node, program))
        machine.doubt = true;
    if (program === 'cat' && plain.slice(1).some(path => machine.isFile(path) === false))
        return 1;
    if (program === 'cat' && plain.length > 1 && plain.slice(1).every(path => machine.isFile(path) === true))
        return 0;
    if (HARMLESS.test(program) && !/^(?:ls|cat|which|type)$/.test(program))
        return 0;
    if (tested)
        return Number(machine.settings.choices.choose());
    if (HARMLESS.test(program))
        return 0;
    return machine.inBuildPhase && machine.fails('command', '') ? 1 : 0;
}
function isHelp(words) {
    return words.includes('--help') || words.includes('--version');
}
function noteBuilt(machine, call) {
    for (const tag of call.tags)
        machine.builtImages.add(tag);
    const { fault } = machine;
    if (fault?.kind === 'build' && fault.images.length > 0)
        machine.mended ||= fault.images.every(image => call.tags.includes(image));
    if (call.imageIdFile !== undefined)
        machine.write(call.imageIdFile, undefined, false);
}
function print(machine, node, words) {
    const [program = '', ...args] = words;
    const { output, shell, settings } = machine;
    if (program === 'env' || program === 'printenv') {
        const name = program === 'printenv' ? args[0] : undefined;
        output.write(name === undefined ? `${shell.listExported().join('\n')}\n` : `${shell.lookUp(name)}\n`);
        return;
    }
    if (program === 'pwd') {
        output.write(`${shell.lookUp('PWD')}\n`);
        return;
    }
    if (program === 'cat' && args.length > 0 && args[0] !== '-') {
        for (const path of args)
            output.write(machine.files.get(machine.resolve(path)) ?? (machine.isFile(path) === false ? '' : undefined));
        return;
    }
    const input = /^(?:echo|printf|docker|aws|git|date)$/.test(program) ? undefined : machine.input.take();
    const source = node.words.map(word => word.source).join(' ');
    const printed = (0,buildspec_reader_output/* printOutput */.jP)({ words, input, source }, settings.unknowns);
    const asked = printed === undefined && source.includes('batch-get-builds');
    output.write(asked ? settings.unknowns.put({ kind: 'computed', source, by: 'command' }) : printed);
}
/** `docker image inspect` of an image that this build makes and has not made. */
function asksMissing(machine, words) {
    const call = (0,docker/* readDocker */.NG)(words);
    if (call?.kind !== 'other' || !/^(?:image )?inspect$/.test(call.command))
        return false;
    const image = words.at(-1) ?? '';
    return machine.settings.images.has(image) && !machine.builtImages.has(image);
}
/** Programs that may make a status of what they read. */
const INTERPRETER = /^(?:g?awk|perl|python\d?(?:\.\d+)?|node|ruby|php|jq|bc|dc)$/;
/** Whether a program is told, or can see for itself, whether the build failed, or is there for what comes after a failure. */
function mayGuard(machine, { words }, program) {
    if (!machine.buildFailed || HARMLESS.test(program))
        return false;
    if (machine.afterOr || words.some(({ source }) => source.includes(SUCCEEDING)))
        return true;
    return INTERPRETER.test(program) && machine.here?.command.text.includes(SUCCEEDING) === true;
}

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/expand.js
var expand = __webpack_require__(4440);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/given-variables.js
var given_variables = __webpack_require__(1171);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/shell-state.js




/** What a shell has of its own; a subshell gets a copy. */
class ShellState {
    unknowns;
    expander;
    /** Names that some command sets: until then they are empty. */
    assigned;
    runSubstitution;
    variables = new Map();
    arrays = new Map();
    exported = new Set();
    functions = new Map();
    directory;
    parameters = [];
    errexit = false;
    pipefail = false;
    /** `trap … ERR` */
    errorTrap;
    /** `set -a` */
    exportsAll = false;
    status = 0;
    /** The status of the command before the one that runs: `exit` without a number gives it on. */
    statusBefore = 0;
    constructor(unknowns, assigned, runSubstitution) {
        this.unknowns = unknowns;
        this.assigned = assigned;
        this.runSubstitution = runSubstitution;
        this.directory = new paths/* WorkingDirectory */.v(unknowns);
        this.expander = new expand/* Expander */.c(unknowns, this);
    }
    /** A subshell: everything is there, and what it changes is its own. */
    fork() {
        const copied = this.spawn();
        copied.variables = new Map(this.variables);
        copied.arrays = new Map(this.arrays);
        copied.functions = new Map(this.functions);
        copied.parameters = this.parameters;
        copied.errexit = this.errexit;
        copied.pipefail = this.pipefail;
        copied.exportsAll = this.exportsAll;
        copied.errorTrap = this.errorTrap;
        copied.status = this.status;
        copied.statusBefore = this.statusBefore;
        return copied;
    }
    /** A shell of its own, as a script gets it: the exported variables and the folder. */
    spawn() {
        const started = new ShellState(this.unknowns, this.assigned, this.runSubstitution);
        started.variables = new Map([...this.variables].filter(([name]) => this.exported.has(name)));
        started.exported = new Set(this.exported);
        started.directory = this.directory.copy();
        return started;
    }
    set(name, value) {
        this.variables.set(name, value);
        if (this.exportsAll)
            this.exported.add(name);
    }
    export(name) {
        this.exported.add(name);
    }
    unset(name) {
        this.variables.set(name, '');
        this.arrays.delete(name);
    }
    assign(name, value) {
        this.set(name, value);
    }
    /** `${NAME:?}` of a variable that is empty ends the shell. */
    refuse() {
        throw new ExitSignal(1);
    }
    setFrom({ name, value, append, elements }) {
        if (elements === undefined) {
            this.set(name, (append ? this.lookUp(name) : '') + this.expander.expandWhole(value));
            return;
        }
        const before = append ? (this.arrays.get(name) ?? []) : [];
        const all = [...before, ...elements.flatMap(element => this.expander.expand(element))];
        this.setElements(name, all);
    }
    setElements(name, elements) {
        this.arrays.set(name, elements);
        this.set(name, elements[0] ?? '');
    }
    lookUp(name) {
        if (name === '?')
            return String(this.status);
        if (name === '#')
            return String(this.parameters.length);
        if (name === '@' || name === '*')
            return this.parameters.join(' ');
        if (/^[1-9]$/.test(name))
            return this.parameters[Number(name) - 1] ?? '';
        const element = (0,expand/* readElement */.R)(name, this);
        if (element !== undefined && this.arrays.has(element.array))
            return this.arrays.get(element.array)?.[element.index] ?? '';
        const known = this.variables.get(name);
        if (known !== undefined)
            return known;
        if (name === 'PWD')
            return this.path(this.directory.current);
        if (name === 'OLDPWD' && this.directory.before !== undefined)
            return this.path(this.directory.before);
        return this.assigned.has(name) ? '' : (0,given_variables/* lookUpGiven */.e)(name, this.unknowns);
    }
    lookUpElements(name) {
        if (name === '@')
            return this.parameters;
        return this.arrays.get(name) ?? (this.assigned.has(name) ? [] : undefined);
    }
    substitute(body) {
        return this.runSubstitution(body);
    }
    /** What `env` prints, as far as it is known. */
    listExported() {
        return [...this.exported].map(name => `${name}=${this.lookUp(name)}`);
    }
    path(directory) {
        if (/^[/~]/.test(directory) || this.unknowns.get(directory.charAt(0)) !== undefined)
            return directory;
        return this.unknowns.put({ kind: 'source-directory' }) + (directory === '' ? '' : `/${directory}`);
    }
}
/** What a command reads from its standard input. */
class Input {
    /** undefined: it is not known. */
    rest;
    rounds = 0;
    constructor(text) {
        this.rest = text;
    }
    /** All of it. */
    take() {
        const { rest } = this;
        if (rest !== undefined)
            this.rest = '';
        return rest;
    }
    /** A line, which is `unknown` where it is not known; there are two of those. undefined at the end. */
    takeLine(unknown) {
        if (this.rest === undefined)
            return this.rounds++ < 2 ? unknown : undefined;
        if (this.rest === '')
            return undefined;
        const at = this.rest.indexOf('\n');
        const line = at < 0 ? this.rest : this.rest.slice(0, at);
        this.rest = at < 0 ? '' : this.rest.slice(at + 1);
        return line;
    }
}
/** Where what commands print goes. */
class Output {
    text = '';
    /** @param text undefined: something that is not known */
    write(text) {
        this.text = text === undefined || this.text === undefined ? undefined : this.text + text;
        if ((this.text?.length ?? 0) > 50_000)
            this.text = undefined;
    }
    get() {
        return this.text;
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/written-files.js
/** The files that the commands of a build have written so far, by resolved path. */
class WrittenFiles {
    texts = new Map();
    writtenAt = new Map();
    opaqueAt;
    now;
    /** @param now the number of the command that runs */
    constructor(now) {
        this.now = now;
    }
    has(file) {
        return this.texts.has(file);
    }
    /** undefined: the file is not written, or its text is unknown. */
    get(file) {
        return this.texts.get(file);
    }
    list() {
        return [...this.texts.keys()];
    }
    /** @param text undefined: it is unknown */
    set(file, text) {
        this.texts.set(file, text);
        this.writtenAt.set(file, this.now());
    }
    append(file, text) {
        const before = this.has(file) ? this.get(file) : '';
        this.set(file, before === undefined || text === undefined ? undefined : before + text);
    }
    delete(file) {
        this.texts.delete(file);
    }
    /** Notes that a program ran which may have written, moved or removed any file. */
    noteOpaque() {
        this.opaqueAt = this.now();
    }
    /** Whether such a program ran. */
    get opaque() {
        return this.opaqueAt !== undefined;
    }
    /** Whether no such program ran after the file was written. */
    isSettled(file) {
        return this.opaqueAt === undefined || (this.writtenAt.get(file) ?? 0) > this.opaqueAt;
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/machine.js







const MAX_STEPS = 2_000;
const MAX_DEPTH = 12;
/**
 * A shell that runs the commands of a buildspec in thought: it knows variables, options, folders, files that commands write, and how each
 * command ends. Where a status cannot be known, `choices` decides; at most one build, push or other command fails on a way.
 */
class Machine {
    settings;
    shell;
    files = new WrittenFiles(() => this.steps);
    builtImages = new Set();
    /** The environment that every shell begins with. */
    given = [];
    jobs = new Map();
    fault;
    /** The build that failed was tried again in other words, and that one made the image. */
    mended = false;
    /** The commands run in the build phase, where any that fails fails the build. */
    inBuildPhase = false;
    /** A command of the build phase failed. */
    buildFailed = false;
    /** A program that is not in the buildspec may have looked at whether the build failed. */
    doubt = false;
    /** The command runs because another failed: `test … || die`. */
    afterOr = false;
    /** The command that runs. */
    here;
    /** The rounds of the loops around that command: what it prints may differ in each. */
    round = '';
    input = new Input('');
    output = new Output();
    answers = new Map();
    current;
    foreign = 0;
    steps = 0;
    depth = 0;
    constructor(settings) {
        this.settings = settings;
        this.shell = new ShellState(settings.unknowns, settings.assigned, body => this.substitute(body));
    }
    /** Begins with a new shell, which has only what the build is given. */
    restart() {
        this.shell = new ShellState(this.settings.unknowns, this.settings.assigned, body => this.substitute(body));
        for (const [name, value] of this.given)
            this.tell(name, value);
    }
    /** Sets a variable of the environment. */
    tell(name, value) {
        this.shell.set(name, value);
        this.shell.export(name);
    }
    /** Runs an item of `commands` and returns its status. */
    runItem(command) {
        if (command.shell === undefined)
            return 0;
        this.current = command;
        this.input = new Input('');
        this.output = new Output();
        const { shell } = this;
        const status = this.catchEnd(() => this.runList(command.shell ?? [], false));
        this.shell = shell;
        return status;
    }
    resolve(path) {
        return (0,paths/* resolvePath */.o)(this.shell.directory.current, path, this.settings.unknowns);
    }
    isFile(path) {
        const file = this.resolve(path);
        if (this.files.has(file))
            return true;
        return this.settings.products.has(file) ? false : undefined;
    }
    /** What reading cannot tell, decided for this way: the same question has the same answer. */
    decide(question) {
        const known = this.answers.get(question);
        if (known !== undefined)
            return known;
        const parts = this.settings.unknowns.listIn(question);
        if (this.buildFailed && parts.some(part => part.kind === 'computed' && part.source.includes(SUCCEEDING)))
            this.doubt = true;
        const answer = this.settings.choices.choose();
        this.answers.set(question, answer);
        return answer;
    }
    /**
     * Whether the command fails that the shell is about to run.
     *
     * @param images the names that a build gives its image
     */
    fails(kind, key, images = []) {
        const { fault, here } = this;
        if (fault !== undefined)
            return fault.kind === kind && fault.key === key && kind !== 'command';
        if (here === undefined || !this.settings.choices.choose())
            return false;
        this.fault = { kind, key, site: here, images };
        return true;
    }
    /** Runs commands in a shell of their own; what ends it ends only it. */
    apart(shell, run) {
        const outer = this.shell;
        this.shell = shell;
        const status = this.catchEnd(run);
        this.shell = outer;
        return status;
    }
    /** What commands print, and how they end. */
    capture(run) {
        const { output } = this;
        this.output = new Output();
        try {
            run();
            return this.output.get();
        }
        finally {
            this.output = output;
        }
    }
    /** Runs the text of a script, whose commands stand for the one that runs it. */
    runScript(text) {
        const list = parseScript(text);
        if (list === undefined) {
            this.shell.status = 2;
            return;
        }
        this.foreign++;
        try {
            this.deeper(() => this.runList(list, false));
        }
        finally {
            this.foreign--;
        }
    }
    runFunction({ body, command }, args, tested) {
        const { parameters } = this.shell;
        const { current } = this;
        this.shell.parameters = args;
        this.current = command ?? current;
        try {
            this.deeper(() => this.catchReturn(() => this.runNode(body, tested)));
        }
        finally {
            this.current = current;
        }
        this.shell.parameters = parameters;
    }
    catchReturn(run) {
        try {
            run();
        }
        catch (signal) {
            if (!(signal instanceof ReturnSignal))
                throw signal;
            this.shell.status = signal.status;
        }
    }
    runList(list, tested) {
        for (const { node, background } of list) {
            if (!background) {
                this.runNode(node, tested);
                continue;
            }
            const job = `job:${this.jobs.size + 1}`;
            this.jobs.set(job, this.apart(this.shell.fork(), () => this.runNode(node, false)));
            this.shell.set('!', job);
            this.shell.status = 0;
        }
    }
    /** @param tested something asks for the status, so that neither `set -e` nor a trap takes it up */
    runNode(node, tested) {
        if (this.steps++ > MAX_STEPS || this.settings.budget.steps-- <= 0)
            throw new EndOfPath();
        this.settings.runNode(this, node, tested);
    }
    /** Whether the commands of a condition end with the status 0. */
    holds(condition) {
        this.runList(condition, true);
        return this.shell.status === 0;
    }
    /** Makes a function known. One that a script defines has no command of the buildspec. */
    define(name, body) {
        this.shell.functions.set(name, { body, command: this.foreign === 0 ? this.current : undefined });
    }
    /** Notes which command runs; one in a script stands for the command of the buildspec that runs the script. */
    enter(node) {
        if (this.foreign === 0 && this.current !== undefined)
            this.here = { command: this.current, node };
    }
    /** How a command ended, and what the shell makes of it: a trap, `set -e`. */
    end(status, tested) {
        this.shell.status = status;
        if (status === 0 || tested)
            return;
        const { errorTrap } = this.shell;
        if (errorTrap !== undefined) {
            this.shell.errorTrap = undefined;
            this.deeper(() => this.runList(errorTrap, true));
            this.shell.errorTrap = errorTrap;
            this.shell.status = status;
        }
        if (this.shell.errexit)
            throw new ExitSignal(status);
    }
    substitute(body) {
        let status = 0;
        const { here, input } = this;
        const printed = this.capture(() => {
            const shell = this.shell.fork();
            shell.errexit = false;
            status = this.apart(shell, () => this.runList(body, false));
        });
        this.here = here;
        this.input = input;
        this.shell.status = status;
        if (printed !== undefined)
            return printed.replace(/\n+$/, '');
        const source = (0,visit/* listCommands */.FH)(body)
            .map(({ words }) => words.map(word => word.source).join(' '))
            .join('; ');
        return this.settings.unknowns.put({ kind: 'computed', source: `$(${source})${this.round}`, by: 'command' });
    }
    write(path, text, append) {
        const file = this.resolve(path);
        if (append)
            this.files.append(file, text);
        else
            this.files.set(file, text);
    }
    deeper(run) {
        if (this.depth >= MAX_DEPTH)
            throw new EndOfPath();
        this.depth++;
        try {
            run();
        }
        finally {
            this.depth--;
        }
    }
    catchEnd(run) {
        const { depth, foreign } = this;
        try {
            run();
            return this.shell.status;
        }
        catch (signal) {
            if (signal instanceof ExitSignal || signal instanceof ReturnSignal)
                return signal.status;
            if (signal instanceof LoopSignal)
                return 0;
            throw signal;
        }
        finally {
            this.depth = depth;
            this.foreign = foreign;
        }
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/cases.js

/** Runs `case … in … esac`. */
function runCase(machine, { word, items }, tested) {
    const value = machine.shell.expander.expandWhole(word);
    machine.shell.status = 0;
    let through = false;
    for (const item of items) {
        if (!through && !cases_matches(machine, value, item))
            continue;
        machine.runList(item.body, tested);
        if (item.terminator === ';;')
            return;
        through = item.terminator === ';&';
    }
}
function cases_matches(machine, value, { patterns }) {
    const { unknowns } = machine.settings;
    return patterns.some(word => {
        const text = machine.shell.expander.expandWhole(word);
        if (text === value)
            return true;
        const pattern = readPattern(word, text, unknowns);
        if (pattern === undefined || unknowns.listIn(value).length > 0)
            return text === '*' || machine.decide(`case ${value} in ${text}`);
        return pattern.test(value);
    });
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/loops.js

const MAX_ROUNDS = 12;
/** Runs `for`, `while`, `until` and `for ((…))`. */
function runLoop(machine, { loop, variable, words, head, body }, tested) {
    const { shell, round: outer } = machine;
    const rounds = listRounds(machine, loop, words);
    let status = 0;
    for (let round = 0;; round++) {
        if (rounds !== undefined && round >= rounds.length)
            break;
        if (round >= MAX_ROUNDS + (rounds?.length ?? 0))
            throw new EndOfPath();
        const value = rounds?.[round];
        machine.round = `${outer} ${round}`;
        if (value !== undefined && variable !== '')
            shell.set(variable, value);
        if (rounds === undefined && machine.holds(head) !== (loop === 'while'))
            break;
        shell.status = 0;
        const signal = catchLoop(machine, () => machine.runList(body, tested));
        status = shell.status;
        machine.round = outer;
        if (signal === undefined)
            continue;
        if (--signal.levels > 0)
            throw signal;
        if (signal.kind === 'break')
            break;
    }
    machine.round = outer;
    shell.status = status;
}
/** The values of a loop's variable; undefined for while and until. A value that is unknown becomes two. */
function listRounds({ shell, settings: { unknowns } }, loop, words) {
    if (loop === 'while' || loop === 'until')
        return undefined;
    if (loop === 'arithmetic')
        return ['', ''];
    const values = words === undefined ? shell.parameters : words.flatMap(word => shell.expander.expand(word));
    return values.flatMap(value => {
        if (unknowns.listIn(value).length === 0 && !/[*?[]/.test(value))
            return [value];
        const source = unknowns.show(value);
        return [1, 2].map(index => unknowns.put({ kind: 'computed', source: `${source} (${index})`, by: 'loop' }));
    });
}
function catchLoop({ shell }, run) {
    try {
        run();
    }
    catch (signal) {
        if (!(signal instanceof LoopSignal))
            throw signal;
        shell.status = 0;
        return signal;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/pipelines.js

/** Runs `a | b` and `! a`. A command alone runs in the shell itself, several each in a subshell. */
function runPipeline(machine, { members, negated }, tested) {
    const { input, shell } = machine;
    const statuses = [];
    for (const [index, member] of members.entries()) {
        const isLast = index === members.length - 1;
        const run = () => {
            const status = members.length === 1
                ? runAlone(machine, member)
                : machine.apart(shell.fork(), () => machine.runNode(member, tested || negated || !isLast));
            statuses.push(status);
        };
        if (isLast)
            run();
        else
            machine.input = new Input(machine.capture(run));
    }
    machine.input = input;
    shell.setElements('PIPESTATUS', statuses.map(String));
    const last = statuses.at(-1) ?? 0;
    const status = shell.pipefail ? (statuses.findLast(each => each !== 0) ?? 0) : last;
    if (negated)
        shell.status = Number(status === 0);
    else
        machine.end(status, tested);
}
function runAlone(machine, member) {
    machine.runNode(member, true);
    return machine.shell.status;
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/redirections.js

/** Runs commands with their standard input and output redirected. */
function runRedirected(machine, redirects, run) {
    const { input, output } = machine;
    const expand = (word) => machine.shell.expander.expandWhole(word);
    let target;
    for (const { operator, descriptor, target: word, body } of redirects) {
        if (body !== undefined)
            machine.input = new Input(expand(body));
        else if (operator === '<<<')
            machine.input = new Input(`${expand(word)}\n`);
        else if (operator === '<')
            machine.input = new Input(machine.files.get(machine.resolve(expand(word))));
        else if (/^>[>|&]?$/.test(operator) && descriptor !== '2') {
            const path = expand(word);
            machine.output = new Output();
            // `>&2` is not printed; `2>&1` is.
            target = operator === '>&' || path === '/dev/null' ? undefined : { path, append: operator === '>>' };
        }
    }
    try {
        run();
    }
    finally {
        if (target !== undefined)
            machine.write(target.path, machine.output.get(), target.append);
        machine.input = input;
        machine.output = output;
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/simple-command.js

/** Runs a command with its assignments and redirections, or assignments alone. */
function runSimple(machine, node, tested) {
    machine.enter(node);
    const { shell, here } = machine;
    shell.statusBefore = shell.status;
    const words = node.words.flatMap(word => shell.expander.expand(word));
    if (words.length === 0) {
        runRedirected(machine, node.redirects, () => simple_command_assign(machine, node));
        machine.end(shell.status, tested);
        return;
    }
    // The substitutions in its words have run, and each was the command that ran then.
    machine.here = here;
    const before = node.assignments.map(({ name }) => [name, shell.lookUp(name)]);
    for (const assignment of node.assignments) {
        shell.setFrom(assignment);
        shell.export(assignment.name);
    }
    let status = 0;
    runRedirected(machine, node.redirects, () => {
        status = machine.settings.runCommand(machine, { node, words, tested });
    });
    for (const [name, value] of before)
        shell.set(name, value);
    machine.end(status, tested);
}
function simple_command_assign({ shell }, { assignments, words }) {
    const values = assignments.flatMap(({ value, elements = [] }) => [value, ...elements]);
    const substitutes = [...values, ...words].some(word => word.parts.some(part => part.kind === 'command'));
    for (const assignment of assignments)
        shell.setFrom(assignment);
    // The status of the last substitution is that of the command.
    if (!substitutes)
        shell.status = 0;
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/nodes.js





/** Runs one node of a shell's syntax tree. */
function runNode(machine, node, tested) {
    switch (node.kind) {
        case 'simple':
            runSimple(machine, node, tested);
            return;
        case 'pipeline':
            runPipeline(machine, node, tested);
            return;
        case 'chain':
            runChain(machine, node, tested);
            return;
        case 'if':
            runIf(machine, node, tested);
            return;
        case 'loop':
            runLoop(machine, node, tested);
            return;
        case 'case':
            runCase(machine, node, tested);
            return;
        case 'group':
            runRedirected(machine, node.redirects, () => runGroup(machine, node, tested));
            return;
        case 'function':
            machine.define(node.name, node.body);
            machine.shell.status = 0;
            return;
    }
}
/** `a && b || c`; the status of the last is not tested. */
function runChain(machine, { links }, tested) {
    const { shell } = machine;
    for (const [index, { operator, node }] of links.entries()) {
        const skip = operator === '&&' ? shell.status !== 0 : operator === '||' && shell.status === 0;
        if (skip)
            continue;
        machine.afterOr = operator === '||';
        machine.runNode(node, tested || index < links.length - 1);
        machine.afterOr = false;
    }
}
function runIf(machine, { branches, otherwise = [] }, tested) {
    const taken = branches.find(({ condition }) => machine.holds(condition));
    if (taken === undefined)
        machine.shell.status = 0;
    machine.runList(taken?.body ?? otherwise, tested);
}
/** `{ …; }` and `( … )`. */
function runGroup(machine, { subshell, body }, tested) {
    if (!subshell) {
        machine.runList(body, tested);
        return;
    }
    const status = machine.apart(machine.shell.fork(), () => machine.runList(body, tested));
    machine.end(status, tested);
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-flow/explore.js










/** Longer ways, and more of them, are not followed; what was found until then stays. */
const MAX_WAYS = 1_000;
const explore_MAX_STEPS = 25_000;
/**
 * Follows every way through a buildspec on which at most one command fails, as CodeBuild goes on after a failure
 * (https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html): the next item runs where the status is 0, a failed build
 * phase is followed by post_build, and `CODEBUILD_BUILD_SUCCEEDING` is 0 then.
 */
function followFailures(buildspec, run) {
    return new Explorer(buildspec, run).explore();
}
class Explorer {
    buildspec;
    unknowns = new values/* Unknowns */.Y();
    choices = new Choices();
    settings;
    afterFailedPhase = new Map();
    pushedAfter = new Map();
    files = new Map();
    opaque = false;
    unseen = new Map();
    constructor(buildspec, run) {
        this.buildspec = buildspec;
        const { products, images } = this.listProducts(run);
        this.settings = {
            unknowns: this.unknowns,
            choices: this.choices,
            assigned: listAssigned(buildspec),
            products,
            images,
            entered: new Set(),
            budget: { steps: explore_MAX_STEPS },
            runCommand: runCommand,
            runNode: runNode,
            onPush: (site, machine) => this.notePush(site, machine)
        };
    }
    explore() {
        let more = true;
        for (let ways = 0; more && ways < MAX_WAYS && this.settings.budget.steps > 0; ways++) {
            this.follow();
            more = this.choices.advance();
        }
        return {
            files: this.files,
            opaque: this.opaque,
            complete: !more,
            afterFailedPhase: [...this.afterFailedPhase.values()],
            pushedAfter: [...this.pushedAfter.values()],
            unseen: [...this.unseen.values()]
        };
    }
    follow() {
        const machine = new Machine(this.settings);
        const { variables, parameterStore, secretsManager } = this.buildspec;
        machine.given = [
            ...variables.map(({ name, value }) => [name, (0,values/* withoutPrivateUse */.X)(value)]),
            ...[...parameterStore, ...secretsManager].map(({ name }) => [name, this.unknowns.put({ kind: 'outside', name, from: 'parameter-store' })])
        ];
        machine.restart();
        try {
            const succeeded = this.runPhases(machine);
            const { fault, doubt, mended } = machine;
            if (succeeded && fault === undefined)
                this.noteFiles(machine);
            if (succeeded && fault !== undefined && fault.kind !== 'command' && !mended)
                note(this.unseen, fault.site, !doubt);
        }
        catch (signal) {
            if (!(signal instanceof EndOfPath))
                throw signal;
        }
    }
    /** Whether the build succeeds. */
    runPhases(machine) {
        const separate = this.buildspec.version?.value === '0.1';
        let succeeding = true;
        for (const { name, commands, finallyCommands, onFailure } of this.buildspec.phases) {
            let good = true;
            machine.inBuildPhase = name === 'build';
            const run = (command) => {
                if (separate)
                    machine.restart();
                machine.tell(SUCCEEDING, succeeding && good ? '1' : '0');
                return machine.runItem(command) === 0;
            };
            for (const command of commands) {
                good = run(command);
                if (!good)
                    break;
            }
            machine.inBuildPhase = false;
            if (!good && name === 'build')
                machine.buildFailed = true;
            for (const command of finallyCommands)
                good = run(command) && good;
            if (good)
                continue;
            succeeding = false;
            const goesOn = onFailure === undefined ? name === 'build' : onFailure.value === 'CONTINUE';
            if (!goesOn)
                return false;
        }
        return succeeding;
    }
    noteFiles(machine) {
        this.opaque ||= machine.files.opaque;
        for (const path of machine.files.list()) {
            const known = this.unknowns.listIn(path).length === 0;
            this.files.set(this.unknowns.show(path), { known, settled: machine.files.isSettled(path) });
        }
    }
    notePush(site, machine) {
        const { fault, buildFailed, doubt, mended } = machine;
        if (buildFailed)
            note(this.afterFailedPhase, site, !doubt);
        else if (fault?.kind === 'build' && !mended)
            note(this.pushedAfter, fault.site, !doubt);
    }
    /** Files and images that the buildspec makes: before it has, they are not there. */
    listProducts({ steps, unknowns }) {
        const products = new Set();
        const images = new Set();
        for (const { words, writes, directory } of steps) {
            const call = (0,docker/* readDocker */.NG)(words);
            const written = words[0] === 'touch' ? words.slice(1) : [];
            const id = call?.kind === 'build' && call.imageIdFile !== undefined ? [call.imageIdFile] : [];
            for (const path of writes)
                products.add(this.translate(path, unknowns));
            for (const path of [...written, ...id])
                products.add(this.translate((0,paths/* resolvePath */.o)(directory, path, unknowns), unknowns));
            if (call?.kind === 'build')
                for (const tag of call.tags)
                    images.add(this.translate(tag, unknowns));
        }
        return { products, images };
    }
    /** Unknown parts of another reading, as they are called in this one. */
    translate(text, unknowns) {
        return unknowns.fill(text, unknown => this.unknowns.put(unknown));
    }
}
function note(facts, site, certain) {
    const known = facts.get(site.node);
    facts.set(site.node, { site, certain: certain || known?.certain === true });
}
/** Names of variables that some command sets, and that are therefore empty until it does. */
function listAssigned({ phases }) {
    const lists = phases.flatMap(({ commands, finallyCommands }) => [...commands, ...finallyCommands].flatMap(({ shell }) => (shell === undefined ? [] : [shell])));
    return new Set(lists.flatMap(listNamed));
}
function listNamed(list) {
    return (0,visit/* listCommands */.FH)(list).flatMap(({ assignments, words }) => {
        const [program, ...args] = words;
        const sets = /^(?:export|declare|local|readonly|typeset|read|mapfile|readarray)$/.test((0,visit/* plainText */.wh)(program) ?? '');
        const named = sets ? args.flatMap(({ source }) => /^[A-Za-z_]\w*(?==)/.exec(source)?.[0] ?? []) : [];
        return [...assignments.map(({ name }) => name), ...named];
    });
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/check.js






/**
 * The known mistakes in a buildspec, by line, each with its rule (`code`), its place and its cure. An error stops the build or ships what
 * should not be shipped; a warning may be meant.
 */
function checkBuildspec(buildspec, options = {}) {
    const findings = [];
    const report = (severity, rule, place, what, next) => {
        findings.push({ severity, code: rule.name, place, what, next });
    };
    const run = (0,interpret/* interpretBuildspec */.T)(buildspec);
    checkStructure(buildspec, report);
    const facts = followFailures(buildspec, run);
    checkPushes(buildspec, facts, report);
    checkCommands(buildspec, run, report);
    checkArtifacts(buildspec, run, facts, options.deployProvider, report);
    const position = ({ place }) => (place.line ?? 0) * 1000 + (place.column ?? 0);
    return findings.toSorted((one, other) => position(one) - position(other));
}

// EXTERNAL MODULE: ./lib/commands/read-file.js
var read_file = __webpack_require__(1087);
;// CONCATENATED MODULE: ./lib/commands/check-named.js
















const KIND_RULES = new errors/* RuleList */.VZ();
const UNKNOWN_FILE = KIND_RULES.add('unknown-file', 'error', 'A file to check is not of a kind that Slipway checks.', 'slipway check');
/** Checks the named files, each by its kind; AppSpecs also against the task definition, where exactly one is named with them. */
async function checkNamedFiles(paths, options, files) {
    const named = await Promise.all(paths.map(async (path) => checkNamed(path, options, files)));
    const [taskDefinition, ...others] = named.flatMap(file => file.taskDefinition ?? []);
    return named.map(({ file, kind, findings, appspec }) => {
        if (appspec === undefined || taskDefinition === undefined || others.length > 0)
            return { file, kind, findings };
        return { file, kind, findings: [...findings, ...(0,appspec_appspec/* checkAppspec */.$3)(appspec, taskDefinition)] };
    });
}
async function checkNamed(file, options, files) {
    try {
        if (isDockerfile(file))
            return { file, kind: 'Dockerfile', findings: await checkNamedDockerfile(file, files) };
        const document = await (0,read_file/* readDocumentArgument */.v)(file, files);
        const checked = checkDocument(document, options);
        if (checked.kind !== 'buildspec')
            return { file, ...checked };
        // CodeBuild begins at the root of the source, where a check is run too.
        const bases = await checkBaseImages((0,reader/* readBuildspec */.as)(document), async (path) => (await files.isFile(path)) ? files.read(path) : undefined);
        return { file, ...checked, findings: [...checked.findings, ...bases] };
    }
    catch (error) {
        if (!(error instanceof errors/* RuleProblemsError */.lj))
            throw error;
        return { file, kind: kindByName(file), findings: (0,errors/* toFindings */.Sz)(error.problems, 'error') };
    }
}
/** By its name: `Dockerfile`, `Dockerfile.dev`, `web.Dockerfile`. */
function isDockerfile(path) {
    return /(?:^|[\\/.])Dockerfile(?:\.[^\\/]*)?$/i.test(path);
}
/** By itself: what the settings say of the build is not known. */
async function checkNamedDockerfile(file, files) {
    const build = { ...NO_BUILD, dockerfile: file };
    return (0,dockerfile_rules/* checkDockerfile */.vn)((0,dockerfile/* readDockerfile */.n_)(file, await (0,read_file/* readFileArgument */.k)(file, files)), build, setting => setting, []);
}
const NO_BUILD = {
    ...resolved_settings/* NOTHING_SET */.L3.getAll('images', build/* BUILD_SETTINGS */.n),
    // What a build is given beside the file may be anything.
    buildOptions: ['--quiet']
};
const NO_CHANGES = resolved_settings/* NOTHING_SET */.L3.getAll('services', files/* FILES_SETTINGS */._);
function checkDocument(document, { deployProvider, unknownFields }) {
    const detected = (0,buildspec_check_kind/* detectKind */.i)(document);
    const kind = detected === 'unknown' ? kindByName(document.file) : detected;
    switch (kind) {
        case 'buildspec':
            return { kind, findings: checkBuildspec((0,reader/* readBuildspec */.as)(document), { deployProvider }) };
        case 'task definition': {
            const { problems, value } = take(() => (0,task_definition/* readTaskDefinition */.Lx)(document, { unknownFields }));
            if (value === undefined)
                return { kind, findings: (0,errors/* toFindings */.Sz)(problems, 'error') };
            const limits = (0,errors/* toFindings */.Sz)((0,task_definition/* checkChanges */.ek)(value, { ...NO_CHANGES, images: [] }), 'error');
            const findings = [...limits, ...(0,check_rules/* checkDefinition */.Q)(value), ...(0,errors/* toFindings */.Sz)(value.warnings, 'warning')];
            return { kind, findings, taskDefinition: value };
        }
        case 'AppSpec': {
            const { problems, value } = take(() => (0,appspec_appspec/* readAppspec */.VL)(document));
            if (value === undefined)
                return { kind, findings: (0,errors/* toFindings */.Sz)(problems, 'error') };
            return { kind, findings: (0,errors/* toFindings */.Sz)(value.warnings, 'warning'), appspec: value };
        }
        case 'settings file of Slipway':
            return { kind, findings: checkSettingsFile(document) };
        default:
            return { kind, findings: [refuseKind(kind, document)] };
    }
}
/** The settings alone, under each environment; the files that they name are checked by `slipway check` without arguments. */
function checkSettingsFile(document) {
    const problems = (0,sources_environments/* listEnvironments */.D)(document).flatMap(environment => {
        const given = environment === undefined ? {} : { environment };
        const source = { sha: undefined, keepTokens: true };
        return (0,decode/* decodeAll */.qL)({ given, givenFrom: 'flag', file: document, env: {}, purpose: 'check', source }).problems;
    });
    return (0,errors/* toFindings */.Sz)((0,errors/* uniqueProblems */.OH)(problems), 'error');
}
function take(read) {
    try {
        return { value: read(), problems: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* RuleProblemsError */.lj))
            throw error;
        return { problems: error.problems };
    }
}
/** What a file is meant to be, by its name, where its content does not say it. */
function kindByName(path) {
    const name = path.replace(/^.*[\\/]/, '').toLowerCase();
    if (name.includes('appspec'))
        return 'AppSpec';
    if (name.includes('buildspec'))
        return 'buildspec';
    if (/task-?_?def/.test(name))
        return 'task definition';
    return name.startsWith('slipway.') ? 'settings file of Slipway' : 'unknown';
}
function refuseKind(kind, document) {
    const what = kind === 'unknown'
        ? 'This is no file that can be checked here: no task definition, AppSpec, buildspec or settings of Slipway.'
        : `This is ${withArticle(kind)}, which is not checked here.`;
    const next = 'slipway check reads task definitions, AppSpecs, buildspecs, Dockerfiles and slipway.yml.';
    return { severity: 'error', code: UNKNOWN_FILE.name, place: document.place([]), what, next };
}
function withArticle(kind) {
    if (/\.json$/.test(kind))
        return kind;
    return `${/^[AEIOU]/i.test(kind) ? 'an' : 'a'} ${kind}`;
}

// EXTERNAL MODULE: ./lib/config/sources/source-locations.js
var source_locations = __webpack_require__(9672);
// EXTERNAL MODULE: ./lib/steps/check-files.js + 1 modules
var check_files = __webpack_require__(9913);
// EXTERNAL MODULE: ./lib/steps/read-sources.js
var read_sources = __webpack_require__(9488);
;// CONCATENATED MODULE: ./lib/commands/check-project.js







/** Files that are looked at where no settings name any, or beside them. */
const BUILDSPEC = 'buildspec.yml';
const USUAL = ['taskdefinition.json', 'task-definition.json', 'taskdef.json'];
const USUAL_APPSPECS = ['appspec.yml', 'appspec.yaml', 'appspec.json'];
const SETTINGS_KIND = 'settings';
const DOCKERFILE_KIND = 'Dockerfile';
/**
 * Checks the project in the working directory: the settings under each environment, or under the one that is given, the files that they
 * name, and the buildspecs beside them. Without settings, the files by their usual names.
 */
async function checkProject(project) {
    const { given, files } = project;
    const problems = [];
    const settings = await (0,read_sources/* collect */.Fo)(errors/* RuleProblemsError */.lj, problems, () => (0,read_sources/* readSettingsFile */.ur)(given['config'], files));
    if (problems.length > 0)
        return groupByFile({ findings: (0,errors/* toFindings */.Sz)(problems, 'error'), read: [] });
    if (settings === undefined && Object.keys(given).length === 0) {
        const usual = await findUsual(files);
        if (usual.length > 0)
            return checkNamedFiles(usual, { ...project, unknownFields: 'error' }, files);
    }
    const chosen = given['environment'] ?? '';
    const environments = chosen === '' ? (0,sources_environments/* listEnvironments */.D)(settings) : [chosen];
    const found = [];
    for (const environment of environments)
        found.push(await checkEnvironment(environment, settings, project));
    const all = await checkBuildspecs(environments, project);
    const read = settings === undefined ? [] : [{ file: settings.file, kind: SETTINGS_KIND }];
    return [
        ...groupByFile({
            findings: (0,errors/* uniqueProblems */.OH)(found.flatMap(({ findings }) => findings)),
            read: [...read, ...found.flatMap(one => one.read)]
        }),
        ...all
    ];
}
async function checkEnvironment(environment, settings, { given, files, environment: env }) {
    const asked = {
        given: environment === undefined ? given : { ...given, environment },
        givenFrom: 'flag',
        file: settings,
        env,
        purpose: 'check',
        source: { sha: undefined, keepTokens: true }
    };
    const { config, problems, locate } = (0,decode/* decodeAll */.qL)(asked);
    const place = (finding) => ({ ...finding, place: (0,source_locations/* placeAt */.BW)(finding.place, locate) });
    if (problems.length > 0) {
        const services = await (0,read_sources/* readServices */.JQ)(config.rollouts, files);
        const found = services.flatMap(({ sources }) => (0,errors/* toFindings */.Sz)(sources.problems, 'error'));
        return { findings: [...(0,errors/* toFindings */.Sz)(problems, 'error'), ...found].map(place), read: listRead(services) };
    }
    const { services, dockerfiles, findings } = await (0,check_files/* checkOffline */.ws)(config, files);
    const read = [...listRead(services), ...dockerfiles.map(file => ({ file, kind: DOCKERFILE_KIND }))];
    return { findings: findings.map(place), read };
}
function listRead(services) {
    return services.flatMap(({ sources: { taskDefinition, appspec } }) => [
        ...(taskDefinition === undefined ? [] : [{ file: taskDefinition.document.file, kind: 'task definition' }]),
        ...(appspec?.file === undefined ? [] : [{ file: appspec.file, kind: 'AppSpec' }])
    ]);
}
/** `buildspec.yml`, and an environment's own before which its name stands, as `slipway generate` writes them. */
async function checkBuildspecs(environments, { deployProvider, files }) {
    const names = [BUILDSPEC, ...environments.flatMap(name => (name === undefined ? [] : [`${name}.${BUILDSPEC}`]))];
    return checkNamedFiles(await filter(names, files), { deployProvider, unknownFields: 'error' }, files);
}
async function findUsual(files) {
    return filter([...USUAL, ...USUAL_APPSPECS, BUILDSPEC], files);
}
async function filter(names, files) {
    const there = await Promise.all(names.map(name => files.isFile(name)));
    return names.filter((_name, index) => there[index]);
}
/** What is found in a file stands with it, in the order in which the files were read; what is in no file comes first. */
function groupByFile({ findings, read }) {
    const kinds = new Map(read.map(({ file, kind }) => [file, kind]));
    const files = [...new Set([...kinds.keys(), ...findings.flatMap(({ place }) => place.file ?? [])])];
    const nowhere = findings.filter(({ place }) => place.file === undefined);
    return [
        ...(nowhere.length === 0 ? [] : [{ file: undefined, kind: SETTINGS_KIND, findings: nowhere }]),
        ...files.map(file => ({
            file,
            kind: kinds.get(file) ?? 'unknown',
            findings: sortFindings(findings.filter(({ place }) => place.file === file))
        }))
    ];
}
function sortFindings(findings) {
    const position = ({ place }) => (place.line ?? 0) * 10_000 + (place.column ?? 0);
    return findings.toSorted((one, other) => position(one) - position(other));
}

;// CONCATENATED MODULE: ./lib/commands/check.js









const PROVIDERS = ['ECS', 'CodeDeployToECS'];
/**
 * `slipway check`: all files that the settings name, for each environment; `slipway check FILE…`: the named files by their kind. Tells what
 * is found as `file:line:column: severity rule: path: what and cure`, in a GitHub workflow as annotations too. Nothing is asked of AWS.
 *
 * @returns the exit code: 2 where there is an error, 0 with warnings alone
 * @throws ProblemsError for what is wrong with the command line
 */
async function check(request) {
    const { 'deploy-provider': provider, json, ...given } = request.flags;
    const problems = [...request.problems];
    const deployProvider = readProvider(provider, problems);
    if (request.positionals.length > 0)
        problems.push(...refuseSettings(given));
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    const unknownFields = given['unknown-fields'] === 'send' ? 'send' : 'error';
    const checked = request.positionals.length > 0
        ? await checkNamedFiles(request.positionals, { deployProvider, unknownFields }, request.files)
        : await checkProject({ ...request, given, deployProvider });
    request.write(json === 'true' ? renderFindingsJson(checked) : renderFindings(checked));
    annotate(checked, request);
    return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? outcome/* EXIT_WRONG_USE */.tN : 0;
}
function annotate(checked, { environment, directory, writeCommand }) {
    if (environment['GITHUB_ACTIONS'] !== 'true')
        return;
    const folder = (0,external_node_path_.relative)(environment['GITHUB_WORKSPACE'] ?? directory, directory)
        .split(external_node_path_.sep)
        .join('/');
    for (const { findings } of checked)
        for (const finding of findings)
            writeCommand(renderAnnotation(finding, folder));
}
/** A file is checked as it is: only how unknown fields are taken bears on it. */
function refuseSettings(given) {
    return Object.keys(given)
        .filter(name => name !== 'unknown-fields')
        .map(name => ({
        code: setting_rules/* NO_EFFECT */.kE.name,
        place: { path: `--${name}` },
        what: `--${name} has no effect where files are named.`,
        next: 'Leave it out, or name no files: then all files of the settings are checked.'
    }));
}
function readProvider(text, problems) {
    const provider = PROVIDERS.find(name => name.toLowerCase() === text?.toLowerCase());
    if (text !== undefined && provider === undefined) {
        const what = `--deploy-provider is ${(0,format/* quote */.hD)(text)}, expected ${(0,format/* listNames */.Zv)(PROVIDERS, 'or')}.`;
        problems.push({ code: setting_rules/* NOT_ALLOWED */.fX.name, place: {}, what, next: '' });
    }
    return provider;
}


/***/ }),

/***/ 4609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ listEnvironments)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);

/**
 * The runs that a settings file is for: one for each of its `environments`, undefined for one without. Where there are environments, the
 * top alone counts only if it names a task definition itself; else it is what they have in common.
 */
function listEnvironments(document) {
    const { value } = document ?? { value: undefined };
    const overlays = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'environments') : undefined;
    const names = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(overlays) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keysOf */ .YD)(overlays) : [];
    if (names.length === 0)
        return [undefined];
    const isWhole = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.hasOwn(value, 'task-definition') && !Object.hasOwn(value, 'environment');
    return isWhole ? [undefined, ...names] : names;
}


/***/ })

};
