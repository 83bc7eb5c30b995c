export const id = 9642;
export const ids = [9642];
export const modules = {

/***/ 9642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   followDeployments: () => (/* binding */ followDeployments)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _rollout_history_last_deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(669);
/* harmony import */ var _rollout_rollouts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2884);
/* harmony import */ var _rollout_take_up_find_deployment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6640);
/* harmony import */ var _rollout_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2202);
/* harmony import */ var _prepare_gates_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(442);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8988);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1042);








/**
 * Follows deployments that are under way: those that the settings name, else the one of each service of the settings. Nothing is built or
 * registered.
 *
 * @returns them in the order in which they are named
 * @throws SlipwayError where one is not there, or none is under way; for a single one what AWS refuses
 */
async function followDeployments(config, context, onFound = () => undefined) {
    const found = await findAll(config, context);
    onFound();
    const inputs = await Promise.all(found.map(each => describeFollowing(each, config, context)));
    const results = await (0,_rollout_rollouts_js__WEBPACK_IMPORTED_MODULE_2__/* .rollOutAll */ .B)(inputs, config.maxParallel);
    return inputs.flatMap(({ target }) => {
        const rollout = results.get(target);
        return rollout === undefined ? [] : [{ target, rollout }];
    });
}
async function findAll({ deployments, rollouts, region }, context) {
    const searchOf = ({ rollout }) => ({ config: rollout, region, ports: context, clock: context.clock });
    const [top] = rollouts;
    if (top === undefined)
        return [];
    if (deployments.length > 0) {
        return Promise.all(deployments.map(async (reference) => {
            const found = await (0,_rollout_take_up_find_deployment_js__WEBPACK_IMPORTED_MODULE_3__/* .findDeployment */ .HZ)(reference, searchOf(top));
            return { ...found, config: settingsOf(found.target, rollouts) ?? top };
        }));
    }
    const named = rollouts.filter(({ rollout }) => rollout.service !== undefined);
    const found = await Promise.all(named.map(async (config) => {
        const underWay = await (0,_rollout_take_up_find_deployment_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnderWay */ .bi)(searchOf(config));
        return underWay === undefined ? [] : [{ ...underWay, config }];
    }));
    if (found.flat().length > 0)
        return found.flat();
    throw await explainNone(named, context);
}
/** That none is under way is no outcome: the last one may be another's, so it is told and its name is asked for. */
async function explainNone(services, context) {
    const [first] = services;
    if (first === undefined) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
            code: 'no-deployment',
            fault: 'user',
            what: 'Neither a deployment nor a service is named.',
            next: 'Name the deployment, or --cluster and --service.'
        });
    }
    const lasts = await Promise.all(services.map(({ rollout }) => findLast(rollout, context)));
    const names = services.map(({ rollout }) => `${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_6__/* .resourceName */ .Iy)(rollout.cluster)}/${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_6__/* .resourceName */ .Iy)(rollout.service)}`);
    const [name] = lasts.flatMap(last => (last?.ending === undefined ? [] : (last.name ?? [])));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: 'no-deployment',
        fault: 'user',
        what: [`No deployment is in progress: ${names.join(', ')}.`, ...lasts.flatMap(describeEnded)].join(' '),
        next: name === undefined
            ? 'slipway status shows the last ones.'
            : `To take the outcome of that one: slipway follow ${name}.`
    });
}
/** undefined where it may not be read: then that none is in progress is all there is to tell. */
async function findLast(rollout, context) {
    try {
        return await (0,_rollout_history_last_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .findLastDeployment */ .JA)(await (0,_rollout_target_js__WEBPACK_IMPORTED_MODULE_4__/* .findTarget */ .F)({ ...rollout, onConflict: 'wait' }, context), context);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
            throw error;
        return undefined;
    }
}
function describeEnded(last) {
    if (last?.ending === undefined)
        return [];
    const { name = '', taskDefinitionArn, endedAt, ending } = last;
    const of = taskDefinitionArn === '' ? '' : ` of ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_6__/* .resourceName */ .Iy)(taskDefinitionArn)}`;
    const at = endedAt === undefined ? '' : ` at ${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_7__/* .formatMoment */ .K9)(new Date(endedAt))}`;
    return [`The last one, ${name}${of}, ended${at} (${ending.verdict}): ${ending.reason}`];
}
/** What the settings say of a service, by its name. */
function settingsOf({ clusterName, serviceName }, rollouts) {
    return rollouts.find(({ rollout }) => (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_6__/* .resourceName */ .Iy)(rollout.service) === serviceName && (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_6__/* .resourceName */ .Iy)(rollout.cluster) === clusterName);
}
async function describeFollowing({ target, takenUp, config }, settings, context) {
    const { clock, reporter, cleanupStore, signal, undoing } = context;
    const { gate, warnings } = await (0,_prepare_gates_js__WEBPACK_IMPORTED_MODULE_5__/* .gateOf */ .R)({ config, target }, settings, context);
    if (gate !== undefined)
        reporter.info((0,_prepare_gates_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlannedGate */ .N)(gate));
    for (const warning of warnings)
        reporter.warn(warning);
    return {
        target,
        takenUp: { deployment: takenUp, word: settings.continue },
        taskDefinitionArn: takenUp.taskDefinitionArn,
        config: config.rollout,
        gate,
        ports: context,
        clock,
        reporter,
        cleanupStore,
        signal,
        undoing
    };
}


/***/ })

};
