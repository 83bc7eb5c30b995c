export const id = 922;
export const ids = [922,411];
export const modules = {

/***/ 4922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHelp: () => (/* binding */ renderHelp)
});

// EXTERNAL MODULE: ./lib/text/words.js
var words = __webpack_require__(8810);
// EXTERNAL MODULE: ./lib/config/option.js
var config_option = __webpack_require__(705);
// EXTERNAL MODULE: ./lib/config/options.js + 6 modules
var options = __webpack_require__(1422);
// EXTERNAL MODULE: ./lib/config/values.js + 2 modules
var values = __webpack_require__(7186);
;// CONCATENATED MODULE: ./lib/config/wording.js




/** The settings of each group in the table's order, groups in theirs. */
function groupOptions() {
    return Object.keys(config_option/* GROUPS */.fd).map(group => ({
        title: config_option/* GROUPS */.fd[group],
        options: options/* OPTIONS */.lw.filter(option => option.group === group)
    }));
}
/** What a setting takes, in one sentence; empty for any text. */
function describeValues(option) {
    switch (option.kind) {
        case 'boolean':
            return '`true` or `false`.';
        case 'integer':
            return `${capitalize((0,values/* describeRange */.p)(option))}.`;
        case 'enum':
            return `One of ${(0,words/* listNames */.Zv)(option.values.map(value => `\`${value}\``), 'or')}.`;
        case 'list':
            return option.separator === 'comma' ? 'One a line, or separated by commas.' : 'One a line.';
        case 'pairs':
            return '`NAME=value`, one a line.';
        case 'objects':
            return 'A list in YAML.';
        case 'string':
        case 'words':
            return '';
    }
}
/** The default for people: `3600`, `what AWS does`; empty where there is none. */
function describeDefault(option) {
    return option.defaultText ?? (option.default === undefined ? '' : `\`${option.default}\``);
}
/** All that is to be said of a setting, on one line. */
function describeOption(option) {
    const byDefault = describeDefault(option);
    return [
        option.help,
        describeValues(option),
        option.env === undefined ? '' : `Where it is not set, ${(0,words/* listNames */.Zv)(option.env, 'or')} counts.`,
        byDefault === '' ? '' : `Default: ${byDefault}.`
    ]
        .filter(sentence => sentence !== '')
        .join(' ');
}
/** `The same as appspec.`; for a name with values of its own what they mean. */
function describeAlias(option, alias) {
    if (alias.values === undefined)
        return `The same as \`${option.name}\`.`;
    return `\`true\` is \`${option.name}: ${alias.values.true}\`, \`false\` is \`${option.name}: ${alias.values.false}\`.`;
}
/** The other names that inputs and flags know. */
function commonAliases(option) {
    return (0,options/* aliasesOf */.QI)(option).filter(alias => alias.only === undefined);
}
function capitalize(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/config/help.js


/**
 * The settings as `--help` tells them: by group, one flag a paragraph, no line longer than `width` columns (a word that
 * is longer stays whole). Ends with a line feed.
 */
function renderSettingsHelp(width = 96) {
    return groupOptions()
        .map(({ title, options }) => `${title}\n\n${options.map(option => renderFlag(option, width)).join('\n')}\n`)
        .join('\n');
}
function renderFlag(option, width) {
    const aliases = commonAliases(option).flatMap(alias => [
        `  --${alias.name}${alias.values === undefined ? '' : ' true|false'}`,
        ...(0,words/* wrap */.LV)(describeAlias(option, alias), width, '      ')
    ]);
    return [
        `  --${option.name} ${placeholder(option)}`,
        ...(0,words/* wrap */.LV)(describeOption(option), width, '      '),
        ...aliases
    ].join('\n');
}
function placeholder(option) {
    switch (option.kind) {
        case 'boolean':
            return 'true|false';
        case 'integer':
            return `<${option.unit}>`;
        case 'enum':
            return option.values.length > 5 ? '<name>' : option.values.join('|');
        case 'list':
            return option.separator === 'comma' ? '<a,b,…>' : '<lines>';
        case 'words':
            return '<words>';
        case 'pairs':
            return '<NAME=value>';
        case 'objects':
            return '<YAML>';
        case 'string':
            return '<text>';
    }
}

// EXTERNAL MODULE: ./lib/pipeline/flags.js
var pipeline_flags = __webpack_require__(2117);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/commands/manual.js
const AS_OF_REHEARSE = [
    [
        '--with-containers',
        'run the tasks of what is shipped as containers of the Docker engine here, from their task definition: environment, command, ports, volumes, health checks, dependsOn; a crash has its real last words'
    ],
    ['--container-env=FILE', 'NAME=value lines with what variables and secrets are in those containers']
];
const MANUAL = {
    ship: {
        usage: '[--setting=value …]',
        says: [
            'Builds, pushes, writes the four files, registers and deploys, as the Action does, follows the deployment to its end, and prints the outputs as name=value.'
        ],
        flags: [['--json', 'the outputs as JSON on standard output; what is told meanwhile goes to standard error']],
        settings: 'all',
        examples: [
            ['slipway ship', 'what slipway.yml says'],
            ['slipway ship --environment=prod', 'with what it says of prod'],
            ['slipway ship --image=nginx:1.29', 'an image that is there: nothing is built']
        ]
    },
    plan: {
        usage: '[--setting=value …]',
        says: [
            "Tells what ship would do with the same settings, and does nothing of it: the images, the task definition against what runs (AWS's defaults and orders are no differences; what looks like a secret is not shown), the files against those that are there, the AppSpec, the calls with what they would be sent, and the IAM actions that they need.",
            'Reads only; no Docker is needed. What ship would refuse is an error here. As an input of the Action: dry-run: true.'
        ],
        flags: [
            ['--json', 'the plan as JSON, on standard output'],
            ['--output=FILE', 'a file for the plan: .md for Markdown, .json for JSON, else text']
        ],
        settings: 'as of ship',
        examples: [
            ['slipway plan --environment=prod', 'what a deployment of prod would change'],
            ['slipway plan --output=plan.md', 'the same, for a pull request']
        ]
    },
    diff: {
        usage: '[--setting=value …]',
        says: [
            'Tells what differs between the task definition, with the settings in it, and the one that runs; nothing where they say the same. Reads only.'
        ],
        flags: [['--json', 'the differences as JSON']],
        settings: 'as of ship',
        examples: [['slipway diff --environment=prod', 'has anybody changed it by hand?']],
        exitCodes: '0 nothing differs, 1 something does, 2 it could not be found out: those of diff.'
    },
    status: {
        usage: '[--cluster=NAME] [--service=NAME] [--setting=value …]',
        says: [
            "Tells of a service what runs: its deployments (ECS's or CodeDeploy's), its tasks, those that stopped, and its last events. With services in slipway.yml and no --service, of each of them. Nothing is changed."
        ],
        flags: [['--json', "a list with an object for each service, in AWS's own names and values"]],
        settings: 'as of ship',
        examples: [
            ['slipway status', 'the services of slipway.yml'],
            ['slipway status --cluster=shop --service=web --region=eu-west-1', 'any service: no file is needed']
        ]
    },
    rollback: {
        usage: '[--to=FAMILY:REVISION] [--setting=value …]',
        says: [
            'Goes back to the version that was live before, and follows that to its end. A deployment that is under way is stopped with a rollback, whoever started it. Else the last revision that was deployed with success and is not the one that runs now is deployed again: a second rollback goes forth again. With CodeDeploy its AppSpec is sent as it was.',
            'Ctrl-C ends the command only: the rollback goes on.'
        ],
        flags: [
            ['--to=FAMILY:REVISION', 'the revision to go to, where it is not the one before'],
            ['--json', 'the outputs as JSON on standard output; what is told meanwhile goes to standard error']
        ],
        settings: 'as of ship',
        examples: [
            ['slipway rollback', 'the service of slipway.yml'],
            ['slipway rollback --cluster=shop --service=web --to=shop-web:41', 'to the revision that you name']
        ],
        exitCodes: '0 means that the earlier version is what runs; the others are those of ship.'
    },
    rehearse: {
        usage: '[EXAMPLE or FOLDER] [--setting=value …]',
        says: [
            "Runs the Action's own bundle, as GitHub runs it, against the built-in AWS. The stage (cluster, service with an earlier version, repositories, CodeDeploy) is set from the project's own slipway.yml and files. Without a name it runs three jobs: a rolling update, a blue/green deployment, and a version that crashes at start."
        ],
        flags: [
            ['--output=FOLDER', 'where the four files are left, one folder a job; slipway-rehearsal by default'],
            ['--scale=20', 'how many times as fast as the world the built-in AWS is; 4 with containers'],
            ...AS_OF_REHEARSE
        ],
        settings: 'as of ship',
        examples: [
            ['slipway rehearse', 'the three jobs'],
            ['slipway rehearse . --environment=dev', 'your own project'],
            ['slipway rehearse . --environment-variables=SLIPWAY_REHEARSAL=crash', 'and how it would fail']
        ],
        exitCodes: '0 where each job ended as it should, else 1.'
    },
    cloud: {
        usage: '[EXAMPLE or FOLDER] [--port=4566] [-- COMMAND …]',
        says: [
            'Serves the built-in AWS on 127.0.0.1: ECS, ECR with a registry to push to, CodeDeploy, STS and CloudWatch Logs, as far as Slipway and the AWS CLI need them for this; any other operation is answered with UnknownOperationException. It takes any credentials and checks no signature. With a folder that has a slipway.yml its service is there, with an earlier version.',
            "With a command behind -- it serves for as long as that runs, on a free port, and ends with its exit code. The command's environment has the endpoint, credentials and GitHub's OIDC token, so the workflow itself runs there, by act."
        ],
        flags: [
            ['--port=4566', '0 takes any that is free'],
            ['--scale=1', 'how many times as fast as the world its time runs'],
            ...AS_OF_REHEARSE
        ],
        settings: 'as of ship',
        examples: [
            ['slipway cloud --port=4566', 'for the AWS CLI: it prints the export lines'],
            ['slipway cloud . --scale=20 -- act push -P ubuntu-latest=-self-hosted', 'your workflow, on this machine']
        ]
    },
    generate: {
        usage: 'buildspec|pipeline|workflow|iam|all [--setting=value …]',
        says: [
            "Writes from the project's settings and files what else can ship it, in this folder. Settings are best in slipway.yml."
        ],
        flags: [
            [
                'buildspec',
                'buildspec.yml for CodeBuild (dev.buildspec.yml for --environment=dev): the same build, tags and push, and the same four files, byte for byte. Its reports and cache are kept when it is made again'
            ],
            ['pipeline', 'pipeline.yml: CodePipeline around it as a CloudFormation template'],
            [
                'workflow',
                '.github/workflows/deploy.yml: a GitHub workflow that ships with this Action. An environment is in its name, and where the settings are: dev.deploy-services-api.yml'
            ],
            ['iam', 'iam/*.json: the least policies for these settings, and whom they trust'],
            ['all', 'all of it'],
            ['--check', 'write nothing: the exit code is 1 where a file is missing or is not as it would be written'],
            ['--output=FOLDER', 'the folder for the files; the workflow of all stays in .github/workflows'],
            ['--output=FILE.yml', 'of a workflow alone: its file'],
            ['--force', 'replace files that Slipway did not make, or made for another project']
        ],
        settings: 'as of ship',
        examples: [
            ['slipway generate iam --github-repository=shop/web', 'the role for a workflow of shop/web'],
            ['slipway generate all --check', 'in CI: is all of it up to date?']
        ],
        exitCodes: '0 written or up to date, 1 out of date (--check), 2 wrong settings or files.'
    },
    check: {
        usage: '[FILE…] [--setting=value …]',
        says: [
            'Finds mistakes before anything is built or changed, without asking AWS: what a run checks first, and more. Without files it checks slipway.yml under each of its environments, the task definitions, AppSpecs and Dockerfiles that the settings name, and the buildspecs beside them; without slipway.yml the files by their usual names. Neither region nor service is needed. With files it checks those, each by its kind, and AppSpecs against the one task definition among them.',
            'One line each: file:line:column: severity rule: path: what is wrong, and what would be right. docs/rules.md lists the rules. In a GitHub workflow each is an annotation on its line too.'
        ],
        flags: [
            ['--environment=NAME', "one of slipway.yml's environments; without it all of them"],
            [
                '--deploy-provider=NAME',
                "ECS or CodeDeployToECS, the provider of the pipeline's deploy action: a buildspec's artifacts are held to it"
            ],
            ['--json', 'for programs']
        ],
        settings: 'as of ship',
        examples: [
            ['slipway check', 'everything that slipway.yml names'],
            ['slipway check taskdefinition.json appspec.yml', 'these two, and whether they fit together']
        ],
        exitCodes: '0 no errors (warnings may be), 2 errors.'
    },
    init: {
        usage: '--cluster=NAME --service=NAME [--service=NAME …]',
        says: [
            'Looks at services that run and writes the files that say what they run: slipway.yml, the task definition of each without what ECS filled in, and the AppSpec of those that CodeDeploy deploys, with their deployment group. Nothing at AWS is changed.',
            'slipway plan tells afterwards what a run would change: nothing but the image that it builds.'
        ],
        flags: [
            ['--cluster=NAME', 'the cluster of all of them'],
            ['--service=NAME', 'as often as there are services; with several, their files begin with their names'],
            ['--region=REGION', 'else AWS_REGION'],
            ['--output=FOLDER', 'the folder for the files'],
            ['--force', 'replace files that are there'],
            ['--dry-run', 'print the files and write none'],
            ['--workflow', 'a GitHub workflow too'],
            ['--branch=NAME', 'the branch whose pushes it ships (default: main)'],
            ['--uses=OWNER/REPOSITORY@REF', 'how it names Slipway']
        ],
        settings: 'none',
        examples: [
            ['slipway init --cluster=shop --service=web --region=eu-west-1 --workflow', 'the files of a service that runs']
        ]
    },
    render: {
        usage: '[--image=IMAGE] [--setting=value …]',
        says: [
            'Writes imagedefinitions.json, imageDetail.json, taskdefinition.json and appspec.yml as a run with these settings would, without building, pushing or changing anything. AWS is asked (with your credentials, reading only) where there is no other way: for a task definition that is no file, for the registry of a repository, and for an AppSpec made from the service.'
        ],
        flags: [
            ['--image=IMAGE', 'the image, where it is not that of repository and tags'],
            ['--registry=HOST', 'where the repository is, or an account: then ECR is not asked'],
            ['--aws', 'ask AWS in any case: for the digest of an image, and for an AppSpec made from the service'],
            ['--output=FOLDER', 'the folder for the files, in place of artifacts-directory'],
            ['--file=NAME', 'print this one and write none']
        ],
        settings: 'as of ship',
        examples: [
            ['slipway render --image=nginx:1.29', 'all that there are'],
            ['slipway render --image=nginx:1.29 --file=taskdefinition.json', 'one, on standard output']
        ]
    },
    import: {
        usage: 'buildspec FILE',
        says: [
            'Reads a buildspec, without running it, and writes the slipway.yml that it amounts to: what it builds, tags and pushes, and the files that it hands to the deploy stage. What settings cannot say is told by line. A variable of the CodeBuild project gets a placeholder and a comment, unless --variable says its value.'
        ],
        flags: [
            ['--output=FILE', 'where to write it; without it slipway.yml goes to standard output'],
            ['--variable=NAME=value', 'a variable of the CodeBuild project, as often as needed'],
            ['--region=REGION', 'where the buildspec takes the region from its environment'],
            ['--force', 'replace a file that is there']
        ],
        settings: 'none',
        examples: [
            ['slipway import buildspec buildspec.yml', 'have a look'],
            ['slipway import buildspec buildspec.yml --output=slipway.yml --variable=STAGE=dev', 'and keep it']
        ]
    },
    completion: {
        usage: 'bash|zsh',
        says: [
            'Prints what makes the shell complete the commands of slipway, their flags and the values of those that have a few.'
        ],
        settings: 'none',
        examples: [
            ['source <(slipway completion bash)', 'in ~/.bashrc'],
            ['source <(slipway completion zsh)', 'in ~/.zshrc']
        ]
    },
    help: {
        usage: '[COMMAND]',
        says: ['Tells what a command does, its flags, and how it is typed. slipway COMMAND --help is the same.'],
        settings: 'none',
        examples: [['slipway help ship', 'every setting']]
    },
    version: {
        usage: '',
        says: ["Prints Slipway's version, and that of Node."],
        settings: 'none',
        examples: [['slipway version', '']]
    }
};

;// CONCATENATED MODULE: ./lib/commands/help.js





/** What fits on every terminal, and into half of a wide one. */
const WIDTH = 80;
const CHAPTERS = [
    ['Look first', ['rehearse', 'check', 'plan', 'diff', 'render']],
    ['Deploy', ['ship', 'status', 'rollback']],
    ['Begin, or come from elsewhere', ['init', 'import', 'generate']],
    ['More', ['cloud', 'completion', 'help', 'version']]
];
function renderOverview(commands) {
    const chapters = CHAPTERS.map(([title, names]) => [
        title,
        ...names.map(name => `  ${name.padEnd(12)}${commands.find(command => command.name === name)?.says ?? ''}`)
    ].join('\n'));
    return `slipway ${version.VERSION}: ships a container to Amazon ECS, and tells you the
truth about how that went.

${chapters.join('\n\n')}

Begin with     slipway rehearse
All settings   slipway help ship

Settings come from flags, from slipway.yml in this folder, and from AWS's own
environment variables, in this order.
Exit codes: 0 done, 1 failed, 2 wrong use, 3 rolled back, 4 timed out,
5 superseded, 6 cancelled.
`;
}
function renderPage(name, page) {
    const flags = [
        ...(page.flags ?? []),
        ...(name === 'generate' ? pipeline_flags/* PIPELINE_FLAGS */.Z.map(flag => [`--${flag.name}`, flag.help]) : [])
    ];
    return [
        `slipway ${name} ${page.usage}`.trim(),
        ...page.says.map(paragraph => (0,words/* wrap */.LV)(paragraph, WIDTH).join('\n')),
        renderExamples(page.examples),
        flags.length === 0 ? '' : flags.map(help_renderFlag).join('\n'),
        page.exitCodes === undefined ? '' : (0,words/* wrap */.LV)(`Exit codes: ${page.exitCodes}`, WIDTH).join('\n'),
        page.settings === 'as of ship' ? 'Settings are flags too: slipway help ship lists them.' : '',
        page.settings === 'all' ? renderSettingsHelp(WIDTH).trimEnd() : ''
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
/** Side by side where they fit; else what it is for stands above, as a comment. */
function renderExamples(examples) {
    const column = Math.max(...examples.map(([line]) => line.length)) + 3;
    return examples
        .map(([line, purpose]) => {
        if (purpose === '')
            return `  ${line}`;
        const beside = `  ${line.padEnd(column)}# ${purpose}`;
        return examples.every(([, other]) => 2 + column + 2 + other.length <= WIDTH)
            ? beside
            : `  # ${purpose}\n  ${line}`;
    })
        .join('\n');
}
function help_renderFlag([flag, help]) {
    return [`  ${flag}`, ...(0,words/* wrap */.LV)(help, WIDTH, '      ')].join('\n');
}
/** What `slipway help` prints; an unknown or absent command gets the overview. */
function renderHelp(command, commands) {
    const page = command === undefined ? undefined : MANUAL[command];
    return command === undefined || page === undefined ? renderOverview(commands) : renderPage(command, page);
}


/***/ }),

/***/ 8208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   qu: () => (/* binding */ dataOf),
/* harmony export */   vM: () => (/* binding */ isSet)
/* harmony export */ });
function dataOf(document) {
    return {
        value: document.value,
        place: path => document.place(path),
        source: path => document.source(path)
    };
}
/** The part of a part under a key or index; `value` is what is there. */
function partOf(data, key, value) {
    return { value, place: path => data.place([key, ...path]), source: path => data.source([key, ...path]) };
}
/** An empty string is not set, and null means absent. */
function isSet(raw) {
    if (raw.form === 'text')
        return raw.text.trim() !== '';
    const { value } = raw.data;
    return value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}
