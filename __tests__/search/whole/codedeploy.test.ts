import { searchStrategy } from '../searching.js';

searchStrategy('codedeploy');
