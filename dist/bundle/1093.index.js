export const id = 1093;
export const ids = [1093];
export const modules = {

/***/ 1093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeAgents: () => (/* binding */ makeAgents)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var http_proxy_agent__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1970);
/* harmony import */ var https_proxy_agent__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3669);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);





/** As many connections to a host as the SDK's own agents open at most. */
const CONNECTIONS = { keepAlive: true, maxSockets: 50 };
/**
 * The agents of a run: one for each proxy and scheme, made when it is first needed, so that connections are used again.
 *
 * @param ca certificates (PEM) of the authorities that are trusted; undefined: Node's own
 */
function makeAgents(ca) {
    const made = new Map();
    const trust = ca === undefined ? {} : { ca };
    const make = (isSecure, proxy) => {
        if (proxy === undefined)
            return isSecure ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ ...CONNECTIONS, ...trust }) : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(CONNECTIONS);
        const { url, authorization } = proxy;
        // In the URL they would be in what the library says when it is debugged.
        const headers = authorization === undefined ? {} : { 'Proxy-Authorization': authorization };
        if (!isSecure)
            return new http_proxy_agent__WEBPACK_IMPORTED_MODULE_2__.HttpProxyAgent(url, { keepAlive: true, headers, ...trust });
        const agent = new https_proxy_agent__WEBPACK_IMPORTED_MODULE_3__.HttpsProxyAgent(url, { keepAlive: true, headers, ...trust });
        // What the agent is made with is for the way to the proxy; this is for the way through it. Without the scheme it does not find the
        // connections again that it kept.
        Object.assign(agent.options, { secureEndpoint: true, ...trust });
        agent.on('proxyConnect', ({ statusCode, statusText }, request) => {
            if (statusCode === 200)
                return;
            request.destroy(refusal(proxy, request.getHeader('host'), `${statusCode} ${statusText}`.trim()));
        });
        return agent;
    };
    return (url, proxy) => {
        const isSecure = url.protocol === 'https:';
        const key = `${url.protocol} ${proxy?.url ?? ''}`;
        const agent = made.get(key) ?? make(isSecure, proxy);
        made.set(key, agent);
        return agent;
    };
}
/** What a proxy answered to CONNECT would else be taken for an answer of AWS. */
function refusal(proxy, host, answer) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SlipwayError */ .GQ({
        code: 'proxy-refused',
        fault: 'user',
        what: `The proxy ${proxy.url} (${proxy.variable}) does not connect to ${String(host)}: ${answer}.`,
        next: answer.startsWith('407')
            ? `Write user and password into ${proxy.variable}: http://USER:PASSWORD@HOST:PORT.`
            : 'Let it allow this host, or name the host in NO_PROXY.'
    });
}


/***/ })

};
