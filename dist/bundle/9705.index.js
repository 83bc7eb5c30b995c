export const id = 9705;
export const ids = [9705];
export const modules = {

/***/ 9705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRouteResolver: () => (/* binding */ createRouteResolver)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/host/proxy-env.js


/**
 * The proxy for a request, by the rules of the AWS CLI: `HTTPS_PROXY` or `HTTP_PROXY` by the request's scheme, and `NO_PROXY`; each in lower case too,
 * which goes first. A name of NO_PROXY stands for its subdomains too, with or without a dot before it. As in Go and in GitHub's runner, what
 * is on this machine is asked directly, and NO_PROXY may name a network (`10.0.0.0/8`).
 *
 * @returns undefined where the request goes directly
 * @throws SlipwayError where the variable's value is no proxy; its value, which may hold a password, is not in the message
 */
function findProxy(url, environment) {
    const { variable, value } = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', environment);
    if (value === '' || isBypassed(url, read('NO_PROXY', environment).value))
        return undefined;
    return { variable, ...parseProxy(variable, value) };
}
/** All passwords of proxies in the environment, as written and as sent: they are to be hidden in every log. */
function listProxyPasswords(environment) {
    return ['HTTPS_PROXY', 'HTTP_PROXY'].flatMap(name => {
        const { value } = read(name, environment);
        const password = /^(?:[^:/]+:\/\/)?[^:@/]*:(.+)@[^@]*$/.exec(value)?.[1];
        return password === undefined ? [] : [password, decode(password)];
    });
}
/** True where a request might go through a proxy. */
function namesProxy(environment) {
    return ['HTTPS_PROXY', 'HTTP_PROXY'].some(name => read(name, environment).value !== '');
}
/** An empty variable in lower case switches one in upper case off, as in the AWS CLI. */
function read(name, environment) {
    const lower = environment[name.toLowerCase()];
    return lower === undefined
        ? { variable: name, value: environment[name]?.trim() ?? '' }
        : { variable: name.toLowerCase(), value: lower.trim() };
}
function parseProxy(variable, value) {
    const text = value.includes('://') ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') {
        throw new errors/* SlipwayError */.GQ({
            code: 'malformed-proxy',
            fault: 'user',
            what: `${variable} names no proxy that can be used${url === undefined ? '' : ` (${url.protocol.replace(':', '')})`}: expected a URL such as http://proxy.example:3128.`,
            next: 'Write special characters of the password as %XX.'
        });
    }
    const credentials = `${decode(url.username)}:${decode(url.password)}`;
    return {
        url: `${url.protocol}//${url.host}`,
        authorization: credentials === ':' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`
    };
}
/** A percent sign that nobody encoded stands for itself. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function isBypassed(url, noProxy) {
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const defaultPort = url.protocol === 'https:' ? '443' : '80';
    const port = url.port === '' ? defaultPort : url.port;
    if (host === 'localhost' || contains('127.0.0.0/8', host) || contains('::1/128', host))
        return true;
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(entry => entry !== '')
        .some(entry => {
        if (entry === '*' || contains(entry, host))
            return true;
        const [, name = '', ofPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.replace(/^\[(.*)\]/, '$1')) ?? [];
        if (entry === host)
            return true;
        return name !== '' && (ofPort === undefined || ofPort === port) && (host === name || host.endsWith(`.${name}`));
    });
}
/** Whether a network in CIDR notation holds this address. */
function contains(network, host) {
    const [address = '', bits = ''] = network.split('/');
    const family = (0,external_node_net_.isIP)(address);
    const most = family === 4 ? 32 : 128;
    if (family === 0 || (0,external_node_net_.isIP)(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > most)
        return false;
    const kind = family === 4 ? 'ipv4' : 'ipv6';
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, Number(bits), kind);
    return list.check(host, kind);
}

// EXTERNAL MODULE: ./lib/memoize.js
var memoize = __webpack_require__(2419);
;// CONCATENATED MODULE: ./lib/host/proxy.js



/**
 * What the environment says of the way to AWS, as the AWS CLI takes it: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, and `AWS_CA_BUNDLE`, a PEM file of the
 * authorities that are trusted instead of Node's. Passwords of proxies are hidden in every log from here on.
 *
 * @returns undefined where nothing is said, so that nothing has to be loaded
 */
function createRouteResolver(environment, files, mask) {
    const bundle = environment['AWS_CA_BUNDLE'] ?? '';
    if (bundle === '' && !namesProxy(environment))
        return undefined;
    listProxyPasswords(environment).forEach(mask);
    const open = (0,memoize/* memoize */.Bj)(async () => {
        const [{ makeAgents }, ca] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3878), __webpack_require__.e(1093)]).then(__webpack_require__.bind(__webpack_require__, 1093)), readBundle(bundle, files)]);
        return makeAgents(ca);
    });
    return async (url) => {
        const proxy = findProxy(url, environment);
        const agents = await open();
        return { agent: agents(url, proxy), proxy };
    };
}
async function readBundle(path, files) {
    if (path === '')
        return undefined;
    const refuse = (why) => new errors/* SlipwayError */.GQ({
        code: 'no-ca-bundle',
        fault: 'user',
        what: `AWS_CA_BUNDLE names ${path}, and ${why}.`,
        next: 'Name a PEM file with the certificates of the authorities that you trust, or unset the variable.'
    });
    const bytes = await files.read(path).catch((error) => {
        throw refuse(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (bytes === undefined)
        throw refuse('there is no such file');
    const text = new TextDecoder().decode(bytes);
    if (!text.includes('-----BEGIN CERTIFICATE-----'))
        throw refuse('there is no certificate in it');
    return text;
}


/***/ }),

/***/ 2419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ memoize),
/* harmony export */   dz: () => (/* binding */ sharePending),
/* harmony export */   gj: () => (/* binding */ memoizePort),
/* harmony export */   kO: () => (/* binding */ overridePort)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);

/**
 * Makes a function that is asked once for each question and gives all who ask the same answer, a rejection too. For what only looks.
 *
 * @param keyOf what makes two questions the same; by default their JSON, in any order of members
 */
function memoize(ask, keyOf = toKey) {
    const answers = new Map();
    return (...question) => {
        const key = keyOf(...question);
        const known = answers.get(key) ?? { answer: ask(...question) };
        answers.set(key, known);
        return known.answer;
    };
}
/** Makes a function that those who ask while the same is asked share; whoever asks later asks anew. */
function sharePending(ask) {
    const pending = new Map();
    return (...question) => {
        const key = toKey(...question);
        const answer = pending.get(key) ?? ask(...question);
        pending.set(key, answer);
        const forget = () => void pending.delete(key);
        answer.then(forget, forget);
        return answer;
    };
}
/** A port with these methods in place of its own, or beside them; whatever else it can do stays as it is. */
function overridePort(port, methods) {
    return Object.assign(Object.create(port), methods);
}
/** A port whose methods of these names ask once for the same question, as `memoize` says. */
function memoizePort(port, names) {
    const methods = names.map(name => {
        const method = port[name];
        return [name, memoize((...question) => method.apply(port, [...question]))];
    });
    return overridePort(port, Object.fromEntries(methods));
}
function toKey(...question) {
    return JSON.stringify(question, (_name, value) => (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value);
}


/***/ })

};
