export const id = 2811;
export const ids = [2811];
export const modules = {

/***/ 3281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ withChecksumFile),
/* harmony export */   hZ: () => (/* binding */ compareFiles),
/* harmony export */   po: () => (/* binding */ putFiles),
/* harmony export */   tx: () => (/* binding */ addChecksum)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _config_decode_shell_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8631);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3808);
/* harmony import */ var _text_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8020);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9034);






/** Which project a file was generated for, among those of one repository. */
const PROJECT_FLAGS = ['config', 'environment', 'service'];
/** The header of a generated file says within so many lines how it was made. */
const HEADER_LINES = 12;
/** So many lines that would be lost are shown. */
const SHOWN_LINES = 5;
/** Of the file itself, and of one beside it that cannot hold its own. */
const CHECKSUM = /^# Checksum of (?:the lines that Slipway wrote|(.+)): ([0-9a-f]{16})$/;
/**
 * Writes the files, and says of each whether it was as it should be. All or nothing: where one would take the place of a file that was not
 * generated, or was for another project, or of something that people wrote into it, none is written without `force`.
 *
 * @throws ProblemsError with all such files
 */
async function putFiles(rendered, force, { files, flags, write }) {
    const made = rendered.map(file => addChecksum(file, rendered));
    const present = await Promise.all(made.map(({ path }) => readText(path, files)));
    const checks = made.map(async (file, index) => {
        if (force)
            return [];
        const others = findOther(file, present[index], flags);
        return others.length > 0 ? others : findLost(file, present[index], files);
    });
    const problems = (await Promise.all(checks)).flat();
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsError */ .FQ(problems);
    for (const [index, { path, text }] of made.entries()) {
        const isNew = present[index] !== text;
        if (isNew)
            await files.write(path, text);
        write(`${path}${isNew ? '' : ' is as it was'}\n`);
    }
}
/** Says of each file whether it is there as it would be written. Resolves with how many are not. */
async function compareFiles(rendered, { files, flags, write }) {
    let drift = 0;
    for (const one of rendered) {
        const file = addChecksum(one, rendered);
        const { path, text } = file;
        const present = await readText(path, files);
        // An earlier release wrote no checksum.
        if (present === text || (present !== undefined && present === withoutChecksum(text)))
            write(`${path} is up to date\n`);
        else {
            drift += 1;
            const [other] = [...findOther(file, present, flags), ...(await findLost(file, present, files))];
            if (present === undefined)
                write(`${path} is missing\n`);
            else if (other !== undefined)
                write(`${path}: ${other.what}\n`);
            else
                write(`${path}:${firstDifference(present, text)} differs\n`);
        }
    }
    return drift;
}
/** What stands in the file's place and is not an earlier version of it. A file without a header of its own (JSON) is known by its name. */
function findOther({ path, text }, present, flags) {
    const ours = findCommand(text);
    if (ours === undefined || present === undefined || present === text)
        return [];
    const theirs = findCommand(present);
    if (theirs !== undefined && nameProject(theirs, flags) === nameProject(ours, flags))
        return [];
    return [
        {
            code: 'file-exists',
            place: { file: path },
            what: theirs === undefined ? 'Slipway did not make this file.' : `This file was made by another command: ${theirs}`,
            next: 'Write elsewhere with --output, or add --force to replace it.'
        }
    ];
}
/**
 * What people wrote into a file that the next version would not have. By the checksum, lines that nobody touched are known for Slipway's own;
 * without that, or where it is another one, any line that goes may be somebody's.
 */
async function findLost(file, present, files) {
    if (present === undefined)
        return [];
    const theirs = listLines(file, present);
    const { path, checksumIn } = file;
    const written = checksumIn === undefined
        ? findChecksum(present, undefined)
        : findChecksum((await readText(checksumIn, files)) ?? '', (0,_text_path_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .F)(path));
    if (written === checksumOf(theirs))
        return [];
    const lost = findGone(theirs, listLines(file, file.text));
    if (lost.length === 0)
        return [];
    const lines = present.split(/\r?\n/);
    const shown = lost.slice(0, SHOWN_LINES).map(line => `${lines.indexOf(line) + 1}: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(line.trim())}`);
    const more = lost.length > shown.length ? ` and ${lost.length - shown.length} more` : '';
    const why = written === undefined
        ? 'It has no checksum, so what was written into it cannot be told from what Slipway wrote'
        : 'Somebody changed this file since Slipway wrote it';
    return [
        {
            code: 'file-edited',
            place: { file: file.path },
            what: `${why}, and the new one does not have these of its lines: ${shown.join(', ')}${more}.`,
            next: 'Say it in the settings, or add it again afterwards; --force replaces the file.'
        }
    ];
}
/** The lines that are not among the others in the same order: an exact match is looked for from each line to the next. */
function findGone(lines, others) {
    const gone = [];
    let from = 0;
    for (const line of lines) {
        const index = others.indexOf(line, from);
        if (index < 0)
            gone.push(line);
        else
            from = index + 1;
    }
    return gone;
}
/** The lines of a text that are Slipway's, without the checksum and empty ones. */
function listLines({ listOwnLines }, text) {
    const own = listOwnLines?.(text) ?? text.split(/\r?\n/);
    return own.map(line => line.trimEnd()).filter(line => line !== '' && !CHECKSUM.test(line));
}
function checksumOf(lines) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
/** @param name of a file beside this text; undefined: the text's own */
function findChecksum(text, name) {
    return text
        .split(/\r?\n/)
        .map(line => CHECKSUM.exec(line))
        .find(found => found !== null && found[1] === name)?.[2];
}
/**
 * The file with its checksum at the end of its header, and those of the files that name it for theirs; one without a header of its own has none.
 *
 * @param all the files that are made with it
 */
function addChecksum(file, all = []) {
    if (file.checksumIn !== undefined)
        return file;
    const lines = file.text.split('\n');
    const end = lines.findIndex(line => !line.startsWith('#'));
    const sums = all
        .filter(({ checksumIn }) => checksumIn === file.path)
        .map(other => `# Checksum of ${(0,_text_path_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .F)(other.path)}: ${checksumOf(listLines(other, other.text))}`);
    const own = `# Checksum of the lines that Slipway wrote: ${checksumOf(listLines(file, file.text))}`;
    return { ...file, text: [...lines.slice(0, end), ...sums, own, ...lines.slice(end)].join('\n') };
}
/** Files that can hold no checksum of their own (JSON), and the file that holds them: its header is all of it. */
function withChecksumFile(made, command) {
    const paths = new Set(made.flatMap(({ checksumIn }) => checksumIn ?? []));
    const text = `# The checksums of files beside this one, by which Slipway knows whether somebody edited them. Made by:\n#   ${command}\n`;
    return [...made, ...[...paths].map(path => ({ path, text }))];
}
function withoutChecksum(text) {
    return text
        .split('\n')
        .filter(line => !CHECKSUM.test(line))
        .join('\n');
}
/** The command in the header with which a generated file is made. */
function findCommand(text) {
    const header = text.split(/\r?\n/, HEADER_LINES).filter(line => line.startsWith('#'));
    return header.map(line => /^#\s+(slipway generate \w.*)$/.exec(line)?.[1]).find(found => found !== undefined);
}
function nameProject(command, flags) {
    const words = (0,_config_decode_shell_words_js__WEBPACK_IMPORTED_MODULE_5__/* .splitWords */ .y)(command);
    const { flags: given } = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .readArguments */ .lR)(typeof words === 'string' ? [] : words, flags);
    return JSON.stringify(PROJECT_FLAGS.map(name => given[name] ?? ''));
}
/** The line, from 1, in which two texts begin to differ. */
function firstDifference(one, other) {
    const lines = other.split('\n');
    const index = one.split('\n').findIndex((line, at) => line !== lines[at]);
    return index < 0 ? lines.length : index + 1;
}
async function readText(path, files) {
    const bytes = await files.read(path);
    return bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}


/***/ }),

/***/ 1148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ listBaseImages),
/* harmony export */   Se: () => (/* binding */ dockerfilePath),
/* harmony export */   ib: () => (/* binding */ optionValues)
/* harmony export */ });
/* harmony import */ var _text_tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3709);
/* harmony import */ var _check_build_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8074);
/* harmony import */ var _dockerfile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9062);



/**
 * The images that BuildKit pulls to build the target, each once: those of `FROM`, `COPY --from` and `RUN --mount=…,from=` in the target's
 * stage and in the stages that it needs, the frontend of `# syntax=`, and named contexts (`docker-image://`) in place of what they override.
 * https://docs.docker.com/reference/dockerfile/, https://docs.docker.com/reference/cli/docker/buildx/build/#build-context
 *
 * @param native the platform that builds, `linux/amd64`: what `BUILDPLATFORM` is, and what is built for where `platforms` is empty
 */
