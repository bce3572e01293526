import { render } from "preact";
import "./styles/index.css";

render(<h1>Sociogram</h1>, document.getElementById("app")!);
