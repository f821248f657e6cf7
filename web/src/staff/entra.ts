// Entra ID, with its own library: loaded only where it is what signs staff in.
import { CacheLookupPolicy, InteractionRequiredAuthError, PublicClientApplication, type AuthenticationResult } from "@azure/msal-browser";
import type { Begin } from "./api";
import type { Account } from "./signIn";

const began = "began-at";

async function client(begin: Begin): Promise<PublicClientApplication> {
  const app = new PublicClientApplication({
    auth: { clientId: begin.clientId, authority: begin.authority.replace(/\/v2\.0\/?$/, ""), redirectUri: `${location.origin}/staff` },
    cache: { cacheLocation: "sessionStorage" },
  });
  await app.initialize();
  return app;
}

const scopes = (begin: Begin): string[] => [`${begin.clientId}/.default`];

function account(app: PublicClientApplication, begin: Begin, signedIn: AuthenticationResult["account"]): Account {
  const claims = signedIn.idTokenClaims as { roles?: string[] } | undefined;
  return {
    name: signedIn.name ?? signedIn.username,
    roles: claims?.roles ?? [],
    token: async () => {
      try {
        // Not by a hidden frame, which the page's policy keeps out.
        const how = { scopes: scopes(begin), account: signedIn, cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken };
        return (await app.acquireTokenSilent(how)).accessToken;
      } catch (failed) {
        if (failed instanceof InteractionRequiredAuthError)
          await enter(begin);
        throw failed;
      }
    },
    leave: () => app.logoutRedirect({ account: signedIn }),
  };
}

export async function found(begin: Begin): Promise<Account | null> {
  const app = await client(begin);
  const answered = await app.handleRedirectPromise();
  const signedIn = answered?.account ?? app.getAllAccounts()[0];
  if (!signedIn)
    return null;
  const place = sessionStorage.getItem(began);
  sessionStorage.removeItem(began);
  if (answered && place)
    history.replaceState(null, "", place);
  return account(app, begin, signedIn);
}

/** Leaves the page, and comes back to where it was. */
export async function enter(begin: Begin): Promise<null> {
  sessionStorage.setItem(began, location.pathname);
  await (await client(begin)).loginRedirect({ scopes: scopes(begin) });
  return null;
}
