export const id = 450;
export const ids = [450];
export const modules = {

/***/ 450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startDeadlines: () => (/* binding */ startDeadlines)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** In milliseconds after the cancellation, of the 7500 that GitHub gives before it sends SIGTERM. */
const AFTER = { answers: 2_000, undo: 4_500, report: 6_000 };
/** The deadlines of a run that this signal cancels, by the system's time: whoever ends the process goes by no other. */
function startDeadlines(signal) {
    const deadlines = {
        answers: new AbortController(),
        undo: new AbortController(),
        report: new AbortController()
    };
    const begin = () => {
        for (const name of ['answers', 'undo', 'report']) {
            setTimeout(() => deadlines[name].abort(outOfTime()), AFTER[name]);
        }
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener('abort', begin, { once: true });
    return { answers: deadlines.answers.signal, undo: deadlines.undo.signal, report: deadlines.report.signal };
}
function outOfTime() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: 'out-of-time',
        fault: 'aws',
        what: 'There was no answer within the few seconds that a cancelled run has.'
    });
}


/***/ })

};
