// Entra ID, with its own library: loaded only where it is what signs staff in.
import { AuthError, CacheLookupPolicy, InteractionRequiredAuthError, PublicClientApplication, type AuthenticationResult } from "@azure/msal-browser";
import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import type { Begin } from "./api";
import type { Account } from "./signIn";

const began = "began-at";
const beside = "beside";

async function client(begin: Begin): Promise<PublicClientApplication> {
  const app = new PublicClientApplication({
    auth: { clientId: begin.clientId, authority: begin.authority.replace(/\/v2\.0\/?$/, ""), redirectUri: `${location.origin}/staff` },
    cache: { cacheLocation: "sessionStorage" },
    // Long enough for a password and a second proof.
    system: { popupBridgeTimeout: 300_000 },
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
        // The second is what a token of yesterday is told.
        if (failed instanceof InteractionRequiredAuthError || failed instanceof AuthError && failed.errorCode === "invalid_grant")
          return null;
        throw failed;
      }
    },
    // In a window of its own: what is typed on this page stays. One that was closed is never heard of, and holds up no other.
    again: async () => { await app.acquireTokenPopup({ scopes: scopes(begin), account: signedIn, state: beside, overrideInteractionInProgress: true }); },
    leave: () => app.logoutRedirect({ account: signedIn }),
  };
}

export async function found(begin: Begin): Promise<Account | null> {
  // This is that window, which tells the page and closes.
  if (new URLSearchParams(location.hash.slice(1)).get("state")?.endsWith(`|${beside}`)) {
    await broadcastResponseToMainFrame();
    return null;
  }
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