function listBaseImages(dockerfile, build, native) {
    const platforms = build.platforms.length === 0 ? [native] : build.platforms;
    const found = platforms.flatMap(platform => {
        const values = listValues(dockerfile.globals, build, native, platform);
        return [...listFrontend(dockerfile, values), ...walkStages(dockerfile, build, values)];
    });
    return [...new Map(found.map(base => [JSON.stringify([base.image ?? base.written, base.missing]), base])).values()];
}
/** The values of an option among the build options, as `--target x` or `--target=x`. */
function optionValues(options, ...names) {
    return options.flatMap((word, index) => {
        const name = names.find(each => word === each || word.startsWith(`${each}=`));
        if (name === undefined)
            return [];
        return word === name ? (options[index + 1] ?? []) : word.slice(name.length + 1);
    });
}
/** The path of the build's Dockerfile, or its address; a build option has the last word. */
function dockerfilePath(build) {
    return optionValues(build.buildOptions, '--file', '-f').at(-1) ?? (0,_check_build_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerfileOf */ .S9)(build);
}
/** A frontend of another make may read images that cannot be known here; its own is pulled in any case. */
function listFrontend({ syntax, isForeign }, values) {
    const image = values.get('BUILDKIT_SYNTAX') ?? syntax;
    if (image === undefined)
        return [];
    const frontend = { written: `# syntax=${image}`, line: 1, image, missing: [] };
    return isForeign
        ? [frontend, { written: `what ${image} reads`, line: 1, image: undefined, missing: [] }]
        : [frontend];
}
function walkStages(dockerfile, build, values) {
    const { stages } = dockerfile;
    const target = optionValues(build.buildOptions, '--target').at(-1) ?? build.target;
    const contexts = listContexts(build.buildOptions);
    const last = (0,_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .findStage */ .U9)(dockerfile, target);
    if (dockerfile.isForeign || last === undefined)
        return [];
    const found = [];
    const seen = new Set();
    const waiting = [last];
    const read = (written, line, name, missing, stage) => {
        const context = name === undefined ? undefined : contexts.get(normalize(name));
        if (context === undefined && stage !== undefined)
            waiting.push(stage);
        else if (context === undefined) {
            if (name?.toLowerCase() !== 'scratch')
                found.push({ written, line, image: name, missing });
        }
        else if (context.startsWith('docker-image://')) {
            const image = context.slice('docker-image://'.length);
            found.push({ written: `--build-context ${name ?? ''}=${context}`, line, image, missing: [] });
        }
    };
    for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
        if (seen.has(stage))
            continue;
        seen.add(stage);
        const own = stage.name === undefined ? undefined : contexts.get(stage.name);
        if (own !== undefined) {
            // A context of a stage's name takes the place of the whole stage.
            read('', stage.line, stage.name, []);
            continue;
        }
        const earlier = stages.slice(0, stages.indexOf(stage));
        const byName = (name) => earlier.find(each => each.name === name.toLowerCase());
        const { value, missing } = expand(stage.base, values);
        read(`FROM ${stage.base}`, stage.line, value, missing, value === undefined ? undefined : byName(value));
        for (const { line, from } of stage.sources) {
            // Docker puts no variables in here.
            const isKnown = !from.includes('$');
            const numbered = /^\d+$/.test(from) ? earlier[Number(from)] : undefined;
            read(`--from=${from}`, line, isKnown ? from : undefined, isKnown ? [] : [from], byName(from) ?? numbered);
        }
    }
    return found;
}
/** `--build-context name=value`, by the name as images are compared. */
function listContexts(options) {
    return new Map(optionValues(options, '--build-context').map(option => {
        const [name = '', ...value] = option.split('=');
        return [normalize(name), value.join('=')];
    }));
}
/** `alpine`, `alpine:latest` and `docker.io/library/alpine` are one image to BuildKit. */
function normalize(name) {
    const short = name.toLowerCase().replace(/^docker\.io\/(?:library\/)?/, '');
    return /:latest$/.test(short) ? short.slice(0, -':latest'.length) : short;
}
/** What the variables of a `FROM` are: the `ARG`s before it, as the build arguments set them, and what BuildKit sets itself. */
function listValues(globals, build, native, platform) {
    const given = new Map(
    // What a token stands for is not known where one is left.
    build.buildArgs.map(({ name, value }) => [name, (0,_text_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .listTokens */ .dh)(value).length === 0 ? value : undefined]));
    for (const option of optionValues(build.buildOptions, '--build-arg')) {
        const [name = '', ...value] = option.split('=');
        // Without a value Docker takes that of a variable of its environment, which is not known here.
        given.set(name, option.includes('=') ? value.join('=') : undefined);
    }
    const values = new Map([
        ...describePlatform('BUILD', native),
        ...describePlatform('TARGET', platform),
        ['BUILDKIT_SYNTAX', given.get('BUILDKIT_SYNTAX')]
    ]);
    for (const { name, value } of globals) {
        if (given.has(name))
            values.set(name, given.get(name));
        else if (value !== undefined)
            values.set(name, expand(value, values).value);
        else if (!values.has(name))
            values.set(name, undefined);
    }
    return values;
}
function describePlatform(prefix, platform) {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    return [
        [`${prefix}PLATFORM`, platform],
        [`${prefix}OS`, os],
        [`${prefix}ARCH`, architecture],
        [`${prefix}VARIANT`, variant]
    ];
}
/**
 * Puts values in for `$NAME`, `${NAME}`, `${NAME:-word}`, `${NAME-word}`, `${NAME:+word}` and `${NAME+word}`; any other form is not known.
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
function expand(text, values) {
    const missing = [];
    const value = text.replace(/\\(.)|\$(?:(\w+)|\{(\w+)(?:(:?[-+])((?:[^{}]|\{[^{}]*\})*)|([^}]*))\})/g, (_, escaped, bare, braced, operator, word, other) => {
        if (escaped !== undefined)
            return escaped;
        const name = bare ?? braced ?? '';
        const known = values.get(name);
        const isSet = known !== undefined && (operator?.startsWith(':') !== true || known !== '');
        const expanded = () => {
            const inner = expand(word ?? '', values);
            missing.push(...inner.missing);
            return inner.value ?? '';
        };
        if (operator?.endsWith('-') === true)
            return isSet ? known : expanded();
        if (operator?.endsWith('+') === true)
            return isSet ? expanded() : '';
        if (known === undefined || (other ?? '') !== '')
            missing.push(name);
        return known ?? '';
    });
    return missing.length === 0 && value !== '' ? { value, missing } : { value: undefined, missing };
}


/***/ }),

/***/ 4576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ explainCache),
/* harmony export */   Mh: () => (/* binding */ buildArchitecture),
/* harmony export */   Mi: () => (/* binding */ listSecretVariables),
/* harmony export */   af: () => (/* binding */ findBadVariables),
/* harmony export */   bE: () => (/* binding */ listWatchedPaths),
/* harmony export */   cZ: () => (/* binding */ saysNoCache),
/* harmony export */   eW: () => (/* binding */ installEmulators),
/* harmony export */   hU: () => (/* binding */ listCachePlaces),
/* harmony export */   rn: () => (/* binding */ listBuiltImages)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _image_build_base_images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1148);
/* harmony import */ var _image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3964);
/* harmony import */ var _image_image_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1258);
/* harmony import */ var _image_build_registry_cache_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(524);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8424);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3808);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8006);









function listBuiltImages({ config }) {
    return config.images.filter(image => image.kind === 'built');
}
/** Where the builds with `cache: registry` keep their caches, each once. */
function listCachePlaces(project) {
    const cached = listBuiltImages(project).filter(({ build }) => build.cache === 'registry');
    return [...new Map(cached.map(image => [(0,_image_image_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .ci)((0,_image_build_registry_cache_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOfCache */ .lc)(image)), (0,_image_build_registry_cache_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOfCache */ .lc)(image)])).values()];
}
/** Nothing is said of a cache: whoever makes a file in which builds begin empty may propose one. */
function saysNoCache(project) {
    const builds = listBuiltImages(project).map(({ build }) => build);
    const says = ({ cache, cacheFrom, cacheTo, buildOptions }) => cache !== 'none' ||
        cacheFrom.length + cacheTo.length > 0 ||
        buildOptions.some(option => /^--(?:no-)?cache(?:-|$|=)/.test(option));
    return builds.length > 0 && !project.saysCache && !builds.some(says);
}
/** What a build in CodeBuild makes of `cache` other than the settings say; for whoever makes its files, and in them. */
function explainCache(project) {
    const isGithub = listBuiltImages(project).some(({ build }) => build.cache === 'github');
    return isGithub
        ? [
            'cache is github, which is there in GitHub Actions alone: CodeBuild builds without it. cache: registry serves both.'
        ]
        : [];
}
/**
 * The environment variables that hold secrets of the builds, each once.
 *
 * @throws ProblemsError for a name that a shell would take for something else
 */
function listSecretVariables(project) {
    const problems = findBadVariables(project);
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsError */ .FQ(problems);
    return listNamedVariables(project);
}
/** What is wrong with their names. */
function findBadVariables(project) {
    return listNamedVariables(project)
        .filter(name => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        .map(name => ({
        code: 'not-for-codebuild',
        place: { path: 'build-secrets' },
        what: `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(name)} is not a valid name of a shell variable.`,
        next: 'Use letters, digits and _.'
    }));
}
function listNamedVariables(project) {
    const secrets = listBuiltImages(project).flatMap(({ build }) => build.buildSecrets);
    const variables = secrets.map(secret => {
        const source = (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_8__/* .readField */ .dR)(secret, 'type') === 'env' ? (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_8__/* .readField */ .dR)(secret, 'src', 'source') : undefined;
        return (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_8__/* .readField */ .dR)(secret, 'env') ?? source;
    });
    return [...new Set(variables.filter(name => name !== undefined))];
}
/** The processor that the images are built on: ARM where all of them are for it, so that nothing has to be emulated. */
function buildArchitecture(project) {
    const runtime = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_7__/* .own */ .ZV)(project.taskDefinition?.value.definition ?? {}, 'runtimePlatform');
    const ofTasks = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_7__/* .isRecord */ .u4)(runtime) && (0,_text_record_js__WEBPACK_IMPORTED_MODULE_7__/* .own */ .ZV)(runtime, 'cpuArchitecture') === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
    const platforms = listBuiltImages(project).flatMap(({ build }) => build.platforms.length === 0 ? [ofTasks] : build.platforms);
    const isArm = platforms.length > 0 && platforms.every(platform => platform.startsWith('linux/arm64'));
    return isArm ? 'arm64' : 'x86_64';
}
/**
 * Installs QEMU's emulators for the processors that the platforms need beside the one that `buildArchitecture` names, until the machine is
 * gone; undefined where none is needed. The image is what Docker documents for it, at one version by its digest, since it gets all rights.
 * https://docs.docker.com/build/building/multi-platform/#install-qemu-manually
 */
