export const id = 7601;
export const ids = [7601];
export const modules = {

/***/ 7601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   followFromCommand: () => (/* binding */ followFromCommand)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _host_console_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4459);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3259);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8568);
/* harmony import */ var _report_run_progress_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6303);
/* harmony import */ var _report_run_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2666);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50);
/* harmony import */ var _ship_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4815);








/**
 * `slipway follow` and `slipway continue`: follows a deployment that is under way, the one that is named or that of each service of the
 * settings. With `--json` the outputs are written, by the names that they have in the Action. Resolves with the exit code.
 *
 * @param word what is done with a deployment that waits
 */
async function followFromCommand({ flags: { json, ...flags }, positionals, problems }, word, host, write) {
    const [named = flags['deployment'] ?? ''] = positionals;
    // Who cancels this lets go of it: the deployment is not this command's.
    const given = { ...flags, ...(named === '' ? {} : { deployment: named }), 'on-cancel': 'leave' };
    const config = await (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readConfig */ .Xg)({ given, givenFrom: 'flag', problems, purpose: 'service' }, host);
    const context = (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .connectWorld */ .ZF)(config, { ...host, cleanupStore: (0,_host_console_js__WEBPACK_IMPORTED_MODULE_1__/* .inMemoryCleanupStore */ .u)(new Map()) });
    const services = config.rollouts.filter(({ rollout }) => rollout.service !== undefined);
    if (word !== 'no' && named === '' && services.length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
            code: 'several-services',
            fault: 'user',
            what: `One deployment is continued at a time, and the settings name ${services.length} services.`,
            next: 'Name the deployment, or the service with --service.'
        });
    }
    const progress = new _report_run_progress_js__WEBPACK_IMPORTED_MODULE_7__/* .RunProgress */ .t(config.region, host.clock);
    await (0,_ship_js__WEBPACK_IMPORTED_MODULE_6__/* .follow */ .e6)({ ...config, continue: word }, context, progress);
    const reached = progress.report;
    await (0,_report_run_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .logRun */ .o6)(reached, host.reporter);
    if (json === 'true')
        write(`${JSON.stringify((0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .listOutputs */ .P)(reached), undefined, 2)}\n`);
    return _outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai[reached.outcome];
}


/***/ })

};
