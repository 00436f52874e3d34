// A real OpenID Connect provider for tests: node provider.mjs PORT REDIRECT_URI ACCOUNTS. Accounts are read anew for every token, as
// { "amy": { "name": "Amy", "email": "amy@example.test", "email_verified": true, "roles": ["listening-agents"] } }; any password is right.
import { readFileSync } from "node:fs";
import { Provider } from "oidc-provider";

const [port, redirect, accounts] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "listening",
      client_secret: "op3n-s3same-of-the-tests",
      redirect_uris: [redirect],
      post_logout_redirect_uris: [new URL("/sign-in", redirect).href],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  scopes: ["openid", "email", "profile", "roles"],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"], roles: ["roles"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  cookies: { keys: ["of the tests"] },
  async findAccount(_, id) {
    const account = JSON.parse(readFileSync(accounts, "utf8"))[id];
    return account && { accountId: id, claims: () => ({ sub: id, ...account }) };
  },
});
provider.listen(Number(port), "127.0.0.1", () => console.log(`ready ${issuer}`));
