import { searchStrategy } from '../searching.js';

searchStrategy('run-task');