function installEmulators(project) {
    const native = buildArchitecture(project) === 'arm64' ? 'arm64' : 'amd64';
    const architectures = listBuiltImages(project)
        .flatMap(({ build }) => [...build.platforms, ...(0,_image_build_base_images_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValues */ .ib)(build.buildOptions, '--platform')])
        .flatMap(platforms => platforms.split(',').flatMap(platform => platform.split('/')[1] ?? []));
    const emulated = [...new Set(architectures)].filter(architecture => architecture !== native);
    return emulated.length === 0 ? undefined : `docker run --rm --privileged ${BINFMT} --install ${emulated.join(',')}`;
}
const BINFMT = 'tonistiigi/binfmt:qemu-v10.2.3@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';
/**
 * The files that decide what is shipped, as patterns from the repository's root, where they are not the whole repository: in a repository of
 * many projects a push to another one ships nothing. undefined where a build reads the root or something outside of the repository.
 */
function listWatchedPaths(project) {
    const builds = listBuiltImages(project).map(({ build }) => build);
    const folders = builds.map(({ context }) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(context).replace(/\/$/, ''));
    const isNarrow = builds.every(({ context, buildOptions }, index) => !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .isRemote */ .Vx)(context) &&
        folders[index] !== '.' &&
        !/^(?:\.\.|\/)/.test(folders[index] ?? '') &&
        !buildOptions.some(option => option.startsWith('--build-context')));
    if (builds.length === 0 || !isNarrow)
        return undefined;
    const files = [
        ...builds.map(({ dockerfile }) => dockerfile),
        ...[project, ...project.others].flatMap(({ taskDefinition, appspec }) => [taskDefinition?.path, appspec?.path]),
        project.settingsFile
    ].flatMap(path => (path === undefined || (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .isRemote */ .Vx)(path) ? [] : [node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path)]));
    const outside = files.filter(path => !folders.some(folder => path.startsWith(`${folder}/`)));
    return [...new Set([...folders.map(folder => `${folder}/**`), ...outside])];
}


/***/ }),

/***/ 9890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ explainUnknownReads),
/* harmony export */   KE: () => (/* binding */ listReadHosts),
/* harmony export */   PF: () => (/* binding */ readsEcrPublic),
/* harmony export */   gx: () => (/* binding */ listBuildReads)
/* harmony export */ });
/* harmony import */ var _image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3964);
/* harmony import */ var _image_build_base_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1148);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8424);
/* harmony import */ var _text_ecr_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5964);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3808);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8988);
/* harmony import */ var _build_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4576);







const ECR_PUBLIC = 'public.ecr.aws';
/** Out of the Dockerfiles and the settings of the builds; nothing is asked of a registry. */
function listBuildReads(project) {
    const images = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .listBuiltImages */ .rn)(project);
    const bases = images.map(image => readBases(project, image));
    const from = images.flatMap(({ build }) => [...build.cacheFrom, ...(0,_image_build_base_images_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValues */ .ib)(build.buildOptions, '--cache-from')]);
    const to = images.flatMap(({ build }) => [...build.cacheTo, ...(0,_image_build_base_images_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValues */ .ib)(build.buildOptions, '--cache-to')]);
    const read = [...bases.flatMap(({ images: found }) => found), ...from.flatMap(registryOf)];
    const pulled = unique(read.flatMap(locateInEcr));
    const caches = unique(to.flatMap(registryOf).flatMap(locateInEcr));
    const partition = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .partitionOf */ .iQ)(project.config.region);
    const isWithin = ({ region }) => (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .partitionOf */ .iQ)(region) === partition;
    const outside = [...pulled, ...caches].filter(place => !isWithin(place));
    return {
        pulled: pulled.filter(isWithin),
        caches: caches.filter(isWithin),
        s3: { from: unique(listS3(from)), to: unique(listS3(to)) },
        fromEcrPublic: read.some(reference => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(reference)?.registry === ECR_PUBLIC),
        unknown: [
            ...new Set([
                ...bases.flatMap(({ unknown }) => unknown),
                ...outside.map(({ host }) => `${host} is in another partition, where roles of this one have no rights.`),
                ...[...from, ...to].flatMap(findPatterns)
            ])
        ]
    };
}
/** What is not known of the reads, for whoever uses the files: the policies and logins do not have it. */
function explainUnknownReads(project) {
    return listBuildReads(project).unknown.map(reason => `${reason} If that is in ECR, the policies and logins do not include it.`);
}
/**
 * The ECR hosts that have to be logged into for what is read, beside those that images are pushed to and `registries` names. The own registry
 * may be among them: which account that is, nothing says here.
 */