function placeOf(raw) {
    return raw.form === 'text' ? raw.place : raw.data.place([]);
}


/***/ }),

/***/ 9592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ splitWords)
/* harmony export */ });
/**
 * Splits a command line into words as a POSIX shell does: white space separates, '…' keeps everything, "…" keeps all
 * but a backslash before " \ $ or `, a bare backslash keeps the next character. Nothing is expanded.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 *
 * @returns the words, or what is wrong with the line
 */
function splitWords(line) {
    const words = [];
    let word;
    let rest = line;
    while (rest !== '') {
        const piece = takePiece(rest);
        if (piece === undefined)
            return rest.startsWith('\\') ? 'a backslash with nothing after it' : 'a quote without its end';
        rest = rest.slice(piece.length);
        if (piece.text !== undefined)
            word = (word ?? '') + piece.text;
        else if (word !== undefined) {
            words.push(word);
            word = undefined;
        }
    }
    return word === undefined ? words : [...words, word];
}
/** What stands at the start: so many characters that mean this text, or white space (no text). */
function takePiece(rest) {
    const space = /^\s+/.exec(rest);
    if (space !== null)
        return { length: space[0].length, text: undefined };
    const plain = /^[^\s'"\\]+/.exec(rest) ?? /^\\(?<kept>[^])/.exec(rest) ?? /^'(?<kept>[^']*)'/.exec(rest);
    if (plain !== null)
        return { length: plain[0].length, text: plain.groups?.['kept'] ?? plain[0] };
    const double = /^"(?<kept>(?:[^"\\]|\\[^])*)"/.exec(rest);
    if (double === null)
        return undefined;
    return { length: double[0].length, text: (double.groups?.['kept'] ?? '').replace(/\\(["\\$`])/g, '$1') };
}


/***/ }),

/***/ 7186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ decodeValue),
  p: () => (/* binding */ describeRange)
});

