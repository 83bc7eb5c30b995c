import { searchStrategy } from '../searching.js';

searchStrategy('canary');
