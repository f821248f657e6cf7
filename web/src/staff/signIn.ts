// Who is here: by one click on a machine of one's own, by Entra ID elsewhere.
import type { Begin, Token } from "./api";

export interface Account {
  name: string;
  roles: string[];
  token: Token;
  leave: () => Promise<void>;
  /** Signs in once more, beside the page. */
  again: () => Promise<void>;
}

const keptToken = "local-token";

const claims = (token: string): { name?: string; roles?: string[] } =>
  JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(token.split(".")[1]!.replaceAll("-", "+").replaceAll("_", "/")), sign => sign.charCodeAt(0))));

function local(token: string): Account {
  const { name = "", roles = [] } = claims(token);
  let current = token;
  return {
    name, roles, token: async () => current,
    leave: async () => { sessionStorage.removeItem(keptToken); location.assign("/staff"); },
    again: async () => { current = await given(roles); },
  };
}

async function given(roles: string[]): Promise<string> {
  const answer = await fetch("/local/token", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ roles }) });
  const { accessToken } = await answer.json();
  sessionStorage.setItem(keptToken, accessToken);
  return accessToken;
}

/** Who signed in before, in this tab; null where nobody did. */
export async function found(begin: Begin): Promise<Account | null> {
  if (begin.signIn === "entra")
    return await (await import("./entra")).found(begin);
  const token = sessionStorage.getItem(keptToken);
  // The keys of the local host are as old as its process.
  return token && (await fetch("/api/health", { headers: { Authorization: `Bearer ${token}` } }).then(answer => answer.json())).sweep ? local(token) : null;
}

export async function enter(begin: Begin, roles: string[]): Promise<Account | null> {
  if (begin.signIn === "entra")
    return await (await import("./entra")).enter(begin);
  return local(await given(roles));
}
