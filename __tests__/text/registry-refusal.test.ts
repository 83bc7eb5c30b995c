import { describe, expect, it } from '@jest/globals';

import { SlipwayError } from '../../src/errors.js';
import { adviseOnRegistry } from '../../src/text/registry-refusal.js';

const USER = 'User: arn:aws:sts::111111111111:assumed-role/deploy/GitHubActions is not authorized to perform: ';

function advise(what: string): SlipwayError {
  return adviseOnRegistry(new SlipwayError({ code: 'AccessDeniedException', fault: 'user', what, next: 'Before.' }));
}

describe('a refusal of another account’s registry', () => {
  it.each([
    [
      `${USER}ecr:PutImage on resource: arn:aws:ecr:eu-west-1:222222222222:repository/shop/web because no resource-based policy allows the ecr:PutImage action.`,
      'the policy of the repository shop/web in the account 222222222222 (eu-west-1) lacks {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/deploy"},"Action":"ecr:PutImage"}. slipway generate iam writes it whole, as repository-policy.json'
    ],
    [
      `Pushing x failed (exit code 1): denied: ${USER}ecr:InitiateLayerUpload on resource: arn:aws-cn:ecr:cn-north-1:222222222222:repository/web`,
      'the policy of the repository web in the account 222222222222 (cn-north-1) lacks'
    ],
    [
      `${USER}ecr:CreateRepository on resource: arn:aws:ecr:eu-west-1:222222222222:repository/shop/web because no resource-based policy allows it`,
      '"Action":"ecr:CreateRepository","Resource":"arn:aws:ecr:eu-west-1:222222222222:repository/shop/web"}. slipway generate iam writes it whole, as registry-policy.json'
    ],
    [
      `${USER}ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:222222222222:repository/a with an explicit deny in a resource-based policy`,
      'the policy of the repository a in the account 222222222222'
    ]
  ])('%s', (what, next) => {
    expect(advise(what).next).toContain(next);
  });

  it.each([
    `${USER}ecr:PutImage on resource: arn:aws:ecr:eu-west-1:111111111111:repository/shop/web because no identity-based policy allows the ecr:PutImage action`,
    `${USER}ecr:PutImage on resource: arn:aws:ecr:eu-west-1:222222222222:repository/shop/web because no identity-based policy allows the ecr:PutImage action`,
    `${USER}ecr:PutImage on resource: arn:aws:ecr:eu-west-1:222222222222:repository/shop/web with an explicit deny in a service control policy`,
    `${USER}ecr:GetAuthorizationToken on resource: * because no permissions boundary allows it`,
    'Something else.'
  ])('is none of: %s', what => {
    expect(advise(what).next).toBe('Before.');
  });
});
