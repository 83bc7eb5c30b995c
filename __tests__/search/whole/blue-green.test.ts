import { searchStrategy } from '../searching.js';

searchStrategy('blue-green');
