export const id = 3197;
export const ids = [3197];
export const modules = {

/***/ 3197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   flagsOf: () => (/* binding */ flagsOf)
/* harmony export */ });
/* harmony import */ var _config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);

/** Every flag of a command: its own, then the settings that it takes, under each of their names. */
function flagsOf({ flags, settings }) {
    if (settings === 'none')
        return flags;
    const accepts = typeof settings === 'function' ? settings : () => true;
    const accepted = _config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .SETTINGS */ .yy.filter(({ name, group }) => accepts(name, group));
    return [...flags, ...accepted.flatMap(settingFlags)];
}
function settingFlags(option) {
    return [option.name, ...(0,_config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .aliasesOf */ .QI)(option).map(({ name }) => name)].map(name => ({
        name,
        kind: kindOf(option),
        isSetting: true
    }));
}
function kindOf({ kind }) {
    if (kind === 'boolean')
        return 'switch';
    return kind === 'list' || kind === 'pairs' ? 'many' : 'one';
}


/***/ })

};
