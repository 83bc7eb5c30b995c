export const id = 1328;
export const ids = [1328];
export const modules = {

/***/ 1328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearse: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/emulator/cloud.js + 145 modules
var emulator_cloud = __webpack_require__(4927);
;// CONCATENATED MODULE: ./lib/emulator/runner/workflow-commands.js
const SHOWN = {
    group: 'title',
    endgroup: 'end',
    warning: 'warning',
    error: 'error',
    notice: 'text'
};
/**
 * Reads a line as GitHub's runner does: workflow commands (`::group::Build`, `::error file=a.json,line=3::…`) are carried out, all else is text.
 * Source: GitHub's documentation, "Workflow commands for GitHub Actions".
 */
function readCommandLine(line) {
    const command = /^::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
    if (command === null)
        return { kind: 'text', text: line };
    const [, name = '', properties = '', data = ''] = command;
    const kind = SHOWN[name];
    if (kind === undefined)
        return { kind: 'hidden', text: '' };
    const place = describePlace(properties);
    return { kind, text: place === '' ? unescapeData(data) : `${place} ${unescapeData(data)}` };
}
function describePlace(properties) {
    const values = new Map(properties.split(',').map(entry => {
        const at = entry.indexOf('=');
        return [entry.slice(0, at), unescapeData(entry.slice(at + 1))];
    }));
    const file = values.get('file');
    if (file === undefined)
        return '';
    return `${[file, values.get('line'), values.get('col')].filter(part => part !== undefined).join(':')}:`;
}
function unescapeData(text) {
    return text
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%');
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./lib/emulator/runner/actions-runner.js





/** Runs an Action's bundle as GitHub's runner does: `INPUT_…`, the command files, main, then post with the saved state. */
async function runAction(run) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'slipway-runner-'));
    try {
        const files = Object.fromEntries(['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'].map(name => [`GITHUB_${name}`, (0,external_node_path_.join)(folder, name)]));
        await Promise.all(Object.values(files).map(path => (0,promises_.writeFile)(path, '')));
        const env = stepEnvironment(run, folder, files);
        const main = await runStep(run, run.bundle, env, run.onStart);
        await run.onMainEnd?.();
        const state = parseCommandFile(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'STATE'), 'utf8'));
        const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
        const hasPost = run.post !== undefined && (run.needsPost?.(state) ?? true);
        const post = hasPost ? await runStep(run, run.post, { ...env, ...saved }, run.onPostStart) : undefined;
        return {
            exitCode: main.exitCode,
            signal: main.signal,
            postExitCode: post?.exitCode ?? null,
            outputs: parseCommandFile(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'OUTPUT'), 'utf8')),
            state,
            summary: await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'STEP_SUMMARY'), 'utf8'),
            log: main.log + (post?.log ?? ''),
            postLog: post?.log ?? '',
            endedAt: main.endedAt
        };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/**
 * The environment of a step, as GitHub's runner makes it.
 *
 * @param folder the runner's temporary folder
 * @param files the command files, by the variables that name them
 */
