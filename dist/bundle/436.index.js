export const id = 436;
export const ids = [436];
export const modules = {

/***/ 7436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  render: () => (/* binding */ render)
});

// EXTERNAL MODULE: ./lib/artifacts/artifact-paths.js
var artifact_paths = __webpack_require__(3960);
// EXTERNAL MODULE: ./lib/config/sources/source-locations.js
var source_locations = __webpack_require__(9672);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/host/console.js
var console = __webpack_require__(4459);
// EXTERNAL MODULE: ./lib/steps/write-artifacts.js + 1 modules
var write_artifacts = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/image/planned-image.js
var planned_image = __webpack_require__(8779);
// EXTERNAL MODULE: ./lib/image/image-plan.js
var image_plan = __webpack_require__(1258);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var target = __webpack_require__(2202);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/steps/check-files.js + 1 modules
var check_files = __webpack_require__(9913);
// EXTERNAL MODULE: ./lib/steps/prepare.js + 1 modules
var prepare = __webpack_require__(8910);
// EXTERNAL MODULE: ./lib/steps/service-plan.js + 2 modules
var service_plan = __webpack_require__(7234);
;// CONCATENATED MODULE: ./lib/steps/render.js









/**
 * Finds what the files of a run are made from, without building anything. AWS is asked (reading only) where there is no other way: for a
 * task definition that is no file, for a registry that is not named, and for the AppSpec of a service that has none.
 *
 * @throws ProblemsError with all that is wrong; SlipwayError where AWS is needed and does not answer
 */
async function readRendering(config, { registry, askAws }, context) {
    const sources = await (0,prepare/* prepareRun */.Z0)(config, context);
    const host = registry === undefined ? undefined : readRegistry(registry, config.region);
    const needs = config.rollouts.some((service, index) => needsAws(service, (0,check_files/* elementAt */.s2)(sources, index)));
    const mayAsk = askAws || needs || (host === undefined && config.images.some(({ kind }) => kind === 'built'));
    const images = await Promise.all(config.images.map(image => findImage(image, host, mayAsk, context)));
    const services = await Promise.all(config.rollouts.map(async (service, index) => {
        const target = mayAsk && service.rollout.service !== undefined ? await look(service, context) : undefined;
        return (0,service_plan/* planService */.$)((0,check_files/* settingsOf */.f5)(config, index), (0,check_files/* elementAt */.s2)(sources, index), target, context);
    }));
    if (!mayAsk)
        tellUnknown(config, sources, context);
    return { services, images };
}
/** Something of it only AWS can tell. */
function needsAws({ files, rollout }, { taskDefinition, appspec }) {
    const isElsewhere = files.taskDefinition !== undefined && taskDefinition === undefined;
    return isElsewhere || (appspec === undefined && rollout.codedeployApplication !== undefined);
}
/** Nothing is deployed: another deployment is in nobody's way. */
function look({ rollout }, context) {
    return (0,target/* findTarget */.F)({ ...rollout, onConflict: 'wait' }, context);
}
function tellUnknown(config, sources, { reporter }) {
    for (const [index, { rollout }] of config.rollouts.entries()) {
        if (rollout.service === undefined || sources[index]?.appspec !== undefined)
            continue;
        reporter.warn(`AWS was not asked, so there is no appspec.yml: if CodeDeploy deploys ${rollout.service}, --aws makes one from the service.`);
    }
}
async function findImage(image, host, mayAsk, { ecr }) {
    if (image.kind === 'existing') {
        const reference = (0,image_reference/* parseReference */.F2)(image.image);
        if (reference !== undefined)
            return (0,planned_image/* expectImage */.r)({ kind: 'existing', image, ...reference });
        const what = `${(0,format/* quote */.hD)(image.image)} is not a valid image reference.`;
        throw refusal('image', what, 'Expected host/repository:tag or host/repository@sha256:….');
    }
    const repository = host === undefined ? await ecr.describeRepository(image.repository) : nameRepository(host, image.repository);
    if (repository === undefined) {
        const what = `There is no ECR repository ${image.repository} in this account and region.`;
        throw refusal('repository', what, 'Create it, name its registry with --registry, or give the image with --image.');
    }
    const { name, registryId } = repository;
    const tag = (0,image_plan/* firstTag */.X)(image);
    const there = mayAsk
        ? await ecr.describeImage({ registryId: registryId === '' ? undefined : registryId, repository: name, tag })
        : undefined;
    if (there !== undefined) {
        const plan = { kind: 'reuse', image, repository, digest: there.digest, tagsToAdd: [] };
        return (0,planned_image/* expectImage */.r)(plan);
    }
    if (image.reference === 'digest') {
        const what = `image-reference is digest, and the digest of ${name}:${tag} is not known: it is not in the repository, or AWS was not asked.`;
        throw refusal('image-reference', what, 'Push it first, or give the image by its digest with --image.');
    }
    const expected = (0,planned_image/* expectImage */.r)({ kind: 'build', image, repository, tools: { buildx: false, buildkit: false } });
    return { ...expected, digestUri: expected.uri };
}
function nameRepository(host, name) {
    return {
        name,
        uri: `${host}/${name}`,
        registryId: (0,image_reference/* parseEcrHost */.wl)(host)?.account ?? '',
        mutability: 'MUTABLE',
        exclusions: []
    };
}
/** Regions of partitions whose registries are in a domain of their own. */
const OTHER_DOMAINS = /^(?:us-iso|eu-isoe|eusc-)/;
/** The host of an account's registry in the region; a host as it is. */
function readRegistry(registry, region) {
    const isAccount = /^\d{12}$/.test(registry);
    const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    const host = isAccount ? `${registry}.dkr.ecr.${region}.${domain}` : (0,image_reference/* hostOf */.w4)(registry);
    if ((0,image_reference/* parseReference */.F2)(`${host}/a`)?.registry === host && !(isAccount && OTHER_DOMAINS.test(region)))
        return host;
    const what = `The registry is ${(0,format/* quote */.hD)(registry)}, expected a host${isAccount ? ` in the region ${region}` : ", or an account's 12 digits"}.`;
    throw refusal('registry', what, 'Write it as --registry=123456789012.dkr.ecr.eu-west-1.amazonaws.com.');
}
function refusal(path, what, next) {
    const problem = { code: 'malformed', place: { path }, what, next };
    return new errors/* ProblemsError */.FQ([problem]);
}

