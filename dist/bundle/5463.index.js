export const id = 5463;
export const ids = [5463,3411];
export const modules = {

/***/ 4255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createCodeDeployPort)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);

/** AWS CodeDeploy by the SDK. The client is loaded at the first call: a service with ECS's own controller never needs it. */
function createCodeDeployPort(connection) {
    let clients;
    const open = () => (clients ??= load(connection));
    return {
        getDeploymentGroup: async (application, deploymentGroup) => {
            const { sdk, client } = await open();
            const input = { applicationName: application, deploymentGroupName: deploymentGroup };
            const answer = await client.send(new sdk.GetDeploymentGroupCommand(input));
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(answer.deploymentGroupInfo, 'GetDeploymentGroup', 'deploymentGroupInfo');
        },
        listApplications: async () => {
            const { sdk, client } = await open();
            const names = [];
            for await (const page of sdk.paginateListApplications({ client }, {}))
                names.push(...(page.applications ?? []));
            return names;
        },
        listDeploymentGroups: async (application) => {
            const { sdk, client } = await open();
            const names = [];
            const pages = sdk.paginateListDeploymentGroups({ client }, { applicationName: application });
            for await (const page of pages)
                names.push(...(page.deploymentGroups ?? []));
            return names;
        },
        getShiftMinutes: async (deploymentConfig) => {
            const { sdk, client } = await open();
            const answer = await client.send(new sdk.GetDeploymentConfigCommand({ deploymentConfigName: deploymentConfig }));
            return readShiftMinutes(answer.deploymentConfigInfo);
        },
        listDeployments: async ({ application, deploymentGroup, statuses, createdAfter }) => {
            const { sdk, client } = await open();
            const input = {
                applicationName: application,
                deploymentGroupName: deploymentGroup,
                includeOnlyStatuses: [...statuses],
                ...(createdAfter === undefined ? {} : { createTimeRange: { start: createdAfter } })
            };
            const ids = [];
            for await (const page of sdk.paginateListDeployments({ client }, input))
                ids.push(...(page.deployments ?? []));
            return ids;
        },
        createDeployment: async (input) => {
            const { sdk, once } = await open();
            const answer = await once.send(new sdk.CreateDeploymentCommand(input));
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(answer.deploymentId, 'CreateDeployment', 'deploymentId');
        },
        getDeployment: async (id) => {
            const { sdk, glance } = await open();
            const answer = await glance.send(new sdk.GetDeploymentCommand({ deploymentId: id }));
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(answer.deploymentInfo, 'GetDeployment', 'deploymentInfo');
        },
        batchGetDeployments: async (ids) => {
            const { sdk, glance } = await open();
            const answer = await glance.send(new sdk.BatchGetDeploymentsCommand({ deploymentIds: [...ids] }));
            return answer.deploymentsInfo ?? [];
        },
        listDeploymentTargets: async (id) => {
            const { sdk, glance } = await open();
            const answer = await glance.send(new sdk.ListDeploymentTargetsCommand({ deploymentId: id }));
            return answer.targetIds ?? [];
        },
        batchGetDeploymentTargets: async (id, targets) => {
            const { sdk, glance } = await open();
            const input = { deploymentId: id, targetIds: [...targets] };
            const answer = await glance.send(new sdk.BatchGetDeploymentTargetsCommand(input));
            return answer.deploymentTargets ?? [];
        },
        stopDeployment: async (id, autoRollback) => {
            const { sdk, client } = await open();
            await client.send(new sdk.StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: autoRollback }));
        },
        continueDeployment: async (id, wait) => {
            const { sdk, client } = await open();
            await client.send(new sdk.ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: wait }));
        },
        getAppSpec: async (application, sha256) => {
            const { sdk, client } = await open();
            const revision = { revisionType: 'AppSpecContent', appSpecContent: { sha256 } };
            const answer = await client.send(new sdk.GetApplicationRevisionCommand({ applicationName: application, revision }));
            return answer.revision?.appSpecContent?.content;
        }
    };
}
async function load({ clientConfig }) {
    const sdk = await __webpack_require__.e(/* import() */ 7507).then(__webpack_require__.t.bind(__webpack_require__, 7507, 19));
    return {
        sdk,
        client: new sdk.CodeDeployClient(clientConfig),
        once: new sdk.CodeDeployClient({ ...clientConfig, maxAttempts: 1 }),
        glance: new sdk.CodeDeployClient({ ...clientConfig, maxAttempts: 2 })
    };
}
/** A canary waits once; a linear shift waits between its steps, the last of which reaches 100 %. */
function readShiftMinutes(config) {
    const { timeBasedCanary, timeBasedLinear } = config?.trafficRoutingConfig ?? {};
    if (timeBasedCanary?.canaryInterval !== undefined)
        return timeBasedCanary.canaryInterval;
    const { linearPercentage, linearInterval } = timeBasedLinear ?? {};
    if (linearPercentage === undefined || linearInterval === undefined || linearPercentage <= 0)
        return 0;
    return Math.ceil(100 / linearPercentage) * linearInterval;
}


/***/ }),

/***/ 434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  x: () => (/* binding */ handOn)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/credential-providers/dist-cjs/index.js
var dist_cjs = __webpack_require__(9719);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/config/index.js
var config = __webpack_require__(7291);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var aws_errors = __webpack_require__(4506);
;// CONCATENATED MODULE: ./lib/aws/credential-errors.js




/**
 * The SDK's default chain, with words for what is half there: the chain passes over it, and then says of everything only that there is nothing.
 *
 * @param open the chain
 * @returns the chain; rejects with SlipwayError where it is known what is missing, else with the SDK's own error
 */
function explainCredentialChain(open, environment) {
    return async (...given) => {
        try {
            return await open(...given);
        }
        catch (error) {
            throw (await findGap(error, environment)) ?? error;
        }
    };
}
async function findGap(error, environment) {
    const code = (0,aws_errors/* awsErrorName */.ZH)(error) ?? '';
    const message = error instanceof Error ? error.message : '';
    const read = (name) => environment[name] ?? '';
    const makeError = (what, next) => new errors/* SlipwayError */.GQ({ code: 'CredentialsProviderError', fault: 'user', what, next, cause: error });
    const tokenFile = read('AWS_WEB_IDENTITY_TOKEN_FILE');
    if (code === 'ENOENT' && tokenFile !== '')
        return makeError(`AWS_WEB_IDENTITY_TOKEN_FILE names ${tokenFile}, and there is no such file.`, 'Correct the path.');
    if (code !== 'CredentialsProviderError')
        return undefined;
    const profile = read('AWS_PROFILE');
    if (profile !== '')
        return findProfileGap(profile, message, makeError);
    const [key, secret] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map(name => read(name) !== '');
    if (key === secret)
        return undefined;
    const [has, lacks] = key === true ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] : ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'];
    return makeError(`${has} is set, and ${lacks} is not.`, 'Set both, or neither.');
}
async function findProfileGap(profile, message, makeError) {
    if (message.includes('aws sso login'))
        return makeError(`The SSO session of the profile ${profile} (AWS_PROFILE) has expired.`, `Run aws sso login --profile ${profile}.`);
    const { configFile, credentialsFile } = await (0,config.loadSharedConfigFiles)();
    const names = [...new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)])];
    if (names.includes(profile)) {
        return makeError(`The profile ${profile} (AWS_PROFILE) gives no credentials: ${message.replace(/\.$/, '')}.`, `aws sts get-caller-identity --profile ${profile} tells more.`);
    }
    const near = (0,suggest/* nearestName */.q)(profile, names);
    return makeError(`AWS_PROFILE is ${profile}, and there is no such profile in ~/.aws/config and ~/.aws/credentials.`, near === undefined ? 'Correct the name, or unset the variable.' : `Did you mean ${near}?`);
}

