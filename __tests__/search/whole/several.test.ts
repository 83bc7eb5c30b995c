import { searchStrategy } from '../searching.js';

searchStrategy('several');