function listReadHosts(project) {
    const { registries } = project.config;
    const pushed = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .listBuiltImages */ .rn)(project).flatMap(({ registry }) => registry?.host ?? []);
    const { pulled, caches } = listBuildReads(project);
    const kept = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .listCachePlaces */ .hU)(project).flatMap(({ registry }) => registry?.host ?? []);
    const hosts = new Set([...[...pulled, ...caches].map(({ host }) => host), ...kept]);
    return [...hosts].filter(host => {
        const place = (0,_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEcrHost */ .wl)(host);
        const isNamed = registries.some(registry => registry === host || (registry === place?.account && place.region === project.config.region));
        return !isNamed && !pushed.includes(host);
    });
}
/** ECR Public is logged into without being named where it is read: its limits are higher then. China and GovCloud have no logins for it. */
function readsEcrPublic(project) {
    const { config } = project;
    const isNamed = config.registries.includes('public');
    return !isNamed && (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .partitionOf */ .iQ)(config.region) === 'aws' && listBuildReads(project).fromEcrPublic;
}
function readBases(project, { build }) {
    const path = (0,_image_build_base_images_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfilePath */ .Se)(build);
    const dockerfile = project.dockerfiles.get(path);
    if (dockerfile === undefined) {
        return { images: [], unknown: [`${path} cannot be read here, and what it is built from is not known.`] };
    }
    const native = `linux/${(0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .buildArchitecture */ .Mh)(project) === 'arm64' ? 'arm64' : 'amd64'}`;
    const bases = (0,_image_build_base_images_js__WEBPACK_IMPORTED_MODULE_0__/* .listBaseImages */ .E6)(dockerfile, build, native);
    return {
        images: bases.flatMap(({ image }) => (image !== undefined && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image) !== undefined ? image : [])),
        unknown: bases
            .filter(({ image }) => image === undefined || (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image) === undefined)
            .map(base => explain(path, base))
    };
}
function explain(path, { written, line, image, missing }) {
    return `${path}:${line}: ${written}: ${explainWhy(image, missing)}.`;
}
function explainWhy(image, missing) {
    if (image !== undefined)
        return `${image} is no image reference`;
    if (missing.length === 0)
        return 'it is not known here';
    return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .listNames */ .Zv)(missing)} ${missing.length === 1 ? 'has' : 'have'} no value here`;
}
/** A cache in a registry, by its reference. */
function registryOf(cache) {
    if ((0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .cacheType */ .NW)(cache) !== 'registry')
        return [];
    const reference = cache.includes('=') ? (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .readField */ .dR)(cache, 'ref') : cache;
    return reference === undefined ? [] : [reference];
}
function locateInEcr(reference) {
    const { registry = '', repository = '' } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(reference) ?? {};
    const place = (0,_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEcrHost */ .wl)(registry);
    return place === undefined ? [] : [{ host: registry, ...place, repository }];
}
function listS3(caches) {
    return caches.filter(cache => findPatterns(cache).length === 0).flatMap(readS3);
}
/** The objects are `<prefix><blobs_prefix><digest>` and `<prefix><manifests_prefix><name>`; another endpoint is no bucket of AWS. */
function readS3(cache) {
    if ((0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .cacheType */ .NW)(cache) !== 's3' || (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .readField */ .dR)(cache, 'endpoint_url') !== undefined)
        return [];
    const bucket = (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .readField */ .dR)(cache, 'bucket');
    if (bucket === undefined)
        return [];
    const prefix = (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .readField */ .dR)(cache, 'prefix') ?? '';
    const blobs = (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .readField */ .dR)(cache, 'blobs_prefix') ?? 'blobs/';
    const manifests = (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .readField */ .dR)(cache, 'manifests_prefix') ?? 'manifests/';
    const names = ((0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .readField */ .dR)(cache, 'name') ?? 'buildkit').split(';');
    return [{ bucket, keys: [`${prefix}${blobs}*`, ...names.map(name => `${prefix}${manifests}${name}`)] }];
}
/** A policy would take these for a pattern or a variable. */
function findPatterns(cache) {
    const named = readS3(cache).flatMap(({ bucket, keys }) => [bucket, ...keys.map(key => key.replace(/\*$/, ''))]);
    return (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_6__/* .cacheType */ .NW)(cache) === 's3' && named.some(isPattern)
        ? ['The bucket of a cache or a key in it holds *, ? or $, which a policy would take for a pattern.']
        : [];
}
function isPattern(text) {
    return /[*?$]/.test(text);
}
function unique(values) {
    return [...new Map(values.map(value => [JSON.stringify(value), value])).values()];
}


/***/ }),

/***/ 6252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ keepsReports),
/* harmony export */   _x: () => (/* binding */ splitBuildspec),
/* harmony export */   j5: () => (/* binding */ listVariableSources)
/* harmony export */ });
/* harmony import */ var _artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3960);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1270);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8006);




/** Names of variables that a buildspec of Slipway sets. */
const OWN_VARIABLES = ['DOCKER_BUILDKIT', 'BUILDX_NO_DEFAULT_ATTESTATIONS'];
const PHASES = ['pre_build', 'build', 'post_build'];
const NOTHING = {
    sections: [],
    env: [],
    variables: [],
    phases: [],
    inPhases: { pre_build: [], build: [], post_build: [] },
    artifacts: [],
    files: []
};
/** Takes a buildspec apart. What is no YAML, or no map, has nothing to keep. */
function splitBuildspec(text) {
    const lines = text.split(/\r?\n/);
    const document = read(text);
    if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(document?.value))
        return { kept: NOTHING, ownLines: lines.filter(line => line.trim() !== '') };
    const taken = new Set();
    const take = (path, isOwn, indent) => listChildren(document, path, lines).flatMap(({ key, start, end, column }) => {
        if (isOwn(key))
            return [];
        for (let line = start; line < end; line += 1)
            taken.add(line);
        return [shift(lines.slice(start, end), indent - column)];
    });
    const isAmong = (...names) => (key) => names.includes(key);
    const inPhase = (phase) => take(['phases', phase], isAmong('on-failure', 'commands'), 4);
    const kept = {
        sections: take([], isAmong('version', 'env', 'phases', 'artifacts'), 0),
        env: take(['env'], isAmong('shell', 'variables'), 2),
        variables: take(['env', 'variables'], isAmong(...OWN_VARIABLES), 4),
        phases: take(['phases'], isAmong(...PHASES), 2),
        inPhases: { pre_build: inPhase('pre_build'), build: inPhase('build'), post_build: inPhase('post_build') },
        artifacts: take(['artifacts'], isAmong('base-directory', 'files'), 2),
        files: take(['artifacts', 'files'], isAmong(...Object.values(_artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ARTIFACT_NAMES */ .k)), 4)
    };
    // The key of a map that holds nothing of Slipway's belongs to what was taken out of it.
    const ownLines = lines.filter((line, index) => line.trim() !== '' && !taken.has(index));
    return { kept, ownLines: kept.variables.length === 0 ? ownLines : withoutEmptyVariables(ownLines) };
}
/** Whether a buildspec says reports, which CodeBuild's role must be allowed to write. */
function keepsReports(text) {
    const value = read(text)?.value;
    return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(value) && Object.hasOwn(value, 'reports');
}
/** The variables that a buildspec takes from Secrets Manager and the Parameter Store, as people added them. */
function listVariableSources(text) {
    const value = read(text)?.value;
    const env = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(value) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(value, 'env') : undefined;
    return ['secrets-manager', 'parameter-store'].flatMap(store => {
        const entries = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(env) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(env, store) : undefined;
        if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(entries))
            return [];
        return Object.entries(entries).flatMap(([name, source]) => typeof source === 'string' && source !== '' ? [{ name, store, value: source }] : []);
    });
}
/** The entries of a map or list that stand on lines of their own; none of one in `{}` or `[]`, which cannot be taken apart by lines. */
function listChildren(document, path, lines) {
    const value = path.reduce((parent, part) => ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(parent) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(parent, String(part)) : undefined), document.value);
    const keys = listKeys(value);
    const lineOf = (of) => (document.place(of).line ?? 1) - 1;
    const starts = keys.map(key => lineOf([...path, key]));
    const isApart = starts.every((start, index) => start > (index === 0 ? lineAbove() : (starts[index - 1] ?? -1)));
    if (!isApart)
        return [];
    const column = (starts[0] ?? 0) < lines.length ? indentOf(lines[starts[0] ?? 0] ?? '') : 0;
    return keys.map((key, index) => {
        const start = starts[index] ?? 0;
        const next = starts[index + 1];
        const end = next === undefined ? endOf(lines, start, column, Array.isArray(value)) : withComments(lines, next);
        return {
            key: typeof key === 'number' ? String(value[key]) : key,
            start: withComments(lines, start),
            end,
            column
        };
    });
    function lineAbove() {
        return path.length === 0 ? -1 : lineOf(path);
    }
}
function listKeys(value) {
    if (Array.isArray(value))
        return value.map((_, index) => index);
    return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(value) ? Object.keys(value) : [];
}
/** The line, from `start`, with which something begins that stands further out; comments right above that belong to it. */
function endOf(lines, start, column, isList) {
    for (let index = start + 1; index < lines.length; index += 1) {
        const line = lines[index] ?? '';
        if (line.trim() === '' || line.trimStart().startsWith('#'))
            continue;
        const indent = indentOf(line);
        const isNext = isList && indent === column && !line.trimStart().startsWith('-');
        if (indent < column || isNext)
            return withComments(lines, index);
    }
    return lines.length;
}
/** The line where the comments begin that stand right above this one, as far out as it. */
function withComments(lines, index) {
    const column = indentOf(lines[index] ?? '');
    let first = index;
    while (first > 0 && isCommentAt(lines[first - 1] ?? '', column))
        first -= 1;
    return first;
}
function isCommentAt(line, column) {
    return line.trimStart().startsWith('#') && indentOf(line) === column;
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
/** The lines moved to the right or left, without empty ones at the end. */
function shift(lines, by) {
    const moved = lines.map(line => {
        if (line.trim() === '')
            return '';
        return by >= 0 ? `${' '.repeat(by)}${line}` : line.slice(Math.min(-by, indentOf(line)));
    });
    return moved.join('\n').trimEnd();
}
/** `variables:` alone is what is left where all variables are people's. */
function withoutEmptyVariables(lines) {
    return lines.filter((line, index) => {
        const next = lines[index + 1] ?? '';
        return !(/^\s+variables:\s*$/.test(line) && indentOf(next) <= indentOf(line));
    });
}
function read(text) {
    if (text.trim() === '')
        return undefined;
    try {
        return (0,_text_document_js__WEBPACK_IMPORTED_MODULE_2__/* .readDocument */ .u0)('buildspec.yml', new TextEncoder().encode(text));
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsError */ .FQ)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ DEFAULT_BRANCH),
  G: () => (/* binding */ readPipelineOptions)
});

// EXTERNAL MODULE: ./lib/config/table/settings-table.js
var settings_table = __webpack_require__(9537);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
;// CONCATENATED MODULE: ./lib/pipeline/git-ref.js

/**
 * Why a text is no branch that a push can be held to; undefined where it is one. A name is meant, without `refs/heads/` and without a pattern:
 * whether it matches is decided by filters and by the subject of a token, and what never matches would be found out by nothing happening.
 */
function refuseBranch(name) {
    const refuse = (next, why = "expected a branch's name such as main") => ({
        what: `--branch is ${(0,format/* quote */.hD)(name)}, ${why}.`,
        next
    });
    const [, kind, rest = ''] = /^(?:refs\/)?(heads|tags|remotes)\/(.+)$/.exec(name) ?? [];
    if (kind === 'heads' && name.startsWith('refs/'))
        return refuse(`Write --branch=${rest}.`);
    if (kind === 'tags' && name.startsWith('refs/'))
        return refuse(`For tags, write --git-tag=${rest}.`);
    if (name.startsWith('refs/'))
        return refuse("Write the branch's short name.");
    if (/[*?[\]]/.test(name))
        return refuse('A pattern is not taken: name one branch.');
    const broken = findBroken(name);
    if (broken !== undefined)
        return refuse('', `expected a branch's name such as main: git takes none ${broken}`);
    return refuseSpecial(name, refuse);
}
/**
 * Why a text is no tag, or pattern of tags with `*` in it, that a push can be held to; undefined where it is one. `*` is the only sign that
 * GitHub, CodePipeline and IAM all take for any characters.
 */