// EXTERNAL MODULE: ./lib/retry.js
var retry = __webpack_require__(2165);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/aws/token-claims.js
/** GitHub's are shorter; of a token that nobody expects this much is enough. */
const MAX_CHARACTERS = 300;
/** The claims of a token (RFC 7519, 3); its signature, which makes it a secret, is not looked at. Pure. */
function readClaims(token) {
    const claims = decodePayload(token.split('.')[1] ?? '');
    const read = (name) => {
        const value = claims[name];
        const [only] = Array.isArray(value) ? value : [value];
        return typeof only === 'string' ? only.slice(0, MAX_CHARACTERS) : undefined;
    };
    return { sub: read('sub'), aud: read('aud'), iss: read('iss') };
}
/** The claims in one sentence, for whoever compares them with a trust policy; empty where there are none. */
function describeClaims({ sub, aud, iss }) {
    const said = Object.entries({ sub, aud, iss }).flatMap(([name, value]) => value === undefined ? [] : [`${name} ${JSON.stringify(value)}`]);
    return said.length === 0 ? '' : `The token of this job has ${said.join(', ')}.`;
}
function decodePayload(part) {
    try {
        const value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/aws/credentials.js






/** So many milliseconds before its end the SDK takes a session for expired; a new one is asked for then. */
const MARGIN = 5 * 60_000;
/**
 * The credentials of a role, from AssumeRoleWithWebIdentity with GitHub's OIDC token: one session for all who ask.
 *
 * @param client for the client of STS; its region is the one that is asked
 */
function assumeWithIdToken(role, idToken, client, clock) {
    // China's STS knows only its own audience (IAM user guide, "Configuring OpenID Connect").
    const audience = (0,arn/* partitionOf */.iQ)(client.region) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
    const open = async () => {
        const webIdentityToken = await idToken(audience);
        const assume = (0,dist_cjs/* fromWebToken */.G7)({
            roleArn: role.arn,
            roleSessionName: role.sessionName,
            durationSeconds: role.durationSeconds,
            webIdentityToken,
            clientConfig: client
        });
        return assume().catch((error) => {
            throw explainRefusal(error, role, { ...readClaims(webIdentityToken), wanted: audience });
        });
    };
    return shareSession(() => (0,retry/* retry */.L)({ ...WAIT_FOR_KEYS, clock }, open));
}
/** AWS is given the time to fetch the issuer's keys: 1, 2 and 4 seconds between. */
const WAIT_FOR_KEYS = { attempts: 4, pauses: { first: 1000, factor: 2 }, isTransient: isKeyMissing };
/** AWS could not fetch the keys of the token's issuer: InvalidIdentityToken, as for a token that is wrong, and told by the text alone. */
function isKeyMissing(error) {
    return error instanceof Error && /couldn't retrieve verification key/i.test(error.message);
}
/**
 * One session for all clients: those who ask at the same time wait for the same answer, and a new one is asked for in the five minutes
 * before the end. While that fails, the old one serves to its end; what failed is asked for again by the next.
 *
 * @param now milliseconds since the epoch
 */
function shareSession(open, now = Date.now) {
    let current;
    let pending;
    const isGood = ({ expiration }, margin) => expiration === undefined || expiration.getTime() - now() >= margin;
    const renew = async () => {
        try {
            return (current = await open());
        }
        catch (error) {
            if (current !== undefined && isGood(current, 0))
                return current;
            throw error;
        }
        finally {
            pending = undefined;
        }
    };
    return () => {
        if (current !== undefined && isGood(current, MARGIN))
            return Promise.resolve(current);
        return (pending ??= renew());
    };
}
/** What STS says of a role and a token. What passes stays as it is, so that whoever follows a deployment tries again. */
function explainRefusal(error, { arn, durationSeconds }, claims) {
    if ((0,aws_errors/* isTransient */.dg)(error) && !isKeyMissing(error))
        return error;
    const explained = (0,aws_errors/* explainAwsError */.Ni)(error, `Assuming the role ${arn} (role-to-assume)`);
    if (explained.fault === 'slipway')
        return explained;
    const advice = adviseRole(explained.code, explained.what, durationSeconds, claims) ?? explained.next ?? '';
    const next = [advice, describeClaims(claims)].filter(part => part !== '').join(' ');
    return new errors/* SlipwayError */.GQ({ code: aws_errors/* ROLE_NOT_ASSUMED */._3, fault: 'user', what: explained.what, next, cause: error });
}
/**
 * STS, AssumeRoleWithWebIdentity, "Errors". Provider and audience are those of the token: GitHub Enterprise Server, ghe.com and an enterprise with
 * an issuer of its own have others than github.com, and China has another audience.
 */
function adviseRole(code, said, seconds, { iss = 'https://token.actions.githubusercontent.com', aud, wanted }) {
    const audience = aud ?? wanted;
    if (/verification key/i.test(said))
        return `AWS could not fetch the keys of the token's issuer: ${iss}/.well-known/openid-configuration and the jwks_uri in it must be reachable from the internet, with a certificate of a public authority. If they are, run it again.`;
    if (/DurationSeconds/.test(said) && code === 'ValidationError')
        return `Set role-duration-seconds to less than ${seconds}, or raise the maximum session duration of the role.`;
    if (/audience/i.test(said))
        return `Add ${audience} to the audiences of the identity provider ${iss} in IAM.`;
    if (/OpenIDConnect provider/i.test(said))
        return `Create the identity provider in the account of the role: aws iam create-open-id-connect-provider --url ${iss} --client-id-list ${audience}.`;
    if (/^ExpiredToken/.test(code))
        return "GitHub's token had expired on its way: check the clock of this machine.";
    return undefined;
}

;// CONCATENATED MODULE: ./lib/aws/endpoints.js

/** Throws SlipwayError where AWS_ENDPOINT_URL or AWS_ENDPOINT_URL_<SERVICE> is set to what is no URL: the SDK would only fail, or ask who knows whom. */
function checkEndpoints(environment) {
    for (const [name, value = ''] of Object.entries(environment)) {
        if (!/^AWS_ENDPOINT_URL(_|$)/.test(name) || value === '')
            continue;
        if (/^https?:\/\//i.test(value) && URL.canParse(value))
            continue;
        throw new errors/* SlipwayError */.GQ({
            code: 'malformed-endpoint',
            fault: 'user',
            what: `${name} is "${value}", expected a URL such as https://vpce-0a1b.ecs.eu-west-1.vpce.amazonaws.com.`,
            next: 'Correct it or unset it.'
        });
    }
}

;// CONCATENATED MODULE: ./lib/aws/request-handler.js

/** In milliseconds. Without `throwOnRequestTimeout` the SDK only warns, and waits for an answer that never comes. */
const LIMITS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };
/**
 * What the clients of a run send their requests with: the SDK's own handler; or, where the environment has something to say of the way,
 * one that asks for it with each request, since NO_PROXY tells hosts apart; or, where the run can be cancelled, one that ends with it.
 */
function makeRequestHandler(resolveRoute, stops) {
    return resolveRoute === undefined && stops === undefined ? LIMITS : new ProxyAwareHandler(resolveRoute, stops);
}
class ProxyAwareHandler {
    #resolveRoute;
    #stops;
    #handlers = new Map();
    constructor(resolveRoute, stops) {
        this.#resolveRoute = resolveRoute;
        this.#stops = stops;
    }
    async handle(...[request, given]) {
        const port = request.port === undefined ? '' : `:${request.port}`;
        const route = await this.#resolveRoute?.(new URL(`${request.protocol}//${request.hostname}${port}`));
        const handler = await this.#handlerOf(route?.agent);
        const options = this.#addStop(given);
        this.#stops?.refuse.throwIfAborted();
        const proxy = route?.proxy;
        if (proxy === undefined)
            return handler.handle(request, options);
        const through = `through the proxy ${proxy.url} (${proxy.variable})`;
        try {
            const answer = await handler.handle(request, options);
            if (answer.response.statusCode !== 407)
                return answer;
            // Unread it would keep the connection, and with it the process.
            answer.response.body.destroy();
        }
        catch (error) {
            if (error instanceof Error && !(error instanceof errors/* SlipwayError */.GQ))
                error.message += `, ${through}`;
            throw error;
        }
        throw new errors/* SlipwayError */.GQ({
            code: 'proxy-refused',
            fault: 'user',
            what: `The request to ${request.hostname} ${through} was refused: 407 Proxy Authentication Required.`,
            next: `Write user and password into ${proxy.variable}: http://USER:PASSWORD@HOST:PORT.`
        });
    }
    /** Nothing of a client's own settings bears on it. */
    updateHttpClientConfig() {
        // LIMITS are what holds.
    }
    httpHandlerConfigs() {
        return LIMITS;
    }
    #addStop(given) {
        const close = this.#stops?.close;
        if (close === undefined)
            return given;
        const own = given?.abortSignal;
        return { ...given, abortSignal: own instanceof AbortSignal ? AbortSignal.any([own, close]) : close };
    }
    async #handlerOf(agent) {
        const make = async () => {
            const { NodeHttpHandler } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1279, 19));
            // The SDK's types want an agent of node:https where one that makes its connections itself does as well.
            const agents = agent === undefined ? {} : { httpAgent: agent, httpsAgent: agent };
            return new NodeHttpHandler({ ...LIMITS, ...agents });
        };
        const handler = this.#handlers.get(agent) ?? make();
        this.#handlers.set(agent, handler);
        return handler;
    }
}

;// CONCATENATED MODULE: ./lib/aws/connection.js





/**
 * The connection that all clients of a run share.
 *
 * With a role, the credentials come from AssumeRoleWithWebIdentity with GitHub's OIDC token and are renewed before they
 * expire, so that a long wait outlives one session. Without, it is the SDK's default chain (environment, profile, container, instance).
 * In either case one session serves all clients: a role is assumed once, not by each of them.
 *
 * @param stops undefined: nothing ends them
 * @returns `undo` is for what is to be taken back after a cancellation, with the same session
 * @throws SlipwayError where an endpoint in the environment is no URL
 */
function connect(region, role, version, machine, stops) {
    const { resolveRoute } = machine;
    checkEndpoints(machine.environment ?? {});
    const base = {
        region,
        // One call in three may fail for a while (throttled accounts): a rollout makes some thirty, and none of them may be its end.
        maxAttempts: 8,
        retryMode: 'standard',
        customUserAgent: [['slipway', version]],
        // What is asked for a session outlives the cancellation: what is taken back may need it.
        requestHandler: makeRequestHandler(resolveRoute, stops?.undo)
    };
    const undo = { ...base, credentials: findCredentials(role, machine, base) };
    const run = { ...undo, requestHandler: makeRequestHandler(resolveRoute, stops?.run) };
    return { region, clientConfig: run, undo: { region, clientConfig: undo } };
}
/** The run's credentials as they are now, for a program that it starts; undefined: they are the default chain's, which programs have too. */
function handOn({ clientConfig: { credentials } }, role) {
    if (role === undefined || typeof credentials !== 'function')
        return undefined;
    return async () => {
        const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
        return { accessKeyId, secretAccessKey, sessionToken };
    };
}
function findCredentials(role, { idToken, clock, environment = {} }, base) {
    if (role !== undefined)
        return assumeWithIdToken(role, idToken, base, clock);
    const { region, requestHandler } = base;
    // Left to itself each client would have a chain of its own, and some of its sources, as IAM Identity Center, be asked by another way.
    const credentials = (0,dist_cjs/* fromNodeProviderChain */.br)({
        clientConfig: { requestHandler },
        parentClientConfig: { region, requestHandler }
    });
    return explainCredentialChain(credentials, environment);
}


/***/ }),

/***/ 4563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ connectRegistrySettings)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8249);
/* harmony import */ var _text_wildcard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2917);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);



