export const id = 732;
export const ids = [732];
export const modules = {

/***/ 732:
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
// EXTERNAL MODULE: ./lib/config/decode/decode.js + 7 modules
var decode = __webpack_require__(3290);
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
// EXTERNAL MODULE: ./lib/steps/check-files.js + 1 modules
var check_files = __webpack_require__(9913);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-check/kind.js
var buildspec_check_kind = __webpack_require__(365);
// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/docker.js
var docker = __webpack_require__(3568);
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
function checkArtifacts(buildspec, run, provider, report) {
    const sets = [buildspec.artifacts, ...buildspec.secondaryArtifacts].filter(set => set !== undefined);
    checkImageFiles(run, report);
    checkNames(sets, provider, report);
    checkWritten(sets, run, report);
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
    for (const step of steps) {
        const name = step.writes.map(text_path/* baseName */.F).find(file => file === DEFINITIONS || file === DETAIL);
        if (name === undefined || step.output === undefined || step.output.trim() === '')
            continue;
        const wrong = name === DEFINITIONS ? findInDefinitions(step.output) : findInDetail(step.output);
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
function checkWritten(sets, { steps, unknowns }, report) {
    const written = new Set(steps.flatMap(listProducts));
    const opaque = steps.some(isOpaque);
    for (const set of sets) {
        const base = (set.baseDirectory ?? '').replace(/^\$\{?CODEBUILD_SRC_DIR\}?\/?/, '').replace(/\/$/, '');
        for (const file of set.files) {
            const path = [base, file.value.replace(/^\.\//, '')].filter(part => part !== '').join('/');
            if (/[*?[]/.test(path) || !/^image[-_]?(?:definitions?|details?)/i.test((0,text_path/* baseName */.F)(path)))
                continue;
            if (written.has(path) || (opaque && !written.has((0,text_path/* baseName */.F)(path))))
                continue;
            const elsewhere = [...written].find(other => (0,text_path/* baseName */.F)(other) === (0,text_path/* baseName */.F)(path));
            if (elsewhere !== undefined) {
                const what = `The file is written to ${unknowns.show(elsewhere)}, after a cd, and looked for at ${path}.`;
                const next = `Write it to "$CODEBUILD_SRC_DIR/${path}", or list ${unknowns.show(elsewhere)}.`;
                report('error', ARTIFACT_ELSEWHERE, file.place, what, next);
                continue;
            }
            const what = `No command writes ${file.value}; where it is not in the repository, the build ends with "no matching artifact paths found".`;
            report('warning', ARTIFACT_NOT_WRITTEN, file.place, what, 'Write it in post_build, or leave it out.');
        }
    }
}
function listProducts({ words, writes, directory }) {
    const [program, ...args] = words;
    const target = args.at(-1) ?? '';
    const here = directory === '' ? target : `${directory}/${target}`;
    return program === 'cp' || program === 'mv' ? [...writes, here] : writes;
}
/** A program of the project's own may write anything. */
function isOpaque({ words }) {
    const [program = ''] = words;
    return /^(?:make|\.?\/|(?:ba)?sh$|python|node$|npm$|npx$|yarn|pnpm|mvn|.*gradlew?|ant$|sbt|jq$|envsubst|earthly|rake|go$|.*\.sh$|[^/]+\/)/.test(program);
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
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-reader/visit.js
/** Every simple command of a list in the order in which they are written: those in branches, functions and substitutions too. */
function listCommands(list) {
    return list.flatMap(({ node }) => listCommandsOf(node));
}
function listCommandsOf(node) {
    switch (node.kind) {
        case 'simple': {
            const words = [
                ...node.assignments.map(({ value }) => value),
                ...node.words,
                ...node.redirects.flatMap(({ target, body }) => (body === undefined ? [target] : [target, body]))
            ];
            return [...words.flatMap(listNested), node];
        }
        case 'pipeline':
            return node.members.flatMap(listCommandsOf);
        case 'chain':
            return node.links.flatMap(link => listCommandsOf(link.node));
        case 'if':
            return [
                ...node.branches.flatMap(({ condition, body }) => [...listCommands(condition), ...listCommands(body)]),
                ...listCommands(node.otherwise ?? [])
            ];
        case 'loop':
            return [...listCommands(node.head), ...listCommands(node.body)];
        case 'case':
            return node.bodies.flatMap(listCommands);
        case 'group':
            return [...listCommands(node.body), ...node.redirects.flatMap(({ target }) => listNested(target))];
        case 'function':
            return listCommandsOf(node.body);
    }
}
function listNested(word) {
    return word.parts.flatMap(part => {
        if (part.kind === 'command')
            return listCommands(part.body);
        return part.kind === 'variable' && part.operand !== undefined ? listNested(part.operand) : [];
    });
}
/** The text of a word in which nothing is expanded; undefined if something is. */
function plainText(word) {
    if (word === undefined)
        return undefined;
    const texts = word.parts.map(part => (part.kind === 'text' ? part.text : undefined));
    return texts.includes(undefined) ? undefined : texts.join('');
}

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
    for (const { words, offset } of listCommands(command.shell ?? [])) {
        const texts = words.map(plainText);
        if (texts[0] !== 'aws' || !texts.includes('ecr') || !texts.includes('get-login'))
            continue;
        const what = "aws ecr get-login was removed: the AWS CLI 2, which CodeBuild's images have, does not know it.";
        const next = 'Write aws ecr get-login-password | docker login --username AWS --password-stdin <account>.dkr.ecr.<region>.amazonaws.com.';
        report('error', GET_LOGIN, (0,reader/* placeInCommand */.a4)(command, offset), what, next);
    }
}
function reportPasswordArgument(command, report) {
    for (const { words, offset } of listCommands(command.shell ?? [])) {
        const call = (0,docker/* readDocker */.NG)(words.map(textOrSource));
        if (call?.kind !== 'login' || !call.passwordAsArgument)
            continue;
        const what = 'docker login gets the password as an argument, where other processes and logs can see it.';
        report('warning', PASSWORD_ARGUMENT, (0,reader/* placeInCommand */.a4)(command, offset), what, 'Pipe it in: … | docker login --username <name> --password-stdin.');
    }
}
function reportStartedDocker(command, report) {
    for (const { words, offset } of listCommands(command.shell ?? [])) {
        const texts = words.map(word => plainText(word) ?? '');
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
            const texts = statement.node.kind === 'simple' ? statement.node.words.map(plainText) : [];
            if (texts[0] === 'set' && texts.includes('pipefail'))
                pipefail = true;
            if (statement.node.kind !== 'pipeline' || pipefail)
                continue;
            const [first, ...rest] = statement.node.members;
            if (first?.kind !== 'simple' || !first.words.some(word => plainText(word) === 'get-login-password'))
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
        const found = listCommands(command.shell ?? []).find(({ words }) => words.some(usesBash) || (plainText(words[0]) === 'set' && words.some(isPipefail)));
        if (found === undefined)
            continue;
        const written = command.text.slice(found.offset, found.end);
        const what = `${(0,format/* quote */.hD)(written)} needs bash, and the commands run in sh, which is not bash in every image.`;
        report('warning', NEEDS_BASH, (0,reader/* placeInCommand */.a4)(command, found.offset), what, 'Write env: shell: bash.');
        return;
    }
}
function usesBash(word) {
    if (plainText(word) === '[[' || word.source.startsWith('(('))
        return true;
    return word.parts.some(part => part.kind === 'variable' && /^(?::|\/\/?|\^\^?|,,?)$/.test(part.operator));
}
function isPipefail(word) {
    return plainText(word) === 'pipefail';
}
function reportLost({ version }, commands, report) {
    if (version?.value !== '0.1')
        return;
    for (const command of commands) {
        const [statement] = command.shell ?? [];
        const node = command.shell?.length === 1 ? statement?.node : undefined;
        if (node?.kind !== 'simple')
            continue;
        const program = plainText(node.words[0]);
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
    const look = (text, place) => {
        for (const match of text.matchAll(ECR_HOST)) {
            accounts.push({ text: match[1] ?? '', place: place(match.index) });
            if (REGION.test(match[2] ?? ''))
                regions.push({ text: match[2] ?? '', place: place(match.index) });
        }
        for (const match of text.matchAll(new RegExp(arn/* ARN_WITH_ACCOUNT */.Hh, 'g')))
            accounts.push({ text: match[1] ?? '', place: place(match.index) });
        for (const match of text.matchAll(REGION_OPTION))
            regions.push({ text: match[1] ?? '', place: place(match.index) });
        for (const match of text.matchAll(/\.ecr\.([a-z0-9-]+)\.amazonaws/g))
            if (REGION.test(match[1] ?? ''))
                regions.push({ text: match[1] ?? '', place: place(match.index) });
    };
    for (const { name, value, place } of buildspec.variables) {
        if (/^\d{12}$/.test(value) && /acc(?:oun)?t|aws_?id/i.test(name))
            accounts.push({ text: value, place });
        if (REGION.test(value))
            regions.push({ text: value, place });
        look(value, () => place);
    }
    for (const command of commands)
        look(command.text, offset => (0,reader/* placeInCommand */.a4)(command, offset));
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
    return plainText(word) ?? word.source;
}

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/shell.js
var shell = __webpack_require__(4916);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/guard.js


const SUCCEEDING = 'CODEBUILD_BUILD_SUCCEEDING';
/**
 * Finds the pushes of a phase that run although the build failed. A guard is a look at `CODEBUILD_BUILD_SUCCEEDING` (or at a file
 * that the build phase leaves behind) that ends the phase before the push, or around it.
 */
function findUnguardedPushes(lists, context) {
    const walker = new GuardWalker(context);
    for (const list of lists)
        walker.walkItem(list);
    return walker.found;
}
/** Whether the shell stops at the first command that fails, from here on. */
function setsErrexit({ words }) {
    const [program, ...args] = words.map(plainText);
    if (program !== 'set')
        return false;
    return args.some((arg, index) => /^-[a-zA-Z]*e/.test(arg ?? '') || (arg === '-o' && args[index + 1] === 'errexit'));
}
class GuardWalker {
    found = [];
    context;
    functions = new Map();
    /** Variables that hold what `CODEBUILD_BUILD_SUCCEEDING` does. */
    names = new Set([SUCCEEDING]);
    guarded = false;
    strict = false;
    depth = 0;
    constructor(context) {
        this.context = context;
    }
    /** One item of `commands`. CodeBuild ends the phase where the status of its last command is not 0. */
    walkItem(list) {
        this.walkList(list, true);
    }
    walkList(list, lastCounts) {
        for (const [index, { node }] of list.entries()) {
            this.walkNode(node, this.strict || (lastCounts && index === list.length - 1));
        }
    }
    /** @param counts whether a status that is not 0 ends the phase here */
    walkNode(node, counts) {
        switch (node.kind) {
            case 'simple':
                this.walkSimple(node, counts);
                return;
            case 'pipeline':
                for (const member of node.members)
                    this.walkNode(member, false);
                if (counts && this.judge(node) === 'succeeding')
                    this.guarded = true;
                return;
            case 'chain':
                this.walkChain(node, counts);
                return;
            case 'if':
                this.walkIf(node, counts);
                return;
            case 'loop':
                this.within(() => this.walkList(node.body, counts));
                return;
            case 'case':
                for (const body of node.bodies)
                    this.within(() => this.walkList(body, counts));
                return;
            case 'group':
                this.walkList(node.body, counts);
                return;
            case 'function':
                this.functions.set(node.name, node.body);
                return;
        }
    }
    walkSimple(node, counts) {
        for (const { name, value } of node.assignments) {
            const [only] = value.parts;
            if (value.parts.length === 1 && only?.kind === 'variable' && this.names.has(only.name))
                this.names.add(name);
        }
        if (setsErrexit(node))
            this.strict = true;
        if (!this.guarded && this.context.isPush(node))
            this.found.push(node);
        const script = readScript(node);
        if (script !== undefined) {
            this.walkScript(script, counts);
            return;
        }
        if (counts && this.judge(node) === 'succeeding')
            this.guarded = true;
        const body = this.functions.get(plainText(node.words[0]) ?? '');
        if (body === undefined || this.depth > 4)
            return;
        this.depth++;
        this.walkNode(body, counts);
        this.depth--;
    }
    /** `bash -c '…'` ends itself and not the phase; the phase ends where its status counts. */
    walkScript(script, counts) {
        const before = this.guarded;
        const { strict } = this;
        this.strict = false;
        this.walkList(script, true);
        this.strict = strict;
        if (!counts)
            this.guarded = before;
    }
    walkChain(node, counts) {
        const before = this.guarded;
        let known;
        let ends = false;
        for (const [index, { operator, node: link }] of node.links.entries()) {
            // After `&&` what was asked is so, after `||` it is not.
            const verdict = operator === '||' ? opposite(known) : known;
            if (index > 0 && verdict === 'failed' && terminates(link))
                ends = true;
            this.guarded = before || (index > 0 && verdict === 'succeeding');
            const last = index === node.links.length - 1;
            this.walkNode(link, counts && last && index === 0);
            if (index === 0)
                known = this.judge(link);
            else if (operator === '&&' && known === undefined)
                known = this.judge(link) === 'succeeding' ? 'succeeding' : undefined;
        }
        const [first, ...others] = node.links;
        // `test … && echo` at the end of an item fails with the test.
        const failsWithTest = counts &&
            first !== undefined &&
            this.judge(first.node) === 'succeeding' &&
            others.every(({ operator }) => operator === '&&');
        this.guarded = before || ends || failsWithTest;
    }
    walkIf(node, counts) {
        const before = this.guarded;
        let ends = false;
        let rest;
        for (const { condition, body } of node.branches) {
            this.guarded = before || rest === 'succeeding';
            this.walkList(condition, false);
            const last = condition.at(-1);
            const verdict = last === undefined ? undefined : this.judge(last.node);
            this.within(() => this.walkList(body, counts), before || rest === 'succeeding' || verdict === 'succeeding');
            if (verdict === 'failed' && body.some(({ node: inner }) => terminates(inner)))
                ends = true;
            rest = opposite(verdict) ?? rest;
        }
        const { otherwise } = node;
        if (otherwise !== undefined) {
            this.within(() => this.walkList(otherwise, counts), before || rest === 'succeeding');
            if (rest === 'failed' && otherwise.some(({ node: inner }) => terminates(inner)))
                ends = true;
        }
        this.guarded = before || ends;
    }
    within(body, guarded = this.guarded) {
        const before = this.guarded;
        this.guarded = guarded;
        body();
        this.guarded = before;
    }
    judge(node) {
        if (node.kind === 'pipeline' && node.members.length === 1 && node.negated) {
            const [member] = node.members;
            return member === undefined ? undefined : opposite(this.judge(member));
        }
        if (node.kind !== 'simple')
            return undefined;
        const { words } = node;
        const program = plainText(words[0]);
        if (program === undefined)
            return this.judgeArithmetic(words[0]);
        if (!['test', '[', '[['].includes(program))
            return undefined;
        const inner = words.slice(1, program === 'test' ? undefined : -1);
        return this.judgeTest(inner);
    }
    judgeTest(words) {
        if (plainText(words[0]) === '!')
            return opposite(this.judgeTest(words.slice(1)));
        const alternatives = splitAt(words, /^(?:-o|\|\|)$/);
        const [only] = alternatives;
        if (alternatives.length > 1 || only === undefined) {
            // "It failed, or …" is true whenever it failed; "it went well, or …" says nothing.
            return alternatives.some(part => this.judgeTest(part) === 'failed') ? 'failed' : undefined;
        }
        const parts = splitAt(only, /^(?:-a|&&)$/);
        if (parts.length > 1)
            return parts.some(part => this.judgeTest(part) === 'succeeding') ? 'succeeding' : undefined;
        return this.judgeComparison(only);
    }
    judgeComparison(words) {
        const [left, sign, right] = words;
        if (/^-[efs]$/.test(plainText(left) ?? '') && sign !== undefined && words.length === 2)
            return this.context.markers.has(sign.source.replace(/["']/g, '')) ? 'succeeding' : undefined;
        if (left === undefined || right === undefined || words.length !== 3)
            return undefined;
        if (!this.asks(left) && !this.asks(right))
            return undefined;
        const value = (this.asks(left) ? right : left).source.replace(/[^\w]/g, '');
        if (value !== '0' && value !== '1')
            return undefined;
        const operator = plainText(sign) ?? '';
        if (/^(?:=|==|-eq)$/.test(operator))
            return value === '1' ? 'succeeding' : 'failed';
        if (/^(?:!=|-ne)$/.test(operator))
            return value === '1' ? 'failed' : 'succeeding';
        if (operator === '-gt' && value === '0')
            return 'succeeding';
        if (operator === '-ge' && value === '1')
            return 'succeeding';
        return (operator === '-lt' && value === '1') || (operator === '-le' && value === '0') ? 'failed' : undefined;
    }
    /** `(( CODEBUILD_BUILD_SUCCEEDING ))` */
    judgeArithmetic(word) {
        const inner = /^\(\((.*)\)\)$/.exec(word?.source ?? '')?.[1]?.replace(/[\s${}]/g, '') ?? '';
        if (inner === SUCCEEDING || inner === `${SUCCEEDING}==1`)
            return 'succeeding';
        return inner === `!${SUCCEEDING}` || inner === `${SUCCEEDING}==0` ? 'failed' : undefined;
    }
    asks(word) {
        return word.parts.some(part => part.kind === 'variable' && this.names.has(part.name));
    }
}
function opposite(verdict) {
    if (verdict === undefined)
        return undefined;
    return verdict === 'succeeding' ? 'failed' : 'succeeding';
}
/** Whether nothing after it runs: `exit`, `return`, `false`, stopping the build, alone or as the end of a group. */
function terminates(node) {
    if (node.kind === 'group')
        return node.body.some(({ node: inner }) => terminates(inner));
    if (node.kind === 'chain')
        return node.links.some(({ node: link }) => terminates(link));
    if (node.kind !== 'simple')
        return false;
    const words = node.words.map(plainText);
    return /^(?:exit|return|false)$/.test(words[0] ?? '') || (words[0] === 'aws' && words.includes('stop-build'));
}
/** The commands that `bash -c` is given. What the outer shell puts in stays a variable. */
function readScript({ words }) {
    const [program, flag, script] = words;
    if (!/^(?:.*\/)?(?:ba)?sh$/.test(plainText(program) ?? '') || !/^-[a-z]*c$/.test(plainText(flag) ?? ''))
        return undefined;
    const text = script?.parts.map(part => (part.kind === 'text' ? part.text : part.source)).join('');
    try {
        return text === undefined ? undefined : (0,shell/* readShell */.l)(text);
    }
    catch {
        return undefined;
    }
}
function splitAt(words, separator) {
    const parts = [[]];
    for (const word of words) {
        if (separator.test(plainText(word) ?? ''))
            parts.push([]);
        else
            parts.at(-1)?.push(word);
    }
    return parts;
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-check/push.js





const PHASES_PAGE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html';
const PUSH_RULES = new errors/* RuleList */.VZ();
const PUSH_AFTER_FAILED_BUILD = PUSH_RULES.add('push-after-failed-build', 'error', 'An image is pushed even if the build failed, because post_build runs then too.', PHASES_PAGE);
const UNSEEN_FAILURE = PUSH_RULES.add('unseen-failure', 'error', 'A failed build does not fail the phase.', PHASES_PAGE);
const GUARD = 'test "$CODEBUILD_BUILD_SUCCEEDING" = 1';
/** Commands that cannot fail, or whose failure says nothing about the image. */
const HARMLESS = /^(?:echo|printf|date|ls|pwd|cat|env|printenv|true|:|set|export|cd|sleep|whoami|uname|which|du|df|free|tree)$/;
/** A push that runs although the image was not built, and builds and pushes whose failure nobody sees. */
function checkPushes(buildspec, run, report) {
    checkAfterFailedBuild(buildspec, run, report);
    for (const { commands, finallyCommands } of buildspec.phases) {
        const state = { errexit: false, pipefail: false };
        for (const command of [...commands, ...finallyCommands]) {
            if (command.shell !== undefined)
                new UnseenFailures(command, report, state).walkList(command.shell, true);
        }
    }
}
/**
 * After a failed BUILD phase CodeBuild runs POST_BUILD all the same
 * (https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html), and `finally` after a failed command.
 */
function checkAfterFailedBuild(buildspec, run, report) {
    const build = buildspec.phases.find(({ name }) => name === 'build');
    const post = buildspec.phases.find(({ name }) => name === 'post_build');
    if (build === undefined || !build.commands.some(canFail))
        return;
    const context = { markers: findMarkers(run), isPush };
    const lists = [build.finallyCommands];
    // The phase that failed then ends the build.
    if (build.onFailure?.value !== 'ABORT')
        lists.push([...(post?.commands ?? []), ...(post?.finallyCommands ?? [])]);
    for (const commands of lists) {
        const [first] = findPlaces(commands, context);
        if (first === undefined)
            continue;
        const { command, place, others } = first;
        const where = command.phase === 'build' ? 'finally of the build phase' : 'post_build';
        const more = others === 0 ? '' : ` (and ${others} more)`;
        const what = `The push${more} runs in ${where} also after the build phase failed: it may push an image that was not built or not tested, and it hides the cause.`;
        const next = command.phase === 'build'
            ? 'Move it to the end of commands.'
            : `Write as the first command of post_build: - ${GUARD}. Or push at the end of the build phase.`;
        report('error', PUSH_AFTER_FAILED_BUILD, place, what, next);
    }
}
function findPlaces(commands, context) {
    const found = findUnguardedPushes(commands.map(({ shell }) => shell ?? []), context);
    const pushes = new Set(found);
    const places = commands.flatMap(command => listCommands(command.shell ?? [])
        .filter(node => pushes.has(node))
        .map(node => ({ command, place: (0,reader/* placeInCommand */.a4)(command, node.offset) })));
    return places.map((place, index) => ({ ...place, others: places.length - index - 1 }));
}
function canFail({ shell }) {
    return listCommands(shell ?? []).some(({ words }) => {
        const [first] = words;
        return first !== undefined && !HARMLESS.test(plainText(first) ?? '');
    });
}
/** Files that the build phase writes at or after the first `docker build`. */
function findMarkers({ steps, unknowns }) {
    const inBuild = steps.filter(({ command }) => command.phase === 'build' && command.list === 'commands');
    const start = inBuild.findIndex(({ words }) => (0,docker/* readDocker */.NG)(words)?.kind === 'build');
    if (start < 0)
        return new Set();
    const files = inBuild.slice(start).flatMap(({ words, writes }) => {
        const call = (0,docker/* readDocker */.NG)(words);
        if (call?.kind === 'build')
            return call.imageIdFile ?? [];
        return words[0] === 'touch' ? words.slice(1) : writes;
    });
    return new Set(files.map(file => unknowns.show(file)));
}
function isPush(command) {
    const call = readCall(command);
    return call?.kind === 'push' || (call?.kind === 'build' && call.push);
}
function readCall({ words }) {
    return (0,docker/* readDocker */.NG)(words.map(word => plainText(word) ?? word.source));
}
/** Goes through one item and tells the builds and pushes whose failure does not stop what comes after. */
class UnseenFailures {
    command;
    report;
    state;
    constructor(command, report, state) {
        this.command = command;
        this.report = report;
        this.state = state;
    }
    /** @param lastCounts whether the status of the last command is seen by who comes after */
    walkList(list, lastCounts) {
        for (const [index, { node, background }] of list.entries()) {
            const rest = list.slice(index + 1).map(statement => statement.node);
            const counts = this.state.errexit || (lastCounts && rest.length === 0);
            if (background)
                this.reportAll(node, 'runs in the background (&)', 'Leave the & out.', []);
            else
                this.walkNode(node, counts, rest);
        }
    }
    walkNode(node, counts, rest) {
        switch (node.kind) {
            case 'simple': {
                const words = node.words.map(plainText);
                if (setsErrexit(node))
                    this.state.errexit = true;
                if (words[0] === 'set' && words.includes('pipefail'))
                    this.state.pipefail = true;
                if (!counts)
                    this.reportAll(node, 'is followed by other commands of the same item', SET_E, rest);
                return;
            }
            case 'pipeline':
                this.walkPipeline(node, counts, rest);
                return;
            case 'chain': {
                const last = node.links.at(-1);
                if (last?.operator === '||' && isExcuse(last.node)) {
                    const said = listCommandsOf(last.node)[0];
                    const excuse = said === undefined ? 'true' : this.command.text.slice(said.offset, said.end);
                    for (const link of node.links.slice(0, -1))
                        this.reportAll(link.node, `is excused by || ${excuse}`, 'Leave it out.', rest);
                }
                else if (!counts)
                    this.reportAll(node, 'is followed by other commands of the same item', SET_E, rest);
                return;
            }
            case 'if':
                for (const { body } of node.branches)
                    this.walkList(body, counts);
                this.walkList(node.otherwise ?? [], counts);
                return;
            case 'loop':
                this.walkList(node.body, counts);
                return;
            case 'case':
                for (const body of node.bodies)
                    this.walkList(body, counts);
                return;
            case 'group':
                this.walkList(node.body, counts);
                return;
            case 'function':
                this.walkNode(node.body, true, []);
                return;
        }
    }
    walkPipeline(node, counts, rest) {
        if (!this.state.pipefail) {
            for (const member of node.members.slice(0, -1)) {
                const next = 'Write set -o pipefail before it (env: shell: bash), or leave the pipe out.';
                this.reportAll(member, 'is at the start of a pipe, which takes the status of its last command', next, rest);
            }
        }
        const last = node.members.at(-1);
        if (last !== undefined && !counts)
            this.walkNode(last, false, rest);
    }
    reportAll(node, how, next, rest) {
        if (rest[0] !== undefined && asksStatus(rest[0]))
            return;
        for (const command of listCommandsOf(node)) {
            const call = readCall(command);
            if (call?.kind !== 'build' && call?.kind !== 'push')
                continue;
            const place = (0,reader/* placeInCommand */.a4)(this.command, command.offset);
            const pushes = call.kind === 'build' && rest.flatMap(listCommandsOf).some(isPush);
            const what = `If docker ${call.kind} fails, nobody sees it: it ${how}${pushes ? ', and the push comes all the same' : ''}.`;
            this.report('error', pushes ? PUSH_AFTER_FAILED_BUILD : UNSEEN_FAILURE, place, what, next);
        }
    }
}
/** The next command looks at `$?`. */
function asksStatus(node) {
    return listCommandsOf(node).some(({ words, assignments }) => [...words, ...assignments.map(({ value }) => value)].some(word => word.parts.some(part => part.kind === 'variable' && part.name === '?')));
}
const SET_E = 'Write set -e as the first command of the item, or make an item of each command.';
/** `|| true`, `|| echo …`: whatever happens, it went well. */
function isExcuse(node) {
    return node.kind === 'simple' && /^(?:true|:|echo|printf)$/.test(plainText(node.words[0]) ?? '');
}

// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
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
        for (const { place, text, wasMap, block, trouble } of [...commands, ...finallyCommands]) {
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

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/interpret.js + 1 modules
var interpret = __webpack_require__(3990);
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
    checkPushes(buildspec, run, report);
    checkCommands(buildspec, run, report);
    checkArtifacts(buildspec, run, options.deployProvider, report);
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
        return { file, ...checkDocument(document, options) };
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
    return (0,errors/* toFindings */.Sz)((0,check_files/* uniqueProblems */.OH)(problems), 'error');
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
            findings: (0,check_files/* uniqueProblems */.OH)(found.flatMap(({ findings }) => findings)),
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
