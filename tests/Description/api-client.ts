// What a program does that knows nothing of the app but its description.
import createClient from "openapi-fetch";
import type { paths } from "./api.js";

declare const process: { env: Record<string, string> };

const client = createClient<paths>({ baseUrl: process.env["ADDRESS"]!, headers: { Authorization: `Bearer ${process.env["TOKEN"]}` } });

const opened = await client.POST("/api/orders", { body: { name: "Eva de Vries", email: "eva@client.example", language: "nl" } });
if (opened.error) throw new Error(JSON.stringify(opened.error));
const id: string = opened.data.id;
console.log("opened");

const found = await client.GET("/api/orders", { params: { query: { email: "eva@client.example", state: "open", limit: 10 } } });
const orders = found.data?.items.filter(order => order.id === id && order.retention.term === "P5Y") ?? [];
console.log(`found ${orders.length}`);

const refused = await client.POST("/api/orders", { body: { name: "Eva de Vries", email: "eva", language: "nl" } });
console.log(`refused ${Object.keys(refused.error?.errors ?? {}).join()}`);

const changed = await client.PUT("/api/orders/{id}/consents/{purpose}", {
  params: { path: { id, purpose: "keep-scan" } },
  body: { answer: "yes", channel: "paper", language: "nl", textVersion: "1" },
});
// @ts-expect-error: no such purpose is described, and this must not compile without the line above it.
const purpose: NonNullable<typeof changed.data>["consents"][number]["purpose"] = "anything-else";
if (changed.data?.consents[0]?.answer === "yes") console.log("worked");