/** The rule or template for every repository that no other one is for. */
const ROOT = 'ROOT';
/** What is set for a registry as a whole, with the client of each region. An endpoint that does not know of it, or does not tell, has none. */
function connectRegistrySettings(clientFor) {
    return {
        findPullThroughRule: location => findPullThroughRule(clientFor(location.region), location),
        isReplicatedTo: location => isReplicatedTo(clientFor, location),
        findCreationTemplate: async (name) => {
            const { registryId, template } = await findTemplate(clientFor(undefined), name);
            return template === undefined || registryId === undefined ? undefined : readTemplate(template, registryId);
        },
        listSigningProfiles: name => listSigningProfiles(clientFor(undefined), name),
        describeSignings: location => describeSignings(clientFor(location.region), location)
    };
}
/** Rules and templates by their prefixes; a prefix ends at a slash. */
function findByPrefix(all, name, prefixOf) {
    const fitting = all.filter(one => name.startsWith(`${prefixOf(one)}/`));
    const [longest] = fitting.sort((one, other) => prefixOf(other).length - prefixOf(one).length);
    return longest ?? all.find(one => prefixOf(one) === ROOT);
}
async function findPullThroughRule(client, { registryId, repository }) {
    const rules = [];
    const where = registryId === undefined ? {} : { registryId };
    await unlessUnavailable('Reading the pull-through cache rules of ECR', async () => {
        let nextToken;
        do {
            const answer = await client.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__.DescribePullThroughCacheRulesCommand({ ...where, nextToken }));
            rules.push(...(answer.pullThroughCacheRules ?? []));
            nextToken = answer.nextToken;
        } while (nextToken !== undefined);
    });
    const rule = findByPrefix(rules, repository, ({ ecrRepositoryPrefix = '' }) => ecrRepositoryPrefix);
    return rule === undefined
        ? undefined
        : { prefix: rule.ecrRepositoryPrefix ?? '', upstream: rule.upstreamRegistryUrl ?? 'its upstream registry' };
}
async function isReplicatedTo(clientFor, { region, registryId, repository }) {
    const own = await unlessUnavailable('Reading the replication configuration of ECR', () => clientFor(undefined).send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__.DescribeRegistryCommand({})));
    const isSent = (own?.replicationConfiguration?.rules ?? []).some(({ destinations = [], repositoryFilters = [] }) => destinations.some(to => to.region === region && to.registryId === registryId) &&
        (repositoryFilters.length === 0 || repositoryFilters.some(({ filter = '' }) => repository.startsWith(filter))));
    if (isSent)
        return true;
    // Who sends to a registry is not told there; but a template for what comes by replication says that it does.
    const { registryId: owner, template } = await findTemplate(clientFor(region), repository);
    return owner === registryId && template?.appliedFor?.includes('REPLICATION') === true;
}
/** Only the caller's own registry tells its templates. */
async function findTemplate(client, name) {
    const templates = [];
    let registryId;
    await unlessUnavailable('Reading the repository creation templates of ECR', async () => {
        let nextToken;
        do {
            const answer = await client.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__.DescribeRepositoryCreationTemplatesCommand({ nextToken }));
            registryId = answer.registryId;
            templates.push(...(answer.repositoryCreationTemplates ?? []));
            nextToken = answer.nextToken;
        } while (nextToken !== undefined);
    });
    return { registryId, template: findByPrefix(templates, name, ({ prefix = '' }) => prefix) };
}
function readTemplate(template, registryId) {
    return {
        prefix: template.prefix ?? '',
        registryId,
        createsOnPush: template.appliedFor?.includes('CREATE_ON_PUSH') === true,
        mutability: template.imageTagMutability ?? 'MUTABLE',
        exclusions: (template.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? [])
    };
}
async function listSigningProfiles(client, name) {
    const answer = await unlessUnavailable('Reading the signing configuration of ECR', async () => {
        try {
            return await client.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__.GetSigningConfigurationCommand({}));
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorName */ .ZH)(error) === 'SigningConfigurationNotFoundException')
                return undefined;
            throw error;
        }
    });
    const rules = answer?.signingConfiguration?.rules ?? [];
    return rules.flatMap(({ signingProfileArn, repositoryFilters = [] }) => {
        const isCovered = repositoryFilters.length === 0 || repositoryFilters.some(({ filter = '' }) => (0,_text_wildcard_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesWildcard */ ._)(filter, name));
        return isCovered && signingProfileArn !== undefined ? [signingProfileArn] : [];
    });
}
async function describeSignings(client, { registryId, repository, tag, digest }) {
    const answer = await unlessUnavailable(`Reading the signing status of ${repository}`, () => client.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__.DescribeImageSigningStatusCommand({
        ...(registryId === undefined ? {} : { registryId }),
        repositoryName: repository,
        imageId: digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }
    })));
    return (answer?.signingStatuses ?? []).map(({ signingProfileArn = '', status = 'IN_PROGRESS', failureReason }) => ({
        profile: signingProfileArn,
        status,
        reason: failureReason
    }));
}
async function unlessUnavailable(doing, call) {
    try {
        return await call();
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnavailable */ .Pd)(error))
            return undefined;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, doing);
    }
}


/***/ }),

/***/ 7739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ connectEcr)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecr/dist-cjs/index.js
var dist_cjs = __webpack_require__(8249);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecr-public/dist-cjs/index.js
var client_ecr_public_dist_cjs = __webpack_require__(9821);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/registry-refusal.js
var registry_refusal = __webpack_require__(3253);
// EXTERNAL MODULE: ./lib/aws/ecr-registry.js
var ecr_registry = __webpack_require__(4563);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var aws_errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/aws/manifests.js
var manifests = __webpack_require__(3715);
;// CONCATENATED MODULE: ./lib/aws/ecr-scans.js




/** DescribeImageScanFindings gives so many findings at once; more pages than this hold nothing that a reader would look at. */
const PAGE = 1000;
const MAX_PAGES = 10;
/** What the config of an image is. */
const IMAGE_CONFIG = /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\.v1\+json$/;
/** ECR's scans of images, with the client of each region. */
function connectScans(clientFor) {
    return {
        listPlatformImages: location => listPlatformImages(clientFor(location.region), location),
        describeScan: location => describeScan(clientFor(location.region), location),
        startScan: location => startScan(clientFor(location.region), location)
    };
}
function nameOf({ repository, tag, digest }) {
    return digest === undefined ? `${repository}:${tag ?? 'latest'}` : `${repository}@${digest}`;
}
function inputOf({ registryId, repository, tag, digest }) {
    return {
        ...(registryId === undefined ? {} : { registryId }),
        repositoryName: repository,
        imageId: digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }
    };
}
async function listPlatformImages(client, location) {
    const { imageId, ...where } = inputOf(location);
    try {
        const answer = await client.send(new dist_cjs.BatchGetImageCommand({ ...where, imageIds: [imageId ?? {}], acceptedMediaTypes: manifests/* MANIFEST_TYPES */._ }));
        const [image] = answer.images ?? [];
        const entries = readEntries(image?.imageManifest ?? '{}');
        const others = entries.filter(({ isSaid }) => !isSaid).map(({ digest }) => digest);
        const artifacts = others.length === 0 ? [] : await findArtifacts(client, where, others);
        const platforms = entries.map(({ digest }) => digest).filter(digest => !artifacts.includes(digest));
        const own = image?.imageId?.imageDigest ?? location.digest;
        return platforms.length > 0 || own === undefined ? platforms : [own];
    }
    catch (error) {
        throw (0,registry_refusal/* adviseOnRegistry */.$)((0,aws_errors/* explainAwsError */.Ni)(error, `Reading the manifest of ${nameOf(location)}`));
    }
}
/**
 * The entries of an index that may be images: one a platform. Beside them stand records of origin, whose platform is unknown (buildx's
 * attestations), and artifacts, whose kind is said (OCI image specification 1.1, "Image Index Property Descriptions").
 */
function readEntries(manifest) {
    const { manifests = [] } = JSON.parse(manifest);
    return manifests.flatMap(({ digest, artifactType, platform }) => {
        const isNone = platform?.os === 'unknown' || (platform === undefined && artifactType !== undefined);
        return digest === undefined || isNone ? [] : { digest, isSaid: platform !== undefined };
    });
}
/** Which of these manifests are artifacts by their own word: a kind of their own, or a config that is no image's. */
async function findArtifacts(client, where, digests) {
    const answer = await client.send(new dist_cjs.BatchGetImageCommand({
        ...where,
        imageIds: digests.map(imageDigest => ({ imageDigest })),
        acceptedMediaTypes: manifests/* MANIFEST_TYPES */._
    }));
    return (answer.images ?? []).flatMap(({ imageId, imageManifest = '{}' }) => {
        const { artifactType, config } = JSON.parse(imageManifest);
        const isArtifact = artifactType !== undefined || (config?.mediaType !== undefined && !IMAGE_CONFIG.test(config.mediaType));
        return isArtifact && imageId?.imageDigest !== undefined ? [imageId.imageDigest] : [];
    });
}
async function describeScan(client, location) {
    const findings = [];
    let first;
    let nextToken;
    try {
        for (let page = 0; page < MAX_PAGES; page += 1) {
            const answer = await client.send(new dist_cjs.DescribeImageScanFindingsCommand({ ...inputOf(location), maxResults: PAGE, nextToken }));
            first ??= answer;
            findings.push(...(answer.imageScanFindings?.findings ?? []).map(readBasic));
            findings.push(...(answer.imageScanFindings?.enhancedFindings ?? []).map(readEnhanced));
            nextToken = answer.nextToken;
            if (nextToken === undefined)
                break;
        }
    }
    catch (error) {
        if ((0,aws_errors/* awsErrorName */.ZH)(error) === 'ScanNotFoundException')
            return undefined;
        throw (0,registry_refusal/* adviseOnRegistry */.$)((0,aws_errors/* explainAwsError */.Ni)(error, `Reading the scan of ${nameOf(location)}`));
    }
    const found = first?.imageScanFindings;
    return {
        status: first?.imageScanStatus?.status ?? 'PENDING',
        description: first?.imageScanStatus?.description,
        counts: found?.findingSeverityCounts,
        findings,
        completed: found?.imageScanCompletedAt !== undefined
    };
}
function readBasic({ name, severity, attributes = [] }) {
    const valueOf = (wanted) => attributes.find(({ key }) => key === wanted)?.value;
    return {
        name: name ?? 'unnamed',
        severity: severity ?? 'UNDEFINED',
        packages: describePackage(valueOf('package_name'), valueOf('package_version')),
        fixedIn: undefined
    };
}
function readEnhanced({ title, severity, packageVulnerabilityDetails: details }) {
    const packages = details?.vulnerablePackages ?? [];
    const fixes = packages.flatMap(({ fixedInVersion }) => fixedInVersion ?? []).filter(fix => fix !== 'NotAvailable');
    return {
        name: details?.vulnerabilityId ?? title ?? 'unnamed',
        severity: severity ?? 'UNDEFINED',
        packages: [...new Set(packages.flatMap(({ name, version }) => describePackage(name, version)))],
        fixedIn: fixes[0]
    };
}
function describePackage(name, version) {
    return name === undefined ? [] : [version === undefined ? name : `${name} ${version}`];
}
async function startScan(client, location) {
    try {
        await client.send(new dist_cjs.StartImageScanCommand(inputOf(location)));
        return 'started';
    }
    catch (error) {
        const name = (0,aws_errors/* awsErrorName */.ZH)(error);
        // One scan a day and image; with Amazon Inspector "This feature is disabled".
        if (name === 'LimitExceededException' || name === 'ValidationException')
            return 'by-itself';
        if (name === 'UnsupportedImageTypeException')
            return 'unsupported';
        const doing = `${nameOf(location)} has no scan (scan on push is off, or has not begun), and asking for one`;
        throw (0,registry_refusal/* adviseOnRegistry */.$)((0,aws_errors/* explainAwsError */.Ni)(error, doing));
    }
}

;// CONCATENATED MODULE: ./lib/aws/ecr.js