// EXTERNAL MODULE: ./lib/text/nearest.js
var nearest = __webpack_require__(4581);
// EXTERNAL MODULE: ./lib/text/words.js
var text_words = __webpack_require__(8810);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/document.js + 3 modules
var text_document = __webpack_require__(7002);
// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/config/raw.js
var config_raw = __webpack_require__(8208);
// EXTERNAL MODULE: ./lib/config/shell-words.js
var shell_words = __webpack_require__(9592);
;// CONCATENATED MODULE: ./lib/config/texts.js

/** The problem of a value in a document that is no text where one is expected. */
function describeNoText(value, source, place, sensitive) {
    const scalar = typeof value === 'number' || typeof value === 'boolean';
    const written = source ?? String(value);
    return {
        code: 'wrong-type',
        place,
        what: `expected a text, got ${scalar && !sensitive ? `the ${typeof value} ${written}` : (0,text_words/* nameKind */.uo)(value)}.`,
        next: scalar ? `Put it in quotes${sensitive ? '' : `: ${(0,text_words/* quote */.hD)(written)}`}.` : ''
    };
}
/** Whether a text has the form; tells the problem where it has not. */
function fits(form, text, place, sensitive, tell) {
    if (new RegExp(form.pattern, 'u').test(text))
        return true;
    tell({
        code: 'malformed',
        place,
        what: `expected ${form.says}${sensitive ? '' : `, got ${(0,text_words/* quote */.hD)(text)}`}.`,
        next: sensitive ? '' : (form.advise?.(text) ?? '')
    });
    return false;
}

