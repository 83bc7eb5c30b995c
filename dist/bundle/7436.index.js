export const id = 7436;
export const ids = [7436];
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
// EXTERNAL MODULE: ./lib/steps/write-artifacts.js
var write_artifacts = __webpack_require__(3474);
// EXTERNAL MODULE: ./lib/image/planned-image.js
var planned_image = __webpack_require__(8779);
// EXTERNAL MODULE: ./lib/image/image-plan.js
var image_plan = __webpack_require__(1258);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/image/repository.js
var image_repository = __webpack_require__(4697);
// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var target = __webpack_require__(2202);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/steps/prepare.js + 1 modules
var prepare = __webpack_require__(8910);
// EXTERNAL MODULE: ./lib/steps/prepare-service.js + 4 modules
var prepare_service = __webpack_require__(7573);
;// CONCATENATED MODULE: ./lib/steps/render.js











/**
 * Finds what the files of a run are made from, without building anything. AWS is asked (reading only) where there is no other way: for a
 * task definition that is no file, for a registry that is not named, and for the AppSpec of a service that has none.
 *
 * @throws ProblemsError with all that is wrong; SlipwayError where AWS is needed and does not answer
 */
async function readRendering(config, { registry, askAws }, context) {
    const read = await (0,prepare/* prepareRun */.Z0)(config, context);
    const host = registry === undefined ? undefined : readRegistry(registry, config.region);
    const mayAsk = askAws || read.some(needsAws) || (host === undefined && config.images.some(({ kind }) => kind === 'built'));
    const images = await Promise.all(config.images.map(image => findImage(image, host, mayAsk, context)));
    const services = await Promise.all(read.map(async (service) => {
        const asks = mayAsk && service.config.rollout.service !== undefined;
        const target = asks ? await look(service, context) : undefined;
        return (0,prepare_service/* prepareService */.tx)({ ...service, target }, config, context);
    }));
    if (!mayAsk)
        reportUnknown(read, context);
    return { services, images };
}
/** Something of it only AWS can tell. */
function needsAws({ config: { files, rollout }, sources: { taskDefinition, appspec } }) {
    const isElsewhere = files.taskDefinition !== undefined && taskDefinition === undefined;
    return isElsewhere || (appspec === undefined && rollout.codedeployApplication !== undefined);
}
/** Nothing is deployed: another deployment is in nobody's way. */
function look({ config }, context) {
    return (0,target/* findTarget */.F)({ ...config.rollout, onConflict: 'wait' }, context);
}
function reportUnknown(services, { reporter }) {
    for (const { config, sources } of services) {
        const { service } = config.rollout;
        if (service === undefined || sources.appspec !== undefined)
            continue;
        reporter.warn(`AWS was not asked, so there is no appspec.yml: if CodeDeploy deploys ${service}, --aws makes one from the service.`);
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
    const written = mayAsk ? undefined : image.registry?.host;
    const given = image.registry === undefined ? host : written;
    const repository = given === undefined ? await (0,image_repository/* describeRepositoryOf */.d_)(image, ecr) : nameRepository(given, image.repository);
    if (repository === undefined) {
        const what = `There is no ECR repository ${(0,image_plan/* addressOf */.ci)(image)} in ${image.registry === undefined ? 'this account and region' : 'its account and region'}.`;
        throw refusal('repository', what, 'Create it, name its registry with --registry, or give the image with --image.');
    }
    const { name, registryId, region } = repository;
    const tag = (0,image_plan/* firstTag */.XE)(image);
    const there = mayAsk
        ? await ecr.describeImage({ region, registryId: registryId === '' ? undefined : registryId, repository: name, tag })
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
        registryId: (0,ecr_host/* parseEcrHost */.wl)(host)?.account ?? '',
        region: (0,ecr_host/* parseEcrHost */.wl)(host)?.region,
        mutability: 'MUTABLE',
        exclusions: []
    };
}
/** Partitions whose registries are in a domain of their own. */
const OTHER_DOMAINS = /^aws-(?:iso|eusc)/;
/** The host of an account's registry in the region; a host as it is. */
function readRegistry(registry, region) {
    const isAccount = /^\d{12}$/.test(registry);
    const domain = (0,arn/* partitionOf */.iQ)(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    const host = isAccount ? `${registry}.dkr.ecr.${region}.${domain}` : (0,image_reference/* hostOf */.w4)(registry);
    if ((0,image_reference/* parseReference */.F2)(`${host}/a`)?.registry === host && !(isAccount && OTHER_DOMAINS.test((0,arn/* partitionOf */.iQ)(region))))
        return host;
    const what = `The registry is ${(0,format/* quote */.hD)(registry)}, expected a host${isAccount ? ` in the region ${region}` : ", or an account's 12 digits"}.`;
    throw refusal('registry', what, 'Write it as --registry=123456789012.dkr.ecr.eu-west-1.amazonaws.com.');
}
function refusal(path, what, next) {
    const problem = { code: 'malformed', place: { path }, what, next };
    return new errors/* ProblemsError */.FQ([problem]);
}

// EXTERNAL MODULE: ./lib/run.js + 11 modules
var run = __webpack_require__(50);
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
        await (0,write_artifacts/* writeArtifacts */.z)(rendering.services, rendering.images, world);
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
