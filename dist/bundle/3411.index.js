export const id = 3411;
export const ids = [3411];
export const modules = {

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** As in package.json; a test holds the two together. */
const VERSION = '0.1.0';


/***/ })

};
