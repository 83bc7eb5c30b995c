export const id = 9144;
export const ids = [9144];
export const modules = {

/***/ 9144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemClock: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/**
 * The system's clock; or, with `SLIPWAY_CLOCK=<scale>@<anchor>` (both numbers, the anchor in milliseconds since the epoch), one that
 * runs `scale` times as fast from the anchor on. The built-in AWS keeps the same time, so that a rehearsal of minutes takes seconds.
 */
function systemClock(setting) {
    const { scale, anchor } = readScale(setting);
    return {
        now: () => anchor + (Date.now() - anchor) * scale,
        sleep: async (milliseconds, signal) => {
            try {
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds / scale, undefined, signal === undefined ? {} : { signal });
            }
            catch (error) {
                if (signal?.aborted === true)
                    throw signal.reason;
                throw error;
            }
        },
        random: () => Math.random()
    };
}
function readScale(setting) {
    const match = /^(\d+(?:\.\d+)?)@(\d+)$/.exec(setting ?? '');
    return match === null ? { scale: 1, anchor: 0 } : { scale: Number(match[1]), anchor: Number(match[2]) };
}


/***/ })

};
