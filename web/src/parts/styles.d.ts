// A style that a script brings in becomes a file beside it.
declare module "*.css";
