import { searchStrategy } from '../searching.js';

searchStrategy('linear');