/** ECR Public answers in this region only, and its answer names no endpoint (ECR Public API, GetAuthorizationToken). */
const PUBLIC_REGION = 'us-east-1';
const PUBLIC_ENDPOINT = 'https://public.ecr.aws';
const GET_TOKEN = 'GetAuthorizationToken';
/** GetAuthorizationToken takes so many registry ids at once. */
const ACCOUNTS_A_CALL = 10;
/** Amazon ECR in the connection's region, and in another where an image location names one. */
function connectEcr(connection) {
    const clients = new Map();
    const clientFor = (region = connection.region) => {
        const client = clients.get(region) ?? new dist_cjs.ECRClient({ ...connection.clientConfig, region });
        clients.set(region, client);
        return client;
    };
    return {
        getAuthorization: (accounts, region) => getAuthorization(clientFor(region), accounts),
        getPublicAuthorization: () => getPublicAuthorization(connection),
        describeRepository: (name, registry) => describeRepository(clientFor(registry?.region), name, registry),
        createRepository: (name, registry, template) => createRepository(clientFor(registry?.region), name, registry, template),
        describeImage: location => describeImage(clientFor(location.region), location),
        addTag: (repository, digest, tag) => addTag(clientFor(repository.region), repository, digest, tag),
        ...(0,manifests/* connectManifests */.l)(clientFor),
        ...connectScans(clientFor),
        ...(0,ecr_registry/* connectRegistrySettings */.D)(clientFor)
    };
}
async function getAuthorization(client, accounts) {
    const inputs = accounts.length === 0 ? [{}] : [];
    for (let start = 0; start < accounts.length; start += ACCOUNTS_A_CALL) {
        // The model calls registryIds deprecated, since one token opens every registry. Where another account's registry is, ECR says
        // only to those who still ask this way.
        inputs.push({ registryIds: accounts.slice(start, start + ACCOUNTS_A_CALL) });
    }
    const answers = await explained('Getting a login for ECR', () => Promise.all(inputs.map(input => client.send(new dist_cjs.GetAuthorizationTokenCommand(input)))));
    return answers.flatMap(answer => answer.authorizationData ?? []).map(readAuthorization);
}
function readAuthorization(data) {
    return {
        endpoint: (0,aws_errors/* required */.mw)(data.proxyEndpoint, GET_TOKEN, 'proxyEndpoint'),
        token: (0,aws_errors/* required */.mw)(data.authorizationToken, GET_TOKEN, 'authorizationToken')
    };
}
async function getPublicAuthorization(connection) {
    const client = new client_ecr_public_dist_cjs/* ECRPUBLICClient */.Rr({ ...connection.clientConfig, region: PUBLIC_REGION });
    const answer = await explained(`Getting a login for ECR Public (${PUBLIC_REGION})`, () => client.send(new client_ecr_public_dist_cjs/* GetAuthorizationTokenCommand */.Eu({})));
    const token = answer.authorizationData?.authorizationToken;
    return { endpoint: PUBLIC_ENDPOINT, token: (0,aws_errors/* required */.mw)(token, `${GET_TOKEN} of ECR Public`, 'authorizationToken') };
}
async function describeRepository(client, name, registry) {
    const doing = `Describing the ECR repository ${name}${whereIs(registry)}`;
    const answer = await unlessMissing(doing, ['RepositoryNotFoundException'], () => client.send(new dist_cjs.DescribeRepositoriesCommand({ ...idOf(registry), repositoryNames: [name] })));
    const repository = answer?.repositories?.[0];
    return repository === undefined ? undefined : readRepository(repository, registry);
}
async function createRepository(client, name, registry, template) {
    const doing = `Creating the ECR repository ${name}${whereIs(registry)}`;
    const answer = await unlessMissing(doing, ['RepositoryAlreadyExistsException'], () => client.send(new dist_cjs.CreateRepositoryCommand({
        ...idOf(registry),
        repositoryName: name,
        imageScanningConfiguration: { scanOnPush: true },
        ...(template === undefined ? {} : writeMutability(template))
    })));
    if (answer?.repository !== undefined)
        return readRepository(answer.repository, registry);
    return (0,aws_errors/* required */.mw)(await describeRepository(client, name, registry), 'CreateRepository', 'repository');
}
function writeMutability({ mutability, exclusions }) {
    return {
        imageTagMutability: mutability,
        ...(exclusions.length === 0
            ? {}
            : { imageTagMutabilityExclusionFilters: exclusions.map(filter => ({ filterType: 'WILDCARD', filter })) })
    };
}
function idOf(registry) {
    return registry === undefined ? {} : { registryId: registry.account };
}
function whereIs(registry) {
    return registry === undefined ? '' : ` of the account ${registry.account} in ${registry.region}`;
}
function readRepository(repository, registry) {
    const has = (value, member) => (0,aws_errors/* required */.mw)(value, 'DescribeRepositories', member);
    return {
        name: has(repository.repositoryName, 'repositoryName'),
        uri: has(repository.repositoryUri, 'repositoryUri'),
        registryId: has(repository.registryId, 'registryId'),
        region: registry?.region,
        mutability: repository.imageTagMutability ?? 'MUTABLE',
        exclusions: (repository.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? [])
    };
}
async function describeImage(client, location) {
    const { registryId, repository, tag, digest } = location;
    const named = digest === undefined ? `${repository}:${tag ?? 'latest'}` : `${repository}@${digest}`;
    const answer = await unlessMissing(`Looking for the image ${named} in ECR`, ['ImageNotFoundException', 'RepositoryNotFoundException'], () => client.send(new dist_cjs.DescribeImagesCommand({
        ...(registryId === undefined ? {} : { registryId }),
        repositoryName: repository,
        imageIds: [digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }]
    })));
    const image = answer?.imageDetails?.[0];
    if (image?.imageDigest === undefined)
        return undefined;
    return { digest: image.imageDigest, archived: image.imageStatus === 'ARCHIVED', bytes: image.imageSizeInBytes };
}
async function addTag(client, repository, digest, tag) {
    const where = { registryId: repository.registryId, repositoryName: repository.name };
    const doing = `Tagging ${repository.name}@${digest} as ${tag}`;
    const answer = await explained(doing, () => client.send(new dist_cjs.BatchGetImageCommand({ ...where, imageIds: [{ imageDigest: digest }], acceptedMediaTypes: manifests/* MANIFEST_TYPES */._ })));
    const image = answer.images?.[0];
    if (image?.imageManifest === undefined) {
        const reason = answer.failures?.[0]?.failureReason ?? 'ECR answered without a manifest';
        const what = `${doing}: ${reason.replace(/[.\s]+$/, '')}.`;
        const next = 'Run it again: another run, or a lifecycle policy, may have removed the image meanwhile.';
        throw new errors/* SlipwayError */.GQ({ code: 'image-manifest', fault: 'aws', what, next });
    }
    const { imageManifest, imageManifestMediaType } = image;
    await unlessMissing(doing, ['ImageAlreadyExistsException'], () => client.send(new dist_cjs.PutImageCommand({
        ...where,
        imageManifest,
        ...(imageManifestMediaType === undefined ? {} : { imageManifestMediaType }),
        imageTag: tag,
        imageDigest: digest
    })));
}
async function explained(doing, call) {
    try {
        return await call();
    }
    catch (error) {
        throw (0,registry_refusal/* adviseOnRegistry */.$)((0,aws_errors/* explainAwsError */.Ni)(error, doing));
    }
}
/** The answer, or undefined where ECR says one of the errors that are an answer to us. */
async function unlessMissing(doing, names, call) {
    return explained(doing, async () => {
        try {
            return await call();
        }
        catch (error) {
            if (names.includes((0,aws_errors/* awsErrorName */.ZH)(error) ?? ''))
                return undefined;
            throw error;
        }
    });
}


/***/ }),

/***/ 5148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ createEcsPort)
/* harmony export */ });
/* unused harmony export compactJson */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(212);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4506);



/**
 * Amazon ECS by the SDK, with three clients that differ in how often the SDK repeats a call: what changes something is sent once,
 * because the SDK would also repeat a request whose answer got lost on the way, and a forced deployment or a revision would then
 * exist twice; what a watch asks again and again is repeated once, for a broken connection; all else as the connection says.
 */
function createEcsPort(connection) {
    const client = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .ECSClient */ .Zgc(connection.clientConfig);
    const once = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .ECSClient */ .Zgc({ ...connection.clientConfig, maxAttempts: 1 });
    const glance = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .ECSClient */ .Zgc({ ...connection.clientConfig, maxAttempts: 2 });
    return {
        describeCluster: async (cluster) => {
            const answer = await client.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .DescribeClustersCommand */ ._2_({ clusters: [cluster] }));
            return answer.clusters?.[0];
        },
        describeServices: async (cluster, services) => {
            const command = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .DescribeServicesCommand */ .H7c({ cluster, services: [...services], include: ['TAGS'] });
            const answer = await glance.send(command);
            return { services: answer.services ?? [], failures: answer.failures ?? [] };
        },
        listServices: async (cluster) => {
            const arns = [];
            for await (const page of (0,_aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .paginateListServices */ .wjm)({ client, pageSize: 100 }, { cluster }))
                arns.push(...(page.serviceArns ?? []));
            return arns;
        },
        describeTaskDefinition: reference => describeTaskDefinition(client, reference),
        registerTaskDefinition: json => registerTaskDefinition(once, json),
        updateService: async (input) => {
            const answer = await once.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .UpdateServiceCommand */ .kZr(input));
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(answer.service, 'UpdateService', 'service');
        },
        listServiceDeployments: query => listServiceDeployments(glance, query),
        describeServiceDeployments: async (arns) => {
            const answer = await glance.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .DescribeServiceDeploymentsCommand */ .A6p({ serviceDeploymentArns: [...arns] }));
            return answer.serviceDeployments ?? [];
        },
        describeServiceRevisions: async (arns) => {
            const answer = await glance.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .DescribeServiceRevisionsCommand */ .oF5({ serviceRevisionArns: [...arns] }));
            return answer.serviceRevisions ?? [];
        },
        stopServiceDeployment: async (arn, stopType) => {
            await client.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .StopServiceDeploymentCommand */ .a8L({ serviceDeploymentArn: arn, stopType }));
        },
        continueServiceDeployment: async (arn, hookId, action) => {
            await once.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .ContinueServiceDeploymentCommand */ .LrH({ serviceDeploymentArn: arn, hookId, action }));
        },
        listTasks: query => listTasks(glance, query),
        listClusterTasks: (cluster, desiredStatus) => listClusterTasks(glance, cluster, desiredStatus),
        describeTasks: async (cluster, tasks) => {
            const answer = await glance.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .DescribeTasksCommand */ .z8X({ cluster, tasks: [...tasks] }));
            return answer.tasks ?? [];
        },
        runTask: async (input) => {
            // A lost answer must be seen: a refusal after it does not say that nothing was started.
            const answer = await once.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .RunTaskCommand */ ._eD(input));
            return { tasks: answer.tasks ?? [], failures: answer.failures ?? [] };
        },
        stopTask: async (cluster, task, reason) => {
            await client.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .StopTaskCommand */ .PP1({ cluster, task, reason }));
        }
    };
}
async function describeTaskDefinition(client, reference) {
    const command = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .DescribeTaskDefinitionCommand */ .Zy$({ taskDefinition: reference, include: ['TAGS'] });
    const written = keepAnswer(command);
    const answer = await client.send(command);
    const wire = JSON.parse(written());
    const taskDefinition = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(answer.taskDefinition, 'DescribeTaskDefinition', 'taskDefinition');
    return {
        taskDefinition,
        tags: answer.tags ?? [],
        written: { taskDefinition: wire.taskDefinition ?? taskDefinition, tags: wire.tags ?? [] }
    };
}
/** Keeps the text of the answer: the SDK's deserializer, like its serializer, drops members that its release does not know. */
function keepAnswer(command) {
    let text = '{}';
    command.middlewareStack.add(next => async (args) => {
        const result = await next(args);
        const response = result.response;
        const chunks = [];
        for await (const chunk of response.body)
            chunks.push(chunk);
        const body = Buffer.concat(chunks);
        if (response.statusCode < 300)
            text = body.toString('utf8');
        response.body = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([body]);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepTaskDefinitionAsWritten' });
    return () => text;
}
async function listServiceDeployments(client, query) {
    const { cluster, service, createdAfter } = query;
    // One page: what is younger than our own deployment is never a hundred.
    const input = { cluster, service, createdAt: { after: createdAfter }, maxResults: 100 };
    const answer = await client.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .ListServiceDeploymentsCommand */ .jz8(input));
    return answer.serviceDeployments ?? [];
}
/** So many pages of a hundred tasks are read of one service. */
const MAX_PAGES_OF_SERVICE = 10;
async function listTasks(client, query) {
    const { cluster, service, startedBy, desiredStatus } = query;
    // In no order that AWS promises: the dead of the new version may stand after those of the old one.
    return (await listPages(client, { cluster, serviceName: service, startedBy, desiredStatus }, MAX_PAGES_OF_SERVICE))
        .arns;
}
const MAX_PAGES_OF_CLUSTER = 5;
async function listClusterTasks(client, cluster, desiredStatus) {
    const { arns, isWhole } = await listPages(client, { cluster, desiredStatus }, MAX_PAGES_OF_CLUSTER);
    return isWhole ? arns : undefined;
}
async function listPages(client, input, max) {
    const arns = [];
    let nextToken;
    for (let page = 0; page < max; page += 1) {
        const answer = await client.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .ListTasksCommand */ .MYg({ ...input, maxResults: 100, nextToken }));
        arns.push(...(answer.taskArns ?? []));
        nextToken = answer.nextToken;
        if (nextToken === undefined)
            return { arns, isWhole: true };
    }
    return { arns, isWhole: false };
}
/**
 * RegisterTaskDefinition with the text as the body. The SDK's serializer would drop every member that its release does not
 * know, silently, so the body is replaced after serializing and before the content length is taken and the request signed.
 */