function refuseTag(pattern) {
    const refuse = (next, why = 'expected a tag such as v1.2 or a pattern such as v*') => ({
        what: `--git-tag is ${(0,format/* quote */.hD)(pattern)}, ${why}.`,
        next
    });
    const [, kind, rest = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(pattern) ?? [];
    if (kind === 'tags')
        return refuse(`Write --git-tag=${rest}.`);
    if (kind === 'heads')
        return refuse(`For a branch, write --branch=${rest}.`);
    if (/[?[\]]/.test(pattern))
        return refuse('Of the signs for patterns only * is taken.');
    const broken = findBroken(pattern.replaceAll('*', 'x'));
    if (broken !== undefined)
        return refuse('', `expected a tag such as v1.2 or v*: git takes none ${broken}`);
    return refuseSpecial(pattern, refuse);
}
/** These mean something in the filters of GitHub (`!`, `+`) or CodePipeline (`{}`), and quotes in what is made of them. */
function refuseSpecial(name, refuse) {
    const sign = /[!+{}'"`$\\]/.exec(name)?.[0];
    return sign === undefined ? undefined : refuse(`${sign} cannot be used here: it means something in filters.`);
}
/** https://git-scm.com/docs/git-check-ref-format, with what `git branch` refuses besides. */
function findBroken(name) {
    const rules = [
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

;// CONCATENATED MODULE: ./lib/pipeline/deployer.js

const DEPLOYERS = ['aws', 'slipway'];
/** The package's own name on npm. */
const PACKAGE = 'slipway';
const HOW = "Write --slipway=1.2.3#sha512-… (npm view slipway@1.2.3 dist.integrity), or an archive's --slipway=https://…#sha256:….";
const NPM = /^(?:((?:@[a-z0-9~][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*)@)?([^@]+)$/;
/** Semantic Versioning 2.0.0: one version, and no range. */
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
/** No user and password, which would stand in the template, and nothing that a shell or a URL's reader takes for something else. */
const URL = /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[A-Za-z0-9._~%@+=,/-]+$/;
/** Reads `deploy` and `slipway`; what is wrong is added to the problems. */
function readDeployer({ deploy = '', slipway = '' }, problems) {
    if (deploy !== '' && !DEPLOYERS.includes(deploy)) {
        problems.push(malformed(`--deploy is ${(0,format/* quote */.hD)(deploy)}; there are ${(0,format/* listNames */.Zv)(DEPLOYERS)}.`));
        return { kind: 'aws' };
    }
    if (deploy !== 'slipway') {
        if (slipway !== '') {
            const what = '--slipway is the version that --deploy=slipway runs, and CodePipeline deploys by its own action here.';
            problems.push({ ...malformed(what, 'Add --deploy=slipway, or leave it out.'), code: 'no-effect' });
        }
        return { kind: 'aws' };
    }
    const read = readPinned(slipway);
    if (!('what' in read))
        return read;
    problems.push(read);
    return { kind: 'aws' };
}
/** Anything that could be another program tomorrow is refused: it deploys with the rights of the role. */
function readPinned(text) {
    if (text === '')
        return malformed('--deploy=slipway runs Slipway in CodeBuild, and which version of it is not said.', HOW);
    const [source = '', hash, ...more] = text.split('#');
    const isUrl = source.includes('://');
    if (hash === undefined || hash === '' || more.length > 0) {
        return malformed(`--slipway is ${(0,format/* quote */.hD)(text)}, without the hash of what is run.`, HOW);
    }
    if (isUrl) {
        if (!URL.test(source))
            return malformed(`--slipway names ${(0,format/* quote */.hD)(source)}, expected the https:// address of an archive (.tgz).`, HOW);
        const [, hex] = /^sha256[:-]([0-9a-f]{64})$/i.exec(hash) ?? [];
        if (hex === undefined)
            return malformed(`--slipway has the hash ${(0,format/* quote */.hD)(hash)}, expected sha256: and 64 hexadecimal digits for an archive.`, HOW);
        return {
            kind: 'slipway',
            archive: { from: 'url', url: source },
            hash: { algorithm: 'sha256', hex: hex.toLowerCase() }
        };
    }
    const [, name = PACKAGE, version = ''] = NPM.exec(source) ?? [];
    if (!EXACT.test(version)) {
        return malformed(`--slipway names ${(0,format/* quote */.hD)(source)}, expected an exact version such as 1.2.3: a tag or a range may become another program.`, HOW);
    }
    const [, base64 = ''] = /^sha512-([A-Za-z0-9+/]{86}==)$/.exec(hash) ?? [];
    if (base64 === '')
        return malformed(`--slipway has the hash ${(0,format/* quote */.hD)(hash)}, expected npm's sha512- and 88 characters of Base64.`, HOW);
    const hex = Buffer.from(base64, 'base64').toString('hex');
    return { kind: 'slipway', archive: { from: 'npm', name, version }, hash: { algorithm: 'sha512', hex } };
}
function malformed(what, next = '') {
    return { code: 'malformed', place: {}, what, next };
}

// EXTERNAL MODULE: ./lib/pipeline/pipeline-flags.js
var pipeline_flags = __webpack_require__(9584);
;// CONCATENATED MODULE: ./lib/pipeline/flags.js







/** Where no branch is given. */
const DEFAULT_BRANCH = 'main';
const FORMS = {
    'github-repository': {
        pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[A-Za-z0-9._-]+$/,
        description: 'owner/name such as shop/web'
    },
    'github-ids': { pattern: /^\d+\/\d+$/, description: 'two numbers such as 123456/7890123' },
    'oidc-issuer': {
        pattern: /^https:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?:\/[A-Za-z0-9._~-]+)*$/,
        description: 'the issuer of the tokens such as https://ghes.example/_services/token'
    },
    account: { pattern: /^\d{12}$/, description: "an account's id (12 digits)" },
    uses: {
        pattern: /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_./-]+)?@[A-Za-z0-9_./-]+$/,
        description: 'owner/slipway@ref such as example/slipway@v1'
    }
};
/**
 * The options out of the flags of `PIPELINE_FLAGS` and of the settings; other flags are left alone, an empty value is not given.
 *
 * @throws ProblemsError with everything that is malformed
 */
function readPipelineOptions(given, general) {
    const problems = [];
    const read = (name) => {
        const value = given[name] ?? '';
        if (value === '')
            return undefined;
        const { pattern, description: says } = FORMS[name];
        if (pattern.test(value))
            return value;
        const what = `--${name} is ${(0,format/* quote */.hD)(value)}, expected ${says}.`;
        problems.push({ code: 'malformed', place: {}, what, next: '' });
        return undefined;
    };
    const options = {
        ...general,
        githubRepository: read('github-repository'),
        githubIds: read('github-ids'),
        oidcIssuer: read('oidc-issuer'),
        ...readPushes(given, problems),
        account: read('account'),
        uses: read('uses') ?? 'example/slipway@v1',
        parts: readParts(given['with'] ?? '', problems),
        ...readKeys(given['kms-key'] ?? '', problems),
        deployer: readDeployer(given, problems),
        settings: readSettings(given)
    };
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    return options;
}
/** Which pushes ship. */
function readPushes(given, problems) {
    const branch = given['branch'] ?? '';
    const tags = (given['git-tag'] ?? '').split('\n').filter(tag => tag !== '');
    const bad = [branch === '' ? undefined : refuseBranch(branch), ...tags.map(refuseTag)];
    for (const one of bad)
        if (one !== undefined)
            problems.push({ code: 'malformed', place: {}, ...one });
    return {
        branch: branch === '' ? DEFAULT_BRANCH : branch,
        ...(tags.length === 0 ? {} : { gitTags: tags, tagsAlone: branch === '' })
    };
}
/** `config` and `environment` say where the settings are, and are known from the project. */
function readSettings(given) {
    const names = settings_table/* SETTINGS */.yy.flatMap(option => [option.name, ...(0,settings_table/* aliasesOf */.QI)(option).map(({ name }) => name)]);
    return Object.fromEntries(names.flatMap(name => {
        const value = given[name] ?? '';
        return value === '' || name === 'config' || name === 'environment' ? [] : [[name, value]];
    }));
}
/** A policy needs the key itself: an alias is no resource that kms:Decrypt can be limited to. */
function readKeys(text, problems) {
    const keys = text.split('\n').filter(key => key !== '');
    for (const key of keys.filter(each => !/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/.test(each))) {
        const what = `--kms-key is ${(0,format/* quote */.hD)(key)}, expected a key's ARN such as arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-…`;
        const next = key.includes('alias/')
            ? 'Name the key itself: aws kms describe-key --key-id ALIAS --query KeyMetadata.Arn.'
            : '';
        problems.push({ code: 'malformed', place: {}, what: `${what}.`, next });
    }
    return keys.length === 0 ? {} : { kmsKeys: keys };
}
function readParts(text, problems) {
    const asked = text.split(/[\n,]/).map(part => part.trim());
    for (const part of asked) {
        if (part === '' || pipeline_flags/* PIPELINE_PARTS */.ku.some(known => known === part))
            continue;
        const near = (0,suggest/* nearestName */.q)(part, pipeline_flags/* PIPELINE_PARTS */.ku);
        const next = near === undefined ? '' : `Did you mean ${near}?`;
        const what = `--with is ${(0,format/* quote */.hD)(part)}; there are ${(0,format/* listNames */.Zv)(pipeline_flags/* PIPELINE_PARTS */.ku)}.`;
        problems.push({ code: 'malformed', place: {}, what, next });
    }
    return pipeline_flags/* PIPELINE_PARTS */.ku.filter(part => asked.includes(part));
}


/***/ }),

/***/ 8545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ checkKeys),
/* harmony export */   Wg: () => (/* binding */ listBuildSecrets),
/* harmony export */   Xb: () => (/* binding */ DOCKER_HUB),
/* harmony export */   h7: () => (/* binding */ readsSecrets),
/* harmony export */   wr: () => (/* binding */ allowSources),
/* harmony export */   xx: () => (/* binding */ allowDecryption)
/* harmony export */ });
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8988);
/* harmony import */ var _build_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4576);
/* harmony import */ var _buildspec_kept_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6252);



/** A secret with the keys `username` and `accessToken`, as ECR's pull-through cache takes it for Docker Hub. */
const DOCKER_HUB = {
    username: { variable: 'DOCKER_HUB_USERNAME', key: 'username' },
    token: { variable: 'DOCKER_HUB_TOKEN', key: 'accessToken' }
};
function listBuildSecrets(project, { parts, present }) {
    const named = (0,_buildspec_kept_js__WEBPACK_IMPORTED_MODULE_1__/* .listVariableSources */ .j5)(present ?? '');
    const names = new Set(named.map(({ name }) => name));
    const login = Object.values(DOCKER_HUB).map(({ variable }) => variable);
    return {
        named,
        given: (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .listSecretVariables */ .Mi)(project).filter(name => !names.has(name)),
        givesDockerHub: parts.includes('docker-hub') && !login.every(name => names.has(name))
    };
}
/** A build that reads any of them needs the keys that they are encrypted with. */
function readsSecrets({ named, given, givesDockerHub }) {
    return named.length + given.length > 0 || givesDockerHub;
}
/** A key that nothing is decrypted with. */
function checkKeys(project, options) {
    const { kmsKeys = [] } = options;
    if (kmsKeys.length === 0 || readsSecrets(listBuildSecrets(project, options)))
        return [];
    const what = '--kms-key is for secrets of the build, and this build has none.';
    const next = 'Leave it out, or add build-secrets, --with=docker-hub, or secrets-manager or parameter-store to env in the buildspec.';
    return [{ code: 'no-effect', place: {}, what, next }];
}
/** What reading these sources needs. https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.secrets-manager */
function allowSources(sources, names) {
    const of = (store) => sources.filter(source => source.store === store).map(({ value }) => value);
    return [
        {
            sid: 'ReadSecretsOfTheBuildspec',
            actions: ['secretsmanager:GetSecretValue'],
            resources: of('secrets-manager').flatMap(value => exact(secretArn(value, names)))
        },
        {
            sid: 'ReadParametersOfTheBuildspec',
            actions: ['ssm:GetParameters'],
            resources: of('parameter-store').flatMap(value => exact(parameterArn(value, names)))
        }
    ];
}
/** The keys that the secrets are encrypted with, where those are not AWS's own: through these two services alone. */
function allowDecryption(keys, names, region) {
    const domain = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .partitionOf */ .iQ)(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    const services = ['secretsmanager', 'ssm'].map(service => `${service}.${names.region}.${domain}`);
    const conditions = { StringEquals: { 'kms:ViaService': services } };
    return [{ sid: 'DecryptBuildSecrets', actions: ['kms:Decrypt'], resources: keys, conditions }];
}
/** `secret-id:json-key:version-stage:version-id`, the id a name or an ARN. AWS adds a hyphen and six characters to a name. */
function secretArn(value, names) {
    const parts = value.split(':');
    return (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .isArn */ .EH)(value) ? parts.slice(0, 7).join(':') : (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .arnOf */ .RY)(names, 'secretsmanager', `secret:${parts[0] ?? ''}-??????`);
}
function parameterArn(value, names) {
    return (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .isArn */ .EH)(value) ? value : (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .arnOf */ .RY)(names, 'ssm', `parameter/${value.replace(/^\//, '')}`);
}
/** A pattern, or a variable that is to be put in, would name more than one. */
function exact(arn) {
    return /[*$]/.test(arn.replace(/\$\{[A-Za-z_:]+\}/g, '')) ? [] : [arn];
}