;// CONCATENATED MODULE: ./lib/config/lists.js








/** What an empty value comes from as a rule. */
const UNSET = 'The variable that it comes from may not be set.';
/** Texts: a list in a document; a text (anywhere) is split at line ends, and at commas where the setting has short values. */
function decodeList(option, raw, tell) {
    const separator = option.separator === 'comma' ? /[,\n]/ : /\n/;
    const items = readItems(raw, separator, 'a list of texts', option.sensitive === true, tell);
    if (items === undefined)
        return undefined;
    const { form } = option;
    const good = items.filter(({ text, place }) => form === undefined || fits(form, text, place, option.sensitive === true, tell));
    if (good.length < items.length)
        return undefined;
    if (option.atLeastOne === true && good.length === 0) {
        tell({
            code: 'malformed',
            place: (0,config_raw/* placeOf */.$t)(raw),
            what: 'expected at least one, got none.',
            next: raw.form === 'text' ? UNSET : ''
        });
        return undefined;
    }
    return good.map(({ text }) => text);
}
function readItems(raw, separator, expected, sensitive, tell) {
    if (raw.form === 'text')
        return splitText(raw.text, separator, raw.place);
    const { value } = raw.data;
    if (typeof value === 'string')
        return splitText(value, separator, raw.data.place([]));
    if (!Array.isArray(value)) {
        tell(describeKind(value, expected, raw.data));
        return undefined;
    }
    const items = value.map((item, index) => {
        const part = (0,config_raw/* partOf */.BU)(raw.data, index, item);
        if (typeof item === 'string')
            return { text: item.trim(), place: part.place([]) };
        tell(describeNoText(item, part.source([]), part.place([]), sensitive));
        return undefined;
    });
    const good = items.filter(item => item !== undefined);
    return good.length === items.length ? good.filter(({ text }) => text !== '') : undefined;
}
function splitText(text, separator, place) {
    return text
        .split(separator)
        .map((part, index) => ({ text: part.trim(), place, line: index + 1 }))
        .filter(item => item.text !== '');
}
function describeKind(value, expected, data) {
    const scalar = typeof value === 'number' || typeof value === 'boolean';
    const got = scalar ? `the ${typeof value} ${data.source([]) ?? String(value)}` : (0,text_words/* nameKind */.uo)(value);
    return { code: 'wrong-type', place: data.place([]), what: `expected ${expected}, got ${got}.`, next: '' };
}
/** A command: a list of words as they are, or a text: a JSON list of texts, else split as a shell splits it. */
function decodeWords(raw, tell) {
    if (raw.form === 'data' && Array.isArray(raw.data.value))
        return readWords(raw.data, raw.data.value, tell);
    const text = raw.form === 'text' ? raw.text : raw.data.value;
    if (typeof text !== 'string') {
        if (raw.form === 'data')
            tell(describeKind(text, 'a list of words or one line', raw.data));
        return undefined;
    }
    if (looksListed(text)) {
        const listed = readJsonWords(text);
        if (listed !== undefined)
            return listed;
        const what = `expected a JSON list of texts, or one line as in a shell, got ${(0,text_words/* quote */.hD)(text.trim())}.`;
        tell({ code: 'malformed', place: (0,config_raw/* placeOf */.$t)(raw), what, next: 'Write it as ["node", "server.js"].' });
        return undefined;
    }
    const words = (0,shell_words/* splitWords */.y)(text);
    if (typeof words !== 'string')
        return words;
    tell({ code: 'malformed', place: (0,config_raw/* placeOf */.$t)(raw), what: `${words} in ${(0,text_words/* quote */.hD)(text.trim())}.`, next: 'Close it.' });
    return undefined;
}
function readWords(data, list, tell) {
    const words = list.map((word, index) => {
        if (typeof word === 'string')
            return word;
        tell(describeNoText(word, data.source([index]), data.place([index]), false));
        return undefined;
    });
    const good = words.filter(word => word !== undefined);
    return good.length === words.length ? good : undefined;
}
/** A list as a Dockerfile's exec form has it, and not the shell's `[`, which is a command of its own: a blank follows that one. */
function looksListed(text) {
    return /^\s*\[(?!\s+[^\s"\]])/.test(text);
}
/** `["node", "server.js"]`; undefined where it is no list of texts. */
function readJsonWords(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every(word => typeof word === 'string') ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Names and values: lines `NAME=value` (split at the first `=`, quotes stay as they are), in a document also a map or
 * a list of such lines. A bare number or boolean in a map counts as it is written: `VERSION: 1.10` is `1.10`.
 */
function decodePairs(option, raw, tell) {
    const read = raw.form === 'data' && (0,record/* isRecord */.u4)(raw.data.value) ? readMap(raw.data, tell) : readLines(option, raw, tell);
    if (read === undefined)
        return undefined;
    const pairs = checkPairs(option, read, tell);
    return pairs.length === read.length ? pairs : undefined;
}
function readMap(data, tell) {
    const entries = (0,record/* isRecord */.u4)(data.value) ? (0,record/* entriesOf */.Mc)(data.value) : [];
    const pairs = entries.map(([name, value]) => {
        const part = (0,config_raw/* partOf */.BU)(data, name, value);
        const place = part.place([]);
        if (typeof value === 'string')
            return { name, value, place };
        if (typeof value === 'number' || typeof value === 'boolean') {
            return { name, value: part.source([]) ?? String(value), place };
        }
        const next = value === null ? 'For an empty value write "".' : '';
        tell({ code: 'wrong-type', place, what: `expected a text, got ${(0,text_words/* nameKind */.uo)(value)}.`, next });
        return undefined;
    });
    const good = pairs.filter(pair => pair !== undefined);
    return good.length === pairs.length ? good : undefined;
}
function readLines(option, raw, tell) {
    const items = readItems(raw, /\n/, 'a map, or lines NAME=value', option.sensitive === true, tell);
    if (items === undefined)
        return undefined;
    const pairs = items.map(({ text, place, line }) => {
        const at = text.indexOf('=');
        if (at > 0)
            return { name: text.slice(0, at).trim(), value: text.slice(at + 1), place };
        const which = line === undefined ? '' : `line ${line}: `;
        const got = option.sensitive === true ? `a line without ${at === 0 ? 'a name' : '='}` : (0,text_words/* quote */.hD)(text);
        tell({ code: 'malformed', place, what: `${which}expected NAME=value, got ${got}.`, next: adviseLine(text) });
        return undefined;
    });
    const good = pairs.filter(pair => pair !== undefined);
    return good.length === pairs.length ? good : undefined;
}
function adviseLine(text) {
    if (/^[A-Za-z_]\w*:\s/.test(text))
        return 'Write = in place of the colon.';
    return '';
}
function checkPairs(option, pairs, tell) {
    const names = new Set();
    return pairs
        .filter(({ name, value, place }) => {
        const twice = names.has(name);
        names.add(name);
        const empty = option.valueRequired === true && value.trim() === '';
        if (twice)
            tell({ code: 'conflict', place, what: `${(0,text_words/* quote */.hD)(name)} is given twice.`, next: 'Keep one of the two.' });
        else if (empty) {
            tell({ code: 'malformed', place, what: `expected a value for ${(0,text_words/* quote */.hD)(name)}, got none.`, next: UNSET });
        }
        return !twice && !empty;
    })
        .map(({ name, value }) => ({ name, value }));
}
/** The entries of a list of maps. As a text it is YAML (or JSON); its places then name the way into it. */
function decodeObjects(option, raw, tell) {
    const data = raw.form === 'data' ? raw.data : readYamlText(option.name, raw.text, raw.place, tell);
    if (data === undefined)
        return undefined;
    if (!Array.isArray(data.value)) {
        const got = (0,text_words/* showValue */.vp)(data.value);
        const next = (0,record/* isRecord */.u4)(data.value) ? 'Write "- " before each entry.' : '';
        tell({ code: 'wrong-type', place: data.place([]), what: `expected a list of entries, got ${got}.`, next });
        return undefined;
    }
    const parts = data.value.map((value, index) => (0,config_raw/* partOf */.BU)(data, index, value));
    const good = parts.filter(part => {
        if ((0,record/* isRecord */.u4)(part.value))
            return true;
        tell(describeKind(part.value, 'an entry with settings (name: value)', part));
        return false;
    });
    return good.length === parts.length ? good : undefined;
}
function readYamlText(name, text, place, tell) {
    try {
        const document = (0,text_document/* readDocument */.u)(name, new TextEncoder().encode(text));
        return {
            value: document.value,
            place: path => (path.length === 0 ? place : { path: (0,text_path/* formatPath */.j)([name, ...path]) }),
            source: path => document.source(path)
        };
    }
    catch (error) {
        if (!(error instanceof errors/* ProblemsError */.FQ))
            throw error;
        for (const problem of error.problems) {
            const { line, column } = problem.place;
            const position = line === undefined ? '' : `line ${line}, column ${column ?? 1} of the text: `;
            tell({ ...problem, place, what: position + problem.what });
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/config/values.js





/**
 * Decodes what was said for a setting by the setting's kind.
 *
 * Texts (inputs, flags, variables) spell everything; documents have real booleans, numbers, lists and maps, and a
 * quoted number or boolean is told as a mistake, as is a bare number where a text is meant: `1.10` would become `1.1`.
 *
 * @param raw something that is set (`isSet`)
 * @returns the value as `ValueOf` types it; undefined after a problem was told
 */
function decodeValue(option, raw, tell) {
    switch (option.kind) {
        case 'string':
            return decodeString(option, raw, tell);
        case 'boolean':
            return decodeBoolean(raw, tell);
        case 'integer':
            return decodeInteger(option, raw, tell);
        case 'enum':
            return decodeEnum(option, raw, tell);
        case 'list':
            return decodeList(option, raw, tell);
        case 'words':
            return decodeWords(raw, tell);
        case 'pairs':
            return decodePairs(option, raw, tell);
        case 'objects':
            return decodeObjects(option, raw, tell);
    }
}
function decodeString(option, raw, tell) {
    const text = readText(raw, option.sensitive === true, tell);
    if (text === undefined)
        return undefined;
    return option.form === undefined || fits(option.form, text, (0,config_raw/* placeOf */.$t)(raw), option.sensitive === true, tell)
        ? text
        : undefined;
}
/** A scalar that is meant as a text, trimmed. */
function readText(raw, sensitive, tell) {
    if (raw.form === 'text')
        return raw.text.trim();
    const { value } = raw.data;
    if (typeof value === 'string')
        return value.trim();
    tell(describeNoText(value, raw.data.source([]), raw.data.place([]), sensitive));
    return undefined;
}
function decodeBoolean(raw, tell) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    if (raw.form === 'text' ? got === 'true' || got === 'false' : typeof got === 'boolean')
        return got === true || got === 'true';
    const quoted = got === 'true' || got === 'false';
    tell({
        code: 'wrong-type',
        place: (0,config_raw/* placeOf */.$t)(raw),
        what: `expected true or false, got ${quoted ? `the text ${(0,text_words/* quote */.hD)(got)}` : (0,text_words/* showValue */.vp)(got)}.`,
        next: quoted ? 'Write it without quotes.' : adviseBoolean(got)
    });
    return undefined;
}
/** What other programs, and YAML 1.1, take for one. */
function adviseBoolean(got) {
    const text = String(got).toLowerCase();
    if (['yes', 'y', 'on', '1', 'true'].includes(text))
        return 'Write true.';
    return ['no', 'n', 'off', '0', 'false'].includes(text) ? 'Write false.' : '';
}
function decodeInteger(option, raw, tell) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    const number = raw.form === 'text' && /^[0-9]+$/.test(raw.text.trim()) ? Number(got) : got;
    const { min, max = Number.MAX_SAFE_INTEGER } = option;
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= min && number <= max)
        return number;
    const quoted = raw.form === 'data' && typeof got === 'string' && /^[0-9]+$/.test(got);
    tell({
        code: typeof number === 'number' ? 'out-of-range' : 'wrong-type',
        place: (0,config_raw/* placeOf */.$t)(raw),
        what: `expected ${describeRange(option)}, got ${quoted ? 'the text ' : ''}${(0,text_words/* showValue */.vp)(got)}.`,
        next: quoted ? 'Write it without quotes.' : ''
    });
    return undefined;
}
/** `a whole number of seconds from 900 to 43200`. */
function describeRange({ min, max, unit }) {
    return `a whole number of ${unit}${max === undefined ? `, ${min} or more` : ` from ${min} to ${max}`}`;
}
function decodeEnum(option, raw, tell) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    if (typeof got === 'string' && option.values.includes(got))
        return got;
    const near = typeof got === 'string' ? (0,nearest/* nearestName */.q)(got, option.values) : undefined;
    tell({
        code: 'not-allowed',
        place: (0,config_raw/* placeOf */.$t)(raw),
        what: `expected ${(0,text_words/* listNames */.Zv)(option.values, 'or')}, got ${(0,text_words/* showValue */.vp)(got)}.`,
        next: near === undefined ? '' : `Did you mean ${near}?`
    });
    return undefined;
}


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ PIPELINE_FLAGS),
/* harmony export */   n: () => (/* binding */ readPipelineOptions)
/* harmony export */ });
/* harmony import */ var _config_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1422);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4581);
/* harmony import */ var _text_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8810);