async function registerTaskDefinition(client, json) {
    const body = compactJson(json);
    const command = new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_2__/* .RegisterTaskDefinitionCommand */ .$Hl({ family: 'replaced', containerDefinitions: [] });
    command.middlewareStack.add(next => async (args) => {
        const request = args.request;
        request.body = body;
        request.headers['content-length'] = String(Buffer.byteLength(body));
        return next(args);
    }, { step: 'build', priority: 'high', name: 'sendTaskDefinitionAsWritten' });
    const answer = await client.send(command);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(answer.taskDefinition, 'RegisterTaskDefinition', 'taskDefinition');
}
/** The same JSON text without the white space between its tokens: numbers, escapes and the order of keys stay as they are. */
function compactJson(text) {
    return text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\s+/gs, (_match, string) => string ?? '');
}


/***/ }),

/***/ 3715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   l: () => (/* binding */ connectManifests)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8249);
/* harmony import */ var _text_registry_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3253);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4506);



/** Every kind of manifest; one that is not asked for may come back converted, with another digest. */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json'
];
/** The manifests in ECR's repositories, with the client of each region. */
function connectManifests(clientFor) {
    return {
        readManifests: async ({ region, registryId, repository }, ids) => {
            const input = {
                ...(registryId === undefined ? {} : { registryId }),
                repositoryName: repository,
                imageIds: ids.map(({ digest, tag }) => (digest === undefined ? { imageTag: tag } : { imageDigest: digest })),
                acceptedMediaTypes: MANIFEST_TYPES
            };
            try {
                const { images = [] } = await clientFor(region).send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_2__.BatchGetImageCommand(input));
                return images.flatMap(({ imageId, imageManifest: text }) => imageId?.imageDigest === undefined || text === undefined
                    ? []
                    : [{ digest: imageId.imageDigest, tag: imageId.imageTag, text }]);
            }
            catch (error) {
                throw (0,_text_registry_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .adviseOnRegistry */ .$)((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .explainAwsError */ .Ni)(error, `Reading manifests of ${repository}`));
            }
        }
    };
}


/***/ }),

/***/ 524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ CACHE_TAG_PREFIX),
/* harmony export */   EQ: () => (/* binding */ LONGEST_BRANCH),
/* harmony export */   Ln: () => (/* binding */ cacheTagStart),
/* harmony export */   XT: () => (/* binding */ STEP_FAILED),
/* harmony export */   Xv: () => (/* binding */ WRITTEN_AS),
/* harmony export */   ju: () => (/* binding */ cacheScope),
/* harmony export */   lc: () => (/* binding */ placeOfCache),
/* harmony export */   z: () => (/* binding */ cacheTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _text_ecr_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5964);


/** What all tags of caches begin with. */
const CACHE_TAG_PREFIX = 'cache-';
/** What BuildKit says where a command of the Dockerfile failed: then its cache is not to blame. */
const STEP_FAILED = 'did not complete successfully';
/** How a cache is written to a registry: all steps, in the form that ECR takes, and never failing the build. */
const WRITTEN_AS = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';
/** In characters, so that a tag stays below 128. */
const LONGEST_BRANCH = 60;
const LONGEST_NAME = 32;
/** The repository of an image's cache: its own, or `cache-repository`. Pure. */
function placeOfCache(image) {
    const { cacheRepository } = image.build;
    return cacheRepository === undefined ? image : (0,_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepositoryAddress */ .A5)(cacheRepository);
}
/**
 * The tag of an image's cache for a branch, as `cache-main`. Pure. Images that share a repository have different ones: with `cache-repository` the
 * image's own repository is in it, and a hash where context, Dockerfile, target or platforms are not the usual ones.
 */
function cacheTag(image, branch) {
    return `${cacheTagStart(image)}${shortenName(branch, LONGEST_BRANCH)}`;
}
/**
 * What comes before the branch in the tag of an image's cache. For the branch itself a script does as `shortenName`: bytes other than
 * `A-Za-z0-9_.-` become `-`, 60 are kept, and where that changed the name, `-` and the first 8 digits of its SHA-256 follow. Pure.
 */
function cacheTagStart(image) {
    const name = image.build.cacheRepository === undefined ? '' : `${shortenName(image.repository, LONGEST_NAME)}-`;
    return `${CACHE_TAG_PREFIX}${name}${hashOfBuild(image)}`;
}
/** The scope of an image's cache in GitHub's, which keeps branches apart by itself. Pure. */
function cacheScope(image) {
    return `slipway-${hashOfBuild(image)}${shortenName(image.repository, LONGEST_BRANCH)}`;
}
/** '' for the usual build; it ends with `-`. */
function hashOfBuild({ registry, build }) {
    const { context, dockerfile, target, platforms } = build;
    const isUsual = registry === undefined &&
        context === '.' &&
        dockerfile === undefined &&
        target === undefined &&
        platforms.length === 0;
    if (isUsual)
        return '';
    const said = [registry?.host, context, dockerfile, target, [...platforms].sort()].map(part => part ?? null);
    return `${sha256(JSON.stringify(said))}-`;
}
function shortenName(name, longest) {
    const bytes = Array.from(Buffer.from(name), byte => String.fromCharCode(byte));
    const plain = bytes.map(byte => (/[A-Za-z0-9_.-]/.test(byte) ? byte : '-')).slice(0, longest);
    const short = plain.join('');
    return short === name ? name : `${short}-${sha256(name)}`;
}
/** The first 8 digits. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8);
}


/***/ }),

/***/ 1258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XE: () => (/* binding */ firstTag),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   df: () => (/* binding */ describePlan),
/* harmony export */   l_: () => (/* binding */ locateTag)
/* harmony export */ });
/* harmony import */ var _build_registry_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(524);
/* harmony import */ var _text_image_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9738);


/** The repository as the settings name it: its name alone, or its whole address where it is in a registry that they name. */
function addressOf({ registry, repository }) {
    return registry === undefined ? repository : `${registry.host}/${repository}`;
}
/** Where an image with a tag is, or would be. */
function locateTag({ registry, repository }, tag) {
    return { region: registry?.region, registryId: registry?.account, repository, tag };
}
/** The first of at least one tag: the one that files and outputs name. */
function firstTag(image) {
    const [tag] = image.tags;
    if (tag === undefined)
        throw new RangeError(`The image ${image.repository} has no tag.`);
    return tag;
}
function describeCreation({ image, template }) {
    return template?.createsOnPush !== true
        ? ` The repository ${addressOf(image)} is created first.`
        : ` The push makes the repository ${image.repository} by the creation template ${template.prefix}.`;
}
function describeCache({ image, cache }) {
    if (cache === undefined)
        return '';
    return cache.kind === 'github'
        ? ` Its build cache is in GitHub's, scope ${cache.scope}.`
        : ` Its build cache is ${addressOf((0,_build_registry_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOfCache */ .lc)(image))}:${cache.tag}.`;
}
/** A sentence for people, for a dry run too. */
function describePlan(plan) {
    switch (plan.kind) {
        case 'existing':
            return `${plan.image.image} is used as it is.`;
        case 'reuse': {
            const more = plan.tagsToAdd.length === 0 ? '' : `, and gets ${(0,_text_image_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .nameTags */ .f)(plan.tagsToAdd)}`;
            return `${plan.repository.name}:${firstTag(plan.image)} is in the repository already (${plan.digest}): it is used and not built again${more}.`;
        }
        case 'build': {
            const { tags, build } = plan.image;
            const created = plan.repository === undefined ? describeCreation(plan) : '';
            return `${addressOf(plan.image)} is built from ${build.context} and pushed with ${(0,_text_image_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .nameTags */ .f)(tags)}.${created}${describeCache(plan)}`;
        }
    }
}


/***/ }),

/***/ 2165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Makes attempts, with waits between, until one is neither transient nor pending, or the last one was made.
 *
 * @returns what the last attempt resolved to, which may be pending still
 * @throws what the last attempt was rejected with, or what a wait was cancelled with
 */
