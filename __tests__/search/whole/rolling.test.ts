import { searchStrategy } from '../searching.js';

searchStrategy('rolling');