/** What may be in the pipeline's stack beside the pipeline itself. */
const PIPELINE_PARTS = ['repository', 'codedeploy', 'approval'];
/** The flags that `readPipelineOptions` takes. */
const PIPELINE_FLAGS = [
    {
        name: 'with',
        kind: 'many',
        help: 'what the pipeline is made with: repository (the ECR repositories), codedeploy (application, deployment group and role), approval (by hand, before the deployment)'
    },
    { name: 'branch', kind: 'one', help: 'the branch whose pushes are shipped (default: main)' },
    { name: 'github-repository', kind: 'one', help: 'the repository on GitHub, owner/name' },
    {
        name: 'github-ids',
        kind: 'one',
        help: "GitHub's numbers of owner and repository, 123/456, for the OIDC subject of newer repositories (gh api repos/OWNER/NAME --jq '\"\\(.owner.id)/\\(.id)\"')"
    },
    {
        name: 'account',
        kind: 'one',
        help: 'the AWS account of the policies, 12 digits (default: the placeholder ${ACCOUNT_ID})'
    },
    { name: 'uses', kind: 'one', help: 'how the workflow names Slipway, owner/slipway@ref (default: example/slipway@v1)' }
];
const FORMS = {
    // git check-ref-format, without the characters that mean something in a filter of CodePipeline or GitHub.
    branch: { pattern: /^(?![-/.])[^\s~^:?*[\]\\{}!+@'"]+(?<![/.])$/, says: "a branch's name such as main" },
    'github-repository': {
        pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[A-Za-z0-9._-]+$/,
        says: 'owner/name such as shop/web'
    },
    'github-ids': { pattern: /^\d+\/\d+$/, says: 'two numbers such as 123456/7890123' },
    account: { pattern: /^\d{12}$/, says: "an account's id (12 digits)" },
    uses: {
        pattern: /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_./-]+)?@[A-Za-z0-9_./-]+$/,
        says: 'owner/slipway@ref such as example/slipway@v1'
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
        const { pattern, says } = FORMS[name];
        if (pattern.test(value))
            return value;
        const what = `--${name} is ${(0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}, expected ${says}.`;
        problems.push({ code: 'malformed', place: {}, what, next: '' });
        return undefined;
    };
    const options = {
        ...general,
        githubRepository: read('github-repository'),
        githubIds: read('github-ids'),
        branch: read('branch') ?? 'main',
        account: read('account'),
        uses: read('uses') ?? 'example/slipway@v1',
        parts: readParts(given['with'] ?? '', problems),
        settings: readSettings(given)
    };
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsError */ .FQ(problems);
    return options;
}
/** `config` and `environment` say where the settings are, and are known from the project. */
function readSettings(given) {
    const names = _config_options_js__WEBPACK_IMPORTED_MODULE_0__/* .OPTIONS */ .lw.flatMap(option => [option.name, ...(0,_config_options_js__WEBPACK_IMPORTED_MODULE_0__/* .aliasesOf */ .QI)(option).map(({ name }) => name)]);
    return Object.fromEntries(names.flatMap(name => {
        const value = given[name] ?? '';
        return value === '' || name === 'config' || name === 'environment' ? [] : [[name, value]];
    }));
}
function readParts(text, problems) {
    const asked = text.split(/[\n,]/).map(part => part.trim());
    for (const part of asked) {
        if (part === '' || PIPELINE_PARTS.some(known => known === part))
            continue;
        const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(part, PIPELINE_PARTS);
        const next = near === undefined ? '' : `Did you mean ${near}?`;
        const what = `--with is ${(0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(part)}; there are ${(0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listNames */ .Zv)(PIPELINE_PARTS)}.`;
        problems.push({ code: 'malformed', place: {}, what, next });
    }
    return PIPELINE_PARTS.filter(part => asked.includes(part));
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