function stepEnvironment(run, folder, files) {
    return withoutUndefined({
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        ...runnerVariables(run, folder),
        ...files,
        ...Object.fromEntries(Object.entries(run.inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])),
        ...run.env
    });
}
function runnerVariables(run, folder) {
    return {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: run.workspace,
        GITHUB_SHA: run.sha,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_REF_NAME: 'main',
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REPOSITORY: 'example/shop',
        GITHUB_REPOSITORY_OWNER: 'example',
        GITHUB_RUN_ID: '1',
        GITHUB_RUN_NUMBER: '1',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_WORKFLOW: 'deploy',
        GITHUB_JOB: 'deploy',
        GITHUB_ACTOR: 'octocat',
        GITHUB_SERVER_URL: 'https://github.com',
        RUNNER_TEMP: folder,
        RUNNER_OS: 'Linux'
    };
}
function runStep(run, program, env, onStart) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(run.node ?? process.execPath, [program], {
            cwd: run.workspace,
            env,
            stdio: ['ignore', 'pipe', 'pipe']
        });
        let log = '';
        for (const stream of ['stdout', 'stderr']) {
            (0,external_node_readline_.createInterface)({ input: child[stream] }).on('line', line => {
                log += `${line}\n`;
                run.onLine?.(line, stream);
            });
        }
        let endedAt = 0;
        child.on('exit', () => (endedAt = Date.now()));
        child.on('error', reject);
        child.on('close', (exitCode, signal) => resolve({ exitCode, signal, log, endedAt }));
        onStart?.(signal => void child.kill(signal));
    });
}
/** Reads `name=value` and `name<<delimiter` entries, as the runner does; of two entries of one name the later one counts. */
function parseCommandFile(text) {
    const entries = {};
    const lines = text.split(/\r?\n/);
    for (let index = 0; index < lines.length; index += 1) {
        const line = lines[index] ?? '';
        const block = /^([^=]+?)<<(.+)$/.exec(line);
        if (block !== null) {
            const end = lines.indexOf(block[2] ?? '', index + 1);
            entries[block[1] ?? ''] = lines.slice(index + 1, end).join('\n');
            index = end;
        }
        else if (line.includes('=')) {
            entries[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
        }
    }
    return entries;
}
function withoutUndefined(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}

// EXTERNAL MODULE: ./lib/commands/container-tasks.js + 11 modules
var container_tasks = __webpack_require__(6499);
// EXTERNAL MODULE: ./lib/commands/rehearsal-setup.js + 4 modules
var rehearsal_setup = __webpack_require__(2032);
// EXTERNAL MODULE: ./lib/text/time.js
var time = __webpack_require__(1042);
;// CONCATENATED MODULE: ./lib/commands/rehearse.js










/**
 * `slipway rehearse`: runs the very bundle of the Action, as GitHub runs it, against the built-in AWS. Resolves with the exit code: 0 where
 * every job ended as it should.
 *
 * @throws ProblemsError where the project's settings or files are wrong; SlipwayError where there is no such project;
 * the signal's reason when it fires
 */
async function rehearse(settings) {
    const started = Date.now();
    const jobs = await listJobs(settings);
    const anchor = Date.now();
    const backstage = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'slipway-rehearsal-'));
    const cloud = await (0,emulator_cloud/* startCloud */.S)({ scale: settings.scale, anchor, secret: (0,external_node_crypto_.randomBytes)(16).toString('hex') });
    try {
        const engine = await (0,rehearsal_setup/* findEngine */.GO)(settings.processes);
        const standIn = engine === undefined ? await (0,rehearsal_setup/* makeStandIn */.wS)(backstage, settings.program) : undefined;
        await (0,container_tasks/* runRealContainers */.o)(cloud, settings.containers, engine);
        settings.write(introduce(settings, engine));
        const setup = { cloud, standIn, backstage };
        const wrong = [];
        for (const [index, job] of jobs.entries()) {
            settings.write(`\n${settings.paint(1, `${index + 1}/${jobs.length}  ${job.title}`)}\n\n`);
            const outcome = await runJob(job, settings, setup);
            settings.signal.throwIfAborted();
            if (!isExpected(job, outcome))
                wrong.push(`${job.name} ended ${outcome}, and not ${job.expected}`);
        }
        settings.write(conclude(settings, jobs, wrong, Date.now() - started));
        return wrong.length === 0 ? 0 : 1;
    }
    finally {
        await cloud.containers?.close();
        await removeImages(new URL(cloud.endpoint).host, settings.processes);
        await cloud.close();
        await (0,promises_.rm)(backstage, { recursive: true, force: true });
    }
}
/** The images that the engine has built for a registry that is gone now. */
async function removeImages(host, processes) {
    const list = ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}'];
    const listed = await processes.run('docker', list).catch(() => undefined);
    const images = (listed?.stdout ?? '').split('\n').filter(image => image.startsWith(`${host}/`));
    if (images.length > 0)
        await processes.run('docker', ['image', 'rm', ...images]);
}
async function listJobs({ project, given, program }) {
    const examples = (0,rehearsal_setup/* examplesOf */.Li)(program);
    if (project !== undefined) {
        const folder = await (0,rehearsal_setup/* findProject */.t1)(project, program);
        return [{ title: `Rehearsing ${project}`, name: (0,external_node_path_.basename)(folder), folder, given, expected: 'succeeded' }];
    }
    const rolling = (0,external_node_path_.join)(examples, 'rolling');
    return [
        { title: 'A rolling update', name: 'rolling', folder: rolling, given, expected: 'succeeded' },
        {
            title: 'A blue/green deployment with CodeDeploy',
            name: 'blue-green',
            folder: (0,external_node_path_.join)(examples, 'blue-green'),
            given: { environment: 'dev', ...given },
            expected: 'succeeded'
        },
        {
            title: 'A version that crashes at start: this one has to end red, and say why',
            name: 'crash',
            folder: rolling,
            given: { ...given, 'environment-variables': 'SLIPWAY_REHEARSAL=crash' },
            expected: 'rolled-back',
            sameStage: true
        }
    ];
}
async function runJob(job, settings, setup) {
    const { cloud } = setup;
    const sha = (0,external_node_crypto_.createHash)('sha1').update(job.name).digest('hex');
    if (job.sameStage !== true) {
        const stages = await (0,rehearsal_setup/* seedProject */.Bm)({ ...job, backstage: setup.backstage, environment: settings.environment }, cloud);
        await (0,container_tasks/* checkContainers */.h)(cloud, stages, settings.containers);
        settings.write((0,rehearsal_setup/* describeSeed */.jv)(stages));
    }
    const output = (0,external_node_path_.join)(settings.output, job.name);
    const started = Date.now();
    const result = await runAction({
        bundle: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(settings.program), '..', 'index.js'),
        post: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(settings.program), '..', 'post.js'),
        inputs: { ...job.given, 'artifacts-directory': (0,external_node_path_.resolve)(output) },
        env: {
            ...(0,rehearsal_setup/* leaveJob */.bu)(settings.environment),
            ...(setup.standIn === undefined ? {} : (0,rehearsal_setup/* standInVariables */.fj)(setup.standIn, settings.environment)),
            ...(0,rehearsal_setup/* cloudVariables */.ze)(cloud, settings.environment)
        },
        workspace: job.folder,
        sha,
        onLine: showLines(settings)
    });
    return reportResult(job, result, Date.now() - started, settings);
}
/** Prints the lines of a step as a person wants to read them: what is in a group stands under its title. */
function showLines({ write, paint }) {
    let indent = '';
    return line => {
        const { kind, text } = readCommandLine(line);
        const say = (mark, colour) => text.split('\n').forEach((each, index) => write(`${paint(colour, `${index === 0 ? mark : ' '} ${each}`)}\n`));
        if (kind === 'title')
            write(`${paint(1, `▸ ${text}`)}\n`);
        if (kind === 'title')
            indent = '  ';
        if (kind === 'end')
            indent = '';
        if (kind === 'error')
            say('✗', 31);
        if (kind === 'warning')
            say('!', 33);
        if (kind === 'text' && text.trim() !== '')
            write(`${indent}${text}\n`);
    };
}
function reportResult(job, result, took, { write, paint }) {
    const outcome = result.outputs['outcome'] ?? 'failed';
    const right = isExpected(job, outcome) && result.postExitCode === 0;
    const colour = result.exitCode === 0 ? 'green' : 'red';
    const verdict = `${right ? '✓' : '✗'} ${outcome}: the step is ${colour}${right && colour === 'red' ? ', as it has to be' : ''}.`;
    write(`${paint(right ? 32 : 31, verdict)} It took ${(0,time/* formatDuration */.a3)(took)}.\n`);
    if (outcome === 'paused')
        write(explainPause(result.outputs['deployment'] ?? ''));
    return result.postExitCode === 0 ? outcome : `${outcome} (and left something behind)`;
}
/** A run only ends as paused where its settings say `wait-for: paused`. */
function isExpected({ expected }, outcome) {
    return outcome === expected || (expected === 'succeeded' && outcome === 'paused');
}
function explainPause(deployments) {
    const commands = deployments.split('\n').map(each => `  slipway continue ${each}\n`);
    return `It waits for approval (wait-for: paused). Against AWS, this lets it go on, and --rollback takes it back:
${commands.join('')}This rehearsal ends here. To continue it too, rehearse in a shell: slipway cloud . -- sh
`;
}
function introduce(settings, engine) {
    const docker = engine === undefined
        ? 'There is no Docker engine here: nothing is built, a stand-in image is pushed in place of yours.'
        : `Docker ${engine}: images are really built, and pushed to the registry of the built-in AWS.`;
    const tasks = settings.containers.wanted
        ? 'The tasks of what is shipped really run, as containers of that engine. What a secret holds is not read: it is "rehearsal", or what --container-env says.\n'
        : '';
    return `The AWS of this rehearsal is built in and needs no account; its time runs ${settings.scale} times as fast.\n${docker}\n${tasks}`;
}
function conclude(settings, jobs, wrong, took) {
    const verdict = wrong.length === 0
        ? settings.paint(32, jobs.length === 1 ? 'It ended as expected' : `All ${jobs.length} ended as expected`)
        : settings.paint(31, `${wrong.join('; ')}: not as it should`);
    const folders = jobs.map(job => `  ${(0,external_node_path_.relative)('.', (0,external_node_path_.join)(settings.output, job.name)) || '.'}\n`).join('');
    const next = settings.project === undefined ? NEXT : '';
    return `\n${verdict}, in ${(0,time/* formatDuration */.a3)(took)}. The files to look at are in:\n${folders}${next}`;
}
/** Behind the three jobs that show what Slipway does. */
const NEXT = `
Next, in the folder of your own project:
  slipway rehearse .   the same with its slipway.yml
  slipway init         writes that file, from a service that runs
`;


/***/ })

};