async function retry(options, attempt) {
    const { clock, attempts = Infinity, deadline = Infinity } = options;
    const { first, factor = 1, longest = Infinity, jitter = 0 } = options.pauses;
    const isLast = (made, pause) => made >= attempts || clock.now() + pause > deadline;
    for (let made = 1, pause = first;; made += 1, pause = Math.min(pause * factor, longest)) {
        try {
            const value = await attempt();
            if (options.isPending?.(value) !== true || isLast(made, pause))
                return value;
            options.onPending?.(value);
        }
        catch (error) {
            if (isLast(made, pause) || options.isTransient?.(error) !== true)
                throw error;
            options.onFailure?.(error);
        }
        await wait(options, jitter === 0 ? pause : pause * (1 - jitter + 2 * jitter * clock.random()));
    }
}
async function wait({ clock, signal, isUnsure }, milliseconds) {
    try {
        await clock.sleep(milliseconds, signal);
    }
    catch (error) {
        throw isUnsure?.() === true ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .unanswered */ .bj)(error) : error;
    }
}


/***/ }),

/***/ 5257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ACTIVE_STATUSES),
/* harmony export */   n: () => (/* binding */ ALL_STATUSES)
/* harmony export */ });
const ALL_STATUSES = [
    'Created',
    'Queued',
    'InProgress',
    'Baking',
    'Ready',
    'Succeeded',
    'Failed',
    'Stopped'
];
/** In these a deployment holds its group: CreateDeployment answers DeploymentLimitExceededException. */
const ACTIVE_STATUSES = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'];


/***/ }),

/***/ 8414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findService)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8988);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6101);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3071);





/** The service alone, whatever rolls it out. Throws where cluster or service are not there, or not ACTIVE. */
async function findService(cluster, wanted, ports) {
    const [described, answer] = await Promise.all([
        describeCluster(cluster, ports.ecs),
        describeService(cluster, wanted, ports)
    ]);
    requireActiveCluster(cluster, described);
    const service = answer.services[0];
    if (service === undefined)
        throw await explainMissingService(cluster, wanted, ports.ecs);
    requireActiveService(service, wanted, cluster);
    return describeTarget(service, cluster, wanted);
}
function describeTarget(service, cluster, wanted) {
    const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY') ??
        service.taskSets?.find(taskSet => taskSet.status === 'PRIMARY');
    const clusterArn = service.clusterArn ?? cluster;
    return {
        clusterName: (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy)(clusterArn),
        clusterArn,
        serviceName: service.serviceName ?? (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy)(wanted),
        serviceArn: service.serviceArn ?? wanted,
        service,
        runningTaskDefinitionArn: primary?.taskDefinition ?? service.taskDefinition,
        warnings: service.desiredCount === 0
            ? [
                `The service ${service.serviceName ?? wanted} has a desired count of 0, so no task will start and the rollout is not verified.`
            ]
            : []
    };
}
async function describeCluster(cluster, ecs) {
    try {
        return (await ecs.describeCluster(cluster)) ?? 'missing';
    }
    catch (error) {
        // The official minimal policies do not hold ecs:DescribeClusters.
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error))
            return 'unknown';
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Describing the cluster ${cluster}`);
    }
}
async function describeService(cluster, service, { ecs, clock }) {
    try {
        return await (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(clock, () => ecs.describeServices(cluster, [service]));
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorName */ .ZH)(error) === 'ClusterNotFoundException')
            throw missingCluster(cluster);
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Describing the service ${service} in the cluster ${cluster}`);
    }
}
function requireActiveCluster(name, cluster) {
    if (cluster === 'unknown')
        return;
    if (cluster === 'missing')
        throw missingCluster(name);
    if (cluster.status === undefined || cluster.status === 'ACTIVE')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'cluster-not-active',
        fault: 'user',
        what: `The cluster ${name} is ${cluster.status}; a rollout needs an ACTIVE one.`,
        next: 'Create the cluster again, or correct cluster.'
    });
}
function missingCluster(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'cluster-not-found',
        fault: 'user',
        what: `There is no cluster ${name} in this account and region.`,
        next: 'Correct cluster, region or the role.'
    });
}
function requireActiveService(service, wanted, cluster) {
    if (service.status === undefined || service.status === 'ACTIVE')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'service-not-active',
        fault: 'user',
        what: `The service ${wanted} in the cluster ${cluster} is ${service.status}; a rollout needs an ACTIVE one.`,
        next: 'Create the service again, or correct service.'
    });
}
async function explainMissingService(cluster, wanted, ecs) {
    const names = await ecs.listServices(cluster).then(arns => arns.map(_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy), () => []);
    const nearest = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)((0,_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy)(wanted), names);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'service-not-found',
        fault: 'user',
        what: `There is no service ${wanted} in the cluster ${cluster}.`,
        next: nearest === undefined ? 'Correct service or cluster.' : `Did you mean ${nearest}?`
    });
}


/***/ }),

/***/ 2202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ explainController),
  F: () => (/* binding */ findTarget)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var aws_errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/rollout/ports.js
var ports = __webpack_require__(5257);
// EXTERNAL MODULE: ./lib/text/time.js
var time = __webpack_require__(1042);
;// CONCATENATED MODULE: ./lib/rollout/codedeploy/deployment-group.js





/**
 * Finds and checks the deployment group of a service: given, or by the names that the ECS console and `aws ecs deploy`
 * use, `AppECS-{cluster}-{service}` and `DgpECS-{cluster}-{service}`, each part cut to 46 characters.
 *
 * @throws SlipwayError where the application or group is missing, is for something else, or holds an active deployment that `on-conflict` does not deal with
 */
async function findDeploymentGroup(rollout, target, codedeploy) {
    const suffix = `${target.clusterName.slice(0, 46)}-${target.serviceName.slice(0, 46)}`;
    const application = rollout.codedeployApplication ?? `AppECS-${suffix}`;
    const deploymentGroup = rollout.codedeployDeploymentGroup ?? `DgpECS-${suffix}`;
    const [group, active] = await Promise.all([
        getGroup(application, deploymentGroup, rollout, codedeploy),
        listActive(application, deploymentGroup, codedeploy)
    ]);
    requireOwnService(group, deploymentGroup, target);
    const blocking = active.ids[0];
    if (blocking === undefined)
        return { application, deploymentGroup, group, warnings: active.warnings };
    const promise = CONFLICT_PROMISES[rollout.onConflict ?? 'fail'];
    if (promise === undefined)
        throw await explainConflict(blocking, deploymentGroup, codedeploy);
    return { application, deploymentGroup, group, warnings: [`The deployment ${blocking} is active; ${promise}`] };
}
async function getGroup(application, deploymentGroup, rollout, codedeploy) {
    try {
        return await codedeploy.getDeploymentGroup(application, deploymentGroup);
    }
    catch (error) {
        const name = (0,aws_errors/* awsErrorName */.ZH)(error);
        if (name === 'ApplicationDoesNotExistException') {
            throw missing('application', application, rollout.codedeployApplication, await candidates(() => codedeploy.listApplications()));
        }
        if (name === 'DeploymentGroupDoesNotExistException') {
            const names = await candidates(() => codedeploy.listDeploymentGroups(application));
            throw missing('deployment group', deploymentGroup, rollout.codedeployDeploymentGroup, names);
        }
        throw (0,aws_errors/* explainAwsError */.Ni)(error, `Reading the CodeDeploy deployment group ${deploymentGroup} of ${application}`);
    }
}
const CONFLICT_PROMISES = {
    fail: undefined,
    wait: 'ours waits for its end (on-conflict: wait).',
    replace: 'it is stopped before ours begins (on-conflict: replace).'
};
/** The active deployments of the group; a warning where it is not permitted to look. */
async function listActive(application, deploymentGroup, codedeploy) {
    try {
        const ids = await codedeploy.listDeployments({ application, deploymentGroup, statuses: ports/* ACTIVE_STATUSES */.a });
        return { ids, warnings: [] };
    }
    catch (error) {
        if ((0,aws_errors/* isAccessDenied */.w7)(error)) {
            const warning = `Whether ${deploymentGroup} has an active deployment cannot be seen: allow codedeploy:ListDeployments.`;
            return { ids: [], warnings: [warning] };
        }
        // The group's own answer tells this one better.
        if (/DoesNotExist/.test((0,aws_errors/* awsErrorName */.ZH)(error) ?? ''))
            return { ids: [], warnings: [] };
        throw (0,aws_errors/* explainAwsError */.Ni)(error, `Listing the active deployments of ${deploymentGroup}`);
    }
}
/** Only for a hint: whatever goes wrong here, the sentence stands without it. */
function candidates(list) {
    return list().catch(() => []);
}
function missing(kind, name, given, names) {
    const setting = kind === 'application' ? 'codedeploy-application' : 'codedeploy-deployment-group';
    const nearest = (0,suggest/* nearestName */.q)(name, names) ?? (names.length === 1 ? names[0] : undefined);
    const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    return new errors/* SlipwayError */.GQ({
        code: kind === 'application' ? 'application-not-found' : 'deployment-group-not-found',
        fault: 'user',
        what: `There is no CodeDeploy ${kind} ${name}${given === undefined ? ", which is the ECS console's name for this service" : ''}.`,
        next: `${given === undefined ? 'Set' : 'Correct'} ${setting}.${hint}`
    });
}
function requireOwnService(group, name, target) {
    const platform = group.computePlatform;
    if (platform !== undefined && platform !== 'ECS') {
        throw new errors/* SlipwayError */.GQ({
            code: 'wrong-compute-platform',
            fault: 'user',
            what: `The CodeDeploy deployment group ${name} is for the compute platform ${platform}; a service needs one for ECS.`,
            next: 'Correct codedeploy-application and codedeploy-deployment-group.'
        });
    }
    const services = group.ecsServices ?? [];
    const own = services.some(entry => [target.serviceName, target.serviceArn].includes(entry.serviceName ?? '') &&
        [target.clusterName, target.clusterArn].includes(entry.clusterName ?? 'default'));
    if (own)
        return;
    const named = services.map(entry => `${entry.clusterName ?? 'default'}/${entry.serviceName ?? ''}`).join(', ');
    throw new errors/* SlipwayError */.GQ({
        code: 'wrong-deployment-group',
        fault: 'user',
        what: `The CodeDeploy deployment group ${name} deploys ${named === '' ? 'no service' : named} and not ${target.clusterName}/${target.serviceName}.`,
        next: 'Correct codedeploy-deployment-group, cluster or service.'
    });
}
async function explainConflict(id, deploymentGroup, codedeploy) {
    const info = await codedeploy.getDeployment(id).catch(() => undefined);
    const since = info?.createTime === undefined ? '' : `, created ${(0,time/* formatMoment */.K9)(info.createTime)}`;
    const state = info?.status === undefined ? '' : ` (${info.status}${since})`;
    return new errors/* SlipwayError */.GQ({
        code: 'deployment-active',
        fault: 'user',
        what: `The deployment ${id}${state} is active in ${deploymentGroup}; CodeDeploy allows one active deployment per group.`,
        next: 'Wait until it has ended or stop it; on-conflict: wait waits for it, on-conflict: replace stops it.'
    });
}

