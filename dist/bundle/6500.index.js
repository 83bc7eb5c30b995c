export const id = 6500;
export const ids = [6500];
export const modules = {

/***/ 6500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemWebClient: () => (/* binding */ systemWebClient)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);


/** In milliseconds, for the whole answer. */
const TIMEOUT = 10_000;
/** So many bytes of an answer are read. */
const MAX_BODY = 64 * 1024;
const DEFAULT_PORTS = { 'http:': 80, 'https:': 443 };
/** Requests by Node's own client, each on a connection of its own, straight: a gate asks a load balancer, not the world. */
function systemWebClient() {
    return { get };
}
function get({ url, headers, address, signal }) {
    const target = new URL(url);
    const isSecure = target.protocol === 'https:';
    const options = {
        method: 'GET',
        host: address ?? target.hostname.replace(/^\[|\]$/g, ''),
        port: Number(target.port === '' ? DEFAULT_PORTS[target.protocol] : target.port),
        path: `${target.pathname}${target.search}`,
        headers: { Host: target.host, ...headers },
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
        ...(isSecure ? { servername: target.hostname } : {})
    };
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            const isLate = error.name === 'TimeoutError' || error.name === 'AbortError';
            if (signal.aborted)
                reject(signal.reason);
            else
                reject(isLate ? Object.assign(new Error('no answer within 10 s'), { name: 'TimeoutError' }) : error);
        };
        const request = (isSecure ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)(options, answer => {
            readBody(answer).then(body => resolve({ status: answer.statusCode ?? 0, body }), fail);
        });
        request.on('error', fail);
        request.end();
    });
}
/** The beginning of it; the rest is not waited for. */
async function readBody(answer) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MAX_BODY)
            break;
    }
    return Buffer.concat(chunks).subarray(0, MAX_BODY).toString('utf8');
}


/***/ })

};
