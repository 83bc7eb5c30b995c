export const id = 6792;
export const ids = [6792];
export const modules = {

/***/ 6792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importFile: () => (/* binding */ importFile)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/docker.js
var docker = __webpack_require__(3568);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/output.js + 1 modules
var output = __webpack_require__(2212);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/interpret.js
var interpret = __webpack_require__(7263);
;// CONCATENATED MODULE: ./lib/pipeline/import/files.js


const TASK_DEFINITION = /(?:^|\/)[^/]*task[-_.]?def[^/]*\.(?:json|ya?ml)$/i;
const APPSPEC = /(?:^|\/)[^/]*appspec[^/]*\.(?:ya?ml|json)$/i;
/** The task definition and the AppSpec that a buildspec hands on: the files of the repository that they come from. */
function findFiles(buildspec, run) {
    const used = new Set();
    const makers = [];
    const find = (like) => {
        const named = [...listArtifactFiles(buildspec), ...run.steps.flatMap(listNamedFiles)];
        const path = named.find(file => like.test(file));
        if (path === undefined)
            return undefined;
        const source = followCopies(path, run, used, makers);
        if (source === undefined)
            return undefined;
        const edits = run.steps.filter(step => editsFile(step, [source, path]));
        return { path: source, edits };
    };
    return { taskDefinition: find(TASK_DEFINITION), appspec: find(APPSPEC), makers, used };
}
function listArtifactFiles({ artifacts, secondaryArtifacts }) {
    const sets = [artifacts, ...secondaryArtifacts].filter(set => set !== undefined);
    return sets.flatMap(({ files, baseDirectory }) => {
        const base = (baseDirectory ?? '').replace(/^\$\{?CODEBUILD_SRC_DIR\}?\/?/, '').replace(/^\.?\/|\/$/g, '');
        return files
            .map(({ value }) => [base, value.replace(/^\.\//, '')].filter(part => part !== '').join('/'))
            .filter(path => !/[*?[$]/.test(path));
    });
}
/** `--cli-input-json file://taskdef.json`, `--codedeploy-appspec appspec.yml`. */
function listNamedFiles({ words, directory }) {
    if (words[0] !== 'aws')
        return [];
    const input = (0,output/* readLongOption */.SL)(words, '--cli-input-json')?.replace(/^file:\/\//, '');
    const deployed = words.includes('deploy') ? (0,output/* readLongOption */.SL)(words, '--task-definition') : undefined;
    const appspec = (0,output/* readLongOption */.SL)(words, '--codedeploy-appspec');
    return [input, deployed, appspec].flatMap(path => path === undefined ? [] : [directory === '' ? path.replace(/^\.\//, '') : `${directory}/${path}`]);
}
/** Where a file comes from: through `cp`, or an editor that reads another file. undefined: a command makes it from nothing. */
function followCopies(path, { steps, unknowns }, used, makers) {
    let current = path;
    for (const step of steps.toReversed()) {
        const { words, writes, directory } = step;
        const [program, ...args] = words;
        const below = (file) => {
            const plain = file.replace(/^\.\//, '');
            return directory === '' ? plain : `${directory}/${plain}`;
        };
        if (program === 'cp' || program === 'mv') {
            const [from = '', to = ''] = args.filter(arg => !arg.startsWith('-')).map(below);
            const name = (0,text_path/* baseName */.F)(from);
            const target = to === '' || /(?:^|\/)\.?$/.test(to) ? `${to.replace(/\.?\/?$/, '')}${name}` : to;
            if (target !== current || unknowns.listIn(from).length > 0)
                continue;
            used.add(step);
            current = from;
        }
        else if (writes.includes(current)) {
            const source = /^(?:sed|envsubst|jq|cat)$/.test(program ?? '')
                ? args.map(below).findLast(arg => (TASK_DEFINITION.test(arg) || APPSPEC.test(arg)) && !/^s(.).*\1/.test(arg))
                : undefined;
            if (source === undefined || source === current) {
                makers.push(step);
                return undefined;
            }
            current = source;
        }
    }
    const fetched = steps.find(({ words }) => words[0] === 'aws' && words.includes('describe-task-definition'));
    if (fetched !== undefined && TASK_DEFINITION.test(current)) {
        makers.push(fetched);
        return undefined;
    }
    return current;
}
function editsFile({ words, writes }, paths) {
    const [program = '', ...args] = words;
    if (!/^(?:sed|perl|envsubst|yq|jq)$/.test(program))
        return false;
    const named = args.map(arg => arg.replace(/^\.\//, ''));
    return named.some(arg => paths.includes(arg)) || writes.some(path => paths.includes(path));
}

// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/paths.js
var paths = __webpack_require__(6470);
;// CONCATENATED MODULE: ./lib/pipeline/import/image-files.js



const IMAGE_FILE = /^image[^/]*\.json$/i;
/**
 * The images that a step writes into one of the two files; empty where nothing of them can be read; undefined where it writes neither.
 */
function readImageFile(step, run) {
    const { words, writes, directory } = step;
    const [program = '', ...args] = words;
    if (writes.some(path => IMAGE_FILE.test((0,text_path/* baseName */.F)(path))))
        return readOutput(step) ?? guessContainers(step, run);
    if (program === 'cp' || program === 'mv') {
        const [from = '', to = ''] = args.filter(arg => !arg.startsWith('-'));
        if (!IMAGE_FILE.test((0,text_path/* baseName */.F)(to)) || IMAGE_FILE.test((0,text_path/* baseName */.F)(from)))
            return undefined;
        const source = (0,paths/* resolvePath */.o)(directory, from, run.unknowns);
        const writer = run.steps.findLast(other => other.writes.includes(source));
        return writer === undefined ? [] : (readOutput(writer) ?? guessContainers(writer, run));
    }
    // An editor that changes the file in its place.
    const edits = /^(?:sed|perl|yq|envsubst|jq)$/.test(program) && args.some(arg => /^(?:-i|--in-place)/.test(arg));
    return edits && args.some(arg => IMAGE_FILE.test((0,text_path/* baseName */.F)(arg))) ? guessContainers(step, run) : undefined;
}
function readOutput({ output }) {
    if (output === undefined)
        return undefined;
    let value;
    try {
        value = JSON.parse(output);
    }
    catch {
        return [];
    }
    // A mistake in the file does not hide which image is meant.
    const entries = Array.isArray(value) ? value : [value];
    return entries.filter(record/* isRecord */.u4).flatMap(entry => {
        const image = Object.entries(entry).find(([key]) => key.toLowerCase() === 'imageuri')?.[1];
        const container = entry['name'];
        if (typeof image !== 'string')
            return [];
        return [{ container: typeof container === 'string' ? container : undefined, image, byDigest: false }];
    });
}
/** The container's name, in a program of jq or the like: `.[0].name = "web"`, `--arg name web`. */
function guessContainers({ words, source }, { unknowns }) {
    const text = [...words, source].join('\n');
    const written = [...text.matchAll(/\bname\\?["']?\s*[:=]\s*\\?["']([A-Za-z0-9][\w-]*)/g)].map(match => match[1] ?? '');
    const at = words.findIndex((word, index) => word === '--arg' && /^(?:container_?)?name$|^container$/i.test(words[index + 1] ?? ''));
    const given = at < 0 ? undefined : words[at + 2];
    const names = new Set([...(given === undefined ? [] : [given]), ...written]);
    const [only] = names;
    if (only === undefined || names.size > 1 || (unknowns.listIn(only).length > 0 && unknowns.only(only) === undefined))
        return [];
    return [{ container: only, image: '', byDigest: false }];
}

;// CONCATENATED MODULE: ./lib/pipeline/import/registry.js

const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;
/** The registry that an image's name says. A variable from outside is taken as ECR's, unless the build logs into Docker Hub alone. */
function readRegistry(image, run) {
    const { registry, repository } = image;
    const { unknowns } = run;
    const ownEcr = { kind: 'ecr', account: undefined, region: undefined };
    if (registry === undefined) {
        const [first = '', ...rest] = repository.split('/');
        const isPlain = unknowns.listIn(rest.length === 0 ? repository : first).length === 0;
        if (isPlain || (image.wholeUri && logsIntoDockerHub(run) && /hub|docker/i.test(unknowns.show(repository))))
            return { kind: 'other', called: 'Docker Hub' };
        return ownEcr;
    }
    const [, account = '', region = ''] = /^(.*)\.dkr[.-]ecr(?:-fips)?\.([^.]*)\./.exec(registry) ?? [];
    if (account !== '') {
        return {
            kind: 'ecr',
            account: /^\d{12}$/.test(account) ? account : undefined,
            region: REGION.test(region) ? region : undefined
        };
    }
    if (registry === 'public.ecr.aws')
        return { kind: 'other', called: 'ECR Public' };
    if (unknowns.listIn(registry).length > 0)
        return logsIntoDockerHub(run) ? { kind: 'other', called: 'Docker Hub' } : ownEcr;
    return { kind: 'other', called: /^(?:index\.)?docker\.io$/.test(registry) ? 'Docker Hub' : registry };
}
/** There is a login to Docker Hub, and none to anything else. */
function logsIntoDockerHub({ steps }) {
    const hosts = steps.flatMap(({ words }) => {
        const call = (0,docker/* readDocker */.NG)(words);
        return call?.kind === 'login' ? [call.registry ?? 'docker.io'] : [];
    });
    return hosts.length > 0 && hosts.every(host => /(?:^|\/|\.)docker\.io(?:\/|$)/.test(host));
}

;// CONCATENATED MODULE: ./lib/pipeline/import/images.js



/** Finds what is built, tagged and pushed, and what the deploy stage is named of it. */
function findImages(run) {
    return new ImageFinder(run).find();
}
class ImageFinder {
    run;
    used = new Set();
    unread = [];
    alternatives = [];
    calls;
    indexes;
    /** By the name that is given, in the order of the steps. */
    namings = new Map();
    groups = new Map();
    constructor(run) {
        this.run = run;
        this.calls = run.steps.map(({ words }) => (0,docker/* readDocker */.NG)(words));
        this.indexes = new Map(run.steps.map((step, index) => [step, index]));
        for (const [index, step] of run.steps.entries()) {
            const call = this.calls[index];
            if (call?.kind !== 'build' && call?.kind !== 'tag')
                continue;
            for (const name of call.kind === 'build' ? call.tags : [call.to]) {
                const key = (0,docker/* imageKey */.p2)(name, run.unknowns);
                this.namings.set(key, [...(this.namings.get(key) ?? []), { index, step, call }]);
            }
        }
    }
    indexOf(step) {
        return this.indexes.get(step) ?? -1;
    }
    find() {
        for (const reference of this.listPushes())
            this.add(reference);
        this.readImageFiles();
        this.joinSame();
        this.joinAlternatives();
        const images = [...this.groups.values()].flatMap(group => this.makeImage(group));
        return { images, used: this.used, unread: this.unread, alternatives: this.alternatives };
    }
    add(reference) {
        const build = this.findBuild((0,docker/* imageKey */.p2)(reference.image, this.run.unknowns), this.indexOf(reference.step));
        const { registry, repository } = (0,docker/* readImage */.AM)(reference.image, this.run.unknowns);
        const at = build === undefined ? '' : String(this.indexOf(build.step));
        const key = `${registry ?? ''}/${repository} ${at}`;
        const group = this.groups.get(key) ?? { build, references: [], named: [], elsewhere: [] };
        group.references.push(reference);
        this.groups.set(key, group);
        this.used.add(reference.step);
    }
    listPushes() {
        const { steps, unknowns } = this.run;
        return steps.flatMap((step, index) => {
            const call = this.calls[index];
            if (call?.kind === 'build' && call.push)
                return call.tags.map(image => ({ image, step }));
            // A push without a name fails.
            if (call?.kind !== 'push' || call.image === '')
                return [];
            if (!call.allTags)
                return [{ image: call.image, step }];
            const { registry, repository } = (0,docker/* readImage */.AM)(call.image, unknowns);
            return this.calls
                .slice(0, index)
                .flatMap(listNamed)
                .filter(image => {
                const other = (0,docker/* readImage */.AM)(image, unknowns);
                return other.registry === registry && other.repository === repository;
            })
                .map(image => ({ image, step }));
        });
    }
    /** The last build before a step that gives the image this name, by itself or through `docker tag`. */
    findBuild(key, before, depth = 0) {
        const naming = this.namings.get(key)?.findLast(({ index }) => index <= before);
        if (naming === undefined || depth > 8)
            return undefined;
        const { index, step, call } = naming;
        this.used.add(step);
        return call.kind === 'build'
            ? { call, step }
            : this.findBuild((0,docker/* imageKey */.p2)(call.from, this.run.unknowns), index - 1, depth + 1);
    }
    /** What imagedefinitions.json and imageDetail.json name. */
    readImageFiles() {
        for (const step of this.run.steps) {
            const named = readImageFile(step, this.run);
            if (named === undefined)
                continue;
            this.used.add(step);
            if (named.length === 0)
                this.unread.push(step);
            for (const entry of named)
                this.addNamed(this.resolveDigest(entry), step);
        }
    }
    resolveDigest(named) {
        const only = this.run.unknowns.only(named.image);
        return only?.kind === 'digest' ? { ...named, image: only.image, byDigest: true } : named;
    }
    addNamed(named, step) {
        const { unknowns } = this.run;
        const { registry, repository } = (0,docker/* readImage */.AM)(named.image, unknowns);
        const groups = [...this.groups.values()];
        // A variable that the shell did not put in, because of its quotes, is not the name of an image.
        const isLiteral = named.image === '' || /\$\{?\w/.test(named.image);
        const only = groups.length === 1 ? groups[0] : undefined;
        const group = isLiteral
            ? only
            : groups.find(({ references }) => references.some(({ image }) => {
                const other = (0,docker/* readImage */.AM)(image, unknowns);
                return other.repository === repository && other.registry === registry;
            }));
        if (group !== undefined)
            group.named.push(named);
        else if (repository !== '' && !isLiteral)
            this.groups.set(`${registry ?? ''}/${repository} named`, {
                build: undefined,
                references: [{ image: named.image, step }],
                named: [named],
                elsewhere: []
            });
    }
    /** One build that is pushed to several places is one image: the place that the deploy stage is told of, or the first in ECR. */
    joinSame() {
        const builds = new Map();
        for (const [key, group] of this.groups) {
            if (group.build === undefined)
                continue;
            builds.set(group.build.step, [...(builds.get(group.build.step) ?? []), [key, group]]);
        }
        for (const same of builds.values()) {
            const isNamed = ([, { named }]) => named.length > 0;
            const main = same.find(isNamed) ?? same.find(([, group]) => this.isInEcr(group)) ?? same[0];
            for (const [key, group] of same) {
                if (main === undefined || group === main[1] || group.named.length > 0)
                    continue;
                main[1].elsewhere.push(...group.references);
                this.groups.delete(key);
            }
        }
    }
    /** Of builds that push the same names, one is done: the one that depends on nothing, else the one that says the most. */
    joinAlternatives() {
        const byNames = new Map();
        for (const [key, group] of this.groups) {
            if (group.build === undefined)
                continue;
            const names = group.references.map(({ image }) => (0,docker/* imageKey */.p2)(image, this.run.unknowns)).sort();
            byNames.set(names.join(' '), [...(byNames.get(names.join(' ')) ?? []), [key, group]]);
        }
        for (const same of byNames.values()) {
            const isPlain = ([, { build }]) => build?.step.conditional === false;
            const ranked = same.toSorted(([, one], [, other]) => sizeOf(other) - sizeOf(one));
            const main = ranked.find(isPlain) ?? ranked[0];
            for (const [key, group] of same) {
                if (group === main?.[1] || group.build?.step.conditional !== true)
                    continue;
                main?.[1].named.push(...group.named);
                this.alternatives.push(group.build.step);
                this.groups.delete(key);
            }
        }
    }
    isInEcr({ references: [first] }) {
        if (first === undefined)
            return false;
        const { registry, repository, whole: wholeUri } = (0,docker/* readImage */.AM)(first.image, this.run.unknowns);
        return readRegistry({ registry, repository, wholeUri }, this.run).kind === 'ecr';
    }
    /** Whether what is pushed was pulled, and only gets another name. */
    isCopied(image, before, depth = 0) {
        const key = (0,docker/* imageKey */.p2)(image, this.run.unknowns);
        const pulled = this.calls
            .slice(0, before)
            .some(call => call?.kind === 'pull' && (0,docker/* imageKey */.p2)(call.image, this.run.unknowns) === key);
        const naming = this.namings.get(key)?.findLast(({ index }) => index < before);
        if (naming?.call.kind !== 'tag' || depth > 8)
            return pulled && naming === undefined && depth > 0;
        return this.isCopied(naming.call.from, naming.index, depth + 1);
    }
    makeImage({ build, references, named, elsewhere }) {
        const { unknowns } = this.run;
        const [first] = references;
        if (first === undefined)
            return [];
        const { registry, repository, whole } = (0,docker/* readImage */.AM)(first.image, unknowns);
        const tags = references.map(({ image }) => (0,docker/* readImage */.AM)(image, unknowns).tag);
        const wanted = named.map(({ image }) => (0,docker/* readImage */.AM)(image, unknowns).tag).find(tag => tags.includes(tag));
        const ofCommit = tags.find(tag => unknowns.listIn(tag).some(({ kind }) => kind === 'commit'));
        // What is told apart from the next one is what is deployed, where the buildspec does not say.
        const leading = wanted ?? ofCommit ?? tags.find(tag => tag !== 'latest');
        const isPushed = references.some(({ step }) => (0,docker/* readDocker */.NG)(step.words) !== undefined);
        const exists = !isPushed && this.groups.size > 1 && unknowns.listIn(first.image).length === 0;
        return [
            {
                build,
                registry,
                repository,
                wholeUri: whole,
                tags: [...new Set([...(leading === undefined ? [] : [leading]), ...tags])],
                containers: [...new Set(named.flatMap(({ container }) => container ?? []))],
                byDigest: named.some(({ byDigest, container }) => byDigest && container !== undefined),
                copied: build === undefined && this.isCopied(first.image, this.indexOf(first.step)),
                existing: exists ? first.image : undefined,
                elsewhere,
                pushes: [...new Set(references.map(({ step }) => step))].filter(({ words }) => (0,docker/* readDocker */.NG)(words) !== undefined),
                step: first.step
            }
        ];
    }
}
function sizeOf({ build }) {
    return build?.step.words.length ?? 0;
}
/** The images that a call of Docker's gives a name to. */
function listNamed(call) {
    if (call?.kind === 'build')
        return call.tags;
    return call?.kind === 'tag' ? [call.to] : [];
}

;// CONCATENATED MODULE: ./lib/pipeline/import/destinations.js



/**
 * The images that settings can say: those that are pushed to private registries of ECR, and those that exist. The others are told.
 *
 * @throws ProblemsError where none is left
 */
function chooseImages({ images }, run, note) {
    const chosen = [];
    for (const image of images) {
        for (const { image: name, step } of image.elsewhere) {
            const what = `The image is also pushed to ${(0,format/* quote */.hD)(run.unknowns.show(name))}; Slipway pushes an image to one repository.`;
            const next = 'Let ECR replicate it (replication rules of the registry), or push it in a step of its own.';
            note({ kind: 'left-out', place: step.place, what, next });
        }
        noteContainers(image, note);
        const told = image.existing ?? findLiteralName(image, run);
        const reason = explainUnsaid(image, run);
        if (image.existing !== undefined || reason === undefined) {
            chosen.push(image);
            continue;
        }
        const next = 'Keep that in a step of its own; Slipway deploys what image names, or builds and pushes what repository and context say.';
        note({ kind: 'left-out', place: image.step.place, what: reason, next });
        if (told !== undefined && image.containers.length > 0)
            chosen.push({ ...image, existing: told });
    }
    const [first] = images;
    if (chosen.length > 0 || first === undefined)
        return chosen;
    const what = `There is no image that settings can say. ${explainUnsaid(first, run) ?? ''}`;
    const next = 'Write slipway.yml by hand: repository and context to build and push to ECR, or image for one that exists.';
    throw new errors/* ProblemsError */.FQ([{ code: 'nothing-to-import', place: first.step.place, what, next }]);
}
/** Why Slipway does not build and push an image; undefined: it does. */
function explainUnsaid(image, run) {
    const shown = run.unknowns.show(nameOf(image));
    if (image.copied)
        return `${(0,format/* quote */.hD)(shown)} is pulled and gets another name; nothing is built.`;
    const registry = readRegistry(image, run);
    if (registry.kind === 'ecr')
        return undefined;
    return `${(0,format/* quote */.hD)(shown)} is pushed to ${registry.called}; Slipway pushes to private registries of Amazon ECR.`;
}
/** The whole name, where nothing of it is made at build time. */
function findLiteralName(image, { unknowns }) {
    const name = nameOf(image);
    return unknowns.listIn(name).length === 0 ? name : undefined;
}
function nameOf({ registry, repository, tags: [tag = 'latest'] }) {
    return `${registry === undefined ? '' : `${registry}/`}${repository}:${tag}`;
}
function noteContainers({ containers, step }, note) {
    const [first, ...others] = containers;
    if (first === undefined || others.length === 0)
        return;
    const what = `The image is for ${containers.length} containers (${containers.join(', ')}); the settings name ${first}.`;
    const next = `Add an entry of images for ${others.join(' and ')}: image with the reference that was pushed.`;
    note({ kind: 'left-out', place: step.place, what, next });
}

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/reader.js
var reader = __webpack_require__(4251);
// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/visit.js
var visit = __webpack_require__(3649);
;// CONCATENATED MODULE: ./lib/pipeline/import/identities.js



/**
 * Commands that change who the build is, or where: what comes after them is done in another account, with other permissions. They may stand
 * in `$(…)`, which leaves no step.
 */
function listIdentities({ phases }) {
    return phases.flatMap(({ commands, finallyCommands }) => [...commands, ...finallyCommands].flatMap(command => {
        const [first] = (0,visit/* listCommands */.FH)(command.shell ?? []).flatMap(node => {
            const how = explain(node);
            return how === undefined ? [] : [{ node, how }];
        });
        return first === undefined ? [] : [makeNote(command, first.node, first.how)];
    }));
}
function makeNote(command, node, how) {
    const role = /arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+/.exec(command.text)?.[0];
    const source = command.text.slice(node.offset, node.end).replace(/\s+/g, ' ');
    const what = `${(0,format/* quote */.hD)(source)} ${how}: what is pushed and deployed after it goes there. The settings have the identity of the run.`;
    const next = `Set role-to-assume${role === undefined ? '' : `: ${role}`}, or run Slipway with that identity; a repository of another account is said by its whole address.`;
    return { kind: 'left-out', place: (0,reader/* placeInCommand */.a4)(command, node.offset), what, next };
}
const CREDENTIALS = /^(?:AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_PROFILE|AWS_ROLE_ARN)$/;
const PLACES = /^(?:AWS_REGION|AWS_DEFAULT_REGION)$/;
function explain({ words, assignments }) {
    const texts = words.map(word => (0,visit/* plainText */.wh)(word) ?? word.source);
    const [program = ''] = texts;
    const line = texts.join(' ');
    if (program === 'aws' && /\bsts assume-role\b|\bsts assume-role-with-/.test(line))
        return 'assumes a role';
    if (program === 'aws' &&
        /\bconfigure set (?:\S*\.)?(?:role_arn|aws_access_key_id|aws_secret_access_key|source_profile|credential_source)\b/.test(line))
        return 'changes the credentials';
    if (program === 'aws' && /\bconfigure set (?:\S*\.)?region\b/.test(line))
        return 'changes the region';
    if (program === 'aws' && texts.some(text => /^--profile(?:=|$)/.test(text)))
        return 'uses another profile';
    const exported = /^(?:export|declare)$/.test(program) ? texts.slice(1).map(text => text.split('=')[0] ?? '') : [];
    const names = [
        ...exported.filter((_, index) => texts[index + 1]?.includes('=')),
        ...assignments.map(({ name }) => name)
    ];
    if (names.some(name => CREDENTIALS.test(name)))
        return 'changes the credentials';
    return names.some(name => PLACES.test(name)) ? 'changes the region' : undefined;
}

;// CONCATENATED MODULE: ./lib/pipeline/import/notes.js


/** Commands that show something, set something up for others, or are part of what Slipway does by itself. */
const NOISE = /^(?:echo|printf|ls|ll|pwd|cat|date|env|printenv|set|export|unset|cd|pushd|popd|true|false|:|test|\[|\[\[|exit|return|sleep|whoami|uname|which|df|du|free|tree|source|\.|wait|declare|local|readonly|read|time|bc)$/;
/** What the other commands of real buildspecs are, by their words. The first that fits counts. */
const KINDS = [
    {
        pattern: /^docker (?:run|exec|compose)\b|^docker-compose\b|\b(?:pytest|jest|mocha|phpunit|rspec|tox|newman)\b|\s(?:run )?(?:test|check|verify|lint)(?:[:\s]|$)/,
        what: 'a test or a check',
        next: 'Run it before Slipway: in its own job or step.'
    },
    {
        pattern: /^(?:trivy|grype|dockle|snyk|hadolint|anchore|sonar\S*|semgrep|cosign)\b|^docker s(?:ave|bom|cout)\b/,
        what: 'a scan',
        next: 'Run it in its own step; it is not part of the deployment.'
    },
    {
        pattern: /^(?:mvn|\S*mvnw|gradle|\S*gradlew|sbt|ant|npm|npx|yarn|pnpm|make|go|cargo|dotnet|pip3?|poetry|composer|bundle|rake|ng|earthly|bazel|node|python3?|\S+\.sh|(?:ba)?sh|\.?\/\S+)\b/,
        what: 'a build step outside of docker build',
        next: 'Put it into the Dockerfile (in its own stage), or run it before Slipway: the image may need what it makes.'
    },
    {
        pattern: /^(?:sudo )?(?:apt|apt-get|yum|dnf|apk|rpm|dpkg|amazon-linux-extras|wget|curl -[A-Za-z]*[oOL])\b/,
        what: 'an installation on the build machine',
        next: 'It belongs to whatever needs the tool.'
    },
    {
        pattern: /^(?:kubectl|helm|eksctl)\b|^aws eks\b/,
        what: 'a deployment to Kubernetes',
        next: 'Slipway deploys to Amazon ECS only.'
    },
    {
        pattern: /^aws (?:lambda|cloudformation|elasticbeanstalk|batch|sam)\b|^(?:cdk|cdk-assets|sam|serverless|terraform)\b/,
        what: 'a deployment of something else',
        next: 'Keep it in its own step.'
    },
    {
        pattern: /^aws (?:ecs|deploy)\b/,
        what: 'a part of the deployment to ECS',
        next: 'Slipway registers the task definition and deploys by itself: set cluster and service.'
    },
    {
        pattern: /^aws (?:sns|ses|chatbot|events)\b|^curl\b|slack|hooks\./i,
        what: 'a notification',
        next: 'Send it from the workflow or the pipeline, after Slipway has reported the outcome.'
    },
    {
        pattern: /^aws (?:secretsmanager|ssm)\b/,
        what: 'a value from a store',
        next: 'A secret of the build goes into build-secrets, one of the container into secrets.'
    },
    {
        pattern: /^docker login\b/,
        what: 'a login to a registry that is not ECR',
        next: 'Log in before Slipway runs; it uses the existing logins.'
    },
    {
        pattern: /^docker (?:manifest|buildx imagetools)\b/,
        what: 'an index over several images',
        next: 'Use platforms: one build for all of them.'
    },
    { pattern: /^git\b/, what: 'a change in Git', next: 'Keep it in its own step.' },
    {
        pattern: /^(?:sed|envsubst|jq|yq|perl|awk|cp|mv|mkdir|chmod|chown|touch|tee|rm|unzip|tar|zip|ln)\b/,
        what: 'work on files',
        next: 'Run it before Slipway where the image or the files depend on it.'
    }
];
/** What a buildspec does beside building, pushing and telling the image: each item of `commands` once. */
function listLeftOut(buildspec, { steps, unknowns }, used) {
    const notes = [];
    const left = steps.filter(step => !used.has(step) && !isNoise(step, unknowns.show(step.words.join(' '))));
    for (const same of groupSteps(left)) {
        const [first, ...others] = same;
        const line = toLine(first);
        const kind = findKind(line);
        const more = others.length === 0 ? '' : ` (and ${others.length} more of the kind in the same item)`;
        const what = `${(0,format/* quote */.hD)(line)}${more} is ${kind?.what ?? 'a command that settings cannot say'}; it is not carried over.`;
        notes.push({ kind: 'left-out', place: first.place, what, next: kind?.next ?? 'Run it in a step of its own.' });
    }
    for (const phase of buildspec.phases) {
        for (const command of [...phase.commands, ...phase.finallyCommands]) {
            if (command.shell !== undefined)
                continue;
            const what = `${(0,format/* quote */.hD)(command.text)} cannot be read (${command.trouble ?? ''}); it is not carried over.`;
            notes.push({ kind: 'left-out', place: command.place, what, next: '' });
        }
    }
    return notes;
}
/** Commands of one item and one kind are told together. */
function groupSteps(steps) {
    const groups = new Map();
    for (const step of steps) {
        const kinds = groups.get(step.command) ?? new Map();
        groups.set(step.command, kinds);
        const kind = findKind(toLine(step));
        const known = kinds.get(kind);
        if (known === undefined)
            kinds.set(kind, [step]);
        else if (!known.some(other => toLine(other) === toLine(step)))
            known.push(step);
    }
    return [...groups.values()].flatMap(kinds => [...kinds.values()]);
}
function toLine({ source }) {
    return source.replace(/\s+/g, ' ');
}
function findKind(line) {
    return KINDS.find(({ pattern }) => pattern.test(line));
}
function isNoise({ words, writes, source, piped }, shown) {
    const [program = ''] = words;
    // It only shows a part of what another command says.
    if (piped && writes.length === 0 && /^(?:grep|head|tail|sort|uniq|wc|cut|awk|tr|less|more)$/.test(program))
        return true;
    if (/\becr(?:-public)? get-login/.test(source) || /^aws (?:--version|sts get-caller-identity|configure)/.test(shown))
        return true;
    if (/^(?:git|docker|node|npm|java|python3?|mvn|go) --?v(?:ersion)?$/.test(shown))
        return true;
    const call = (0,docker/* readDocker */.NG)(words);
    if (call?.kind === 'pull')
        return true;
    if (call?.kind === 'other')
        return /^(?:images|image ls|info|version|--version|system|df|ps|image prune|history|inspect|image inspect)/.test(call.command);
    if (/(?:^|\/)dockerd$/.test(words.find(word => word.includes('dockerd')) ?? '') || /docker info/.test(shown))
        return true;
    if (/service docker start/.test(shown))
        return true;
    return (NOISE.test(program) || /^[\uE000-\uF8FF]/.test(program)) && !writes.some(path => !path.startsWith('/'));
}

;// CONCATENATED MODULE: ./lib/pipeline/import/unsupported.js



/** Keys without a meaning for what is built and deployed, or that the import reads. */
const READ_KEYS = ['version', 'env', 'phases', 'artifacts', 'cache', 'reports', 'batch', 'environment_variables'];
const ADVICE = {
    proxy: 'Set HTTP_PROXY, HTTPS_PROXY and NO_PROXY where Slipway runs.',
    'run-as': 'Slipway runs as the user of its step.'
};
/** What stands beside the commands and has no setting. */
function listUnsupported(buildspec) {
    const notes = [];
    const { document } = buildspec;
    const addNote = (place, what, next) => {
        if (place !== undefined)
            notes.push({ kind: 'left-out', place, what, next });
    };
    const kept = 'slipway generate buildspec keeps those of the buildspec that it writes over.';
    addNote(buildspec.cachePaths[0]?.place, "CodeBuild's cache has no setting.", kept);
    addNote(buildspec.reports[0]?.place, 'Test reports have no setting.', kept);
    addNote(buildspec.exportedVariables[0]?.place, 'exported-variables are not carried over.', 'The outputs of Slipway take their place: image, image-tag, image-digest.');
    const value = (0,record/* isRecord */.u4)(document.value) ? document.value : {};
    for (const key of (0,record/* keysOf */.YD)(value).filter(name => !READ_KEYS.includes(name)))
        addNote(document.place([key]), `${key} has no setting.`, ADVICE[key] ?? 'Keep it where it is needed.');
    const env = (0,record/* own */.ZV)(value, 'env');
    if ((0,record/* isRecord */.u4)(env) && Object.hasOwn(env, 'git-credential-helper'))
        addNote(document.place(['env', 'git-credential-helper']), 'git-credential-helper has no setting.', 'Give the build its credentials with build-secrets or ssh.');
    listPhaseKeys(buildspec, addNote);
    listBatch((0,record/* own */.ZV)(value, 'batch'), buildspec, addNote);
    listArtifacts(buildspec, addNote);
    return notes;
}
function listPhaseKeys({ document, phases }, addNote) {
    const written = (0,record/* isRecord */.u4)(document.value) ? (0,record/* own */.ZV)(document.value, 'phases') : undefined;
    for (const { name, runtimes, onFailure } of phases) {
        const path = ['phases', name];
        const [first] = runtimes;
        if (first !== undefined && runtimes.some(({ name: runtime }) => runtime !== 'docker')) {
            const shown = runtimes.map(runtime => `${runtime.name} ${runtime.value}`).join(', ');
            addNote(first.place, `The runtime versions of the build machine (${shown}) have no setting.`, 'Name the version in the Dockerfile, or install it in the step that needs it.');
        }
        if (onFailure?.value === 'CONTINUE')
            addNote(onFailure.place, 'on-failure: CONTINUE is not carried over: Slipway stops at the first failure.', '');
        const phase = (0,record/* isRecord */.u4)(written) ? (0,record/* own */.ZV)(written, name) : undefined;
        if ((0,record/* isRecord */.u4)(phase) && Object.hasOwn(phase, 'run-as'))
            addNote(document.place([...path, 'run-as']), 'run-as has no setting.', ADVICE['run-as'] ?? '');
    }
}
/** Each build of a batch runs the same commands with variables of its own: the settings hold one of them. */
function listBatch(batch, { document }, addNote) {
    if (!(0,record/* isRecord */.u4)(batch))
        return;
    const next = 'Add an entry of images for each image that it builds, or import with --variable for each build.';
    for (const kind of ['build-graph', 'build-list', 'build-matrix', 'build-fanout']) {
        const builds = (0,record/* own */.ZV)(batch, kind);
        if (builds === undefined)
            continue;
        if (!Array.isArray(builds)) {
            addNote(document.place(['batch', kind]), `The builds of the batch (${kind}) are not carried over; the settings say what the commands do without it.`, next);
            continue;
        }
        for (const [index, build] of builds.entries()) {
            const identifier = (0,record/* isRecord */.u4)(build) ? (0,record/* own */.ZV)(build, 'identifier') : undefined;
            const shown = typeof identifier === 'string' ? (0,format/* quote */.hD)(identifier) : String(index + 1);
            const own_ = describeBuild(build);
            addNote(document.place(['batch', kind, index]), `The build ${shown} of the batch is not carried over${own_ === '' ? '' : ` (${own_})`}; the settings say what the commands do without it.`, next);
        }
    }
}
/** The variables and the buildspec of a build. */
function describeBuild(build) {
    if (!(0,record/* isRecord */.u4)(build))
        return '';
    const env = (0,record/* own */.ZV)(build, 'env');
    const variables = (0,record/* isRecord */.u4)(env) ? (0,record/* own */.ZV)(env, 'variables') : undefined;
    const parts = (0,record/* isRecord */.u4)(variables) ? (0,record/* entriesOf */.Mc)(variables).map(([name, value]) => `${name}=${String(value)}`) : [];
    const file = (0,record/* own */.ZV)(build, 'buildspec');
    return [...(typeof file === 'string' && !file.includes('\n') ? [file] : []), ...parts].join(', ');
}
const CARRIED = /^(?:image[-_]?(?:definitions?|details?)[^/]*\.json|image[^/]*\*[^/]*|[^/]*task[-_.]?def[^/]*|[^/]*appspec[^/]*)$/i;
/** Other files of the artifacts: Slipway leaves four files, and nothing else. */
function listArtifacts({ artifacts, secondaryArtifacts }, addNote) {
    for (const set of [artifacts, ...secondaryArtifacts]) {
        const others = (set?.files ?? []).filter(({ value }) => !CARRIED.test((0,text_path/* baseName */.F)(value)));
        const [first] = others;
        if (first === undefined)
            continue;
        const shown = others.map(({ value }) => value).join(', ');
        const where = set?.identifier === undefined ? 'The artifacts' : `The artifacts ${(0,format/* quote */.hD)(set.identifier)}`;
        addNote(first.place, `${where} hold files that Slipway does not write: ${shown}.`, 'Keep them in the build that makes them; Slipway leaves imagedefinitions.json, imageDetail.json, taskdefinition.json and appspec.yml.');
    }
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./lib/text/one-line.js
var one_line = __webpack_require__(6810);
// EXTERNAL MODULE: ./lib/text/shell.js
var shell = __webpack_require__(3213);
;// CONCATENATED MODULE: ./lib/pipeline/import/render.js



const WIDTH = 116;
/** The text of slipway.yml: every line that needs a look says so in a comment above it. */
function renderSettings({ source, settings, images, remarks }) {
    const head = [
        (0,one_line/* toOneLine */.G)(`# Made from ${source} by: slipway import buildspec ${(0,shell/* quoteWord */.X)(source) ?? source}`),
        ...(hasLooks(settings, images) ? ['# Every "Look" below needs a person; take it out when it is settled.'] : [])
    ];
    const parts = [
        head.join('\n'),
        settings.map(setting => renderSetting(setting)).join('\n'),
        ...(images.length === 0 ? [] : [`images:\n${images.map(renderEntry).join('\n')}`]),
        ...(remarks.length === 0 ? [] : [remarks.flatMap(remark => wrap(remark, '# ')).join('\n')])
    ];
    return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}
function hasLooks(settings, images) {
    return [...settings, ...images.flat()].some(({ looks }) => looks.length > 0);
}
function renderSetting({ name, value, looks }) {
    const text = (0,js_yaml/* dump */.Bh)({ [name]: value }, { lineWidth: -1, noRefs: true }).trimEnd();
    return [...looks.flatMap(look => wrap(`Look: ${look}`, '# ')), text].join('\n');
}
/** An entry of a list: the first line gets the dash, comments stand where they belong. */
function renderEntry(entry) {
    const lines = entry.map(renderSetting).join('\n').split('\n');
    const first = lines.findIndex(line => !line.startsWith('#'));
    return lines.map((line, index) => `${index === first ? '  - ' : '    '}${line}`).join('\n');
}
function wrap(text, prefix) {
    const lines = [];
    let line = '';
    for (const word of (0,one_line/* toOneLine */.G)(text).replace(/ +/g, ' ').trim().split(' ')) {
        if (line !== '' && line.length + word.length + 1 > WIDTH) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line].map(part => `${prefix}${part}`);
}

// EXTERNAL MODULE: ./lib/text/tokens.js
var tokens = __webpack_require__(3709);
;// CONCATENATED MODULE: ./lib/pipeline/import/own-cache.js
/** What the generated buildspec makes the tag of a cache with. */
const OWN_CACHE = '$(cache_tag "$BRANCH")';
/**
 * The cache of a buildspec that Slipway generated with `cache: registry`: its reference is made by the very rule. Any other cache, such as one under
 * a fixed tag, is not the same and stays as it is written.
 */
function readOwnCache(image, { cacheFrom }, run) {
    if (!cacheFrom.some(cache => run.unknowns.show(cache).endsWith(`:${OWN_CACHE}`)))
        return undefined;
    const own = run.unknowns.show(image.repository);
    const look = run.steps.find(({ command: { text } }) => text.includes(OWN_CACHE) && text.includes(`${own} is built without`));
    const [, repository, account, region = ''] = /--repository-names (\S+)(?: --registry-id (\d+) --region (\S+))? /.exec(look?.command.text ?? '') ?? [];
    if (repository === undefined)
        return undefined;
    const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    const place = account === undefined ? repository : `${account}.dkr.ecr.${region}.${domain}/${repository}`;
    return { repository: repository === own ? undefined : place };
}

;// CONCATENATED MODULE: ./lib/pipeline/import/values.js

/** Turns values with unknown parts into the texts of settings. One variable gets one placeholder, wherever it stands. */
class ValueConverter {
    unknowns;
    placeholders = new Map();
    constructor(unknowns) {
        this.unknowns = unknowns;
    }
    list() {
        return [...this.placeholders.values()];
    }
    /** The variables of a value that stand for something given from outside. */
    variablesOf(value) {
        return this.unknowns.listIn(value).flatMap(unknown => (unknown.kind === 'outside' ? [unknown.name] : []));
    }
    carry(value, use) {
        const lost = [];
        const alone = this.unknowns.only(value) !== undefined;
        const text = this.unknowns.fill(value, unknown => {
            const written = this.write(unknown, use, alone);
            if (written === undefined)
                lost.push(unknown);
            return written ?? '';
        });
        return lost.length > 0 ? { lost } : { text };
    }
    /** The placeholder of a variable, made where there is none yet. */
    hold(variable, from, setting, value, wholeUri = false) {
        const known = this.placeholders.get(variable);
        const settings = [...new Set([...(known?.settings ?? []), setting])];
        const placeholder = {
            variable,
            from,
            value: known?.value ?? value,
            settings,
            wholeUri: known?.wholeUri ?? wholeUri
        };
        this.placeholders.set(variable, placeholder);
        return placeholder.value;
    }
    write(unknown, { setting, as, region }, alone) {
        switch (unknown.kind) {
            case 'commit':
                return as === 'text' ? undefined : (0,tokens/* writeToken */.tK)(unknown);
            case 'computed':
                return as === 'text' || unknown.token === undefined ? undefined : (0,tokens/* writeToken */.tK)(unknown.token);
            case 'region':
                return region;
            case 'outside': {
                // The value that AWS's own example of such a project gives its IMAGE_TAG.
                const usual = as === 'tag' && alone ? 'latest' : toKebab(unknown.name);
                const value = this.unknowns.defaultOf(unknown.name) ?? usual;
                return this.hold(unknown.name, unknown.from, setting, value);
            }
            default:
                return undefined;
        }
    }
}
/** `ECR_REPO_NAME` as ECR, Docker and ECS take a name: `ecr-repo-name`. */
function toKebab(name) {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
}

;// CONCATENATED MODULE: ./lib/pipeline/import/settings.js







const WHENCE = {
    project: 'the CodeBuild project',
    'parameter-store': 'a parameter of SSM',
    'secrets-manager': 'Secrets Manager'
};
/** Collects the settings of one map, each with what to look at. */
class SettingsWriter {
    settings = [];
    context;
    constructor(context) {
        this.context = context;
    }
    /** Adds a setting; what of it comes from outside is told above it. */
    add(name, value, sources = [], looks = []) {
        if (Array.isArray(value) && value.length === 0)
            return;
        const variables = new Set(sources.flatMap(source => this.context.carrier.variablesOf(source)));
        const notes = this.context.carrier
            .list()
            .filter(({ variable }) => variables.has(variable))
            .map(({ variable, from, value: placeholder, wholeUri }) => {
            const what = wholeUri
                ? `the name in ${variable}, the repository's URI, which comes`
                : `${variable}, which comes`;
            return `${placeholder} stands for ${what} from ${WHENCE[from]}.`;
        });
        this.settings.push({ name, value, looks: [...notes, ...looks] });
    }
    /** The text of a value, or undefined after a note that it is lost. */
    text(name, value, step, as = 'text') {
        const { carrier, run, region, note } = this.context;
        const carried = carrier.carry(value, { setting: name, as, region });
        if ('text' in carried)
            return carried.text;
        const what = `${name}: ${(0,format/* quote */.hD)(run.unknowns.show(value))} cannot be carried over, as ${explainLost(carried.lost)}.`;
        // A lost tag has a token in its place, so nothing is left out.
        const kind = as === 'tag' ? 'look' : 'left-out';
        note({ kind, place: step.place, what, next: adviseLost(carried.lost, name) });
        return undefined;
    }
    addText(name, value, step) {
        const text = value === undefined ? undefined : this.text(name, value, step);
        if (text !== undefined && value !== undefined)
            this.add(name, text, [value]);
    }
    /** A list; entries that are lost are left out. */
    addList(name, values, step) {
        const kept = values.flatMap(value => this.text(name, value, step) ?? []);
        this.add(name, kept, values);
    }
    /** `NAME=value` entries as a map. */
    addPairs(name, values, step) {
        const pairs = {};
        const looks = [];
        for (const value of values) {
            const at = value.indexOf('=');
            if (at < 0) {
                // `--build-arg NAME` takes the environment's value.
                pairs[value] = this.context.carrier.hold(value, 'project', name, toKebab(value));
                looks.push(`${value} takes its value from the environment of the build; put it here.`);
                continue;
            }
            if (this.refuseToken(name, value, step))
                continue;
            const text = this.text(name, value.slice(at + 1), step, 'pair');
            if (text === undefined)
                continue;
            pairs[value.slice(0, at)] = text;
            looks.push(...lookAtVariables(text));
        }
        if (Object.keys(pairs).length > 0)
            this.add(name, pairs, values, [...new Set(looks)]);
    }
    /** A text that would be taken for a token cannot be said. */
    refuseToken(name, value, { place }) {
        if ((0,tokens/* listTokens */.dh)(value).length === 0)
            return false;
        const what = `${name}: ${(0,format/* quote */.hD)(value)} is a text in the buildspec, and would be a token in ${name}.`;
        this.context.note({ kind: 'left-out', place, what, next: 'Say it in build-options, which knows no tokens.' });
        return true;
    }
}
/** Variables of the build that a run elsewhere does not have. */
function lookAtVariables(text) {
    const names = new Set((0,tokens/* listTokens */.dh)(text).flatMap(token => (token.kind === 'variable' ? [token.name] : [])));
    return [...names].map(name => `${name} is set by CodeBuild; a run elsewhere, as in GitHub Actions, needs another.`);
}
/** The settings of one image, in the order of docs/settings.md. */
function writeImage(image, several, context) {
    const writer = new SettingsWriter(context);
    const [container] = image.containers;
    const { step } = image;
    const containerText = container === undefined ? undefined : writer.text('container-name', container, step);
    if (several) {
        const last = (0,text_path/* baseName */.F)(image.repository);
        const name = containerText ?? writer.text('container', last, step) ?? 'app';
        const looks = containerText === undefined ? [`no file names the container; ${name} is a guess.`] : [];
        writer.add('container', name, container === undefined ? [] : [container], looks);
    }
    if (image.existing !== undefined) {
        writer.add('image', image.existing);
        if (!several && containerText !== undefined)
            writer.add('container-name', containerText);
        return writer.settings;
    }
    writeRepository(image, step, writer, context);
    writeBuild(image, writer, context);
    writeTags(image, step, writer, context);
    if (image.byDigest)
        writer.add('image-reference', 'digest');
    if (!several && containerText !== undefined && container !== undefined)
        writer.add('container-name', containerText, [container]);
    return writer.settings;
}
function writeRepository(image, step, writer, { run, carrier, home, note }) {
    const only = run.unknowns.only(image.repository);
    if (image.wholeUri && only?.kind === 'outside')
        carrier.hold(only.name, only.from, 'repository', toKebab(only.name), true);
    const looks = [];
    let name = writer.text('repository', image.repository, step);
    if (name === undefined) {
        name = 'repository';
        looks.push(`the repository is ${run.unknowns.show(image.repository)}, which is made at build time.`);
    }
    const registry = readRegistry(image, run);
    const { account, region } = registry.kind === 'ecr' ? registry : { account: undefined, region: undefined };
    const isAway = (account !== undefined && account !== home.account) || (region !== undefined && region !== home.region);
    if (isAway && account !== undefined && region !== undefined && image.registry !== undefined)
        name = `${image.registry}/${name}`;
    else if (isAway) {
        const what = `The image is pushed to ${(0,format/* quote */.hD)(run.unknowns.show(image.registry ?? ''))}, whose account or region is known at build time only.`;
        const next = 'Write the whole address of the repository: <account>.dkr.ecr.<region>.amazonaws.com/<name>.';
        note({ kind: 'look', place: step.place, what, next });
        looks.push('this repository is in another account or region; put the host of its registry before it.');
    }
    writer.add('repository', name, [image.repository], looks);
    const creates = run.steps.some(({ words }) => words[0] === 'aws' && words.includes('create-repository'));
    if (creates)
        writer.add('create-repository', true);
}
function writeBuild(image, writer, { run, note }) {
    const { build, step: named } = image;
    if (build === undefined) {
        const looks = ['no docker build makes this image in the buildspec; say here what is to be built.'];
        writer.add('context', '.', [], looks);
        const what = 'The image that is pushed is built by a command that settings cannot say.';
        note({ kind: 'look', place: named.place, what, next: 'Check context and dockerfile.' });
        return;
    }
    const { call, step } = build;
    const { directory } = step;
    if (call.context === undefined || call.context === '-') {
        const what = 'docker build reads its context from standard input.';
        note({ kind: 'look', place: step.place, what, next: 'Put the folder into context.' });
        writer.add('context', '.', [], ['docker build reads its context from standard input; set the folder.']);
    }
    else {
        const context = fromRoot(directory, call.context, run);
        writer.addText('context', context === '' ? '.' : context, step);
    }
    for (const other of call.others) {
        const what = `${(0,format/* quote */.hD)(run.unknowns.show(other))} among the arguments of docker build is known at build time only; it is not carried over.`;
        const next = 'Say what it holds: cache-from, build-args, or another in build-options.';
        note({ kind: 'left-out', place: step.place, what, next });
    }
    const file = call.file === undefined ? undefined : fromRoot(directory, call.file, run);
    writer.addText('dockerfile', file, step);
    writer.addText('target', call.target, step);
    writer.addPairs('build-args', call.buildArgs, step);
    writer.addList('build-secrets', call.secrets, step);
    writer.addList('ssh', call.ssh, step);
    writer.addList('platforms', call.platforms, step);
    writer.addPairs('labels', call.labels, step);
    const cache = readOwnCache(image, call, run);
    if (cache === undefined) {
        writer.addList('cache-from', call.cacheFrom, step);
        writer.addList('cache-to', call.cacheTo, step);
        writer.addList('build-options', call.options, step);
        return;
    }
    writer.add('cache', 'registry');
    if (cache.repository !== undefined)
        writer.add('cache-repository', cache.repository);
    writer.addList('build-options', call.options.filter(option => option !== '--builder=slipway'), step);
}
function writeTags(image, step, writer, { run, note }) {
    const looks = [];
    const tags = image.tags.map(tag => {
        const text = writer.text('tags', tag, step, 'tag');
        if (text !== undefined) {
            looks.push(...lookAtVariables(text));
            return text;
        }
        looks.push(`{sha} stands for ${run.unknowns.show(tag)}, which cannot be said in a setting.`);
        return '{sha}';
    });
    const unique = [...new Set(tags)];
    if (unique.length < new Set(image.tags).size && !looks.some(look => look.startsWith('{sha}')))
        note({ kind: 'changed', place: step.place, what: 'Two tags became one.', next: 'Check tags.' });
    writer.add('tags', unique, image.tags, [...new Set(looks)]);
}
/** A path as it is seen from the root of the source. URLs stay as they are. */
function fromRoot(directory, path, { unknowns }) {
    if (/^[a-z+]+:\/\/|^git@/.test(path))
        return path;
    const inSource = unknowns.get(path.charAt(0))?.kind === 'source-directory';
    const plain = inSource ? path.slice(1).replace(/^\//, '') : path;
    if (plain.startsWith('/'))
        return plain;
    const parts = [];
    for (const part of [...(inSource ? [] : directory.split('/')), ...plain.split('/')]) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else
            parts.push(part);
    }
    return parts.join('/');
}
/** Cluster, service and the like, where the buildspec deploys by itself. */
function writeDeployment(used, context) {
    const writer = new SettingsWriter(context);
    const { steps } = context.run;
    const take = (step, option, setting) => {
        if (writer.settings.some(({ name }) => name === setting))
            return;
        writer.addText(setting, (0,output/* readLongOption */.SL)(step.words, option), step);
    };
    for (const step of steps) {
        const line = step.words.slice(0, 3).join(' ');
        if (line === 'aws ecs update-service' || line === 'aws ecs deploy') {
            used.add(step);
            take(step, '--cluster', 'cluster');
            take(step, '--service', 'service');
            take(step, '--codedeploy-application', 'codedeploy-application');
            take(step, '--codedeploy-deployment-group', 'codedeploy-deployment-group');
        }
        else if (line === 'aws deploy create-deployment') {
            used.add(step);
            take(step, '--application-name', 'codedeploy-application');
            take(step, '--deployment-group-name', 'codedeploy-deployment-group');
            take(step, '--deployment-config-name', 'codedeploy-deployment-config');
        }
        else if (line === 'aws ecs register-task-definition')
            used.add(step);
    }
    return writer.settings;
}
const WHY = {
    commit: 'the commit can be said in tags, build-args and labels only',
    account: 'the account is known at build time only',
    region: 'the region is known at build time only',
    'source-directory': 'it names a folder of the build machine',
    digest: 'the digest is known after the push only',
    date: 'it holds the time of the build',
    build: 'it holds the number or id of the build',
    command: 'a command makes it at build time',
    branches: 'it depends on a condition',
    loop: 'a loop gives it'
};
function explainLost(lost) {
    return (0,format/* listNames */.Zv)([...new Set(lost.map(explainUnknown))]);
}
function explainUnknown(unknown) {
    if (unknown.kind !== 'computed')
        return WHY[unknown.kind] ?? '';
    return WHY[/CODEBUILD_BUILD_(?:ID|NUMBER)/.test(unknown.source) ? 'build' : unknown.by] ?? '';
}
function adviseLost(lost, setting) {
    if (setting === 'tags')
        return 'Take the commit: {sha} or {short-sha}, so that an image can be traced to its source.';
    if (lost.some(({ kind }) => kind === 'account'))
        return `Write the whole reference into ${setting}.`;
    return `Give ${setting} as an input or a flag of the run that knows it.`;
}

;// CONCATENATED MODULE: ./lib/pipeline/import/import.js
















/** Where nothing says the region; a look is asked for. */
const REGION_PLACEHOLDER = 'us-east-1';
const import_REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;
/**
 * The slipway.yml that a buildspec amounts to: what it builds, tags and pushes, and what it tells the deploy stage. What settings cannot
 * say is noted; what comes from outside gets a placeholder and a comment.
 *
 * @throws ProblemsError where it neither pushes an image nor tells the deploy stage of one
 */
function importBuildspec(buildspec, options = {}) {
    const run = (0,interpret/* interpretBuildspec */.T)(buildspec, options.variables);
    const found = findImages(run);
    if (found.images.length === 0) {
        const what = 'The buildspec pushes no image, as far as reading can tell, and writes no imagedefinitions.json.';
        const next = 'Write slipway.yml by hand: region, repository and context are enough to build and push.';
        throw new errors/* ProblemsError */.FQ([{ code: 'nothing-to-import', place: buildspec.document.place(['phases']), what, next }]);
    }
    const notes = [];
    const images = chooseImages(found, run, note => void notes.push(note));
    const carrier = new ValueConverter(run.unknowns);
    const region = findRegion(run, images, options.region);
    const home = { account: findAccount(images, run), region: region.name };
    const context = { run, carrier, region: region.name, home, note: note => void notes.push(note) };
    const used = new Set(found.used);
    const several = images.length > 1;
    const written = images.map(image => writeImage(image, several, context));
    const settings = [
        { name: 'region', value: region.name, looks: region.looks },
        ...(several ? [] : (written[0] ?? [])),
        ...writeRegistries(images, used, context),
        ...writeFiles(buildspec, used, context),
        ...writeDeployment(used, context)
    ];
    noteAccounts(images, context);
    noteUnread(found.unread, context);
    for (const { place } of found.alternatives) {
        const what = 'The same image is built in another way here, by a condition or where a first attempt failed.';
        notes.push({
            kind: 'look',
            place,
            what,
            next: 'The settings say one way: check that it is the one that you want.'
        });
    }
    notes.push(...listLeftOut(buildspec, run, used), ...listUnsupported(buildspec), ...listIdentities(buildspec), ...listConditional(images));
    const sorted = notes.toSorted((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0));
    const text = renderSettings({
        source: buildspec.file,
        settings,
        images: several ? written : [],
        remarks: writeRemarks(settings, sorted)
    });
    return { text, notes: sorted, placeholders: carrier.list() };
}
/** The region that the registry's host or the commands name. */
function findRegion(run, images, given) {
    const hosts = images.map(({ registry }) => /\.ecr(?:-fips)?\.([^.]+)\./.exec(registry ?? '')?.[1]);
    const options = run.steps
        .filter(({ source }) => /\b(?:ecr|ecs)\b/.test(source) && !/ecr-public/.test(source))
        .map(({ words }) => (0,output/* readLongOption */.SL)(words, '--region'));
    const said = [...hosts, ...options].filter(region => region !== undefined);
    const known = said.find(region => import_REGION.test(region));
    if (known !== undefined)
        return { name: known, looks: [] };
    const variable = said.map(region => run.unknowns.show(region)).find(region => region.startsWith('${')) ?? '$AWS_REGION';
    if (given !== undefined)
        return { name: given, looks: [] };
    return {
        name: REGION_PLACEHOLDER,
        looks: [`the buildspec takes the region from ${variable}; put yours here (${REGION_PLACEHOLDER} is a placeholder).`]
    };
}
/** The account whose registry is the own one: the first that an image names. */
function findAccount(images, run) {
    const registries = images.map(image => readRegistry(image, run));
    return registries.flatMap(registry => (registry.kind === 'ecr' ? (registry.account ?? []) : []))[0];
}
/** Logins to ECR Public, to other accounts and to other regions. Those to anything else are noted. */
function writeRegistries(images, used, { run, home, note }) {
    const registries = new Set();
    const own = new Set(images.flatMap(({ registry }) => (registry === undefined ? [] : [registry])));
    for (const step of run.steps) {
        const call = (0,docker/* readDocker */.NG)(step.words);
        if (call?.kind !== 'login' || call.registry === undefined)
            continue;
        const host = (0,docker/* readImage */.AM)(`${call.registry.replace(/^https?:\/\//, '')}/x`, run.unknowns).registry ?? call.registry;
        const registry = readRegistry({ registry: host, repository: 'x', wholeUri: false }, run);
        if (host === 'public.ecr.aws')
            registries.add('public');
        else if (registry.kind !== 'ecr')
            continue;
        used.add(step);
        if (registry.kind !== 'ecr' || own.has(host))
            continue;
        const elsewhere = registry.region !== undefined && registry.region !== home.region;
        if (registry.account !== undefined)
            registries.add(elsewhere ? host : registry.account);
        else if (elsewhere) {
            const what = `The build also logs into ECR in ${registry.region}, in an account that is known at build time only.`;
            const next = 'Put the host of that registry into registries: <account>.dkr.ecr.<region>.amazonaws.com.';
            note({ kind: 'left-out', place: step.place, what, next });
        }
    }
    if (registries.size === 0)
        return [];
    return [{ name: 'registries', value: [...registries], looks: [] }];
}
function writeFiles(buildspec, used, context) {
    const writer = new SettingsWriter(context);
    const found = findFiles(buildspec, context.run);
    for (const step of found.used)
        used.add(step);
    const write = (name, file) => {
        if (file === undefined)
            return;
        const [step] = context.run.steps;
        const text = step === undefined ? undefined : writer.text(name, file.path, step);
        if (text === undefined)
            return;
        for (const edit of file.edits)
            used.add(edit);
        writer.add(name, text, [file.path], describeEdits(name, file, context));
    };
    write('task-definition', found.taskDefinition);
    write('appspec', found.appspec);
    for (const step of found.makers) {
        used.add(step);
        const what = `${(0,format/* quote */.hD)(step.source)} makes the task definition or the AppSpec at build time.`;
        const next = 'Put the file into the repository and name it in task-definition or appspec.';
        context.note({ kind: 'left-out', place: step.place, what, next });
    }
    return writer.settings;
}
/** `sed -i` on the file: the image, and the AppSpec's task definition, are put in by Slipway itself; anything else must be in the file. */
function describeEdits(name, { path, edits }, { note, run }) {
    const lines = [];
    const isAppspec = name === 'appspec';
    for (const { place, source, words } of edits) {
        const scripts = words.flatMap(word => [...word.matchAll(/s([|@!#/,])(.*?)\1(.*?)\1/g)]);
        const replaced = scripts.map(match => match[2] ?? '');
        const own = isAppspec
            ? replaced.every(text => /task[-_ ]?def/i.test(text))
            : scripts.every(match => isImagePart(match[3] ?? '', run));
        if (own && scripts.length > 0) {
            const what = `${(0,format/* quote */.hD)(source)} puts the ${isAppspec ? 'task definition' : 'image'} into ${path}; Slipway does that by itself.`;
            const stand = isAppspec
                ? 'the task definition as <TASK_DEFINITION>, or any that'
                : 'the image as <IMAGE1_NAME>, or any image that';
            note({ kind: 'changed', place, what, next: `Write ${stand} exists; Slipway replaces it.` });
            continue;
        }
        const what = `${(0,format/* quote */.hD)(source)} changes ${path} at build time${replaced.length === 0 ? '' : ` (${replaced.join(', ')})`}; Slipway takes the file as it is.`;
        const settings = isAppspec
            ? ''
            : ', or say them as settings (environment-variables, task-role-arn, execution-role-arn …)';
        note({ kind: 'left-out', place, what, next: `Write the values into ${path}${settings}.` });
        if (place.line !== undefined)
            lines.push(place.line);
    }
    if (lines.length === 0)
        return [];
    return [
        `the buildspec changes ${isAppspec ? 'the AppSpec' : 'this file'} at build time (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}).`
    ];
}
function isImagePart(value, { steps }) {
    if (value === '')
        return false;
    return steps.some(({ words }) => {
        const call = (0,docker/* readDocker */.NG)(words);
        if (call?.kind !== 'push')
            return false;
        const tag = /:([^:/]*)$/.exec(call.image)?.[1];
        return value === call.image || value === tag || value === call.image.replace(/:[^:/]*$/, '');
    });
}
/** Slipway writes the file by itself: what it needs for that is the container's name. */
function noteUnread(steps, { note }) {
    for (const { place, source, writes } of steps) {
        const file = writes.map(text_path/* baseName */.F)[0] ?? 'the file that names the image';
        const what = `${(0,format/* quote */.hD)(source.replace(/\s+/g, ' '))} writes ${file}, and the container cannot be read from it.`;
        const next = 'Leave the command out, as Slipway writes the file by itself, and set container-name to the name in the file.';
        note({ kind: 'look', place, what, next });
    }
}
function noteAccounts(images, { note, home }) {
    for (const { registry, pushes } of images) {
        const account = /^(\d{12})\./.exec(registry ?? '')?.[1];
        const [first] = pushes;
        if (account === undefined || account !== home.account || first === undefined)
            continue;
        const what = `The account ${account} is not written into the settings.`;
        note({ kind: 'changed', place: first.place, what, next: 'It comes from the credentials of the run.' });
    }
}
function listConditional(images) {
    return images.flatMap(({ pushes }) => {
        const [first] = pushes;
        if (first === undefined || !pushes.every(({ conditional }) => conditional))
            return [];
        const what = 'The push depends on a condition; Slipway pushes whenever it runs.';
        return [
            { kind: 'changed', place: first.place, what, next: 'Put the condition on the step or stage that runs Slipway.' }
        ];
    });
}
function writeRemarks(settings, notes) {
    const has = (name) => settings.some(setting => setting.name === name);
    const missing = ['cluster', 'service'].filter(name => !has(name));
    const left = notes.filter(({ kind }) => kind === 'left-out');
    return [
        ...(missing.length === 0
            ? []
            : [
                `To deploy with the Action or slipway ship, add ${missing.join(' and ')}: they stand in the deploy stage of the pipeline.`
            ]),
        ...(left.length === 0 ? [] : ['Not carried over:']),
        ...left.map(({ place, what, next }) => `- ${showLine(place)}${what} ${next}`.trim())
    ];
}
function showLine({ line }) {
    return line === undefined ? '' : `line ${line}: `;
}

// EXTERNAL MODULE: ./lib/pipeline/buildspec-check/kind.js
var buildspec_check_kind = __webpack_require__(365);
// EXTERNAL MODULE: ./lib/commands/read-file.js
var read_file = __webpack_require__(1087);
;// CONCATENATED MODULE: ./lib/commands/import.js






/**
 * `slipway import buildspec FILE`: writes the slipway.yml that a buildspec amounts to, and tells by line what did not come through.
 * Resolves with the exit code.
 */
async function importFile(settings) {
    const [kind, file] = settings.positionals;
    if (kind !== 'buildspec' || file === undefined) {
        const what = kind === undefined || kind === 'buildspec'
            ? 'There is no file to import.'
            : `There is no import of ${(0,format/* quote */.hD)(kind)}.`;
        const next = 'Write slipway import buildspec FILE.';
        throw new errors/* SlipwayError */.GQ({ code: 'missing-argument', fault: 'user', what, next });
    }
    const { output } = settings;
    if (output !== undefined && !settings.force && (await settings.files.isFile(output))) {
        const what = 'There is such a file already.';
        throw new errors/* ProblemsError */.FQ([
            {
                code: 'file-exists',
                place: { file: output },
                what,
                next: 'Name another with --output, or add --force to replace it.'
            }
        ]);
    }
    const document = await (0,read_file/* readDocumentArgument */.v)(file, settings.files);
    const found = (0,buildspec_check_kind/* detectKind */.i)(document);
    if (found !== 'buildspec') {
        const what = `This is not a buildspec${found === 'unknown' ? ': it has no phases' : `, but a file of another kind (${found})`}.`;
        throw new errors/* ProblemsError */.FQ([{ code: 'no-buildspec', place: document.place([]), what, next: '' }]);
    }
    const imported = importBuildspec((0,reader/* readBuildspec */.as)(document), {
        variables: readVariables(settings.variables),
        region: settings.region
    });
    if (output === undefined)
        settings.writeDocument(imported.text);
    else {
        await settings.files.write(output, imported.text);
        settings.write(`Wrote ${output}.\n`);
    }
    for (const note of imported.notes)
        settings.writeError(`${renderNote(note)}\n`);
    if (imported.placeholders.length > 0) {
        const names = imported.placeholders.map(({ variable }) => `--variable ${variable}=…`).join(' ');
        settings.writeError(`Values from outside have placeholders; with them said it is exact: ${names}\n`);
    }
    return 0;
}
function readVariables(text) {
    const lines = (text ?? '').split('\n').filter(line => line !== '');
    return Object.fromEntries(lines.map(line => {
        const at = line.indexOf('=');
        if (at > 0)
            return [line.slice(0, at), line.slice(at + 1)];
        const what = `--variable is ${(0,format/* quote */.hD)(line)}, expected NAME=value.`;
        throw new errors/* ProblemsError */.FQ([{ code: 'malformed', place: {}, what, next: '' }]);
    }));
}
const WORDS = {
    'left-out': 'left out',
    changed: 'changed',
    look: 'look'
};
function renderNote({ kind, place, what, next }) {
    const { file, line, column } = place;
    return (0,errors/* formatProblem */.Vw)({ code: '', place: { file, line, column }, what: `${WORDS[kind]}: ${what}`, next });
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


/***/ }),

/***/ 3213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ quoteWord)
/* harmony export */ });
/** Characters that a POSIX shell takes as they are, wherever in a word they stand. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
/**
 * Characters that do not survive as they are: control characters, and those that one or the other reader of YAML takes for a line's
 * end, for a byte order mark, or for no character at all.
 */
const FRAGILE = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;
/**
 * A word as bash reads it back to the very same text, on one line: bare where nothing in it is special, in single quotes otherwise, and as
 * `$'…'` where characters in it have no other safe spelling (line breaks, control characters).
 *
 * @returns undefined for what no argument can hold: a NUL, or half a surrogate pair
 */
function quoteWord(text) {
    if (text.includes('\0') || /\p{Surrogate}/u.test(text))
        return undefined;
    if (PLAIN.test(text))
        return text;
    if (!FRAGILE.test(text))
        return `'${text.replaceAll("'", String.raw `'\''`)}'`;
    return `$'${Array.from(text, escapeCharacter).join('')}'`;
}
const ESCAPES = {
    '\n': String.raw `\n`,
    '\r': String.raw `\r`,
    '\t': String.raw `\t`,
    '\\': String.raw `\\`,
    "'": String.raw `\'`
};
function escapeCharacter(character) {
    const known = ESCAPES[character];
    if (known !== undefined)
        return known;
    if (!FRAGILE.test(character))
        return character;
    // Bytes, not code points: what \u means depends on the locale.
    return Array.from(new TextEncoder().encode(character), byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}


/***/ }),

/***/ 3709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ replaceTokens),
/* harmony export */   LG: () => (/* binding */ TOKEN_PATTERN),
/* harmony export */   Yq: () => (/* binding */ formatDate),
/* harmony export */   dh: () => (/* binding */ listTokens),
/* harmony export */   kQ: () => (/* binding */ isTimeZone),
/* harmony export */   nt: () => (/* binding */ readVariable),
/* harmony export */   tK: () => (/* binding */ writeToken)
/* harmony export */ });
const CONVERSION = '%[YymdHMSjsFT]';
const DATE_TEXT = '[A-Za-z0-9 _.:/+-]*';
const ZONE = '[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*';
const SHA_LENGTH = '[4-9]|[123][0-9]|40';
const DATE_FORMAT = `(?:${DATE_TEXT}${CONVERSION})+${DATE_TEXT}`;
const NAME = '[A-Za-z_][A-Za-z0-9_]*';
const SEPARATOR = '[-_.:/@+]';
/** Every token, as the pattern of a form has it: without groups that capture. */
const TOKEN_PATTERN = `\\{(?:sha|short-sha|sha:(?:${SHA_LENGTH})|date:${DATE_FORMAT}(?:@${ZONE})?|env:${NAME}(?:/${SEPARATOR}/[1-9][0-9]?)?)\\}`;
// `${env:NAME}` and `{{sha}}` belong to other languages: those of log formats, of shells and of templates.
const TOKEN = new RegExp(`(?<![$\\{])${TOKEN_PATTERN}(?!\\})`, 'g');
const PARTS = new RegExp(`^\\{(?:(?<short>short-)?sha(?::(?<length>\\d+))?|date:(?<format>${DATE_FORMAT})(?:@(?<zone>${ZONE}))?|env:(?<name>${NAME})(?:/(?<separator>${SEPARATOR})/(?<number>\\d+))?)\\}$`);
/** The tokens of a text, in their order. What only looks like one is text. */
function listTokens(text) {
    return [...text.matchAll(TOKEN)].map(([token]) => readToken(token));
}
/**
 * A text with something in place of its tokens.
 *
 * @param writeText what becomes of the text between them; absent: it stays
 */
function replaceTokens(text, write, writeText = between => between) {
    let written = '';
    let end = 0;
    for (const match of text.matchAll(TOKEN)) {
        if (match.index > end)
            written += writeText(text.slice(end, match.index));
        written += write(readToken(match[0]));
        end = match.index + match[0].length;
    }
    return end < text.length || text === '' ? written + writeText(text.slice(end)) : written;
}
function readToken(text) {
    const { short, length, format, zone, name, separator, number } = PARTS.exec(text)?.groups ?? {};
    if (format !== undefined)
        return { kind: 'date', format, zone };
    if (name !== undefined) {
        const part = separator === undefined ? undefined : { separator, number: Number(number) };
        return { kind: 'variable', name, part };
    }
    if (short !== undefined)
        return { kind: 'commit', length: 7 };
    return { kind: 'commit', length: length === undefined ? undefined : Number(length) };
}
/** The token as it is written; undefined where there is none that says it. */
function writeToken(token) {
    const text = spellToken(token);
    const [only] = listTokens(text);
    return only !== undefined && spellToken(only) === text ? text : undefined;
}
function spellToken(token) {
    switch (token.kind) {
        case 'commit':
            if (token.length === undefined)
                return '{sha}';
            return token.length === 7 ? '{short-sha}' : `{sha:${token.length}}`;
        case 'date':
            return `{date:${token.format}${token.zone === undefined ? '' : `@${token.zone}`}}`;
        case 'variable':
            return `{env:${token.name}${token.part === undefined ? '' : `/${token.part.separator}/${token.part.number}`}}`;
    }
}
/** Whether the tz database, as Node has it, knows the zone. */
function isTimeZone(zone) {
    try {
        new Intl.DateTimeFormat('en-US', { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}
/**
 * A time as `date +FORMAT` prints it, for the conversions that a token may have.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/date.html
 *
 * @param now milliseconds since the epoch
 */
function formatDate({ format, zone = 'UTC' }, now) {
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit'
    }).formatToParts(now);
    const of = (name) => parts.find(({ type }) => type === name)?.value ?? '';
    const [year, month, day] = [of('year'), of('month'), of('day')];
    const [hour, minute, second] = [of('hour'), of('minute'), of('second')];
    const dayOfYear = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(Number(year), 0, 0)) / 86_400_000;
    const values = {
        Y: year,
        y: year.slice(-2),
        m: month,
        d: day,
        H: hour,
        M: minute,
        S: second,
        j: String(dayOfYear).padStart(3, '0'),
        s: String(Math.floor(now / 1000)),
        F: `${year}-${month}-${day}`,
        T: `${hour}:${minute}:${second}`
    };
    return format.replace(/%([A-Za-z])/g, (_, conversion) => values[conversion] ?? '');
}
/**
 * What a variable of the environment gives a token: its value, or the part of it that is meant.
 *
 * @returns undefined where it is not set, empty, or not one line
 */
function readVariable({ name, part }, env) {
    const value = env[name] ?? '';
    if (value.includes('\n'))
        return undefined;
    const meant = part === undefined ? value : (value.split(part.separator)[part.number - 1] ?? '');
    return meant === '' ? undefined : meant;
}


/***/ })

};