// EXTERNAL MODULE: ./lib/rollout/service.js
var rollout_service = __webpack_require__(8414);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/target.js




/**
 * Looks at what is to be rolled out to, without changing anything: the cluster, the service, its controller and, for
 * CodeDeploy, the application, the deployment group and a deployment that may be in the way.
 *
 * Rests on DescribeClusters (left out where it is not permitted: DescribeServices tells a missing cluster too),
 * DescribeServices, GetDeploymentGroup and ListDeployments.
 *
 * @throws SlipwayError one sentence on what is missing or in the way
 */
async function findTarget(rollout, ports) {
    const { cluster, service: wanted } = rollout;
    if (wanted === undefined) {
        throw new errors/* SlipwayError */.GQ({ code: 'no-service', fault: 'slipway', what: 'There is no service to look for.' });
    }
    const base = await (0,rollout_service/* findService */.L)(cluster, wanted, ports);
    const { service } = base;
    const controller = service.deploymentController?.type ?? 'ECS';
    if (controller === 'CODE_DEPLOY') {
        const found = await findDeploymentGroup(rollout, base, ports.codedeploy);
        return { ...base, ...found, controller, warnings: [...base.warnings, ...found.warnings] };
    }
    if (controller !== 'ECS')
        throw explainController(controller, base);
    const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
    const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY');
    return {
        ...base,
        controller,
        strategy,
        primary,
        warnings: [...base.warnings, ...warnOfDeployment(primary, rollout)]
    };
}
/** Of a controller that is neither ECS nor CODE_DEPLOY. */
function explainController(controller, target) {
    return new errors/* SlipwayError */.GQ({
        code: 'unsupported-controller',
        fault: 'user',
        what: `The service ${target.serviceName} has the deployment controller ${controller}, whose task sets another system makes; ` +
            'Slipway rolls out services with the controllers ECS and CODE_DEPLOY.',
        next: 'Roll it out with that system, or change its controller with UpdateService.'
    });
}
function warnOfDeployment(primary, { onConflict }) {
    if (primary?.rolloutState !== 'IN_PROGRESS')
        return [];
    const then = onConflict === 'wait' ? 'ours waits for its end (on-conflict: wait)' : 'ECS replaces it by ours';
    return [
        `The deployment ${primary.id ?? ''} of ${(0,arn/* resourceName */.Iy)(primary.taskDefinition ?? 'another revision')} is still in progress; ${then}.`
    ];
}


/***/ }),

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ retryTransient)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2165);



/**
 * Repeats a call that only looks, or that may safely take effect twice, while what goes wrong may pass.
 *
 * The calls that a watch makes are hardly repeated by the SDK, whose back-off reaches 20 s for one call: the watch looks again
 * itself. Where such a call is made once, and something hangs on it, this is around it.
 *
 * @throws what the last attempt was rejected with; Cancelled where the run is cancelled, Unanswered where an earlier attempt may have taken effect
 */
async function retryTransient(clock, call) {
    let unsure = false;
    const repeated = (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({
        clock,
        attempts: 8,
        pauses: { first: 500, factor: 2, longest: 4_000, jitter: 0.5 },
        isTransient: _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
        onFailure: error => {
            unsure ||= !(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error);
        }
    }, call);
    return repeated.catch((error) => {
        throw unsure ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .unanswered */ .bj)(error) : error;
    });
}


/***/ }),

/***/ 1850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ normalise)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);
/* harmony import */ var _text_tag_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8812);
/* harmony import */ var _unordered_lists_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7577);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7508);




/**
 * What ECS takes a member for where it is left out, and in part fills in when it registers: a describe output has `cpu: 0` and
 * `essential: true` that nobody wrote. One that says no more than this is left out.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html, API_PortMapping, API_HealthCheck, API_Volume,
 * API_EFSVolumeConfiguration, API_DockerVolumeConfiguration, API_Device, API_ContainerRestartPolicy, API_RegisterTaskDefinition.
 */
const DEFAULTS = {
    [_model_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_SHAPE */ .lK]: { networkMode: 'bridge', enableFaultInjection: false },
    ContainerDefinition: {
        cpu: 0,
        essential: true,
        versionConsistency: 'enabled',
        disableNetworking: false,
        privileged: false,
        readonlyRootFilesystem: false,
        interactive: false,
        pseudoTerminal: false
    },
    // In a bridge, 0 asks for any free port of the host, and so does leaving it out.
    PortMapping: { protocol: 'tcp', hostPort: 0 },
    HealthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
    ContainerRestartPolicy: { restartAttemptPeriod: 300 },
    MountPoint: { readOnly: false },
    VolumeFrom: { readOnly: false },
    LinuxParameters: { initProcessEnabled: false },
    // The permissions as they are sorted.
    Device: { permissions: ['mknod', 'read', 'write'] },
    Volume: { configuredAtLaunch: false },
    HostVolumeProperties: { sourcePath: '' },
    DockerVolumeConfiguration: { scope: 'task', autoprovision: false, driver: 'local' },
    EFSVolumeConfiguration: { rootDirectory: '/', transitEncryption: 'DISABLED' },
    EFSAuthorizationConfig: { iam: 'DISABLED' },
    S3FilesVolumeConfiguration: { rootDirectory: '/' },
    ProxyConfiguration: { type: 'APPMESH' },
    // A variable without a value is an empty one.
    KeyValuePair: { value: '' },
    Tag: { value: '' }
};
/** Fargate alone has a platform that is meant where none is said; on EC2 a platform is a constraint on the instances. */
const FARGATE_PLATFORM = { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' };
/**
 * A task definition without all that makes no difference to ECS: what only describes a revision, AWS's own tags (`aws:…`), nulls, empty
 * lists and objects, members that say what holds anyway. CPU and memory of the task are plain numbers, lists whose order means nothing
 * are sorted, and so are keys. Two that say the same come out the same.
 *
 * Members that the service model does not know stay as they are.
 *
 * @param definition RegisterTaskDefinition's input, or what DescribeTaskDefinition tells with its `tags` inside
 */
function normalise(definition) {
    const readOnly = new Set(_model_js__WEBPACK_IMPORTED_MODULE_2__/* .READ_ONLY_MEMBERS */ .QX);
    const settable = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .makeRecord */ .Uo)((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keysOf */ .YD)(definition).flatMap(key => (readOnly.has(key) ? [] : [[key, definition[key]]])));
    const required = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(settable, 'requiresCompatibilities');
    const mode = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(settable, 'networkMode');
    const context = {
        samePort: mode === 'awsvpc' || mode === 'host',
        fargate: Array.isArray(required) && required.length === 1 && required[0] === 'FARGATE'
    };
    const result = tidyStructure(settable, _model_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_SHAPE */ .lK, context);
    return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(result) ? result : {};
}
function tidy(value, shapeName, owner, member, context) {
    const shape = _model_js__WEBPACK_IMPORTED_MODULE_2__/* .SHAPES */ .HY[shapeName];
    if (Array.isArray(value)) {
        const inner = shape?.kind === 'list' ? shape.member : '';
        return tidyList(value.map(entry => tidy(entry, inner, '', '', context)), owner, member);
    }
    if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return tidyScalar(value, owner, member);
    if (shape?.kind === 'structure')
        return tidyStructure(value, shapeName, context);
    // A map, or what the model does not know.
    return compact((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keysOf */ .YD)(value).map(key => [key, tidy((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, key), '', '', '', context)]));
}
function tidyList(entries, owner, member) {
    const kept = entries.filter(entry => entry !== undefined);
    if (kept.length === 0)
        return undefined;
    const unordered = (0,_unordered_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .unorderedList */ .z)(owner, member);
    if (unordered === undefined)
        return kept;
    const sortable = kept.filter(entry => !isAmazonsTag(entry, owner, member));
    if (sortable.length === 0)
        return undefined;
    // Of two with one name the later counts, so they stay in their order.
    return sortable
        .map(entry => ({ entry, name: (0,_unordered_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .nameEntry */ .a)(entry, unordered) }))
        .sort((one, other) => compare(one.name, other.name))
        .map(({ entry }) => entry);
}
/** CloudFormation's and others' own tags: nobody may set them. */
function isAmazonsTag(entry, owner, member) {
    if (owner !== _model_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_SHAPE */ .lK || member !== 'tags' || !(0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(entry))
        return false;
    return (0,_text_tag_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .isReservedTagKey */ .i)((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(entry, 'key'));
}
function tidyStructure(value, shapeName, context) {
    const shape = _model_js__WEBPACK_IMPORTED_MODULE_2__/* .SHAPES */ .HY[shapeName];
    const members = shape?.kind === 'structure' ? shape.members : {};
    const entries = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keysOf */ .YD)(value).map(key => [key, tidy((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, key), (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(members, key), shapeName, key, context)]);
    const defaults = defaultsOf((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .makeRecord */ .Uo)(entries), shapeName, context);
    return compact(entries.filter(([key, member]) => !isSame(member, (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(defaults, key))));
}
/** What holds where the members are left out; some of it hangs on the others. */
function defaultsOf(value, shapeName, { samePort, fargate }) {
    const defaults = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(DEFAULTS, shapeName);
    switch (shapeName) {
        case 'PortMapping':
            return samePort && (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'hostPort') !== 0
                ? { ...defaults, hostPort: (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'containerPort') }
                : (defaults ?? {});
        case 'ContainerDefinition':
            // ECS writes that into the revision of a log router.
            return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'firelensConfiguration')) ? { ...defaults, user: '0' } : (defaults ?? {});
        case 'Device':
            return { ...defaults, containerPath: (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'hostPath') };
        case 'RuntimePlatform':
            return fargate ? FARGATE_PLATFORM : {};
        default:
            return defaults ?? {};
    }
}
/** Task sizes in plain numbers: `1 vCPU` is 1024 CPU units, `2 GB` is 2048 MiB. */
function tidyScalar(value, owner, member) {
    if (value === null)
        return undefined;
    if (typeof value !== 'string' || owner !== _model_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_SHAPE */ .lK || (member !== 'cpu' && member !== 'memory'))
        return value;
    const unit = member === 'cpu' ? 'vcpu' : 'gb';
    const [, number, said] = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/i.exec(value) ?? [];
    if (number === undefined || (said !== '' && said?.toLowerCase() !== unit))
        return value;
    return String(said === '' ? Number(number) : Number(number) * 1024);
}
/** The entries as an object with sorted keys; undefined where nothing is left. */
function compact(entries) {
    const kept = entries.filter(([, value]) => value !== undefined);
    if (kept.length === 0)
        return undefined;
    return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .makeRecord */ .Uo)([...kept].sort(([one], [other]) => compare(one, other)));
}
function isSame(value, other) {
    return other !== undefined && JSON.stringify(value) === JSON.stringify(other);
}
/** By code units: the same on every machine. */
function compare(one, other) {
    return one < other ? -1 : Number(one > other);
}


