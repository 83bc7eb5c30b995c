export const id = 450;
export const ids = [450];
export const modules = {

/***/ 450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startDeadlines: () => (/* binding */ startDeadlines)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/** In milliseconds after the cancellation, of the 7500 that GitHub gives before it sends SIGTERM. */
const AFTER = { answers: 2_000, undo: 4_500, report: 6_000 };
/** So many calls may wait side by side for one of the signals. Node takes more than ten for a leak, and writes a warning into the log. */
const MOST_WAITS = 1_000;
/** The deadlines of a run that this signal cancels, by the system's time: whoever ends the process goes by no other. */
function startDeadlines(signal) {
    const deadlines = {
        answers: new AbortController(),
        undo: new AbortController(),
        report: new AbortController()
    };
    const { answers, undo, report } = deadlines;
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(MOST_WAITS, signal, answers.signal, undo.signal, report.signal);
    const begin = () => {
        for (const name of ['answers', 'undo', 'report']) {
            setTimeout(() => deadlines[name].abort(outOfTime()), AFTER[name]);
        }
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener('abort', begin, { once: true });
    return { answers: answers.signal, undo: undo.signal, report: report.signal };
}
function outOfTime() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'out-of-time',
        fault: 'aws',
        what: 'There was no answer within the few seconds that a cancelled run has.'
    });
}


/***/ })

};