// EXTERNAL MODULE: ./lib/run.js + 23 modules
var run = __webpack_require__(2879);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
;// CONCATENATED MODULE: ./lib/commands/render.js









/**
 * `slipway render`: the four files as a run would write them, without building or changing anything at AWS. Resolves with the exit code.
 *
 * @throws ProblemsError with all that is wrong; SlipwayError where AWS is needed and does not answer
 */
async function render({ flags: { output, file, registry, aws, ...flags }, problems }, host, write) {
    const wanted = file === undefined ? undefined : readName(file);
    const given = output === undefined ? flags : { ...flags, 'artifacts-directory': output };
    const { config, locate } = await (0,run/* readSettings */.sb)({ given, givenFrom: 'flag', problems }, host);
    // What is printed may go into another program.
    const reporter = wanted === undefined ? host.reporter : { ...host.reporter, info: () => undefined };
    const world = (0,run/* connectWorld */.ZF)(config, { ...host, reporter, cleanupStore: (0,console/* inMemoryCleanupStore */.u)(new Map()) });
    const rendering = await readRendering(config, { registry, askAws: aws === 'true' }, world).catch((error) => {
        throw (0,source_locations/* placeProblems */.kv)(error, locate);
    });
    if (wanted === undefined) {
        await (0,write_artifacts/* writeArtifacts */.z)({ images: [], services: rendering.services, task: undefined }, rendering.images, world);
    }
    else
        write(pick(rendering, wanted));
    return 0;
}
const NAMES = Object.entries(artifact_paths/* ARTIFACT_NAMES */.k);
function readName(name) {
    const found = NAMES.find(([, text]) => text.toLowerCase() === name.toLowerCase());
    if (found !== undefined)
        return found[0];
    const known = NAMES.map(([, text]) => text);
    const near = (0,suggest/* nearestName */.q)(name, known);
    const what = `There is no file ${(0,format/* quote */.hD)(name)} among those that are made: they are ${(0,format/* listNames */.Zv)(known)}.`;
    const next = near === undefined ? undefined : `Did you mean ${near}?`;
    throw new errors/* SlipwayError */.GQ({ code: 'unknown-file', fault: 'user', what, next });
}
function pick({ services, images }, wanted) {
    const texts = services.flatMap(service => (0,write_artifacts/* renderArtifacts */.a)(service, images)[wanted] ?? []);
    const [text, ...others] = new Set(texts);
    if (text !== undefined && others.length === 0)
        return text;
    const name = artifact_paths/* ARTIFACT_NAMES */.k[wanted];
    throw text === undefined
        ? new errors/* SlipwayError */.GQ({
            code: 'nothing-to-render',
            fault: 'user',
            what: `There is nothing to write into ${name}.`,
            next: WHY[wanted]
        })
        : new errors/* SlipwayError */.GQ({
            code: 'several-services',
            fault: 'user',
            what: `Each of ${services.length} services has a ${name} of its own.`,
            next: 'Choose one with --service, or leave --file out.'
        });
}
const WHY = {
    imageDefinitions: 'Say repository or image.',
    imageDetail: 'Say repository or image.',
    taskDefinition: 'Say task-definition.',
    appspec: 'Say appspec, or add --aws: for a service of CodeDeploy it is made from the service.'
};


/***/ })

};
