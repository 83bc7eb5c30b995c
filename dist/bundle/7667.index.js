export const id = 7667;
export const ids = [7667];
export const modules = {

/***/ 7667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showDiff: () => (/* binding */ showDiff),
/* harmony export */   showPlan: () => (/* binding */ showPlan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _config_sources_source_locations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9672);
/* harmony import */ var _host_console_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4459);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3259);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8273);
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1383);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6021);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9820);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50);









/** As `diff` has it: 0 nothing differs, 1 something does, 2 trouble. */
const EXIT_DIFFERENT = 1;
/** `slipway plan`: what `ship` would do. Resolves with the exit code; changes nothing, and writes no file but `--output`. */
async function showPlan({ flags, problems }, { host: machine, write, paint }) {
    const { json, output, ...given } = flags;
    const plan = await makeForecast({ flags: given, problems }, quiet(machine), true);
    const data = `${JSON.stringify((0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_5__/* .planJson */ .iY)(plan), undefined, 2)}\n`;
    write(json === 'true' ? data : (0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPlan */ .EG)(plan, paint));
    if (output !== undefined)
        await machine.files.write(output, renderFor(output, plan, data));
    (0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_5__/* .logPlanErrors */ .Px)(plan, machine.reporter);
    return (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .wouldFail */ .O1)(plan) ? _outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT_WRONG_USE */ .tN : _outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT_CODES */ .ai.planned;
}
/** `slipway diff`: only what differs between the files and what runs. Resolves with diff's own exit codes; changes nothing. */
async function showDiff({ flags, problems }, { host: machine, write, paint }) {
    const { json, ...given } = flags;
    try {
        const plan = await makeForecast({ flags: given, problems }, quiet(machine), false);
        write(json === 'true' ? `${JSON.stringify(listChanges(plan), undefined, 2)}\n` : (0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_5__/* .renderDifferences */ .h$)(plan, paint));
        return (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .hasChanges */ .ik)(plan) ? EXIT_DIFFERENT : 0;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
            throw error;
        // 1 says that something differs: what went wrong, whoever's fault it is, must not say that.
        (0,_report_log_js__WEBPACK_IMPORTED_MODULE_6__/* .logError */ .vV)(error, machine.reporter);
        return _outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT_WRONG_USE */ .tN;
    }
}
async function makeForecast({ flags, problems }, host, withPreflight) {
    const { config, locate } = await (0,_run_js__WEBPACK_IMPORTED_MODULE_7__/* .readSettings */ .sb)({ given: flags, givenFrom: 'flag', problems }, host);
    const world = (0,_run_js__WEBPACK_IMPORTED_MODULE_7__/* .connectWorld */ .ZF)(config, { ...host, cleanupStore: (0,_host_console_js__WEBPACK_IMPORTED_MODULE_2__/* .inMemoryCleanupStore */ .u)(new Map()) });
    try {
        return await (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planShip */ .c)(config, world, { withPreflight });
    }
    catch (error) {
        throw (0,_config_sources_source_locations_js__WEBPACK_IMPORTED_MODULE_1__/* .placeProblems */ .kv)(error, locate);
    }
}
/** Standard output is the plan's alone. */
function quiet(host) {
    const reporter = {
        ...host.reporter,
        progress: undefined,
        group: (_title, body) => body(),
        info: line => host.reporter.debug(line)
    };
    return { ...host, reporter };
}
function renderFor(path, plan, data) {
    if (path.endsWith('.json'))
        return data;
    return path.endsWith('.md') ? (0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPlanSummary */ .ON)(plan) : (0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPlan */ .EG)(plan);
}
function listChanges({ services }) {
    return services.map(({ service, definition }) => ({
        service: service ?? null,
        family: definition?.family ?? null,
        comparedWith: definition?.comparedWith ?? null,
        changes: definition?.changes ?? []
    }));
}


/***/ })

};