/***/ }),

/***/ 1417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ checkAccounts),
/* harmony export */   Rw: () => (/* binding */ placeOfCluster),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   gW: () => (/* binding */ findSeveralServices),
/* harmony export */   nq: () => (/* binding */ deploymentTarget),
/* harmony export */   xK: () => (/* binding */ accountOfCluster),
/* harmony export */   zX: () => (/* binding */ inDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8988);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);



const ECS_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const CODEDEPLOY_NAME = /^[\w.+=,@-]{1,100}$/;
/**
 * Cluster and service, and CodeDeploy's names for them: those of the settings, else those that the ECS console gives (`AppECS-…`,
 * `DgpECS-…`, each part cut to 46 characters). undefined: nothing is deployed.
 *
 * @throws ProblemsError for names that AWS would not take
 */
function deploymentTarget({ config, engine, settingsFile }) {
    const { rollout } = config;
    if (rollout.service === undefined)
        return undefined;
    const cluster = clusterName(config);
    const service = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(rollout.service);
    const suffix = `${cluster.slice(0, 46)}-${service.slice(0, 46)}`;
    const target = {
        cluster,
        service,
        application: rollout.codedeployApplication ?? `AppECS-${suffix}`,
        deploymentGroup: rollout.codedeployDeploymentGroup ?? `DgpECS-${suffix}`
    };
    const problems = [
        ...findBadNames(target, engine),
        ...findForeignArns(config).map(problem => ({ ...problem, place: { file: settingsFile, ...problem.place } }))
    ];
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ(problems);
    return target;
}
/**
 * Where the cluster and what is in it are: partition, region and account of the ARN that the settings have for it or for the service, so that
 * a policy names that very cluster; `names` where they have names alone.
 */
function placeOfCluster({ config }, names) {
    const [arn] = listTargetArns(config);
    return arn === undefined ? names : { partition: arn.partition, region: arn.region, account: arn.account };
}
/** The account of the cluster, where an ARN says it. */
function accountOfCluster({ config }) {
    return listTargetArns(config)[0]?.account;
}
/** Whether the account of the cluster and that of the pipeline and its roles are as the flags say. */
function checkAccounts(project, { account, parts, deployer }) {
    const there = accountOfCluster(project);
    const crosses = parts.includes('cross-account');
    const refuse = (code, what, next) => [{ code, place: {}, what, next }];
    if (crosses && deploymentTarget(project) === undefined) {
        return refuse('no-effect', '--with=cross-account is for a deployment, and no service is given.', 'Add service.');
    }
    if (crosses && parts.includes('codedeploy')) {
        const what = '--with=codedeploy makes the deployment group in the account of the pipeline, and with cross-account it has to be in the other one.';
        return refuse('conflict', what, 'Leave codedeploy out, and make the group in the other account.');
    }
    if (crosses && deployer.kind === 'slipway') {
        const what = "--deploy=slipway deploys with a role in the account of the pipeline, and with cross-account the deployment is another account's.";
        return refuse('conflict', what, 'Leave one of the two out.');
    }
    if (there === undefined || account === undefined || (there !== account) === crosses)
        return [];
    return crosses
        ? refuse('no-effect', `--with=cross-account, and the cluster is in the account of the pipeline (${account}).`, 'Leave it out.')
        : refuse('another-place', `The cluster is in the account ${there}, and --account is ${account}.`, `To deploy from ${account} into ${there}, add --with=cross-account; for a role or a pipeline in ${there}, write --account=${there}.`);
}
function listTargetArns({ rollout }) {
    return ['cluster', 'service'].flatMap(setting => {
        const arn = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .parseArn */ .Lw)(rollout[setting] ?? '');
        return arn === undefined ? [] : [{ ...arn, setting }];
    });
}
/** ARNs that do not say one place: a name cut out of them would be looked for elsewhere. */
function findForeignArns(config) {
    const arns = listTargetArns(config);
    const [first] = arns;
    const refuse = (setting, what, next) => ({
        code: 'another-place',
        place: { path: setting },
        what,
        next
    });
    const cluster = clusterName(config);
    const [, ofService] = /^service\/([^/]+)\/[^/]+$/.exec((0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .parseArn */ .Lw)(config.rollout.service ?? '')?.resource ?? '') ?? [];
    const role = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .accountOf */ .XP)(config.role?.arn ?? '');
    return [
        ...arns.flatMap(({ setting, service, resource, region }) => {
            if (service !== 'ecs' || !resource.startsWith(`${setting}/`)) {
                return [
                    refuse(setting, `${setting} is an ARN, and not one of an ECS ${setting}.`, 'Correct it, or write the name.')
                ];
            }
            return region === config.region
                ? []
                : [refuse(setting, `${setting} is in ${region}, and region is ${config.region}.`, 'Make them the same.')];
        }),
        ...(ofService === undefined || ofService === cluster
            ? []
            : [
                refuse('service', `service is in the cluster ${ofService}, and cluster is ${cluster}.`, `Write cluster: ${ofService}.`)
            ]),
        ...arns
            .slice(1)
            .flatMap(({ setting, account }) => account === first?.account
            ? []
            : [
                refuse(setting, `${setting} is in the account ${account}, and ${first?.setting ?? ''} in ${first?.account ?? ''}.`, 'Make them the same.')
            ]),
        ...(first === undefined || role === undefined || role === first.account
            ? []
            : [
                refuse(first.setting, `${first.setting} is in the account ${first.account}, and role-to-assume in ${role}.`, `Name a role of ${first.account}: Slipway deploys in the account of its role.`)
            ])
    ];
}
/** Names stand in ARNs and in other files' text here, where a `*` or a line break would mean something else. */
function findBadNames(target, engine) {
    const names = [
        ['cluster', target.cluster, ECS_NAME, 'ECS takes (up to 255 letters, digits, - and _)'],
        ['service', target.service, ECS_NAME, 'ECS takes (up to 255 letters, digits, - and _)'],
        [
            'codedeploy-application',
            target.application,
            CODEDEPLOY_NAME,
            'CodeDeploy takes (up to 100 letters, digits or any of _.+=,@-)'
        ],
        [
            'codedeploy-deployment-group',
            target.deploymentGroup,
            CODEDEPLOY_NAME,
            'CodeDeploy takes (up to 100 letters, digits or any of _.+=,@-)'
        ]
    ];
    return names
        .slice(0, engine === 'ECS' ? 2 : names.length)
        .filter(([, name, form]) => !form.test(name))
        .map(([setting, name, , says]) => ({
        code: 'malformed',
        place: { path: setting },
        what: `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is not a name that ${says}.`,
        next: ''
    }));
}
/** Several services: their files would lie in folders of their own, and each has a deploy action and a pipeline. */
function findSeveralServices({ config }) {
    if (config.rollouts.length < 2)
        return [];
    const names = config.rollouts.flatMap(({ rollout }) => rollout.service ?? []);
    const what = `There are several services (${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(names)}), and a deploy action of CodePipeline deploys one.`;
    // Choosing a service leaves the images of the others without a container.
    const next = new Set(config.images.map(({ container }) => container)).size > 1
        ? 'Give each a settings file of its own, with its images: --config=api/slipway.yml, with --output for a folder of its own.'
        : `Choose one: --service=${names[0] ?? ''}, with --output for a folder of its own.`;
    return [{ code: 'not-for-codebuild', place: { path: 'services' }, what, next }];
}
/** The cluster's name, also where only a task is run in it. */
function clusterName({ rollout }) {
    return (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(rollout.cluster);
}
/** The path of a generated file from the repository's root. */
function inDirectory({ directory }, path) {
    return directory === '' ? path : `${directory.replace(/\/+$/, '')}/${path}`;
}


/***/ }),

/***/ 5153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ makeApprovalJob),
/* harmony export */   AG: () => (/* binding */ OUTPUTS_OF_FIRST),
/* harmony export */   HC: () => (/* binding */ approvalEnvironment),
/* harmony export */   XM: () => (/* binding */ waitsForApproval)
/* harmony export */ });
/** The environment of GitHub whose reviewers approve, where the settings name no other. */
const APPROVAL = 'approval';
/** Whether a person approves over two jobs: the first ends where the deployment waits. */
function waitsForApproval({ config }) {
    return config.rollouts.some(({ rollout }) => rollout.waitFor === 'paused');
}
/** The environment of GitHub that the second job waits for. */
function approvalEnvironment({ config }) {
    const { environment } = config.report.github;
    return environment === undefined ? APPROVAL : `${environment}-${APPROVAL}`;
}
/** Handed on by the first job. */
const OUTPUTS_OF_FIRST = [
    'outputs:',
    '  outcome: ${{ steps.ship.outputs.outcome }}',
    '  deployment: ${{ steps.ship.outputs.deployment }}'
];
/**
 * The second job of two: GitHub holds it until the reviewers of its environment have approved, without a runner that waits, and it then
 * continues the deployment. Nobody approves: the pause ends by itself, and AWS goes back.
 */