/***/ }),

/***/ 7577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nameEntry),
/* harmony export */   z: () => (/* binding */ unorderedList)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7508);


const named = (...keys) => ({ keys });
const valued = (key, value) => ({ keys: [key], value });
const TEXTS = { keys: [] };
/**
 * The lists of a task definition whose order means nothing to ECS, by structure and member; ECS itself answers some of them in another
 * order than it got them. In all others order counts: a command's words, files of variables (the first that has a name wins), DNS servers,
 * mount options.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
const UNORDERED = new Map([
    [`${_model_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_SHAPE */ .lK}.containerDefinitions`, named('name')],
    [`${_model_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_SHAPE */ .lK}.volumes`, named('name')],
    [`${_model_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_SHAPE */ .lK}.placementConstraints`, named('type', 'expression')],
    [`${_model_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_SHAPE */ .lK}.requiresCompatibilities`, TEXTS],
    [`${_model_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_SHAPE */ .lK}.tags`, valued('key', 'value')],
    [`${_model_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_SHAPE */ .lK}.inferenceAccelerators`, named('deviceName')],
    ['ContainerDefinition.links', TEXTS],
    ['ContainerDefinition.portMappings', named('containerPort', 'containerPortRange', 'protocol')],
    ['ContainerDefinition.environment', valued('name', 'value')],
    ['ContainerDefinition.secrets', valued('name', 'valueFrom')],
    ['ContainerDefinition.mountPoints', named('containerPath')],
    ['ContainerDefinition.volumesFrom', named('sourceContainer')],
    ['ContainerDefinition.dependsOn', valued('containerName', 'condition')],
    ['ContainerDefinition.extraHosts', named('hostname', 'ipAddress')],
    ['ContainerDefinition.dockerSecurityOptions', TEXTS],
    ['ContainerDefinition.ulimits', named('name')],
    ['ContainerDefinition.systemControls', valued('namespace', 'value')],
    ['ContainerDefinition.resourceRequirements', named('type')],
    ['ContainerDefinition.credentialSpecs', TEXTS],
    ['ContainerRestartPolicy.ignoredExitCodes', TEXTS],
    ['KernelCapabilities.add', TEXTS],
    ['KernelCapabilities.drop', TEXTS],
    ['LinuxParameters.devices', named('hostPath', 'containerPath')],
    ['LinuxParameters.tmpfs', named('containerPath')],
    ['Device.permissions', TEXTS],
    ['LogConfiguration.secretOptions', valued('name', 'valueFrom')],
    ['ProxyConfiguration.properties', valued('name', 'value')]
]);
/** How the entries of a member's list are told apart; undefined: their order means something, or it is no list that is known. */
function unorderedList(structure, member) {
    return UNORDERED.get(`${structure}.${member}`);
}
/** The name of an entry, as `web`, `8080/tcp`, `DB_PASSWORD`. */
function nameEntry(entry, { keys }) {
    if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(entry))
        return typeof entry === 'string' ? entry : JSON.stringify(entry);
    return keys
        .map(key => (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(entry, key))
        .filter(part => part !== undefined)
        .map(String)
        .join('/');
}


/***/ }),

/***/ 9738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ nameTags)
/* harmony export */ });
/** `the tag v1`, `the tags v1, latest`. */
function nameTags(tags) {
    return `the tag${tags.length === 1 ? '' : 's'} ${tags.join(', ')}`;
}


/***/ }),

/***/ 1814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a6: () => (/* binding */ NOT_SHOWN),
/* harmony export */   n0: () => (/* binding */ looksSecret),
/* harmony export */   s0: () => (/* binding */ hideSecrets)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);

/** Words in a name that say that its value is nobody's business. */
const SECRET_WORDS = new Set([
    ...['password', 'passwd', 'passphrase', 'pass', 'pwd', 'pw', 'pin', 'secret', 'secrets', 'token', 'tokens'],
    ...['key', 'keys', 'apikey', 'credential', 'credentials', 'creds', 'auth', 'authorization', 'bearer', 'jwt', 'pat'],
    ...['cookie', 'salt', 'pepper', 'dsn', 'webhook', 'sas', 'pem', 'otp']
]);
/** The same without a gap between the words: `DBPASSWORD`, `authtoken`. */
const SECRET_PARTS = /passw(or)?d|passphrase|secret|api_?key|access_?key|private_?key|token|credential|connection_?string/i;
/** Names whose values are long and random, and public. */
const PUBLIC_WORDS = /sha|commit|revision|version|digest|hash|build|trace/i;
/** How secrets are written: with a known beginning, inside a URL or a connection string, or as a key file. */
const SECRET_FORMS = [
    /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
    /[?&;,\s](password|passwd|pwd|token|secret|sig|signature|key|auth|accountkey|sharedaccesskey)=[^\s&;]/i,
    /^(password|passwd|pwd|token|secret|accountkey|sharedaccesskey)=/i,
    /-----BEGIN /,
    /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
    /\b(gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|npm_|pypi-|shpat_|dop_v1_|hvs\.)[\w-]{10}/,
    /\b[sr]k[_-](live|test|proj|ant)[\w-]{8}/,
    /\bAIza[\w-]{30}/,
    /\bSG\.[\w-]{16}/,
    /\beyJ[\w-]{8,}\.eyJ[\w-]{8}/,
    /hooks\.slack\.com\/(services|workflows)\//i,
    /\b(Basic|Bearer)\s+[\w+/.=-]{8}/
];
const HEXADECIMAL = /^[0-9a-f]{32,}$/i;
const BASE64 = /^[\w+/-]{24,}={0,2}$/;
/**
 * Whether a value is better not shown, by its name or by the way it is written. It errs on the safe side: what is hidden in vain is told
 * to have changed all the same. An empty value is no secret.
 */
function looksSecret(name, value) {
    return value !== '' && (isSecretName(name) || isSecretValue(value, name));
}
/** `DB_PASSWORD`, `apiKey`, `X-Auth-Token`. */
function isSecretName(name) {
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/);
    return SECRET_PARTS.test(name) || words.some(word => SECRET_WORDS.has(word));
}
/** @param name what the value is called; some random values are public, as that of GIT_SHA */
function isSecretValue(value, name = '') {
    if (SECRET_FORMS.some(form => form.test(value)))
        return true;
    if (PUBLIC_WORDS.test(name))
        return false;
    if (HEXADECIMAL.test(value))
        return true;
    return BASE64.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}
/** Stands for what is not told. */
const NOT_SHOWN = '(not shown)';
/** These name where something is kept, and are no secrets. */
const REFERENCES = new Set(['valueFrom', 'credentialsParameter', 'image']);
/**
 * A value as it may be told: without what looks like a secret, by its name (that of a member, or of an entry that is a name and a value)
 * or by the way it is written; in a list of words also what follows `--password`.
 *
 * @param name what the value is called
 * @param member the member that holds it, where that is something else
 */
function hideSecrets(value, name = '', member = name) {
    if (typeof value === 'string') {
        const isReference = REFERENCES.has(member) || /Arns?$/.test(member);
        return !isReference && looksSecret(name, value) ? NOT_SHOWN : value;
    }
    if (Array.isArray(value))
        return hideWords(value, name);
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return value;
    const called = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'name') ?? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'key');
    return Object.fromEntries((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keysOf */ .YD)(value).map(key => {
        const ownName = key === 'key' ? '' : key;
        const isNamed = key === 'value' && typeof called === 'string';
        return [key, hideSecrets(value[key], isNamed ? called : ownName, key)];
    }));
}
/** The words of a command line: `--password=x`, `PASSWORD=x` and what follows `--password` are kept back. */
function hideWords(words, name) {
    return words.map((word, index) => {
        if (typeof word !== 'string')
            return hideSecrets(word, name);
        const before = words[index - 1];
        if (typeof before === 'string' && /^--?[\w-]+$/.test(before) && isSecretName(before) && !word.startsWith('-')) {
            return NOT_SHOWN;
        }
        const [, flag] = /^((?:--?)?[\w-]+=)./.exec(word) ?? [];
        if (flag !== undefined && isSecretName(flag))
            return `${flag}${NOT_SHOWN}`;
        return [word, ...word.split(/\s+/)].some(part => isSecretValue(part)) ? NOT_SHOWN : word;
    });
}


/***/ }),

/***/ 3253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ adviseOnRegistry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** The policies of the caller's own account: where these refuse, the registry's account has nothing to add. */
const OF_THE_CALLER = /identity-based policy|permissions boundary|session policy|service control policy/;
const REFUSAL = /User: (?<caller>arn:(?<partition>[a-z-]+):(?:iam|sts)::(?<own>\d{12}):\S+) is not authorized to perform: (?<action>ecr:\w+) on resource: arn:[a-z-]+:ecr:(?<region>[\w-]+):(?<owner>\d{12}):repository\/(?<repository>[^\s"]+)/;
/**
 * Names the policy that lacks a statement where another account's registry refuses: its own API and, by Docker's words, the registry that is
 * pushed to (IAM user guide, "Cross-account policy evaluation logic"; ECR user guide, "Private repository policies"). Any other error as it is.
 */
function adviseOnRegistry(error) {
    const { caller = '', partition, own, action, region, owner, repository } = REFUSAL.exec(error.what)?.groups ?? {};
    if (owner === undefined || owner === own || OF_THE_CALLER.test(error.what))
        return error;
    const role = /:assumed-role\/([^/]+)\//.exec(caller)?.[1];
    const principal = role === undefined ? caller : `arn:${partition ?? 'aws'}:iam::${own ?? ''}:role/${role}`;
    const creates = action === 'ecr:CreateRepository';
    const statement = JSON.stringify({
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: action,
        ...(creates
            ? { Resource: `arn:${partition ?? 'aws'}:ecr:${region ?? ''}:${owner}:repository/${repository ?? ''}` }
            : {})
    });
    const whose = creates
        ? `the policy of the registry ${owner} in ${region ?? ''}`
        : `the policy of the repository ${repository ?? ''} in the account ${owner} (${region ?? ''})`;
    const file = creates ? 'registry-policy.json' : 'repository-policy.json';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: error.code,
        fault: 'user',
        what: error.what,
        next: `Another account's registry decides by its own policy too: ${whose} lacks ${statement}. slipway generate iam writes it whole, as ${file}; the role of this run needs ${action ?? ''} there as well.`,
        cause: error.cause
    });
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** As in package.json; a test holds the two together. */
const VERSION = '0.1.0';


/***/ })

};
