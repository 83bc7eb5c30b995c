export const id = 812;
export const ids = [812];
export const modules = {

/***/ 6812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settingFlags: () => (/* binding */ settingFlags)
/* harmony export */ });
/* harmony import */ var _config_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1422);

/** A flag for every setting, under each of its names. */
function settingFlags() {
    return _config_options_js__WEBPACK_IMPORTED_MODULE_0__/* .OPTIONS */ .lw.flatMap(option => [option.name, ...(0,_config_options_js__WEBPACK_IMPORTED_MODULE_0__/* .aliasesOf */ .QI)(option).map(({ name }) => name)].map(name => ({ name, kind: flagKind(option) })));
}
function flagKind({ kind }) {
    if (kind === 'boolean')
        return 'switch';
    return kind === 'list' || kind === 'pairs' ? 'many' : 'one';
}


/***/ })

};