function makeApprovalJob(project, { uses }, { name, runner, minutes, head, checkout, inputs }) {
    const isPinned = /@[0-9a-f]{40}$/.test(uses);
    return [
        'approve:',
        `  name: ${JSON.stringify(`${name}: continue`)}`,
        '  needs: deploy',
        "  if: needs.deploy.outputs.outcome == 'paused'",
        `  runs-on: ${runner}`,
        `  timeout-minutes: ${minutes}`,
        '  # Create this environment with required reviewers, and with the variables of the first job; the trust policy of slipway generate iam has it.',
        `  environment: ${JSON.stringify(approvalEnvironment(project))}`,
        ...head.map(line => `  ${line}`),
        '  steps:',
        ...checkout.map(line => `    ${line}`),
        '    - name: Continue',
        `      uses: ${uses}${isPinned ? '' : ' # zizmor: ignore[unpinned-uses]'}`,
        '      with:',
        '        deployment: ${{ needs.deploy.outputs.deployment }}',
        '        continue: continue',
        '        wait-for: stable',
        ...inputs.map(input => `        ${input}`)
    ];
}


/***/ }),

/***/ 5141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cn: () => (/* binding */ renderWorkflow),
/* harmony export */   tv: () => (/* binding */ workflowName),
/* harmony export */   v1: () => (/* binding */ WORKFLOWS)
/* harmony export */ });
/* unused harmony export CHECKOUT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3243);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3808);
/* harmony import */ var _text_one_line_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6810);
/* harmony import */ var _build_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4576);
/* harmony import */ var _iam_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8545);
/* harmony import */ var _build_reads_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9890);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1417);
/* harmony import */ var _workflow_approval_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5153);










/** The newest release of actions/checkout that this repository itself works with, by its commit. */
const CHECKOUT = { sha: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' };
/** GitHub looks for workflows in this folder, and not below it. */
const WORKFLOWS = '.github/workflows';
/** Building and pushing may take so long, beside what the deployment takes. */
const BUILD_MINUTES = 30;
/** What a deployment group waits by itself is not known here; this much of it is allowed for. */
const GROUP_MINUTES = 60;
/** GitHub ends a job after six hours. */
const MAX_MINUTES = 360;
/**
 * A GitHub workflow that ships by this Action on every push to the branch: OIDC, the least permissions, one deployment at a time.
 *
 * Where `uses` names a tag, zizmor's rule against references that are not pinned is switched off for that line, with the command beside it
 * that pins it: whoever has not chosen a commit yet gets a file that passes and says what is left to do. With a commit's SHA the rule stays on.
 *
 * @throws ProblemsError where GitHub would take a text for an expression
 */
function renderWorkflow(project, options) {
    check(project, options);
    const path = options.workflow ?? `${WORKFLOWS}/${workflowName(project)}`;
    const name = ['Deploy', nameApplication(project), project.environment].filter(part => part !== undefined).join(' ');
    const text = [
        makeHeader(project, options),
        `name: ${scalar(name)}\n`,
        makeTrigger(project, options, path),
        '# Nothing that a job does not ask for.\npermissions: {}\n',
        makeConcurrency(project),
        `jobs:\n${indent(makeJobs(project, options, name), 2)}\n`
    ].join('\n');
    return [{ path, text }];
}
/** `deploy.yml`; with an environment `dev.deploy.yml`, with settings elsewhere than at the top `deploy-services-api.yml`. */
function workflowName(project) {
    const application = nameApplication(project);
    return `${project.prefix}deploy${application === undefined ? '' : `-${application}`}.yml`;
}
/** An application of several in a repository is known by where its settings are: services/api/slipway.yml, deploy/web.yml. */
function nameApplication({ settingsFile }) {
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(settingsFile ?? '').replace(/\.[^./]+$/, '');
    const name = path
        .replace(/(?:^|\/)slipway$/, '')
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '');
    return name === '' ? undefined : name;
}
/** What a workflow cannot say as it is meant, by the settings that have it: GitHub takes `${{` for an expression wherever it stands. */
function check(project, { settings }) {
    const { environment, settingsFile, config } = project;
    const onGithub = { 'github-environment': config.report.github.environment };
    const given = Object.entries({ ...onGithub, environment, config: settingsFile, ...settings });
    const watched = ((0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .listWatchedPaths */ .bE)(project) ?? []).map(path => ['a path that is shipped', path]);
    const texts = [...given, ...watched, ['region', config.region]];
    const problems = texts.flatMap(([name, text = '']) => {
        const refuse = (what, next) => [
            { code: 'malformed', place: name in settings || name === 'environment' ? { path: name } : {}, what, next }
        ];
        if (text.includes('${{'))
            return refuse(`${name} holds "\${{", which GitHub takes for the beginning of an expression.`, name in settings ? 'Write it into slipway.yml.' : 'Choose another name.');
        // An input may have several lines, as in a block of YAML.
        return name in settings || (0,_text_one_line_js__WEBPACK_IMPORTED_MODULE_8__/* .isOneLine */ .P)(text) ? [] : refuse(`${name} is more than one line.`, 'Choose another name.');
    });
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ(problems);
}
/** `to main`, `of a tag v*`. */
function describePushes({ branch, gitTags = [], tagsAlone }) {
    const ofTags = gitTags.length === 0 ? [] : [`of a tag ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .listNames */ .Zv)(gitTags, 'or')}`];
    return [...(tagsAlone === true ? [] : [`to ${branch}`]), ...ofTags].join(' and ');
}
function makeHeader({ settingsFile, environment, config }, { flags, ...options }) {
    const to = environment === undefined ? '' : ` to ${(0,_text_one_line_js__WEBPACK_IMPORTED_MODULE_8__/* .toOneLine */ .G)(environment)}`;
    const role = config.role === undefined
        ? `# The role is the variable AWS_ROLE_TO_ASSUME of the ${environment === undefined ? 'repository' : 'environment'}; slipway generate iam writes its policies.\n`
        : '';
    return (`# Builds and deploys${to} on every push ${describePushes(options)}. Made from ${(0,_text_one_line_js__WEBPACK_IMPORTED_MODULE_8__/* .toOneLine */ .G)(settingsFile ?? 'flags')}; make it again with:\n` +
        `#   slipway generate workflow${flags}\n${role}`);
}
function makeTrigger(project, { branch, gitTags = [], tagsAlone }, path) {
    const watched = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .listWatchedPaths */ .bE)(project);
    const paths = watched === undefined ? [] : [...watched, path];
    const filter = paths.length === 0
        ? ''
        : `    # What is shipped is made of these; a push that touches none of them ships nothing.\n    paths:\n${paths.map(pattern => `      - ${scalar(pattern)}\n`).join('')}`;
    // A filter of paths is for branches: GitHub does not look at it where a tag is pushed.
    const branches = tagsAlone === true ? '' : `    branches: [${scalar(branch)}]\n`;
    const tags = gitTags.length === 0 ? '' : `    tags: [${gitTags.map(quoteScalar).join(', ')}]\n`;
    return `on:\n  push:\n${branches}${tags}${tagsAlone === true ? '' : filter}  workflow_dispatch:\n`;
}
function makeConcurrency(project) {
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .deploymentTarget */ .nq)(project);
    const what = target === undefined ? (nameApplication(project) ?? 'images') : `${target.cluster}-${target.service}`;
    const group = [project.environment, what].filter(part => part !== undefined).join('-');
    return `# One deployment at a time: the next one waits and cuts none short; of those that wait, the newest stays.
concurrency:
  group: ${scalar(`deploy-${group}`)}
  cancel-in-progress: false
`;
}
function makeJobs(project, options, name) {
    const { config } = project;
    const { environment } = config.report.github;
    const isPaused = (0,_workflow_approval_js__WEBPACK_IMPORTED_MODULE_9__/* .waitsForApproval */ .XM)(project);
    const { waitForMinutes } = config.rollout;
    const group = [project, ...project.others].some(({ engine }) => engine === 'CodeDeployToECS') ? GROUP_MINUTES : 0;
    // What goes wrong at the very end still has to be undone, and that is followed as long.
    const minutes = Math.min(MAX_MINUTES, BUILD_MINUTES + 2 * waitForMinutes + group);
    const runner = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .buildArchitecture */ .Mh)(project) === 'arm64' ? 'ubuntu-24.04-arm' : 'ubuntu-latest';
    const secrets = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .listSecretVariables */ .Mi)(project);
    const head = [
        'permissions:',
        '  contents: read # to check out',
        "  id-token: write # to assume the role with GitHub's OIDC token",
        'env:',
        `  AWS_REGION: ${scalar(config.region)}`
    ];
    const lines = [
        `name: ${scalar(name)}`,
        `runs-on: ${runner}`,
        `timeout-minutes: ${minutes}`,
        ...(environment === undefined
            ? []
            : [
                '# Its protection rules, variables and secrets are in force, and its name is in the token that the role trusts.',
                `environment: ${scalar(environment)}`
            ]),
        ...(isPaused ? _workflow_approval_js__WEBPACK_IMPORTED_MODULE_9__/* .OUTPUTS_OF_FIRST */ .AG : []),
        ...head,
        'steps:',
        ...indent(listSteps(project, options, secrets), 2).split('\n')
    ];
    const deploy = `deploy:\n${indent(lines.join('\n'), 2)}`;
    if (!isPaused)
        return deploy;
    const inputs = listInputs(project, options.settings);
    const approval = (0,_workflow_approval_js__WEBPACK_IMPORTED_MODULE_9__/* .makeApprovalJob */ .$S)(project, options, {
        name,
        runner: 'ubuntu-latest',
        minutes,
        head,
        checkout: CHECK_OUT,
        inputs
    });
    return `${deploy}\n${approval.join('\n')}`;
}
const CHECK_OUT = [
    `- uses: actions/checkout@${CHECKOUT.sha} # ${CHECKOUT.version}`,
    '  with:',
    '    persist-credentials: false'
];
/** Slipway takes the logins over that Docker has. */
const DOCKER_HUB_LOGIN = [
    '- name: Log into Docker Hub',
    `  run: printf '%s' "$${_iam_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .DOCKER_HUB */ .Xb.token.variable}" | docker login --username "$${_iam_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .DOCKER_HUB */ .Xb.username.variable}" --password-stdin`,
    '  env:',
    ...Object.values(_iam_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .DOCKER_HUB */ .Xb).map(({ variable }) => `    ${variable}: \${{ secrets.${variable} }}`)
];
function listSteps(project, { uses, settings, parts, oidcIssuer }, secrets) {
    const emulators = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .installEmulators */ .eW)(project);
    const [action = '', at = ''] = uses.split('@');
    const isPinned = /^[0-9a-f]{40}$/.test(at);
    const repository = action.split('/').slice(0, 2).join('/');
    const inputs = [...proposeCache(project, oidcIssuer), ...listInputs(project, settings)];
    return [
        ...CHECK_OUT,
        ...(parts.includes('docker-hub') ? DOCKER_HUB_LOGIN : []),
        ...(emulators === undefined ? [] : ['- name: Let Docker build for other processors', `  run: ${emulators}`]),
        ...(isPinned
            ? []
            : [
                `# A tag can be moved. To pin it, put a commit in its place, and take zizmor's exception out:`,
                `#   gh api repos/${repository}/commits/${at} --jq .sha`
            ]),
        '- name: Ship',
        '  id: ship',
        `  uses: ${uses}${isPinned ? '' : ' # zizmor: ignore[unpinned-uses]'}`,
        ...(inputs.length === 0 ? [] : ['  with:', ...inputs.map(input => `    ${input}`)]),
        ...(secrets.length === 0 ? [] : ['  env:', ...secrets.map(name => `    ${name}: \${{ secrets.${name} }}`)])
    ].join('\n');
}
/**
 * The cache for builds of which the settings say none: every runner begins empty. GitHub's own needs no permission, and no tag in ECR that moves;
 * GitHub Enterprise Server has it only where it is set up.
 */
