import "../parts/page.css";