function proposeCache(project, issuer) {
    if (!(0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .saysNoCache */ .cZ)(project))
        return [];
    const isHosted = issuer === undefined || /^https:\/\/token\.actions\.[^/]*(?:githubusercontent|ghe)\.com(?:\/|$)/.test(issuer);
    return isHosted
        ? [
            "# Steps of the build that did not change come from GitHub's cache. Another one, or none: cache in the settings.",
            'cache: github'
        ]
        : [
            '# Steps of the build that did not change come from a cache beside the image. Another one, or none: cache in the settings.',
            'cache: registry'
        ];
}
/** What the settings file does not say by itself. */
function listInputs(project, settings) {
    const { environment, settingsFile, config } = project;
    const hosts = (0,_build_reads_js__WEBPACK_IMPORTED_MODULE_6__/* .listReadHosts */ .KE)(project);
    const named = Object.entries({
        ...(settingsFile === undefined || settingsFile === 'slipway.yml' ? {} : { config: settingsFile }),
        ...(environment === undefined ? {} : { environment }),
        ...settings,
        // Base images and caches are in them, and Slipway logs into those that are named.
        ...(hosts.length === 0 ? {} : { registries: [...config.registries, ...hosts].join(',') })
    });
    return [
        ...named.flatMap(([name, value]) => (0,js_yaml__WEBPACK_IMPORTED_MODULE_1__/* .dump */ .Bh)({ [name]: value }, { lineWidth: -1 })
            .trimEnd()
            .split('\n')),
        ...(config.role === undefined ? ['role-to-assume: ${{ vars.AWS_ROLE_TO_ASSUME }}'] : [])
    ];
}
/** A text in quotes: in a list in brackets, `*` would begin an alias, and a comma another entry. */
function quoteScalar(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/** A text as YAML, in quotes where it needs them. */
function scalar(text) {
    return (0,js_yaml__WEBPACK_IMPORTED_MODULE_1__/* .dump */ .Bh)(text, { lineWidth: -1 }).trimEnd();
}
function indent(text, spaces) {
    return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}


/***/ }),

/***/ 1429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readProject)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _image_build_base_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1148);
/* harmony import */ var _image_build_dockerfile_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9062);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8424);
/* harmony import */ var _config_decode_decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1581);
/* harmony import */ var _config_sources_source_locations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(452);
/* harmony import */ var _check_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9913);
/* harmony import */ var _prepare_service_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7573);
/* harmony import */ var _read_sources_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9488);










/**
 * Reads the project in the working directory as the generators see it: the same settings and files that a run would take, and checked like
 * for a run as far as that goes without AWS.
 *
 * @throws ProblemsError with all that is wrong
 */
async function readProject({ given, problems, files, environment }) {
    const all = [...problems];
    const file = await (0,_read_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .collect */ .Fo)(_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ProblemsError */ .FQ, all, () => (0,_read_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .readSettingsFile */ .ur)(given['config'], files));
    if (all.length > problems.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ProblemsError */ .FQ(all);
    const source = { sha: undefined, keepTokens: true };
    const { config, problems: found, locate } = (0,_config_decode_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeAll */ .qL)({ given, givenFrom: 'flag', file, env: environment, source });
    all.push(...found);
    const read = await (0,_read_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .readServices */ .JQ)(config.rollouts, files);
    all.push(...read.flatMap(({ sources }) => sources.problems));
    if (all.length > 0)
        throw (0,_config_sources_source_locations_js__WEBPACK_IMPORTED_MODULE_4__/* .placeProblems */ .kv)(new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ProblemsError */ .FQ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .uniqueProblems */ .OH)(all)), locate);
    const checked = read.map(service => (0,_prepare_service_js__WEBPACK_IMPORTED_MODULE_7__/* .checkServiceFiles */ .Dp)(service, config));
    const errors = checked.flatMap(({ findings }) => findings.filter(_check_files_js__WEBPACK_IMPORTED_MODULE_6__/* .isError */ .bJ));
    if (errors.length > 0)
        throw (0,_config_sources_source_locations_js__WEBPACK_IMPORTED_MODULE_4__/* .placeProblems */ .kv)(new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ProblemsError */ .FQ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .uniqueProblems */ .OH)(errors)), locate);
    const settingsFile = file === undefined ? undefined : (given['config'] ?? _config_decode_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .Cu);
    const [first, ...others] = checked;
    if (first === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .SlipwayError */ .GQ({ code: 'bug', fault: 'slipway', what: 'The settings were decoded to nothing to deploy.' });
    }
    const saysCache = locate('cache') !== undefined;
    const shared = { settingsFile, saysCache, dockerfiles: await readDockerfiles(config, files) };
    const [project, ...further] = await Promise.all([
        makeProject(config, first, shared, files),
        // The task before the rollout is run once.
        ...others.map(service => makeProject({ ...config, runTask: undefined }, service, shared, files))
    ]);
    return { ...project, others: further };
}
async function makeProject(run, service, shared, files) {
    const config = { ...run, ...service.config };
    const { assignments, sources } = service;
    const { taskDefinition, appspec } = sources;
    const isCodeDeploy = appspec !== undefined || config.rollout.codedeployApplication !== undefined;
    return {
        config,
        ...shared,
        environment: config.environment,
        prefix: config.environment === undefined ? '' : `${config.environment}.`,
        engine: isCodeDeploy ? 'CodeDeployToECS' : 'ECS',
        taskDefinition: await withText(taskDefinition, taskDefinition?.document.file, files),
        appspec: await withText(appspec, appspec?.file, files),
        assignments: config.images.map(image => ({
            image,
            containers: (0,_prepare_service_js__WEBPACK_IMPORTED_MODULE_7__/* .namedContainersOf */ .Ds)({ assignments, taskDefinition }, image)
        })),
        others: []
    };
}
async function readDockerfiles({ images }, files) {
    const builds = images.flatMap(image => (image.kind === 'built' ? image.build : []));
    const paths = builds.filter(({ context }) => !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isRemote */ .Vx)(context)).map(_image_build_base_images_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerfilePath */ .Se);
    const read = await Promise.all([...new Set(paths)]
        .filter(path => !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isRemote */ .Vx)(path))
        .map(async (path) => {
        const bytes = await files.read(path).catch(() => undefined);
        return bytes === undefined ? [] : [[path, (0,_image_build_dockerfile_js__WEBPACK_IMPORTED_MODULE_9__/* .readDockerfile */ .n_)(path, bytes)]];
    }));
    return new Map(read.flat());
}
async function withText(value, path, files) {
    if (value === undefined || path === undefined)
        return undefined;
    const bytes = (await files.read(path)) ?? new Uint8Array();
    return {
        path,
        text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
        sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'),
        value
    };
}


/***/ }),

/***/ 6810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ toOneLine),
/* harmony export */   P: () => (/* binding */ isOneLine)
/* harmony export */ });
/**
 * Characters that end a line for one or the other reader (YAML 1.1 takes U+0085, U+2028 and U+2029 for such), that control something, or that no
 * file may hold.
 */
const NOT_IN_A_LINE = /[\p{Cc}\p{Surrogate}\u2028\u2029\ufeff\ufffe\uffff]/u;
/** Whether a text stays on one line, whoever reads it. */
function isOneLine(text) {
    return !NOT_IN_A_LINE.test(text);
}
/** A text on one line, as for a comment: what would end it is a blank. */
function toOneLine(text) {
    return text.replace(new RegExp(NOT_IN_A_LINE, 'gu'), ' ');
}


/***/ })

};
